"""Who holds a copy that is not what the paper says now: the register of copies and the paper's own list together."""

from collections.abc import Iterator, Mapping
from datetime import date

from passport.forms.conditions import is_answered
from passport.forms.dates import Range, read_date, span
from passport.forms.shelf import shelf
from passport.law.facts import PaperFacts
from passport.law.notes import law_words
from passport.law.papers import papers
from passport.law.words import tidy
from passport.record.answers import Value, question_of, texts_in
from passport.record.audience import Labels, Share
from passport.record.copies_now import old_copies
from passport.record.sections import SIGNINGS

_STOPS = frozenset({"doc_status", "rfz_status"})


def what_is_news(labels: Labels) -> Labels:
    """The fields whose change makes a copy old: all but those that only say who has one, or when somebody looked."""
    apart = {form: paper.no_news for form, paper in papers().items()}
    return {
        form: {one: label for one, label in by_question.items() if one not in apart.get(form, ())}
        for form, by_question in labels.items()
    }


def old_copy_holders(paper: PaperFacts) -> tuple[str, ...]:
    """Their names as written, each once. A holder on both lists is counted by the register."""
    register = [copy for copy in paper.passport.copies if paper.section.id in copy.sections]
    known = {tidy(copy.holder) for copy in register}
    labels = {**shelf().labels(), paper.pack.id: paper.pack.labels()} if register else {}
    old = {
        tidy(copy.holder): copy.holder
        for copy in (old_copies(paper.passport, what_is_news(labels)) if register else ())
        if paper.section.id in copy.sections
    }
    own = {tidy(name): name for name, given in _own_list(paper) if _is_old(paper, given)}
    return (*old.values(), *(name for key, name in own.items() if key not in known))


def _own_list(paper: PaperFacts) -> Iterator[tuple[str, Range | None]]:
    """Who has a copy by the paper's own answers, and since when, where it says."""
    fields, section = paper.fields, paper.section
    rows = section.value(fields.copies) if fields is not None and fields.copies else None
    for row in rows if fields is not None and isinstance(rows, tuple) else ():
        if isinstance(row, Mapping) and row:
            yield str(next(iter(row.values()))), _day(row.get(fields.copies_on), paper)  # type: ignore[union-attr]
    for question, given in fields.given_to.items() if fields is not None else ():
        if says_given(section.value(question)):
            named = texts_in(paper.about.value(given.who)) if paper.about is not None else ()
            since = section.value(given.on or question)
            yield next(iter(named), law_words()[given.called]), _day(since, paper)


def says_given(value: Value) -> bool:
    """Whether an answer says that somebody has a copy: a yes, or a date."""
    return value == "yes" or span(value) is not None


def _day(given: Value, paper: PaperFacts) -> Range | None:
    if not is_answered(given):
        return None
    return span(given) or span(read_date(str(given), paper.today))


def _is_old(paper: PaperFacts, given: Range | None) -> bool:
    """Whether a copy on the own list is surely from before the last change. After a stop: unless surely from after it."""
    stopped = _last_stop(paper)
    if stopped is not None:
        return given is None or given.first <= stopped
    changed = _last_change(paper)
    return given is not None and changed is not None and given.last < changed


def _last_stop(paper: PaperFacts) -> date | None:
    stops = [
        answer.when.date() for place, answer in paper.section.answers.items() if question_of(place) in _STOPS
    ]
    return max(stops, default=None)


def _last_change(paper: PaperFacts) -> date | None:
    """The day that what others may see last changed: while the text is the text that was signed, that is the signing."""
    signed = paper.signed_text
    if signed is not None and signed.paper == paper.text_now.paper:
        return paper.made.first
    never = {one.id for one in paper.pack.questions() if one.share is Share.NEVER}
    apart = paper.fields.not_signed | paper.fields.done if paper.fields is not None else frozenset()
    days = [
        answer.when.date()
        for place, answer in paper.section.answers.items()
        if question_of(place) not in {*never, *apart} and not place.startswith(f"{SIGNINGS}.")
    ]
    return max(days, default=None)
