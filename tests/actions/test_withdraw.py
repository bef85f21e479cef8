"""Stopping in each place: at once in England, Wales and Northern Ireland; in Scotland by a signed and witnessed notice.

MCA 2005 s.24(3)-(4): a withdrawal may be partial, need not be in writing, and counts at once.
2003 Act (Scotland) s.275(3): a statement is withdrawn by a document that is signed, witnessed and certified.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from passport.actions import answer
from passport.actions.answer import put, put_all
from passport.actions.assess import assess
from passport.actions.begin_again import begin_again, may_begin_again
from passport.actions.home import entry_title, home
from passport.actions.offer import choose
from passport.actions.share import Handing, share
from passport.actions.sign import sign
from passport.actions.stop import stop
from passport.actions.unlock import make
from passport.actions.withdraw import begin_notice
from passport.errors import NothingToStop, UnknownQuestion
from passport.forms.examples import Example, read_example
from passport.forms.shelf import shelf
from passport.law.findings import Outcome
from passport.record.audience import Audience
from passport.record.sections import Section
from passport.vault.vault import Vault
from tests.actions.conftest import PHRASE
from tests.actions.giving import WORDS
from tests.builders import NOW

pytestmark = pytest.mark.usefixtures("cheap_keys")
LATER = NOW + timedelta(days=3)
STATEMENT, NOTICE = "advance_statement_scotland", "withdrawal_notice"
EXAMPLES = [(form, read_example(file)) for form in (STATEMENT, NOTICE) for file in shelf().examples(form)]
SIGNED: dict[str, object] = {
    "wd_scot_signed": True,
    "wd_scot_wit_name": "Nuala Byrne",
    "wd_scot_wit_class": "nurse",
    "wd_scot_wit_signed": True,
    "wd_scot_cert": True,
}


def example(form: str, name: str) -> Example:
    return next(one for of, one in EXAMPLES if (of, one.name) == (form, name))


@pytest.fixture
def isla(tmp_path: Path) -> Iterator[Vault]:
    """Isla's record: her statement, signed."""
    vault, _words = make(tmp_path / "isla", PHRASE, NOW)
    whole = example(STATEMENT, "whole_isla_reid")
    put_all(vault, shelf(), "about_me", whole.about_me, NOW)
    put_all(vault, shelf(), STATEMENT, whole.answers, NOW)
    yield vault
    vault.close()


def statement(vault: Vault) -> Section:
    return vault.passport().of_form(STATEMENT)[0]


def outcome(vault: Vault, section: str) -> Outcome:
    return assess(vault, shelf(), section, NOW.date()).outcome


@pytest.mark.parametrize(("form", "one"), EXAMPLES, ids=[f"{form}-{one.name}" for form, one in EXAMPLES])
def test_an_example_comes_out_as_it_says(tmp_path: Path, form: str, one: Example) -> None:
    """Saved with the actions that everyone uses."""
    vault, _words = make(tmp_path / "record", PHRASE, NOW)
    put_all(vault, shelf(), "about_me", one.about_me, NOW)
    for other, answers in one.others.items():
        put_all(vault, shelf(), other, answers, NOW)
    section = put_all(vault, shelf(), form, one.answers, NOW).section
    if one.after_signing:
        put_all(vault, shelf(), form, one.after_signing, NOW)
    found = assess(vault, shelf(), section.id, NOW.date())
    said = {finding.id for finding in found.findings}
    vault.close()
    assert found.outcome == one.expect["outcome"]
    assert set(one.expect.get("findings", [])) <= said  # type: ignore[call-overload]  # a list of ids
    assert not set(one.expect.get("not_findings", [])) & said  # type: ignore[call-overload]  # a list of ids


# Scotland: the ceremony.


def test_pressing_stop_in_scotland_begins_a_notice_and_stops_nothing(isla: Vault) -> None:
    stopping = stop(isla, shelf(), statement(isla).id, NOW)
    assert stopping.notice is not None
    assert statement(isla).stopped_on is None
    assert outcome(isla, statement(isla).id) is Outcome.READY
    assert stopping.notice.value("wd_doc") == {
        "section": statement(isla).id,
        "title": "My advance statement (Scotland)",
    }
    found = assess(isla, shelf(), stopping.notice.id, NOW.date())
    assert found.outcome is Outcome.NOT_READY
    assert "SC-15" in {one.id for one in found.findings}


