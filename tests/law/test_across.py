"""Do my papers agree? Each finding on the papers that call for it, and on the nearest that do not. Only ever to warn.

A wrong "these disagree" is worse than none: so most of what stands here must say nothing.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passport.errors import PackUnreadable
from passport.forms.examples import read_example
from passport.forms.pack import Kind, Pack, Page, Question
from passport.forms.shelf import Shelf, shelf
from passport.law.across import Disagreement, across
from passport.law.across_data import Compare, across_data, looked_at, read_across
from passport.law.findings import Severity
from passport.law.held_together import WAYS
from passport.law.notes import law_folder
from passport.law.papers import papers
from passport.record.answers import Answer, Value, freeze
from passport.record.audience import Audience
from passport.record.copies import CopyGiven
from passport.record.passport import Passport
from passport.record.sections import Section
from tests.builders import NOW, TODAY, a_section

FINDINGS = {rule.id: rule for rule in across_data()[0].findings}
NOT_HERE_YET = {
    "advance_statement": "as_wishes as_not as_consult as_not_consult as_lpa as_research",
    "advance_choice_document": "ac_yes ac_no ac_ect ac_involve ac_not_involve ac_np ac_research ac_adrt",
    "advance_statement_scotland": "sa_want sa_not sa_np sa_carer sa_gp sa_attorney sa_guardian",
    "withdrawal_notice": "wd_doc wd_replaced",
}
"""What the finder looks at in forms that may not be on the shelf."""


def every_form() -> Shelf:
    """The shelf, with the least that is needed of each form that is not on it."""
    missing = {form: a_pack(form, ids.split()) for form, ids in NOT_HERE_YET.items()}
    return Shelf({**missing, **shelf().packs}, shelf().folder)


def a_pack(form: str, ids: list[str]) -> Pack:
    questions = tuple(Question(one, Kind.LONG_TEXT, one) for one in ids)
    return Pack(form, 1, form, "", Audience.CARE, (Page("all", "All", questions),))


SHELF = every_form()


def said(form: str, number: int = 1, /, **values: object) -> Section:
    """A form with these values, as they are read."""
    answers = {place.replace("__", "."): an_answer(freeze(value)) for place, value in values.items()}
    return Section(f"{form}-{number}", form, 1, date(2026, 11, 1), answers)


def an_answer(value: Value) -> Answer:
    return Answer(value, value, NOW)


def plan(**values: object) -> Section:
    return said("crisis_plan", **values)


def contact(name: str, number: int = 1, /, roles: tuple[str, ...] = (), **values: object) -> Section:
    return said("contacts", number, ct_name=name, ct_roles=roles, **values)


def decision(treatment: str = "ECT", when: str = "any", **refusal: object) -> Section:
    inside = {"rfz_treatment": treatment, "rfz_when": when, **refusal}
    return said(
        "advance_decision",
        ad_refusals=["1"],
        **{f"ad_refusals__1__{key}": value for key, value in inside.items()},
    )


def statement(**values: object) -> Section:
    return said("advance_statement", **values)


def stopped(section: Section) -> Section:
    return section.with_answers({"doc_status": an_answer({"status": "stopped", "on": "2026-11-20"})})


def given_out(version: int, *sections: str, document: str = "0123456789abcdef") -> CopyGiven:
    return CopyGiven(
        f"copy-{version}-{document}",
        "Northside Ward",
        Audience.CARE,
        document,
        version,
        sections,
        (),
        "",
        TODAY,
        "",
        "00" * 16,
    )


def found(*sections: Section, copies: tuple[CopyGiven, ...] = ()) -> tuple[Disagreement, ...]:
    return across(Passport(sections, copies), SHELF)


def ids(*sections: Section, copies: tuple[CopyGiven, ...] = ()) -> set[str]:
    return {one.id for one in found(*sections, copies=copies)}


def places(one: Disagreement) -> list[tuple[str, str]]:
    return [(each.section, each.question) for each in one.places]


EMERGENCY, CONSULT, ATTORNEY = ("emergency_contact",), ("person_to_consult",), ("attorney_health",)
JAMIE = {"who": "Jamie Morgan, my sister", "phone": "07700 900118"}
OF_PLAN = {"what": "Advance decision", "where": "Version 2 is in the blue folder"}
GP = {"name": "Dr Priya Nair", "contact": "07700 900310"}

SPEAKS: dict[str, tuple[Section, ...]] = {
    "CF-01": (decision("ECT"), statement(as_wishes="Electroconvulsive therapy, if nothing else helps")),
    "CF-02": (plan(cp_people=[JAMIE]), contact("Jamie Morgan", ct_do_not_call="yes")),
    "CF-03": (plan(cp_medicines=[{"name": "Zyprexa 5 mg"}], cp_allergy=[{"what": "Olanzapine"}]),),
    "CF-04": (said("advance_decision", ad_lpa_health="yes"), contact("Jamie Morgan", roles=EMERGENCY)),
    "CF-05": (said("advance_decision", ad_lpa_health="no"), contact("Jamie Morgan", roles=ATTORNEY)),
    "CF-07": (said("advance_choice_document", ac_adrt={"section": "advance_decision-9", "title": "It"}),),
    "CF-08": (plan(cp_papers=[{"what": "My advance decision"}]), stopped(decision())),
    "CF-09": (contact("Jamie Morgan", roles=ATTORNEY), statement(as_not_consult=["Jamie Morgan"])),
    "CF-10": (plan(cp_people=[JAMIE]), contact("Jamie Morgan", ct_phone="07700 900119")),
    "CF-11": (said("about_me", am_gp=GP), contact("Dr Hale", roles=("gp",))),
    "CF-12": (decision("Haloperidol"), plan(cp_medicines=[{"name": "Haldol 2 mg at night"}])),
    "CF-13": (statement(as_research="yes"), said("advance_choice_document", ac_research="no")),
    "CF-14": (statement(as_lpa={"name": "Jamie Morgan"}),),
    "CF-15": (plan(cp_people=[JAMIE]), contact("Jamie Morgan", ct_agreed="no")),
}
SILENT: dict[str, tuple[Section, ...]] = {
    "CF-01": (decision("ECT"), statement(as_wishes="Lithium rather than ECT")),
    "CF-02": (plan(cp_people=[JAMIE]), contact("Jamie Hale", ct_do_not_call="yes")),
    "CF-03": (plan(cp_medicines=[{"name": "Zyprexa 5 mg"}], cp_allergy=[{"what": "Penicillin"}]),),
    "CF-04": (said("advance_decision", ad_lpa_health="yes"), contact("Jamie Morgan", roles=ATTORNEY)),
    "CF-05": (said("advance_decision", ad_lpa_health="do_not_know"), contact("Jamie Morgan", roles=ATTORNEY)),
    "CF-07": (
        said("advance_choice_document", ac_adrt={"section": "advance_decision-1", "title": "It"}),
        decision(),
    ),
    "CF-08": (plan(cp_papers=[{"what": "My advance decision"}]), decision()),
    "CF-09": (contact("Jamie Morgan", roles=EMERGENCY), statement(as_not_consult=["Jamie Morgan"])),
    "CF-10": (plan(cp_people=[JAMIE]), contact("Jamie Morgan", ct_phone="0044 7700900118, or 07700 900119")),
    "CF-11": (said("about_me", am_gp=GP), contact("Dr Nair", roles=("gp",))),
    "CF-12": (decision("Haloperidol", when="only"), plan(cp_medicines=[{"name": "Haldol 2 mg at night"}])),
    "CF-13": (statement(as_research="yes"), said("advance_choice_document", ac_research="only_some_kinds")),
    "CF-14": (statement(as_lpa={"name": "Jamie Morgan"}), contact("Kit", roles=("attorney_money",))),
    "CF-15": (plan(cp_people=[JAMIE]), contact("Jamie Morgan", ct_agreed="yes")),
}
BY_THE_REGISTER = {"CF-06"}
"""Tried further down: it needs copies that were given out."""


@pytest.mark.parametrize("finding", SPEAKS)
def test_a_finding_is_made_where_it_should_be(finding: str) -> None:
    assert finding in ids(*SPEAKS[finding])


@pytest.mark.parametrize("finding", SPEAKS)
def test_a_finding_is_not_made_on_the_nearest_papers_that_agree(finding: str) -> None:
    assert finding not in ids(*SILENT[finding])


def test_every_finding_is_tried() -> None:
    assert set(FINDINGS) == {*SPEAKS, *BY_THE_REGISTER} == {*SILENT, *BY_THE_REGISTER}


@pytest.mark.parametrize("finding", SPEAKS)
def test_a_finding_points_at_both_places_and_names_both_papers(finding: str) -> None:
    one = next(each for each in found(*SPEAKS[finding]) if each.id == finding)
    begun = {section.id: section for section in SPEAKS[finding]}
    for place in one.places:
        assert place.title in one.sentence or finding == "CF-07"
        assert place.label
        assert place.section in {"", *begun}
        if place.section and place.question != "doc_status":
            assert place.place in begun[place.section].answers
    assert one.source.words
    assert one.severity in {Severity.WARNS, Severity.INFORMS}


@pytest.mark.parametrize("finding", SPEAKS)
def test_papers_that_were_stopped_are_out(finding: str) -> None:
    assert finding not in ids(*map(stopped, SPEAKS[finding]))


@pytest.mark.parametrize("finding", [one for one in SPEAKS if len(SPEAKS[one]) > 1])
def test_the_order_of_the_papers_makes_no_difference(finding: str) -> None:
    assert found(*SPEAKS[finding]) == found(*reversed(SPEAKS[finding]))


# CF-01: refused and wanted


@pytest.mark.parametrize(
    ("refused", "wanted"),
    [
        ("ECT", "ECT"),
        ("No ECT", "Shock treatment, please"),
        ("I do not want haloperidol, ECT or lithium", "Lithium first"),
        ("ECT. I lost a year of my life.", "ECT"),
        ("Please do not give me Priadel again", "I would like Camcolit"),
        ("Herbal tea", "Herbal tea"),
    ],
)
def test_a_no_beside_a_yes_in_any_paper_is_found(refused: str, wanted: str) -> None:
    """Ruling 25: equal after tidying, or both in one row."""
    for section in (
        decision(refused),
        said("advance_choice_document", ac_no=[{"name": refused}]),
        said("advance_statement_scotland", sa_not=[refused]),
    ):
        assert "CF-01" in ids(section, statement(as_wishes=wanted))
    assert "CF-01" in ids(statement(as_not=refused, as_wishes=wanted))


@pytest.mark.parametrize(
    ("refused", "wanted"),
    [
        ("ECT", "Lithium"),
        ("Lithium is fine. ECT is not", "Lithium"),
        ("ECT. Lithium is ok, so is quetiapine", "Lithium"),
        ("Lithium: fine", "Lithium"),
        ("Haloperidol, unless with procyclidine", "Haloperidol"),
        ("Haloperidol (the injection)", "Haloperidol as a tablet"),
        ("Lithium in high doses", "Lithium"),
        ("When I am pregnant, lithium", "Lithium"),
        ("Lithium, only if I am pregnant", "Lithium"),
        ("ECT instead of lithium", "Lithium"),
        ("I would rather have lithium than ECT", "Lithium"),
        ("Being talked about ECT", "ECT"),
        ("Haloperidol depot", "Haloperidol"),
        ("Anything but lithium", "Lithium"),
        ("...", "..."),
    ],
)
def test_a_no_that_is_not_plain_is_left_alone(refused: str, wanted: str) -> None:
    """Ruling 25: otherwise say nothing."""
    assert "CF-01" not in ids(statement(as_not=refused, as_wishes=wanted))


def test_a_refusal_that_was_stopped_or_taken_out_is_none() -> None:
    status = an_answer({"status": "stopped", "on": "2026-11-20"})
    wish = statement(as_wishes="ECT")
    assert "CF-01" not in ids(decision().with_answers({"ad_refusals.1.rfz_status": status}), wish)
    assert "CF-01" not in ids(decision().with_answers({"ad_refusals": an_answer(())}), wish)


def test_ect_has_a_question_of_its_own() -> None:
    yes, no = (said("advance_choice_document", ac_ect=value) for value in ("yes", "no"))
    assert "CF-01" in ids(decision("ECT"), yes)
    assert "CF-01" in ids(statement(as_wishes="ECT"), no)
    assert "CF-01" not in ids(decision("ECT"), no)


def test_every_wish_that_the_rules_know_is_looked_at() -> None:
    looked = {where.question for where in FINDINGS["CF-01"].other}
    assert {question for paper in papers().values() for question in paper.wants} <= looked


def test_it_is_called_as_the_person_calls_it_or_by_its_first_name() -> None:
    by_own = found(decision("Electroshock"), statement(as_wishes="ECT"))
    by_ours = found(statement(as_not="No electroshock. Never.", as_wishes="ECT"))
    assert "no to Electroshock in" in by_own[0].sentence
    assert "no to ECT in" in by_ours[0].sentence


# CF-02: somebody to turn to who is not to be contacted


@pytest.mark.parametrize(
    "sections",
    [
        (contact("Derek Morgan", roles=EMERGENCY, ct_do_not_call="yes"),),
        (contact("Derek Morgan", 1, roles=CONSULT), contact("derek  morgan", 2, ct_do_not_call="yes")),
        (plan(cp_people=[{"who": "Jamie and Bernie"}], cp_tell=[{"who": "Bernie", "told": "No"}]),),
        (
            plan(
                cp_people=[{"who": "Bernie (next door)"}],
                cp_tell=[{"who": "Bernie", "told": "Must not know"}],
            ),
        ),
        (statement(as_consult=[{"who": "Kit"}], as_not_consult=["Kit"]),),
        (
            said(
                "advance_choice_document",
                ac_np={"name": "Kit", "job": "Friend"},
                ac_not_involve=["Kit, my ex"],
            ),
        ),
    ],
)
def test_somebody_to_turn_to_who_is_not_to_be_contacted_is_found(sections: tuple[Section, ...]) -> None:
    assert [one.id for one in found(*sections)] == ["CF-02"]


@pytest.mark.parametrize(
    "sections",
    [
        (contact("Derek Morgan", roles=("nearest_relative",), ct_do_not_call="yes"),),
        (contact("Derek Morgan", roles=EMERGENCY, ct_do_not_call="no"),),
        (contact("Anne-Marie", 1, roles=EMERGENCY), contact("Anne Marie", 2, ct_do_not_call="yes")),
        (plan(cp_people=[{"who": "Jamie, my sister"}], cp_tell=[{"who": "Kit, my sister", "told": "No"}]),),
        (plan(cp_people=[{"who": "Jamie"}], cp_tell=[{"who": "Jamie", "told": "Yes, everything"}]),),
        (plan(cp_people=[{"who": "Jamie"}], cp_tell=[{"who": "Jamie", "told": "Not unless I ask"}]),),
        (plan(cp_people=[{"who": "Jamie"}], cp_tell=[{"who": "Jamie"}]),),
        (plan(cp_people=[{"phone": "07700 900118"}]), contact("", ct_do_not_call="yes")),
    ],
)
def test_another_name_or_a_softer_word_is_left_alone(sections: tuple[Section, ...]) -> None:
    assert ids(*sections) == set()


def test_two_places_in_one_paper_read_well() -> None:
    only = found(contact("Derek Morgan", roles=EMERGENCY, ct_do_not_call="yes"))[0]
    assert only.sentence.startswith("In “My people”, Derek Morgan is somebody to turn to.")
    assert places(only) == [("contacts-1", "ct_roles"), ("contacts-1", "ct_do_not_call")]


def test_a_person_named_in_a_list_twice_is_one_finding() -> None:
    people = plan(cp_people=[{"who": "Kit"}, {"who": "Kit, after ten"}])
    assert len(found(people, contact("Kit", ct_do_not_call="yes"))) == 1


# CF-03 and CF-12: medicines


@pytest.mark.parametrize(
    ("medicine", "allergy"),
    [
        ("Sertraline", "Sertraline"),
        ("Lustral 50mg", "Bad reaction to sertraline"),
        ("Lit (lithium)", "Priadel: my hands shook"),
        ("Penicillin tablets", "I am allergic to penicillin"),
        ("Salbutamol inhaler", "salbutamol"),
        ("Quetiapine", "Rash from Seroquel in 2015"),
    ],
)
def test_a_medicine_that_is_also_an_allergy_is_found(medicine: str, allergy: str) -> None:
    assert ids(plan(cp_medicines=[{"name": medicine}], cp_allergy=[{"what": allergy}])) == {"CF-03"}


@pytest.mark.parametrize(
    ("medicine", "allergy"),
    [
        ("Sertraline", "None"),
        ("Sertraline", "Not sertraline, as the notes say"),
        ("Sertraline", "Citalopram. Sertraline is fine"),
        ("Sertraline (instead of citalopram)", "Citalopram"),
        ("Iron", "Ironing spray"),
        ("Promethazine", "Haloperidol, I had promethazine for it"),
        ("Sertraline stopped in May", "Sertraline"),
        ("None", "None"),
        ("100 mg", "50 mg"),
    ],
)
def test_another_medicine_is_left_alone(medicine: str, allergy: str) -> None:
    assert ids(plan(cp_medicines=[{"name": medicine}], cp_allergy=[{"what": allergy}])) == set()


def test_a_wish_for_what_is_an_allergy_is_found() -> None:
    assert "CF-03" in ids(
        decision(rfz_instead="Promethazine, please"), plan(cp_allergy=[{"what": "Phenergan"}])
    )


def test_a_no_to_a_large_amount_is_no_no_to_a_small_one() -> None:
    taken = plan(cp_medicines=[{"name": "Lithium 400 mg"}])
    assert ids(decision("Lithium 1200 mg"), taken) == set()
    assert ids(decision("Lithium"), taken) == {"CF-12"}


@pytest.mark.parametrize(
    "nobody", ["No", "none", "I do not have one", "Not yet", "n/a", "Nobody at the moment"]
)
def test_an_answer_that_names_nobody_is_no_name(nobody: str) -> None:
    """CF-14 and every other that looks for somebody."""
    assert ids(statement(as_lpa={"name": nobody})) == set()
    assert ids(statement(as_consult=[{"who": nobody}], as_not_consult=[nobody])) == set()


# CF-06, CF-07, CF-08: papers that name papers


@pytest.mark.parametrize(
    ("where", "versions", "speaks"),
    [
        ("Version 2 is in the blue folder", (3,), True),
        ("v2, with Dr Nair", (2, 3), True),
        ("Version 3", (2, 3), False),
        ("An older one, version 2, is with Dr Nair", (3,), False),
        ("In the blue folder", (3,), False),
        ("Version 2", (), False),
    ],
)
def test_a_version_that_is_not_the_newest_is_found(
    where: str, versions: tuple[int, ...], speaks: bool
) -> None:
    """CF-06. Where nothing was given out, nothing is known."""
    copies = tuple(given_out(version, "advance_decision-1") for version in versions)
    row = {"what": "Advance decision", "where": where}
    assert ids(plan(cp_papers=[row]), decision(), copies=copies) == ({"CF-06"} if speaks else set())


def test_a_version_of_any_paper_that_holds_it_counts() -> None:
    """CF-06: the same form may be given out alone, and with others."""
    copies = (
        given_out(2, "advance_decision-1"),
        given_out(5, "advance_decision-1", "x-1", document="f" * 16),
    )
    assert ids(plan(cp_papers=[OF_PLAN]), decision(), copies=copies) == set()
    (one,) = found(plan(cp_papers=[OF_PLAN]), decision(), copies=copies[1:])
    assert one.sentence.endswith("The newest one you gave out is version 5.")
    assert places(one) == [("crisis_plan-1", "cp_papers"), ("advance_decision-1", "doc_version")]


@pytest.mark.parametrize(
    "row",
    [
        "My old advance decision",
        "Advance decision, which I stopped",
        "Advance decision: none",
        "Advance decision (the new one is in the drawer)",
        "A letter from my sister",
        "ADR",
    ],
)
def test_a_row_that_says_so_itself_or_names_no_paper_is_left_alone(row: str) -> None:
    """CF-08."""
    assert ids(plan(cp_papers=[{"what": row}]), stopped(decision())) == set()


def test_a_stopped_paper_beside_a_new_one_is_left_alone() -> None:
    """CF-08: the new one is meant."""
    newer = replace(decision(), id="advance_decision-2")
    assert ids(plan(cp_papers=[{"what": "ADRT"}]), stopped(decision()), newer) == set()


def test_a_link_to_what_was_stopped_has_its_own_sentence() -> None:
    """CF-07."""
    link = said("advance_choice_document", ac_adrt={"section": "advance_decision-1", "title": "It"})
    (gone,), (ended,) = found(link), found(link, stopped(decision()))
    assert "no longer here" in gone.sentence
    assert "which you stopped" in ended.sentence
    assert places(gone)[1] == ("", "")
    assert ended.places[1].section == "advance_decision-1"


def test_the_notice_that_stops_a_paper_may_lead_to_it() -> None:
    link = {"section": "advance_decision-1", "title": "It"}
    assert ids(said("withdrawal_notice", wd_doc=link), stopped(decision())) == set()


def test_every_link_on_the_shelf_is_looked_at_or_meant_to_lead_to_what_was_stopped() -> None:
    own = {Audience.PRIVATE, Audience.CARER_PRIVATE}
    papers = [pack for pack in shelf().packs.values() if pack.audience not in own]
    links = {one.id for pack in papers for one in pack.questions() if one.kind is Kind.LINK}
    assert links <= {*(where.question for where in FINDINGS["CF-07"].one), "wd_doc"}


# CF-10, CF-11


@pytest.mark.parametrize(
    ("plan_says", "contacts_say"),
    [
        ("07700 900118", "(07700) 900 118"),
        ("111", "07700 900118"),
        ("", "07700 900118"),
        ("07700 900118", "no phone"),
    ],
)
def test_numbers_that_may_be_the_same_are_left_alone(plan_says: str, contacts_say: str) -> None:
    people = [{"who": "Jamie Morgan", "phone": plan_says}]
    assert ids(plan(cp_people=people), contact("Jamie Morgan", ct_phone=contacts_say)) == set()


def test_a_number_written_behind_the_name_is_read_too() -> None:
    people = [{"who": "Jamie Morgan 07700 900118"}]
    (one,) = found(plan(cp_people=people), contact("Jamie Morgan", ct_phone="07700 900119"))
    assert (one.id, places(one)[1]) == ("CF-10", ("contacts-1", "ct_phone"))


@pytest.mark.parametrize("known", ["Riverbank Surgery", "Priya Hale", "Dr P Nair", "Doctor Priya"])
def test_a_gp_who_may_be_the_same_is_left_alone(known: str) -> None:
    assert ids(said("about_me", am_gp=GP), contact(known, roles=("gp",))) == set()


# Alex, and anybody


def alex() -> list[Section]:
    """Everything that the made-up person says."""
    found_: list[Section] = []
    for form in shelf().packs:
        files = [file for file in shelf().examples(form) if file.name.startswith("alex")]
        found_ += [alexs(form, n, read_example(file).answers) for n, file in enumerate(files, 1)]
    return found_


def alexs(form: str, number: int, answers: Mapping[str, object]) -> Section:
    return a_section(form, number=number, **answers)  # type: ignore[arg-type]  # answers by question id


MEANT = {("CF-10", (("about_me-1", "am_gp"), ("contacts-2", "ct_phone")))}
"""Dr Nair has a new number, and Alex wrote it down in one place only."""


def test_alexs_papers_agree_but_for_the_one_that_is_meant() -> None:
    assert {(one.id, tuple(places(one))) for one in across(Passport(tuple(alex())), shelf())} == MEANT


NAMED = {
    name
    for rule in FINDINGS.values()
    for where in (*rule.one, *rule.other)
    for name in (where.question, where.at, where.number)
}
CONDITIONS = {"ct_roles", "ct_do_not_call", "rfz_when"}
UNRELATED = sorted(
    (pack.id, one.id)
    for pack in shelf().packs.values()
    for one in pack.questions()
    if one.id not in NAMED | CONDITIONS
    and one.show_if is None
    and not one.questions
    and one.id != "doc_status"
    if pack.part_of(one.id) is None
)
"""Every question that nothing is looked for in."""


@given(
    st.sampled_from(sorted(SPEAKS)),
    st.sets(st.sampled_from(UNRELATED), max_size=4),
    st.sampled_from(["ECT", "Jamie Morgan", "No", "version 2 of my advance decision", "07700 900555"]),
    st.randoms(),
)
def test_an_unrelated_answer_adds_and_drops_nothing_wherever_it_stands(
    finding: str, unrelated: set[tuple[str, str]], words: str, random: Random
) -> None:
    sections = {one.id: one for one in SPEAKS[finding]}
    for form, question in unrelated:
        section = sections.get(f"{form}-1") or said(form)
        sections[section.id] = section.with_answers({question: an_answer(words)})
    shuffled = list(sections.values())
    random.shuffle(shuffled)
    assert found(*shuffled) == found(*SPEAKS[finding])


@given(st.permutations(alex()))
def test_the_order_of_alexs_papers_makes_no_difference(sections: list[Section]) -> None:
    assert {one.id for one in across(Passport(tuple(sections)), shelf())} == {"CF-10"}


WORDS = st.text(max_size=80)


@given(WORDS, WORDS, WORDS)
def test_no_words_at_all_are_too_odd_to_be_held_together(one: str, other: str, third: str) -> None:
    rows = [{"who": one, "phone": other, "told": third, "what": other, "name": third}, one]
    found(
        plan(cp_people=rows, cp_tell=rows, cp_papers=rows, cp_medicines=rows, cp_allergy=rows),
        contact(other, roles=EMERGENCY, ct_phone=third, ct_do_not_call="yes"),
        statement(as_not=one, as_wishes=third),
    )


# The data


def test_every_question_named_is_asked_by_a_form_there_is_or_will_be() -> None:
    asked = {one.id for pack in SHELF.packs.values() for one in pack.questions()}
    named = {where.question for rule in FINDINGS.values() for where in (*rule.one, *rule.other)}
    assert named <= asked
    for pack in shelf().packs.values():
        columns = {one.id: {column.id for column in one.columns} for one in pack.questions() if one.columns}
        for question, each in looked_at(pack).items():
            for looked in each:
                given_ = {looked.where.column, looked.where.says_in} - {""}
                assert given_ <= columns.get(question, given_ if not columns.get(question) else set()), (
                    question
                )


def test_nothing_is_looked_at_that_is_only_the_persons_own() -> None:
    """Ruling 4: the answer about pressure is in no list. What is kept as a carer never stands with one's own."""
    named = {where.question for rule in FINDINGS.values() for where in (*rule.one, *rule.other)}
    assert not {one for one in named if one.startswith(("doc_", "carer_", "cr_", "rf_"))}


