"""Get support now, in plain lines. It calls no one."""

from passport.actions.support import support as lines
from passport.cli.plain.talk import Talk


def support(talk: Talk, nation: str = "") -> None:
    """Who answers, how, and when."""
    talk.heading(talk.words("screens.support.title"))
    talk.say("screens.support.emergency")
    for one in lines(nation, talk.words):
        talk.line(f"{one.line}. {one.more}".strip())
    talk.say("screens.support.calls")
    talk.line()
