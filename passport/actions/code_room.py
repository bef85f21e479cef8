"""What the code of a paper says and how full it is, in words: the same on the full screen, in plain lines and for a command."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from passport.checking.check_qr import document_of
from passport.checking.report import Report
from passport.errors import NotForCode, TooMuchForCode
from passport.forms.interview import own_title
from passport.forms.shelf import Shelf
from passport.qr.can_say import CanSay
from passport.qr.meter import Meter
from passport.qr.table import table
from passport.qr.token import Token
from passport.record.passport import Passport
from passport.wording.words import Words

NOTHING = "none"
"""What a command gives for a code that says nothing."""
_ROOM = ((60, "lots"), (80, "some"), (95, "little"), (100, "none"))
"""Up to how many per cent which words hold."""


@dataclass(frozen=True, slots=True)
class CodeRow:
    """One thing that the code may say."""

    key: str
    label: str
    """Our label, or the form and what the person calls that entry."""
    goes_in: bool


@dataclass(frozen=True, slots=True)
class CodeRoom:
    """The code of one paper while it is chosen. Nothing of it is kept anywhere."""

    meter: Meter
    shared: Passport
    shelf: Shelf
    words: Words

    def rows(self) -> tuple[CodeRow, ...]:
        """Everything the code may say, in the order it matters."""
        return tuple(
            CodeRow(one.key, self._label(one), one.key in self.meter.picked) for one in self.meter.can
        )

    def switched(self, key: str) -> "CodeRoom":
        """With this put in, or left out."""
        return replace(self, meter=self.meter.switched(key))

    def full(self) -> tuple[str, ...]:
        """How many entries it holds and how full it is; where that is too full, what to leave out."""
        said, percent = self.meter.said, self.meter.percent
        lines = []
        if said.entries_in_all:
            lines.append(self.words("code.holds", count=len(said.entries), all=said.entries_in_all))
        if too_much := self.meter.too_much():
            return (*lines, self.words("code.room_over", percent=percent), *self._labels(too_much))
        level = next(name for most, name in _ROOM if percent <= most)
        return (*lines, self.words(f"code.room_{level}", percent=percent))

    def in_words(self) -> tuple[str, ...]:
        """As ``full``, then a line for each thing that is only on the paper."""
        left_out = self._labels(self.meter.left_out)
        return (*self.full(), *((self.words("code.left_out"), *left_out) if left_out else ()))

    def says(self) -> tuple[str, ...]:
        """The labels of what it says: facts, then how many entries."""
        said = self.meter.said
        count = self.words("share.entries", count=len(said.entries), all=said.entries_in_all)
        return (*self._facts(), *((count,) if said.entries else ()))

    def beside(self) -> tuple[str, ...]:
        """What is printed next to the code: what it says, which entries, and that the rest is only on the paper."""
        said, words, facts = self.meter.said, self.words, self._facts()
        lines = [words("paper.code_says", says="; ".join(facts))] if facts else []
        if said.entries_in_all:
            key = "code_entries" if said.entries else "code_no_entries"
            lines.append(words(f"paper.{key}", count=len(said.entries), all=said.entries_in_all))
            titles = [self._title(one) for one in self._inside() if one.entry is not None]
            lines += [words("paper.code_entry", title=title) for title in titles]
        if self.meter.left_out:
            lines.append(words("paper.code_rest"))
        return tuple(lines)

    def values(self) -> tuple[str, ...]:
        """Every word that the code of a card carries, as a check reports it; of its lines the numbers: they are printed on it."""
        said = self.meter.said
        lines = [one.line for one in self._inside() if one.line]
        others = replace(said, facts={one: text for one, text in said.facts.items() if one != table().card})
        document = document_of(Token(others, self.meter.public, ""), self.words)
        values = (line.strip() for line in Report((), document).lines())
        return (*((self.words("card.code_lines", lines=", ".join(lines)),) if lines else ()), *values)

    def must_fit(self) -> None:
        """Raises NotForCode for what no code of this paper may say, and TooMuchForCode with what to leave out, by its id."""
        known = {one.key for one in self.meter.can}
        if unknown := sorted(self.meter.picked - known):
            raise NotForCode(what=unknown[0])
        if too_much := self.meter.too_much():
            named = [
                self.words(
                    "code.by_id",
                    what=self._label(one) if one.entry is None else self.shelf.pack(one.entry.form).title,
                    id=one.key,
                )
                for one in too_much
            ]
            raise TooMuchForCode(leave_out="; ".join(named))

    def problem(self) -> str:
        """What to tell a person who chose too much, in their own words; empty where it fits."""
        too_much = self._labels(self.meter.too_much())
        return self.words("errors.TooMuchForCode", leave_out="; ".join(too_much)) if too_much else ""

    def _inside(self) -> Iterator[CanSay]:
        return (one for one in self.meter.can if one.key in self.meter.picked)

    def _facts(self) -> tuple[str, ...]:
        return self._labels(one for one in self._inside() if one.entry is None)

    def _labels(self, some: Iterable[CanSay]) -> tuple[str, ...]:
        return tuple(self._label(one) for one in some)

    def _label(self, one: CanSay) -> str:
        if one.line and isinstance(one.said, tuple):
            return self.words("card.code_line", number=one.line, line="".join(one.said))
        if one.entry is None:
            return self.shelf.labels_by_question()[one.key]
        form = self.shelf.pack(one.entry.form).title
        return self.words("code.entry", form=form, title=self._title(one))

    def _title(self, one: CanSay) -> str:
        """What the paper calls the entry."""
        section = self.shared.section(one.section)
        title = own_title(self.shelf.pack(section.form), section) if section is not None else ""
        return title or self.words("paper.untitled")
