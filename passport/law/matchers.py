"""Looking for phrases in a person's words. It only ever warns: no outcome hangs on it (ruling 23).

The lists are data, in ``forms/law/phrases.toml``, which says how a phrase is written; each is tried in the tests on
phrases it must and must not notice.
"""

import re
from collections.abc import Collection, Mapping
from functools import cache, cached_property
from importlib.resources.abc import Traversable

import msgspec

from passport.errors import PackUnreadable
from passport.forms.shelf import LAW
from passport.forms.tables import converted, read_table
from passport.law.notes import law_folder
from passport.law.treatments import treatments
from passport.law.words import sentences, tidy, with_plain_dashes

Words = Mapping[str, Collection[str]]
"""Sets of words by name, for phrases that hold one: ``<no>``."""
WITHIN = 8
"""How many words before a phrase may ask for it, or turn its meaning round."""
_NEAR = 300
_GAP = "(?: [^ ,]+){0,3}"
_NO_MORE = r"(?!\S)"
_SET = re.compile(r"<(\w+)>")
_TREATMENT = "<treatment>"
_NEVER = re.compile("(?!)")
_CARD = re.compile(
    r"\b\d{4}[ -]\d{4}[ -]\d{4}[ -]\d{4}\b|\b3\d{3}[ -]\d{6}[ -]\d{5}\b|(?<![\d.])\d{13,19}(?![\d.])"
)
_IBAN = re.compile(r"\b[a-z]{2}\d{2}(?:[ -]?[a-z0-9]{4}){2,7}(?:[ -]?[a-z0-9]{1,3})?\b", re.ASCII)


class _Phrases(msgspec.Struct, forbid_unknown_fields=True):
    only: tuple[str, ...] = ()
    small: tuple[str, ...] = ()
    contains: tuple[str, ...] = ()
    in_first: bool = False
    only_after: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    not_counted: tuple[str, ...] = ()
    not_beside: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    carried_by: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    card_numbers: bool = False
    ibans: bool = False


class _Lists(msgspec.Struct, forbid_unknown_fields=True):
    lists: dict[str, tuple[_Phrases, ...]]
    words: dict[str, tuple[str, ...]] = {}


class Matcher:
    """One list of phrases, ready to look for: in parts, each with its own exceptions."""

    def __init__(self, parts: Collection[_Phrases], words: Words, treatments: re.Pattern[str]) -> None:
        self._words = tuple(_Words(one, words, treatments) for one in parts if one.contains or one.only)
        self._numbers = tuple(_Numbers(one) for one in parts if one.patterns or one.card_numbers or one.ibans)

    def found_in(self, text: str) -> bool:
        """Whether the list notices something in these words."""
        if self._numbers:
            plain = with_plain_dashes(text)
            if any(part.stand_in(plain) for part in self._numbers):
                return True
        said = sentences(text) if self._words else []
        return any(part.stand_in(said) for part in self._words)


class _Words:
    """One part of a list: what to look for, and what makes it something else.

    What makes it something else is made ready only once something was found: most answers never need it.
    """

    def __init__(self, phrases: _Phrases, words: Words, treatments: re.Pattern[str]) -> None:
        self._phrases, self._words = phrases, words
        self._only = any_of(phrases.only, words)
        self._contains = any_of(phrases.contains, words)
        self._treatments = treatments if _TREATMENT in self._contains.pattern else _NEVER

    @cached_property
    def _made_of(self) -> re.Pattern[str]:
        return any_of((*self._phrases.only, *self._phrases.small), self._words)

    @cached_property
    def _not_counted(self) -> re.Pattern[str]:
        return any_of(self._phrases.not_counted, self._words)

    @cached_property
    def _not_beside(self) -> re.Pattern[str]:
        return any_of(self._phrases.not_beside, self._words)

    @cached_property
    def _only_after(self) -> re.Pattern[str]:
        between = _either(self._phrases.between, self._words)
        return any_of(self._phrases.only_after, self._words, then=f"(?:{between}){{0,{WITHIN}}}$")

    @cached_property
    def _not_after(self) -> re.Pattern[str]:
        carried = _either(self._phrases.carried_by, self._words) or " [^ ,]+"
        return any_of(self._phrases.not_after, self._words, then=f"(?:{carried}){{0,{WITHIN}}}$")

    def stand_in(self, said: list[str]) -> bool:
        """Whether one of them stands in these sentences, or they are nothing else."""
        looked_at = said[:1] if self._phrases.in_first else said
        return self._are_all("".join(said).replace(" ,", "")) or any(map(self._stand_in_one, looked_at))

    def _are_all(self, whole: str) -> bool:
        return bool(self._only.search(whole)) and not self._made_of.sub("", whole)

    def _stand_in_one(self, sentence: str) -> bool:
        sentence = self._treatments.sub(f" {_TREATMENT}", sentence)
        if not self._contains.search(sentence):
            return False
        sentence = self._not_counted.sub(" |", sentence)
        return not self._not_beside.search(sentence) and any(
            self._counts(sentence, one.start()) for one in self._contains.finditer(sentence)
        )

    def _counts(self, sentence: str, start: int) -> bool:
        near = max(0, start - _NEAR)
        if self._phrases.only_after and not self._only_after.search(sentence, near, start):
            return False
        return not self._not_after.search(sentence, near, start)


