"""The parts of the Mental Health Act 2025 that these papers hang on, switched on by changing data only.

None had started in the copy that was read (domain 1.7, 2). Once one has, its day is written under ``from`` in
``forms/law/england_wales.toml``. The list:
    s.13, new s.57A    medicine against an advance decision needs a compelling reason and a second opinion
    s.15, s.58A(5)     ECT stays barred by an advance decision
    ss.17-18, s.62ZA   urgent ECT against an advance decision needs a second opinion
    s.44, s.130M       advance choice documents
    Schedule 2         the nominated person
"""

import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from passport.errors import PackUnreadable
from passport.forms.shelf import Shelf, packs_folder, read_shelf, shelf
from passport.law.assess import assess
from passport.law.notes import NotesShelf, read_notes
from passport.law.rules import rules_for
from tests.builders import TODAY, Paper, a_refusal, an_advance_decision
from tests.law.cases.advance_choice_document import document

STARTS = date(2027, 3, 1)
PARTS = (
    "compelling_reason",
    "ect_section_rewritten",
    "second_opinion_before_urgent_ect",
    "advance_choice_document",
    "nominated_person",
)


@dataclass(frozen=True)
class Copied:
    """A copy of ``forms/`` in which a day was written."""

    shelf: Shelf
    notes: NotesShelf

    def says(self, paper: Paper, on: date) -> dict[str, str]:
        """What is said of a paper on a day, by rule id."""
        pack = self.shelf.pack(paper.section.form)
        found = assess(paper.section, paper.passport, pack, self.notes, on).findings
        return {one.id: one.sentence for one in found if one.id != "G-04"}


def with_days(folder: Path, days: Mapping[str, date]) -> Copied:
    """The forms as they ship, but for ``from = <a day>`` under some parts of the law."""
    forms = folder / "forms"
    shutil.copytree(str(packs_folder()), forms)
    notes = forms / "law" / "england_wales.toml"
    text = notes.read_text(encoding="utf-8")
    for part, day in days.items():
        text, times = re.subn(rf"(?m)^\[in_force\.{part}\]$", rf"\g<0>\nfrom = {day.isoformat()}", text)
        assert times == 1, part
    notes.write_text(text, encoding="utf-8")
    return Copied(read_shelf(forms), read_notes(forms / "law"))


def decision(kind: str) -> Paper:
    return an_advance_decision([a_refusal(rfz_kind=kind)])


MEDICINE, ECT, TALKING = decision("mental_health_medicine"), decision("ect"), decision("other_mental_health")
CHOICES = document(ac_no=["Injections"], ac_np="Jamie Morgan", ac_talk=None, ac_discharge="November 2026")


@pytest.mark.parametrize(
    ("part", "paper", "rule", "before", "after"),
    [
        (
            "compelling_reason",
            MEDICINE,
            "AD-43",
            "If you are sectioned, staff may be able to treat you even if you say no here. They must still think about what you wrote.",
            "If you are sectioned, staff need a strong reason to give this against your no. A second doctor must agree. In an emergency they may not have to wait.",
        ),
        (
            "ect_section_rewritten",
            ECT,
            "AD-44",
            "Even if you are sectioned, staff should not give ECT against this. The exception is an emergency: to save your life, or stop you getting much worse.",
            "Even if you are sectioned, staff should not give ECT against this. The new law keeps it so. An emergency is still the exception.",
        ),
        (
            "second_opinion_before_urgent_ect",
            ECT,
            "AD-44",
            "Even if you are sectioned, staff should not give ECT against this. The exception is an emergency: to save your life, or stop you getting much worse.",
            "Even if you are sectioned, staff should not give ECT against this. In an emergency a second doctor must agree first. There is one rare exception, to save your life.",
        ),
        (
            "compelling_reason",
            CHOICES,
            "AC-05",
            'This tells staff what you do not want. For a "no" with more force, also fill in an advance decision.',
            'This tells staff what you do not want. For a "no" with more force, also fill in an advance decision. Staff then need a strong reason to give medicine against it.',
        ),
        (
            "advance_choice_document",
            CHOICES,
            "AC-08",
            "Talking it through with your team can help. Your local NHS should offer this when the law starts.",
            "Talking it through with your team can help. Your local NHS should offer this, so you can ask.",
        ),
        (
            "advance_choice_document",
            CHOICES,
            "AC-09",
            "The year after hospital is a good time to make this.",
            "The year after hospital is a good time to make this. Your local NHS should think of offering help.",
        ),
        (
            "nominated_person",
            CHOICES,
            "AC-10",
            "This is a wish. To make it official you will need a signed form with a professional as witness.",
            "This is a wish. To make it official, fill in a nominated person form. A professional has to be your witness.",
        ),
    ],
)
def test_a_sentence_changes_on_the_day_that_the_notes_name_and_not_before(
    tmp_path: Path, part: str, paper: Paper, rule: str, before: str, after: str
) -> None:
    switched = with_days(tmp_path, {part: STARTS})
    assert switched.says(paper, date(2027, 2, 28))[rule] == before
    assert switched.says(paper, STARTS)[rule] == after


