"""Examples are answers that ``put`` takes. Tests, demo and docs share them, so they are whole, and everyone is made up."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from passport.actions.answer import Saved, put_all
from passport.actions.unlock import make
from passport.errors import PackUnreadable
from passport.forms.examples import Example, read_example
from passport.forms.pack import Kind
from passport.forms.shelf import shelf
from passport.vault.vault import Vault

NOW = datetime(2026, 11, 23, 14, 2, tzinfo=UTC)
OWN_FORMS = (
    "about_me",
    "contacts",
    "involvement_record",
    "training_record",
    "crisis_plan",
    "advance_statement",
    "advance_choice_document",
    "needs_and_adjustments",
    "reflection",
    "four_pi",
    "advance_statement_scotland",
    "withdrawal_notice",
)
CARERS_FORMS = tuple(form for form, pack in shelf().packs.items() if pack.audience.of_carer)
"""Alex is nobody's carer: Ngozi Okafor's answers stand in these."""
FORMS = (*OWN_FORMS, *CARERS_FORMS)
EXAMPLES = [(form, read_example(file)) for form in FORMS for file in shelf().examples(form)]
every_example = pytest.mark.parametrize(
    ("form", "example"), EXAMPLES, ids=[f"{form}-{example.name}" for form, example in EXAMPLES]
)
MISSING = {"answer_wanted", "one_wanted"}
PHONE = re.compile(r"\+?\d[\d ]{8,}\d")
LETTERS_BEYOND_ENGLISH = "âïîôŵŷłśżźóąę"


@pytest.fixture
def vault(cheap_keys: None, tmp_path: Path) -> Iterator[Vault]:
    vault, _recovery_words = make(tmp_path / "record", "kettle-harbour-violin-meadow-lantern", NOW)
    yield vault
    vault.close()


def put(vault: Vault, form: str, example: Example) -> Saved:
    for beside in example.beside:
        (file,) = [one for one in shelf().examples(beside) if one.name.startswith("alex")]
        put_all(vault, shelf(), beside, read_example(file).answers, NOW)
    for other, answers in example.others.items():
        put_all(vault, shelf(), other, answers, NOW)
    for linked in {to for question in shelf().pack(form).questions() for to in question.to}:
        if linked in FORMS and not vault.passport().of_form(linked):
            for one in of(linked):
                put(vault, linked, one)
    return put_all(vault, shelf(), form, example.answers, NOW)


def alexs(form: str) -> bool:
    """Whether Alex, who lives in England, has it: it is for England, and not one that something else leads to."""
    pack = shelf().pack(form)
    return not pack.quiet and (not pack.nations or "england" in pack.nations)


def of(form: str) -> list[Example]:
    return [example for one, example in EXAMPLES if one == form]


def texts(value: object) -> Iterator[str]:
    if isinstance(value, Mapping):
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from texts(one)
    else:
        yield str(value)


def answered(form: str) -> set[str]:
    """Questions that some example of the form answers, those inside parts included."""
    found: set[str] = set()
    for example in of(form):
        found |= set(example.answers)
        for value in example.answers.values():
            rows = value if isinstance(value, list) else []
            found |= {key for row in rows if isinstance(row, Mapping) for key in row}
    return found


@every_example
def test_an_example_is_saved_with_no_unknown_question_and_no_unknown_choice(
    vault: Vault, form: str, example: Example
) -> None:
    section = put(vault, form, example).section
    assert set(example.answers) <= set(vault.section(section.id).answers)


@every_example
def test_every_word_of_an_example_can_be_read(vault: Vault, form: str, example: Example) -> None:
    problems = [one for one in put(vault, form, example).troubles if one.problem.code not in MISSING]
    assert problems == []


@every_example
def test_an_example_has_all_that_its_form_asks_for_unless_it_is_a_hard_one(
    vault: Vault, form: str, example: Example
) -> None:
    missing = [one.place for one in put(vault, form, example).troubles]
    assert missing == [] or example.name.startswith("hard_")


@every_example
def test_phone_numbers_are_ones_that_nobody_has(form: str, example: Example) -> None:
    numbers = [
        number
        for key, value in example.answers.items()
        if key != "am_health_no"
        for text in texts(value)
        for number in PHONE.findall(text)
    ]
    assert [number for number in numbers if not re.fullmatch(r"07700 900\d{3}", number)] == []


@every_example
def test_addresses_on_the_net_are_ones_that_nobody_has(form: str, example: Example) -> None:
    """RFC 2606: example names are kept free."""
    written = " ".join(texts(dict(example.answers)))
    hosts = re.findall(r"(?:@|://|www\.)([\w.-]+)", written)
    assert [host for host in hosts if not re.search(r"(^|\.)example(\.(org|com|net))?$", host)] == []


@pytest.mark.parametrize("form", FORMS)
def test_each_form_has_a_whole_a_sparse_and_a_hard_example(form: str) -> None:
    names = {example.name.partition("_")[0] for example in of(form)}
    whole = "ngozi" if form in CARERS_FORMS else "alex" if alexs(form) else "whole"
    assert {whole, "sparse", "hard"} <= names


@pytest.mark.parametrize("form", CARERS_FORMS)
def test_nothing_that_somebody_keeps_as_a_carer_is_in_alexs_made_up_record(form: str) -> None:
    assert [example.name for example in of(form) if example.name.startswith("alex")] == []


@pytest.mark.parametrize("form", FORMS)
def test_the_sparse_example_is_only_what_the_form_asks_for(form: str) -> None:
    questions = [one for page in shelf().pack(form).pages for one in page.questions]
    first_of_each = {one.one_of: one.id for one in reversed(questions) if one.one_of}
    asked_for = {one.id for one in questions if one.required} | set(first_of_each.values())
    first = asked_for or {questions[0].id}  # of a form that asks for nothing, one line is enough
    assert [set(example.answers) for example in of(form) if example.name.startswith("sparse")] == [first]


@pytest.mark.parametrize(
    "form", [form for form in FORMS if form != "four_pi"]
)  # there is nothing to write in it
def test_the_hard_example_has_letters_beyond_english(form: str) -> None:
    hard = [example for example in of(form) if example.name.startswith("hard")]
    written = "".join(text for example in hard for text in texts(dict(example.answers)))
    assert sum(letter in written for letter in LETTERS_BEYOND_ENGLISH) >= 2


@pytest.mark.parametrize(
    "form",
    [
        "about_me",
        "involvement_record",
        "training_record",
        "carer_about_me",
        "carer_involvement_record",
        "carer_training_record",
    ],
)
def test_the_hard_example_has_a_date_that_is_only_roughly_known(vault: Vault, form: str) -> None:
    hard = next(example for example in of(form) if example.name.startswith("hard"))
    section = put(vault, form, hard).section
    dates = [one.id for one in shelf().pack(form).questions() if one.kind is Kind.DATE]
    assert any(str(section.value(one) or "").endswith("~") for one in dates)


@pytest.mark.parametrize("form", FORMS)
def test_every_question_is_answered_in_some_example(form: str) -> None:
    asked = {one.id for one in shelf().pack(form).questions() if one.kind not in {Kind.AUTOMATIC, Kind.FIXED}}
    assert asked <= answered(form)


@pytest.mark.parametrize("form", [form for form in OWN_FORMS if alexs(form)])
def test_alex_has_one_of_each_single_form_and_several_entries_of_the_others(form: str) -> None:
    """The demo fills its passport with the examples whose name begins with alex."""
    count = sum(example.name.startswith("alex") for example in of(form))
    assert count >= 4 if shelf().pack(form).repeats else count == 1


@pytest.mark.parametrize("form", [form for form in OWN_FORMS if not alexs(form)])
def test_alex_has_none_of_a_form_that_is_not_for_alex(form: str) -> None:
    assert not any(example.name.startswith("alex") for example in of(form))


def test_alexs_entries_stand_in_the_order_they_happened(vault: Vault) -> None:
    for form, when in (("involvement_record", "ir_start"), ("training_record", "tr_date")):
        alexs = [example for example in of(form) if example.name.startswith("alex")]
        dates = [str(put(vault, form, example).section.value(when)) for example in alexs]
        assert dates == sorted(dates)


def test_checks_are_answered_only_in_alexs_first_training_entry() -> None:
    alexs = [example for example in of("training_record") if example.name.startswith("alex")]
    assert [any(key.startswith("ck_") for key in example.answers) for example in alexs] == [
        True,
        *[False] * (len(alexs) - 1),
    ]


def test_alexs_training_runs_out_soon_and_is_not_out_yet(vault: Vault) -> None:
    """So that the home screen has something to say."""
    alexs = [example for example in of("training_record") if example.name.startswith("alex")]
    ends = [put(vault, "training_record", example).section.value("tr_expires") for example in alexs]
    assert [end for end in ends if end is not None] == ["2026-12-14"]


def test_an_endorsement_that_is_not_agreed_is_only_in_the_hard_example() -> None:
    """IR-02: nothing of Alex's is kept back from a paper by somebody who has not agreed."""
    agreed = {
        example.name: row["en_agreed_to_share"]
        for example in of("involvement_record")
        for row in example.answers.get("ir_endorse", [])  # type: ignore[attr-defined]  # an array of tables
    }
    assert [name for name, yes in agreed.items() if not yes] == ["hard_gardd_yr_afon"]


def test_an_example_that_is_not_toml_is_named(tmp_path: Path) -> None:
    file = tmp_path / "odd.toml"
    file.write_text("am_name = ")
    with pytest.raises(PackUnreadable) as complaint:
        read_example(file)
    assert complaint.value.fields["file"] == "odd.toml"
