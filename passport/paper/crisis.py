"""What we add to a crisis plan on paper: the crisis lines of the person's nation, after their own, and who says so."""

from collections.abc import Iterator

from passport.forms.dates import show_date
from passport.law.crisis_lines import CrisisLine, lines_to_add, more_to_say, name_and_number
from passport.paper.document import Block, Panel
from passport.paper.lines import Printer
from passport.record.answers import texts_in
from passport.wording.words import Words

_OWN = "cp_services"


def added(printer: Printer) -> Iterator[Block]:
    """A box of their own, so that nobody takes them for the person's words. None where the plan names them all."""
    own = texts_in(printer.section.value(_OWN))
    lines = tuple(_in_words(one, printer.words) for one in lines_to_add(printer.standing.nation, own))
    if lines:
        yield Panel(printer.words("paper.lines_added"), lines)


def _in_words(one: CrisisLine, words: Words) -> str:
    checked = (
        words("paper.line_not_checked")
        if one.checked_on is None
        else words("paper.line_checked", date=show_date(one.checked_on.isoformat()))
    )
    return " ".join((f"{name_and_number(one, words)}.", *more_to_say(one, words), checked))
