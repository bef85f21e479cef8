"""Find words in plain lines: numbered, each leads to its place."""

from collections.abc import Callable, Mapping

from passport.actions.find import Found, In, find
from passport.cli.plain.session import Session
from passport.cli.plain.talk import Way, number_in
from passport.cli.plain.walk import go_to


def find_words(session: Session, others: Mapping[In, Callable[[Session], None]]) -> None:
    """Until the person goes back. ``others``: the pages of copies and kept files. Raises Leave."""
    talk, found = session.talk, tuple[Found, ...]()
    talk.heading(session.words("find.title"))
    talk.say("find.how")
    while True:
        typed = talk.ask([session.words("page_help.find")])
        if isinstance(typed, Way) or not typed.strip():
            return
        at = number_in(typed, len(found))
        if at is not None:
            _go(session, found[at], others)
            talk.heading(session.words("find.title"))
            talk.say("find.how")
            found = ()
            continue
        finds = find(session.vault, session.shelf, typed, session.words)
        found = finds.found
        for number, one in enumerate(found, 1):
            talk.line(f"{number} {one.where}. {one.line}")
        if finds.more:
            talk.say("find.more")
        talk.say("find.open" if found else "find.none")


def _go(session: Session, one: Found, others: Mapping[In, Callable[[Session], None]]) -> None:
    if one.kind is In.ANSWER:
        go_to(session, one.section, one.place)
    else:
        others[one.kind](session)
