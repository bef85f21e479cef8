"""Looking for phrases in a person's words. It only ever warns: no outcome hangs on it (ruling 23).

The lists are data, in ``forms/law/phrases.toml``; each is tried in the tests on phrases it must and must not notice.
"""

import re
import unicodedata
from collections.abc import Collection, Mapping
from functools import cache
from importlib.resources.abc import Traversable

import msgspec

from passport.errors import PackUnreadable
from passport.forms.read import read_table
from passport.forms.shelf import LAW
from passport.law.notes import converted, law_folder

WITHIN = 5
"""How many words before a phrase may turn its meaning round."""
LOOKED_THROUGH = 20_000
"""Characters of one answer that are looked through: enough for anybody's words, and quick."""
_NEAR = 300
_CLAUSES = re.compile('[.,;:!?()\n\r"\u201c\u201d]+|\\s[-\u2013\u2014]\\s|\\bbut\\b')
_NOT_WORDS = re.compile(r"[^\w\s]|_")
_CARD = re.compile(
    r"\b\d{4}[ -]\d{4}[ -]\d{4}[ -]\d{4}\b|\b3\d{3}[ -]\d{6}[ -]\d{5}\b|(?<![\d.])\d{13,19}(?![\d.])"
)


class _Phrases(msgspec.Struct, forbid_unknown_fields=True):
    drop_first: tuple[str, ...] = ()
    drop_last: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    not_starts: tuple[str, ...] = ()
    contains: tuple[str, ...] = ()
    not_counted: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    carried_by: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    card_numbers: bool = False


class Matcher:
    """One list of phrases, ready to look for."""

    def __init__(self, phrases: _Phrases) -> None:
        self._drop_first = _any_of(phrases.drop_first, r"^{} ")
        self._drop_last = _any_of(phrases.drop_last, r" {}$")
        self._only = frozenset(tidy(one) for one in phrases.only)
        self._starts = _any_of(phrases.starts, r"^{}(?= |$)")
        self._not_starts = _any_of(phrases.not_starts, r"^{}(?= |$)")
        self._contains = _any_of(phrases.contains, r"(?:^|(?<= )){}(?= |$)")
        self._not_counted = _any_of(phrases.not_counted, r"(?:^|(?<= )){}(?= |$)")
        carried = _any_of(phrases.carried_by, "{}")
        between = r"\S+" if carried is None else carried.pattern
        self._not_after = _any_of(phrases.not_after, rf"(?:^| ){{}}(?: {between}){{,{WITHIN}}} ?$")
        self._patterns = tuple(re.compile(one, re.IGNORECASE) for one in phrases.patterns)
        self._card_numbers = phrases.card_numbers

    def found_in(self, text: str) -> bool:
        """Whether the list notices something in these words."""
        text = text[:LOOKED_THROUGH]
        if self._patterns or self._card_numbers:
            return any(one.search(text) for one in self._patterns) or (
                self._card_numbers and any(_adds_up(one) for one in _CARD.findall(text))
            )
        clauses = tidy_clauses(text)
        whole = self._without_edges(" ".join(clauses))
        if whole in self._only:
            return True
        if self._starts is not None and self._starts.search(whole):
            return self._not_starts is None or not self._not_starts.search(whole)
        return self._contains is not None and any(self._stands_in(clause) for clause in clauses)

    def _without_edges(self, text: str) -> str:
        before = None
        while before != text and text not in self._only:
            before = text
            if self._drop_first is not None:
                text = self._drop_first.sub("", text, count=1)
            if self._drop_last is not None:
                text = self._drop_last.sub("", text, count=1)
        return text

    def _stands_in(self, clause: str) -> bool:
        if self._not_counted is not None:
            clause = self._not_counted.sub("|", clause)
        assert self._contains is not None
        for match in self._contains.finditer(clause):
            before = " ".join(clause[: match.start()][-_NEAR:].split()[-WITHIN - 3 :])
            if self._not_after is None or not self._not_after.search(before):
                return True
        return False


def tidy(text: str) -> str:
    """Words without capitals, punctuation, curly quotes or double spaces."""
    # Phones type a curly apostrophe.
    plain = unicodedata.normalize("NFKC", text).casefold().replace("'", "").replace("\u2019", "")
    return " ".join(_NOT_WORDS.sub(" ", plain).split())


def tidy_clauses(text: str) -> list[str]:
    """The parts of a text between full stops, commas and the like, each tidied; empty ones left out."""
    return [part for one in _CLAUSES.split(text) if (part := tidy(one))]


def same_words(one: str, other: str) -> bool:
    """Whether two texts are the same after tidying. Two blanks are never the same (rulings 11, 25)."""
    return bool(tidy(one)) and tidy(one) == tidy(other)


def read_matchers(folder: Traversable) -> Mapping[str, Matcher]:
    """Every list by name. Raises PackUnreadable."""
    file = f"{LAW}/phrases.toml"
    found = {}
    for name, phrases in converted(read_table(folder, "phrases.toml"), dict[str, _Phrases], file).items():
        try:
            found[name] = Matcher(phrases)
        except re.error:
            raise PackUnreadable(
                file=file, at=f"{name}.patterns", remedy="write a pattern that can be read"
            ) from None
    return found


@cache
def matchers() -> Mapping[str, Matcher]:
    """The lists that came with the program, read once."""
    return read_matchers(law_folder())


def changed_my_mind(text: str) -> bool:
    """Whether a note of something new says so: then ask at once "Do you want to stop it?" (ruling 26)."""
    return matchers()["changed_my_mind"].found_in(text)


def _any_of(phrases: Collection[str], frame: str) -> re.Pattern[str] | None:
    """One pattern for many phrases, longest first; a star at the end of a word stands for any ending."""
    if not phrases:
        return None
    written = sorted({_pattern(one) for one in phrases}, key=len, reverse=True)
    return re.compile(frame.replace("{}", f"(?:{'|'.join(written)})"))


def _pattern(phrase: str) -> str:
    return " ".join(
        rf"{re.escape(tidy(word))}\w*" if word.endswith("*") else tidy(word) for word in phrase.split()
    )


def _adds_up(number: str) -> bool:
    """Whether a long number ends in the check digit that payment cards use (ISO/IEC 7812, Luhn)."""
    digits = [int(one) for one in reversed(number) if one.isdigit()]
    doubled = [one if place % 2 == 0 else sum(divmod(one * 2, 10)) for place, one in enumerate(digits)]
    return len(set(digits)) > 1 and sum(doubled) % 10 == 0
