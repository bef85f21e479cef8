"""One refusal: where it stands is looked at again after every letter, and says what the rules say."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from textual.widgets import Static

from passport.tui.screens.changed_mind import ChangedMindPage
from passport.tui.screens.check_answers import CheckAnswersPage
from passport.tui.screens.question import QuestionPage
from passport.tui.screens.refusal import RefusalPage
from passport.tui.screens.stop import StopPage, StoppedPage
from passport.tui.widgets.type_in import OneLine
from passport.vault.vault import Vault
from tests.tui.on_screen import NOW, PASSPHRASE, Person, a_record, at_the_screen

pytestmark = pytest.mark.usefixtures("cheap_keys")
ABOUT = {"am_name": "Sam Doyle", "am_dob": "14 May 1979", "am_nation": "england"}
DECISION: Mapping[str, object] = {
    "ad_intro_ok": "yes",
    "ad_able": "yes",
    "ad_lpa_health": "no",
    "ad_refusals": [{"rfz_kind": "physical", "rfz_when": "any", "rfz_ls": "yes"}],
}


def outcome(person: Person) -> str:
    return str(person.app.screen.query_one("#outcome", Static).render()).removeprefix("Where this stands: ")


async def to_the_refusal(person: Person) -> None:
    await person.home()
    await person.app.push_screen(CheckAnswersPage("advance_decision-1"))
    await person.until(lambda: person.app.screen.query("#answers"))
    rows = person.app.screen.query_one("#answers")
    row = next(one for one in rows.query("Row") if getattr(one, "key", "") == "ad_refusals")
    row.post_message(row.Picked(row, with_enter=False))  # type: ignore[attr-defined]
    await person.on(QuestionPage)
    await person.press("enter")
    await person.on(RefusalPage)
    await person.until(lambda: outcome(person))


async def test_the_outcome_follows_every_letter(tmp_path: Path) -> None:
    """MCA 2005 s.24(1)(a): it says which treatment. s.25(5)(a): even if life is at risk, or it does not cover that."""
    at = a_record(
        tmp_path,
        {"about_me": ABOUT, "advance_decision": DECISION},
        {"sg_how": "spoken", "sg_date": "2 November 2026"},
    )
    async with at_the_screen(at, (80, 40)) as person:
        await to_the_refusal(person)
        seen = [outcome(person)]
        box = person.app.screen.query(OneLine).first()
        box.focus()
        for letter in "CPR":
            await person.press(letter)
            await person.settled()
            seen.append(outcome(person))
        for _ in range(3):
            await person.press("backspace")
            await person.settled()
            seen.append(outcome(person))

    assert seen[0] == seen[-1] == "Not ready yet"
    assert set(seen[1:-1]) == {"Ready, but not for treatment that keeps you alive"}


async def test_what_nobody_can_refuse_is_said_in_view(tmp_path: Path) -> None:
    """MCA Code of Practice 9.28: basic care cannot be refused. Ruling 23: it warns, and changes no outcome."""
    at = a_record(tmp_path, {"about_me": ABOUT, "advance_decision": DECISION})
    async with at_the_screen(at) as person:
        await to_the_refusal(person)
        warning = person.app.screen.query_one("#warning", Static)
        assert not str(warning.render())
        await person.types("being washed")
        await person.until(lambda: "You cannot refuse basic care" in str(warning.render()))


async def test_leaving_a_question_saves_it_encrypted(tmp_path: Path) -> None:
    at = a_record(tmp_path, {"about_me": ABOUT, "advance_decision": DECISION})
    async with at_the_screen(at) as person:
        await to_the_refusal(person)
        person.app.screen.query(OneLine).first().focus()
        await person.types("Zebrafinch")
        await person.press("enter")
        await person.until(lambda: "Saved 14:02" in person.text)
        on_disk = b"".join(one.read_bytes() for one in at.vault.rglob("*") if one.is_file())
    assert b"Zebrafinch" not in on_disk
    vault = Vault.open_with_passphrase(at.vault, PASSPHRASE, NOW)
    decision = vault.passport().of_form("advance_decision")[0]
    assert decision.items("ad_refusals")[0].value("rfz_treatment") == "Zebrafinch"
    vault.close()


async def test_a_change_of_mind_asks_at_once_whether_to_stop_and_a_new_illness_does_not(
    tmp_path: Path,
) -> None:
    """Ruling 26; MCA 2005 s.24(3)-(4): stopping needs no form and no signature."""
    done = {**DECISION, "ad_refusals": [{"rfz_treatment": "CPR"}, {"rfz_treatment": "ECT"}]}
    at = a_record(tmp_path, {"about_me": ABOUT, "advance_decision": done})
    async with at_the_screen(at) as person:
        await person.home()
        for words, asks in (("I have asthma now", False), ("I changed my mind about CPR", True)):
            page = QuestionPage("advance_decision-1", "ad_events", changing=True)
            await person.app.push_screen(page)
            await person.on(QuestionPage)
            person.app.screen.query(OneLine).last().focus()
            person.app.screen.query(OneLine).first().value = words
            await person.pilot.pause()
            await person.click("continue")
            await person.leaves(page)
            await person.settled()
            assert isinstance(person.app.screen, ChangedMindPage) is asks
        assert "ECT" in person.text
        await person.press("enter")
        await person.on(StopPage)
        await person.press("enter")
        await person.on(StoppedPage)
    vault = Vault.open_with_passphrase(at.vault, PASSPHRASE, NOW)
    first, second = vault.passport().of_form("advance_decision")[0].items("ad_refusals")
    assert first.value("rfz_status")
    assert not second.value("rfz_status")
    vault.close()
