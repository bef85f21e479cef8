"""Things to do: what the dates and the rules say of the person's own papers today. Computed when asked, never stored.

It never nags: a person who wants to be left in peace is, for a week, a month, or until they ask again.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from passport.actions.answer import put
from passport.actions.back_up import backups
from passport.actions.copies import held
from passport.actions.due import Says, due
from passport.actions.home import entry_title
from passport.actions.looked import Looked
from passport.actions.recovery import are_to_write_down
from passport.forms.dates import show_date
from passport.forms.pack import Pack
from passport.forms.shelf import Shelf
from passport.law.assess import steps
from passport.law.findings import Outcome
from passport.record.answers import Place
from passport.record.passport import Passport
from passport.record.sections import Section
from passport.vault.vault import Vault
from passport.wording.words import Words

_PEACE = "left_in_peace"
"""Kept in the vault: the last day of peace as ISO 8601, or ``asked``."""
_BACKUP_AGE = timedelta(days=90)


class Peace(StrEnum):
    """For how long the list stays quiet."""

    WEEK = "week"
    MONTH = "month"
    ASKED = "asked"
    """Until the person asks for the list again."""


_DAYS = {Peace.WEEK: 7, Peace.MONTH: 30}


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing to do, and where it is done: a place of a section, a whole section, or a page by its name."""

    sentence: str
    page: str = ""
    section: str = ""
    place: Place = ""
    still_right: str = ""
    """What to say where the answer may simply be right as it is; empty where that is no way to do it."""

    def to_plain(self) -> dict[str, object]:
        """For the command line's document."""
        return {"sentence": self.sentence, "page": self.page, "section": self.section, "place": self.place}


@dataclass(frozen=True, slots=True)
class ToDo:
    """The list today."""

    things: tuple[Thing, ...]
    """Everything there is, whether or not the person is left in peace."""
    peace: str
    """Until when they are left in peace, in words; empty where they are not."""


def to_do(vault: Vault, shelf: Shelf, today: date, words: Words, looked: Looked | None = None) -> ToDo:
    """The things to do: who has to be told, what a paper still needs, what the dates say, then what keeps the record safe.

    ``looked`` is what was found of the papers already.
    """
    passport = vault.passport()
    things = (
        *_old_copies(passport, shelf, words),
        *_papers(passport, shelf, words, looked or Looked(passport, today)),
        *_dates(passport, shelf, today, words),
        *_safety(vault, today, words),
    )
    return ToDo(tuple(dict.fromkeys(things)), _peace(vault, today, words))


def on_first_page(
    vault: Vault, shelf: Shelf, today: date, words: Words, looked: Looked | None = None
) -> tuple[str, str]:
    """How many things there are, and the first of them, in words. Both empty where there is none, or the person has peace."""
    things = () if _peace(vault, today, words) else to_do(vault, shelf, today, words, looked).things
    if not things:
        return "", ""
    return words("to_do.one" if len(things) == 1 else "to_do.count", count=len(things)), things[0].sentence


def leave_in_peace(vault: Vault, how_long: Peace, today: date) -> None:
    """Keep the list quiet for a while. The list itself stays as it is. Raises NoRoom, NoPermission."""
    days = _DAYS.get(how_long)
    vault.keep(_PEACE, Peace.ASKED if days is None else (today + timedelta(days=days)).isoformat())


def show_again(vault: Vault) -> None:
    """The person asks for the list again. Raises NoRoom, NoPermission."""
    vault.forget(_PEACE)


def say_still_right(vault: Vault, shelf: Shelf, thing: Thing, now: datetime) -> None:
    """The same words again, as of today. Raises UnknownEntry, NoRoom, NoPermission."""
    answer = vault.section(thing.section).answers[thing.place]
    put(vault, shelf, thing.section, thing.place, answer.words, now)


def _peace(vault: Vault, today: date, words: Words) -> str:
    kept = str(vault.kept(_PEACE) or "")
    if not kept:
        return ""
    if kept == Peace.ASKED:
        return words("to_do.peace_asked")
    return words("to_do.peace", date=show_date(kept)) if kept >= today.isoformat() else ""


def _old_copies(passport: Passport, shelf: Shelf, words: Words) -> Iterator[Thing]:
    behind = len({one.copy.holder for one in held(passport, shelf) if one.old})
    if behind:
        yield Thing(words("to_do.tell_one" if behind == 1 else "to_do.tell", count=behind), page="tell")


def _papers(passport: Passport, shelf: Shelf, words: Words, looked: Looked) -> Iterator[Thing]:
    """The next step of every paper that is begun and not ready."""
    for section, pack in _standing(passport, shelf):
        if not pack.has_outcome:
            continue
        found = looked.at(section, pack)
        looks = [one.id for one in found.refusals if one.outcome is not Outcome.STOPPED] or [""]
        first = next((step for at in looks for step in steps(found, at)), None)
        if first is not None:
            title = _title(pack, section, words)
            yield Thing(
                words("to_do.paper", paper=title, sentence=first.sentence),
                section=section.id,
                place=first.question,
            )


def _dates(passport: Passport, shelf: Shelf, today: date, words: Words) -> Iterator[Thing]:
    for section, pack in _standing(passport, shelf):
        paper = _title(pack, section, words)
        for one in due(pack, section, today):
            asked = pack.question(one.place)
            label = asked.label if asked is not None else ""
            sentence = words(
                f"to_do.{one.says}", paper=paper, label=label, date=show_date(one.day.isoformat())
            )
            right = words("to_do.still_right", paper=paper) if one.says is Says.GROWN_OLD else ""
            yield Thing(sentence, section=section.id, place=one.place, still_right=right)


def _safety(vault: Vault, today: date, words: Words) -> Iterator[Thing]:
    if are_to_write_down(vault):
        yield Thing(words("screens.home.recovery_row"), page="recovery")
    written = backups(vault).written
    if not written:
        yield Thing(words("to_do.never_backed_up"), page="backups")
    elif date.fromisoformat(written[:10]) + _BACKUP_AGE <= today:
        yield Thing(words("to_do.backed_up", date=show_date(written[:10])), page="backups")


def _standing(passport: Passport, shelf: Shelf) -> Iterator[tuple[Section, Pack]]:
    """What was not stopped, the newest of a form that is there once."""
    for pack in shelf.packs.values():
        begun = [one for one in passport.begun(pack.id) if one.stopped_on is None and one.answers]
        for section in begun if pack.repeats else begun[-1:]:
            yield section, pack


def _title(pack: Pack, section: Section, words: Words) -> str:
    return entry_title(pack, section, words) if pack.repeats else pack.title
