"""Makes tests/vectors/spoken: keys, and the words that papers show of each, in every version there was.

Run: ./run vectors. The keys are fixed, so a change here is a change of what is printed on paper.
"""

from datetime import date
from pathlib import Path

from passport.keys.identity import new_identity
from passport.keys.spoken import VERSION, spoken_words
from passport.record.audience import Audience

FILE = Path(__file__).parent.parent / "vectors" / "spoken" / "expected.toml"


def told() -> str:
    """Each key with its words."""
    tables = []
    for letter in (b"\x01", b"\x11", b"\x22", b"\x77"):
        identity = new_identity(Audience.CARE, date(2026, 11, 23), lambda size, letter=letter: letter * size)  # type: ignore[misc]
        key = identity.public.compressed
        lines = [f'version_{number} = "{spoken_words(key, number)}"' for number in range(1, VERSION + 1)]
        tables.append("\n".join(("[[keys]]", f'key = "{key.hex()}"', *lines)))
    return "\n\n".join(tables) + "\n"


if __name__ == "__main__":
    FILE.parent.mkdir(parents=True, exist_ok=True)
    FILE.write_text(told(), encoding="ascii", newline="\n")
