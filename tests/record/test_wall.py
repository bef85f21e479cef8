"""The wall: a field never crosses to the other audience unless the person picked it by name (domain 7)."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passport.errors import WallCrossed
from passport.record.answers import Answer
from passport.record.audience import Audience, Label, Selection, Share
from passport.record.passport import Passport
from passport.record.sections import Section

NOW = datetime(2026, 11, 23, tzinfo=UTC)
SIDES = tuple(Audience)
PAPERS_FOR = (Audience.CARE, Audience.INVOLVEMENT, Audience.CARER_CARE, Audience.CARER_INVOLVEMENT)
OF_CARER = tuple(side for side in Audience if side.of_carer)
LABELS = {
    f"form_{side}": {f"{side}_{share}": Label(side, share) for share in Share}
    | {"list": Label(side, Share.STANDARD), "inner": Label(side, Share.NEVER)}
    for side in SIDES
}


def a_section(side: Audience) -> Section:
    places = {
        **{f"{side}_{share}": f"mark {side} {share}" for share in Share},
        "list.1.inner": f"mark {side} inner",
    }
    answers = {place: Answer(words, words, NOW) for place, words in places.items()}
    answers["list"] = Answer(("1",), ("1",), NOW)
    return Section(f"form_{side}-1", f"form_{side}", 1, date(2026, 1, 1), answers)


PASSPORT = Passport(tuple(a_section(side) for side in SIDES))


def places_in(passport: Passport) -> set[tuple[str, str]]:
    return {(section.id, place) for section in passport.sections for place in section.answers}


def test_only_standard_fields_of_this_side_leave_with_a_form() -> None:
    selection = Selection(Audience.INVOLVEMENT, ("form_involvement-1", "form_both-1"))
    assert places_in(PASSPORT.only(selection, LABELS)) == {
        ("form_involvement-1", "involvement_S"),
        ("form_involvement-1", "list"),
        ("form_both-1", "both_S"),
        ("form_both-1", "list"),
    }


@pytest.mark.parametrize("other", [Audience.CARE, Audience.PRIVATE])
def test_a_whole_form_of_the_other_side_is_refused(other: Audience) -> None:
    with pytest.raises(WallCrossed):
        PASSPORT.only(Selection(Audience.INVOLVEMENT, (f"form_{other}-1",)), LABELS)


def test_a_field_picked_by_name_crosses_and_nothing_else_comes_with_it() -> None:
    picked = frozenset({("form_care-1", "care_S"), ("form_both-1", "inner")})
    shared = PASSPORT.only(Selection(Audience.INVOLVEMENT, (), picked), LABELS)
    assert places_in(shared) == {
        ("form_care-1", "care_S"),
        ("form_both-1", "list.1.inner"),
        ("form_both-1", "list"),
    }


@pytest.mark.parametrize("other", OF_CARER)
@pytest.mark.parametrize("for_", [Audience.CARE, Audience.INVOLVEMENT])
def test_nothing_that_is_kept_as_a_carer_stands_with_what_is_the_persons_own(
    for_: Audience, other: Audience
) -> None:
    """Domain 7.13: the same person may hold both, never merged. Not whole, and not by name either; and the other way round."""
    carers_side = Audience.CARER_CARE if for_ is Audience.CARE else Audience.CARER_INVOLVEMENT
    own = Audience(other.removeprefix("carer_"))
    for side, theirs in ((for_, other), (carers_side, own)):
        section = f"form_{theirs}-1"
        for selection in (
            Selection(side, (section,)),
            Selection(side, (), frozenset({(section, f"{theirs}_S")})),
            Selection(side, (f"form_{side}-1",), frozenset({(section, f"{theirs}_N")})),
        ):
            with pytest.raises(WallCrossed):
                PASSPORT.only(selection, LABELS)


@pytest.mark.parametrize("other", OF_CARER)
def test_a_field_of_the_other_profile_inside_a_form_is_not_let_out_even_by_name(other: Audience) -> None:
    """A pack by somebody else could put one there: it stays, and the form cannot be asked for with it."""
    label = Label(other, Share.STANDARD)
    selection = Selection(Audience.CARE, ("mixed-1",), frozenset({("mixed-1", "theirs")}))

    assert not selection.lets_out("mixed-1", "theirs", label)
    assert selection.lets_out("mixed-1", "theirs", Label(Audience.BOTH, Share.STANDARD))


def test_a_field_that_the_pack_does_not_know_never_leaves() -> None:
    labels = {**LABELS, "form_both": {"both_A": LABELS["form_both"]["both_A"]}}
    selection = Selection(Audience.CARE, ("form_both-1",), frozenset({("form_both-1", "both_S")}))
    assert places_in(PASSPORT.only(selection, labels)) == set()


FIELDS = [
    (section.id, place.rsplit(".", 1)[-1]) for section in PASSPORT.sections for place in section.answers
]


@given(
    for_=st.sampled_from(PAPERS_FOR),
    sections=st.sets(st.sampled_from([section.id for section in PASSPORT.sections])),
    fields=st.frozensets(st.sampled_from(FIELDS), max_size=4),
)
def test_whatever_is_chosen_nothing_else_leaves(
    for_: Audience, sections: set[str], fields: frozenset[tuple[str, str]]
) -> None:
    try:
        shared = PASSPORT.only(Selection(for_, tuple(sections), fields), LABELS)
    except WallCrossed:
        of_sections = [Audience(section.removeprefix("form_").removesuffix("-1")) for section in sections]
        of_fields = [
            Audience(section.removeprefix("form_").removesuffix("-1")) for section, _question in fields
        ]
        assert any(not for_.takes(one) for one in of_sections) or any(
            one.of_carer is not for_.of_carer for one in of_fields
        )
        return
    for section_id, place in places_in(shared):
        question = place.rsplit(".", 1)[-1]
        label = LABELS[section_id.removesuffix("-1")][question]
        named = (section_id, question) in fields or place == "list"
        standard = label.share is Share.STANDARD and for_.takes(label.audience)
        assert named or (standard and section_id in sections)


@pytest.mark.parametrize(
    ("chosen", "left"), [(("a", "c"), ("c",)), (("c",), ("c",)), (("a",), None), ((), None)]
)
def test_a_choice_that_has_to_be_picked_by_name_stays_while_the_others_go(
    chosen: tuple[str, ...], left: tuple[str, ...] | None
) -> None:
    """Domain 7.3: the form goes with what a person did, and not with the part about their own care."""
    labels = {"record": {"domain": Label(Audience.INVOLVEMENT, Share.STANDARD, frozenset({"a"}))}}
    typed = ("My own care", "Services")
    section = Section("record-1", "record", 1, NOW.date(), {"domain": Answer(chosen, typed, NOW)})

    usual = Passport((section,)).only(Selection(Audience.INVOLVEMENT, ("record-1",)), labels)
    answers = [answer for one in usual.sections for answer in one.answers.values()]
    assert [answer.value for answer in answers] == ([left] if left else [])
    assert "My own care" not in str(answers)

    named = Selection(Audience.INVOLVEMENT, ("record-1",), frozenset({("record-1", "domain")}))
    (whole,) = Passport((section,)).only(named, labels).sections
    assert whole.answers["domain"].value == chosen
