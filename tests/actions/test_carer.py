"""What somebody keeps as a carer: its own home, its own keys, its own papers, and nothing about another without their leave.

CA-01 nobody opens a paper that speaks for somebody else; CA-02 what is about the person a carer supports, or names them,
leaves only once it is noted that they agreed (domain 7.13, 8.7; rulings 3: it refuses one export and touches no outcome).
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from passport.actions import answer
from passport.actions.copies import seal_words
from passport.actions.home import CARER, Home, home
from passport.actions.offer import choose, offer
from passport.actions.share import Handing, Made, rehearse, share
from passport.actions.sharing import FOR, FOR_AS_CARER, who_for
from passport.actions.unlock import make
from passport.checking.check import check_bytes
from passport.errors import ConsentNotNoted, NotAgreed, OnlyThePerson, UnknownForm, WallCrossed
from passport.forms.examples import read_example
from passport.forms.shelf import shelf
from passport.keys.trust import Met
from passport.record.audience import OWN_SIDES, SIDES, Audience
from passport.vault.vault import Vault
from tests.actions.conftest import PHRASE
from tests.actions.giving import WORDS
from tests.builders import NOW

pytestmark = pytest.mark.usefixtures("cheap_keys")
FORMS = tuple(form for form, pack in shelf().packs.items() if pack.audience.of_carer)
PLAN = {
    "ce_steps_in": ["Chidi"],
    "ce_needs": "Breakfast with somebody",
    "ce_alone": "A day",
    "ce_checked": "today",
}
STORY = {
    "carer_ir_title": "Carers' forum",
    "carer_ir_org": "Riverbank Carers",
    "carer_ir_start": "2022",
    "carer_ir_did": "I ran the evening meetings",
}


@pytest.fixture
def carer(tmp_path: Path) -> Iterator[Vault]:
    """A record with nothing in it but a carer's name, and the first name of whom they support."""
    vault, _rows = make(tmp_path / "carer", PHRASE, NOW)
    put(vault, "carer_about_me", {"cr_name": "Ngozi Okafor", "cr_known_as": "Ngozi", "cr_supports": "Sam"})
    yield vault
    vault.close()


@pytest.fixture
def ngozi(tmp_path: Path) -> Iterator[Vault]:
    """Ngozi Okafor's whole record, as the examples have it."""
    vault, _rows = make(tmp_path / "ngozi", PHRASE, NOW)
    for form in FORMS:
        for file in shelf().examples(form):
            if file.name.startswith("ngozi"):
                put(vault, form, read_example(file).answers)
    yield vault
    vault.close()


def put(vault: Vault, form: str, answers: Mapping[str, object]) -> None:
    answer.put_all(vault, shelf(), form, answers, NOW)


def made(vault: Vault, side: Audience, forms: tuple[str, ...] = (), fields: tuple[str, ...] = ()) -> Made:
    chosen = choose(vault.passport(), shelf(), side, forms, fields)
    return rehearse(vault, shelf(), chosen, Handing("Somebody"), NOW, WORDS)


def at_home(vault: Vault, profile: Audience = Audience.BOTH) -> Home:
    return home(vault, shelf(), NOW.date(), WORDS, profile)


def forms_on(now: Home) -> list[str]:
    return [row.form for group in now.groups for row in group.rows]


# Home


def test_home_says_nothing_of_caring_to_somebody_who_supports_nobody(vault: Vault) -> None:
    assert [form for form in forms_on(at_home(vault)) if form in FORMS] == []
    assert WORDS("home.carer") not in [group.title for group in at_home(vault).groups]


def test_a_carers_home_has_every_form_of_theirs_and_none_of_the_persons_own(carer: Vault) -> None:
    now = at_home(carer, CARER)

    assert sorted(forms_on(now)) == sorted(FORMS)
    assert now.name == "Ngozi"
    assert len({group.title for group in now.groups}) == 3


def test_what_was_begun_as_a_carer_stands_on_home_in_a_group_of_its_own(carer: Vault) -> None:
    now = at_home(carer)

    assert [(group.title, [row.form for row in group.rows]) for group in now.groups][-1] == (
        "What I keep as a carer",
        ["carer_about_me"],
    )
    assert now.name == ""  # a carer's name is no name of the person's own record


# Whose it is, what goes in, and who it may be for


