"""Words codes, alert lines and cover letters in plain lines: pick or type each line, see exactly what goes out, then make it."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from passport.actions.alert import MOST_LETTERS, SAFE_LETTERS, alert, rehearse_alert, to_choose_for_alert
from passport.actions.chosen import Piece, To
from passport.actions.cover import Chosen, copies_to_cover, cover, rehearse_cover, to_choose_for_cover
from passport.actions.half_chosen import drop_half, half_chosen, keep_half
from passport.actions.places import place_typed
from passport.actions.sharing import sides_for
from passport.actions.words_code import rehearse_words, to_choose, words_code
from passport.cli.plain.printing import folder_for
from passport.cli.plain.session import Session
from passport.cli.plain.talk import Way, number_in
from passport.cli.under_way import doing
from passport.errors import NoCopyHere
from passport.forms.dates import show_date
from passport.wording.words import labelled

TAKE_BACK = "-"


def make_words_code(session: Session) -> None:
    """For whom, which words, who gets it; then what a phone shows. Raises Leave, and as ``words_code``."""
    talk, words = session.talk, session.words
    talk.heading(words("words_code.title"))
    talk.say("chosen.side")
    sides = sides_for(session.vault.passport(), session.shelf)
    picked = talk.pick([words(f"chosen.side_{side}") for side in sides])
    if not isinstance(picked, int):
        return
    side = sides[picked]
    half = f"words {side}"
    lines = ask_lines(session, to_choose(session.vault, session.shelf, side, words), half)
    card = bool(lines) and talk.yes("plain.words_on_card")
    to = _to(session) if lines else None
    if not lines or to is None:
        return
    given = (session.vault, session.shelf, side, lines, to, session.now(), words)
    made = rehearse_words(*given, card=card)

    def make(out: Path) -> Mapping[str, Path]:
        return words_code(*given, out, card=card).files

    notes = (
        words("words_code.full", percent=made.percent),
        words("words_code.no_seal"),
        words("words_code.warn"),
    )
    if _give(session, made.shows, notes, make, "words_code.done"):
        drop_half(session.vault, half)


def make_alert(session: Session) -> None:
    """Which words, who gets it; then the line. Raises Leave, and as ``alert``."""
    talk, words = session.talk, session.words
    talk.heading(words("alert.title"))
    pieces = to_choose_for_alert(session.vault, session.shelf, session.today(), words)
    lines = ask_lines(session, pieces, "alert")
    to = _to(session) if lines else None
    if not lines or to is None:
        return
    given = (session.vault, session.shelf, lines, to, session.now(), words)
    made = rehearse_alert(*given)
    notes = [words("alert.length", count=len(made.text), most=MOST_LETTERS)]
    if made.cut_off:
        notes.append(words("alert.may_cut", safe=SAFE_LETTERS, over=made.cut_off))
    if _give(session, made.text, notes, lambda out: alert(*given, out).files, "alert.done"):
        drop_half(session.vault, "alert")


def write_cover(session: Session) -> None:
    """Which copy, then each part of the letter. Raises Leave, NoCopyHere, and as ``cover``."""
    talk, words = session.talk, session.words
    copies = copies_to_cover(session.vault)
    if not copies:
        raise NoCopyHere
    talk.heading(words("screens.home.cover_row"))
    talk.say("cover.which_copy")
    picked = talk.pick(
        [
            words(
                "cover.copy", holder=one.holder, version=one.version, date=show_date(one.given_on.isoformat())
            )
            for one in copies
        ]
    )
    if not isinstance(picked, int):
        return
    copy = copies[picked]
    talk.say("cover.empty")
    offered = to_choose_for_cover(session.vault, session.shelf, copy, session.today(), words)
    parts: dict[str, tuple[str, ...]] = {}
    half, everything = f"cover {copy.id}", [one for pieces in offered.values() for one in pieces]
    for part, pieces in offered.items():
        talk.heading(words(f"cover.{part}"))
        lines = ask_lines(session, pieces, half, part, everything)
        if lines is None:
            return
        parts[part] = lines
    chosen = Chosen(" ".join(parts["sender"]), parts["lines"], parts["alert"], parts["tell"])
    to = To(copy.holder, large_print=talk.yes("plain.large_print"))
    given = (session.vault, session.shelf, copy.id, chosen, to, session.now(), words)
    made = rehearse_cover(*given)
    if _give(session, made.text, (), lambda out: cover(*given, out).files, "cover.done"):
        drop_half(session.vault, half)


def ask_lines(
    session: Session,
    pieces: Sequence[Piece],
    half: str,
    part: str = "words",
    all_parts: Sequence[Piece] = (),
) -> tuple[str, ...] | None:
    """What was picked and typed, in its order, from where they were. None where they went back. Raises Leave.

    ``half``: the name under which it is kept until it goes out.
    """
    talk, kept = session.talk, dict(half_chosen(session.vault, half))
    chosen = list(kept.get(part, ()))
    for number, one in enumerate(pieces, 1):
        talk.line(f"{number} {labelled(one.label, one.text)}")
    if not pieces:
        talk.say("chosen.nothing")
    talk.say("chosen.type_lines")
    talk.say("chosen.take_back")
    while True:
        if chosen:
            talk.say("chosen.now")
        for line in chosen:
            talk.line(line)
        typed = talk.ask()
        if typed is Way.BACK:
            return None
        if isinstance(typed, Way) or not typed.strip():
            return tuple(chosen)
        at = number_in(typed, len(pieces))
        if typed.strip() == TAKE_BACK:
            del chosen[-1:]
        else:
            chosen.append(pieces[at].text if at is not None else typed)
        keep_half(session.vault, half, {**kept, part: tuple(chosen)}, all_parts or pieces)


def _to(session: Session) -> To | None:
    """Who gets it and why. None where they went back or named nobody. Raises Leave."""
    talk = session.talk
    talk.say("chosen.to")
    holder = talk.ask()
    if isinstance(holder, Way):
        return None
    talk.say("chosen.why")
    reason = talk.ask()
    return None if reason is Way.BACK else To(holder, "" if isinstance(reason, Way) else reason.strip())


def _give(
    session: Session,
    exactly: str,
    notes: Sequence[str],
    make: Callable[[Path], Mapping[str, Path]],
    done: str,
) -> bool:
    """Exactly what goes out; then where to, and the files. Returns whether it went. Raises Leave."""
    talk = session.talk
    talk.heading(session.words("chosen.exactly"))
    talk.line(exactly)
    talk.line()
    for note in notes:
        talk.line(note)
    folder = folder_for(session)
    if folder is None or not talk.yes("chosen.sure"):
        talk.say("chosen.not_made")
        talk.let_read()
        return False
    with doing("pages"):
        made = make(place_typed(folder))
    for kind, path in made.items():
        talk.line(f"{session.words(f'chosen.file_{kind}')} {path}")
    talk.say(done)
    talk.say("chosen.kept")
    talk.let_read()
    return True
