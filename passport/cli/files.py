"""``keep``, ``kept``, ``kept-out`` and ``kept-away``: files in, their list, a copy out, and out of the list."""

from datetime import datetime
from pathlib import Path

import click

from passport.actions import files
from passport.cli.opening import entry_option, opens_vault
from passport.cli.say import Voice, words
from passport.cli.typed_path import a_path
from passport.forms.dates import show_date
from passport.forms.shelf import shelf
from passport.vault.attachments import KeptFile
from passport.vault.vault import Vault
from passport.wording.words import Words


def file_line(one: KeptFile, words: Words) -> str:
    """Such as ``scan.pdf, PDF, 312 kB, kept on 23 November 2026``."""
    kind = words(f"kept.kinds.{one.media.replace('/', '_')}")
    date = show_date(one.when.date().isoformat())
    return words("kept.line", name=one.name, kind=kind, size=files.size_in_words(one.size), date=date)


def _plain(one: KeptFile) -> dict[str, object]:
    return {
        "id": one.id,
        "name": one.name,
        "media": one.media,
        "size": one.size,
        "sha256": one.digest.hex(),
        "kept": one.when.isoformat(),
        "entry": one.section,
        "place": one.place,
        "taken_out": one.removed,
    }


@click.command(help=words("kept.command"))
@click.argument("file", type=a_path)
@entry_option
@click.option("--place", default="", help=words("kept.command_place"))
@opens_vault
def keep(*, vault: Vault, now: datetime, voice: Voice, file: Path, entry: str | None, place: str) -> None:
    """Keep a copy. The file itself is never touched."""
    if place and entry is None:
        raise click.UsageError(words("erase.say_what"))
    one = files.keep(vault, shelf(), file, now, entry or "", place)
    voice.document(_plain(one))
    voice.words("kept.done", name=one.name)
    voice.words("kept.original")


@click.command(help=words("kept.command_list"))
@opens_vault
def kept(*, vault: Vault, now: datetime, voice: Voice) -> None:
    """Every kept file, and those that were taken out."""
    del now
    there, out = files.kept(vault), files.taken_out(vault)
    voice.document({"files": [_plain(one) for one in (*there, *out)]})
    if voice.as_json:
        return
    if not there:
        voice.words("kept.none")
    for one in there:
        voice.line(f"{one.id}  {file_line(one, words)}")
    if out:
        voice.words("kept.out_title")
    for one in out:
        voice.line(f"{one.id}  {file_line(one, words)}")


@click.command("kept-out", help=words("kept.command_out"))
@click.argument("id_", metavar="ID")
@click.argument("folder", type=a_path)
@opens_vault
def kept_out(*, vault: Vault, now: datetime, voice: Voice, id_: str, folder: Path) -> None:
    """A copy in a folder, over nothing that is there."""
    del now
    path = files.save_out(vault, id_, folder)
    voice.document({"file": str(path)})
    voice.words("kept.saved", path=path)


@click.command("kept-away", help=words("kept.command_take"))
@click.argument("id_", metavar="ID")
@click.option("--back", is_flag=True, help=words("kept.command_back"))
@opens_vault
def kept_away(*, vault: Vault, now: datetime, voice: Voice, id_: str, back: bool) -> None:
    """Out of the list, or back in it."""
    del now
    one = files.bring_file_back(vault, id_) if back else files.take_out(vault, id_)
    voice.document(_plain(one))
    voice.words("kept.is_back" if back else "kept.taken")
