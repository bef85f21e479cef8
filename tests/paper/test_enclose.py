"""passport/paper/enclose.py: sealed answers read back as they were, and every vector stops at the step it is named by."""

import io
import re
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidSignature

from bench.lock_agrees import ROOT
from passport.errors import NotOurs, SealBroken, SealError
from passport.keys.seal import open_sealed
from passport.paper.enclose import PUBLIC_AT, Enclosed, read_answers
from tests.checking.papers import ALEX, THE_FACTS
from tests.paper.enclosed_vectors import FOLDER, TEXT, sealed_answers

VECTORS = sorted(FOLDER.glob("*.cose"))


def opened(sealed: bytes) -> Enclosed:
    return read_answers(open_sealed(sealed, public_at=PUBLIC_AT).plain)


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: str(vector.stem))
def test_each_vector_stops_at_the_step_it_is_named_by(vector: Path) -> None:
    if vector.stem.startswith("good_"):
        assert opened(vector.read_bytes()).document == THE_FACTS.document
        return
    with pytest.raises(SealError) as refused:
        opened(vector.read_bytes())
    assert refused.value.fields["step"] == vector.stem.split("_")[0]
    assert isinstance(refused.value, SealBroken if vector.stem.startswith("seal_") else NotOurs)


def test_the_vectors_are_what_we_would_make_today() -> None:
    """Papers live for years: what was sealed once must always be read, and written, the same."""
    assert {vector.stem: vector.read_bytes() for vector in VECTORS} == dict(sealed_answers())


def test_the_good_card_says_what_it_said() -> None:
    found = opened((FOLDER / "good_card.cose").read_bytes())
    (section,) = found.sections
    assert found.text_digest == TEXT
    assert found.name == "Alex Morgan"
    assert section["answers"] == [
        {"at": "am_dob", "value": "1988-03-27", "words": "27 3 1988"},
        {"at": "am_name", "value": "Alex Morgan", "words": "Alex Morgan"},
    ]


def test_the_reader_on_the_format_page_reads_them_by_itself(capsys: pytest.CaptureFixture[str]) -> None:
    """docs/formats/enclosed-answers.md ends with a reader that uses nothing of ours: it must work as it stands."""
    page = (ROOT / "docs/formats/enclosed-answers.md").read_text(encoding="utf-8")
    found = re.search(r"```python\n(.*?)```", page, re.DOTALL)
    assert found is not None
    assert "passport" not in found[1].replace("# passport", "")
    good = (FOLDER / "good_card.cose").read_bytes()
    exec(compile(found[1], "page", "exec"), {"sealed": io.BytesIO(good).getvalue()})  # our own page
    said = capsys.readouterr().out
    assert "Alex Morgan" in said
    assert ALEX.public.compressed.hex() in said
    with pytest.raises(InvalidSignature):
        exec(compile(found[1], "page", "exec"), {"sealed": good.replace(b"Alex", b"Alec", 1)})