def test_a_carers_paper_says_whose_it_is_from_a_carers_own_page(ngozi: Vault) -> None:
    put(ngozi, "about_me", {"am_name": "Someone Else Entirely"})
    paper = made(ngozi, Audience.CARER_INVOLVEMENT)

    assert paper.facts.name == "Ngozi Okafor"
    assert paper.text.startswith("My carer's involvement passport")
    assert "A carer, speaking for myself" in paper.text
    assert "Someone Else" not in paper.text
    assert made(ngozi, Audience.CARER_CARE, ("carer_view",)).text.startswith("A carer's view")
    assert made(ngozi, Audience.CARER_CARE, ("carer_emergency_plan",)).text.startswith("If I cannot care")


def test_share_asks_who_it_is_for_as_a_carer_only_where_something_was_begun_as_one(
    vault: Vault, carer: Vault
) -> None:
    assert list(who_for(vault.passport(), shelf())) == list(FOR)
    assert list(who_for(carer.passport(), shelf())) == [*FOR, *FOR_AS_CARER]
    assert {*who_for(carer.passport(), shelf()).values()} == {*SIDES}


@pytest.mark.parametrize("side", SIDES)
def test_what_may_go_in_is_of_one_profile_alone(vault: Vault, side: Audience) -> None:
    for form in FORMS:
        for file in shelf().examples(form):
            put(vault, form, read_example(file).answers)
    offered = {part.form for part in offer(vault.passport(), shelf(), side, WORDS)}

    assert offered
    assert {form in FORMS for form in offered} == {side.of_carer}


@pytest.mark.parametrize("side", OWN_SIDES)
def test_a_carers_form_never_goes_with_the_persons_own_even_if_it_is_named(
    ngozi: Vault, side: Audience
) -> None:
    put(ngozi, "about_me", {"am_name": "Ngozi Okafor"})
    for form in FORMS:
        with pytest.raises(WallCrossed):
            made(ngozi, side, (form,))
    with pytest.raises(WallCrossed):
        made(ngozi, side, ("about_me",), ("cv_see",))


def test_somebody_elses_words_about_a_carer_wait_until_they_agreed(carer: Vault) -> None:
    """IR-02 is asked of a carer's record as of the person's own."""
    said = {"carer_en_name": "Ruth Pemberton", "carer_en_text": "She came", "carer_en_agreed_to_share": False}
    put(carer, "carer_involvement_record", {**STORY, "carer_ir_endorse": [said]})

    with pytest.raises(NotAgreed):
        made(carer, Audience.CARER_INVOLVEMENT, fields=("carer_ir_endorse", "carer_en_text"))
    assert made(carer, Audience.CARER_INVOLVEMENT)


# CA-01


@pytest.mark.parametrize("form", ["carer_advance_decision", "carer_crisis_plan"])
def test_nobody_opens_a_paper_that_speaks_for_somebody_else(carer: Vault, form: str) -> None:
    """CA-01: MCA 2005 s.24(1), MHA 1983 s.130M. There is no such form, and its name is met with the reason."""
    before = carer.passport()
    for opens in (
        lambda: put(carer, form, {"ad_able": "yes"}),
        lambda: answer.to_open(carer, shelf(), form, NOW.date()),
        lambda: made(carer, Audience.CARER_CARE, (form,)),
    ):
        with pytest.raises(OnlyThePerson) as refused:
            opens()
        assert WORDS.error(refused.value) == (
            "Only the person can make this. You can help them in their own passport."
        )
    assert carer.passport() == before


def test_a_form_that_nobody_has_is_still_unknown() -> None:
    for form in ("carer_tea", "tea", "carer_contacts", "carer_carer_view"):
        with pytest.raises(UnknownForm):
            shelf().pack(form)


def test_a_persons_own_advance_decision_goes_into_no_carers_paper(vault: Vault) -> None:
    put(vault, "carer_about_me", {"cr_name": "Alex Morgan"})
    with pytest.raises(WallCrossed):
        made(vault, Audience.CARER_CARE, ("advance_decision",))


# CA-02

AGREED = {"cr_consent": "yes", "cr_consent_share": "yes"}


