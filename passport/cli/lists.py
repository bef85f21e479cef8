"""``list``: the entries of one form, or the copies, as a table, as stories, or along a timeline."""

from collections.abc import Sequence
from datetime import datetime

import click

from passport.actions import lists
from passport.actions.lists import Entry, Sort, View
from passport.actions.timeline import timeline
from passport.cli.opening import opens_vault
from passport.cli.say import Voice, words
from passport.forms.shelf import shelf
from passport.vault.vault import Vault

_WIDEST = 72
"""Letters across of a drawing, where there is more room: as wide as our columns on the full screen."""


@click.command("list", help=words("lists.command"))
@click.argument("form")
@click.option(
    "--view",
    type=click.Choice([one.value for one in View]),
    default=View.TABLE.value,
    help=words("lists.option_view"),
)
@click.option(
    "--sort",
    type=click.Choice([one.value for one in Sort]),
    default=Sort.DATE.value,
    help=words("lists.option_sort"),
)
@click.option("--filter", "typed", default="", metavar="WORDS", help=words("lists.option_filter"))
@opens_vault
def list_(*, vault: Vault, now: datetime, voice: Voice, form: str, view: str, sort: str, typed: str) -> None:
    """Nothing found is no error: the exit code is 0."""
    if View(view) not in lists.views(shelf(), form):
        raise click.UsageError(words("lists.not_along"))
    every = lists.entries(vault, shelf(), form, now.date(), words)
    found = lists.arranged(every, Sort(sort), typed)
    voice.document(
        {
            "list": form,
            "view": view,
            "sort": sort,
            "filter": typed,
            "all": len(every),
            "entries": [one.to_plain() for one in found],
        }
    )
    if voice.as_json:
        return
    if not every:
        voice.words("commands.nothing_kept")
    elif typed:
        voice.words("lists.count" if found else "lists.none", count=len(found), all=len(every))
    _SHOWN[View(view)](voice, found, now)


def _table(voice: Voice, found: Sequence[Entry], now: datetime) -> None:
    del now
    for one in found:
        voice.line(f"{one.id}  {lists.one_line(one, words)}")


def _stories(voice: Voice, found: Sequence[Entry], now: datetime) -> None:
    del now
    for one in found:
        voice.line(f"{one.id}  {lists.one_line(one, words)}")
        for label, lines in one.story:
            voice.line(f"  {label}")
            for line in lines:
                voice.line("\n".join(f"    {part}" for part in line.split("\n")))
        voice.line()


def _along_the_years(voice: Voice, found: Sequence[Entry], now: datetime) -> None:
    if not found:
        return
    drawn, width = timeline(found, now.date()), min(_WIDEST, voice.drawing_room()[0] - 1)
    voice.line(drawn.scale(width))
    for year in drawn.years:
        voice.line()
        voice.line(str(year.year) if year.year is not None else words("lists.no_date"))
        for one in year.entries:
            if bar := drawn.bar(one, width):
                voice.line(bar)
            voice.line(f"  {lists.one_line(one, words)}")
    voice.line()
    voice.words("lists.bars")


_SHOWN = {View.TABLE: _table, View.STORY: _stories, View.TIMELINE: _along_the_years}
