"""Who holds a copy that is not what the paper says now: the register of copies and the paper's own list together."""

from collections.abc import Mapping
from datetime import date

from passport.forms.conditions import is_answered
from passport.forms.dates import read_date, span
from passport.forms.shelf import shelf
from passport.law.facts import PaperFacts
from passport.law.matchers import tidy
from passport.record.answers import question_of
from passport.record.audience import Share
from passport.record.copies_now import old_copies
from passport.record.sections import SIGNINGS

_STOPS = frozenset({"doc_status", "rfz_status"})


def old_copy_holders(paper: PaperFacts) -> tuple[str, ...]:
    """Tidied names, each once. A holder on both lists is counted by the register."""
    register = [copy for copy in paper.passport.copies if paper.section.id in copy.sections]
    known = {tidy(copy.holder) for copy in register}
    labels = {**shelf().labels(), paper.pack.id: paper.pack.labels()} if register else {}
    old = {
        tidy(copy.holder)
        for copy in (old_copies(paper.passport, labels) if register else ())
        if paper.section.id in copy.sections
    }
    return (*sorted(old), *(one for one in _on_own_list(paper) if one not in known))


def _on_own_list(paper: PaperFacts) -> tuple[str, ...]:
    """Those on the paper's own list who surely had theirs before the last change. No date, no claim."""
    fields = paper.fields
    rows = paper.section.value(fields.copies) if fields is not None and fields.copies else None
    if fields is None or not isinstance(rows, tuple):
        return ()
    changed = _last_change(paper)
    found: dict[str, None] = {}
    for row in rows:
        if isinstance(row, Mapping) and is_answered(row.get(fields.copies_on)):
            given = span(read_date(str(row[fields.copies_on]), paper.today))
            if given is not None and changed is not None and given.last < changed:
                found[tidy(str(next(iter(row.values()))))] = None
    return tuple(found)


def _last_change(paper: PaperFacts) -> date | None:
    """The day that what others may see last changed.

    While the text is the text that was signed, that is the signing, whenever it was typed up; or a stop since.
    """
    signed = paper.signed_text
    if signed is not None and signed.paper == paper.text_now.paper:
        stops = [
            answer.when.date()
            for place, answer in paper.section.answers.items()
            if question_of(place) in _STOPS
        ]
        return max([paper.made.first, *stops])
    never = {one.id for one in paper.pack.questions() if one.share is Share.NEVER}
    apart = paper.fields.not_signed if paper.fields is not None else frozenset()
    days = [
        answer.when.date()
        for place, answer in paper.section.answers.items()
        if question_of(place) not in {*never, *apart} and not place.startswith(f"{SIGNINGS}.")
    ]
    return max(days, default=None)
