"""``todo``: what the dates and the rules say there is to do, and peace from it for a while."""

from datetime import datetime

import click

from passport.actions.to_do import Peace, leave_in_peace, show_again
from passport.actions.to_do import to_do as find
from passport.cli.opening import opens_vault
from passport.cli.say import Voice, words
from passport.forms.shelf import shelf
from passport.vault.vault import Vault

_SHOWN = "none"


@click.command(help=words("to_do.command"))
@click.option(
    "--peace", type=click.Choice([*(one.value for one in Peace), _SHOWN]), help=words("to_do.option")
)
@opens_vault
def todo(*, vault: Vault, now: datetime, voice: Voice, peace: str | None) -> None:
    """Every thing with nothing left out. Having something to do is no error: the exit code is 0."""
    if peace == _SHOWN:
        show_again(vault)
    elif peace is not None:
        leave_in_peace(vault, Peace(peace), now.date())
    found = find(vault, shelf(), now.date(), words)
    voice.document({"things": [one.to_plain() for one in found.things], "peace": found.peace})
    if voice.as_json:
        return
    if found.peace:
        voice.line(found.peace)
    if not found.things:
        voice.words("to_do.none")
    for one in found.things:
        voice.line(one.sentence)
