"""Record how a paper was signed: pen, person and witness. This is never the seal."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from passport.actions.answer import Saved, look
from passport.actions.answers_in_file import answers_in, answers_of_item, one_more
from passport.actions.signature import signed_whole, with_signed_text
from passport.actions.whose import must_be_ones_own
from passport.errors import NothingToKeep, UnknownQuestion
from passport.forms.pack import Pack
from passport.forms.shelf import Shelf
from passport.law.papers import papers
from passport.law.signed_text import signed_digests, text_now
from passport.record.answers import Answer, Value, freeze, place_in
from passport.record.sections import SIGNINGS, Section
from passport.vault.vault import Vault


def sign(vault: Vault, shelf: Shelf, section_id: str, typed: Mapping[str, object], now: datetime) -> Saved:
    """Write down the signing of the paper as it stands now, in one save.

    ``typed`` holds the answers about it by question id. Raises UnknownEntry, UnknownQuestion, UnknownChoice, FilledByDoing, and
    NothingToKeep for a signing without a single answer: it would stand before the real one.
    """
    if not typed:
        raise NothingToKeep
    must_be_ones_own(vault)
    section = vault.section(section_id)
    pack = shelf.pack(section.form)
    part = pack.question(SIGNINGS)
    whole = signed_whole(pack.id)
    if whole is not None:
        return _sign_as_a_whole(vault, shelf, section, typed, now)
    if part is None:
        raise UnknownQuestion(form=pack.id, question=SIGNINGS)
    item, answers = one_more(section, SIGNINGS, now)
    answers |= answers_of_item(section, part, item, typed, now)
    digests = signed_digests(section, pack, _pages_printed(vault, section, pack))
    answers[place_in(SIGNINGS, item, "sg_doc_hash")] = Answer(digests, digests, now)
    vault.put(section_id, answers)
    return look(vault, shelf, section_id, now.date())


def _sign_as_a_whole(
    vault: Vault, shelf: Shelf, section: Section, typed: Mapping[str, object], now: datetime
) -> Saved:
    """The same, for a form that is signed once, as a whole: its signing is a few answers of its own."""
    pack, paper = shelf.pack(section.form), papers()[section.form]
    strange = next((one for one in typed if one not in paper.done), None)
    if strange is not None:
        raise UnknownQuestion(form=pack.id, question=strange)
    answers = answers_in(pack, section, typed, vault.passport(), shelf, now)
    vault.put(section.id, with_signed_text(section, pack, answers, now, anew=True))
    return look(vault, shelf, section.id, now.date())


def pages_to_keep(vault: Vault, shelf: Shelf, section_ids: Iterable[str], pages: int) -> Mapping[str, Value]:
    """How many pages a paper to sign has as it stands, so that a page that is missing later is noticed (AD-50).

    By the name under which the vault keeps it, where that is news.
    """
    news: dict[str, Value] = {}
    for section_id in section_ids:
        section = vault.section(section_id)
        pack = shelf.pack(section.form)
        if pack.question(SIGNINGS) is not None:
            counts = sorted({*_pages_printed(vault, section, pack), pages})
            said: Value = freeze({"paper": text_now(section, pack).paper, "pages": counts})
            if vault.kept(_kept_at(section_id)) != said:
                news[_kept_at(section_id)] = said
    return news


def _pages_printed(vault: Vault, section: Section, pack: Pack) -> tuple[int, ...]:
    """How many pages this very text had, each time it was printed here."""
    kept = vault.kept(_kept_at(section.id))
    if not isinstance(kept, Mapping) or kept.get("paper") != text_now(section, pack).paper:
        return ()
    pages = kept.get("pages")
    return tuple(one for one in pages if isinstance(one, int)) if isinstance(pages, tuple) else ()


def _kept_at(section_id: str) -> str:
    return f"pages {section_id}"
