"""CP-04 says that we added a crisis line, so the paper does: after the person's own, as ours, with the day it was checked."""

import msgspec
import pytest

from passport.actions import answer
from passport.actions.assess import assess
from passport.actions.share import Handing, rehearse
from passport.forms.shelf import shelf
from passport.law import crisis_lines
from passport.law.notes import law_folder
from passport.vault.vault import Vault
from tests.actions.giving import WORDS, care
from tests.builders import NOW

OURS = WORDS("paper.lines_added")


def printed(vault: Vault) -> str:
    made = rehearse(vault, shelf(), care(vault), Handing("Northside Ward"), NOW, WORDS)
    return " ".join(made.text.split())


def said(vault: Vault) -> set[str]:
    return {one.id for one in assess(vault, shelf(), "crisis_plan-1", NOW.date()).findings}


def test_the_lines_of_the_nation_stand_after_the_persons_own_with_their_day(vault: Vault) -> None:
    text = printed(vault)
    assert "CP-04" in said(vault)
    assert text.index("Northside Crisis Team") < text.index(OURS) < text.index("Me when I am OK")
    assert "Samaritans: call 116 123. " in text
    assert [text.count(f"Checked on {day} November 2026.") for day in (23, 25)] == [2, 1]
    assert "NHS urgent mental health: call" not in text  # Alex names it among their own


def test_a_line_that_nobody_has_checked_says_so(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    assert WORDS("paper.line_not_checked") not in printed(vault)
    unchecked = tuple(
        msgspec.structs.replace(one, checked_on=None) for one in crisis_lines.read_crisis_lines(law_folder())
    )
    monkeypatch.setattr(crisis_lines, "read_crisis_lines", lambda _folder: unchecked)
    crisis_lines.crisis_lines.cache_clear()
    try:
        assert WORDS("paper.line_not_checked") in printed(vault)
    finally:
        crisis_lines.crisis_lines.cache_clear()


def test_nothing_is_added_to_a_plan_that_names_them_all_or_to_a_person_whose_nation_we_do_not_know(
    vault: Vault,
) -> None:
    answer.put(vault, shelf(), "about_me-1", "am_nation", "", NOW)
    assert OURS not in printed(vault)
    assert "CP-04" not in said(vault)
    answer.put(vault, shelf(), "about_me-1", "am_nation", "england", NOW)
    own = ("999", "111", "116 123", "85258")
    answer.put(vault, shelf(), "crisis_plan-1", "cp_services", own, NOW)
    assert OURS not in printed(vault)
    assert "CP-04" not in said(vault)
