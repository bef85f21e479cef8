"""Withdraw a paper by notice: begin the notice, and mark the paper as stopped once the notice does it.

In England, Wales and Northern Ireland a paper stops at once and a notice is a courtesy. A paper that ``papers.toml`` says
stops by notice stops only once its notice is ready by its own rules: signed, witnessed, certified, and for all of it.
"""

from collections.abc import Mapping
from datetime import datetime

from passport.actions.assess import assess
from passport.actions.links import link_title
from passport.forms.kinds import read
from passport.forms.pack import Pack
from passport.forms.shelf import Shelf
from passport.law.facts import PaperFacts
from passport.law.findings import Outcome
from passport.law.papers import papers
from passport.law.standing_copies import old_copy_holders
from passport.record.answers import Answer, Place, Value, place_in
from passport.record.sections import Section, stopped_date
from passport.vault.vault import Vault

STATUS: Place = "doc_status"
"""Filled by stopping. A form that does not have it cannot be stopped."""
PAPER = "wd_doc"
"""The question of a notice that names the paper. A form that asks it is a notice."""
PRESSED, NOTICE = "pressed stop", "withdrawal notice"
"""How a paper was stopped."""


def stops_by_notice(section: Section) -> bool:
    """Whether stopping it takes a notice that is signed and witnessed."""
    paper = papers().get(section.form)
    return paper is not None and paper.stops_by_notice


def mark_stopped(
    vault: Vault, section_id: str, now: datetime, place: Place = STATUS, notice_id: str | None = None
) -> None:
    """Keep that it is stopped from today. Stopping twice keeps the first date. Raises UnknownEntry."""
    if stopped_date(vault.section(section_id).value(place)) is None:
        vault.put(section_id, {place: stopped_answer(now, notice_id)})


def stopped_answer(now: datetime, notice_id: str | None = None) -> Answer:
    """What stands at ``doc_status`` or ``rfz_status`` from today; with the notice that did it, if one did."""
    status: dict[str, Value] = {"status": "stopped", "on": now.date().isoformat(), "how": PRESSED}
    if notice_id is not None:
        status |= {"how": NOTICE, "notice": notice_id}
    return Answer(status, status, now)


def notice_form(shelf: Shelf, section: Section) -> Pack | None:
    """The form of a notice that may name this paper, or None."""
    return next(
        (
            pack
            for pack in shelf.packs.values()
            if (asked := pack.question(PAPER)) is not None and section.form in asked.to
        ),
        None,
    )


def begin_notice(
    vault: Vault, shelf: Shelf, section_id: str, now: datetime, refusal: str | None = None
) -> Section | None:
    """A notice about this paper, or about one refusal of it, with what we know filled in; the one that was begun already.

    None where no form of notice may name it. Raises UnknownEntry.
    """
    section = vault.section(section_id)
    pack = notice_form(shelf, section)
    if pack is None:
        return None
    known = _what_we_know(vault, shelf, section, refusal, now)
    for begun in reversed(vault.passport().of_form(pack.id)):
        same = all(begun.value(one) == known.get(one) for one in (PAPER, "wd_part", "wd_part_words"))
        if begun.stopped_on is None and same and not _has_stopped_another(vault, begun.id, section_id):
            return begun
    answers = {
        place: Answer(read(question, words, now.date()).value, words, now)
        for place, words in known.items()
        if (question := pack.question(place)) is not None
    }
    return vault.put(vault.add_section(pack.id, pack.version, now.date()).id, answers)


def withdraw(vault: Vault, shelf: Shelf, notice_id: str, now: datetime) -> None:
    """Mark the paper that a notice names as stopped, where the notice does it. For any other section nothing happens.

    A notice was signed for one paper: one that has stopped a paper stops no other, whatever it is made to name later.
    """
    notice = vault.section(notice_id)
    named = notice.value(PAPER)
    paper = vault.passport().section(str(named.get("section"))) if isinstance(named, Mapping) else None
    if paper is None or not stops_by_notice(paper) or notice.stopped_on is not None:
        return
    if _has_stopped_another(vault, notice_id, paper.id):
        return
    if assess(vault, shelf, notice_id, now.date()).outcome is Outcome.READY:
        mark_stopped(vault, paper.id, now, notice_id=notice_id)


def _has_stopped_another(vault: Vault, notice_id: str, section_id: str) -> bool:
    """Whether a notice was what stopped a paper, and not this one."""
    statuses = (one.value(STATUS) for one in vault.passport().sections if one.id != section_id)
    return any(isinstance(one, Mapping) and one.get("notice") == notice_id for one in statuses)


def _what_we_know(
    vault: Vault, shelf: Shelf, section: Section, refusal: str | None, now: datetime
) -> Mapping[Place, Value]:
    pack = shelf.pack(section.form)
    known: dict[Place, Value] = {
        PAPER: {"section": section.id, "title": link_title(pack, section)},
        "wd_part": "all" if refusal is None else "part",
        "wd_when": now.date().isoformat(),
        "wd_how": "pressed_stop_here",
    }
    if refusal is not None:
        part = pack.question(pack.refusals)
        assert part is not None
        known["wd_part_words"] = str(
            section.value(place_in(part.id, refusal, part.questions[0].id)) or refusal
        )
    holders = _holders(vault, pack, section, now)
    if holders:
        known["wd_notify"] = tuple({"who": one} for one in holders)
    return known


def _holders(vault: Vault, pack: Pack, section: Section, now: datetime) -> tuple[str, ...]:
    """Everybody who was given a copy, by the register and by the paper's own list, each once."""
    passport = vault.passport()
    register = (copy.holder for copy in passport.copies if section.id in copy.sections)
    own = old_copy_holders(PaperFacts(section, passport, pack, None, None, now.date()))
    return tuple(dict.fromkeys((*register, *own)))
