"""My card: the five lines, and the card for a wallet. It is sealed like every paper, and stands in the register."""

from datetime import datetime
from pathlib import Path

from passport.actions.offer import as_asked
from passport.actions.share import Handing, Shared, share
from passport.errors import CardLineTooLong, NothingToShare
from passport.forms.shelf import Shelf
from passport.paper.card import LINES, MOST_LETTERS
from passport.record.answers import texts_in
from passport.record.audience import Audience, Selection
from passport.vault.vault import Vault
from passport.wording.words import Words

PLAN = "crisis_plan"


def print_card(vault: Vault, shelf: Shelf, now: datetime, words: Words, out: Path) -> Shared:
    """The card in ``out`` and its line in the register, or neither. Nothing but the lines is on it.

    Raises NothingToShare where there are none, CardLineTooLong, and as ``share``.
    """
    plans = as_asked(vault.passport(), shelf).of_form(PLAN)
    lines = texts_in(plans[-1].value(LINES)) if plans else ()
    if not any(line.strip() for line in lines):
        raise NothingToShare
    for number, line in enumerate(lines, 1):
        if len(line) > MOST_LETTERS:
            raise CardLineTooLong(number=number, most=MOST_LETTERS)
    selection = Selection(Audience.CARE, (), frozenset({(plans[-1].id, LINES)}))
    return share(vault, shelf, selection, Handing(words("card.holder"), card=True), now, words, out)
