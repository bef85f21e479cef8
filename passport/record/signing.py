"""How a paper was signed: pen, person and witness (MCA 2005 s.25(6)). This is never the program's seal.

A signing is one item of the list ``signings``. It keeps, beside the facts, the digests of the text that was signed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from passport.record.answers import Value
from passport.record.sections import SIGNINGS, Item, Section

SIGNED = frozenset({"pen", "electronic"})
"""The answers to ``sg_how`` that mean there is a signature."""


@dataclass(frozen=True, slots=True)
class SignedText:
    """Digests of what was signed: the value of ``sg_doc_hash``."""

    paper: str
    decisions: Mapping[str, str]
    """Refusal id to the digest of its decision text."""
    statements: Mapping[str, bool]
    """Refusal id to whether "even if my life is at risk" was there."""
    life_sustaining: Mapping[str, bool]
    """Refusal id to whether it was about staying alive then."""
    pages: tuple[int, ...] = ()
    """How many pages this text had each time it was printed here, where we know."""

    def to_value(self) -> Value:
        """As it is kept in the answer ``sg_doc_hash``."""
        pages: Mapping[str, Value] = {"pages": self.pages} if self.pages else {}
        return {
            "paper": self.paper,
            "decisions": dict(self.decisions),
            "statements": dict(self.statements),
            "life_sustaining": dict(self.life_sustaining),
            **pages,
        }


@dataclass(frozen=True, slots=True)
class Signing:
    """What the person wrote down about one signing."""

    item: Item
    how: str | None
    """``pen``, ``electronic``, ``not_signed``, ``spoken``, or None."""
    signed_on: str | None
    """EDTF, the person's own date; never the witness's."""
    put_in_on: date
    """The day it was typed in."""
    statement_was_on_paper: str | None
    """For papers signed elsewhere: ``yes``, ``no`` or None."""
    text: SignedText | None
    """What was signed, if it was signed here."""

    @property
    def signed(self) -> bool:
        """Whether there is a signature, in ink or electronic."""
        return self.how in SIGNED


def signings_of(section: Section) -> tuple[Signing, ...]:
    """Every signing with anything written down, in the order they were put in. Which one counts: ``law.made``."""
    return tuple(read_signing(item) for item in section.items(SIGNINGS) if item.answers)


def read_signing(item: Item) -> Signing:
    """The typed view of one item of ``signings``; the item must hold at least one answer."""
    return Signing(
        item=item,
        how=_text(item.value("sg_how")),
        signed_on=_text(item.value("sg_date")),
        put_in_on=min(answer.when for answer in item.answers.values()).date(),
        statement_was_on_paper=_text(item.value("sg_statement_on_paper")),
        text=read_signed_text(item.value("sg_doc_hash")),
    )


def signing_as_a_whole(section: Section, *, said: str, how: str, on: str, text: str) -> Signing | None:
    """The signature of a form that keeps it in answers of its own, by the ids of its questions. None without a yes."""
    yes = section.answers.get(said)
    if yes is None or yes.value != "yes":
        return None
    return Signing(
        item=Item("", section.answers),
        how=_text(section.value(how)) or "pen",
        signed_on=_text(section.value(on)),
        put_in_on=yes.when.date(),
        statement_was_on_paper=None,
        text=read_signed_text(section.value(text)),
    )


def read_signed_text(value: Value) -> SignedText | None:
    """The digests in an ``sg_doc_hash`` answer, or None where there are none."""
    if not isinstance(value, Mapping) or not isinstance(value.get("paper"), str):
        return None
    pages = value.get("pages")
    counts = pages if isinstance(pages, tuple) else (pages,)
    return SignedText(
        paper=str(value["paper"]),
        decisions={key: str(one) for key, one in _table(value, "decisions").items()},
        statements={key: one is True for key, one in _table(value, "statements").items()},
        life_sustaining={key: one is True for key, one in _table(value, "life_sustaining").items()},
        pages=tuple(one for one in counts if isinstance(one, int) and not isinstance(one, bool)),
    )


def _table(value: Mapping[str, Value], key: str) -> Mapping[str, Value]:
    table = value.get(key)
    return table if isinstance(table, Mapping) else {}


def _text(value: Value) -> str | None:
    return value if isinstance(value, str) and value else None
