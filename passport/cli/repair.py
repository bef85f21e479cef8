"""``repair``: what can still be read of a damaged record, in a new one."""

from datetime import UTC, datetime
from pathlib import Path

import click

from passport.actions import repair as repairing
from passport.actions.places import places
from passport.cli.opening import json_option, or_say_what_helps, passphrase, passphrase_option, vault_option
from passport.cli.say import Voice, words
from passport.cli.typed_path import a_path
from passport.cli.ways import say_words
from passport.forms.shelf import shelf


@click.command(help=words("repair.command"))
@vault_option
@click.option("--to", type=a_path, required=True, metavar="DIR", help=words("repair.command_to"))
@passphrase_option
@json_option
def repair(vault_folder: Path | None, to: Path, passphrase_file: Path | None, as_json: bool) -> None:
    """Save what can be read; say how much that is, and the new recovery words."""
    voice = Voice(as_json=as_json)
    at, typed = places(vault_folder), passphrase(passphrase_file)
    done = or_say_what_helps(at.vault, lambda: repairing.salvage(at.vault, typed, to, datetime.now(UTC)))
    saved = done.saved
    voice.document(
        {
            "vault": str(done.folder),
            "set_aside": str(done.set_aside) if done.set_aside else None,
            "answers": saved.answers,
            "answers_before": saved.answers_before,
            "files": saved.files,
            "files_before": saved.files_before,
            "lost": [{"section": section, "place": place} for section, place in saved.lost],
            "seals_as_before": saved.seals_as_before,
            "recovery_words": [list(row) for row in done.recovery_words],
        }
    )
    for line in repairing.said(done, shelf(), words):
        voice.line(line)
    say_words(voice, done.recovery_words)
