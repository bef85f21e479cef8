"""Get support now, in plain lines. It calls no one."""

from pathlib import Path

from passport.actions.open_shown import shown
from passport.actions.support import support as lines
from passport.cli.plain.talk import Talk


def support(talk: Talk, folder: Path, nation: str = "") -> None:
    """Who answers, how, and when; the open card of the record in ``folder`` first, where it is on."""
    talk.heading(talk.words("screens.support.title"))
    talk.say("screens.support.emergency")
    say_open_card(talk, folder)
    for one in lines(nation, talk.words):
        talk.line(f"{one.line}. {one.more}".strip())
    talk.say("screens.support.calls")
    talk.line()


def say_open_card(talk: Talk, folder: Path) -> None:
    """The open card as it lies on the disk; nothing where it is off."""
    if own := shown(folder):
        talk.say("open_card.own_words")
        for line in own:
            talk.line(line)
        talk.say("open_card.shown_not_locked")
