"""``history`` and ``bring-back``: what was written before, and saving it once more."""

from collections.abc import Iterator
from datetime import datetime

import click

from passport.actions import history as earlier
from passport.actions.answer import existing
from passport.actions.beside import Beside, beside
from passport.cli.answers import say_saved
from passport.cli.opening import entry_option, opens_vault
from passport.cli.say import Voice, words
from passport.errors import NothingBefore
from passport.forms.dates import show_date
from passport.forms.shelf import shelf
from passport.record.answers import Place
from passport.record.sections import Section
from passport.vault.vault import Vault

item_option = click.option("--item", metavar="LIST.ID", help=words("history.command_item"))


def when_and_by(one: earlier.Before) -> str:
    """Such as ``23 November 2026, 14:02, by you``."""
    when = f"{show_date(one.when.date().isoformat())}, {one.when:%H:%M}"
    return words("history.when", when=when, by=words("history.me") if one.by == "me" else one.by)


@click.command(help=words("history.command"))
@click.argument("form", required=False)
@entry_option
@click.option("--place", default="", help=words("history.command_place"))
@click.option("--number", type=int, help=words("beside.command"))
@opens_vault
def history(
    *,
    vault: Vault,
    now: datetime,
    voice: Voice,
    form: str | None,
    entry: str | None,
    place: str,
    number: int | None,
) -> None:
    """Of every section, one form or one entry; and what was taken out. Or one answer beside the words of today."""
    del now
    if number is not None:
        _beside_today(vault, voice, number)
        return
    if form is not None:
        shelf().pack(form)
    if entry is not None:
        existing(vault, form or entry.rpartition("-")[0], entry)
    sections = [
        one for one in vault.passport().sections if form in {None, one.form} and entry in {None, one.id}
    ]
    gone = [
        one
        for one in earlier.entries_taken_out(vault, shelf(), words)
        if entry is None and form in {None, one.section.rpartition("-")[0]}
    ]
    document = [_told(vault, voice, one, place) for one in sections]
    voice.document(
        {
            "entries": document,
            "entries_taken_out": [{"entry": one.section, "title": one.title} for one in gone],
        }
    )
    if voice.as_json:
        return
    if gone:
        voice.words("history.entries")
    for one in gone:
        voice.line(f"  {one.section}  {one.title}")
    if not gone and not any(one["answers"] for one in document):
        voice.words("history.none")


def _beside_today(vault: Vault, voice: Voice, number: int) -> None:
    """Raises NothingBefore."""
    for section in vault.passport().sections:
        for one in earlier.history(vault, shelf(), section.id, words):
            if one.number == number:
                pair = beside(vault, shelf(), section.id, one, words)
                voice.document({"entry": section.id, **one.to_plain(), **pair.to_plain()})
                if not voice.as_json:
                    voice.line(f"{section.id}  {one.label}  ({when_and_by(one)})")
                    for line in both(pair):
                        voice.line(f"  {line}")
                return
    raise NothingBefore


def both(pair: Beside) -> Iterator[str]:
    """The two answers one after the other, then in words what stands in only one of them."""
    nothing = words("beside.nothing")
    yield words("beside.then", words="; ".join(pair.then) or nothing)
    yield words("beside.now", words="; ".join(pair.now) or nothing)
    if pair.same:
        yield words("beside.same")
    for when, runs in (("only_then", pair.only_then), ("only_now", pair.only_now)):
        yield from (words(f"beside.{when}", words=run) for run in runs)


def _told(vault: Vault, voice: Voice, section: Section, place: Place) -> dict[str, object]:
    """One section, in lines; returned as JSON."""
    found = earlier.history(vault, shelf(), section.id, words, place)
    items = earlier.items_taken_out(vault, shelf(), section.id, words)
    if not voice.as_json and (found or items):
        voice.line(section.id)
        for before in found:
            voice.line(f"  {before.number}  {before.label}  ({when_and_by(before)})")
            for line in before.lines or (words("history.emptied"),):
                voice.line(f"    {line}")
        for item in items:
            voice.line(f"  {words('history.items')}: {item.part}.{item.item}  {item.title}")
    return {
        "entry": section.id,
        "answers": [one.to_plain() for one in found],
        "items_taken_out": [{"item": f"{one.part}.{one.item}", "title": one.title} for one in items],
    }


@click.command("bring-back", help=words("history.command_back"))
@click.argument("number", type=int, required=False)
@entry_option
@item_option
@opens_vault
def bring_back(
    *, vault: Vault, now: datetime, voice: Voice, number: int | None, entry: str | None, item: str | None
) -> None:
    """An answer by its number, an item of a list, or a whole entry."""
    if number is not None:
        section = entry or next(
            (
                one.id
                for one in vault.passport().sections
                if any(before.number == number for before in vault.history(one.id))
            ),
            None,
        )
        if section is None:
            raise NothingBefore
        say_saved(voice, earlier.bring_back(vault, shelf(), section, number, now))
    elif entry is not None and item is not None:
        part, _, id_ = item.partition(".")
        say_saved(voice, earlier.bring_item_back(vault, shelf(), entry, part, id_, now))
    elif entry is not None:
        back = earlier.bring_entry_back(vault, entry)
        voice.document({"section": back.id})
        voice.words("history.back")
    else:
        raise click.UsageError(words("history.say_what"))