def test_pressing_stop_again_leads_to_the_same_notice(isla: Vault) -> None:
    first = stop(isla, shelf(), statement(isla).id, NOW).notice
    put(isla, shelf(), first.id, "wd_scot_wit_name", "Nuala Byrne", NOW)  # type: ignore[union-attr]  # there is one
    before = isla.counter
    again = stop(isla, shelf(), statement(isla).id, LATER).notice
    assert again is not None
    assert again.id == first.id  # type: ignore[union-attr]  # there is one
    assert isla.counter == before


def test_the_statement_is_stopped_when_the_ceremony_is_complete_and_not_one_answer_before(
    isla: Vault,
) -> None:
    """Ruling 2."""
    notice = stop(isla, shelf(), statement(isla).id, NOW).notice
    assert notice is not None
    for question, words in SIGNED.items():
        assert statement(isla).stopped_on is None, question
        put(isla, shelf(), notice.id, question, words, LATER)
    assert statement(isla).stopped_on == LATER.date().isoformat()
    assert outcome(isla, statement(isla).id) is Outcome.STOPPED
    assert outcome(isla, notice.id) is Outcome.READY

    put(isla, shelf(), notice.id, "wd_why", "It was time", LATER + timedelta(days=9))
    assert statement(isla).stopped_on == LATER.date().isoformat(), "it keeps the first date"
    assert stop(isla, shelf(), statement(isla).id, LATER).notice is None


def test_a_file_with_all_of_it_stops_the_statement_too(isla: Vault) -> None:
    answers = {"wd_doc": STATEMENT, "wd_part": "all", "wd_when": "today", **SIGNED}
    put_all(isla, shelf(), NOTICE, answers, NOW)
    assert statement(isla).stopped_on == NOW.date().isoformat()


def test_a_part_of_a_statement_is_never_withdrawn(isla: Vault) -> None:
    """Ruling 27."""
    answers = {"wd_doc": STATEMENT, "wd_part": "part", "wd_part_words": "ECT", "wd_when": "today", **SIGNED}
    notice = put_all(isla, shelf(), NOTICE, answers, NOW).section
    assert statement(isla).stopped_on is None
    said = assess(isla, shelf(), notice.id, NOW.date()).findings
    assert any("make a new one and withdraw the old one" in finding.sentence for finding in said)


def test_a_notice_that_was_itself_stopped_withdraws_nothing(isla: Vault) -> None:
    notice = stop(isla, shelf(), statement(isla).id, NOW).notice
    assert notice is not None
    stop(isla, shelf(), notice.id, NOW)
    put_all(isla, shelf(), NOTICE, SIGNED, NOW, entry=notice.id)
    assert statement(isla).stopped_on is None


def test_a_withdrawn_statement_begins_again_with_its_words_and_none_of_its_signing(isla: Vault) -> None:
    put_all(isla, shelf(), NOTICE, {"wd_doc": STATEMENT, "wd_part": "all", "wd_when": "today", **SIGNED}, NOW)
    old = statement(isla)
    assert may_begin_again(isla, old.id)
    new = begin_again(isla, shelf(), old.id, LATER)
    assert new.value("sa_want") == old.value("sa_want")
    assert new.value("sa_personal") == old.value("sa_personal")
    gone = [
        one
        for one in new.answers
        if one.startswith(("sa_wit", "sa_cert", "sa_sign", "sa_date", "sa_doc", "sa_sent"))
    ]
    assert gone == []


# The digest of what was signed.


def test_what_was_signed_is_remembered_when_the_person_says_that_they_signed(isla: Vault) -> None:
    """SC-09; ruling 14."""
    section = statement(isla)
    put(isla, shelf(), section.id, "sa_personal", "Bracken is with Mairi now", LATER)
    assert outcome(isla, section.id) is Outcome.READY
    put(isla, shelf(), section.id, "sa_not", ["Lithium"], LATER)
    assert outcome(isla, section.id) is Outcome.NOT_READY

    put(isla, shelf(), section.id, "sa_signed", "yes", LATER)
    assert outcome(isla, section.id) is Outcome.NOT_READY, "opening the page again signs nothing"
    put(isla, shelf(), section.id, "sa_signed", "no", LATER)
    put(isla, shelf(), section.id, "sa_signed", "yes", LATER)
    assert outcome(isla, section.id) is Outcome.READY


def test_the_sign_command_signs_the_statement_as_it_stands_now(isla: Vault) -> None:
    section = statement(isla)
    put(isla, shelf(), section.id, "sa_not", ["Lithium"], LATER)
    sign(isla, shelf(), section.id, {"sa_signed": True, "sa_date": "today"}, LATER)
    assert outcome(isla, section.id) is Outcome.READY
    assert statement(isla).value("sa_date") == LATER.date().isoformat()
    with pytest.raises(UnknownQuestion):
        sign(isla, shelf(), section.id, {"sa_want": ["More"]}, LATER)


