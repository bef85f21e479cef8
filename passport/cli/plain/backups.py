"""Backups in plain lines: what there is, one more, and trying one."""

from collections.abc import Iterator
from datetime import datetime

from passport.actions import back_up
from passport.actions.places import place_typed
from passport.cli.plain.session import Session
from passport.cli.plain.talk import Way
from passport.cli.under_way import doing
from passport.forms.dates import show_date
from passport.vault.backup import KEEP


def backups(session: Session) -> None:
    """What there is, then make one or try one. Raises Leave, NoRoom, NoPermission, BackupDamaged, WrongPassphrase."""
    talk = session.talk
    while True:
        talk.heading(session.words("backups.title"))
        for line in _state(session):
            talk.line(line)
        picked = talk.pick([session.words("backups.make"), session.words("backups.try_it")])
        if picked == 0:
            _make(session)
        elif picked == 1:
            _try(session)
        else:
            return


def _state(session: Session) -> Iterator[str]:
    words, now = session.words, back_up.backups(session.vault)
    yield words("backups.how")
    yield words("backups.how_opens")
    yield words("backups.written", date=_day(now.written)) if now.written else words("backups.never")
    if now.tried:
        yield words(
            "backups.tried", date=_day(now.tried), made=_day(now.tried_made), answers=now.tried_answers
        )
    else:
        yield words("backups.not_tried")
    yield words("backups.own", most=KEEP)
    if now.own:
        yield words("backups.own_newest", date=_day(now.own[0][1].isoformat()))


def _make(session: Session) -> None:
    typed = _typed(session, "backups.where")
    if typed:
        with doing("backup"):
            made = back_up.back_up(session.vault, place_typed(typed), session.now())
        session.talk.say("backups.made", file=made.file)
        session.talk.say("backups.made_next")
        session.talk.let_read()


def _try(session: Session) -> None:
    talk = session.talk
    talk.say("backups.try_how")
    typed = _typed(session, "backups.try_where")
    if typed:
        secret = talk.secret("backups.try_passphrase")
        with doing("copy"):
            done = back_up.drill(session.vault, place_typed(typed), secret, session.now())
        made = _day(done.made_on.isoformat())
        talk.say("backups.tried_good", made=made, answers=done.answers, seconds=f"{done.seconds:.1f}")
        if done.behind:
            talk.say("backups.tried_behind", count=done.behind)
        talk.let_read()


def _typed(session: Session, key: str) -> str:
    session.talk.say(key)
    typed = session.talk.ask()
    return "" if isinstance(typed, Way) else typed.strip()


def _day(moment: str) -> str:
    return show_date(datetime.fromisoformat(moment).date().isoformat())
