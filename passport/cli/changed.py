"""``changed``: what changed in a paper since it was signed."""

from datetime import datetime

import click

from passport.actions.answer import existing
from passport.actions.changed_since import changed_since, was_signed_here
from passport.cli.opening import entry_option, opens_vault
from passport.cli.say import Voice, words
from passport.forms.shelf import shelf
from passport.vault.vault import Vault


@click.command(help=words("changed_since.command"))
@click.argument("form")
@entry_option
@opens_vault
def changed(*, vault: Vault, now: datetime, voice: Voice, form: str, entry: str | None) -> None:
    """Each place with the words of then and of now. A change is no error: the exit code is 0."""
    del now
    shelf().pack(form)
    section = existing(vault, form, entry)
    signed, found = was_signed_here(section), changed_since(vault, shelf(), section.id, words)
    voice.document({"entry": section.id, "signed": signed, "changed": [one.to_plain() for one in found]})
    if voice.as_json:
        return
    if not found:
        voice.words("changed_since.none" if signed else "changed_since.not_signed")
    nothing = words("changed_since.nothing")
    for one in found:
        voice.line(one.label)
        for when, lines in (("then", one.then), ("now", one.now)):
            voice.line(f"  {words(f'changed_since.{when}', words='; '.join(lines) or nothing)}")
