"""Check a paper or code in plain lines. No record has to be open."""

from collections.abc import Callable
from datetime import date

from passport.actions.check import check
from passport.actions.places import Places
from passport.cli.plain.talk import Talk, Way
from passport.errors import PassportError


def check_paper(talk: Talk, at: Places, today: Callable[[], date]) -> None:
    """Where it is, or its text; then what we found, what it says, and what this cannot tell. Raises Leave."""
    talk.heading(talk.words("screens.check.title"))
    talk.say("screens.check.how")
    typed = talk.ask()
    if isinstance(typed, Way) or not typed.strip():
        return
    talk.say("screens.check.checking")
    try:
        report = check(typed, today(), talk.words, met=at.met)
    except PassportError as error:
        talk.line(talk.words.error(error))
        talk.let_read()
        return
    talk.heading(talk.words("screens.check.found"))
    for one in report.checks:
        if one.id != "cannot_tell":
            talk.line(one.sentence)
    talk.heading(talk.words("screens.check.says"))
    lines = list(report.lines())
    for line in lines:
        talk.line(line)
    if not lines:
        talk.say("screens.check.says_nothing")
    talk.heading(talk.words("screens.check.cannot"))
    for one in report.checks:
        if one.id == "cannot_tell":
            talk.line(one.sentence)
    talk.let_read()
