"""``new``, ``passphrase``, ``recover`` and ``where``: the record itself."""

from datetime import UTC, datetime
from pathlib import Path

import click

from passport.actions import unlock
from passport.actions.places import places
from passport.cli.opening import (
    json_option,
    opens_vault,
    passphrase,
    passphrase_option,
    passphrase_unused,
    secret,
    vault_option,
)
from passport.cli.say import Voice, words
from passport.cli.typed_path import a_path
from passport.vault.folder import BACKUPS
from passport.vault.vault import Vault


@click.command(help=words("commands.new"))
@vault_option
@passphrase_option
@json_option
def new(vault_folder: Path | None, passphrase_file: Path | None, as_json: bool) -> None:
    """Make a record and print its recovery words, once."""
    voice = Voice(as_json=as_json)
    at = places(vault_folder)
    vault, rows = unlock.make(at.vault, passphrase(passphrase_file), datetime.now(UTC))
    vault.close()
    try:
        voice.document({"vault": str(at.vault), "recovery_words": [list(row) for row in rows]})
        voice.words("commands.made", folder=at.vault)
        voice.words("commands.recovery_words")
        for number, row in enumerate(rows, 1):
            voice.line(f"  {number}  {' '.join(row)}")
    except BaseException:  # nobody has read the words, and they are said only once
        unlock.unmake(at.vault)
        raise


@click.command("passphrase", help=words("commands.passphrase"))
@click.option("--new-passphrase-file", type=a_path, help=words("commands.new_passphrase_file"))
@opens_vault
def passphrase_(*, vault: Vault, now: datetime, voice: Voice, new_passphrase_file: Path | None) -> None:
    """Change the passphrase; the data gets a new key."""
    del now
    vault.change_passphrase(secret(new_passphrase_file, "new_passphrase"))
    _say_changed(voice)


@click.command(help=words("commands.recover"))
@vault_option
@click.option("--words-file", type=a_path, help=words("commands.words_file"))
@click.option("--new-passphrase-file", type=a_path, help=words("commands.new_passphrase_file"))
@json_option
def recover(
    vault_folder: Path | None, words_file: Path | None, new_passphrase_file: Path | None, as_json: bool
) -> None:
    """Open with the recovery words and set a new passphrase."""
    voice = Voice(as_json=as_json)
    at = places(vault_folder)
    typed = secret(words_file, "words")
    new_one = secret(new_passphrase_file, "new_passphrase")
    opened = unlock.recover(at.vault, typed.split(), new_one, datetime.now(UTC), at.seen)
    opened.vault.close()
    if opened.older_by:
        voice.words("commands.older_copy", count=opened.older_by)
    _say_changed(voice)


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
        "settings": at.settings,
        "seen": at.seen,
        "met": at.met,
    }
    voice.document({name: str(path) for name, path in paths.items()})
    for name, path in paths.items():
        voice.line(f"{words(f'commands.where_{name}')}  {path}")


def _say_changed(voice: Voice) -> None:
    voice.document({"changed": True})
    voice.words("commands.passphrase_changed")
