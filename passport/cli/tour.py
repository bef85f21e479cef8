"""``tour`` and ``news``: read in a few lines. Neither opens a record."""

import click

from passport.actions.news import releases
from passport.actions.tour import TOUR
from passport.cli.opening import json_option, opens_no_vault
from passport.cli.say import Voice, words


@click.command(help=words("tour.command"))
@opens_no_vault
@json_option
def tour(*, as_json: bool) -> None:
    """Each step, with its heading."""
    voice = Voice(as_json=as_json)
    voice.document({"steps": [{"title": one.title(words), "text": one.text(words)} for one in TOUR]})
    for number, one in enumerate(TOUR, 1):
        voice.line(f"{number} {one.title(words)}")
        voice.line(f"    {one.text(words)}")


@click.command(help=words("news.command"))
@click.option("--all", "every", is_flag=True, help=words("news.all_option"))
@opens_no_vault
@json_option
def news(*, every: bool, as_json: bool) -> None:
    """This version, or all of them."""
    voice = Voice(as_json=as_json)
    found = releases(words.language)[: None if every else 1]
    voice.document({"releases": [{"version": one.version, "lines": list(one.lines)} for one in found]})
    for one in found:
        voice.words("news.version", version=one.version)
        for line in one.lines:
            voice.line(f"    {line}")
