"""What we add to a crisis plan on paper: the crisis lines of the person's nation, after their own, and who says so."""

from collections.abc import Iterator

from passport.forms.dates import show_date
from passport.law.crisis_lines import CrisisLine, lines_to_add
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
    how = words(f"screens.support.how_{one.how}")
    more = (
        words("screens.support.line", name=one.name, how=how, number=one.number) + ".",
        words("screens.support.say", say=one.say) if one.say else "",
        words("screens.support.hours", hours=one.hours) if one.hours else "",
        words("paper.line_checked", date=show_date(one.checked_on.isoformat()))
        if one.checked_on
        else words("paper.line_not_checked"),
    )
    return " ".join(text for text in more if text)
