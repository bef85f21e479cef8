"""The role pack (paper.md): needs first, then what was done, training, skills, and who can say so."""

import pytest

from passport.actions import answer
from passport.actions.offer import choose
from passport.actions.share import Handing, Made, rehearse
from passport.forms.shelf import shelf
from passport.law.door import sentence
from passport.qr.token import read
from passport.record.audience import Audience
from passport.vault.vault import Vault
from tests.actions.giving import WORDS
from tests.builders import NOW

pytestmark = pytest.mark.usefixtures("cheap_keys")

ENDORSED = ("en_name", "en_job", "en_contact", "en_text", "en_date", "en_how_checked")


def role_pack(vault: Vault, *fields: str) -> Made:
    selection = choose(vault.passport(), shelf(), Audience.INVOLVEMENT, (), fields)
    return rehearse(vault, shelf(), selection, Handing("Northside Trust"), NOW, WORDS)


def endorsed(vault: Vault) -> list[str]:
    records = [one.id for one in vault.passport().of_form("involvement_record") if one.items("ir_endorse")]
    return [f"{record}.{field}" for record in records for field in ENDORSED]


def under(made: Made, title: str) -> str:
    """The line under an entry's heading."""
    lines = [line for line in made.text.splitlines() if line.strip()]
    return lines[next(at for at, line in enumerate(lines) if line.strip("# ") == title) + 1]


def test_needs_come_first_then_history_training_skills_and_who_can_say_so(vault: Vault) -> None:
    text = role_pack(vault, *endorsed(vault)).text
    parts = [
        "Who I am",
        "What I need to take part",
        "What I have done",
        "Ward welcome pack",
        "Training",
        "More about me",
        "What are you good at?",
        "Who can say so",
        "Ruth Pemberton, about: Ward welcome pack",
        "Check this paper",
    ]
    at = [text.index(part) for part in parts]
    assert at == sorted(at)


def test_each_entry_says_whose_words_it_is_in_the_same_place(vault: Vault) -> None:
    made = role_pack(vault, *endorsed(vault))
    assert under(made, "Interview panels") == "In Alex's words"
    assert under(made, "Listening visits on the wards") == "Confirmed by Ruth Pemberton in January 2020"
    assert under(made, "Interview panel training") == "Confirmed by: A co-ordinator"
    assert under(made, "Sharing your story, and keeping some of it for yourself") == "In Alex's words"


def test_nobody_is_named_who_was_not_picked(vault: Vault) -> None:
    """An endorsement is asked for each time, so without it every piece of work is in Alex's words."""
    made = role_pack(vault)
    assert "Ruth Pemberton" not in made.text
    assert "Who can say so" not in made.text
    assert under(made, "Listening visits on the wards") == "In Alex's words"


def test_without_a_name_the_words_are_the_persons(vault: Vault) -> None:
    about = vault.passport().about_me()
    assert about is not None
    for question in ("am_name", "am_known_as"):
        answer.put(vault, shelf(), about.id, question, "", NOW)
    assert under(role_pack(vault), "Interview panels") == "In the person's words"


def test_the_code_carries_what_alex_needs_and_the_newest_of_what_alex_did(vault: Vault) -> None:
    """Needs go in before entries, and leave half of the room for them. The last of each fits or not, as the keys fall."""
    facts = read(role_pack(vault).code).facts
    needs = {one for one in facts.facts if one.startswith("na_")}
    assert {"na_contact", "na_format"} <= needs
    assert not needs & {"na_why", "na_pay", "na_benefits", "na_upset"}
    assert facts.facts["na_contact"] == "Text first. Calls after ten"
    assert facts.entries[0].facts["ir_title"] == "Ward welcome pack"
    assert 1 <= len(facts.entries) < facts.entries_in_all == 9


def test_what_the_door_says_is_part_of_what_was_made(vault: Vault) -> None:
    """IR-04, IR-05."""
    assert [one.id for one in role_pack(vault).found] == ["IR-04"]
    (one, two) = role_pack(vault, "ck_dbs_level").found
    assert (one.sentence, two.sentence) == (sentence("IR-04"), sentence("IR-05"))


def test_looking_back_goes_into_no_role_pack(vault: Vault) -> None:
    """Domain 7.5: not one answer of Alex's, though Alex has looked back four times."""
    text = role_pack(vault).text
    backs = vault.passport().of_form("reflection")
    assert len(backs) == 4
    hard = [str(one.value("rf_hard")) for one in backs if one.value("rf_hard")]
    assert hard
    assert not any(words in text for words in hard)
