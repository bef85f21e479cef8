"""``passport card`` and ``passport tell``: the card for a wallet, and letters to holders of old copies."""

from datetime import datetime
from pathlib import Path

import click

from passport.actions.card import print_card
from passport.actions.tell import tell as tell_them
from passport.cli.code_choice import picked, takes_code
from passport.cli.draw import draw
from passport.cli.opening import opens_vault
from passport.cli.say import Voice, words
from passport.cli.typed_path import a_path
from passport.cli.under_way import takes_a_while
from passport.forms.shelf import shelf
from passport.vault.vault import Vault


@click.command(help=words("card.command"))
@click.option("--out", type=a_path, required=True, help=words("commands.out"))
@takes_code
@opens_vault
@takes_a_while("pages")
def card(*, vault: Vault, now: datetime, voice: Voice, out: Path, code: tuple[str, ...], drawn: bool) -> None:
    """Make the sealed card, and write the copy in the register."""
    shared = print_card(vault, shelf(), now, words, out, picked(code) or ())
    files = {kind: str(path) for kind, path in shared.files.items()}
    voice.document({"copy": shared.copy_given.id, "version": shared.made.facts.version, "files": files})
    for kind, path in files.items():
        voice.line(f"{words(f'commands.file_{kind}')}  {path}")
    voice.words("card.done")
    if drawn:
        draw(voice, shared.made, shared.files["code_png"])


@click.command(help=words("letter.command"))
@click.argument("out", metavar="DIR", type=a_path)
@click.option("--large-print", is_flag=True, help=words("commands.large_print"))
@opens_vault
@takes_a_while("pages")
def tell(*, vault: Vault, now: datetime, voice: Voice, out: Path, large_print: bool) -> None:
    """A letter for each old copy."""
    made = tell_them(vault, shelf(), now.date(), words, out, large_print=large_print)
    voice.document({"letters": {copy: str(path) for copy, path in made.items()}})
    for path in made.values():
        voice.line(str(path))
    voice.words("letter.done")
