"""How long it waits before it locks by itself, in plain lines."""

from passport.actions import settings
from passport.cli.plain.session import Session
from passport.cli.plain.talk import Way


def lock_after(session: Session) -> None:
    """How it is now, and another number; Enter leaves it. Raises NotMinutes, NoRoom, NoPermission, Leave."""
    talk, at = session.talk, session.at.settings
    talk.heading(session.words("lock.title"))
    talk.say("lock.now", minutes=settings.read_settings(at).idle_minutes)
    talk.say("lock.why")
    talk.say("lock.how")
    typed = talk.ask()
    if isinstance(typed, Way) or not typed.strip():
        return
    talk.say("lock.changed", minutes=settings.lock_after(at, typed).idle_minutes)
    talk.let_read()
