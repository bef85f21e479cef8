"""Which names stand for the same treatment, and what is asked for: only ever to warn (ruling 25)."""

from pathlib import Path

import pytest

from passport.errors import PackUnreadable
from passport.law.treatments import read_treatments, treatments
from passport.law.wishes import asked_for, names_of
from passport.law.words import tidy
from tests.builders import Paper, a_refusal, an_advance_decision, findings


def refusing(treatment: str, *, wanting: str) -> Paper:
    """One treatment refused; another refusal says what is wanted in its place."""
    return an_advance_decision([a_refusal(treatment), a_refusal("Dialysis", rfz_instead=wanting)])


SAID = [
    ("Lithium", "lithium"),
    ("ECT", "Electroconvulsive therapy"),
    ("Electro-convulsive therapy", "ECT"),
    ("E.C.T.", "shock treatment"),
    ("Haloperidol", "Haldol"),
    ("Priadel", "Camcolit, please"),
    ("Clozaril", "I would like clozapine first"),
    ("A breathing machine", "a ventilator"),
    ("No ECT", "ECT"),
    ("I do not want Valium", "Please give me some diazepam."),
    ("ECT", "Lithium, or ECT if nothing else helps"),
    ("Lithium", "Lithium, or ECT if nothing else helps"),
    ("Lithium", "Lithium, not ECT"),
    ("Lithium", "Lithium rather than ECT"),
    ("Lithium", "I don't want ECT, but lithium is ok"),
    ("Lithium", "No ECT. Lithium works best for me."),
    ("ECT", "If I cannot speak, ECT"),
    ("Lithium", "Talk to me; lithium (Priadel)"),
    ("Herbal tea", "herbal tea"),
    ("Largactil", "chlorpromazine"),
    ("Quetiapine", "Please give me Seroquel"),
    ("DBT", "dialectical behaviour therapy"),
]
LET_BE = [
    ("ECT", "No lithium, ECT, or restraint"),
    ("Lithium", "Not olanzapine or lithium"),
    ("Olanzapine", "Not olanzapine or lithium"),
    ("ECT", "Lithium, not ECT"),
    ("ECT", "Lithium instead of ECT"),
    ("Olanzapine", "Lithium rather than ECT, haloperidol or olanzapine"),
    ("ECT", "Anything but ECT"),
    ("ECT", "ECT: no"),
    ("ECT", "ECT - never"),
    ("ECT", "ECT, no thanks"),
    ("Lithium", "No:\n- ECT\n- lithium"),
    ("Lithium", "Without ECT or lithium"),
    ("Lithium", "No E.C.T. or lithium"),
    ("Lithium", "Never ECT, nor lithium. A quiet room is fine."),
    ("Olanzapine", "Stop lithium and olanzapine"),
    ("Olanzapine", "I had ECT, olanzapine and lithium before"),
    ("Lithium", "Lithium at half the dose"),
    ("Haloperidol", "Haloperidol depot"),
    ("ECT", "Someone to talk to about ECT"),
    ("ECT or lithium", "Lithium"),
    ("Haloperidol", "Olanzapine"),
    ("...", "..."),
]


@pytest.mark.parametrize(("refused", "wanted"), SAID)
def test_a_yes_beside_a_no_to_the_same_treatment_is_said(refused: str, wanted: str) -> None:
    """Ruling 25: equal after tidying, or both in one row."""
    assert "G-10" in findings(refusing(refused, wanting=wanted))


@pytest.mark.parametrize(("refused", "wanted"), LET_BE)
def test_anything_less_plain_is_left_alone(refused: str, wanted: str) -> None:
    """Ruling 25: otherwise say nothing. A no governs the rest of its sentence, over commas, and, or."""
    assert "G-10" not in findings(refusing(refused, wanting=wanted))


def test_it_is_tried_on_twenty_pairs_each_way() -> None:
    assert min(len(set(SAID)), len(set(LET_BE))) >= 20


def test_a_wish_in_a_refusal_that_was_stopped_is_no_wish_any_more() -> None:
    paper = refusing("Lithium", wanting="Lithium")
    assert "G-10" in findings(paper)
    assert "G-10" not in findings(paper.stopped("2"))


def test_every_name_is_known_by_every_other_name_of_its_row() -> None:
    for row in treatments().rows:
        for name in row:
            assert names_of(name) >= {tidy(other) for other in row}
            assert " and " in name or set(asked_for(f"Please give me {name}, if I ask.")) <= names_of(name)


def test_the_names_are_marked_as_recalled_for_nobody_has_checked_them_yet() -> None:
    assert treatments().checked == "recalled"


@pytest.mark.parametrize(
    ("written", "at"),
    [
        ('checked = "recalled"\nrows = [["ECT"], ["ect"]]', "rows"),
        ('checked = "recalled"\nrows = [[]]', "rows.0"),
        ('checked = "recalled"\nrows = [["..."]]', "rows.0.0"),
        ('checked = "surely"\nrows = []', "checked"),
        ('checked = "recalled"\nrows = []\n[asked]\nnever = []', "asked.never"),
    ],
)
def test_a_file_that_cannot_be_used_says_where(tmp_path: Path, written: str, at: str) -> None:
    (tmp_path / "treatments.toml").write_text(written, encoding="utf-8")
    with pytest.raises(PackUnreadable) as complaint:
        read_treatments(tmp_path)
    assert (complaint.value.fields["file"], complaint.value.fields["at"]) == ("law/treatments.toml", at)
