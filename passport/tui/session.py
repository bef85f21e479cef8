"""What every page needs while the program is open: the desk, the forms, our words, the clock and where things are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from typing import TYPE_CHECKING

from passport.actions.open_shown import shown
from passport.actions.places import Places
from passport.actions.settings import Settings
from passport.record.visible import visible
from passport.tui.desk import Desk
from passport.wording.words import Words

if TYPE_CHECKING:
    from passport.actions.helping import Helping
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
    of_copy: str = ""
    """What is to be said where the open passport is not the newest copy that was used here."""

    news: bool | None = None
    """Whether this version was not told of yet; None before anybody looked."""
    helping: Helping | None = None
    """What somebody asked help with, while that is open and not a record of one's own."""
    open_to_helper: Shelf | None = None
    """Then: the forms with only the questions that are open."""

    @property
    def shelf(self) -> Shelf:
        """The forms, read when they are first needed."""
        from passport.forms.shelf import shelf

        return self.open_to_helper or shelf()

    @property
    def shows_card(self) -> bool:
        """Whether F6 has something to show: one's own card, or the open card while it is locked."""
        return self.helping is None and (self.desk.is_open or bool(shown(self.at.vault)))

    def look_whose(self, helping: Helping | None) -> None:
        """Whose record is open now."""
        self.helping, self.open_to_helper = helping, None
        if helping is not None:
            from passport.actions.helping import open_shelf

            self.open_to_helper = open_shelf(helping, self.shelf)

    @property
    def banner(self) -> str:
        """What every page says while somebody helps; empty in a person's own record."""
        if self.helping is None:
            return ""
        from passport.actions.helping import banner

        return visible(banner(self.helping, self.words))

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
