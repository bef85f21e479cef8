"""A made-up person's record for the goals, with key stretching that takes no time, and children that may be killed."""

import contextlib
import os
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from passport.actions import answer
from passport.forms.shelf import shelf
from passport.keys import passphrase
from passport.vault.vault import Vault

NOW = datetime(2026, 11, 23, 14, 2, tzinfo=UTC)
PASSPHRASE = "kettle harbour violin meadow lantern"
SECTION, PLACE = "about_me-1", "am_known_as"
WENT_WRONG = 70


def cheaply() -> None:
    """From now on keys are stretched in no time, in this process. Only the goals and the tests do this."""
    passphrase.BOUNDS = passphrase.Bounds(passphrase.CHEAPEST, passphrase.PERSON)
    setattr(passphrase, "settings_here", lambda: passphrase.CHEAPEST)  # noqa: B010  # mypy knows it as a function


@contextlib.contextmanager
def cheap_keys() -> Iterator[None]:
    """As ``cheaply``, for a while."""
    before = passphrase.BOUNDS, passphrase.settings_here
    cheaply()
    try:
        yield
    finally:
        passphrase.BOUNDS, passphrase.settings_here = before


def a_record(folder: Path, entries: int = 8) -> None:
    """A record with one form and some entries of another, closed."""
    vault, _words = Vault.create(folder, PASSPHRASE, NOW)
    answer.put_all(vault, shelf(), "about_me", {PLACE: "save 0", "am_name": "Robin Hale"}, NOW)
    for number in range(entries):
        answer.put_all(vault, shelf(), "contacts", {"ct_name": f"Entry {number}"}, NOW)
    vault.close()


def opened(folder: Path, typed: str = PASSPHRASE) -> Vault:
    """Open with all of the program's own checks. Raises what it raises."""
    return Vault.open_with_passphrase(folder, typed, NOW)


def words_in(vault: Vault) -> dict[str, dict[str, object]]:
    """Every answer as it stands. A form that was begun and never answered holds no word."""
    sections = vault.passport().sections
    return {
        one.id: {place: found.words for place, found in one.answers.items()}
        for one in sections
        if one.answers
    }


def forked(does: Callable[[], None]) -> int:
    """A child with everything read already. Returns its number. It ends with 70 where it was stopped by a surprise."""
    sys.stdout.flush()
    child = os.fork()
    if child:
        return child
    try:
        does()
    except BaseException:  # noqa: BLE001  # the child tells it by its end
        os._exit(WENT_WRONG)
    os._exit(0)
