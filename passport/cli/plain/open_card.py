"""The open card in plain lines: how it stands, every word before it is put out, and one word to switch it off."""

from passport.actions import open_card as acting
from passport.cli.plain.chosen import ask_lines
from passport.cli.plain.session import Session
from passport.cli.plain.talk import Way


def open_card(session: Session) -> None:
    """See it, switch it off, or choose its lines. Raises Leave, and what the actions raise."""
    talk, words, vault = session.talk, session.words, session.vault
    talk.heading(words("open_card.title"))
    now = acting.standing(vault, session.shelf, words)
    is_on = bool(now.lines) or now.not_ours
    talk.say("open_card.is_on" if now.lines else "open_card.cannot_read" if is_on else "open_card.is_off")
    for line in now.lines:
        talk.line(line)
    for key in ("not_ours", "old"):
        if getattr(now, key) and now.lines:
            talk.say(f"open_card.{key}")
    talk.say("open_card.what")
    talk.say("open_card.how_many")
    if is_on:
        talk.say("open_card.off_ask")
        typed = talk.ask([words("page_help.open_card")])
        if isinstance(typed, Way):
            return
        if typed.strip().lower() == "off":
            _off(session)
            return
    pieces = acting.to_choose(vault, session.shelf, words)
    lines = ask_lines(session, pieces, acting.KEPT)
    if lines:
        _put(session, acting.looked_at(lines))


def _put(session: Session, lines: tuple[str, ...]) -> None:
    talk = session.talk
    talk.heading(session.words("chosen.exactly"))
    for line in lines:
        talk.line(line)
    talk.line()
    for note in acting.notes(session.at.vault, session.words):
        talk.line(note)
    if talk.yes("open_card.put_sure"):
        acting.put_out(session.vault, session.shelf, lines, session.words)
        talk.say("open_card.put_done")
    else:
        talk.say("open_card.not_put")
    talk.let_read()


def _off(session: Session) -> None:
    talk = session.talk
    acting.switch_off(session.vault)
    talk.say("open_card.off_done")
    talk.line(session.words("open_card.cannot_title") + ":")
    for line in acting.cannot_reach(session.words):
        talk.line(line)
    talk.let_read()