def test_every_way_has_its_word() -> None:
    assert set(WAYS) == set(get_args(Compare)) == {rule.compare for rule in FINDINGS.values()}


def test_every_finding_has_words_that_name_both_papers() -> None:
    sentences: Mapping[str, str] = across_data()[1]
    assert {key.partition("/")[0] for key in sentences} == set(FINDINGS)
    for key, sentence in sentences.items():
        assert "{one}" in sentence
        assert "{other}" in sentence or key.endswith(("/same", "/gone"))


@pytest.mark.parametrize(
    ("was", "becomes", "at"),
    [
        ('read = "refused"', 'number = "x"', "CF-01.read"),
        ('compare = "both"', 'compare = "guess"', "findings.CF-05.compare"),
        ('id = "CF-02"', 'id = "CF-01"', "CF-01"),
        ('says = "must_not"', 'says = "no_list"', "CF-02.says"),
        ('id = "CF-02"', 'id = "CF-99"', "rules.CF-99"),
        ('source = "our own design"', 'source = " "', "CF-03.source"),
        ('severity = "warns"', 'severity = "blocks"', "findings.CF-01.severity"),
    ],
)
def test_a_file_that_cannot_be_used_says_where(tmp_path: Path, was: str, becomes: str, at: str) -> None:
    written = (law_folder() / "across.toml").read_text(encoding="utf-8")
    (tmp_path / "across.toml").write_text(written.replace(was, becomes, 1), encoding="utf-8")
    (tmp_path / "en.toml").write_bytes((law_folder() / "en.toml").read_bytes())
    with pytest.raises(PackUnreadable) as complaint:
        read_across(tmp_path)
    assert complaint.value.fields["at"] == at
