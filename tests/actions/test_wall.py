"""The wall: what is written for one side never reaches a holder of the other, nor does a never-shared field reach anyone.

Every field of every pack holds a marked word. What leaves is unpacked as far as it goes, and the marks are looked for.
"""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passport.actions.offer import as_asked, choose
from passport.actions.share import Handing, Shared, share
from passport.errors import NeverLeaves, WallCrossed
from passport.forms.pack import Kind, Question
from passport.forms.shelf import shelf
from passport.qr import can_say
from passport.qr.can_say import _short
from passport.qr.token import Said
from passport.record.answers import Answer
from passport.record.audience import NEVER_LEAVES, OWN_SIDES, SIDES, Audience, Label, Selection, Share
from passport.record.passport import Passport
from passport.record.sections import Section
from passport.wording.words import Words
from tests.actions.leaving import marks_in
from tests.actions.marked import MARK, NOT_MARKED, Marked, fields, shared_with
from tests.builders import NOW

pytestmark = pytest.mark.usefixtures("cheap_keys")


def may_leave(question: Question, side: Audience) -> bool:
    return (
        side.takes(question.audience) and question.share is Share.STANDARD and question.id not in NEVER_LEAVES
    )


@pytest.mark.parametrize("side", SIDES)
def test_nothing_of_the_other_side_and_nothing_private_leaves(marked: Marked, side: Audience) -> None:
    found = marked.usual[side]

    crossed = {
        (form, question.id): found[word]
        for word, (form, question) in marked.marks.items()
        if word in found and not may_leave(question, side)
    }
    assert crossed == {}


@pytest.mark.parametrize("side", SIDES)
def test_what_may_leave_does_and_is_found_by_the_same_search(marked: Marked, side: Audience) -> None:
    """The control: a search that found nothing at all would prove nothing."""
    found = marked.usual[side]

    parts = {
        one.id: one for pack in shelf().packs.values() for one in pack.questions() if one.kind is Kind.PART
    }
    asked = {
        str(one.words)
        for section in as_asked(marked.vault.passport(), shelf()).sections
        for one in section.answers.values()
    }
    wanted = {
        word
        for word, (form, question) in marked.marks.items()
        if may_leave(question, side)
        and word in asked  # what a form hides as it is answered stays, see test_nothing_else_leaves
        and question.id not in NOT_MARKED
        and not question.ask_choices  # a mark is none of its choices
        and ((part := shelf().pack(form).part_of(question.id)) is None or may_leave(parts[part.id], side))
    }
    assert wanted - set(found) == set()
    places = {place.split()[0] for word in wanted for place in found[word]}
    assert {"answers", "page", "file"} <= places


