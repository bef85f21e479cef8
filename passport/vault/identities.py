"""The keys that a person seals with, one for each side of the wall: kept encrypted, like everything else."""

from collections.abc import Mapping
from datetime import date

from passport.errors import VaultDamaged
from passport.keys.identity import Identity, new_identity
from passport.record.audience import SIDES, Audience
from passport.vault.rows import Rows


class Identities:
    """The part of a vault that keeps them."""

    _rows: Rows

    def identity(self, audience: Audience) -> Identity:
        """The key this person seals with for one side of the wall. A carer's is made when it is first wanted.

        Raises VaultDamaged.
        """
        found = self._rows.select("SELECT body FROM identities WHERE audience = ?", audience.value)
        if not found and audience.of_carer:
            opened = self._rows.select("SELECT at FROM opened ORDER BY n DESC LIMIT 1")
            identity = new_identity(audience, date.fromisoformat(str(opened[0][0])[:10]))
            with self._rows.saving():
                self._rows.insert("identities", {"audience": audience.value, "body": identity.to_bytes()})
            return identity
        if not found or not isinstance(found[0][0], bytes):
            raise VaultDamaged
        return Identity.from_bytes(found[0][0])

    def identities(self) -> Mapping[Audience, Identity]:
        """The keys there are, by the side of the wall they seal for."""
        kept = {str(row[0]) for row in self._rows.select("SELECT audience FROM identities")}
        return {side: self.identity(side) for side in SIDES if side.value in kept}
