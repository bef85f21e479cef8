"""Makes the pictures of docs/gallery again, from the made-up person: ``./run shots``. Needs pdftoppm; says so where it is not.

Refuses to work on a tree with changes, so that a commit shows what a person now sees; ``--anyway`` works on any tree.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.gallery import every_paper
from bench.vectors import ROOT, changed

GALLERY = ROOT / "docs" / "gallery"
_DOTS = "64"


def main(arguments: Sequence[str]) -> int:
    if "--anyway" not in arguments and changed():
        print(
            "There are changes here that are not committed. Commit them first, then make the pictures again."
        )
        return 1
    if shutil.which("pdftoppm") is None:
        print("pdftoppm (poppler-utils) is not here, so no picture was made.")
        return 1
    GALLERY.mkdir(parents=True, exist_ok=True)
    lines = [
        "# What leaves the program",
        "",
        "Made again by `./run shots`, from the made-up person. Each picture is a first page.",
        "",
    ]
    with tempfile.TemporaryDirectory() as folder:
        for paper in every_paper(Path(folder)):
            if not paper.pictured:
                continue
            first = ("pdftoppm", "-r", _DOTS, "-gray", "-png", "-f", "1", "-l", "1", "-singlefile")
            subprocess.run([*first, str(paper.pdf), str(GALLERY / paper.name)], check=True)
            lines += [f"## {paper.about}", "", f"![First page: {paper.about}]({paper.name}.png)", ""]
            print(GALLERY / f"{paper.name}.png")
    (GALLERY / "README.md").write_text("\n".join(lines), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
