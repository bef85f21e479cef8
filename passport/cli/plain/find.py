"""Find words in plain lines: numbered, each leads to its place."""

from collections.abc import Callable, Mapping

from passport.actions.find import Found, In, find
from passport.actions.form_now import form_now, opens_at
from passport.cli.plain.session import Session
from passport.cli.plain.talk import Way, number_in
from passport.cli.plain.walk import change, check_answers


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
    if one.kind is not In.ANSWER:
        others[one.kind](session)
        return
    place = opens_at(form_now(session.vault, session.shelf, one.section), one.place)
    if place is None:
        check_answers(session, one.section)
    else:
        change(session, one.section, place)
