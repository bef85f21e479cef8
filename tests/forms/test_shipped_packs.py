"""The packs we ship ask what the field lists ask: ids, kinds, share levels, required fields, choices, columns, words.

The tables in ``fields/`` are written by hand from the field lists.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from passport.forms.pack import Kind, Pack, Page, Question
from passport.forms.shelf import shelf
from passport.law.assess import assess
from passport.law.notes import notes_shelf
from passport.record.passport import Passport
from passport.record.sections import Section
from tests.builders import TODAY, answers_for


@dataclass(frozen=True)
class FieldList:
    """One field list, written by hand in ``fields/``."""

    audience: str
    group: str
    repeats: bool
    entry_title: str
    fields: str
    """A line reads ``id kind share``; a star means required; the sign > stands before a question inside a part."""
    hard_pages: Sequence[str] = ()
    """Pages with a content note."""
    only_sometimes: Sequence[str] = ()
    """Follow-up questions, hidden until another is answered."""
    once: Sequence[str] = ()
    """Pages asked in the first entry only."""
    most: Mapping[str, int] = field(default_factory=dict)
    choices: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)


FIELDS = {
    file.stem: FieldList(**tomllib.loads(file.read_text(encoding="utf-8")))
    for file in sorted((Path(__file__).parent / "fields").glob("*.toml"))
}
WORDS_WE_DO_NOT_USE = re.compile(
    r"\b(in)?valid\b|\blegal(ly)?\b|\bbinding\b|\bfail(ed|ure)?\b|\bplease\b|\bsorry\b|\bsuffer(s|ing)?\b"
    r"|\bvulnerable\b|\bcommit suicide\b|\bmental(ly)? ill(ness)?\b|\bvictim|\bcompliant\b|\be\.g\.|\bi\.e\.|\betc\b"
    r"|\bWRAP\b|wellness toolbox|daily maintenance|breaking down|safety plan|outcomes star",
    re.IGNORECASE,
)
REVIEWED = {
    # The field lists call these questions so; it is what the person says to others.
    "Please do",
    "Please do not",
    "If I get upset in a session, please",
    # Domain 7.8, the field's own help: the word is set off against "a wish".
    'This is a wish. For a legal "no", use the advance decision',
}


def packs() -> list[Pack]:
    return [shelf().pack(form) for form in FIELDS]


def asked() -> list[Question]:
    return [one for pack in packs() for one in pack.questions() if one.kind is not Kind.AUTOMATIC]


def pages() -> list[tuple[str, Page]]:
    return [(pack.id, page) for pack in packs() for page in pack.pages]


def our_words(pack: Pack) -> Iterator[str]:
    yield from (pack.title, pack.about, *pack.words.values())
    yield from (rule.sentence for rule in pack.rules)
    for page in pack.pages:
        yield from (page.title, page.note)
    for question in pack.questions():
        yield from (question.label, question.help, question.why)
        yield from (choice.label for choice in (*question.choices, *question.columns))


@pytest.mark.parametrize("form", FIELDS)
def test_a_pack_asks_exactly_what_its_field_list_asks(form: str) -> None:
    rows = re.findall(r"(>?)(\w+) (\w+) ([SAN])( \*)?", FIELDS[form].fields)
    wanted = {(name, kind, share, bool(star), bool(inside)) for inside, name, kind, share, star in rows}
    pack = shelf().pack(form)
    found = {
        (one.id, one.kind.value, one.share.value, one.required, pack.part_of(one.id) is not None)
        for one in pack.questions()
    }
    assert found == wanted


@pytest.mark.parametrize("form", FIELDS)
def test_every_field_stands_on_its_forms_side_of_the_wall(form: str) -> None:
    side = FIELDS[form].audience
    assert {shelf().pack(form).audience, *(one.audience for one in shelf().pack(form).questions())} == {side}


@pytest.mark.parametrize("form", FIELDS)
def test_choices_and_columns_are_those_of_the_field_list_in_their_order(form: str) -> None:
    asked = [one for one in shelf().pack(form).questions() if one.kind is not Kind.AUTOMATIC]
    listed = FIELDS[form]
    assert {one.id: " ".join(choice.id for choice in one.choices) for one in asked if one.choices} == {
        **listed.choices
    }
    assert {one.id: " ".join(column.id for column in one.columns) for one in asked if one.columns} == {
        **listed.columns
    }
    assert {one.id: one.most for one in asked if one.most} == {**listed.most}


@pytest.mark.parametrize("form", FIELDS)
def test_a_form_stands_in_its_group_and_says_what_an_entry_is_called(form: str) -> None:
    pack, listed = shelf().pack(form), FIELDS[form]
    assert (pack.group, pack.repeats, pack.entry_title) == (listed.group, listed.repeats, listed.entry_title)


def test_every_form_has_its_field_list() -> None:
    """The advance decision has tests of its own (tests/law)."""
    assert {*FIELDS, "advance_decision"} == {*shelf().packs}


@pytest.mark.parametrize("form", FIELDS)
def test_pages_asked_once_stand_at_the_end(form: str) -> None:
    pages = shelf().pack(form).pages
    once = [page.id for page in pages if page.once]
    assert once == [*FIELDS[form].once] == [page.id for page in pages[len(pages) - len(once) :]]


@pytest.mark.parametrize("form", FIELDS)
def test_only_follow_up_questions_are_ever_hidden(form: str) -> None:
    hidden = [one for one in shelf().pack(form).questions() if one.show_if is not None]
    assert {one.id for one in hidden} == {*FIELDS[form].only_sometimes}
    assert not any(one.required for one in hidden)


@pytest.mark.parametrize(("form", "page"), pages(), ids=lambda one: one if isinstance(one, str) else one.id)
def test_a_page_holds_one_to_five_questions(form: str, page: Page) -> None:
    assert 1 <= len(page.questions) <= 5


@pytest.mark.parametrize("form", FIELDS)
def test_hard_pages_say_what_is_coming_and_that_it_can_be_skipped_or_left(form: str) -> None:
    noted = {page.id: page.note for page in shelf().pack(form).pages if page.note}
    assert set(noted) == {*FIELDS[form].hard_pages}
    assert all("You can skip" in note or "You can leave it empty" in note for note in noted.values())


def test_the_crisis_plan_opens_with_what_helps_and_who_to_call() -> None:
    """Never open on the worst."""
    opening = [page.id for page in shelf().pack("crisis_plan").pages][:3]
    assert opening == ["what_helps", "who_to_call", "working_with_me"]


def test_force_and_pressure_each_have_a_page_of_their_own() -> None:
    """Rulings 4: a person who is watched can hide the screen that asks about pressure."""
    alone = {page.questions[0].id for _, page in pages() if len(page.questions) == 1}
    assert {"cp_calm", "doc_pressure"} <= alone


@pytest.mark.parametrize("question", asked(), ids=lambda question: question.id)
def test_every_question_says_why_in_one_or_two_sentences(question: Question) -> None:
    assert 1 <= len(re.findall(r"[.!?](?:\s|$)", question.why)) <= 2
    assert question.why[-1] in ".!?"


@pytest.mark.parametrize("question", asked(), ids=lambda question: question.id)
def test_help_is_one_short_line_with_no_full_stop_at_its_end(question: Question) -> None:
    assert "\n" not in question.help
    assert len(question.help) <= 100
    assert not question.help.endswith(".") or question.help.endswith("...")


@pytest.mark.parametrize("question", asked(), ids=lambda question: question.id)
def test_every_question_has_a_source_or_says_it_is_our_own_design(question: Question) -> None:
    assert question.source.words
    assert (question.source.words == "our own design") <= (question.source.checked == "design")


@pytest.mark.parametrize("pack", packs(), ids=lambda pack: pack.id)
def test_our_words_are_plain(pack: Pack) -> None:
    words = [words for words in our_words(pack) if words not in REVIEWED]
    assert [one for one in words if WORDS_WE_DO_NOT_USE.search(one)] == []
    sentences = [sentence for one in words for sentence in re.split(r"(?<=[.!?])\s+", one)]
    assert [one for one in sentences if len(one.split()) > 20] == []


def test_the_reviewed_exceptions_are_still_needed() -> None:
    assert {one for pack in packs() for one in our_words(pack)} >= REVIEWED


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({}, {"CP-01", "CP-02"}),
        ({"cp_services": ["Northside Crisis Team"], "cp_signs": "I whisper"}, set()),
        ({"cp_people": ["Jamie"]}, {"CP-02"}),
        ({"cp_you_do": ["Sit down first"]}, {"CP-01"}),
    ],
)
def test_a_crisis_plan_asks_for_somebody_to_call_and_for_words_of_ones_own(
    typed: dict[str, object], said: set[str]
) -> None:
    pack = shelf().pack("crisis_plan")
    plan = Section("crisis_plan-1", pack.id, pack.version, TODAY, answers_for(pack, typed))
    found = assess(plan, Passport((plan,)), pack, notes_shelf(), TODAY).findings
    assert {finding.id for finding in found if finding.id.startswith("CP-")} == said


def test_a_person_can_be_reached_in_one_way_or_another() -> None:
    """Domain 7.2: one of phone, email and address."""
    reach = [one.id for one in shelf().pack("contacts").questions() if one.one_of == "reach"]
    assert reach == ["ct_phone", "ct_email", "ct_address"]


def test_my_own_care_is_the_one_kind_of_involvement_that_has_to_be_picked_by_name() -> None:
    """Domain 7.3: ir_domain is shared with the form, but domain A only when asked for."""
    domain = shelf().pack("involvement_record").question("ir_domain")
    assert domain is not None
    assert domain.ask_choices == ("a",)