def test_a_law_that_has_started_is_not_called_one_that_has_not(tmp_path: Path) -> None:
    """G-05 and NP-05 fall silent by themselves."""
    switched = with_days(tmp_path, dict.fromkeys(PARTS, STARTS))
    assert {"G-05", "NP-05"} <= set(switched.says(CHOICES, date(2027, 2, 28)))
    assert not {"G-05", "NP-05"} & set(switched.says(CHOICES, STARTS))


def test_one_part_that_starts_changes_nothing_that_hangs_on_another(tmp_path: Path) -> None:
    """s.56(5): parts may start on days of their own. s.57A is about medicine only."""
    switched, as_shipped = with_days(tmp_path / "one", {"compelling_reason": STARTS}), with_days(tmp_path, {})
    for paper in (ECT, TALKING):
        assert switched.says(paper, STARTS) == as_shipped.says(paper, STARTS)
    changed = {
        rule
        for rule, sentence in switched.says(CHOICES, STARTS).items()
        if as_shipped.says(CHOICES, STARTS)[rule] != sentence
    }
    assert changed == {"AC-05"}


def test_as_shipped_nothing_has_started(tmp_path: Path) -> None:
    """As far as we know (domain 10.3): the notes give no day for any of them."""
    in_force = with_days(tmp_path, {}).notes.by_id["england_wales"].in_force
    assert {part: in_force[part].from_ for part in PARTS} == dict.fromkeys(PARTS)


def test_no_sentence_that_may_change_does_so_in_northern_ireland(tmp_path: Path) -> None:
    """The Act is one of England and Wales: its days are written in those notes only."""
    switched = with_days(tmp_path, dict.fromkeys(PARTS, TODAY))
    paper = CHOICES.about_me(am_nation="northern_ireland")
    assert switched.says(paper, TODAY)["AC-08"].endswith("when the law starts.")


def test_a_part_of_the_law_that_no_note_names_is_a_complaint(tmp_path: Path) -> None:
    forms = tmp_path / "forms"
    shutil.copytree(str(packs_folder()), forms)
    rules = forms / "advance_decision" / "rules.toml"
    text = rules.read_text(encoding="utf-8")
    rules.write_text(text.replace('of = "compelling_reason"', 'of = "compeling_reason"'), encoding="utf-8")
    with pytest.raises(PackUnreadable) as complaint:
        rules_for(read_shelf(forms).pack("advance_decision"))
    assert complaint.value.fields["at"] == "AD-43.when"
    assert "compeling_reason" in str(complaint.value.fields["remedy"])


def test_every_day_that_a_rule_waits_for_is_one_that_the_notes_may_give() -> None:
    for pack in shelf().packs.values():
        rules_for(pack)
