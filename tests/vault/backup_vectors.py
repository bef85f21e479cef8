"""Makes tests/vectors/backup: one backup made once, to open for ever. Run: ./run vectors. It is not made anew while it is there."""

import tempfile
from datetime import UTC, datetime
from pathlib import Path

from passport.keys import passphrase
from passport.keys.passphrase import BOUNDS
from passport.record.answers import Answer
from passport.vault.backup import write_backup
from passport.vault.vault import Vault

FOLDER = Path(__file__).parent.parent / "vectors" / "backup"
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
PASSPHRASE = "kettle harbour violin meadow lantern"


def make_one(file: Path) -> None:
    """Of a record at the floor of the key settings, as the vectors of the record are."""
    setattr(passphrase, "settings_here", lambda: BOUNDS.least)  # noqa: B010  # as tests do
    with tempfile.TemporaryDirectory() as place:
        vault, _ = Vault.create(Path(place) / "record", PASSPHRASE, NOW)
        section = vault.add_section("about_me", 1, NOW.date())
        vault.put(section.id, {"am_name": Answer("Alex Morgan", "Alex Morgan", NOW)})
        head = write_backup(vault, file, NOW)
        vault.close()
    (FOLDER / "expected.toml").write_text(
        f'passphrase = "{PASSPHRASE}"\nvault = "{head.manifest.vault}"\ncounter = {head.manifest.counter}\n'
        f'made_on = "{NOW.isoformat()}"\nmac = "{head.mac.hex()}"\n\n[answers]\nam_name = "Alex Morgan"\n',
        encoding="utf-8",
    )


if __name__ == "__main__":
    place = FOLDER / "version_1.passport"
    if not place.exists():
        FOLDER.mkdir(parents=True, exist_ok=True)
        make_one(place)