@pytest.mark.parametrize("side", SIDES)
def test_with_the_wall_switched_off_the_same_search_finds_it(
    marked: Marked, side: Audience, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control for the guard: let everything out, and every form of marks must be found."""
    monkeypatch.setattr(Selection, "lets_out", lambda *_given: True)
    found = marks_in(shared_with(marked, side, tmp_path), MARK)

    crossed = [
        question.id
        for word, (_, question) in marked.marks.items()
        if word in found and not may_leave(question, side)
    ]
    assert len(crossed) > (20 if side in OWN_SIDES else 5)
    places = {
        place.split()[0] if place.startswith(("object", "stream", "page", "drawing")) else place
        for word, (_, question) in marked.marks.items()
        if not may_leave(question, side)
        for place in found.get(word, ())
    }
    assert {
        "page",
        "answers",
        "enclosed answers.cose",
        "enclosed words.txt",
        "file text",
        "file html",
    } <= places


@pytest.mark.parametrize(
    ("side", "named"),
    [
        (Audience.CARE, "cp_medicines"),
        (Audience.CARE, "ct_phone"),
        (Audience.CARE, "ir_skills_used"),
        (Audience.INVOLVEMENT, "am_dob"),
        (Audience.INVOLVEMENT, "cp_home"),
        (Audience.INVOLVEMENT, "rfz_why"),
        (Audience.INVOLVEMENT, "rf_hard"),
        (Audience.CARE, "pr4"),
        (Audience.CARER_CARE, "ce_medicines"),
        (Audience.CARER_CARE, "cr_supports"),
        (Audience.CARER_INVOLVEMENT, "cr_health"),
        (Audience.CARER_INVOLVEMENT, "cv_helps"),
    ],
)
def test_a_field_picked_by_name_leaves_and_no_other_of_its_kind(
    marked: Marked, side: Audience, named: str, tmp_path: Path
) -> None:
    after = set(marks_in(shared_with(marked, side, tmp_path, (named,)), MARK))

    assert {marked.marks[word][1].id for word in after - set(marked.usual[side])} == {named}


EVERY_FIELD = sorted(
    (pack.id, question.id)
    for pack in shelf().packs.values()
    for _part, question in fields(pack)
    if question.id not in NEVER_LEAVES | set(NOT_MARKED) and question.kind is not Kind.AUTOMATIC
)


@pytest.mark.parametrize("side", SIDES)
def test_each_field_of_each_form_picked_alone_passes_the_wall_alone(marked: Marked, side: Audience) -> None:
    """Every question of every pack, from its own side and from the other of its profile; from the other profile, never."""
    passport, labels = marked.vault.passport(), shelf().labels()
    at = {(form, question.id): word for word, (form, question) in marked.marks.items()}
    for form, question in EVERY_FIELD:
        (section,) = passport.of_form(form)
        selection = Selection(side, (), frozenset({(section.id, question)}))
        if labels[form][question].audience.of_carer is not side.of_carer:
            with pytest.raises(WallCrossed):
                passport.only(selection, labels)
            continue
        out = passport.only(selection, labels)
        words = {str(one.words) for kept in out.sections for one in kept.answers.values()}
        assert words - {"('1',)"} == {at[form, question]}, (form, question)


def test_the_code_holds_nothing_of_the_other_side_even_with_the_wall_switched_off(
    marked: Marked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The code has a guard of its own. Its control: with that one off too, the same search finds more in the code."""
    monkeypatch.setattr(Selection, "lets_out", lambda *_given: True)
    guarded = in_the_code(marked, shared_with(marked, Audience.CARE, tmp_path / "a"))
    assert guarded
    assert all(may_leave(question, Audience.CARE) for question in guarded)

    def anything(section: Section, question: str, *_given: object) -> Said | None:
        return _short(section.value(question))

    monkeypatch.setattr(can_say, "_said", anything)
    found = in_the_code(marked, shared_with(marked, Audience.CARE, tmp_path / "b"))
    assert any(question.audience is Audience.INVOLVEMENT for question in found)


def in_the_code(marked: Marked, shared: Shared) -> list[Question]:
    found = marks_in(shared, MARK)
    codes = {word for word, places in found.items() if {"code", "code in the picture"} <= places}
    assert codes == {word for word, places in found.items() if {"code", "code in the picture"} & places}
    return [marked.marks[word][1] for word in codes]


def test_whether_somebody_pushed_never_leaves_even_picked_by_name(marked: Marked, tmp_path: Path) -> None:
    """Rulings 4: it could give the person away. Its name is refused, and a choice that holds it all the same lets nothing out."""
    with pytest.raises(NeverLeaves):
        shared_with(marked, Audience.CARE, tmp_path, ("doc_pressure",))

    chosen = choose(marked.vault.passport(), shelf(), Audience.CARE, (), ())
    pressed = replace(chosen, fields=frozenset((section, "doc_pressure") for section in chosen.sections))
    shared = share(marked.vault, shelf(), pressed, Handing("Somebody"), NOW, Words(), tmp_path)
    found = marks_in(shared, MARK)
    assert found
    assert "doc_pressure" not in {marked.marks[word][1].id for word in found}


def test_no_code_holds_a_refusal_or_a_private_field_even_picked_by_name(
    marked: Marked, tmp_path: Path
) -> None:
    """A code is read by whoever holds a camera."""
    named = ("am_dob", "cp_medicines")
    found = marks_in(shared_with(marked, Audience.CARE, tmp_path, named), MARK)

    in_codes = {
        question.id
        for word, (_, question) in marked.marks.items()
        if any(place.startswith(("code", "chunk")) or "code" in place for place in found.get(word, ()))
    }
    assert in_codes
    assert not any(one.startswith(("rfz_", "ad_")) for one in in_codes)
    assert all(
        question.share is not Share.NEVER for _, question in marked.marks.values() if question.id in in_codes
    )


LABELS = {form: pack.labels() for form, pack in shelf().packs.items()}
QUESTIONS = sorted((form, question) for form, labels in LABELS.items() for question in labels)


@given(
    st.sampled_from(SIDES),
    st.lists(st.sampled_from(QUESTIONS), min_size=1, max_size=12, unique=True),
    st.lists(st.sampled_from(QUESTIONS), max_size=3, unique=True),
)
def test_any_choice_lets_out_only_its_side_and_what_was_named(
    side: Audience, kept: list[tuple[str, str]], named: list[tuple[str, str]]
) -> None:
    sections = tuple(
        Section(
            f"{form}-1", form, 1, NOW.date(), {one: Answer("x", "x", NOW) for f, one in kept if f == form}
        )
        for form in sorted({form for form, _ in kept})
    )
    fields = frozenset((f"{form}-1", question) for form, question in named)
    selection = Selection(side, tuple(one.id for one in sections), fields)
    try:
        out = Passport(sections).only(selection, LABELS)
    except WallCrossed:
        of_sections = [{label.audience for label in LABELS[one.form].values()} for one in sections]
        of_fields = [LABELS[form][question].audience for form, question in named]
        assert any(not any(side.takes(one) for one in audiences) for audiences in of_sections) or any(
            one.of_carer is not side.of_carer for one in of_fields
        )
        return
    for section in out.sections:
        for question in section.answers:
            label: Label = LABELS[section.form][question]
            chosen = (section.id, question) in fields
            assert question not in NEVER_LEAVES
            assert chosen or (label.share is Share.STANDARD and side.takes(label.audience))


def test_in_a_form_for_both_a_field_of_the_other_side_stays() -> None:
    """A form may hold fields of either side; our packs have none of these yet, and a pack by others may."""
    labels = {
        "mixed": {
            "ours": Label(Audience.CARE, Share.STANDARD),
            "theirs": Label(Audience.INVOLVEMENT, Share.STANDARD),
            "private": Label(Audience.PRIVATE, Share.STANDARD),
            "asked": Label(Audience.CARE, Share.ASK),
        }
    }
    answers = {question: Answer("x", "x", NOW) for question in labels["mixed"]}
    passport = Passport((Section("mixed-1", "mixed", 1, NOW.date(), answers),))

    (out,) = passport.only(Selection(Audience.CARE, ("mixed-1",)), labels).sections
    assert set(out.answers) == {"ours"}


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("form", ["reflection", "four_pi"])
def test_looking_back_is_nobodys_but_the_persons_own(marked: Marked, form: str, side: Audience) -> None:
    """Domain 7.5: fear of reprisal is real. The whole form goes to no side, not even when it is asked for."""
    passport = marked.vault.passport()
    (section,) = passport.of_form(form)
    assert {label.share for label in shelf().labels()[form].values()} == {Share.NEVER}
    with pytest.raises(WallCrossed):
        passport.only(Selection(side, (section.id,)), shelf().labels())


def test_a_whole_form_of_the_other_side_is_refused(marked: Marked) -> None:
    passport = marked.vault.passport()
    plan = passport.of_form("crisis_plan")[0]
    with pytest.raises(WallCrossed):
        passport.only(Selection(Audience.INVOLVEMENT, (plan.id,)), shelf().labels())
    assert replace(passport, copies=()).only(Selection(Audience.CARE, (plan.id,)), shelf().labels()).sections
