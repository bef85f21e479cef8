"""``passport undo``: the words from before the last change in a form, or at one question of it."""

from datetime import datetime

import click

from passport.actions import answer
from passport.actions import undo as acting
from passport.cli.answers import say_saved
from passport.cli.opening import entry_option, opens_vault
from passport.cli.say import Voice, words
from passport.errors import NothingBefore
from passport.forms.shelf import shelf
from passport.vault.vault import Vault


@click.command(help=words("undo.command"))
@click.argument("form")
@click.option("--field", metavar="ID", help=words("undo.field"))
@entry_option
@opens_vault
def undo(
    *, vault: Vault, now: datetime, voice: Voice, form: str, field: str | None, entry: str | None
) -> None:
    """Bring them back, and say which answer it was."""
    shelf().pack(form)
    section = answer.existing(vault, form, entry)
    last = acting.last_changed(vault, shelf(), section.id, words) if field is None else None
    place = field or (last.place if last is not None else "")
    if not place:
        raise NothingBefore
    saved = acting.undo(vault, shelf(), section.id, place, now, words)
    voice.line(words("undo.done", label=last.label if last is not None else place))
    say_saved(voice, saved)
