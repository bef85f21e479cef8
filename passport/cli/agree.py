"""``agree``: what does not go together between the person's own papers."""

from datetime import datetime

import click

from passport.actions.agree import agree as find
from passport.cli.opening import opens_vault
from passport.cli.say import Voice, words
from passport.forms.shelf import shelf
from passport.vault.vault import Vault


@click.command(help=words("commands.agree"))
@opens_vault
def agree(*, vault: Vault, now: datetime, voice: Voice) -> None:
    """Each finding with both its places. Finding something is no error: the exit code is 0."""
    del now
    found = find(vault, shelf(), words)
    voice.document({"findings": [one.finding.to_plain() for one in found]})
    if voice.as_json:
        return
    if not found:
        voice.words("agree.none")
    for one in found:
        voice.line(f"{one.finding.id}  {one.finding.sentence}  ({one.finding.source.words})")
        for _spot, where in one.places:
            voice.line(f"  {where}")
    voice.words("agree.limits")
