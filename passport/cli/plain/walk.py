"""Walk through a form, question by question, and look its answers over at the end.

Each answer is on disk, encrypted, before the next question shows.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from passport.actions import answer, undo
from passport.actions.assess import assess
from passport.actions.begin_again import begin_again, may_begin_again
from passport.actions.changed_since import was_signed_here
from passport.actions.drafts import drop_drafts, unfinished
from passport.actions.earlier import earlier
from passport.actions.form_now import (
    FormNow,
    choices_gone,
    form_now,
    has_signing_day,
    item_lines,
    listed,
    opens_at,
)
from passport.actions.home import remember_place
from passport.cli.plain.changed_since import since_signed
from passport.cli.plain.history import before
from passport.cli.plain.items import items
from passport.cli.plain.one_question import question
from passport.cli.plain.session import Session
from passport.cli.plain.signing import signing_day, stop_paper
from passport.cli.plain.talk import Talk, Way, number_in
from passport.forms.dates import show_date
from passport.forms.interview import Step, progress
from passport.forms.pack import Kind, Question
from passport.law.findings import Assessment, Finding
from passport.record.answers import Place, question_of
from passport.record.sections import Section
from passport.wording.words import labelled


def walk(session: Session, section_id: str, place: Place | None = None) -> None:
    """From a place, or the first question, to the answers after the last. Raises Leave."""
    form = form_now(session.vault, session.shelf, section_id)
    session.talk.heading(form.pack.title)
    step: Step | None = form.step(_top(place)) if place else (form.steps[0] if form.steps else None)
    before: Step | None = step if place else None  # somebody who comes back has read the note
    while step is not None:
        if _page_begins(form, step, before) and not _read_note(session, step):
            before, step = step, _got_to(session, form, _after_page(form, step))
            continue
        way = _one(session, form, step, place)
        place = None
        form = form_now(session.vault, session.shelf, section_id)
        if way is Way.BACK:
            before, step = step, form.before(step.place)
            if step is None:
                return
        else:
            before, step = step, _got_to(session, form, form.after(step.place))
    check_answers(session, section_id)


def check_answers(session: Session, section_id: str) -> None:
    """Every answer, numbered, to look over and change; then what the form can be used for now. Raises Leave."""
    talk = session.talk
    while True:
        form = form_now(session.vault, session.shelf, section_id)
        found = assess(session.vault, session.shelf, section_id, session.today())
        begun = unfinished(session.vault, section_id)
        talk.heading(f"{form.pack.title}: {session.words('screens.answers.title')}")
        page = ""
        for number, step in enumerate(form.steps, 1):
            if step.page.title != page:
                page = step.page.title
                talk.line(page)
            talk.line(
                f"{number} {labelled(step.question.label, _answered(session, form.section, step.question))}"
            )
            if step.place in begun:
                talk.say("screens.answers.begun")
        _earlier(session, form)
        _use_now(session, form, found)
        verbs = list(_verbs(session, form))
        talk.say("plain.change_answer")
        for verb in verbs:
            talk.say(f"plain.verb_{verb}", **_gaps(session, section_id, verb))
        count = len(form.steps)
        typed = talk.known(count, verbs, otherwise="plain.not_that")
        if isinstance(typed, Way) or not typed.strip():
            return
        at = number_in(typed, count)
        if at is not None:
            _one(session, form, form.steps[at], None)
        elif _do(session, form, typed.strip().lower()):
            return


def change(session: Session, section_id: str, place: Place) -> None:
    """One question of a form, and back. Raises Leave."""
    form = form_now(session.vault, session.shelf, section_id)
    _one(session, form, form.step(_top(place)), place)


def go_to(session: Session, section_id: str, place: Place) -> None:
    """A question of a form to change, and back; its answers where that is not asked now. Raises Leave, UnknownEntry."""
    at = opens_at(form_now(session.vault, session.shelf, section_id), place)
    if at is None:
        check_answers(session, section_id)
    else:
        change(session, section_id, at)


def _verbs(session: Session, form: FormNow) -> Iterator[str]:
    """What else can be done with this form, in one word each."""
    if may_begin_again(session.vault, form.section.id):
        yield "new"
    if form.carry_on is not None and form.section.stopped_on is None:
        yield "on"
    if has_signing_day(form.pack) and form.section.stopped_on is None:
        yield "sign"
    if form.pack.question("doc_status") is not None and form.section.stopped_on is None:
        yield "stop"
    if unfinished(session.vault, form.section.id):
        yield "drop"
    yield "before"
    if undo.last_changed(session.vault, session.shelf, form.section.id, session.words) is not None:
        yield "undo"
    if was_signed_here(form.section):
        yield "since"
    if form.pack.repeats:
        yield "out"


def _gaps(session: Session, section_id: str, verb: str) -> dict[str, str]:
    """What a verb's sentence names."""
    if verb != "undo":
        return {}
    last = undo.last_changed(session.vault, session.shelf, section_id, session.words)
    return {"label": last.label if last is not None else ""}


