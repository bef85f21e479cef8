"""The law notes: data with dates, never constants in code."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from passport.errors import PackUnreadable
from passport.forms.shelf import shelf
from passport.law.notes import law_folder, notes_shelf, read_notes
from tests.builders import an_advance_decision, assess_today

CHECKED = notes_shelf().by_id["england_wales"].checked_on


@pytest.mark.parametrize(("days", "speaks"), [(180, False), (181, True)])
def test_notes_that_nobody_checked_for_half_a_year_say_so(days: int, speaks: bool) -> None:
    """G-04: older than 180 days."""
    assessment = assess_today(an_advance_decision(), CHECKED + timedelta(days=days))
    said = [finding.sentence for finding in assessment.findings if finding.id == "G-04"]
    assert bool(said) == speaks
    assert all("9 April 2026" in one for one in said)


def test_a_law_that_has_not_started_says_so() -> None:
    """G-05: lawpack.in_force(doc) is false."""
    notes = notes_shelf().by_id["england_wales"]
    assert notes.not_started("advance_choice_document", date(2026, 11, 23))
    assert not notes.not_started("advance_decision", date(2026, 11, 23))
    assert notes.not_started("advance_decision", date(2007, 9, 30))
    assert "G-05" in {one.id for one in assess_today(an_advance_decision(), date(2007, 9, 30)).findings}
    assert "G-05" not in {one.id for one in assess_today(an_advance_decision()).findings}


def test_every_nation_that_can_be_lived_in_has_notes_that_know_the_advance_decision() -> None:
    question = shelf().pack("about_me").question("am_nation")
    assert question is not None
    for choice in question.choices:
        notes = notes_shelf().of_nation(choice.id)
        assert notes is not None
        assert "advance_decision" in notes.papers


def test_every_note_says_who_checked_it() -> None:
    for notes in notes_shelf().by_id.values():
        assert notes.checked_by
        assert notes.law_as_at <= notes.checked_on
        assert all(started.source and started.checked for started in notes.in_force.values())


def test_every_note_says_when_what_it_knows_started_or_that_it_has_not() -> None:
    """Dates are data: as at, last checked, by whom, and for each paper when its law started and how sure we are."""
    known = {"verified", "secondary", "recalled", "inferred"}
    for notes in notes_shelf().by_id.values():
        assert {*notes.to_plain()} == {"notes", "name", "law_as_at", "checked_on", "checked_by"}
        assert all(notes.to_plain().values())
        assert {started.checked for started in notes.in_force.values()} <= known
    for pack in shelf().packs.values():
        if pack.nations:
            home = notes_shelf().of_nation(pack.nations[0])
            assert home is not None
            assert pack.id in home.in_force, pack.id


def test_what_is_not_in_force_is_switched_on_by_data_alone(tmp_path: Path) -> None:
    """The Mental Health Act 2025 parts: a date in the notes, and no code."""
    for file in ("england_wales.toml", "scotland.toml", "northern_ireland.toml"):
        text = (Path(str(law_folder())) / file).read_text(encoding="utf-8")
        changed = text.replace(
            "[in_force.advance_choice_document]", "[in_force.advance_choice_document]\nfrom = 2026-11-01"
        )
        (tmp_path / file).write_text(changed, encoding="utf-8")
    today = date(2026, 11, 23)
    assert notes_shelf().by_id["england_wales"].not_started("advance_choice_document", today)
    assert not read_notes(tmp_path).by_id["england_wales"].not_started("advance_choice_document", today)


NOTES = """
name = "Here"
nations = ["here"]
law_as_at = 2026-04-09
checked_on = 2026-04-09
checked_by = "us"
"""


@pytest.mark.parametrize(
    ("text", "at"),
    [
        (NOTES.replace("2026-04-09", '"soon"'), "law_as_at"),
        (NOTES + 'colour = "red"', "colour"),
        (NOTES + '[papers.x]\nrules_of = "elsewhere"', "papers.x.rules_of"),
        (NOTES.replace('name = "Here"', ""), "name"),
    ],
)
def test_notes_that_cannot_be_used_say_where(text: str, at: str, tmp_path: Path) -> None:
    (tmp_path / "here.toml").write_text(text, encoding="utf-8")
    with pytest.raises(PackUnreadable) as complaint:
        read_notes(tmp_path)
    assert (complaint.value.fields["file"], complaint.value.fields["at"]) == ("law/here.toml", at)


def test_a_nation_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "here.toml").write_text(NOTES, encoding="utf-8")
    notes = read_notes(tmp_path).of_nation("here")
    assert notes is not None
    assert notes.name == "Here"
    assert (law_folder() / "england_wales.toml").is_file()


def test_no_nation_is_named_in_the_code() -> None:
    """Decision 12: never an ``if nation`` in Python."""
    names = {nation for notes in notes_shelf().by_id.values() for nation in notes.nations}
    folder = Path(__file__).parents[2] / "passport" / "law"
    texts = {path.name: path.read_text(encoding="utf-8").lower() for path in folder.rglob("*.py")}
    assert [name for name, text in texts.items() if any(f'"{nation}"' in text for nation in names)] == []
