"""``support``: where to get support now. It opens no record and calls no one."""

from pathlib import Path

import click

from passport.actions.open_shown import shown
from passport.actions.places import places
from passport.actions.support import support as lines
from passport.cli.opening import json_option, passphrase_unused, vault_option
from passport.cli.say import Voice, words

_NATIONS = ("england", "wales", "scotland", "northern_ireland")


@click.command(help=words("to_do.support"))
@click.option("--nation", type=click.Choice(_NATIONS), default=None, help=words("to_do.support_nation"))
@vault_option
@passphrase_unused
@json_option
def support(*, nation: str | None, vault_folder: Path | None, as_json: bool) -> None:
    """Each service in one line; all of them, each with where it answers, where no nation is named. The open card first."""
    voice, found = Voice(as_json=as_json), lines(nation or "", words)
    own = shown(places(vault_folder).vault)
    plain = {"lines": [{"line": one.line, "more": one.more} for one in found]}
    voice.document({**plain, "open_card": list(own)} if own else plain)
    voice.words("screens.support.emergency")
    if own:
        voice.words("open_card.own_words")
        for line in own:
            voice.line(line)
        voice.words("open_card.shown_not_locked")
    for one in found:
        voice.line(f"{one.line}. {one.more}".strip())
    voice.words("screens.support.calls")
