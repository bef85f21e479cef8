"""Help somebody else, in plain lines: the file and its passphrase, the same questions, and a file to give back."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from passport.actions import helping
from passport.actions.places import Places, place_typed
from passport.cli.plain.printing import folder_for
from passport.cli.plain.session import Session
from passport.cli.plain.talk import Leave, Talk, Way, number_in
from passport.cli.plain.walk import change
from passport.errors import PassportError
from passport.forms.shelf import shelf
from passport.record.answers import Place
from passport.record.suggestions import HOWS, Helper
from passport.vault.vault import Vault


def open_bundle(talk: Talk, at: Places, now: datetime) -> tuple[Places, Vault] | None:
    """Ask for the file and its passphrase. None where they went back, or it does not open. Raises Leave."""
    talk.heading(talk.words("helping.out_title"))
    path = at.bundle
    if path is None:
        talk.say("helping.out_how")
        typed = talk.ask(home=False)
        if isinstance(typed, Way) or not typed.strip():
            return None
        path = Path(place_typed(typed))
    try:
        data = helping.read_file(path)
        folder = helping.place_for(at, data)
        passphrase = talk.secret("helping.out_passphrase")
        vault = helping.begin(at, data, passphrase, shelf(), now)
    except PassportError as error:
        talk.line(talk.words.error(error))
        return None
    return replace(at, vault=folder, bundle=None), vault


def open_or_leave(talk: Talk, at: Places, now: datetime) -> tuple[Places, Vault]:
    """The same, for whoever opened the program with the file. Raises Leave."""
    opened = open_bundle(talk, at, now)
    if opened is None:
        raise Leave
    return opened


def help_someone(session: Session) -> None:
    """From one's own record, which closes first. Raises Leave; returns only where the file does not open."""
    session.talk.say("helping.out_closes")
    opened = open_bundle(session.talk, session.at, session.now())
    if opened is not None:
        session.vault.close()
        session.at, session.vault = opened
        help_home(session, None)


def help_home(session: Session, place: tuple[str, Place] | None) -> None:
    """The forms they asked about, again and again. Raises Leave when the helper goes."""
    talk, words, vault = session.talk, session.words, session.vault
    now = helping.helping(vault)
    assert now is not None
    session.shelf = helping.open_shelf(now, session.shelf)
    if place is not None:
        _section(session, place[0])
    while True:
        talk.heading(words("helping.out_title"))
        _banner(session, now)
        sections = [one.id for one in vault.passport().sections]
        titles = [session.shelf.pack(vault.section(one).form).title for one in sections]
        count = len(helping.suggestions_made(vault, session.shelf))
        talk.say("helping.made_here", count=count)
        talk.say("helping.home_how")
        rows = [*titles, words("helping.save_row"), words("helping.done_row")]
        picked = talk.pick(rows, [words("page_help.help_home")], home=False)
        try:
            if isinstance(picked, int) and picked < len(sections):
                _section(session, sections[picked])
            elif picked == len(sections):
                _save(session)
            elif picked == len(sections) + 1:
                _finish(session)
        except PassportError as error:
            talk.line(words.error(error))
            talk.let_read()
        except Leave as leaving:
            if not leaving.home:
                raise


def _finish(session: Session) -> None:
    """Once they are sure. Raises Leave."""
    if session.talk.yes("helping.done_ask"):
        session.finished = True
        raise Leave


def _banner(session: Session, now: helping.Helping) -> None:
    session.talk.line(helping.banner(now, session.words))


def _section(session: Session, section_id: str) -> None:
    """Every question that is open, with their words; a number asks it. Raises Leave."""
    talk, words = session.talk, session.words
    now = helping.helping(session.vault)
    assert now is not None
    while True:
        session.here = None
        pack = session.shelf.pack(session.vault.section(section_id).form)
        talk.heading(pack.title)
        _banner(session, now)
        found = helping.questions_of(session.vault, session.shelf, section_id, words)
        for number, one in enumerate(found, 1):
            talk.line(f"{number} {one.label}")
            for line in one.theirs or (words("helping.no_words"),):
                talk.line(f"  {line}")
            if one.suggested:
                talk.line("  " + words("helping.you_suggest", words="; ".join(one.suggested)))
        talk.say("helping.question_how")
        typed = talk.ask([words("page_help.help_section")])
        if isinstance(typed, Way) or not typed.strip():
            return
        at = number_in(typed, len(found))
        if at is None:
            talk.say("plain.number_wanted", most=len(found))
            continue
        change(session, section_id, found[at].place)


def _save(session: Session) -> None:
    """Who helped and how, and where to; then the file. Raises Leave, and as ``save_suggestions``."""
    talk, words = session.talk, session.words
    talk.heading(words("helping.save_title"))
    talk.say("helping.save_how")
    talk.say("helping.helper_name")
    name = talk.ask()
    if isinstance(name, Way):
        return
    talk.say("helping.helper_how")
    how = talk.pick([words(f"helping.how_{one}") for one in HOWS])
    folder = folder_for(session) if isinstance(how, int) else None
    if folder is None or not isinstance(how, int):
        return
    path, count = helping.save_suggestions(
        session.vault, session.shelf, Helper(name, HOWS[how]), session.now(), place_typed(folder)
    )
    talk.line(str(path))
    talk.say("helping.saved" if count != 1 else "helping.saved_one", count=count)
    talk.let_read()
