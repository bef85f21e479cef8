"""``export``: what it means, and with ``--yes``, everything as open files."""

from datetime import datetime
from pathlib import Path

import click

from passport.actions.export import export as export_it
from passport.cli.opening import opens_vault
from passport.cli.say import Voice, words
from passport.cli.typed_path import a_path
from passport.cli.under_way import takes_a_while
from passport.errors import Exit
from passport.forms.shelf import shelf
from passport.vault.vault import Vault


@click.command(help=words("export.command"))
@click.argument("folder", type=a_path, metavar="DIR")
@click.option("--yes", is_flag=True, help=words("export.command_yes"))
@opens_vault
@takes_a_while("export")
def export(*, vault: Vault, now: datetime, voice: Voice, folder: Path, yes: bool) -> int:
    """Without ``--yes`` nothing is written."""
    voice.words("export.warning")
    voice.words("export.all")
    if not yes:
        voice.document({"written": False})
        voice.words("export.yes_wanted")
        return Exit.REFUSED
    done = export_it(vault, shelf(), folder, now, words)
    voice.document(
        {
            "written": True,
            "folder": str(done.folder),
            "entries": done.entries,
            "answers": done.answers,
            "files": done.files,
            "left_out": list(done.not_read),
        }
    )
    for name in done.not_read:
        voice.words("export.left_out", name=name)
    voice.words(
        "export.done", folder=done.folder, entries=done.entries, answers=done.answers, files=done.files
    )
    voice.words("export.after")
    return Exit.DONE
