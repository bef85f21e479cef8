"""The home screen says what is worth knowing of a form with many entries: what ran out, what soon will, or the last one."""

from datetime import date, timedelta
from typing import Any

import pytest

from passport.actions import looked
from passport.actions.first_page import first_page
from passport.actions.home import entry_title, home
from passport.actions.links import link_title
from passport.forms.shelf import shelf
from passport.law.assess import assess
from passport.law.findings import Assessment
from passport.record.audience import Audience
from passport.record.copies import CopyGiven
from passport.record.sections import Section
from passport.vault.vault import Vault
from tests.actions.giving import WORDS
from tests.builders import TODAY

pytestmark = pytest.mark.usefixtures("cheap_keys")


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2026, 9, 14), "Last: Sharing your story, and keeping some of it for yourself"),
        (date(2026, 9, 15), "1 runs out in 12 weeks"),
        (date(2026, 11, 30), "1 runs out in 2 weeks"),
        (date(2026, 12, 1), "1 runs out in 13 days"),
        (date(2026, 12, 13), "1 runs out tomorrow"),
        (date(2026, 12, 14), "1 runs out today"),
        (date(2026, 12, 15), "1 ran out"),
    ],
)
def test_training_that_runs_out_is_said_three_months_before_and_after(
    vault: Vault, today: date, said: str
) -> None:
    """IR-03; screens.md, home."""
    rows = {row.form: row for group in home(vault, shelf(), today, WORDS).groups for row in group.rows}
    assert rows["training_record"].detail == said
    assert rows["involvement_record"].detail == "Last: Ward welcome pack"


@pytest.mark.parametrize("form", ["reflection", "four_pi"])
def test_an_entry_about_a_piece_of_work_is_called_by_its_name(vault: Vault, form: str) -> None:
    """And by no id: what a link leads to is read out everywhere."""
    pack = shelf().pack(form)
    last = vault.passport().of_form(form)[-1]
    names = {"reflection": "Interview panels", "four_pi": "Monday group"}
    assert entry_title(pack, last, WORDS) == link_title(pack, last) == names[form]


def test_each_paper_is_assessed_once_for_its_row_and_for_things_to_do(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An assessment reads every rule of a form; the first page is seen after every change."""
    asked: list[str] = []

    def counted(section: Section, *given: Any) -> Assessment:
        asked.append(section.id)
        return assess(section, *given)

    monkeypatch.setattr(looked, "assess", counted)
    page = first_page(vault, shelf(), TODAY, WORDS)
    assert "advance_decision-1" in asked
    assert sorted(asked) == sorted(set(asked))
    assert {row.what: row.status for row in page.papers}["to_do"] == WORDS("to_do.count", count=3)


def test_what_only_they_see_and_what_grew_old_is_said_of_many_entries(vault: Vault) -> None:
    """screens.md, home."""

    def details(today: date) -> dict[str, str]:
        return {
            row.form: row.detail for group in home(vault, shelf(), today, WORDS).groups for row in group.rows
        }

    assert details(TODAY)["reflection"] == WORDS("home.only_you")
    many = sum("ct_phone" in one.answers for one in vault.passport().of_form("contacts"))
    assert details(TODAY + timedelta(days=366))["contacts"] == WORDS("home.grown_old", count=many)


def test_copies_are_counted_by_people_who_hold_an_old_one(vault: Vault) -> None:
    section = vault.passport().of_form("crisis_plan")[0].id
    for number, holder in enumerate(("Northside", "Northside", "Jamie")):
        copy = CopyGiven(
            f"c{number}", holder, Audience.CARE, f"{number:016}", 1, (section,), (), "old", TODAY, "", "d"
        )
        vault.give_copy(copy, f"care:{number}")
    row = first_page(vault, shelf(), TODAY, WORDS).papers[0]
    assert (row.status, row.detail) == (WORDS("home.copies", count=3), WORDS("home.hold_old", count=2))
