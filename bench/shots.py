"""Makes the pictures of docs/gallery again, from the made-up person: ``./run shots``. Needs pdftoppm; says so where it is not.

Refuses to work on a tree with changes, so that a commit shows what a person now sees; ``--anyway`` works on any tree.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from bench.vectors import ROOT, changed
from passport.actions.demo import PAPERS, demonstrate
from passport.forms.shelf import shelf
from passport.wording.words import Words

GALLERY = ROOT / "docs" / "gallery"
NAMES = ("advance-decision", "crisis-plan", "advance-statement", "involvement-passport")
"""One for each paper of the demo, in its order."""
_DOTS = "64"
NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def main(arguments: Sequence[str]) -> int:
    if "--anyway" not in arguments and changed():
        print(
            "There are changes here that are not committed. Commit them first, then make the pictures again."
        )
        return 1
    if shutil.which("pdftoppm") is None:
        print("pdftoppm (poppler-utils) is not here, so no picture was made.")
        return 1
    assert len(NAMES) == len(PAPERS)
    GALLERY.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        made = demonstrate(Path(folder) / "demo", shelf(), NOW, Words())
        for name, shared in zip(NAMES, made.shared, strict=True):
            first = ("pdftoppm", "-r", _DOTS, "-gray", "-png", "-f", "1", "-l", "1", "-singlefile")
            subprocess.run([*first, str(shared.files["pdf"]), str(GALLERY / name)], check=True)
            print(GALLERY / f"{name}.png")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
