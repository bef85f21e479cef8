"""Where to get support now, in words. It needs no vault, and calls no one."""

from dataclasses import dataclass

from passport.law.crisis_lines import CrisisLine, crisis_lines
from passport.wording.words import Words

NATIONS = 4
"""A line that answers in all of them need not say where."""


@dataclass(frozen=True, slots=True)
class Support:
    """One service."""

    line: str
    """Its name, how, and the number."""
    more: str
    """Where and when it answers, and what to say; may be empty."""


def support(nation: str, words: Words) -> tuple[Support, ...]:
    """The lines of a nation; all of them, each with where it answers, where the nation is not known."""
    return tuple(_in_words(one, words, say_where=not nation) for one in crisis_lines(nation))


def _in_words(one: CrisisLine, words: Words, *, say_where: bool) -> Support:
    how = words(f"screens.support.how_{one.how}")
    only = [words(f"screens.support.nation_{nation}") for nation in sorted(one.nations)]
    more = (
        words("screens.support.where", nations=", ".join(only)) if say_where and len(only) < NATIONS else "",
        words("screens.support.say", say=one.say) if one.say else "",
        words("screens.support.hours", hours=one.hours) if one.hours else "",
        "" if one.checked_on else words("screens.support.not_checked"),
    )
    return Support(
        words("screens.support.line", name=one.name, how=how, number=one.number),
        " ".join(text for text in more if text),
    )
