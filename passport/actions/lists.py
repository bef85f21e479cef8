"""The lists of what a person keeps many of: pieces of work, training, people, copies. What sorts where, and what matches.

Every front asks the same functions, and only shows what it is given. Nothing is stored.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from passport.actions.copies import Held
from passport.actions.copies import copies as copies_held
from passport.actions.due import Says, due
from passport.actions.form_now import shown
from passport.actions.home import entry_title
from passport.forms.dates import Range, show_date, span
from passport.forms.interview import progress
from passport.forms.pack import Kind, Pack, Question
from passport.forms.shelf import Shelf
from passport.record.answers import question_of, texts_in
from passport.record.audience import ON_ITS_OWN_PAGE
from passport.record.sections import Item, Section
from passport.vault.found import ready_to_search, wanted_words
from passport.vault.vault import Vault
from passport.wording.words import Words

COPIES = "copies"
"""In place of a form: the list of who has a copy."""
_NO_DAY, _PIECES = date.min, {Kind.SHORT_TEXT, Kind.LONG_TEXT}


class View(StrEnum):
    """How a list is shown."""

    TABLE = "table"
    STORY = "story"
    TIMELINE = "timeline"


class Sort(StrEnum):
    """In which order. Where two are alike, the newer stands first."""

    DATE = "date"
    """The newest first; at the end what has no date."""
    NAME = "name"
    """By what it is called, whatever the size of its letters and the marks on them; at the end what has no name."""
    ATTENTION = "attention"
    """First what ran out or is out of date, the longest ago first; then what is not finished; then the rest by date."""


class Needs(StrEnum):
    """How much an entry wants to be looked at, the most first."""

    NOW = "now"
    SOON = "soon"
    FINISHING = "finishing"
    NOTHING = "nothing"


_ORDER = list(Needs)


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One entry of a list, in words."""

    id: str
    """Of its section, or of the copy."""
    title: str
    named: bool
    """Whether the person called it something."""
    when: str
    """Such as ``about 2015 to June 2018``; empty where no date was given."""
    began: Range | None
    ended: Range | None
    """The days it may have ended on; of something that goes on, or that was on one day, None."""
    goes_on: bool
    standing: str
    """Where it stands, such as ``Completed``."""
    attention: tuple[str, ...]
    """Why it wants to be looked at; empty where it does not."""
    needs: Needs
    since: date
    """The day of what it needs most; for the order only."""
    story: tuple[tuple[str, tuple[str, ...]], ...]
    """What it tells: each question that was answered, with the words."""
    looked_for: str
    """All its words, ready to be searched."""

    def to_plain(self) -> dict[str, object]:
        """As JSON."""
        return {
            "id": self.id,
            "title": self.title,
            "when": self.when,
            "first_day": self.began.first.isoformat() if self.began else None,
            "last_day": self.ended.last.isoformat() if self.ended else None,
            "goes_on": self.goes_on,
            "standing": self.standing,
            "attention": list(self.attention),
            "story": [{"label": label, "lines": list(lines)} for label, lines in self.story],
        }


Known = dict[str, tuple[Section, date, Entry]]
"""What was told before, by id: of a section that is still the same, on the same day, it need not be told again."""


def entries(
    vault: Vault, shelf: Shelf, form: str, today: date, words: Words, known: Known | None = None
) -> tuple[Entry, ...]:
    """Every entry of a form, or every copy, in the order they were begun. ``known`` is used and filled. Raises UnknownForm."""
    if form == COPIES:
        return tuple(_of_copy(one, vault, shelf, words) for one in reversed(copies_held(vault, shelf)))
    pack = shelf.pack(form)
    tells, before = _Tells(pack, today, words), known or {}
    found = {}
    for section in vault.passport().begun(form):
        was = before.get(section.id)
        same = was is not None and was[0] is section and was[1] == today
        found[section.id] = was if same and was is not None else (section, today, tells.entry(section))
    if known is not None:
        known.clear()
        known.update(found)
    return tuple(one for _, _, one in found.values())


def views(shelf: Shelf, form: str) -> tuple[View, ...]:
    """The ways in which a list can be seen: along a timeline only where its entries have dates. Raises UnknownForm."""
    dated = form == COPIES or bool(shelf.pack(form).began)
    return tuple(View) if dated else (View.TABLE, View.STORY)


def one_line(entry: Entry, words: Words) -> str:
    """An entry as one line, with all that a table shows of it."""
    named = ", ".join(one for one in (entry.title, entry.when) if one)
    standing = " ".join([entry.standing, *entry.attention]).strip()
    return words("lists.line", entry=named, standing=standing) if standing else named


def arranged(found: Iterable[Entry], sort: Sort, typed: str = "") -> tuple[Entry, ...]:
    """Those in which all of these words stand, each as the beginning of a word; in this order. Nothing typed: all of them."""
    wanted = [ready_to_search(one) for one in wanted_words(typed)]
    left = [one for one in found if all(word in one.looked_for for word in wanted)]
    newest = sorted(enumerate(left), key=lambda at: (_newest(at[1]), at[0]), reverse=True)
    by_date = [one for _, one in newest]
    if sort is Sort.NAME:
        return tuple(sorted(by_date, key=lambda one: (not one.named, ready_to_search(one.title))))
    if sort is Sort.ATTENTION:
        return tuple(sorted(by_date, key=lambda one: (_ORDER.index(one.needs), one.since)))
    return tuple(by_date)


def _newest(one: Entry) -> tuple[date, date]:
    """By when it began; of two that began together, what went on longer is newer."""
    if one.began is None:
        return one.ended.last if one.ended else _NO_DAY, _NO_DAY
    ended = date.max if one.goes_on else (one.ended or one.began).last
    return one.began.last, ended


