"""Home in plain lines: the task list, numbered, in the order of the screen."""

from collections.abc import Callable, Iterator

from passport.actions import answer, recovery
from passport.actions.form_now import form_now
from passport.actions.home import entry_status, entry_title, home
from passport.cli.plain.agree import agree_papers
from passport.cli.plain.check import check_paper
from passport.cli.plain.keys import new_passphrase, new_recovery_words
from passport.cli.plain.one_question import question
from passport.cli.plain.session import Session
from passport.cli.plain.share import copies, share
from passport.cli.plain.support import support
from passport.cli.plain.talk import Leave, Way, number_in
from passport.cli.plain.walk import check_answers, walk
from passport.errors import PassportError
from passport.record.answers import Place, texts_in

PLAN, LINES = "crisis_plan", "cp_card"
Does = Callable[[], None]


def at_home(session: Session, place: tuple[str, Place] | None) -> None:
    """The task list, again and again. ``place``: where they were when it locked. Raises Leave when they go."""
    if place is not None:
        _leaving_only_the_form(lambda: walk(session, *place), session)
    while True:
        session.here = None
        rows = list(_rows(session))
        session.talk.say("plain.home_how")
        picked = session.talk.ask(home=False)
        if isinstance(picked, Way) or not picked.strip():
            continue
        at = number_in(picked, len(rows))
        if at is not None:
            _leaving_only_the_form(rows[at], session)
        else:
            session.talk.say("plain.number_wanted", most=len(rows))


def _leaving_only_the_form(does: Does, session: Session) -> None:
    """``x`` inside a form comes back here; what stops us is told in its own sentence."""
    try:
        does()
    except Leave as leaving:
        if not leaving.home:
            raise
        session.talk.say("plain.saved_and_stopped")
    except PassportError as error:
        session.talk.line(session.words.error(error))
        session.talk.let_read()


def _rows(session: Session) -> Iterator[Does]:
    """Print every row with its number, and give what each does."""
    talk, words = session.talk, session.words
    now = home(session.vault, session.shelf, session.today(), words)
    talk.heading(words("screens.home.title", name=now.name) if now.name else words("screens.home.mine"))
    number = 0

    def row(text: str) -> None:
        nonlocal number
        number += 1
        talk.line(f"{number} {text}")

    if recovery.are_to_write_down(session.vault):
        row(words("screens.home.recovery_row"))
        yield lambda: new_recovery_words(session)
    if now.carry_on is not None:
        section_id, place = now.carry_on
        form = form_now(session.vault, session.shelf, section_id)
        places = [step.place for step in form.steps]
        if (top := place.split(".", 1)[0]) in places:
            at = places.index(top) + 1
            row(words("screens.home.carry_on", form=form.pack.title, number=at, count=len(places)))
            yield lambda: walk(session, section_id, place)
    for group in now.groups:
        talk.line(group.title)
        for one in group.rows:
            row(". ".join(text for text in (f"{one.title}: {one.status}", one.detail) if text))
            yield lambda form=one.form: _open(session, form)  # type: ignore[misc]
    talk.line(words("screens.home.papers"))
    held = f": {words('screens.home.copies', count=now.copies)}" if now.copies else ""
    old = f". {words('screens.home.old_copies', count=now.old_copies)}" if now.old_copies else ""
    row(words("screens.home.copies_row") + held + old)
    yield lambda: copies(session)
    row(words("screens.home.agree_row"))
    yield lambda: agree_papers(session, _open)
    row(words("screens.home.share_row"))
    yield lambda: share(session)
    row(words("screens.home.check_row"))
    yield lambda: check_paper(talk, session.at, session.today)
    row(words("screens.keys.card"))
    yield lambda: _card(session)
    row(words("screens.keys.support"))
    yield lambda: _support(session)
    row(words("screens.find.passphrase"))
    yield lambda: new_passphrase(session)
    row(words("screens.find.recovery"))
    yield lambda: new_recovery_words(session)


def _open(session: Session, form: str) -> None:
    """A form: its entries where there are several, else its answers or its first question."""
    section = answer.to_open(session.vault, session.shelf, form, session.today())
    if section is None:
        _entries(session, form)
        return
    _begin_or_look(session, section.id)


def _begin_or_look(session: Session, section_id: str) -> None:
    if session.vault.section(section_id).answers:
        check_answers(session, section_id)
    else:
        walk(session, section_id)


def _entries(session: Session, form: str) -> None:
    """The entries of a form, newest first; ``+`` adds one where the form is made for many."""
    talk, pack = session.talk, session.shelf.pack(form)
    while True:
        sections = list(reversed(session.vault.passport().begun(form)))
        talk.heading(pack.title)
        for number, section in enumerate(sections, 1):
            standing = entry_status(pack, section, session.today(), session.words)
            talk.line(f"{number} {entry_title(pack, section, session.words)}: {standing}")
        talk.say("plain.entries" if pack.repeats else "plain.papers")
        typed = talk.ask([pack.about])
        if isinstance(typed, Way) or not typed.strip():
            return
        if typed.strip() == "+" and pack.repeats:
            walk(session, answer.start(session.vault, session.shelf, form, session.today()).id)
        elif (at := number_in(typed, len(sections))) is not None:
            _begin_or_look(session, sections[at].id)
        else:
            talk.say("plain.not_that")


def _card(session: Session) -> None:
    """The five lines."""
    talk = session.talk
    talk.heading(session.words("screens.card.title"))
    plans = session.vault.passport().of_form(PLAN)
    lines = texts_in(plans[-1].value(LINES)) if plans else ()
    for line in lines:
        talk.line(line)
    talk.say("screens.card.carry" if lines else "screens.card.none")
    if talk.yes("plain.card_write"):
        section = answer.section_for(session.vault, session.shelf, PLAN, session.today())
        asked = session.shelf.pack(PLAN).question(LINES)
        assert asked is not None
        question(session, section.id, LINES, asked)


def _support(session: Session) -> None:
    about = session.vault.passport().about_me()
    support(session.talk, str((about and about.value("am_nation")) or ""))
    session.talk.let_read()
