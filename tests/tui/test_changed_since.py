"""What changed since I signed, on the full screen: from the answers, to the place and back."""

from pathlib import Path

import pytest

from passport.actions.answer import put
from passport.actions.sign import sign
from passport.actions.unlock import unlock
from passport.forms.shelf import shelf
from passport.tui.screens.changed_since import ChangedSincePage
from passport.tui.screens.check_answers import CheckAnswersPage
from passport.tui.screens.refusal import RefusalPage
from passport.wording.words import Words
from tests.builders import A_GOOD_SIGNING, a_refusal
from tests.tui.on_screen import NARROW, NOW, PASSPHRASE, WIDE, a_record, at_the_screen

pytestmark = pytest.mark.usefixtures("cheap_keys")
WORDS, DECISION = Words(), "advance_decision-1"


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_both_words_stand_there_and_a_row_leads_to_the_place(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    at = a_record(tmp_path, {"advance_decision": {"ad_refusals": [a_refusal(rfz_why="Before")]}})
    vault = unlock(at.vault, PASSPHRASE, NOW).vault
    sign(vault, shelf(), DECISION, A_GOOD_SIGNING, NOW)
    put(vault, shelf(), DECISION, "ad_refusals.1.rfz_why", "After", NOW)
    vault.close()
    async with at_the_screen(at, size) as person:
        await person.home()
        await person.app.push_screen(CheckAnswersPage(DECISION))
        await person.on(CheckAnswersPage)
        await person.click("since")
        await person.on(ChangedSincePage)
        assert WORDS("changed_since.then", words="Before") in person.text
        assert WORDS("changed_since.now", words="After") in person.text
        await person.press("enter")
        await person.on(RefusalPage)
