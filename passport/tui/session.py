"""What every page needs while the program is open: the desk, the forms, our words, the clock and where things are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from typing import TYPE_CHECKING

from passport.actions.places import Places
from passport.actions.settings import Settings
from passport.record.visible import visible
from passport.tui.desk import Desk
from passport.wording.words import Words

if TYPE_CHECKING:
    from passport.forms.shelf import Shelf


@dataclass(slots=True)
class Session:
    """One run of the program. Only ``at`` and ``settings`` change, when the person chooses another place or look."""

    at: Places
    settings: Settings
    words: Words
    desk: Desk
    clock: Callable[[], datetime]
    """This moment, in UTC."""
    zone: tzinfo | None = None
    """Where the clock on the wall hangs; None for this computer's own."""
    leftover: int = 0
    """How many copies of kept files a program that was killed had left open; they are gone now."""
    older_by: int = 0
    """How many saves behind the newest copy seen here the open passport is."""

    @property
    def shelf(self) -> Shelf:
        """The forms, read when they are first needed."""
        from passport.forms.shelf import shelf

        return shelf()

    def now(self) -> datetime:
        """This moment, in UTC."""
        return self.clock().astimezone(UTC)

    def today(self) -> date:
        """The date that goes with ``now``, as every save has it."""
        return self.now().date()

    def time_on_the_wall(self) -> str:
        """Such as ``14:02``."""
        return self.clock().astimezone(self.zone).strftime("%H:%M")

    def say(self, key: str, /, **gaps: object) -> str:
        """One of our sentences, its gaps safe to show."""
        return self.words(key, **{name: visible(str(gap)) for name, gap in gaps.items()})
