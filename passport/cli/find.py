"""``search``: where words stand in what is kept."""

from datetime import datetime

import click

from passport.actions.find import find
from passport.cli.opening import opens_vault
from passport.cli.say import Voice, words
from passport.forms.shelf import shelf
from passport.vault.vault import Vault


@click.command(help=words("find.command"))
@click.argument("typed", nargs=-1, required=True, metavar="WORDS...")
@opens_vault
def search(*, vault: Vault, now: datetime, voice: Voice, typed: tuple[str, ...]) -> None:
    """Each place with its line. To find nothing is no error: the exit code is 0."""
    del now
    found = find(vault, shelf(), " ".join(typed), words)
    voice.document({"found": [one.to_plain() for one in found.found], "more": found.more})
    if voice.as_json:
        return
    if not found.found:
        voice.words("find.none")
    for one in found.found:
        voice.line(f"{one.section or one.id}  {one.where}")
        voice.line(f"  {one.line}")
    if found.more:
        voice.words("find.more")
