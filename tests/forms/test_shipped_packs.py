"""The packs we ship ask what the field lists ask: ids, kinds, share levels, required fields, choices, columns, words.

The tables are written by hand from the field lists. A line reads ``id kind share``; a star means required; the sign >
stands before a question inside a part.
"""

import re
from collections.abc import Iterator

import pytest

from passport.forms.pack import Kind, Pack, Page, Question
from passport.forms.shelf import shelf
from passport.law.assess import assess
from passport.law.notes import notes_shelf
from passport.record.audience import Audience
from passport.record.passport import Passport
from passport.record.sections import Section
from tests.builders import TODAY, answers_for

ABOUT_ME = """
am_name short_text S *      am_known_as short_text S    am_pronouns short_text S    am_words short_text A
am_dob date A               am_nation choose_one S *    am_health_no short_text A   am_address long_text A
am_phone short_text A       am_email short_text A       am_gp person A              am_marks short_text N
am_photo file A             am_important long_text S    am_good_day long_text A     am_strengths long_text S
am_communicate long_text S  am_languages list S         am_culture long_text A      am_please_do long_text S
am_please_dont long_text S  am_helped_by person A       am_checked date S *
"""
CONTACTS = """
ct_name short_text A *      ct_relation short_text A    ct_roles choose_many A *    ct_phone short_text A
ct_email short_text A       ct_address long_text A      ct_when long_text A         ct_may_know long_text A
ct_not_know long_text N     ct_agreed yes_no N *        ct_has_copy list N          ct_do_not_call yes_no A
"""
INVOLVEMENT_RECORD = """
ir_title short_text S *     ir_org short_text S *       ir_own_group yes_no_do_not_know S
ir_start date S *           ir_end date S               ir_as choose_one S *        ir_domain choose_many S *
ir_role choose_many S *     ir_stage choose_many S      ir_methods choose_many S    ir_level choose_one A
ir_purpose long_text S      ir_hoped long_text S        ir_did long_text S *        ir_hours number A
ir_others choose_one A      ir_skills_used long_text S  ir_skills_new long_text S   ir_impact list S
ir_feedback yes_no_do_not_know A                        ir_feedback_words long_text A
ir_evidence file A          ir_endorse part A           ir_money choose_many N      ir_amount money N
ir_why_end long_text N      ir_again yes_no_do_not_know A
ir_speak_for long_text S    ir_not_taken_up long_text A
>en_name short_text A       >en_job short_text A        >en_org short_text A        >en_contact short_text A
>en_text long_text A        >en_date date A             >en_agreed_to_share yes_no A *
>en_how_checked choose_one A
"""
TRAINING_RECORD = """
tr_title short_text S *     tr_kind choose_one S *      tr_gave choose_one S        tr_provider short_text S *
tr_date date S *            tr_expires date S           tr_shared yes_no A          tr_proof file A
tr_confirmed choose_one S * tr_learned long_text A      tr_next long_text S         ck_dbs_level choose_one A
ck_dbs_date date A          ck_update yes_no_do_not_know A
ck_confid short_text S      ck_confid_date date S       ck_id short_text A
"""
CRISIS_PLAN = """
cp_well long_text S         cp_early long_text S        cp_signs long_text S *      cp_hard long_text S
cp_i_do list S              cp_you_do list S *          cp_you_dont list S          cp_people list S *
cp_services list S *        cp_where choose_one S       cp_where_words long_text S  cp_helped long_text A
cp_not_helped long_text A   cp_medicines list A         cp_allergy list S           cp_body long_text A
cp_staff long_text S        cp_calm long_text A         cp_ward long_text A         cp_safer long_text A
cp_children list A          cp_pets long_text S         cp_home long_text N         cp_work long_text N
cp_tell list A              cp_after long_text A        cp_papers list S            cp_agreed long_text A
cp_helper person A          cp_card list S              cp_checked date S *
doc_version automatic S     doc_made_on automatic S     doc_helper person A         doc_read_back yes_no S
doc_pressure yes_no N       doc_doubt yes_no N          doc_law automatic S         doc_status automatic S
"""
FIELDS = {
    "about_me": (Audience.BOTH, ABOUT_ME),
    "contacts": (Audience.CARE, CONTACTS),
    "involvement_record": (Audience.INVOLVEMENT, INVOLVEMENT_RECORD),
    "training_record": (Audience.INVOLVEMENT, TRAINING_RECORD),
    "crisis_plan": (Audience.CARE, CRISIS_PLAN),
}
CHOICES = {
    "am_nation": "england wales scotland northern_ireland",
    "ct_roles": "emergency_contact person_to_consult carer advocate gp care_co_ordinator psychiatrist social_worker"
    " attorney_health attorney_money nearest_relative nominated_person named_person guardian"
    " looks_after_children_pets_or_home referee involvement_co_ordinator",
    "ir_as": "service_user carer both community_member other",
    "ir_domain": "a b c d e",
    "ir_role": "ambassador critical_friend co_worker consultant expert_by_experience trainer researcher peer_supporter"
    " monitor panel_member board_member speaker campaigner other",
    "ir_stage": "planning doing checking",
    "ir_methods": "meetings online writing art outreach games interviews surveys visits events other",
    "ir_level": "told asked discussed decided did led",
    "ir_others": "0 1 2 3_or_more do_not_know",
    "ir_money": "none expenses voucher fee wage",
    "en_how_checked": "self_stated signed_paper signed_file spoke_to_them",
    "tr_kind": "induction confidentiality safeguarding equality interview_panel chairing research improvement"
    " peer_support sharing_my_story training_others first_aid other",
    "tr_gave": "attend teach both",
    "tr_confirmed": "nobody_yet provider co_ordinator",
    "ck_dbs_level": "none basic standard enhanced enhanced_with_lists pvg accessni",
    "cp_where": "home_with_visits crisis_house hospital with_someone somewhere_else",
}
COLUMNS = {
    "ct_has_copy": "paper since",
    "ir_impact": "area what",
    "cp_people": "who phone when",
    "cp_services": "who phone when",
    "cp_medicines": "name dose checked",
    "cp_allergy": "what reaction",
    "cp_children": "who care",
    "cp_tell": "who told",
    "cp_papers": "what where",
}
ONLY_SOMETIMES = {
    "ir_feedback_words",
    "ir_why_end",
    "ir_amount",
    "ck_dbs_date",
    "ck_update",
    "ck_confid_date",
}
HARD_PAGES = {
    "about_me": {"finding_my_record"},
    "contacts": {"limits"},
    "involvement_record": {"my_own_notes"},
    "training_record": {"checks"},
    "crisis_plan": {
        "signs",
        "care_before",
        "hospital",
        "force",
        "safer",
        "people_who_depend",
        "only_you",
    },
}
WORDS_WE_DO_NOT_USE = re.compile(
    r"\b(in)?valid\b|\blegal(ly)?\b|\bbinding\b|\bfail(ed|ure)?\b|\bplease\b|\bsorry\b|\bsuffer(s|ing)?\b"
    r"|\bvulnerable\b|\bcommit suicide\b|\bmental(ly)? ill(ness)?\b|\bvictim|\bcompliant\b|\be\.g\.|\bi\.e\.|\betc\b"
    r"|\bWRAP\b|wellness toolbox|daily maintenance|breaking down|safety plan|outcomes star",
    re.IGNORECASE,
)
REVIEWED = {"Please do", "Please do not"}
"""The field lists call two questions so; it is what the person says to others."""


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
    rows = re.findall(r"(>?)(\w+) (\w+) ([SAN])( \*)?", FIELDS[form][1])
    wanted = {(name, kind, share, bool(star), bool(inside)) for inside, name, kind, share, star in rows}
    pack = shelf().pack(form)
    found = {
        (one.id, one.kind.value, one.share.value, one.required, pack.part_of(one.id) is not None)
        for one in pack.questions()
    }
    assert found == wanted


