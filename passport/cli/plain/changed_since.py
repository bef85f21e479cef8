"""What changed since I signed, in plain lines: numbered, each leads to its place."""

from collections.abc import Callable

from passport.actions.changed_since import changed_since
from passport.cli.plain.session import Session
from passport.cli.plain.talk import Way, number_in
from passport.record.answers import Place


def since_signed(session: Session, section_id: str, go_to: Callable[[Session, str, Place], None]) -> None:
    """Again after each change, until the person goes back. Raises Leave."""
    talk, words = session.talk, session.words
    while True:
        found = changed_since(session.vault, session.shelf, section_id, words)
        talk.heading(words("changed_since.title"))
        talk.say("changed_since.how" if found else "changed_since.none")
        if not found:
            talk.let_read()
            return
        nothing = words("changed_since.nothing")
        for number, one in enumerate(found, 1):
            talk.line(f"{number} {one.label}")
            talk.say("changed_since.then", words="; ".join(one.then) or nothing)
            talk.say("changed_since.now", words="; ".join(one.now) or nothing)
        talk.say("changed_since.ways")
        typed = talk.ask([words("page_help.changed_since")])
        if isinstance(typed, Way) or not typed.strip():
            return
        at = number_in(typed, len(found))
        if at is None:
            talk.say("plain.number_wanted", most=len(found))
        else:
            go_to(session, section_id, found[at].place)
