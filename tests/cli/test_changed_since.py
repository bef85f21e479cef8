"""``changed``, and the verb of the plain lines: what changed since it was signed, and the way there."""

import json
from pathlib import Path

import pytest

from passport.actions import answer
from passport.actions.sign import sign
from passport.actions.unlock import make
from passport.cli.main import run
from passport.errors import Exit
from passport.forms.shelf import shelf
from tests.builders import A_GOOD_SIGNING, NOW, a_refusal
from tests.cli.at_the_pipe import PASSPHRASE, WORDS, comes_back

pytestmark = pytest.mark.usefixtures("cheap_keys")
DECISION = "advance_decision-1"


def a_record(folder: Path, *, signed: bool = True) -> tuple[str, ...]:
    """A decision that was signed and then changed. Returns the options that open it."""
    vault, _rows = make(folder / "record", PASSPHRASE, NOW)
    answer.put_all(vault, shelf(), "advance_decision", {"ad_refusals": [a_refusal(rfz_why="Before")]}, NOW)
    if signed:
        sign(vault, shelf(), DECISION, A_GOOD_SIGNING, NOW)
    answer.put(vault, shelf(), DECISION, "ad_refusals.1.rfz_why", "After", NOW)
    vault.close()
    (folder / "passphrase").write_text(PASSPHRASE)
    return "--vault", str(folder / "record"), "--passphrase-file", str(folder / "passphrase")


def test_the_command_says_then_and_now(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    opens = a_record(tmp_path)
    assert run(["changed", "advance_decision", "--json", *opens]) == Exit.DONE
    said = json.loads(capsys.readouterr().out)
    assert said["signed"] is True
    assert [(one["then"], one["now"]) for one in said["changed"]] == [(["Before"], ["After"])]
    assert run(["changed", "advance_decision", *opens]) == Exit.DONE
    out = capsys.readouterr().out
    assert WORDS("changed_since.then", words="Before") in out
    assert WORDS("changed_since.now", words="After") in out
    assert run(["changed", "crisis_plan", *opens]) == Exit.USAGE


def test_a_paper_that_was_not_signed_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    opens = a_record(tmp_path, signed=False)
    assert run(["changed", "advance_decision", *opens]) == Exit.DONE
    assert WORDS("changed_since.not_signed") in capsys.readouterr().out


def test_in_plain_lines_a_number_leads_to_the_place_and_back(tmp_path: Path) -> None:
    a_record(tmp_path)
    with comes_back(tmp_path) as pipe:
        said = pipe.types(pipe.row(shelf().pack("advance_decision").title))
        assert WORDS("plain.verb_since") in said
        said = pipe.types("since")
        assert WORDS("changed_since.then", words="Before") in said
        assert "Now: After" in pipe.types("1")
        pipe.types("Before")
        assert "Saved: Before" in pipe.types(".")