class _Numbers:
    """One part of a list that looks for numbers. Those with check digits must add up."""

    def __init__(self, phrases: _Phrases) -> None:
        self._patterns = tuple(re.compile(one) for one in phrases.patterns)
        self._card_numbers = phrases.card_numbers
        self._ibans = phrases.ibans

    def stand_in(self, text: str) -> bool:
        """Whether one of them stands in a text without capitals and with plain dashes."""
        return (
            any(one.search(text) for one in self._patterns)
            or (self._card_numbers and any(_card_adds_up(one) for one in _CARD.findall(text)))
            or (self._ibans and any(_iban_adds_up(one) for one in _IBAN.findall(text)))
        )


def read_matchers(folder: Traversable, treatments: Collection[str]) -> Mapping[str, Matcher]:
    """Every list by name. Raises PackUnreadable."""
    file = f"{LAW}/phrases.toml"
    read = converted(read_table(folder, "phrases.toml"), _Lists, file)
    _sets_are_known(read, file)
    named = any_of(treatments, {})
    found = {}
    for name, parts in read.lists.items():
        try:
            found[name] = Matcher(parts, read.words, named)
        except re.error:
            remedy = "write a pattern that can be read"
            raise PackUnreadable(file=file, at=f"lists.{name}.patterns", remedy=remedy) from None
    return found


def _sets_are_known(read: _Lists, file: str) -> None:
    """Raises PackUnreadable for a phrase with a set of words that nothing explains."""
    known = {*read.words, *_SET.findall(_TREATMENT)}
    for table, entries in (("words", read.words), ("lists", read.lists)):
        for name, phrases in entries.items():
            for unknown in set(_SET.findall(str(phrases))) - known:
                at = f"{table}.{name}"
                raise PackUnreadable(file=file, at=at, remedy=f"say in words what <{unknown}> stands for")


@cache
def matchers() -> Mapping[str, Matcher]:
    """The lists that came with the program, read once."""
    return read_matchers(law_folder(), treatments().names)


def changed_my_mind(text: str) -> bool:
    """Whether a note of something new says so: then ask at once "Do you want to stop it?" (ruling 26)."""
    return matchers()["changed_my_mind"].found_in(text)


def any_of(phrases: Collection[str], words: Words, then: str = "") -> re.Pattern[str]:
    """One pattern for many phrases in a text that ``sentences`` made; for none, one that finds nothing."""
    return re.compile(f"(?:{_either(phrases, words)}){_NO_MORE}{then}") if phrases else _NEVER


def _either(phrases: Collection[str], words: Words) -> str:
    """Longest first, or a short phrase would hide a longer one."""
    return "|".join(sorted({_pattern(one, words) for one in phrases}, key=len, reverse=True))


def _pattern(phrase: str, words: Words) -> str:
    written = phrase.split()
    return "".join(_word(one, words, last=place > 0) for place, one in enumerate(written))


def _word(written: str, words: Words, *, last: bool) -> str:
    """One word of a phrase, as the head of ``phrases.toml`` explains them."""
    if written == ".":
        return "(?=$| ,)" if last else "^"
    if written == ",":
        return " ,"
    if written == "\u2026":
        return _GAP
    spelt = [_spelt(one, words) for one in written.removesuffix("?").split("/")]
    if written.endswith("?"):
        return f"(?:{'|'.join(spelt)})?"
    return spelt[0] if len(spelt) == 1 and not _SET.fullmatch(written) else f"(?:{'|'.join(spelt)})"


def _spelt(word: str, words: Words) -> str:
    if word == _TREATMENT:
        return f" {_TREATMENT}"
    named = _SET.fullmatch(word)
    if named is not None:
        return _either(words[named[1]], words)
    return f" {tidy(word)}" + "[^ ]*" * word.endswith("*")


def _card_adds_up(number: str) -> bool:
    """Whether a long number ends in the check digit that payment cards use (ISO/IEC 7812, Luhn)."""
    digits = [int(one) for one in reversed(number) if one.isdigit()]
    doubled = [one if place % 2 == 0 else sum(divmod(one * 2, 10)) for place, one in enumerate(digits)]
    return len(set(digits)) > 1 and sum(doubled) % 10 == 0


def _iban_adds_up(number: str) -> bool:
    """Whether an account number has the check digits of its country's kind (ISO 13616, mod 97)."""
    plain = "".join(one for one in number if one.isalnum())
    return int("".join(str(int(one, 36)) for one in plain[4:] + plain[:4])) % 97 == 1
