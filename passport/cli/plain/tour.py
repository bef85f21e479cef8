"""The tour and what is new, in plain lines."""

from passport.actions.news import releases
from passport.actions.tour import TOUR, Stop, section_shown
from passport.cli.plain.session import Session
from passport.cli.plain.share import share
from passport.cli.plain.talk import Leave, Way
from passport.cli.plain.walk import change, check_answers


def tour(session: Session) -> None:
    """Step by step, until the last one or ``x``. Raises Leave to hide or go."""
    talk, words = session.talk, session.words
    talk.heading(words("tour.title"))
    at = 0
    while at < len(TOUR):
        stop = TOUR[at]
        talk.say("tour.step", step=at + 1, count=len(TOUR))
        talk.line(stop.title(words))
        talk.line(stop.text(words))
        talk.say("tour.how" if stop.shows else "tour.how_no_show")
        try:
            typed = talk.ask([words("page_help.tour")])
            if stop.shows and not isinstance(typed, Way) and typed.strip().lower() == "show":
                _show(session, stop)
                continue
        except Leave as leaving:
            if not leaving.home:
                raise
            break
        at = max(0, at - 1) if typed is Way.BACK else at + 1
    session.here = None
    talk.say("tour.left")


def _show(session: Session, stop: Stop) -> None:
    """What a step is about, itself; ``x`` in it comes back to the tour. Raises Leave to hide or go."""
    section, question = section_shown(session.vault, stop)
    try:
        if question:
            change(session, section, question)
        elif section:
            check_answers(session, section)
        else:
            share(session)
    except Leave as leaving:
        if not leaving.home:
            raise


def news(session: Session) -> None:
    """What is new. Raises Leave."""
    talk = session.talk
    talk.heading(session.words("news.title"))
    for one in releases(session.words.language):
        talk.say("news.version", version=one.version)
        for line in one.lines:
            talk.line(line)
    session.news = False
    talk.let_read()
