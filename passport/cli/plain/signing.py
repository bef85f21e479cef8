"""Signing day and stopping, in plain lines. Pen and person: never the seal."""

from passport.actions.as_typed import with_typed
from passport.actions.copies import whom_to_tell
from passport.actions.form_now import shown, signing_steps, why_we_ask
from passport.actions.sign import sign
from passport.actions.stop import stop
from passport.cli.plain.ask import Asked, ask
from passport.cli.plain.session import Session
from passport.cli.plain.talk import Way
from passport.forms.interview import shown as is_asked
from passport.forms.kinds import read
from passport.forms.pack import Kind
from passport.record.answers import Answer, Value, place_in
from passport.record.sections import SIGNINGS

_NEW = "new"


def signing_day(session: Session, section_id: str) -> None:
    """What to do with pen and paper, step by step; then write down how it was signed. Raises Leave."""
    talk = session.talk
    pack = session.shelf.pack(session.vault.section(section_id).form)
    talk.heading(pack.words.get("signing_title", session.words("screens.signing.title")))
    for number, text in enumerate(signing_steps(pack), 1):
        talk.line(f"{number} {text}")
    if talk.yes("plain.record_signing"):
        _record(session, section_id)


def _record(session: Session, section_id: str) -> None:
    """Every question of a signing that applies, then one save. Raises Leave."""
    talk = session.talk
    section = session.vault.section(section_id)
    pack = session.shelf.pack(section.form)
    part = pack.question(SIGNINGS)
    assert part is not None
    talk.say("screens.signing.how")
    typed: dict[str, Value] = {}
    questions = [one for one in part.questions if one.kind is not Kind.AUTOMATIC]
    at = 0
    while at < len(questions):
        question = questions[at]
        tentative = with_typed(
            section,
            pack,
            {place_in(SIGNINGS, _NEW, key): words for key, words in typed.items()},
            session.now(),
        )
        if not is_asked(pack, tentative, question, SIGNINGS, _NEW):
            at += 1
            continue
        talk.line()
        before = typed.get(question.id)
        kept = Answer(read(question, before, session.today()).value, before, session.now())
        words = ask(
            talk,
            Asked(
                question,
                before,
                shown(question, kept, session.words),
                tuple(why_we_ask(question, session.words)),
            ),
        )
        if words is Way.BACK:
            at = max(0, at - 1)
            continue
        if not isinstance(words, Way) and words is not None:
            problem = read(question, words, session.today()).problem
            if problem is not None:
                talk.say(f"problems.{problem.code}", **problem.gaps)
                continue
            typed[question.id] = words
        at += 1
    given = {key: words for key, words in typed.items() if words}
    if not given:
        talk.say("errors.NothingToKeep")
        return
    sign(session.vault, session.shelf, section_id, given, session.now())
    talk.say("plain.signing_saved")


def stop_paper(session: Session, section_id: str, refusal: str | None) -> None:
    """Stop a paper, or one refusal: no argument, no second password. Raises Leave."""
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
    talk.say("screens.stop.now")
    if not talk.yes("plain.stop_sure"):
        return
    stop(vault, session.shelf, section_id, session.now(), refusal=refusal)
    talk.say("commands.stopped")
    holders = whom_to_tell(vault, session.shelf, section_id, session.today())
    if holders:
        talk.say("screens.stop.tell")
    for holder in holders:
        talk.line(holder)
