"""Makes tests/vectors/vault: a small record made once, with its passphrase and recovery words, to open for ever.

Run: ./run vectors. It is not made anew while it still opens: its key and its pages come by chance, and what counts is that
what was written once can always be read. A new format gets a folder of its own, beside the old ones.
"""

import tomllib
from datetime import UTC, datetime
from pathlib import Path

from passport.actions import answer
from passport.forms.shelf import shelf
from passport.keys import passphrase
from passport.keys.passphrase import BOUNDS
from passport.vault.migrations import FORMAT
from passport.vault.vault import Vault

FOLDER = Path(__file__).parent.parent / "vectors" / "vault"
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
PASSPHRASE = "kettle harbour violin meadow lantern"


def make_one(folder: Path) -> None:
    """A record at the floor of the key settings (64 MiB, 3 passes), so that opening it in a test takes little."""
    setattr(passphrase, "settings_here", lambda: BOUNDS.least)  # noqa: B010  # as tests do
    vault, rows = Vault.create(folder / "record", PASSPHRASE, NOW)
    section = answer.start(vault, shelf(), "about_me", NOW.date())
    answer.put(vault, shelf(), section.id, "am_name", "Alex Morgan", NOW)
    answer.put(vault, shelf(), section.id, "am_dob", "27 3 1988", NOW)
    vault.close()
    words = "\n".join(f'  "{" ".join(row)}",' for row in rows)
    (folder / "expected.toml").write_text(
        f'passphrase = "{PASSPHRASE}"\nrecovery = [\n{words}\n]\n\n[answers]\nam_name = "Alex Morgan"\nam_dob = "1988-03-27"\n',
        encoding="utf-8",
    )


KEYS_2 = FOLDER / "keys_2"
"""A record whose ``vault.keys`` has format 2, with every way in."""
SECOND = "copper lantern wagon thistle moss"


def make_every_way(folder: Path) -> None:
    """As ``make_one``, with a second person and shares."""
    make_one(folder)
    vault = Vault.open_with_passphrase(folder / "record", PASSPHRASE, NOW)
    vault.set_second(PASSPHRASE, "Sam", SECOND, NOW.date())
    lines = vault.make_shares(PASSPHRASE, 2, ("Sam", "Jo", "Ali"), NOW.date())
    vault.close()
    told = folder / "expected.toml"
    kept = "\n".join(f'  "{line}",' for line in lines)
    first, _, rest = told.read_text(encoding="utf-8").partition("\n")
    told.write_text(f'{first}\nsecond = "{SECOND}"\nshares = [\n{kept}\n]\n{rest}', encoding="utf-8")


VERSIONS = tuple(range(1, FORMAT + 1))
"""Every format there ever was: a record of each is kept, and opens."""


def of_version(number: int) -> Path:
    """Where the record of a format stands."""
    return FOLDER / f"version_{number}"


def expected(number: int) -> dict[str, object]:
    """What must be read."""
    return tomllib.loads((of_version(number) / "expected.toml").read_text(encoding="utf-8"))


if __name__ == "__main__":
    place = of_version(FORMAT)
    if not place.exists():
        place.mkdir(parents=True)
        make_one(place)
    if not KEYS_2.exists():
        KEYS_2.mkdir(parents=True)
        make_every_way(KEYS_2)