def _undo(session: Session, section_id: str) -> None:
    """The words from before the last change in this form. Nothing is lost by it."""
    given = (session.vault, session.shelf, section_id)
    last = undo.last_changed(*given, session.words)
    if last is not None:
        undo.undo(*given, last.place, session.now(), session.words)
        session.talk.say("undo.done", label=last.label)


def _do(session: Session, form: FormNow, verb: str) -> bool:
    """Do it. Returns whether the form has gone from here."""
    section_id = form.section.id
    if verb == "on" and form.carry_on is not None:
        walk(session, section_id, form.carry_on)
        return True
    if verb == "new":
        section = begin_again(session.vault, session.shelf, section_id, session.now())
        check_answers(session, section.id)
        return True
    if verb == "sign":
        place = signing_day(session, section_id)
        if place is not None:
            walk(session, section_id, place)
            return True
    elif verb == "stop":
        notice = stop_paper(session, section_id, None)
        if notice is not None:
            check_answers(session, notice)
    elif verb in _LOOKS:
        _LOOKS[verb](session, section_id)
    elif verb == "drop" and session.talk.yes("plain.drop_sure"):
        drop_drafts(session.vault, section_id)
    elif verb == "out" and session.talk.yes("plain.out_sure"):
        answer.remove_section(session.vault, section_id)
        return True
    return False


_LOOKS: Mapping[str, Callable[[Session, str], None]] = {
    "before": before,
    "undo": _undo,
    "since": partial(since_signed, go_to=go_to),
}
"""Verbs that look or bring back, and come back here."""


def _answered(session: Session, section: Section, asked: Question) -> str:
    if asked.kind is Kind.PART:
        rows = item_lines(session.vault, session.shelf, section.id, asked, session.today(), session.words)
        lines = tuple(f"{title}, {standing}" if standing else title for _, title, standing in rows)
    else:
        lines = listed(asked, section.answers.get(asked.id), session.words)
    text = "; ".join(lines) or session.words("answers.not_provided")
    gone = choices_gone(asked, section.answers.get(asked.id))
    return f"{text}. {session.words('answers.choice_gone')}" if gone else text


def _earlier(session: Session, form: FormNow) -> None:
    """What an earlier version of the form asked: kept, and not asked again."""
    found = earlier(form.pack, form.section)
    if found:
        session.talk.line()
        session.talk.say("answers.earlier")
        session.talk.say("answers.earlier_how")
    for one in found:
        session.talk.line(labelled(one.label, "; ".join(one.lines)))


def _say(talk: Talk, findings: Iterable[Finding]) -> None:
    for one in findings:
        talk.say("plain.finding", sentence=one.sentence, source=one.source.words)


def _use_now(session: Session, form: FormNow, found: Assessment) -> None:
    talk, section = session.talk, form.section
    talk.line()
    talk.say("screens.answers.use_now")
    if section.stopped_on is not None:
        talk.say("screens.answers.stopped", date=show_date(section.stopped_on))
    elif form.pack.has_outcome:
        talk.say("screens.answers.outcome", outcome=session.words(f"outcome.{found.outcome}"))
    else:
        talk.say(f"screens.answers.{progress(form.pack, section, session.today())}")
    for one in found.refusals:
        talk.line(f"{one.treatment}: {session.words(f'outcome.{one.outcome}')}")
        _say(talk, found.findings_of(one.id))
    of_paper = found.findings_of()
    if found.refusals and of_paper:
        talk.say("screens.answers.whole_paper")
    _say(talk, of_paper)
    if found.could_not_check:
        talk.line(found.could_not_check)
    if found.speaks:
        talk.say("outcome.footer")


def _one(session: Session, form: FormNow, step: Step, place: Place | None) -> Way | None:
    number = form.steps.index(step) + 1 if step in form.steps else 0
    session.talk.heading(
        session.words("screens.question.number", page=step.page.title, number=number, count=len(form.steps))
    )
    if step.question.kind is Kind.PART:
        inside = place if place is not None and "." in place else None
        return items(session, form.section.id, step.question, inside)
    return question(session, form.section.id, step.place, step.question)


def _read_note(session: Session, step: Step) -> bool:
    """A note before a hard page. False where the person skips the page."""
    talk = session.talk
    talk.heading(step.page.title)
    talk.line(step.page.note)
    talk.say("plain.note")
    return talk.ask() is not Way.SKIP


def _page_begins(form: FormNow, step: Step, before: Step | None) -> bool:
    if not step.page.note or (before is not None and before.page.id == step.page.id):
        return False
    first = next(one for one in form.steps if one.page.id == step.page.id)
    return first.place == step.place


def _got_to(session: Session, form: FormNow, step: Step | None) -> Step | None:
    """The same step, where the person can carry on later."""
    if step is not None:
        remember_place(session.vault, form.section.id, step.place)
    return step


def _after_page(form: FormNow, step: Step) -> Step | None:
    later = form.after(step.place)
    while later is not None and later.page.id == step.page.id:
        later = form.after(later.place)
    return later


def _top(place: Place) -> Place:
    return place.split(".", 1)[0] if "." in place else question_of(place)