class _Tells:
    """Puts the entries of one form in words."""

    def __init__(self, pack: Pack, today: date, words: Words) -> None:
        self._pack, self._today, self._words = pack, today, words
        asked = [pack.question(one) for one in pack.story] or [
            one for page in pack.pages for one in page.questions
        ]
        self._asked = [
            one
            for one in asked
            if one is not None
            and one.kind not in {Kind.AUTOMATIC, Kind.FIXED}
            and one.id not in {*ON_ITS_OWN_PAGE, pack.entry_title}
        ]

    def entry(self, section: Section) -> Entry:
        """One entry."""
        pack, words = self._pack, self._words
        began, ended = self._day(section, pack.began), self._day(section, pack.ended)
        goes_on = began is not None and bool(pack.ended) and ended is None
        said = list(due(pack, section, self._today))
        needs, since, standing = self._standing(
            section, [one.says for one in said], [one.day for one in said]
        )
        title, when = entry_title(pack, section, words), self._when(section, goes_on=goes_on)
        story = tuple((one.label, lines) for one in self._asked if (lines := self._lines(section, one)))
        attention = tuple(self._attention(one.says, one.day, one.place) for one in said)
        typed = [
            text
            for place, answer in section.answers.items()
            if question_of(place) not in ON_ITS_OWN_PAGE
            for text in texts_in(answer.words)
        ]
        told = [line for _, lines in story for line in lines]
        return Entry(
            id=section.id,
            title=title,
            named=title != words("home.untitled"),
            when=when,
            began=began,
            ended=ended,
            goes_on=goes_on,
            standing=standing,
            attention=attention,
            needs=needs,
            since=since,
            story=story,
            looked_for=ready_to_search("\n".join([title, when, standing, *attention, *told, *typed])),
        )

    def _standing(self, section: Section, said: list[Says], days: list[date]) -> tuple[Needs, date, str]:
        if section.stopped_on is not None:
            return Needs.NOTHING, _NO_DAY, self._words("outcome.stopped")
        status = progress(self._pack, section, self._today)
        standing = self._words(f"status.{status}")
        if said:
            soon = all(one is Says.RUNS_OUT for one in said)
            return Needs.SOON if soon else Needs.NOW, min(days), standing
        return Needs.NOTHING if status == "completed" else Needs.FINISHING, _NO_DAY, standing

    def _attention(self, says: Says, day: date, place: str) -> str:
        asked = self._pack.question(place)
        label = asked.label if asked is not None else ""
        return self._words(f"lists.{says}", date=show_date(day.isoformat()), label=label)

    def _when(self, section: Section, *, goes_on: bool) -> str:
        pack, words = self._pack, self._words
        first, last = (self._typed(section, one) for one in (pack.began, pack.ended))
        if goes_on:
            return words("lists.since", first=first)
        if first and last and first != last:
            return words("lists.from_to", first=first, last=last)
        return first or (words("lists.until", last=last) if last else "")

    def _typed(self, section: Section, question: str) -> str:
        """The date in words; what could not be read as one, as it was typed."""
        asked = self._pack.question(question)
        answer = section.answers.get(question)
        return ", ".join(shown(asked, answer, self._words)) if asked is not None else ""

    def _day(self, section: Section, question: str) -> Range | None:
        return span(section.value(question)) if question else None

    def _lines(self, section: Section, question: Question) -> tuple[str, ...]:
        if question.kind is not Kind.PART:
            return shown(question, section.answers.get(question.id), self._words)
        told = (self._of_item(question, item) for item in section.items(question.id))
        return tuple(line for line in told if line)

    def _of_item(self, part: Question, item: Item) -> str:
        """What was typed about one item, on one line."""
        texts = (one for one in part.questions if one.kind in _PIECES)
        lines = (line for one in texts for line in shown(one, item.answers.get(one.id), self._words))
        return "; ".join(lines)


def _of_copy(held: Held, vault: Vault, shelf: Shelf, words: Words) -> Entry:
    copy = held.copy
    given = Range(copy.given_on, copy.given_on)
    standing = words(f"commands.copy_{held.stands}")
    told = tuple(_told_of_copy(held, vault, shelf, words))
    return Entry(
        id=copy.id,
        title=copy.holder,
        named=bool(copy.holder.strip()),
        when=show_date(copy.given_on.isoformat()),
        began=given,
        ended=None,
        goes_on=False,
        standing="" if held.old else standing,
        attention=(standing,) if held.old else (),
        needs=Needs.NOW if held.old else Needs.NOTHING,
        since=copy.given_on if held.old else _NO_DAY,
        story=told,
        looked_for=ready_to_search(
            "\n".join([copy.holder, standing, *(line for _, lines in told for line in lines)])
        ),
    )


def _told_of_copy(
    held: Held, vault: Vault, shelf: Shelf, words: Words
) -> Iterator[tuple[str, tuple[str, ...]]]:
    copy, passport = held.copy, vault.passport()
    version = words("screens.copies.given", version=copy.version, date=show_date(copy.given_on.isoformat()))
    kind = (words(f"copies.kind_{held.kind}"),) if held.kind != "paper" else ()
    yield words("lists.which"), (version, *kind)
    forms = dict.fromkeys(
        section.form for one in copy.sections if (section := passport.section(one)) is not None
    )
    titles = tuple(pack.title for one in forms if (pack := shelf.packs.get(one)) is not None)
    if titles:
        yield words("lists.holds"), titles
    if copy.reason:
        yield words("lists.reason"), (copy.reason,)
