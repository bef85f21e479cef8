"""What is taken out of a list leaves with nothing, stands nowhere, and is still in the history."""

from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from passport.actions import answer
from passport.actions.offer import choose, offer
from passport.actions.share import Handing, share
from passport.actions.unlock import unlock
from passport.forms.examples import read_example
from passport.forms.pack import Kind
from passport.forms.shelf import shelf
from passport.keys.seal import open_sealed
from passport.law.signed_text import text_now
from passport.paper.enclose import ANSWERS_NAME, PUBLIC_AT
from passport.paper.unwrap import unwrap
from passport.record.answers import texts_in
from passport.record.audience import NEVER_LEAVES
from passport.record.sections import SIGNINGS
from passport.vault.vault import Vault
from tests.actions.conftest import PHRASE
from tests.actions.giving import WORDS
from tests.builders import NOW

LISTS = [
    (pack.id, question.id)
    for pack in shelf().packs.values()
    for question in pack.questions()
    if question.kind is Kind.PART and question.id != SIGNINGS
]
MARK = "Zanzibar"


def put_an_item(vault: Vault, form: str, part: str) -> tuple[str, str]:
    """One more item, with a marked word in each box that takes any word. Returns the section's and the item's id."""
    if shelf().pack(form).audience.of_carer:  # Alex is nobody's carer: the examples are somebody else's
        for file in (one for one in shelf().examples(form) if one.name.startswith("ngozi")):
            answer.put_all(vault, shelf(), form, read_example(file).answers, NOW)
    section = answer.existing(vault, form, None)
    _saved, item = answer.add_item(vault, shelf(), section.id, part, NOW)
    question = shelf().pack(form).question(part)
    assert question is not None
    for inner in question.questions:
        if inner.kind in {Kind.SHORT_TEXT, Kind.LONG_TEXT}:
            answer.put(vault, shelf(), section.id, f"{part}.{item}.{inner.id}", MARK, NOW)
        elif inner.id in {"en_agreed_to_share", "carer_en_agreed_to_share"}:
            answer.put(vault, shelf(), section.id, f"{part}.{item}.{inner.id}", "yes", NOW)
    return section.id, item


def everything_said(vault: Vault) -> str:
    return " ".join(
        chain.from_iterable(
            texts_in(one.words) for section in vault.passport().sections for one in section.answers.values()
        )
    )


@pytest.mark.parametrize(("form", "part"), LISTS)
def test_what_was_taken_out_of_a_list_is_in_no_paper(
    form: str, part: str, vault: Vault, tmp_path: Path
) -> None:
    section, item = put_an_item(vault, form, part)
    assert MARK in everything_said(vault)
    answer.remove_item(vault, shelf(), section, part, item, NOW)

    pack = shelf().pack(form)
    named = {question.id for question in pack.questions() if question.kind is not Kind.AUTOMATIC}
    chosen = choose(vault.passport(), shelf(), pack.audience, (form,), named - NEVER_LEAVES)
    given = share(vault, shelf(), chosen, Handing("Northside Ward"), NOW, WORDS, tmp_path / "out").made
    plain: Any = open_sealed(unwrap(given.pdf).files[ANSWERS_NAME], public_at=PUBLIC_AT).plain

    assert MARK not in f"{plain}{given.text}{given.html}"
    assert MARK not in f"{offer(vault.passport(), shelf(), pack.audience, WORDS)}"
    assert MARK not in f"{text_now(vault.section(section), pack)}"
    assert MARK not in everything_said(vault)


@pytest.mark.parametrize(("form", "part"), LISTS)
def test_it_is_in_the_history_and_its_id_is_never_used_again(
    form: str, part: str, vault: Vault, tmp_path: Path
) -> None:
    section, item = put_an_item(vault, form, part)
    answer.remove_item(vault, shelf(), section, part, item, NOW)
    vault.close()

    again = unlock(tmp_path / "record", PHRASE, NOW).vault
    try:
        assert MARK not in everything_said(again)
        assert any(MARK in texts_in(one.answer.words) for one in again.history(section))
        _saved, next_item = answer.add_item(again, shelf(), section, part, NOW)
        assert int(next_item) == int(item) + 1
        assert again.section(section).item(part, next_item).answers == {}
    finally:
        again.close()


def test_a_shorter_list_from_a_file_takes_out_what_it_leaves_out(vault: Vault) -> None:
    section, _item = put_an_item(vault, "advance_decision", "ad_refusals")
    (file,) = (one for one in shelf().examples("advance_decision") if one.name.startswith("alex"))
    refusals = read_example(file).answers["ad_refusals"]
    assert isinstance(refusals, list)
    answer.put_all(vault, shelf(), "advance_decision", {"ad_refusals": refusals[:1]}, NOW, section)

    stands = vault.section(section)
    assert len(stands.items("ad_refusals")) == 1
    assert {place.split(".")[1] for place in stands.answers if place.startswith("ad_refusals.")} == {
        stands.items("ad_refusals")[0].id
    }
