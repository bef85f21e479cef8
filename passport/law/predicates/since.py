"""Named facts about time, copies and other papers: what happened since it was made."""

from collections.abc import Mapping

from passport.forms.conditions import is_answered
from passport.forms.dates import read_date, span
from passport.law.facts import Known
from passport.law.made import last_looked, months_after
from passport.law.matchers import matchers
from passport.law.predicates.registry import PREDICATES, Settings
from passport.law.standing_copies import old_copy_holders, says_given
from passport.record.answers import texts_in

_fact = PREDICATES.add


@_fact({"maybe_before": str}, reads=("sg_date",))
def made(known: Known, settings: Settings) -> bool:
    """The paper may have been made before this day; only for a warning (ruling 19)."""
    day = span(settings["maybe_before"])
    return day is not None and known.paper.made.first < day.first


@_fact({"list": str}, reads=("ad_events",), private=True)
def event(known: Known, settings: Settings) -> bool:
    """Something on the list of things that changed, not surely from before the making, holds a phrase of a list."""
    fields, matcher = known.paper.fields, matchers()[str(settings["list"])]
    rows = known.value(fields.events) if fields is not None and fields.events else None
    if fields is None or not isinstance(rows, tuple):
        return False
    for row in rows:
        what, on = (
            (row.get(fields.event), row.get(fields.event_on)) if isinstance(row, Mapping) else (row, None)
        )
        days = span(read_date(str(on), known.paper.today)) if is_answered(on) else None
        if (days is None or not days.surely_before(known.paper.made)) and matcher.found_in(str(what or "")):
            return True
    return False


@_fact()
def look_again_date_passed(known: Known, _settings: Settings) -> bool:
    """The date to look again is before today, surely; today itself has not passed (ruling 21)."""
    fields = known.paper.fields
    days = span(known.value(fields.look_again)) if fields is not None and fields.look_again else None
    return days is not None and days.last < known.paper.today


@_fact()
def not_checked_lately(known: Known, _settings: Settings) -> bool:
    """The last look was longer ago than this kind of paper should wait (ruling 21)."""
    paper = known.paper
    looked = span(last_looked(paper.section, paper.signing, paper.today))
    return (
        paper.fields is not None
        and looked is not None
        and months_after(looked.last, paper.fields.months) < paper.today
    )


@_fact(private=True)
def nobody_has_a_copy(known: Known, _settings: Settings) -> bool:
    """The register of copies and the paper's own list are both empty (ruling 21)."""
    fields = known.paper.fields
    if fields is None or copies_given(known):
        return False
    own = is_answered(known.value(fields.copies)) if fields.copies else False
    return not own and not any(says_given(known.value(one)) for one in fields.given_to)


@_fact(private=True)
def old_copies(known: Known, _settings: Settings) -> bool:
    """Somebody holds a copy that is not what the paper says now (rulings 16, 21)."""
    return bool(old_copy_holders(known.paper))


@_fact(private=True)
def copy_given_before_signing(known: Known, _settings: Settings) -> bool:
    """A sealed copy is out there, and the paper has a place for a signature and none that was written down."""
    fields = known.paper.fields
    if fields is not None and fields.says_signed:
        return known.value(fields.says_signed) != "yes" and copies_given(known)
    has_signing = bool(known.paper.of_signing) or (fields is not None and fields.signed is not None)
    return has_signing and known.paper.signing is None and copies_given(known)


@_fact(private=True)
def two_papers(known: Known, _settings: Settings) -> bool:
    """Two papers of this kind are both in use (ruling 31)."""
    paper = known.paper
    live = [one for one in paper.passport.of_form(paper.section.form) if one.stopped_on is None]
    return not paper.pack.repeats and len(live) > 1 and paper.section.stopped_on is None


@_fact(private=True)
def bank_details(known: Known, _settings: Settings) -> bool:
    """Something looks like a bank account, a card or a PIN."""
    matcher = matchers()["bank_details"]
    return any(
        any(one.isdigit() for one in text) and matcher.found_in(text)
        for answer in known.paper.section.answers.values()
        for text in texts_in(answer.words)
    )


def copies_given(known: Known) -> bool:
    """Whether the register has a copy of this paper."""
    return any(known.paper.section.id in copy.sections for copy in known.paper.passport.copies)
