"""A whole run in plain lines, as somebody reads it who cannot see the screen: kept word for word, and read when it changes.

What differs from run to run is taken out: words made by chance, dates, places and the names of files.
"""

import re
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.cli.at_the_pipe import PASSPHRASE, WORDS, Pipe

_BY_CHANCE = (
    (r"^(\d)((?: [a-z-]+){5})$", r"\1 <five words>"),
    (r"(five words:)( [a-z-]+){5}", r"\1 <five words>"),
    (r"[Rr]ow \d", "row <number>"),
    (r"\d{1,2} [A-Z][a-z]+ 20\d\d", "<date>"),
    (r"\b\d\d:\d\d\b", "<time>"),
    (r"[a-z]+-[0-9a-f]{8}-v\d+-[0-9a-f]{8}", "<paper>"),
)


class Kept:
    """A run, and what was typed between what was said."""

    def __init__(self, pipe: Pipe, folder: Path) -> None:
        self._pipe, self._folder = pipe, folder
        self.lines = [pipe.prompt()]

    def types(self, *lines: str, shown: str | None = None) -> str:
        for line in lines:
            said = self._pipe.types(line)
            self.lines.append(f"{{{shown if shown is not None else line}}}\n{said}")
        return said

    def text(self) -> str:
        text = "".join(self.lines).replace(str(self._folder), "<folder>")
        for pattern, instead in _BY_CHANCE:
            text = re.sub(pattern, instead, text, flags=re.MULTILINE)
        return text


def test_from_nothing_to_a_card_and_back(tmp_path: Path, snapshot: SnapshotAssertion) -> None:
    with Pipe(tmp_path) as pipe:
        run = Kept(pipe, tmp_path)
        said = run.types("1", "Robin", PASSPHRASE)
        number = int(said.split("Type row ")[1][0])
        row = next(line for line in said.splitlines() if line.startswith(f"{number} "))
        run.types(row, shown="the words of that row")
        run.types(pipe.row("About me"), "fish", "on", "Robin Hale", "", "they/them", "s", "b", "?", "x")
        run.types(pipe.row(WORDS("screens.keys.support")))
        run.types(pipe.row(WORDS("screens.keys.card")), "y")
        run.types("Call me Robin", "Ring Dana, 07700 900123", "Speak slowly", "")
        run.types(pipe.row(WORDS("screens.keys.card")), "y", str(tmp_path / "papers"))
        run.types(pipe.row(WORDS("screens.home.copies_row")), "b", "99", "x")
        assert pipe.close() == 0
        assert run.text() == snapshot


def test_the_same_words_whichever_day_it_is() -> None:
    """What is taken out is only what differs."""
    kept = Kept.__new__(Kept)
    kept._folder, kept.lines = (
        Path("/x"),
        ["Saved 14:02 on 3 March 2026.\n1 a b c d e\nType row 4. Robin, row by row.\n"],
    )
    assert kept.text() == "Saved <time> on <date>.\n1 <five words>\nType row <number>. Robin, row by row.\n"
    assert "Robin" in kept.text()


pytestmark = pytest.mark.usefixtures("cheap_keys")
