"""Rules at the door (domain 8.7: IR, EX, CA; ruling 3): what leaves is looked at, and what refuses has its sentence here."""

from dataclasses import replace
from importlib import import_module

import pytest

from passport.errors import PackUnreadable, WallCrossed
from passport.forms.shelf import shelf
from passport.law.confirmed import Confirmed, confirmed
from passport.law.door import ASKED_BY, Leaving, at_the_door, door_rule, sentence
from passport.law.findings import Outcome, Severity
from passport.law.rules import law_rules
from passport.record.audience import Audience, Selection
from passport.record.passport import Passport
from passport.record.sections import Section
from tests.builders import a_section

ENDORSED = {"en_name": "Ruth Pemberton", "en_how_checked": "signed_paper", "en_date": "January 2020"}


def said(*sections: Section, outcome: Outcome | None = None) -> list[str]:
    return [one.id for one in at_the_door(Leaving(section, outcome) for section in sections)]


def work(*endorsements: dict[str, str]) -> Section:
    return a_section("involvement_record", ir_title="Panels", ir_endorse=list(endorsements))


def training(tr_confirmed: str = "provider", ck_dbs_level: str | None = None) -> Section:
    return a_section(
        "training_record", tr_title="Panels", tr_confirmed=tr_confirmed, ck_dbs_level=ck_dbs_level
    )


def test_an_entry_that_nobody_confirmed_is_in_the_person_s_words() -> None:
    """IR-04."""
    assert said(work()) == ["IR-04"]
    assert said(work(ENDORSED), training()) == []
    assert said(work(ENDORSED), training(tr_confirmed="nobody_yet")) == ["IR-04"]


@pytest.mark.parametrize("missing", ["en_name", "en_how_checked"])
def test_what_does_not_leave_confirms_nothing(missing: str) -> None:
    """IR-04: the paper would not say by whom, or how."""
    assert said(work({key: words for key, words in ENDORSED.items() if key != missing})) == ["IR-04"]


def test_words_from_memory_are_the_person_s_own() -> None:
    """IR-04."""
    assert confirmed(work({**ENDORSED, "en_how_checked": "self_stated"})) is None


def test_a_carer_s_own_record_is_confirmed_in_the_same_way() -> None:
    """Domain 7.13: their ids stand behind a prefix."""
    own = work(ENDORSED)
    answers = {
        ".".join(one if one.isdigit() else f"carer_{one}" for one in place.split(".")): answer
        for place, answer in own.answers.items()
    }
    assert confirmed(replace(own, form=f"carer_{own.form}", answers=answers)) == confirmed(own)


def test_the_last_who_confirmed_it_is_named_with_the_day() -> None:
    """paper.md: "Confirmed by ... on ..."."""
    two = work(ENDORSED, {**ENDORSED, "en_name": "Tomasz Zieliński", "en_date": ""})
    assert confirmed(two) == Confirmed("Tomasz Zieliński")
    assert confirmed(work(ENDORSED)) == Confirmed("Ruth Pemberton", "2020-01")
    assert confirmed(training()) == Confirmed("provider", question="tr_confirmed")


def test_a_level_of_checks_that_leaves_is_checked_again_by_the_new_group() -> None:
    """IR-05."""
    assert said(training(ck_dbs_level="enhanced")) == ["IR-05"]
    assert said(training(ck_dbs_level="none")) == said(training()) == []


def test_a_draft_says_so() -> None:
    """EX-03."""
    decision = a_section("advance_decision")
    assert said(decision, outcome=Outcome.NOT_READY) == ["EX-03"]
    assert said(decision, outcome=Outcome.READY_NOT_LS) == said(decision) == []


def test_a_stopped_paper_that_got_through_is_for_the_person_s_own_records_and_says_so() -> None:
    """EX-04, ruling 3: it refuses everything else, so what is left of it here is a warning."""
    (finding,) = at_the_door([Leaving(a_section("crisis_plan"), Outcome.STOPPED)])
    assert (finding.id, finding.severity) == ("EX-04", Severity.WARNS)


def test_each_thing_is_said_once_and_warnings_come_first() -> None:
    found = said(work(), work(), training(tr_confirmed="nobody_yet"), outcome=Outcome.NOT_READY)
    assert found == ["EX-03", "IR-04"]


def test_a_paper_never_mixes_what_is_a_carer_s_with_what_is_one_s_own() -> None:
    """EX-01, ruling 3."""
    section = work()
    with pytest.raises(WallCrossed):
        Passport((section,)).only(Selection(Audience.CARER_INVOLVEMENT, (section.id,)), shelf().labels())
    assert "carer" in sentence("EX-01/carer")


def test_every_rule_that_a_guard_asks_names_a_guard_that_is_there() -> None:
    guards = [str(rule.when[ASKED_BY]) for rule in law_rules("exports.toml") if ASKED_BY in rule.when]
    assert len(guards) == 7
    for guard in guards:
        module, _, name = guard.rpartition(".")
        assert callable(getattr(import_module(module), name))


def test_a_guard_s_sentence_has_its_gaps_filled() -> None:
    """IR-02, ruling 3."""
    assert sentence("IR-02", name="Ruth") == "Ruth has not agreed to share this yet."
    assert door_rule("CA-01").severity == Severity.REFUSES_EXPORT


def test_a_guard_without_its_rule_is_a_complaint_about_the_data() -> None:
    with pytest.raises(PackUnreadable) as complaint:
        sentence("EX-99")
    assert complaint.value.fields["at"] == "EX-99"


def test_where_the_first_name_of_the_person_stands_is_asked_by_a_form_of_a_carers() -> None:
    """CA-02 looks for that name: a question that nobody asks would let it leave in silence."""
    asked = {one.id for pack in shelf().packs.values() if pack.audience.of_carer for one in pack.questions()}
    names = door_rule("CA-02").when["names"]
    assert isinstance(names, list)
    assert names
    assert set(names) <= asked
