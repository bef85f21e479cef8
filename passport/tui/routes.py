"""Which page comes next. Pages are read when they are first needed, so that the program opens fast."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from importlib import import_module
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.screen import Screen

from passport.tui.app_session import session_of
from passport.tui.page import Page
from passport.tui.session import Session

if TYPE_CHECKING:
    from passport.actions.form_now import FormNow
    from passport.actions.share import Shared
    from passport.forms.interview import Step
    from passport.forms.pack import Question
    from passport.record.answers import Place, Value

AnyApp = App[Any]
NEWS = "news"
"""What is new in this version."""
CARER = "carer"
"""The list of what is kept as a carer."""
LOOK_AFTER = "look_after"
"""The list of what keeps the record safe, and the pages on it in their order."""
LOOKING_AFTER = (
    "words",
    "before",
    "kept",
    "passphrase",
    "recovery",
    "ways",
    "lock_after",
    "looks",
    "open_card",
    "backups",
    "together",
    "export",
)
PAGES = {
    "copies": "copies:CopiesPage",
    "to_do": "to_do:ToDoPage",
    "agree": "agree:AgreePage",
    "share": "share_who:ShareWhoPage",
    "check": "check_paper:CheckPaperPage",
    "tell": "tell:TellPage",
    "blank": "blank_form:BlankFormPage",
    "words_code": "words_code:WordsSidePage",
    "alert": "alert:AlertPage",
    "cover": "cover:CoverCopyPage",
    NEWS: "tour:NewsPage",
    "help": "suggestions:HelpMenuPage",
    "help_ask": "ask_help:AskSidePage",
    "help_suggestions": "suggestions:SuggestionsPage",
    "help_bring": "suggestions:BringPage",
    "help_out": "help_out:HelpOutPage",
    "more": "more_papers:MorePapersPage",
    CARER: "carer_home:CarerHomePage",
    "words": "find_words:FindWordsPage",
    "before": "history:HistoryFormsPage",
    "kept": "files:FilesPage",
    LOOK_AFTER: "look_after:LookAfterPage",
    "passphrase": "new_keys:NewPassphrasePage",
    "backups": "backups:BackupsPage",
    "together": "together:TogetherPage",
    "export": "export:ExportPage",
    "recovery": "new_keys:NewRecoveryWordsPage",
    "ways": "ways:WaysPage",
    "lock_after": "lock_after:LockAfterPage",
    "looks": "looks:LooksPage",
    "open_card": "open_card:OpenCardPage",
}
"""Every page that a row or the palette opens by its name: module and class in ``screens``."""


def first_page(session: Session) -> Screen[Any]:
    """The bare box where there is a vault, else the welcome; a file of somebody to help first."""
    if session.at.bundle is not None:
        from passport.tui.screens.help_out import HelpOutPage

        return HelpOutPage(session.at.bundle)
    if session.at.vault.exists():
        from passport.tui.screens.unlock import Unlock

        return Unlock()
    from passport.tui.screens.welcome import Welcome

    return Welcome()


def go_home(app: AnyApp, then: Callable[[], Awaitable[None]] | None = None) -> None:
    """Save what is typed, then home, and nothing behind it; ``then`` opens what lies on top of it.

    After a lock, that is the question where it locked.
    """
    app.run_worker(
        _go_home(app, then), group="going", exclusive=True
    )  # the app's own: the page that asked goes away


async def save_all(app: AnyApp) -> list[Screen[Any]] | None:
    """Save what is typed on every page. Returns what has to be shown next; None where a page could not: it is in front."""
    follows: list[Screen[Any]] = []
    for page in reversed([one for one in app.screen_stack if isinstance(one, Page)]):
        if not await page.kept(for_good=True):
            while app.screen is not page:
                app.pop_screen()
            return None
        follows += page.follows()
    return follows


async def _go_home(app: AnyApp, then: Callable[[], Awaitable[None]] | None) -> None:
    from passport.actions.drafts import take_locked_place
    from passport.actions.form_now import form_now
    from passport.actions.helping import helping
    from passport.actions.news import is_news
    from passport.tui.screens.help_out import HelpHomePage
    from passport.tui.screens.home import HomePage

    session = session_of(app)
    follows = await save_all(app)
    if follows is None:
        return
    where = await session.desk.do(take_locked_place)
    session.look_whose(await session.desk.do(helping))
    if session.news is None:
        session.news, session.settings = is_news(session.at.settings)
    while len(app.screen_stack) > 1:
        app.pop_screen()
    await app.push_screen(HomePage() if session.helping is None else HelpHomePage())
    if then is not None:
        await then()
    elif where is not None:
        form = await session.desk.do(form_now, session.shelf, where[0])
        at = page_at if session.helping is None else change_at  # a helper has no form to go through
        await app.push_screen(at(form, where[1]))
    for page in follows:
        await app.push_screen(page)


def next_step_page(section_id: str, step: Step, before: Step | None = None) -> Screen[Any]:
    """The page of a step; a note comes first where a hard page begins."""
    from passport.tui.screens.note import NotePage
    from passport.tui.screens.question import QuestionPage

    begins = before is None or before.page.id != step.page.id
    if begins and step.page.note:
        return NotePage(section_id, step.place)
    return QuestionPage(section_id, step.place)


def page_at(form: FormNow, place: Place) -> Screen[Any]:
    """The page that asks what belongs at a place."""
    from passport.record.answers import question_of
    from passport.tui.screens.question import QuestionPage

    if "." in place:
        part, item, _ = place.split(".", 2)
        return item_page(form, part, item, question_of(place))
    return QuestionPage(form.section.id, place)


def change_at(form: FormNow, place: Place) -> Screen[Any]:
    """As ``page_at``, for somebody who comes back to where they are once it is changed."""
    from passport.tui.screens.question import QuestionPage

    return page_at(form, place) if "." in place else QuestionPage(form.section.id, place, changing=True)


def item_page(form: FormNow, part: str, item: str, question: str = "") -> Screen[Any]:
    """The page of one item of a list."""
    from passport.record.sections import NEW_ITEM, SIGNINGS
    from passport.tui.screens.item import ItemPage
    from passport.tui.screens.refusal import RefusalPage
    from passport.tui.screens.signing_record import SigningRecordPage
    from passport.tui.screens.signing_shown import SigningShownPage

    if part == SIGNINGS:
        signing = SigningRecordPage(form.section.id)
        return signing if item == NEW_ITEM else SigningShownPage(form.section.id, item)
    if part == form.pack.refusals:
        return RefusalPage(form.section.id, part, item, start_at=question)
    return ItemPage(form.section.id, part, item, start_at=question)


def form_page(form: FormNow) -> Screen[Any]:
    """A form that was begun shows its answers; a fresh one shows its first question."""
    from passport.tui.screens.check_answers import CheckAnswersPage

    if form.section.answers or not form.steps:
        return CheckAnswersPage(form.section.id)
    return next_step_page(form.section.id, form.steps[0])


def help_for(app: AnyApp) -> None:
    """Help for the thing that has the focus."""
    from passport.tui.screens.help import HelpPage

    if not _back_to(app, HelpPage):
        app.push_screen(HelpPage(*(app.screen.help_about() if isinstance(app.screen, Page) else ("", []))))


def support(app: AnyApp) -> None:
    """Crisis lines, unlocked or not."""
    from passport.tui.screens.support import SupportPage

    if not _back_to(app, SupportPage):
        app.push_screen(SupportPage())


def _back_to(app: AnyApp, kind: type[Screen[Any]]) -> bool:
    """Whether this page is open already, with nothing on top but help and support: then it is in front again."""
    from passport.tui.screens.help import HelpPage
    from passport.tui.screens.support import SupportPage

    above = [kind, HelpPage, SupportPage]
    on_top = list(takewhile(lambda one: type(one) in above, reversed(app.screen_stack)))
    there = next((at for at, one in enumerate(on_top) if type(one) is kind), None)
    for _ in range(there or 0):
        app.pop_screen()
    return there is not None


async def card(app: AnyApp) -> None:
    """The five lines of the card; while it is locked, the open card."""
    from passport.tui.screens.card import CardPage
    from passport.tui.screens.open_card import OpenCardShownPage

    if not session_of(app).desk.is_open:
        if not isinstance(app.screen, OpenCardShownPage):
            await app.push_screen(OpenCardShownPage())
        return
    if not isinstance(app.screen, CardPage):
        await app.push_screen(CardPage())


def show_code(app: AnyApp, shared: Shared) -> None:
    """The code of a paper that was just given out, in this window."""
    from passport.tui.screens.code_shown import CodeShownPage

    app.push_screen(CodeShownPage(shared))


async def open_form(app: AnyApp, form: str) -> None:
    """Open a form: its entries where there are several, else its answers or its first question."""
    from passport.actions import answer
    from passport.actions.form_now import form_now
    from passport.tui.screens.entries import EntriesPage

    session = session_of(app)
    section = await session.desk.do(answer.to_open, session.shelf, form, session.today())
    if section is None:
        await app.push_screen(EntriesPage(form))
        return
    await app.push_screen(form_page(await session.desk.do(form_now, session.shelf, section.id)))


async def open_place(app: AnyApp, section_id: str, place: Place) -> None:
    """A question of a section, to change it and come back; the section where that is not asked now. Raises UnknownEntry."""
    from passport.actions.form_now import form_now, opens_at

    session = session_of(app)
    form = await session.desk.do(form_now, session.shelf, section_id)
    at = opens_at(form, place)
    await app.push_screen(form_page(form) if at is None else change_at(form, at))


async def go_on(page: Page[None], section_id: str, here: Step, later: Step | None) -> None:
    """From one step to the next, where the person can carry on later; or to the answers after the last."""
    from passport.actions.home import remember_place
    from passport.tui.screens.check_answers import CheckAnswersPage

    app = page.app
    if later is not None:
        await session_of(app).desk.do(remember_place, section_id, later.place)
        app.switch_screen(next_step_page(section_id, later, here))
    elif isinstance(app.screen_stack[-2], CheckAnswersPage):
        page.dismiss()
    else:
        app.switch_screen(CheckAnswersPage(section_id))


async def show(app: AnyApp, what: str) -> None:
    """One of ``PAGES``, on top."""
    module, name = PAGES[what].split(":")
    page: type[Screen[Any]] = getattr(import_module(f"passport.tui.screens.{module}"), name)
    await app.push_screen(page())


def help_about(session: Session, question: Question | None, chosen: Value = None) -> tuple[str, list[str]]:
    """What F1 says of a question, and of what is chosen in its box."""
    from passport.actions.form_now import why_we_ask

    return ("", []) if question is None else (question.label, why_we_ask(question, session.words, chosen))