@pytest.mark.parametrize(
    ("noted", "leaves"),
    [
        ({}, False),
        ({"cr_consent": "yes"}, False),
        ({"cr_consent_share": "yes"}, False),
        ({"cr_consent": "yes", "cr_consent_share": "no"}, False),
        ({"cr_consent": "no", "cr_consent_share": "yes"}, False),
        (AGREED, True),
        ({"cr_consent": "they_cannot_say", "cr_consent_share": "they_cannot_say"}, True),
        ({"cr_consent": "yes", "cr_consent_share": "they_cannot_say"}, True),
    ],
)
def test_a_plan_about_somebody_leaves_only_once_their_leave_is_noted(
    carer: Vault, noted: dict[str, object], leaves: bool
) -> None:
    """CA-02 (rulings 3). A no counts as not noted: it is no leave to share."""
    put(carer, "carer_emergency_plan", PLAN)
    if noted:
        put(carer, "carer_consent", noted)

    if leaves:
        assert "Breakfast with somebody" in made(carer, Audience.CARER_CARE).text
        return
    with pytest.raises(ConsentNotNoted) as refused:
        made(carer, Audience.CARER_CARE)
    assert WORDS.error(refused.value).startswith("You have not noted that they agreed.")


def test_one_field_of_the_plan_picked_by_name_waits_as_well(carer: Vault) -> None:
    put(carer, "carer_emergency_plan", PLAN)
    put(carer, "carer_involvement_record", STORY)

    with pytest.raises(ConsentNotNoted):
        made(carer, Audience.CARER_INVOLVEMENT, fields=("ce_alone",))


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("I did it with Sam beside me", True),
        ("It was Sam's idea", True),
        ("SAM came along", True),
        ("The same again", False),
        ("In sam and other places", False),
        ("I ran the evening meetings", False),
    ],
)
def test_a_carers_story_that_names_them_waits_and_one_that_does_not_goes(
    carer: Vault, words: str, names: bool
) -> None:
    put(carer, "carer_involvement_record", {**STORY, "carer_ir_did": words})

    if names:
        with pytest.raises(ConsentNotNoted):
            made(carer, Audience.CARER_INVOLVEMENT)
        put(carer, "carer_consent", AGREED)
    assert words in made(carer, Audience.CARER_INVOLVEMENT).text


def test_the_name_itself_picked_for_a_paper_waits(carer: Vault) -> None:
    with pytest.raises(ConsentNotNoted):
        made(carer, Audience.CARER_INVOLVEMENT, fields=("cr_supports",))
    put(carer, "carer_consent", AGREED)
    assert "Sam" in made(carer, Audience.CARER_INVOLVEMENT, fields=("cr_supports",)).text


def test_the_persons_own_papers_ask_nothing_of_a_carers_leave(carer: Vault) -> None:
    """My own plan may say whom to ring, also where I support them."""
    put(carer, "about_me", {"am_name": "Ngozi Okafor"})
    put(carer, "crisis_plan", {"cp_people": ["Sam"], "cp_signs": "I whisper"})

    assert "Sam" in made(carer, Audience.CARE).text


def test_where_nothing_is_about_them_nothing_is_asked(carer: Vault) -> None:
    assert "Ngozi Okafor" in made(carer, Audience.CARER_CARE).text


# Keys


def test_a_carers_papers_are_sealed_with_keys_of_their_own(ngozi: Vault, tmp_path: Path) -> None:
    papers = {}
    for side in (Audience.CARER_CARE, Audience.CARER_INVOLVEMENT):
        chosen = choose(ngozi.passport(), shelf(), side, (), ())
        papers[side] = share(ngozi, shelf(), chosen, Handing("Somebody"), NOW, WORDS, tmp_path / side)
    put(ngozi, "about_me", {"am_name": "Ngozi Okafor"})
    seen = {side: ngozi.identity(side).public for side in SIDES}

    assert len(set(seen.values())) == len(SIDES)
    for side, shared in papers.items():
        report = check_bytes(shared.files["pdf"].read_bytes(), NOW.date(), Met(), WORDS)
        assert report.paper is not None
        assert report.paper.key == seen[side].compressed.hex()
        assert {one.audience for one in ngozi.passport().copies} == {*papers}
        assert shared.files["pdf"].name.startswith(f"{side}-")


def test_a_carers_seal_is_listed_only_once_there_is_one(vault: Vault) -> None:
    assert list(seal_words(vault)) == list(OWN_SIDES)
    put(vault, "carer_about_me", {"cr_name": "Alex Morgan"})
    assert list(seal_words(vault)) == list(OWN_SIDES)
    made(vault, Audience.CARER_CARE)
    said = seal_words(vault)
    made(vault, Audience.CARER_CARE)

    assert list(said) == [*OWN_SIDES, Audience.CARER_CARE]
    assert seal_words(vault) == said
