"""``passport card``: the five lines and their code, as a card for a wallet."""

from datetime import datetime
from pathlib import Path

import click

from passport.actions.card import print_card
from passport.cli.opening import opens_vault
from passport.cli.say import Voice, words
from passport.cli.typed_path import a_path
from passport.forms.shelf import shelf
from passport.vault.vault import Vault


@click.command(help=words("card.command"))
@click.option("--out", type=a_path, required=True, help=words("commands.out"))
@opens_vault
def card(*, vault: Vault, now: datetime, voice: Voice, out: Path) -> None:
    """Make the sealed card, and write the copy in the register."""
    shared = print_card(vault, shelf(), now, words, out)
    files = {kind: str(path) for kind, path in shared.files.items()}
    voice.document({"copy": shared.copy_given.id, "version": shared.made.facts.version, "files": files})
    for kind, path in files.items():
        voice.line(f"{words(f'commands.file_{kind}')}  {path}")
    voice.words("card.done")
