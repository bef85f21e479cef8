"""What one run in plain lines needs: the open record, the forms, our words, the clock."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from passport.actions.places import Places
from passport.cli.plain.talk import Talk
from passport.forms.shelf import Shelf
from passport.record.answers import Place
from passport.vault.vault import Vault
from passport.wording.words import Words


@dataclass(slots=True)
class Session:
    """One run. ``vault`` is open."""

    at: Places
    vault: Vault
    shelf: Shelf
    words: Words
    talk: Talk
    clock: Callable[[], datetime]
    here: tuple[str, Place] | None = None
    """The section and the place of the question that is asked now; None at home."""

    news: bool = False
    """Whether this version was not told of yet."""
    tour: bool = False
    """Whether this is a made-up person, and nobody went round with them yet."""
    finished: bool = False
    """Whether what somebody asked help with is to go from this computer."""

    def now(self) -> datetime:
        """This moment, in UTC."""
        return self.clock()

    def today(self) -> date:
        """The date that goes with ``now``."""
        return self.now().date()
