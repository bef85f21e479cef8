"""passport/qr/fields.toml and dictionary1.toml: published, and never changed under a code that is on paper."""

import tomllib
import zlib
from importlib import resources

from passport.forms.shelf import shelf
from passport.qr.table import dictionary, table
from passport.record.audience import SIDES, Audience, Share


def test_the_dictionary_is_the_one_that_codes_name() -> None:
    """RFC 1950 2.2: DICTID. A change of one letter would orphan every printed code."""
    plain = tomllib.loads((resources.files("passport.qr") / "dictionary1.toml").read_text(encoding="utf-8"))

    assert f"{zlib.adler32(dictionary()):08x}" == plain["adler32"]
    assert len(dictionary()) == plain["bytes"]


def test_every_form_that_a_paper_can_hold_has_a_number() -> None:
    """A private form is in no paper: at most one of its fields, picked by name."""
    held = [form for form, pack in shelf().packs.items() if any(side.takes(pack.audience) for side in SIDES)]
    assert [form for form in held if table().form_number(form) is None] == []


def test_every_question_of_the_table_that_a_pack_asks_may_be_in_a_code() -> None:
    """No refusal, no item of a list, no field that is never shared; of the care side the lines of a card, in its code alone."""
    asked = 0
    for pack in shelf().packs.values():
        for question in pack.questions():
            if table().question_number(question.id) is None:
                continue
            asked += 1
            assert question.share is not Share.NEVER, question.id
            sides = (
                (Audience.CARE,)
                if question.id == table().card
                else (Audience.INVOLVEMENT, Audience.CARER_INVOLVEMENT)
            )
            assert any(side.takes(question.audience) for side in sides), question.id
            assert pack.part_of(question.id) is None, question.id
    assert asked >= 15


def test_the_entries_are_forms_that_repeat() -> None:
    for form, entry in table().entries.items():
        pack = shelf().pack(form)
        assert pack.repeats
        ids = {question.id for question in pack.questions()}
        assert {*entry.facts, *entry.newest} <= ids


def test_a_number_without_a_name_keeps_its_number() -> None:
    assert table().question_number(table().question(999)) == 999
    assert table().form_number(table().form(99)) == 99
    assert table().question_number("no_such_question") is None
