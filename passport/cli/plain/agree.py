"""Do my papers agree? In plain lines: each finding with the numbers of its two places."""

from collections.abc import Callable

from passport.actions.agree import agree
from passport.cli.plain.session import Session
from passport.cli.plain.talk import Way, number_in
from passport.cli.plain.walk import go_to
from passport.law.said import Spot


def agree_papers(session: Session, open_form: Callable[[Session, str], None]) -> None:
    """Again after each change, until the person goes back. Raises Leave."""
    talk = session.talk
    while True:
        found = agree(session.vault, session.shelf, session.words)
        talk.heading(session.words("agree.title"))
        talk.say("agree.how" if found else "agree.none")
        spots: list[Spot] = []
        for one in found:
            talk.line()
            talk.say("plain.finding", sentence=one.finding.sentence, source=one.finding.source.words)
            for spot, where in one.places:
                spots.append(spot)
                talk.line(f"{len(spots)} {where}")
        talk.line()
        talk.say("agree.limits")
        if not spots:
            talk.let_read()
            return
        talk.say("agree.ways")
        typed = talk.ask([session.words("page_help.agree")])
        if isinstance(typed, Way) or not typed.strip():
            return
        at = number_in(typed, len(spots))
        if at is None:
            talk.say("plain.number_wanted", most=len(spots))
        else:
            _go(session, spots[at], open_form)


def _go(session: Session, spot: Spot, open_form: Callable[[Session, str], None]) -> None:
    if spot.section:
        go_to(session, spot.section, spot.place)
    else:
        open_form(session, spot.form)
