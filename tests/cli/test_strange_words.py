"""Strange words, from the command to the page: long ones, signs, marks that act, and names that look like paths.

The command that everybody starts, in a process of its own, with one record for all of them.
"""

import html
import io
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from passport.actions.files import clean_name
from passport.errors import Exit
from passport.forms.shelf import packs_folder
from passport.wording.words import Words
from tests.cli.at_the_pipe import START, comes_back
from tests.cli.test_ends import as_whom, passport

WORDS = Words()
LONG = "W" * 500
ACTS = {
    "override": "call me \u202emorf\u202c now",
    "isolate": "\u2067abc\u2069",
    "mark": "a\u200f1",
    "terminal": "red \x1b[31m\x07",
    "backspace": "abc\x08\x08x",
}


class Person:
    """Somebody with a record. ``lives`` is a folder of their own."""

    def __init__(self, lives: Path) -> None:
        self.lives, self.record = lives, lives / "record"

    def __call__(self, command: str, *more: str) -> subprocess.CompletedProcess[str]:
        return passport(self.lives, command, "--vault", str(self.record), *more)

    def put(self, form: str, **answers: object) -> None:
        (self.lives / "answers.json").write_text(json.dumps(answers))
        done = self("put", form, "--from", str(self.lives / "answers.json"))
        assert done.returncode == Exit.DONE, done.stderr

    def gives(self, *more: str, to: str = "A ward") -> dict[str, Path]:
        """Shares what is for care. Returns the files by kind."""
        done = self("share", "--for", "care", f"--to={to}", "--out", str(self.lives / "out"), "--json", *more)
        assert done.returncode == Exit.DONE, done.stderr
        return {kind: Path(path) for kind, path in json.loads(done.stdout)["files"].items()}


@pytest.fixture(scope="module")
def person(tmp_path_factory: pytest.TempPathFactory) -> Person:
    found = Person(tmp_path_factory.mktemp("person"))
    assert found("new").returncode == Exit.DONE
    found.put("about_me", am_name="Alex Morgan", am_nation="england")
    return found


def pages(pdf: Path) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf.read_bytes())).pages]


def test_a_word_of_five_hundred_letters_is_whole_on_paper_and_in_narrow_columns(person: Person) -> None:
    """Also on the card, where it would run over the fold and into the code."""
    person.put("crisis_plan", cp_card=["My sister knows", "W" * 60], cp_staff=LONG)
    given = person.gives("--form", "crisis_plan", "--large-print", to=LONG)
    assert "".join(pages(given["pdf"])).count("W") >= 2 * 500 + 60
    assert max(line.count("W") for page in pages(given["pdf"]) for line in page.splitlines()) <= 31

    done = person("card", "--out", str(person.lives / "card"), "--json")
    assert done.returncode == Exit.DONE, done.stderr
    (page,) = pages(Path(json.loads(done.stdout)["files"]["pdf"]))
    assert max(line.count("W") for line in page.splitlines()) <= 20
    assert "W" * 60 in "".join(page.split())


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("I feel \U0001f600 today", "grinning face"),
        ("\U0001f468\u200d\U0001f469\u200d\U0001f467", "man"),
        ("\U0001f1ec\U0001f1e7", "regional indicator symbol letter g"),
        ("\U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f", "waving black flag"),
        ("1\ufe0f\u20e3", "combining enclosing keycap"),
    ],
)
def test_a_sign_that_no_font_has_is_kept_and_named_before_anything_is_made(
    person: Person, words: str, named: str
) -> None:
    person.put("about_me", am_name="Alex Morgan", am_important=words)
    done = person("share", "--for", "care", "--to", "A ward", "--out", str(person.lives / "signs"))
    assert done.returncode == Exit.USAGE
    assert f"({named})" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not (person.lives / "signs").exists()
    assert words.encode("utf-16", "surrogatepass").decode("utf-16") in json.dumps(
        json.loads(person("show", "--json").stdout), ensure_ascii=False
    )


def test_what_acts_is_spelled_out_on_paper_and_in_the_terminal(person: Person) -> None:
    """A turned line would show another number than the one that was typed."""
    words = " ".join(ACTS.values())
    person.put("about_me", am_name="Alex Morgan", am_important=words)
    given = person.gives(to=words)
    seen = [
        *(path.read_text() for kind, path in given.items() if kind in {"text", "html", "code_text"}),
        *pages(given["pdf"]),
        person("copies").stdout,
    ]
    for text in seen:
        assert not {"\u202e", "\u202c", "\u2067", "\u200f", "\x1b", "\x07", "\x08"} & set(text)
    for shown in (seen[-1], given["text"].read_text(), html.unescape(given["html"].read_text())):
        assert "<U+202E>morf<U+202C>" in shown


def test_what_acts_is_spelled_out_in_plain_lines(person: Person) -> None:
    person.put("about_me", am_name="Alex Morgan", am_important=ACTS["override"])
    with comes_back(person.lives) as pipe:
        pipe.types(pipe.row("About me"))
        pipe.close()
    assert not {"\u202e", "\u202c"} & set(pipe.hears)


