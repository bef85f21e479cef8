"""My card: the five lines, and the card for a wallet. It is sealed like every paper, and stands in the register."""

from collections.abc import Collection
from datetime import datetime
from pathlib import Path

from passport.actions.code_room import CodeRoom
from passport.actions.offer import as_asked
from passport.actions.share import Handing, Shared, code_for, share
from passport.errors import CardLineTooLong, NothingToShare
from passport.forms.shelf import Shelf
from passport.paper.card import LINES, MOST_LETTERS
from passport.qr.table import table
from passport.record.answers import texts_in
from passport.record.audience import Audience, Selection
from passport.record.passport import WHO_I_AM
from passport.vault.vault import Vault
from passport.wording.words import Words

PLAN = "crisis_plan"


def print_card(
    vault: Vault, shelf: Shelf, now: datetime, words: Words, out: Path, code: Collection[str] = ()
) -> Shared:
    """The card in ``out`` and its line in the register, or neither. Nothing but the lines is on it.

    But for what was picked for its ``code``, by question: that is printed beside the code too. A line is picked by the question,
    a dot and its number, all of them by the question alone. NothingToShare where there are no lines, CardLineTooLong, and
    as ``share``.
    """
    return share(vault, shelf, _selection(vault, shelf, code), _handing(vault, words, code), now, words, out)


def card_code(
    vault: Vault, shelf: Shelf, now: datetime, words: Words, code: Collection[str] = ()
) -> CodeRoom:
    """What the code of the card may say, and how full it is. Raises as ``print_card``, but never for too much."""
    selection = _selection(vault, shelf, table().facts)
    return code_for(vault, shelf, selection, _handing(vault, words, code), now, words)


def _handing(vault: Vault, words: Words, code: Collection[str]) -> Handing:
    lines = texts_in(vault.passport().of_form(PLAN)[-1].value(LINES)) if LINES in code else ()
    each = {f"{LINES}.{number}" for number, _ in enumerate(lines, 1)}
    return Handing(words("card.holder"), card=True, code=frozenset((set(code) - {LINES}) | each))


def _selection(vault: Vault, shelf: Shelf, code: Collection[str]) -> Selection:
    """The lines, and these answers about the person, by question."""
    plans = as_asked(vault.passport(), shelf).of_form(PLAN)
    lines = texts_in(plans[-1].value(LINES)) if plans else ()
    if not any(line.strip() for line in lines):
        raise NothingToShare
    for number, line in enumerate(lines, 1):
        if len(line) > MOST_LETTERS:
            raise CardLineTooLong(number=number, most=MOST_LETTERS)
    picked = set(code).intersection(table().facts)
    about = {(one.id, question) for one in vault.passport().of_form(WHO_I_AM) for question in picked}
    return Selection(Audience.CARE, (), frozenset({(plans[-1].id, LINES), *about}))
