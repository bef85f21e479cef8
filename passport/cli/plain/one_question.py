"""One question: asked until it is answered, left or skipped. Whatever is typed is saved first and judged second."""

from passport.actions import answer, home
from passport.actions.answer import Saved
from passport.actions.drafts import read_draft, save_draft
from passport.actions.form_now import choices_gone, item_title, shown, why_we_ask
from passport.actions.room import is_too_much, room
from passport.cli.plain.ask import Asked, Turned, ask
from passport.cli.plain.session import Session
from passport.cli.plain.signing import stop_paper
from passport.cli.plain.talk import Leave, Way
from passport.errors import VaultError
from passport.forms.conditions import is_answered
from passport.forms.kinds import read
from passport.forms.pack import Kind, Question
from passport.law.private import only_for_you
from passport.record.answers import Answer, Place, Value


def question(session: Session, section_id: str, place: Place, asked: Question) -> Way | None:
    """Ask until it is answered, left or skipped; whatever is typed is saved first. Raises Leave."""
    talk, vault = session.talk, session.vault
    session.here = section_id, place
    while True:
        draft = read_draft(vault, section_id, place)
        kept = _kept(session, section_id, place, asked, draft)
        lines = shown(asked, kept, session.words)
        why = tuple(why_we_ask(asked, session.words, kept.value if kept else None))
        try:
            found = ask(talk, Asked(asked, kept.words if kept else None, lines, why))
        except Leave as leaving:
            if leaving.half_typed is not None and leaving.home:  # ``x`` saves and stops
                _saved(session, section_id, place, leaving.half_typed)
            elif leaving.half_typed is not None:
                save_draft(vault, section_id, place, leaving.half_typed)
            raise
        typed, way = (found.words, found.way) if isinstance(found, Turned) else (found, None)
        if isinstance(typed, Way):
            return typed
        if typed is None and draft is None:
            return None
        saved = _saved(session, section_id, place, draft if typed is None else typed)
        home.remember_place(vault, section_id, place)
        problem = next((one.problem for one in saved.troubles if one.place == place), None)
        now = saved.section.answers[place]
        if problem is None or not is_answered(now.words):
            _echo(session, asked, now)
            if saved.ask_to_stop:
                _stop_it(session, section_id)
            _only_for_you(session, saved, asked)
            return way
        talk.say("plain.kept_as_typed")
        talk.say(f"problems.{problem.code}", **problem.gaps)


def _saved(session: Session, section_id: str, place: Place, typed: Value) -> Saved:
    """On disk. Where that cannot be, the words wait here, and the person says when to try again. Raises Leave."""
    while True:
        try:
            return answer.put(session.vault, session.shelf, section_id, place, typed, session.now())
        except VaultError as error:
            session.talk.line(session.words.error(error))
            session.talk.say("under_way.not_saved_yet")
            session.talk.ask()


def _kept(session: Session, section_id: str, place: Place, asked: Question, draft: Value) -> Answer | None:
    """What stands there so far, half-typed words first; and whether a choice of theirs has gone."""
    kept = session.vault.section(section_id).answers.get(place)
    if draft is not None:
        kept = Answer(read(asked, draft, session.today()).value, draft, session.now())
        session.talk.say("plain.draft")
    if choices_gone(asked, kept):
        session.talk.say("answers.choice_gone")
    if fits := room(asked, kept.words if kept else None, session.words):
        session.talk.line(fits)
    return kept


def _echo(session: Session, asked: Question, kept: Answer | None) -> None:
    lines = shown(asked, kept, session.words)
    key = "screens.date.read" if asked.kind is Kind.DATE and lines else "plain.saved"
    session.talk.say(
        key, date="; ".join(lines), answer="; ".join(lines) or session.words("answers.not_provided")
    )
    if kept is not None and is_too_much(asked, kept.words):
        session.talk.line(room(asked, kept.words, session.words))


def _only_for_you(session: Session, saved: Saved, asked: Question) -> None:
    """What a rule has to say to this person alone, right where they answered and nowhere else (ruling 4)."""
    pack = session.shelf.pack(saved.section.form)
    for one in only_for_you(saved.section, pack, session.today()):
        if one.question == asked.id:
            session.talk.line(one.sentence)
            session.talk.say("screens.only_you.nobody")
            session.talk.say("plain.only_you_ways")


def _stop_it(session: Session, section_id: str) -> None:
    """A change of mind: which refusals, or all of the paper (ruling 26). Raises Leave."""
    talk, vault = session.talk, session.vault
    section = vault.section(section_id)
    part = session.shelf.pack(section.form).question(session.shelf.pack(section.form).refusals)
    items = section.items(part.id) if part is not None else ()
    talk.say("changed_mind.ask" if items else "changed_mind.ask_paper")
    titles = [item_title(part, item, session.words) for item in items if part is not None]
    picked = talk.pick([*titles, session.words("changed_mind.all"), session.words("changed_mind.none")])
    if isinstance(picked, int) and picked <= len(items):
        stop_paper(session, section_id, items[picked].id if picked < len(items) else None)
