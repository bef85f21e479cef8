"""Record how a paper was signed: pen, person and witness. This is never the seal."""

from collections.abc import Mapping
from datetime import datetime

from passport.actions.answer import Saved, answers_of_item, look, one_more
from passport.errors import NothingToKeep, UnknownQuestion
from passport.forms.shelf import Shelf
from passport.law.signed_text import signed_digests
from passport.record.answers import Answer, place_in
from passport.record.sections import SIGNINGS
from passport.vault.vault import Vault


def sign(vault: Vault, shelf: Shelf, section_id: str, typed: Mapping[str, object], now: datetime) -> Saved:
    """Write down the signing of the paper as it stands now, in one save.

    ``typed`` holds sg_ answers by question id. Raises UnknownEntry, UnknownQuestion, UnknownChoice, FilledByDoing, and
    NothingToKeep for a signing without a single answer: it would stand before the real one.
    """
    if not typed:
        raise NothingToKeep
    section = vault.section(section_id)
    pack = shelf.pack(section.form)
    part = pack.question(SIGNINGS)
    if part is None:
        raise UnknownQuestion(form=pack.id, question=SIGNINGS)
    item, answers = one_more(section, SIGNINGS, now)
    answers |= answers_of_item(section, part, item, typed, now)
    digests = signed_digests(section, pack)
    answers[place_in(SIGNINGS, item, "sg_doc_hash")] = Answer(digests, digests, now)
    vault.put(section_id, answers)
    return look(vault, shelf, section_id, now.date())
