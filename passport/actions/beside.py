"""An earlier answer beside the words of today: both whole, and in words what stands in only one of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from passport.actions.form_now import shown
from passport.actions.history import Before
from passport.forms.shelf import Shelf
from passport.record.answers import question_of, texts_in
from passport.vault.vault import Vault
from passport.wording.words import Words

_MOST = 4_000
"""Words of both that are held beside each other one by one; longer answers are compared line by line."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Two answers. What stands in only one of them is given in runs of words, in order; all of it where nothing is alike."""

    then: tuple[str, ...]
    now: tuple[str, ...]
    """Empty where nothing is answered there today."""
    only_then: tuple[str, ...]
    only_now: tuple[str, ...]

    @property
    def same(self) -> bool:
        """Whether both say the same words. Only spaces and line ends may differ."""
        return not self.only_then and not self.only_now

    def to_plain(self) -> dict[str, object]:
        """As JSON."""
        return {
            "then": list(self.then),
            "now": list(self.now),
            "only_then": list(self.only_then),
            "only_now": list(self.only_now),
        }


def beside(vault: Vault, shelf: Shelf, section_id: str, one: Before, words: Words) -> Beside:
    """An earlier answer, and what is answered at its place today. Raises UnknownEntry."""
    section = vault.section(section_id)
    pack = shelf.packs.get(section.form)
    question = pack.question(question_of(one.place)) if pack is not None else None
    answer = section.answers.get(one.place)
    if question is not None:
        now = shown(question, answer, words)
    else:
        now = tuple(texts_in(answer.words)) if answer is not None else ()
    return compared(one.lines, now)


def compared(then: Sequence[str], now: Sequence[str]) -> Beside:
    """What stands in only one of two texts."""
    before, after = _pieces(then), _pieces(now)
    if len(before) + len(after) > _MOST:
        before, after = _lines(then), _lines(now)
    gone, come = [], []
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            gone.append(" ".join(before[a:b]))
            come.append(" ".join(after[c:d]))
    return Beside(tuple(then), tuple(now), tuple(filter(None, gone)), tuple(filter(None, come)))


def _pieces(lines: Iterable[str]) -> list[str]:
    return [word for line in lines for word in line.split()]


def _lines(lines: Iterable[str]) -> list[str]:
    return [line for text in lines for line in text.split("\n") if line.strip()]
