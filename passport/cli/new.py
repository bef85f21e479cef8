"""``new``, ``passphrase``, ``recover`` and ``where``: the record itself."""

from datetime import UTC, datetime
from pathlib import Path

import click

from passport.actions import recovery, unlock
from passport.actions.advice import advice_on
from passport.actions.places import is_portable, places
from passport.actions.settings import read_settings
from passport.actions.sheets import sheet_at
from passport.cli.opening import (
    changes_ways,
    json_option,
    new_secret,
    passphrase,
    passphrase_option,
    passphrase_unused,
    secret,
    typed_line,
    vault_option,
)
from passport.cli.say import Voice, complain, words
from passport.cli.typed_path import a_path
from passport.cli.ways import say_words, write_sheet
from passport.errors import ShareHasSlip, ShareOfAnother, SharesNotOurs, ShareTwice
from passport.keys.shares import Share, still_needed
from passport.vault.folder import BACKUPS, OPEN
from passport.vault.vault import Vault


@click.command(help=words("commands.new"))
@vault_option
@passphrase_option
@click.option("--sheet", type=a_path, help=words("commands.sheet"))
@json_option
def new(vault_folder: Path | None, passphrase_file: Path | None, sheet: Path | None, as_json: bool) -> None:
    """Make a record and print its recovery words, once."""
    voice = Voice(as_json=as_json)
    at = places(vault_folder)
    now = datetime.now(UTC)
    chosen = passphrase(passphrase_file)
    for sentence in advice_on(chosen, words):
        complain(sentence)
    if sheet is not None:
        sheet_at(sheet)  # before anything is made
    vault, rows = unlock.make(at.vault, chosen, now)
    vault.close()
    try:
        voice.document({"vault": str(at.vault), "recovery_words": [list(row) for row in rows]})
        voice.words("commands.made", folder=at.vault)
        say_words(voice, rows)
        if sheet is not None:
            write_sheet(voice, sheet, rows, now)
    except BaseException:  # nobody has read the words, and they are said only once
        unlock.unmake(at.vault)
        raise


@click.command("passphrase", help=words("commands.passphrase"))
@click.option("--new-passphrase-file", type=a_path, help=words("commands.new_passphrase_file"))
@changes_ways
def passphrase_(
    *, vault: Vault, now: datetime, voice: Voice, passphrase: str, new_passphrase_file: Path | None
) -> None:
    """Change the passphrase; the data gets a new key."""
    chosen = new_secret(new_passphrase_file, "new_passphrase")
    recovery.new_passphrase(vault, passphrase, chosen, now.date())
    _say_changed(voice)


@click.command(help=words("commands.recover"))
@vault_option
@click.option("--words-file", type=a_path, help=words("commands.words_file"))
@click.option("--shares", "with_shares", is_flag=True, help=words("commands.recover_shares"))
@click.option("--shares-file", type=a_path, help=words("commands.shares_file"))
@click.option("--new-passphrase-file", type=a_path, help=words("commands.new_passphrase_file"))
@json_option
def recover(
    vault_folder: Path | None,
    words_file: Path | None,
    with_shares: bool,
    shares_file: Path | None,
    new_passphrase_file: Path | None,
    as_json: bool,
) -> None:
    """Open with the recovery words, or with shares, and set a new passphrase."""
    voice = Voice(as_json=as_json)
    at = places(vault_folder)
    now = datetime.now(UTC)
    if with_shares or shares_file is not None:
        shares = _shares(at.vault, shares_file, voice)
        new_one = new_secret(new_passphrase_file, "new_passphrase")
        opened = unlock.recover_with_shares(at.vault, shares, new_one, now, at.seen)
    else:
        typed = secret(words_file, "words")
        new_one = new_secret(new_passphrase_file, "new_passphrase")
        opened = unlock.recover(at.vault, typed.split(), new_one, now, at.seen)
    opened.vault.close()
    if of_copy := opened.copy.told(words):
        voice.line(of_copy)
    _say_changed(voice)
    if with_shares or shares_file is not None:
        voice.words("ways.shares_stay")


def _shares(folder: Path, file: Path | None, voice: Voice) -> tuple[Share, ...]:
    """Enough shares: the lines of a file, or typed one by one, each told of at once. Raises as ``another_share``."""
    found: tuple[Share, ...] = ()
    if file is not None:
        for line in secret(file, "share").splitlines():
            if line.strip() and still_needed(found) != 0:
                found = unlock.another_share(folder, found, line)
        return found
    while still_needed(found) != 0:
        typed = typed_line("share")  # in view: nobody types 33 words blindly
        try:
            found = unlock.another_share(folder, found, typed)
            voice.words("ways.shares_needed", count=still_needed(found))
        except (ShareHasSlip, ShareTwice, ShareOfAnother, SharesNotOurs) as error:
            complain(words.error(error))
    return found


@click.command(help=words("commands.where"))
@vault_option
@passphrase_unused
@json_option
def where(vault_folder: Path | None, as_json: bool) -> None:
    """Print every path the program uses by itself."""
    voice = Voice(as_json=as_json)
    at = places(vault_folder)
    paths = {
        "vault": at.vault,
        "backups": at.vault / BACKUPS,
        "open_card": at.vault / OPEN,
        "settings": at.settings,
        "seen": at.seen,
        "met": at.met,
        "helping": at.helping,
    }
    portable = is_portable(at.vault)
    voice.document({**{name: str(path) for name, path in paths.items()}, "portable": portable})
    for name, path in paths.items():
        voice.line(f"{words(f'commands.where_{name}')}  {path}")
    if portable:
        voice.words("portable.on", minutes=read_settings(at.settings).idle_minutes)


def _say_changed(voice: Voice) -> None:
    voice.document({"changed": True})
    voice.words("commands.passphrase_changed")
