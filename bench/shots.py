"""Makes the pictures of docs/gallery again, from the made-up person: ``./run shots``. Needs pdftoppm; says so where it is not.

Refuses to work on a tree with changes, so that a commit shows what a person now sees; ``--anyway`` works on any tree.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from bench.gallery import Paper, every_paper
from bench.vectors import ROOT, changed

GALLERY = ROOT / "docs" / "gallery"
_DOTS = "64"
_GREYS = 16


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
            lines += [f"## {paper.about}", "", _shot(paper, 1, f"First page: {paper.about}"), ""]
            if paper.also is not None:
                page, what = paper.also
                lines += [_shot(paper, page, f"{paper.about}: {what}"), ""]
    (GALLERY / "README.md").write_text("\n".join(lines), encoding="utf-8")
    return 0


def _shot(paper: Paper, page: int, says: str) -> str:
    """A picture of one page, as grey as a mono printer makes it and in no more greys than it needs. Returns how it is shown."""
    name = f"{paper.name}{f'-page-{page}' * (page > 1)}"
    one = ("-f", str(page), "-l", str(page), "-singlefile")
    subprocess.run(
        ["pdftoppm", "-r", _DOTS, "-gray", "-png", *one, str(paper.pdf), str(GALLERY / name)], check=True
    )
    picture = GALLERY / f"{name}.png"
    with Image.open(picture) as grey:
        few = grey.quantize(_GREYS)
    few.save(picture, optimize=True)
    print(picture)
    return f"![{says}]({name}.png)"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
