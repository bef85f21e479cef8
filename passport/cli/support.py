"""``support``: where to get support now. It opens no record and calls no one."""

import click

from passport.actions.support import support as lines
from passport.cli.opening import json_option, opens_no_vault
from passport.cli.say import Voice, words

_NATIONS = ("england", "wales", "scotland", "northern_ireland")


@click.command(help=words("to_do.support"))
@click.option("--nation", type=click.Choice(_NATIONS), default=None, help=words("to_do.support_nation"))
@opens_no_vault
@json_option
def support(*, nation: str | None, as_json: bool) -> None:
    """Each service in one line; all of them, each with where it answers, where no nation is named."""
    voice, found = Voice(as_json=as_json), lines(nation or "", words)
    voice.document({"lines": [{"line": one.line, "more": one.more} for one in found]})
    voice.words("screens.support.emergency")
    for one in found:
        voice.line(f"{one.line}. {one.more}".strip())
    voice.words("screens.support.calls")
