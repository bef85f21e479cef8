"""``erase``: what goes and what cannot be reached, and with ``--yes``, erasing it for good."""

from datetime import datetime

import click

from passport.actions.erase import What, going
from passport.actions.erase import erase as erase_it
from passport.cli.opening import entry_option, opens_vault
from passport.cli.say import Voice, words
from passport.forms.shelf import shelf
from passport.vault.vault import Vault


@click.command(help=words("erase.command"))
@entry_option
@click.option("--place", default="", help=words("erase.command_place"))
@click.option("--item", default="", metavar="LIST.ID", help=words("erase.command_item"))
@click.option("--copy", default="", metavar="ID", help=words("erase.command_copy"))
@click.option("--file", default="", metavar="ID", help=words("erase.command_file"))
@click.option("--yes", is_flag=True, help=words("erase.command_yes"))
@opens_vault
def erase(
    *,
    vault: Vault,
    now: datetime,
    voice: Voice,
    entry: str | None,
    place: str,
    item: str,
    copy: str,
    file: str,
    yes: bool,
) -> None:
    """Without ``--yes`` nothing is erased: it only says what would go."""
    if not any((entry, copy, file)):
        raise click.UsageError(words("erase.say_what"))
    part, _, id_ = item.partition(".")
    what = What(entry or "", part or place, id_, copy, file)
    would = going(vault, shelf(), what, words)
    for line in (would.what, words("erase.never"), words("erase.cannot_title") + ":", *would.cannot):
        voice.line(line)
    left = erase_it(vault, shelf(), what, now, words).left if yes else ()
    voice.document(
        {"erased": yes, "what": would.what, "cannot_reach": list(would.cannot), "left": list(left)}
    )
    voice.words("erase.done" if yes else "erase.yes_wanted")
    for line in left:
        voice.line(line)