def test_a_name_like_a_path_makes_no_file_elsewhere_and_takes_one_line(person: Person) -> None:
    """A name of two lines could say that somebody else holds a copy, too."""
    person.put("about_me", am_name="../../etc/a\\b:nul", am_important="")
    before = {one for one in person.lives.rglob("*") if "out" not in one.parts}
    names = ["../../etc/C:\\nul", "." + "b" * 300, "one\ntwo: version 9"]
    given = [path for name in names for path in person.gives(to=name).values()]
    assert {path.parent for path in given} == {person.lives / "out"}
    after = {one for one in person.lives.rglob("*") if "out" not in one.parts}
    assert after - before == {person.lives / "answers.json"} - before
    held = [one["holder"] for one in json.loads(person("copies", "--json").stdout)["copies"]]
    assert {" ".join(name.split()) for name in names} <= set(held)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("nul", "_nul"),
        ("CON.txt", "_CON.txt"),
        ("com1.tar.gz", "_com1.tar.gz"),
        ("LPT\u00b9.pdf", "_LPT\u00b9.pdf"),
        ("contact.pdf", "contact.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\x\\scan.pdf", "scan.pdf"),
        (".profile", "profile"),
        ("one\ntwo\u202e.pdf", "onetwo.pdf"),
        ("\u0985" * 90 + ".pdf", "\u0985" * 65 + ".pdf"),
        ("a" * 300 + ".pdf", "a" * 94 + ".pdf"),
    ],
)
def test_a_kept_file_has_a_name_that_every_disk_takes(typed: str, kept: str) -> None:
    assert clean_name(typed) == kept
    assert clean_name(kept) == kept


def test_a_kept_file_with_a_long_name_comes_out_again(person: Person) -> None:
    """Bengali letters take three bytes each; a disk takes 255 for the whole name, and ours has more to add."""
    name = "\u0985" * 83 + ".txt"
    (person.lives / name).write_text("hello")
    kept = json.loads(person("keep", str(person.lives / name), "--json").stdout)
    done = person("kept-out", kept["id"], str(person.lives / "kept"))
    assert done.returncode == Exit.DONE, done.stderr


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (("backup", "a" * 300), Exit.NO_ROOM),
        (("restore", "a" * 300), Exit.CANNOT_OPEN),
        (("drill", "a" * 300, "--backup-passphrase-file", "passphrase"), Exit.CANNOT_OPEN),
        (("merge", "a" * 300, "--other-passphrase-file", "passphrase"), Exit.CANNOT_OPEN),
        (("check", "--trust", "a" * 300, "x.pdf"), Exit.CANNOT_OPEN),
    ],
)
def test_a_path_too_long_for_any_disk_is_told_in_our_own_words(
    person: Person, command: tuple[str, ...], code: Exit
) -> None:
    """It was "something went wrong that we did not plan for"."""
    given = (str(person.lives / one) if one == "passphrase" else one for one in command[1:])
    done = person(command[0], *given)
    assert done.returncode == code, done.stderr
    assert WORDS("commands.surprise", kind="OSError") not in done.stderr


def a_tree(folder: Path) -> Path:
    """A copy of the program, whose parts may be damaged."""
    shutil.copytree(str(packs_folder()), folder / "forms")
    source = Path(sys.modules["passport"].__file__ or "").parent
    return Path(shutil.copytree(source, folder / "passport", ignore=shutil.ignore_patterns("__pycache__")))


def test_a_program_without_a_font_makes_no_page_and_no_line(person: Person, tmp_path: Path) -> None:
    """Before, another font took its place in silence."""
    tree = a_tree(tmp_path)
    (tree / "paper" / "fonts" / "NotoSans_400Regular.ttf").unlink()
    before = person("copies", "--json").stdout
    start = f"import sys; sys.path.insert(0, {str(tmp_path)!r})\n{START}"
    more = ["--vault", str(person.record), "--for", "care", "--to", "A ward", "--out", str(tmp_path / "out")]
    done = subprocess.run(
        [sys.executable, "-c", start, "share", *more],
        env=as_whom(person.lives),
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == Exit.CANNOT_OPEN
    assert ".ttf" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "out").exists()
    assert person("copies", "--json").stdout == before


def test_an_answer_of_forty_pages_is_shared_whole_and_checks(person: Person) -> None:
    walk = "I walk to the allotment and back. " * 60
    words = "\n\n".join(f"Part {number}. {walk}" for number in range(54))
    person.put("advance_statement", as_wishes=words)
    given = person.gives("--form", "advance_statement")
    assert len(pages(given["pdf"])) >= 40
    assert "Part 53." in given["text"].read_text()
    done = person("check", "--no-remember", "--json", str(given["pdf"]))
    assert done.returncode == Exit.DONE
    assert {one["outcome"] for one in json.loads(done.stdout)["checks"] if one["id"] == "agrees"} == {
        "as_sealed"
    }


def test_two_hundred_refusals_each_stand_on_the_paper_in_order(person: Person) -> None:
    refusals = [
        {"rfz_treatment": f"Treatment {number}", "rfz_kind": "physical", "rfz_when": "any", "rfz_ls": "no"}
        for number in range(200)
    ]
    person.put("advance_decision", ad_able="yes", ad_refusals=refusals)
    text = person.gives("--form", "advance_decision")["text"].read_text()
    places = [text.index(f"Treatment {number}\n") for number in range(200)]
    assert places == sorted(places)
    assert len(json.loads(person("assess", "advance_decision", "--json").stdout)["refusals"]) == 200
