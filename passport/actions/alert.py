"""The alert line: one short line that staff paste into the alert field of a records system, chosen word for word."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from passport.actions.chosen import (
    Piece,
    To,
    about_me,
    as_chosen,
    chosen_from,
    file_name,
    register_line,
)
from passport.actions.copies import Stands, held
from passport.actions.copy_kinds import ALERT
from passport.actions.hand_out import Given, Line, hand_out
from passport.errors import AlertTooLong, NothingChosen
from passport.forms.dates import show_date
from passport.forms.shelf import Shelf
from passport.law.assess import assess
from passport.law.findings import Assessment, Outcome
from passport.law.made import signing_that_counts
from passport.law.notes import notes_shelf
from passport.record.audience import Audience
from passport.record.passport import Passport
from passport.record.sections import Section
from passport.vault.vault import Vault
from passport.wording.words import Words

MOST_LETTERS = 200
"""The Vision system takes 255 in a patient warning; others take fewer. Nothing longer than this is made."""
SAFE_LETTERS = 140
"""What is longer is said to be: some fields may cut it off."""
_STANDS = {Outcome.READY: "alert.refuses_life", Outcome.READY_NOT_LS: "alert.refuses_not_life"}


@dataclass(frozen=True, slots=True)
class MadeAlert:
    """The line as it would leave."""

    text: str
    cut_off: int
    """How many letters a short field might cut off."""
    line: Line


def to_choose_for_alert(vault: Vault, shelf: Shelf, today: date, words: Words) -> tuple[Piece, ...]:
    """What may be chosen: papers that stand, each refusal that is ready, what was given out, and who the person is."""
    passport = vault.passport()
    return (*_papers(passport, shelf, today, words), *about_me(passport, shelf, Audience.CARE, words))


def as_one_line(pieces: Sequence[str]) -> str:
    """Chosen words as the one line they become."""
    return " ".join(as_chosen(pieces))


def rehearse_alert(
    vault: Vault, shelf: Shelf, pieces: Sequence[str], to: To, now: datetime, words: Words
) -> MadeAlert:
    """The line as it would leave, without leaving a trace. Raises HolderWanted, NothingChosen, AlertTooLong."""
    to, text = to.as_kept(), as_one_line(pieces)
    must_fit_alert(text)
    if not text:
        raise NothingChosen
    chosen = chosen_from((text,), to_choose_for_alert(vault, shelf, now.date(), words))
    line = register_line(vault, shelf, ALERT, Audience.CARE, text, chosen, to, now.date())
    return MadeAlert(text, max(0, len(text) - SAFE_LETTERS), line)


def alert(
    vault: Vault, shelf: Shelf, pieces: Sequence[str], to: To, now: datetime, words: Words, out: Path
) -> Given[MadeAlert]:
    """Give it out: the line as a text file in ``out`` and in the register, or neither. Raises as ``rehearse_alert``, and NoRoom, NoRoomThere, NoPermission."""
    made = rehearse_alert(vault, shelf, pieces, to, now, words)
    name = f"{file_name('alert', made.line)}.txt"
    hand_out(vault, out, {name: f"{made.text}\n".encode()}, made.line, dict)
    return Given(made, made.line.copy, {"text": out / name})


def must_fit_alert(text: str) -> None:
    """Raises AlertTooLong."""
    if len(text) > MOST_LETTERS:
        raise AlertTooLong(most=MOST_LETTERS, over=len(text) - MOST_LETTERS)


def _papers(passport: Passport, shelf: Shelf, today: date, words: Words) -> Iterator[Piece]:
    given = [one.copy for one in held(passport, shelf) if one.stands is Stands.CURRENT]
    for section in passport.sections:
        pack = shelf.packs.get(section.form)
        if pack is None or "alert_line" not in pack.words:
            continue
        found = assess(section, passport, pack, notes_shelf(), today)
        if found.outcome not in _STANDS and not any(one.outcome in _STANDS for one in found.refusals):
            continue  # nothing that is stopped or not finished is said to be there
        yield Piece(pack.title, pack.words["alert_line"], section.id)
        yield from _refusals(section, found, words)
        signing = signing_that_counts(section)
        if signing is not None and signing.signed and signing.signed_on:
            yield Piece(pack.title, words("alert.signed", date=show_date(signing.signed_on)), section.id)
        for copy in given:
            if section.id in copy.sections and copy.audience is Audience.CARE:
                says = words("alert.copy", document=copy.document, version=copy.version)
                yield Piece(words("alert.given_to", holder=copy.holder), says, section.id)


def _refusals(section: Section, found: Assessment, words: Words) -> Iterator[Piece]:
    for one in found.refusals:
        if one.outcome in _STANDS and one.treatment:
            says = words(_STANDS[one.outcome], treatment=" ".join(one.treatment.split()))
            yield Piece(words("alert.refusal"), says, section.id, "rfz_treatment")
