"""Makes tests/vectors/words-code: lines that somebody chose, and the text and bytes of the code they become.

Run: ./run vectors. A change here is a change of what phones show.
"""

import json
from datetime import UTC, datetime
from pathlib import Path

from passport.actions.chosen import as_chosen
from passport.actions.words_code import mark
from passport.qr.plain import plain_text
from passport.wording.words import Words

FILE = Path(__file__).parent.parent / "vectors" / "words-code" / "expected.toml"
ON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
LINES = {
    "plain": ["Call me Lex", "Ring Jo: 07700 900123"],
    "welsh": ["Gŵyn ŷ Siân"],
    "urdu_with_a_number": ["جیمی کو فون کریں 07700 900118"],
    "composed": ["Zoe\u0308"],
    "acts": ["ring\u202eme", "one\r\ntwo"],
    "label": ["Name: Alex"],
}


def told() -> str:
    """Each with its lines, its text and its bytes."""
    tables = []
    for name, lines in LINES.items():
        text = plain_text(as_chosen(lines), mark(ON, Words()))
        tables.append(
            f'[{name}]\nlines = {json.dumps(lines)}\ntext = {json.dumps(text)}\nbytes = "{text.encode().hex()}"\n'
        )
    return "\n".join(tables)


if __name__ == "__main__":
    FILE.parent.mkdir(parents=True, exist_ok=True)
    FILE.write_text(told(), encoding="ascii", newline="\n")
