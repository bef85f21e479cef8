"""What a record said at the end of each use: so that a copy can tell its own past from another copy's.

A state is a short keyed digest of everything saved, without openings and half-typed words. The record keeps those it was
found in, newest last, under ``states`` of ``kept``. See docs/formats/vault-folder.md.
"""

from collections.abc import Callable, Iterable

from passport.vault.content_seal import ContentSeal
from passport.vault.small_things import SmallThings

STATES = "states"
MOST_STATES = 400


class States(SmallThings):
    """The part of a vault that knows what it has said before."""

    _seal: ContentSeal
    before_close: Callable[[], object] | None = None
    """Called while everything can still be read, when the vault is about to close."""

    def state(self) -> str:
        """What it says now."""
        return self._seal.words()

    def states(self) -> tuple[str, ...]:
        """What it said before, and now, newest last; only the newest of very many."""
        found = self.kept(STATES)
        before = tuple(str(one) for one in found) if isinstance(found, tuple) else ()
        return before if self.state() in before else (*before, self.state())[-MOST_STATES:]

    def note_state(self, more: Iterable[str] = ()) -> None:
        """Keep what it says now, and what another copy said that was put into this one. Writes only what is new."""
        now = self.states()
        new = (*(one for one in more if one not in now), *now)[-MOST_STATES:]
        if new != self.kept(STATES):
            self.keep(STATES, new)

    def last_change(self) -> str:
        """When the newest answer was saved, as it is kept; empty where there is none."""
        return str(self._rows.select("SELECT coalesce(max(at), '') FROM answers")[0][0])
