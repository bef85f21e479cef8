"""Erase for good, in plain lines: what goes, what cannot be reached, and one word to type."""

from passport.actions.erase import What, erase, going
from passport.cli.plain.session import Session
from passport.cli.plain.talk import Way


def erase_for_good(session: Session, what: What) -> bool:
    """Ask, and do it. Returns whether it was erased. Raises Leave, and what the action does."""
    talk, words = session.talk, session.words
    would = going(session.vault, session.shelf, what, words)
    talk.heading(words("erase.title"))
    talk.line(would.what)
    talk.say("erase.never")
    talk.line(words("erase.cannot_title") + ":")
    for line in would.cannot:
        talk.line(line)
    talk.say("erase.ask")
    typed = talk.ask([words("page_help.erase")])
    if isinstance(typed, Way) or typed.strip().lower() != words("erase.word"):
        talk.say("erase.kept")
        return False
    for line in erase(session.vault, session.shelf, what, session.now(), words).left:
        talk.line(line)
    talk.say("erase.done")
    return True
