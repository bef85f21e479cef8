"""G-12, the answer about pressure: on its own screen and nowhere else (ruling 4)."""

import json
from pathlib import Path

from passport.forms.shelf import shelf
from passport.law.private import only_for_you
from tests.builders import TODAY, an_advance_decision, assess_today

PACK = shelf().pack("advance_decision")


def test_the_private_screen_says_who_to_talk_to() -> None:
    (finding,) = only_for_you(an_advance_decision(doc_pressure="yes").section, PACK, TODAY)
    assert finding.id == "G-12"
    assert finding.private
    assert "Talk to someone you trust or an advocate" in finding.sentence


def test_leaving_it_blank_or_saying_no_shows_nothing() -> None:
    for answer in ("no", "", None):
        assert only_for_you(an_advance_decision(doc_pressure=answer).section, PACK, TODAY) == ()


def test_a_form_that_does_not_ask_has_nothing_to_show() -> None:
    section = an_advance_decision(doc_pressure="yes").section
    assert only_for_you(section, shelf().pack("about_me"), TODAY) == ()


def test_no_list_or_document_holds_it() -> None:
    assessment = assess_today(an_advance_decision(doc_pressure="yes"))
    assert "G-12" not in json.dumps(assessment.to_plain())
    assert "doc_pressure" not in repr(assessment)


def test_only_screens_may_ask_for_it() -> None:
    folder = Path(__file__).parents[2] / "passport"
    asking = {
        path.relative_to(folder).parts[0]
        for path in folder.rglob("*.py")
        if "only_for_you" in path.read_text(encoding="utf-8")
    }
    assert asking <= {"law", "tui", "cli"}
