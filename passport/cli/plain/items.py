"""A list whose items have questions of their own: add, open, take out. A refusal says where it stands as it changes."""

from passport.actions import answer
from passport.actions.assess import assess
from passport.actions.form_now import form_now, item_facts, item_lines, item_title
from passport.cli.plain.one_question import question as ask_question
from passport.cli.plain.session import Session
from passport.cli.plain.signing import signing_day, stop_paper
from passport.cli.plain.talk import EMPTY, Way, number_in
from passport.forms.interview import item_steps
from passport.forms.pack import Question
from passport.law.assess import good_to_know, steps, why_stopped
from passport.record.answers import Place, question_of
from passport.record.sections import SIGNINGS
from passport.wording.words import labelled

ADD, STOP = "+", "stop"


def items(session: Session, section_id: str, part: Question, inside: Place | None = None) -> Way | None:
    """The list, until an empty line carries on. ``inside``: begin at this place of an item. Raises Leave."""
    talk = session.talk
    refusals = _is_refusals(session, section_id, part)
    if inside is not None and part.id != SIGNINGS:
        _open(session, section_id, part, inside.split(".")[1], question_of(inside))
    talk.line(part.label)
    while True:
        rows = item_lines(session.vault, session.shelf, section_id, part, session.today(), session.words)
        for number, (_, title, standing) in enumerate(rows, 1):
            talk.line(f"{number} {title}: {standing}" if standing else f"{number} {title}")
        if not rows:
            talk.say("screens.part.none")
        talk.say("plain.items_refusals" if refusals else "plain.items")
        typed = talk.ask([part.help, part.why])
        if isinstance(typed, Way):
            return typed
        if not typed.strip():
            return None
        _do(session, section_id, part, [row[0] for row in rows], typed.strip().lower())


def _do(session: Session, section_id: str, part: Question, ids: list[str], typed: str) -> None:
    talk, vault, shelf = session.talk, session.vault, session.shelf
    verb, _, number = typed.partition(" ")
    if typed == ADD and part.id == SIGNINGS:
        signing_day(session, section_id)
    elif typed == ADD:
        _, item = answer.add_item(vault, shelf, section_id, part.id, session.now())
        _open(session, section_id, part, item)
    elif verb == EMPTY and (at := number_in(number, len(ids))) is not None:
        refusals = _is_refusals(session, section_id, part)
        if talk.yes("plain.refusal_out_sure" if refusals else "plain.out_sure"):
            answer.remove_item(vault, shelf, section_id, part.id, ids[at], session.now())
    elif (
        verb == STOP
        and _is_refusals(session, section_id, part)
        and (at := number_in(number, len(ids))) is not None
    ):
        stop_paper(session, section_id, ids[at])
    elif (at := number_in(typed, len(ids))) is not None and part.id == SIGNINGS:
        for label, lines in item_facts(
            part, vault.section(section_id).item(SIGNINGS, ids[at]), session.words
        ):
            talk.line(labelled(label, ", ".join(lines)))
    elif at is not None:
        _open(session, section_id, part, ids[at])
    else:
        talk.say("plain.not_that")


def _open(session: Session, section_id: str, part: Question, item: str, start: str = "") -> None:
    """Every question of one item. Raises Leave."""
    talk = session.talk
    refusals = _is_refusals(session, section_id, part)
    outcome = _say_outcome(session, section_id, item, "") if refusals else ""
    at = 0
    while True:
        form = form_now(session.vault, session.shelf, section_id)
        asked = list(item_steps(form.pack, form.section, part, item))
        if start:
            at = next((n for n, one in enumerate(asked) if one.question.id == start), 0)
            start = ""
        if at < 0 or at >= len(asked):
            break
        talk.line()
        way = ask_question(session, section_id, asked[at].place, asked[at].question)
        at += -1 if way is Way.BACK else 1
        if refusals and way is None:
            outcome = _say_outcome(session, section_id, item, outcome)
    if refusals:
        _say_everything(session, section_id, item)
    section = session.vault.section(section_id)
    if not section.item(part.id, item).answers:
        answer.remove_item(session.vault, session.shelf, section_id, part.id, item, session.now())
    else:
        talk.say("plain.item_done", title=item_title(part, section.item(part.id, item), session.words))


def _say_outcome(session: Session, section_id: str, item: str, before: str) -> str:
    """Where this refusal stands, said when it has changed. Returns it."""
    found = assess(session.vault, session.shelf, section_id, session.today()).refusal(item)
    outcome = session.words(f"outcome.{found.outcome}") if found is not None else ""
    if outcome != before:
        session.talk.say("screens.standing.stands", outcome=outcome)
    return outcome


def _say_everything(session: Session, section_id: str, item: str) -> None:
    """Every step with its source, then what is good to know."""
    talk = session.talk
    assessment = assess(session.vault, session.shelf, section_id, session.today())
    found = assessment.refusal(item)
    talk.line()
    if found is not None:
        talk.say("screens.standing.stands", outcome=session.words(f"outcome.{found.outcome}"))
    ended = why_stopped(assessment, item)
    for one in ended:
        talk.say("plain.finding", sentence=one.sentence, source=one.source.words)
    todo = steps(assessment, item)
    if todo or not ended:
        talk.say("screens.standing.to_change" if todo else "screens.standing.nothing")
    for number, one in enumerate(todo, 1):
        talk.say("plain.step", number=number, sentence=one.sentence, source=one.source.words)
    known = good_to_know(assessment, item)
    if known:
        talk.say("screens.standing.good_to_know")
    for one in known:
        talk.say("plain.finding", sentence=one.sentence, source=one.source.words)
    if assessment.could_not_check:
        talk.line(assessment.could_not_check)
    talk.say("outcome.footer")


def _is_refusals(session: Session, section_id: str, part: Question) -> bool:
    return session.shelf.pack(session.vault.section(section_id).form).refusals == part.id