def test_digests_of_what_was_signed_leave_in_no_paper(isla: Vault, tmp_path: Path) -> None:
    """Decision 0006."""
    selection = choose(isla.passport(), shelf(), Audience.CARE, (STATEMENT,), ())
    assert statement(isla).value("sa_doc_hash") is not None
    out = isla.passport().only(
        replace(selection, fields=frozenset({(statement(isla).id, "sa_doc_hash")})), shelf().labels()
    )
    assert not any("sa_doc_hash" in section.answers for section in out.sections)


# England, Wales and Northern Ireland: at once, and a notice as a courtesy.


def test_a_notice_about_a_stopped_decision_is_ready_and_holds_what_we_know(
    vault: Vault, tmp_path: Path
) -> None:
    decision = vault.passport().of_form("advance_decision")[-1]
    selection = choose(vault.passport(), shelf(), Audience.CARE, ("advance_decision",), ())
    share(vault, shelf(), selection, Handing("Riverbank Surgery"), NOW, WORDS, tmp_path / "out")
    assert stop(vault, shelf(), decision.id, NOW).notice is None
    assert vault.section(decision.id).stopped_on == NOW.date().isoformat()
    assert vault.passport().of_form(NOTICE) == (), "nothing has to be written"

    notice = begin_notice(vault, shelf(), decision.id, NOW)
    assert notice is not None
    assert outcome(vault, notice.id) is Outcome.READY
    assert notice.value("wd_part") == "all"
    assert notice.value("wd_when") == NOW.date().isoformat()
    assert {"who": "Riverbank Surgery"} in notice.value("wd_notify")  # type: ignore[operator]  # a list
    pack = shelf().pack(NOTICE)
    assert entry_title(pack, notice, WORDS) == shelf().pack("advance_decision").title
    assert begin_notice(vault, shelf(), decision.id, LATER).id == notice.id  # type: ignore[union-attr]  # there is one

    chosen = choose(vault.passport(), shelf(), Audience.CARE, (NOTICE,), ())
    made = share(vault, shelf(), chosen, Handing("Riverbank Surgery"), NOW, WORDS, tmp_path / "notice").made
    assert "I have stopped this paper: My advance decision" in made.text
    assert made.facts.status == "ready"


def test_a_notice_about_one_refusal_names_it(vault: Vault) -> None:
    """Ruling 16."""
    decision = vault.passport().of_form("advance_decision")[-1]
    first = decision.items("ad_refusals")[0]
    stop(vault, shelf(), decision.id, NOW, first.id)
    notice = begin_notice(vault, shelf(), decision.id, NOW, first.id)
    assert notice is not None
    assert (notice.value("wd_part"), notice.value("wd_part_words")) == ("part", first.value("rfz_treatment"))
    whole = begin_notice(vault, shelf(), decision.id, NOW)
    assert whole is not None
    assert whole.id != notice.id


def test_the_notice_is_on_the_list_once_it_was_begun(vault: Vault) -> None:
    def rows() -> list[str]:
        return [row.form for group in home(vault, shelf(), NOW.date(), WORDS).groups for row in group.rows]

    assert NOTICE not in rows()
    assert STATEMENT not in rows(), "Alex lives in England"
    begin_notice(vault, shelf(), vault.passport().of_form("crisis_plan")[-1].id, NOW)
    assert NOTICE in rows()


def test_the_statement_is_on_the_list_in_scotland(isla: Vault) -> None:
    rows = [row.form for group in home(isla, shelf(), NOW.date(), WORDS).groups for row in group.rows]
    assert STATEMENT in rows


def test_a_form_that_nobody_acts_on_cannot_be_stopped(vault: Vault) -> None:
    with pytest.raises(NothingToStop):
        stop(vault, shelf(), vault.passport().of_form("contacts")[0].id, NOW)


