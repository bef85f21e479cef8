"""The session of the program, for screens and for the app itself."""

from typing import Any, Protocol, cast

from textual.app import App
from textual.screen import Screen

from passport.tui.session import Session


class _HasSession(Protocol):
    session: Session


def session_of(of: Screen[Any] | App[Any]) -> Session:
    """What this run of the program shares."""
    app = of.app if isinstance(of, Screen) else of
    return cast("_HasSession", app).session
