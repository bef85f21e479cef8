"""The code of a paper in plain lines: what it says, chosen by number; and the code drawn, where somebody asks for it."""

from passport.actions.code_room import CodeRoom, CodeRow
from passport.actions.share import Shared
from passport.cli.draw import draw
from passport.cli.plain.session import Session
from passport.cli.plain.talk import Way, number_in

CODE, DRAW = "code", "draw"
"""What a person types to choose what the code says, and to see it drawn."""


def choose_code(session: Session, room: CodeRoom, how: str) -> frozenset[str] | None:
    """Numbers switch what the code says, and each time it is said how full it is. None where they go back. Raises Leave."""
    talk, words = session.talk, session.words
    talk.heading(words("code.choose"))
    talk.say(how)
    for number, row in enumerate(room.rows(), 1):
        talk.line(f"{number} {_standing(session, row)}")
    if not room.rows():
        talk.say("code.nothing")
        return None
    _say_how_full(session, room)
    while True:
        talk.say("plain.switch")
        typed = talk.ask()
        if isinstance(typed, Way):
            return None
        if not typed.strip():
            if problem := room.problem():
                talk.line(problem)
                continue
            return room.meter.picked
        at = number_in(typed, len(room.rows()))
        if at is None:
            talk.say("plain.number_wanted", most=len(room.rows()))
            continue
        room = room.switched(room.rows()[at].key)
        talk.line(_standing(session, room.rows()[at]))
        _say_how_full(session, room)


def _standing(session: Session, row: CodeRow) -> str:
    return session.words("plain.goes_in" if row.goes_in else "plain.stays_out", what=row.label)


def _say_how_full(session: Session, room: CodeRoom) -> None:
    for line in room.full():
        session.talk.line(line)


def offer_to_draw(session: Session, shared: Shared) -> None:
    """The code in half blocks, never unasked: a screen reader hears its words instead. Raises Leave."""
    talk = session.talk
    while True:
        talk.say("code.draw_how")
        typed = talk.ask()
        if isinstance(typed, Way) or typed.strip().lower() != DRAW:
            return
        draw(talk.voice, shared.made, shared.files["code_png"])