ANSWERS = st.dictionaries(
    st.sampled_from(["wd_part", *SIGNED, "wd_able", "wd_scot_cert_place"]),
    st.sampled_from(
        ["", "all", "part", "yes", "no", "nurse", "none_of_these", "separate_sheet", "same_paper", "Nuala"]
    ),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(
    st.lists(st.sampled_from(["stop", "notice"]), min_size=1, max_size=4),
    ANSWERS,
    st.sampled_from(["england", "wales", "scotland", "northern_ireland", ""]),
)
def test_stopping_is_never_blocked_and_twice_is_once(
    vault: Vault, presses: list[str], typed: dict[str, str], nation: str
) -> None:
    """Whatever was answered, and wherever they live: a paper that stops at once is stopped, with its first date, and one
    that stops by notice has one notice and stands until that is ready."""
    put_all(vault, shelf(), "about_me", {"am_nation": nation}, NOW, entry="about_me-1")
    decision = answer.start(vault, shelf(), "advance_decision", NOW.date()).id
    put(vault, shelf(), decision, "ad_general", "Words", NOW)
    scottish = answer.start(vault, shelf(), STATEMENT, NOW.date()).id
    put(vault, shelf(), scottish, "sa_want", ["Quetiapine"], NOW)
    for day, press in enumerate(presses):
        when = NOW + timedelta(days=day)
        stopping = stop(vault, shelf(), decision, when)
        assert stopping.notice is None
        assert vault.section(decision).stopped_on == NOW.date().isoformat()
        notice = stop(vault, shelf(), scottish, when).notice
        if notice is None:
            assert vault.section(scottish).stopped_on is not None
        elif press == "notice":
            for question, words in typed.items():
                put(vault, shelf(), notice.id, question, words, when)
            ready = outcome(vault, notice.id) is Outcome.READY
            assert (vault.section(scottish).stopped_on is not None) == ready
    of_it = [
        one
        for one in vault.passport().of_form(NOTICE)
        if one.value("wd_doc") == {"section": scottish, "title": shelf().pack(STATEMENT).title}
        and one.value("wd_part") == "all"
    ]
    assert len(of_it) <= 1


# Every state of it can be shared: our own check finds each word on the page.


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"sa_not": ["Lithium"]},
        {"sa_signed": "no"},
        {"sa_signed": ""},
        {"sa_signed": "no", "sa_wit_name": "", "sa_wit_address": ""},
    ],
    ids=["signed", "changed_since", "not_signed", "no_answer", "no_witness"],
)
def test_a_statement_can_be_shared_however_far_its_signing_is(
    isla: Vault, tmp_path: Path, change: dict[str, object]
) -> None:
    """Ruling 14: once the words have changed, the witness of the old ones is not printed under the new ones."""
    for question, words in change.items():
        put(isla, shelf(), statement(isla).id, question, words, LATER)
    chosen = choose(isla.passport(), shelf(), Audience.CARE, (STATEMENT,), ("sa_personal",))
    text = share(isla, shelf(), chosen, Handing("Northmuir"), LATER, WORDS, tmp_path / "out").made.text
    assert (WORDS("paper.signatures") in text) == bool(change)
    assert ("Eilidh Sneddon" in text) == (
        change not in ({"sa_not": ["Lithium"]}, {"sa_signed": "no", "sa_wit_name": "", "sa_wit_address": ""})
    )
    assert (WORDS("paper.signed_before") in text) == ("sa_not" in change)


@pytest.mark.parametrize("signed", ["yes", "no", ""])
def test_a_notice_can_be_shared_however_far_its_signing_is(isla: Vault, tmp_path: Path, signed: str) -> None:
    notice = stop(isla, shelf(), statement(isla).id, NOW).notice
    assert notice is not None
    for question, words in {**SIGNED, "wd_scot_signed": signed}.items():
        put(isla, shelf(), notice.id, question, words, LATER)
    chosen = choose(isla.passport(), shelf(), Audience.CARE, (NOTICE,), ())
    text = share(isla, shelf(), chosen, Handing("Northmuir"), LATER, WORDS, tmp_path / "out").made.text
    assert (WORDS("paper.signatures") in text) == (signed != "yes")
    assert ("I have withdrawn this paper" in text) == (signed == "yes")


def test_a_notice_that_stopped_one_statement_stops_no_other_that_it_is_made_to_name(isla: Vault) -> None:
    """2003 Act (Scotland) s.275(3): what was signed and witnessed is the withdrawal of the statement it named."""
    first = statement(isla)
    notice = stop(isla, shelf(), first.id, NOW).notice
    assert notice is not None
    put_all(isla, shelf(), NOTICE, {"wd_able": True, **SIGNED}, NOW, notice.id)
    assert isla.section(first.id).stopped_on == NOW.date().isoformat()
    second = begin_again(isla, shelf(), first.id, LATER)
    put(isla, shelf(), notice.id, "wd_doc", second.id, LATER)
    assert isla.section(second.id).stopped_on is None
    anew = stop(isla, shelf(), second.id, LATER).notice
    assert anew is not None
    assert anew.id != notice.id, "the old one cannot stop it, so it is not what stopping leads to"
    put_all(isla, shelf(), NOTICE, {"wd_able": True, **SIGNED}, LATER, anew.id)
    assert isla.section(second.id).stopped_on == LATER.date().isoformat()
