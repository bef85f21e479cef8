"""Begin a passport: what to call the person, and nothing else."""

from datetime import datetime

from passport.actions import answer
from passport.actions.recovery import to_write_down
from passport.forms.shelf import Shelf
from passport.record.passport import WHO_I_AM
from passport.vault.vault import Vault

CALLED = "am_known_as"


def begin(vault: Vault, shelf: Shelf, name: str, now: datetime) -> None:
    """Keep what the person wants to be called, if anything; and that they have not written their recovery words down yet."""
    to_write_down(vault)
    if name and shelf.pack(WHO_I_AM).question(CALLED) is not None:
        section = answer.start(vault, shelf, WHO_I_AM, now.date())
        answer.put(vault, shelf, section.id, CALLED, name, now)
