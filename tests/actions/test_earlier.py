"""Answers saved under an older version of a form: still open, still shown, nothing dropped, and nothing let out."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from passport.actions import answer
from passport.actions.earlier import earlier
from passport.actions.form_now import choices_gone, form_now, shown
from passport.actions.places import Places
from passport.actions.share import Handing, rehearse
from passport.actions.unlock import make
from passport.cli import answers as answers_command
from passport.cli.main import run
from passport.cli.plain import walk
from passport.cli.plain.session import Session
from passport.cli.plain.talk import Talk
from passport.cli.say import Voice
from passport.errors import Exit
from passport.forms.pack import Kind
from passport.forms.shelf import Shelf, shelf
from passport.keys.seal import open_sealed
from passport.paper.enclose import ANSWERS_NAME, PUBLIC_AT
from passport.paper.unwrap import unwrap
from passport.record.audience import Audience, Selection
from passport.record.sections import Section
from passport.vault.vault import Vault
from passport.wording.words import Words
from tests.builders import NOW, a_section, answers_for
from tests.older_pack import ANSWERS, GONE, KEPT, LABEL, newer_shelf

WORDS = Words()
PASSPHRASE = "kettle harbour violin meadow lantern"


@pytest.fixture(scope="module")
def newer(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    return newer_shelf(tmp_path_factory.mktemp("newer") / "forms")


@pytest.fixture
def folder(cheap_keys: None, tmp_path: Path) -> Path:
    vault, _rows = make(tmp_path / "record", PASSPHRASE, NOW)
    answer.put_all(vault, shelf(), "about_me", {"am_name": "Alex Morgan", "am_nation": "england"}, NOW)
    answer.put_all(vault, shelf(), "crisis_plan", ANSWERS, NOW)
    vault.close()
    return tmp_path


@pytest.fixture
def vault(folder: Path) -> Iterator[Vault]:
    vault = Vault.open_with_passphrase(folder / "record", PASSPHRASE, NOW)
    yield vault
    vault.close()


def the_plan(vault: Vault) -> Section:
    (plan,) = vault.passport().of_form("crisis_plan")
    return plan


def test_what_is_not_asked_any_more_is_listed_with_its_label_and_the_words(
    vault: Vault, newer: Shelf
) -> None:
    found = earlier(newer.pack("crisis_plan"), the_plan(vault))
    assert [(one.label, one.lines) for one in found] == [
        (LABEL, (GONE[0],)),
        ("cp_hard", (GONE[1],)),
        ("cp_staff", (GONE[2],)),
    ]
    assert earlier(shelf().pack("crisis_plan"), the_plan(vault)) == ()


def test_a_choice_that_has_gone_is_kept_as_it_was_and_asked_again(vault: Vault, newer: Shelf) -> None:
    pack, plan = newer.pack("crisis_plan"), the_plan(vault)
    question, kept = pack.question("cp_where"), plan.answers["cp_where"]
    assert question is not None
    assert choices_gone(question, kept) == ("crisis_house",)
    assert shown(question, kept, WORDS) == ("crisis_house",)
    problems = {
        one.place: one.problem.code for one in answer.look(vault, newer, plan.id, NOW.date()).troubles
    }
    assert problems["cp_where"] == "choice_wanted"
    now = answer.put(vault, newer, plan.id, "cp_where", "hospital", NOW).section
    assert choices_gone(question, now.answers["cp_where"]) == ()


def test_of_several_choices_those_that_are_left_keep_their_words() -> None:
    form, many = next(
        (pack.id, one)
        for pack in shelf().packs.values()
        for page in pack.pages
        for one in page.questions
        if one.kind is Kind.CHOOSE_MANY
    )
    first = many.choices[0]
    answers = answers_for(shelf().pack(form), {many.id: [first.id, "taken_out"]})
    assert shown(many, answers[many.id], WORDS) == (first.label, "taken_out")
    assert choices_gone(many, answers[many.id]) == ("taken_out",)


def test_what_is_asked_in_another_way_now_is_shown_as_it_was_typed(vault: Vault, newer: Shelf) -> None:
    form = form_now(vault, newer, the_plan(vault).id)
    by_id = {
        step.place: shown(step.question, form.section.answers.get(step.place), WORDS) for step in form.steps
    }
    assert by_id["cp_early"] == ("Marker asked otherwise",)
    assert by_id["cp_i_do"] == ("Marker one", "Marker two")


def test_changing_one_answer_drops_no_other(vault: Vault, newer: Shelf) -> None:
    plan = the_plan(vault)
    after = answer.put(vault, newer, plan.id, "cp_signs", "I shout", NOW).section
    assert {place: one.words for place, one in after.answers.items() if place != "cp_signs"} == {
        place: one.words for place, one in plan.answers.items() if place != "cp_signs"
    }


def test_items_of_a_list_that_is_not_there_any_more_are_shown_one_by_one(vault: Vault) -> None:
    refusals = [{"rfz_treatment": "Marker ECT", "rfz_why": "Marker why"}, {"rfz_treatment": "Marker CPR"}]
    answer.put_all(vault, shelf(), "advance_decision", {"ad_refusals": refusals}, NOW)
    (section,) = vault.passport().of_form("advance_decision")
    found = earlier(shelf().pack("crisis_plan"), section)
    assert [(one.label, one.lines) for one in found] == [
        ("ad_refusals 1: rfz_treatment", ("Marker ECT",)),
        ("ad_refusals 1: rfz_why", ("Marker why",)),
        ("ad_refusals 2: rfz_treatment", ("Marker CPR",)),
    ]


def test_what_has_its_own_page_is_in_no_list_of_an_earlier_version_either() -> None:
    section = a_section("crisis_plan", doc_pressure="yes")
    assert earlier(shelf().pack("about_me"), section) == ()


def test_show_reads_all_of_it_back(
    folder: Path, newer: Shelf, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(answers_command, "shelf", lambda: newer)
    (folder / "passphrase").write_text(PASSPHRASE)
    given = ["--vault", str(folder / "record"), "--passphrase-file", str(folder / "passphrase")]
    assert run(["show", "crisis_plan", *given]) == Exit.DONE
    said = capsys.readouterr().out
    assert [words for words in KEPT if words not in said] == []
    assert f"{WORDS('answers.earlier')}\n    {LABEL}\n      {GONE[0]}" in said
    assert WORDS("answers.choice_gone") in said
    assert run(["show", "crisis_plan", "--json", *given]) == Exit.DONE
    said = capsys.readouterr().out
    assert [words for words in KEPT if words not in said] == []


def test_the_plain_lines_show_all_of_it(
    vault: Vault,
    newer: Shelf,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    talk = Talk(Voice(), WORDS, lambda _talk: None)
    at = Places(tmp_path / "record", tmp_path / "settings", tmp_path / "seen", tmp_path / "met")
    session = Session(at, vault, newer, WORDS, talk, lambda: NOW)
    monkeypatch.setattr("builtins.input", lambda _prompt: "")
    walk.check_answers(session, the_plan(vault).id)
    said = capsys.readouterr().out
    assert [words for words in KEPT if words not in said] == []
    assert f"{LABEL}: {GONE[0]}" in said
    assert WORDS("answers.choice_gone") in said
    walk.walk(session, the_plan(vault).id)
    assert WORDS("answers.choice_gone") in capsys.readouterr().out


def test_none_of_it_leaves_in_a_paper_its_enclosed_answers_or_a_code(vault: Vault, newer: Shelf) -> None:
    """There is no label for the wall, so nothing can let it out: not the form, and not its name."""
    plan = the_plan(vault)
    named = frozenset({(plan.id, question) for question in ("cp_well", "cp_hard", "cp_staff")})
    for fields in (frozenset(), named):
        selection = Selection(Audience.CARE, (plan.id,), fields)
        made = rehearse(vault, newer, selection, Handing("Northside Ward"), NOW, WORDS)
        enclosed = open_sealed(unwrap(made.pdf).files[ANSWERS_NAME], public_at=PUBLIC_AT).payload.decode(
            errors="replace"
        )
        assert "Sit down first" in enclosed
        left = f"{made.text}\n{made.html}\n{made.code}\n{enclosed}"
        assert [words for words in GONE if words in left] == []
        assert LABEL not in left
