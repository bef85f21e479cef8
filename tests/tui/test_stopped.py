"""Stopping on the screen, and what can be done afterwards: read it, begin again, and nothing by accident."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from passport.tui.screens.check_answers import CheckAnswersPage
from passport.tui.screens.entries import EntriesPage
from passport.tui.screens.home import HomePage
from passport.tui.screens.question import QuestionPage
from passport.tui.screens.signing_day import SigningDayPage
from passport.tui.screens.stop import StopPage, StoppedPage
from passport.vault.vault import Vault
from tests.tui.on_screen import NOW, PASSPHRASE, Person, a_record, at_the_screen

pytestmark = pytest.mark.usefixtures("cheap_keys")
DECISION: Mapping[str, object] = {
    "ad_intro_ok": "yes",
    "ad_refusals": [{"rfz_treatment": "ECT"}],
    "ad_copies": [{"who": "Jamie"}],
}


async def opens(person: Person, form: str) -> None:
    row = next(one for one in person.app.screen.query("Row") if getattr(one, "key", "") == f"form {form}")
    row.post_message(row.Picked(row, with_enter=True))  # type: ignore[attr-defined]


async def test_a_stopped_paper_opens_to_be_read_and_begins_again_with_its_words(tmp_path: Path) -> None:
    """MCA 2005 s.24(3)-(4): stopping is one step. WD-05: to start it again, make a new one and sign it."""
    at = a_record(tmp_path, {"advance_decision": DECISION})
    async with at_the_screen(at, (80, 60)) as person:
        await person.home()
        await opens(person, "advance_decision")
        await person.on(CheckAnswersPage)
        await person.click("stop")
        await person.on(StopPage)
        await person.press("enter")
        await person.on(StoppedPage)
        assert "Jamie" in person.text, "who is on the paper's own list is told of"
        await person.press("enter")
        await person.on(CheckAnswersPage)
        await person.settled()
        await person.press("escape")
        await person.on(HomePage)
        await person.settled()
        assert "Stopped" in person.text

        await opens(person, "advance_decision")
        await person.on(CheckAnswersPage)
        assert "You stopped this on 23 November 2026." in person.text
        assert "ECT" in person.text
        await person.press("enter")  # make a new one with these words
        await person.until(lambda: "You stopped this" not in person.text)
        await person.settled()
        assert "ECT" in person.text
        await person.press("escape")
        await person.on(HomePage)
        await opens(person, "advance_decision")
        await person.on(EntriesPage)
        assert "Stopped" in person.text
        assert not person.app.screen.query("#add")
    vault = Vault.open_with_passphrase(at.vault, PASSPHRASE, NOW)
    old, new = vault.passport().of_form("advance_decision")
    assert (old.stopped_on, new.stopped_on) == ("2026-11-23", None)
    vault.close()


async def test_adding_an_entry_and_leaving_at_once_leaves_no_entry(tmp_path: Path) -> None:
    at = a_record(tmp_path, {"training_record": {"tr_title": "First aid"}})
    async with at_the_screen(at) as person:
        await person.home()
        await opens(person, "training_record")
        await person.on(EntriesPage)
        for _ in range(3):
            await person.click("add")
            await person.on(QuestionPage)
            await person.press("escape")
            await person.on(EntriesPage)
            await person.settled()
        assert person.text.count("First aid") == 1
        assert "No name yet" not in person.text
        await person.press("escape")
        await person.on(HomePage)
        await person.settled()
        assert "1 entry" in person.text
    vault = Vault.open_with_passphrase(at.vault, PASSPHRASE, NOW)
    assert len(vault.passport().of_form("training_record")) == 2, "one is kept ready, and shown nowhere"
    vault.close()


STATEMENT: Mapping[str, object] = {
    "sa_want": ["Quetiapine by mouth"],
    "sa_signed": "yes",
    "sa_wit_name": "Eilidh Sneddon",
    "sa_wit_class": "nurse",
    "sa_wit_signed": "yes",
    "sa_cert": "yes",
}


async def test_a_scottish_statement_is_not_stopped_by_pressing_stop(tmp_path: Path) -> None:
    """2003 Act (Scotland) s.275(3); ruling 2: its notice has to be signed and witnessed first."""
    at = a_record(
        tmp_path,
        {
            "about_me": {"am_name": "Isla Reid", "am_nation": "scotland"},
            "advance_statement_scotland": STATEMENT,
        },
    )
    async with at_the_screen(at, (80, 60)) as person:
        await person.home()
        assert "Ready" in person.text
        await opens(person, "advance_statement_scotland")
        await person.on(CheckAnswersPage)
        assert "Where this stands: Ready" in person.text
        await person.click("stop")
        await person.on(StopPage)
        assert "Not finished until signed and witnessed." in person.text
        assert "You do not need to sign anything" not in person.text
        await person.press("enter")
        await person.on(CheckAnswersPage)
        await person.until(lambda: "What are you stopping?" in person.text)
        assert "Where this stands: Not ready yet" in person.text
        await person.press("escape")
        await person.on(CheckAnswersPage)
        await person.settled()
    vault = Vault.open_with_passphrase(at.vault, PASSPHRASE, NOW)
    (statement,) = vault.passport().of_form("advance_statement_scotland")
    assert statement.stopped_on is None
    assert len(vault.passport().of_form("withdrawal_notice")) == 1
    vault.close()


async def test_a_stopped_decision_offers_a_notice_to_send(tmp_path: Path) -> None:
    at = a_record(tmp_path, {"advance_decision": DECISION})
    async with at_the_screen(at, (80, 60)) as person:
        await person.home()
        await opens(person, "advance_decision")
        await person.on(CheckAnswersPage)
        await person.click("stop")
        await person.on(StopPage)
        await person.press("enter")
        await person.on(StoppedPage)
        await person.click("notice")
        await person.on(CheckAnswersPage)
        await person.until(lambda: "What are you stopping?" in person.text)
        assert "My advance decision" in person.text
        assert "Where this stands: Ready" in person.text


async def test_signing_day_of_a_statement_leads_to_how_it_was_signed(tmp_path: Path) -> None:
    at = a_record(tmp_path, {"advance_statement_scotland": {"sa_want": ["Quetiapine"]}})
    async with at_the_screen(at, (80, 60)) as person:
        await person.home()
        await opens(person, "advance_statement_scotland")
        await person.on(CheckAnswersPage)
        await person.click("sign")
        await person.on(SigningDayPage)
        assert "Nobody can sign for you." in person.text
        await person.click("record")
        await person.on(QuestionPage)
        assert "I signed at the end, myself" in person.text
