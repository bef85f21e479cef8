"""Signing day and stopping, in plain lines. Pen and person: never the seal."""

from passport.actions.as_typed import with_typed
from passport.actions.copies import whom_to_tell
from passport.actions.drafts import read_draft, save_draft
from passport.actions.form_now import shown, signing_steps, why_we_ask
from passport.actions.sharing import to_sign
from passport.actions.sign import sign
from passport.actions.signature import signed_whole
from passport.actions.stop import stop
from passport.actions.withdraw import begin_notice, notice_form, stops_by_notice
from passport.cli.plain.ask import Asked, Turned, ask
from passport.cli.plain.session import Session
from passport.cli.plain.share import share
from passport.cli.plain.talk import Leave, Way
from passport.forms.conditions import is_answered
from passport.forms.interview import shown as is_asked
from passport.forms.kinds import read
from passport.forms.pack import Kind, Question
from passport.record.answers import Answer, Place, Value, place_in
from passport.record.sections import NEW_ITEM, SIGNINGS, Section

SIGNED, PRINT = "signed", "print"


def signing_day(session: Session, section_id: str) -> Place | None:
    """What to do with pen and paper, step by step; then write down how it was signed. Raises Leave.

    Returns where to write it down, for a form that asks it in questions of its own.
    """
    talk = session.talk
    pack = session.shelf.pack(session.vault.section(section_id).form)
    talk.heading(pack.words.get("signing_title", session.words("screens.signing.title")))
    for number, text in enumerate(signing_steps(pack), 1):
        talk.line(f"{number} {text}")
    talk.say("plain.signing_ways")
    typed = talk.ask()
    if isinstance(typed, str) and typed.strip().lower() == SIGNED:
        whole = signed_whole(pack.id)
        if whole is not None:
            return whole.said
        _record(session, section_id)
    elif isinstance(typed, str) and typed.strip().lower() == PRINT:
        share(session, to_sign(session.vault.passport(), section_id, session.words))
    return None


def _record(session: Session, section_id: str) -> None:
    """Every question of a signing that applies, then one save. Raises Leave, with what was typed kept as drafts."""
    talk, vault = session.talk, session.vault
    section = vault.section(section_id)
    part = session.shelf.pack(section.form).question(SIGNINGS)
    assert part is not None
    talk.say("screens.signing.how")
    questions = [one for one in part.questions if one.kind is not Kind.AUTOMATIC]
    places = {one.id: place_in(SIGNINGS, NEW_ITEM, one.id) for one in questions}
    typed: dict[str, Value] = {
        question: kept
        for question, place in places.items()
        if (kept := read_draft(vault, section_id, place)) is not None
    }
    if typed:
        talk.say("plain.signing_draft")
    try:
        _ask_all(session, section, questions, typed)
    except Leave:
        for question, words in typed.items():
            save_draft(vault, section_id, places[question], words)
        raise
    given = {question: words for question, words in typed.items() if is_answered(words)}
    if not given:
        talk.say("errors.NothingToKeep")
        return
    sign(vault, session.shelf, section_id, given, session.now())
    for place in places.values():
        vault.drop_draft(section_id, place)
    talk.say("plain.signing_saved")


def _ask_all(session: Session, section: Section, questions: list[Question], typed: dict[str, Value]) -> None:
    """Ask each question that applies, into ``typed``; what cannot be read stays there and is asked again. Raises Leave."""
    talk, pack = session.talk, session.shelf.pack(section.form)
    at = 0
    while at < len(questions):
        question = questions[at]
        places = {place_in(SIGNINGS, NEW_ITEM, key): words for key, words in typed.items()}
        tentative = with_typed(section, pack, places, session.now())
        if not is_asked(pack, tentative, question, SIGNINGS, NEW_ITEM):
            typed.pop(question.id, None)
            at += 1
            continue
        talk.line()
        before = typed.get(question.id)
        kept = Answer(read(question, before, session.today()).value, before, session.now())
        lines, why = shown(question, kept, session.words), tuple(why_we_ask(question, session.words))
        try:
            words = ask(talk, Asked(question, before, lines, why))
        except Leave as leaving:
            if leaving.half_typed is not None:
                typed[question.id] = leaving.half_typed
            raise
        if words is Way.BACK:
            at = max(0, at - 1)
            continue
        if isinstance(words, Turned):
            words = words.words
        if not isinstance(words, Way) and words is not None:
            typed[question.id] = words
            problem = read(question, words, session.today()).problem
            if problem is not None:
                talk.say("plain.kept_as_typed")
                talk.say(f"problems.{problem.code}", **problem.gaps)
                continue
        at += 1


def stop_paper(session: Session, section_id: str, refusal: str | None) -> str | None:
    """Stop a paper, or one refusal: no argument, no second password. Raises Leave.

    Returns the notice to go on with: the one that stops it, or one to send that they asked for.
    """
    talk, vault = session.talk, session.vault
    section = vault.section(section_id)
    pack = session.shelf.pack(section.form)
    what = pack.title
    if refusal is not None:
        first = pack.question(pack.refusals)
        assert first is not None
        what = str(
            section.item(pack.refusals, refusal).value(first.questions[0].id)
            or session.words("home.untitled")
        )
    talk.heading(session.words("screens.stop.title", what=what))
    by_notice = refusal is None and stops_by_notice(section)
    for key in ("not_finished", "still_counts", "to_keep_some", "never_signed") if by_notice else ("now",):
        talk.say(f"screens.stop.{key}")
    if not talk.yes("plain.notice_sure" if by_notice else "plain.stop_sure"):
        return None
    stopping = stop(vault, session.shelf, section_id, session.now(), refusal=refusal)
    if stopping.notice is not None:
        talk.say("plain.notice_begun")
        return stopping.notice.id
    talk.say("commands.stopped")
    holders = whom_to_tell(vault, session.shelf, section_id, session.today())
    if holders:
        talk.say("screens.stop.tell")
    for holder in holders:
        talk.line(holder)
    if notice_form(session.shelf, section) is None or not talk.yes("plain.notice_ask"):
        return None
    notice = begin_notice(vault, session.shelf, section_id, session.now(), refusal)
    assert notice is not None
    talk.say("plain.notice_begun")
    return notice.id
