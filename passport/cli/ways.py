"""``ways``, ``second``, ``shares`` and ``words``: what opens the record, and each change of it."""

from datetime import datetime
from pathlib import Path

import click

from passport.actions import recovery, sheets
from passport.actions import ways as acting
from passport.cli.opening import changes_ways, new_secret, opens_vault
from passport.cli.say import Voice, words
from passport.cli.typed_path import a_path
from passport.keys.recovery import Rows
from passport.vault.vault import Vault


@click.command(help=words("commands.ways"))
@opens_vault
def ways(*, vault: Vault, now: datetime, voice: Voice) -> None:
    """List every way in, and who opened it last."""
    del now
    found = acting.ways_in(vault)
    kind, name = vault.last_way
    last = {"at": vault.last_opened[0], "by": kind or None, "name": name} if vault.last_opened else None
    listed = [
        {
            "kind": way.kind,
            "made_on": way.made_on.isoformat() if way.made_on else None,
            "names": list(way.names),
            "need": way.need or None,
        }
        for way in found
    ]
    voice.document({"ways": listed, "last_opened": last})
    for way in found:
        voice.line(acting.told(way, words))
    voice.words("ways.them_all")
    if last is not None:
        voice.line(acting.last_opened(vault, words))


@click.command(help=words("commands.second"))
@click.option("--name", help=words("commands.second_name"))
@click.option("--remove", is_flag=True, help=words("commands.second_remove"))
@click.option("--second-passphrase-file", type=a_path, help=words("commands.second_passphrase_file"))
@changes_ways
def second(
    *,
    vault: Vault,
    now: datetime,
    voice: Voice,
    passphrase: str,
    name: str | None,
    remove: bool,
    second_passphrase_file: Path | None,
) -> None:
    """Add, change or remove the second person's passphrase."""
    if remove is bool(name):
        raise click.UsageError(words("commands.second_which"))
    if name:
        theirs = new_secret(second_passphrase_file, "second_passphrase")
        acting.add_second(vault, passphrase, name, theirs, now.date())
        voice.document({"added": True})
        voice.words("ways.second_added", name=name)
        voice.words("ways.second_can")
    else:
        acting.remove_second(vault, passphrase)
        voice.document({"removed": True})
        voice.words("ways.second_removed")
        voice.words("ways.second_kept")


@click.command(help=words("commands.shares"))
@click.option("--need", type=int, help=words("commands.shares_need"))
@click.option("--names", help=words("commands.shares_names"))
@click.option("--sheets", "folder", type=a_path, help=words("commands.shares_sheets"))
@click.option("--remove", is_flag=True, help=words("commands.shares_remove"))
@changes_ways
def shares(
    *,
    vault: Vault,
    now: datetime,
    voice: Voice,
    passphrase: str,
    need: int | None,
    names: str | None,
    folder: Path | None,
    remove: bool,
) -> None:
    """Make shares and print each once, or remove them."""
    if remove is (names is not None) or (names is None) is not (need is None):
        raise click.UsageError(words("commands.shares_which"))
    if names is None or need is None:
        acting.remove_shares(vault, passphrase)
        voice.document({"removed": True})
        voice.words("ways.shares_removed")
        return
    made = acting.make_shares(vault, passphrase, need, acting.names_in(names), now.date())
    each = [{"number": one.number, "name": one.name, "words": one.line} for one in made]
    voice.document({"need": need, "shares": each})
    voice.words("ways.shares_made", need=need)
    for one in made:
        voice.words("ways.share_for", number=one.number, count=len(made), name=one.name)
        voice.line(f"  {one.line}")
    voice.words("ways.shares_give")
    voice.words("ways.shares_old")
    if folder is not None:
        written = sheets.write_share_sheets(folder, made, need, now.date(), words)
        for one, path in zip(made, written, strict=True):
            voice.words("ways.sheets_written", number=one.number, name=one.name, file=path)
        voice.words("ways.sheet_delete")


@click.command("words", help=words("commands.words"))
@click.option("--sheet", type=a_path, help=words("commands.sheet"))
@changes_ways
def words_(*, vault: Vault, now: datetime, voice: Voice, passphrase: str, sheet: Path | None) -> None:
    """New recovery words, printed once."""
    if sheet is not None:
        sheets.sheet_at(sheet)  # before anything is made
    rows = recovery.new_recovery_words(vault, passphrase, now.date())
    recovery.written_down(vault)
    voice.document({"recovery_words": [list(row) for row in rows]})
    say_words(voice, rows)
    if sheet is not None:
        write_sheet(voice, sheet, rows, now)


def say_words(voice: Voice, rows: Rows) -> None:
    """The recovery words, row by row."""
    voice.words("commands.recovery_words")
    for number, row in enumerate(rows, 1):
        voice.line(f"  {number}  {' '.join(row)}")


def write_sheet(voice: Voice, sheet: Path, rows: Rows, now: datetime) -> None:
    """A page to print, and what to do with it. Raises FileThere, NoRoomThere, NoPermission."""
    voice.words("ways.sheet_written", file=sheets.write_recovery_sheet(sheet, rows, now.date(), words))
    voice.words("ways.sheet_delete")
