"""Things to do, in plain lines: numbered, each leads to where it is done."""

from collections.abc import Callable, Mapping
from functools import partial

from passport.actions.to_do import Peace, leave_in_peace, say_still_right, show_again, to_do
from passport.cli.plain.session import Session
from passport.cli.plain.talk import Way, number_in
from passport.cli.plain.walk import go_to


def things_to_do(session: Session, pages: Mapping[str, Callable[[Session], None]]) -> None:
    """Again after each, until the person goes back. ``pages``: what opens the pages by their names. Raises Leave."""
    talk, vault = session.talk, session.vault
    while True:
        now = to_do(vault, session.shelf, session.today(), session.words)
        talk.heading(session.words("to_do.title"))
        talk.say("to_do.how" if now.things else "to_do.none")
        rows: list[tuple[str, Callable[[], object]]] = []
        for one in now.things:
            there = partial(go_to, session, one.section, one.place) if one.section else None
            rows.append((one.sentence, there or partial(pages[one.page], session)))
            if one.still_right:
                right = partial(say_still_right, vault, session.shelf, one, session.now())
                rows.append((one.still_right, right))
        if now.peace:
            talk.line(now.peace)
            rows.append((session.words("to_do.show"), partial(show_again, vault)))
        elif now.things:
            quiet = partial(leave_in_peace, vault, today=session.today())
            rows += [(session.words(f"to_do.{one}"), partial(quiet, how_long=one)) for one in Peace]
        for number, (text, _) in enumerate(rows, 1):
            talk.line(f"{number} {text}")
        if not rows:
            talk.let_read()
            return
        talk.say("to_do.ways")
        typed = talk.ask([session.words("page_help.to_do")])
        if isinstance(typed, Way) or not typed.strip():
            return
        at = number_in(typed, len(rows))
        if at is None:
            talk.say("plain.number_wanted", most=len(rows))
        else:
            rows[at][1]()
