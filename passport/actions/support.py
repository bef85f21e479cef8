"""Where to get support now, in words. It needs no vault, and calls no one."""

from dataclasses import dataclass

from passport.forms.dates import show_date
from passport.law.crisis_lines import CrisisLine, crisis_lines, more_to_say, name_and_number
from passport.wording.words import Words

NATIONS = 4
"""A line that answers in all of them need not say where."""


@dataclass(frozen=True, slots=True)
class Support:
    """One service."""

    line: str
    """Its name, how, and the number."""
    more: str
    """Where and when it answers, what to say, and how sure we are."""


def support(nation: str, words: Words) -> tuple[Support, ...]:
    """The lines of a nation; all of them, each with where it answers, where the nation is not known."""
    return tuple(_in_words(one, words, say_where=not nation) for one in crisis_lines(nation))


def _in_words(one: CrisisLine, words: Words, *, say_where: bool) -> Support:
    only = [words(f"screens.support.nation_{nation}") for nation in sorted(one.nations)]
    more = (
        words("screens.support.where", nations=", ".join(only)) if say_where and len(only) < NATIONS else "",
        *more_to_say(one, words),
        _how_sure(one, words),
    )
    return Support(name_and_number(one, words), " ".join(text for text in more if text))


def _how_sure(one: CrisisLine, words: Words) -> str:
    date = "" if one.checked_on is None else show_date(one.checked_on.isoformat())
    return words(f"screens.support.checked_{one.checked}", date=date)