@pytest.mark.parametrize("form", FIELDS)
def test_every_field_stands_on_its_forms_side_of_the_wall(form: str) -> None:
    assert shelf().pack(form).audience is FIELDS[form][0]
    assert {question.audience for question in shelf().pack(form).questions()} == {FIELDS[form][0]}


def test_choices_and_columns_are_those_of_the_field_lists_in_their_order() -> None:
    assert {
        one.id: " ".join(choice.id for choice in one.choices) for one in asked() if one.choices
    } == CHOICES
    assert {
        one.id: " ".join(column.id for column in one.columns) for one in asked() if one.columns
    } == COLUMNS


def test_forms_with_many_entries_say_what_an_entry_is_called() -> None:
    assert {pack.id: pack.entry_title for pack in packs() if pack.repeats} == {
        "contacts": "ct_name",
        "involvement_record": "ir_title",
        "training_record": "tr_title",
    }


def test_each_form_stands_in_its_group_on_the_home_screen() -> None:
    assert {pack.id: pack.group for pack in packs()} == {
        "about_me": "me",
        "contacts": "me",
        "involvement_record": "taking_part",
        "training_record": "taking_part",
        "crisis_plan": "unwell",
    }


def test_the_card_holds_five_lines() -> None:
    assert {one.id: one.most for one in asked() if one.most} == {"cp_card": 5}


def test_checks_are_asked_once_at_the_end_of_the_first_training_entry() -> None:
    training = shelf().pack("training_record").pages
    once = [page for page in training if page.once]
    assert once == list(training[-len(once) :])
    assert all(question.id.startswith("ck_") for page in once for question in page.questions)
    assert all(not page.once for form, page in pages() if form != "training_record")


def test_only_follow_up_questions_are_ever_hidden() -> None:
    assert {one.id for one in asked() if one.show_if is not None} == ONLY_SOMETIMES
    assert not any(one.required for one in asked() if one.show_if is not None)


@pytest.mark.parametrize(("form", "page"), pages(), ids=lambda one: one if isinstance(one, str) else one.id)
def test_a_page_holds_one_to_five_questions(form: str, page: Page) -> None:
    assert 1 <= len(page.questions) <= 5


@pytest.mark.parametrize("form", HARD_PAGES)
def test_hard_pages_say_what_is_coming_and_that_it_can_be_skipped_or_left(form: str) -> None:
    noted = {page.id: page.note for page in shelf().pack(form).pages if page.note}
    assert set(noted) == HARD_PAGES[form]
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
