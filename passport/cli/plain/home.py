"""Home in plain lines: the task list, numbered, in the order of the screen."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from passport.actions import answer, recovery
from passport.actions.find import In
from passport.actions.first_page import MORE, PaperRow, first_page
from passport.actions.form_now import form_now
from passport.actions.home import CARER, Home
from passport.actions.ways import opened_by_another
from passport.cli.plain.agree import agree_papers
from passport.cli.plain.backups import backups
from passport.cli.plain.check import check_paper
from passport.cli.plain.chosen import make_alert, make_words_code, write_cover
from passport.cli.plain.export import open_files
from passport.cli.plain.files import kept_files
from passport.cli.plain.find import find_words
from passport.cli.plain.help_out import help_someone
from passport.cli.plain.helping import help_menu
from passport.cli.plain.history import all_before
from passport.cli.plain.keys import new_passphrase, new_recovery_words
from passport.cli.plain.lists import Shown, in_another_way, is_back, picked, print_list, say_ways
from passport.cli.plain.lock_after import lock_after
from passport.cli.plain.looks import looks
from passport.cli.plain.one_question import question
from passport.cli.plain.open_card import open_card
from passport.cli.plain.printing import print_blank, save_card, tell_holders
from passport.cli.plain.session import Session
from passport.cli.plain.share import copies, share
from passport.cli.plain.support import support
from passport.cli.plain.talk import Leave, Way, number_in
from passport.cli.plain.to_do import things_to_do
from passport.cli.plain.together import together
from passport.cli.plain.tour import news, tour
from passport.cli.plain.walk import check_answers, walk
from passport.cli.plain.ways import ways
from passport.errors import PassportError
from passport.forms.shelf import only_the_person
from passport.record.answers import Place, texts_in

PLAN, LINES = "crisis_plan", "cp_card"
Does = Callable[[], None]


def at_home(session: Session, place: tuple[str, Place] | None) -> None:
    """The task list, again and again. ``place``: where they were when it locked. Raises Leave when they go."""
    if session.tour:
        session.tour = False
        tour(session)
    if place is not None:
        _leaving_only_the_form(lambda: walk(session, *place), session)
    while True:
        _choose(session, lambda: _rows(session), "plain.home_how", leads_home=False)


def as_carer(session: Session) -> None:
    """What is kept as a carer: the same list of another profile, until Enter or ``b``. Raises Leave."""
    while _choose(session, lambda: _carers_rows(session), "plain.list_how", leads_home=True):
        pass


def _choose(session: Session, rows_of: Callable[[], Iterator[Does]], how: str, *, leads_home: bool) -> bool:
    """Show a list once, ask for a row of it and do that. Returns whether anything was typed. Raises Leave."""
    session.here = None
    rows = list(rows_of())
    session.talk.say(how)
    picked = session.talk.known(len(rows), otherwise="plain.number_wanted", home=leads_home)
    at = None if isinstance(picked, Way) else number_in(picked, len(rows))
    if at is None:
        return False
    _leaving_only_the_form(rows[at], session)
    return True


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


LOOKING_AFTER: Mapping[str, Callable[[Session], None]] = {
    "words": lambda session: find_words(session, {In.COPY: copies, In.FILE: kept_files}),
    "before": all_before,
    "kept": kept_files,
    "passphrase": new_passphrase,
    "recovery": new_recovery_words,
    "ways": ways,
    "lock_after": lock_after,
    "looks": looks,
    "open_card": open_card,
    "backups": backups,
    "together": together,
    "export": open_files,
}
"""What keeps the record safe, in the order and by the names of the full screen."""


def _more(session: Session) -> None:
    """More for my papers, until Enter or ``b``. Raises Leave."""
    while _choose(session, lambda: _more_rows(session), "plain.list_how", leads_home=True):
        pass


def _more_rows(session: Session) -> Iterator[Does]:
    numbered = _Numbered(session)
    session.talk.heading(session.words("screens.home.more_row"))
    for what in MORE:
        numbered.row(session.words(f"screens.home.{what}_row"))
        yield partial(MORE_DO[what], session)


PAPERS_DO: Mapping[str, Callable[[Session], None]] = {
    "copies": copies,
    "to_do": lambda session: things_to_do(session, {**LOOKING_AFTER, "tell": tell_holders}),
    "share": share,
    "check": lambda session: check_paper(session.talk, session.at, session.today),
    "help": lambda session: help_menu(session, help_someone),
    "more": _more,
}
MORE_DO: Mapping[str, Callable[[Session], None]] = {
    "agree": lambda session: agree_papers(session, _open),
    "tell": tell_holders,
    "blank": print_blank,
    "words_code": make_words_code,
    "alert": make_alert,
    "cover": write_cover,
}


@dataclass
class _Numbered:
    """Prints rows with a number each."""

    session: Session
    number: int = 0

    def row(self, text: str) -> None:
        """One row."""
        self.number += 1
        self.session.talk.line(f"{self.number} {text}")

    def groups(self, now: Home) -> Iterator[Does]:
        """Every form of a list, under its headings, and what each row does."""
        for group in now.groups:
            self.session.talk.line(group.title)
            for one in group.rows:
                self.row(". ".join(text for text in (f"{one.title}: {one.status}", one.detail) if text))
                yield lambda form=one.form: _open(self.session, form)  # type: ignore[misc]

    def papers(self, papers: Sequence[PaperRow]) -> Iterator[Does]:
        """The papers that are out there."""
        session = self.session
        session.talk.line(session.words("screens.home.papers"))
        for one in papers:
            standing = ". ".join(text for text in (one.status, one.detail) if text)
            self.row(f"{one.title}: {standing}" if standing else one.title)
            yield partial(PAPERS_DO[one.what], session)


def _rows(session: Session) -> Iterator[Does]:
    """Print every row with its number, and give what each does."""
    talk, words, numbered = session.talk, session.words, _Numbered(session)
    page = first_page(session.vault, session.shelf, session.today(), words)
    now = page.home
    talk.heading(words("screens.home.title", name=now.name) if now.name else words("screens.home.mine"))
    if session.news:
        numbered.row(words("news.row"))
        yield lambda: news(session)
    if another := opened_by_another(session.vault, words):
        talk.line(another)
    if recovery.are_to_write_down(session.vault):
        numbered.row(words("screens.home.recovery_row"))
        yield lambda: new_recovery_words(session)
    if now.carry_on is not None:
        section_id, place = now.carry_on
        form = form_now(session.vault, session.shelf, section_id)
        places = [step.place for step in form.steps]
        if (top := place.split(".", 1)[0]) in places:
            at = places.index(top) + 1
            numbered.row(words("screens.home.carry_on", form=form.pack.title, number=at, count=len(places)))
            yield lambda: walk(session, section_id, place)
    yield from numbered.groups(now)
    yield from numbered.papers(page.papers)
    others: tuple[tuple[str, Does], ...] = (
        ("screens.home.look_after_row", lambda: _look_after(session)),
        ("screens.home.carer_row", lambda: as_carer(session)),
        ("screens.keys.card", lambda: _card(session)),
        ("screens.keys.support", lambda: _support(session)),
    )
    for text, does in others:
        numbered.row(words(text))
        yield does


def _look_after(session: Session) -> None:
    """What opens the record and what keeps it safe, until Enter or ``b``. Raises Leave."""
    while _choose(session, lambda: _looking_after(session), "plain.list_how", leads_home=True):
        pass


def _looking_after(session: Session) -> Iterator[Does]:
    numbered = _Numbered(session)
    session.talk.heading(session.words("screens.look_after.title"))
    for what, does in LOOKING_AFTER.items():
        numbered.row(session.words(f"screens.find.{what}"))
        yield partial(does, session)


def _carers_rows(session: Session) -> Iterator[Does]:
    """The same of what is kept as a carer; then CA-01, where the papers are that only the other person can make."""
    talk, words, numbered = session.talk, session.words, _Numbered(session)
    page = first_page(session.vault, session.shelf, session.today(), words, CARER)
    now = page.home
    named = words("screens.home.carer_title", name=now.name) if now.name else ""
    talk.heading(named or words("screens.home.carer_mine"))
    yield from numbered.groups(now)
    yield from numbered.papers(page.papers)
    talk.line(words("screens.home.not_offered"))
    talk.line(only_the_person(session.shelf))


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
    """The entries of a form; ``+`` adds one where the form is made for many."""
    talk, pack, shown = session.talk, session.shelf.pack(form), Shown(form)
    while True:
        talk.heading(pack.title)
        print_list(session, shown)
        talk.say("plain.entries" if pack.repeats else "plain.papers")
        say_ways(session, shown)
        typed = talk.ask([pack.about])
        if is_back(typed):
            return
        assert isinstance(typed, str)
        if typed.strip() == "+" and pack.repeats:
            walk(session, answer.start(session.vault, session.shelf, form, session.today()).id)
        elif (one := picked(shown, typed)) is not None:
            _begin_or_look(session, one.id)
        elif not in_another_way(session, shown, typed):
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
    if lines and save_card(session):
        return
    if talk.yes("plain.card_write"):
        section = answer.section_for(session.vault, session.shelf, PLAN, session.today())
        asked = session.shelf.pack(PLAN).question(LINES)
        assert asked is not None
        question(session, section.id, LINES, asked)


def _support(session: Session) -> None:
    support(session.talk, session.at.vault, session.vault.passport().nation)
    session.talk.let_read()
