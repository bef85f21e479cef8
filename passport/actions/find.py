"""Find words in everything that is kept: answers, who holds a copy and why, names of kept files. Each leads to its place.

Nothing of it is stored, and nothing leaves. What belongs on its own page alone is not among what is found.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from passport.actions.form_now import item_title, shown
from passport.actions.home import entry_title
from passport.forms.pack import Kind, Pack, Question
from passport.forms.shelf import Shelf
from passport.record.answers import Place, question_of
from passport.record.audience import ON_ITS_OWN_PAGE
from passport.record.sections import Section
from passport.vault.found import COPY, FILE, Hit, stands_in, wanted_words
from passport.vault.vault import Vault
from passport.wording.words import Words

MOST = 60
"""More than this nobody reads through: they type another letter."""
_LONGEST = 120
"""Letters of a line that is shown."""
_CHOOSING = {Kind.CHOOSE_ONE, Kind.CHOOSE_MANY}


class In(StrEnum):
    """What the words stand in."""

    ANSWER = "answer"
    COPY = "copy"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Found:
    """One place where the words stand, in words."""

    kind: In
    where: str
    """Such as ``My crisis plan: What helps``."""
    line: str
    """The line they stand in."""
    section: str = ""
    place: Place = ""
    id: str = ""
    """Of the copy or the kept file."""

    def to_plain(self) -> dict[str, str]:
        """As JSON."""
        at = {"entry": self.section, "place": self.place} if self.kind is In.ANSWER else {"id": self.id}
        return {"kind": self.kind.value, **at, "where": self.where, "line": self.line}


@dataclass(frozen=True, slots=True)
class Finds:
    """What was found, the newest words first. ``more``: there is more than anyone reads through."""

    found: tuple[Found, ...]
    more: bool = False


def find(vault: Vault, shelf: Shelf, typed: str, words: Words) -> Finds:
    """Every place where all of these words stand, each as the beginning of a word. Nothing for no words."""
    wanted = wanted_words(typed)
    if not wanted:
        return Finds(())
    seeker = _Seeker(vault, shelf, words, wanted)
    found: dict[tuple[str, Place], Found] = {}
    for hit in vault.find(typed, MOST + 1):
        one = seeker.found(hit)
        if one is not None:
            found.setdefault((hit.section, hit.place), one)
    for section, place, label in seeker.chosen():
        if len(found) > MOST:
            break
        if (section.id, place) not in found:
            found[section.id, place] = seeker.in_answer(section, place, label)
    return Finds(tuple(found.values())[:MOST], len(found) > MOST)


@dataclass(frozen=True, slots=True)
class _Seeker:
    """Puts what was found in words."""

    vault: Vault
    shelf: Shelf
    words: Words
    wanted: tuple[str, ...]

    def found(self, hit: Hit) -> Found | None:
        """One hit in words; None for what is no words of theirs, such as the numbers of a list's items."""
        if hit.place.startswith(COPY):
            return Found(
                In.COPY, self.words("find.copy"), self._line(hit.words), id=hit.place.removeprefix(COPY)
            )
        if hit.place.startswith(FILE):
            return Found(
                In.FILE, self.words("find.file"), self._line(hit.words), id=hit.place.removeprefix(FILE)
            )
        section = self.vault.passport().section(hit.section)
        if section is None or question_of(hit.place) in ON_ITS_OWN_PAGE:
            return None
        pack = self.shelf.packs.get(section.form)
        question = pack.question(question_of(hit.place)) if pack is not None else None
        if question is None:
            return self.in_answer(section, hit.place, self._line(hit.words))
        if question.kind in {Kind.PART, Kind.AUTOMATIC}:
            return None
        said = shown(question, section.answers.get(hit.place), self.words)
        if question.kind in _CHOOSING and not stands_in(self.wanted, "\n".join(said)):
            return None
        return self.in_answer(section, hit.place, self._line(hit.words if len(said) != 1 else said[0]))

    def chosen(self) -> Iterator[tuple[Section, Place, str]]:
        """What was chosen and is called by these words: the record holds only the choice's id."""
        for form, pack in self.shelf.packs.items():
            for question in pack.questions():
                labels = {one.id: one.label for one in question.choices if stands_in(self.wanted, one.label)}
                if labels and question.kind in _CHOOSING and question.id not in ON_ITS_OWN_PAGE:
                    yield from self._chosen(pack, question, labels, form)

    def _chosen(
        self, pack: Pack, question: Question, labels: dict[str, str], form: str
    ) -> Iterator[tuple[Section, Place, str]]:
        part = pack.part_of(question.id)
        for section in reversed(self.vault.passport().of_form(form)):
            ids = [item.id for item in section.items(part.id)] if part is not None else [""]
            for item in ids:
                place = f"{part.id}.{item}.{question.id}" if part is not None else question.id
                value = section.value(place)
                for one in value if isinstance(value, tuple) else (value,):
                    if one in labels:
                        yield section, place, labels[str(one)]

    def in_answer(self, section: Section, place: Place, line: str) -> Found:
        """An answer: the form, which entry of it, which item, and the question."""
        pack = self.shelf.packs.get(section.form)
        if pack is None:
            return Found(In.ANSWER, section.form, line, section.id, place)
        where = [pack.title]
        if pack.repeats:
            where.append(entry_title(pack, section, self.words))
        part, _, rest = place.partition(".")
        list_ = pack.question(part) if rest else None
        if list_ is not None:
            where.append(item_title(list_, section.item(part, rest.partition(".")[0]), self.words))
        label = label_at(pack, place)
        where_words = ", ".join(where)
        return Found(
            In.ANSWER, self.words("find.place", form=where_words, label=label), line, section.id, place
        )

    def _line(self, text: str) -> str:
        """The first line with one of the words in it, no longer than a person takes in."""
        lines = [line.strip() for line in text.splitlines() if line.strip()] or [""]
        line = next((one for one in lines if any(stands_in((word,), one) for word in self.wanted)), lines[0])
        return line if len(line) <= _LONGEST else self._around(line)

    def _around(self, line: str) -> str:
        low = line.lower()
        at = next((low.find(word.lower()) for word in self.wanted if word.lower() in low), 0)
        start = max(0, min(at - 30, len(line) - _LONGEST))
        before, after = "…" if start else "", "…" if start + _LONGEST < len(line) else ""
        return f"{before}{line[start : start + _LONGEST]}{after}"


def label_at(pack: Pack | None, place: Place) -> str:
    """What the question at a place is called, also one that is not asked any more; its id where nobody knows."""
    id_ = question_of(place)
    asked = pack.question(id_) if pack is not None else None
    return asked.label if asked is not None else (pack.gone.get(id_, id_) if pack is not None else id_)
