"""A page: one line on top, a column of at most 72, and the keys below. Every screen of ours is one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Button

from passport.errors import PassportError
from passport.tui.app_session import session_of
from passport.tui.key_line import KeyLine
from passport.tui.problem import Problems, takes_letters
from passport.tui.screens.blank import Blank
from passport.tui.screens.idle_warning import IdleWarning
from passport.tui.session import Session
from passport.tui.widgets.rows import Row, Rows
from passport.tui.widgets.text import Line

if TYPE_CHECKING:
    from passport.actions.drafts import Here
    from passport.tui.under_way import UnderWay

_Result = TypeVar("_Result")
SAVING = ("keeping", "saving")
"""Groups of workers that save words: of a page that is covered, and of a question that is left."""


class Page(Screen[_Result]):
    """One page. ``contents`` is what its column holds; ``below`` stays in view under it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", show=False, id="back"),
        Binding("pageup", "turn(-1)", show=False, id="page_up"),
        Binding("pagedown", "turn(1)", show=False, id="page_down"),
    ]
    AUTO_FOCUS = ""
    title_key = ""
    """The sentence on the top line, unless the page finds other words as it is filled."""
    help_key = ""
    """What F1 says of this page, under ``page_help``."""
    can_go_back = True
    """Whether Back stands on the top line."""
    looks_again = False
    """Whether what it holds may have changed while another page was on top."""

    def __init__(self) -> None:
        super().__init__()
        self._was_covered = False
        self._last_box: Widget | None = None
        self.under_way: UnderWay | None = None
        """What it is doing for the person, if that takes a while."""
        self.ready = False
        """Whether everything stands and the focus is where a person begins."""

    @property
    def session(self) -> Session:
        """What this run of the program shares."""
        return session_of(self)

    def say(self, key: str, /, **gaps: object) -> str:
        """One of our sentences."""
        return self.session.say(key, **gaps)

    async def contents(self) -> Sequence[Widget]:
        """What the column holds, from the top. May ask the desk."""
        return ()

    def below(self) -> ComposeResult:
        """What stays in view under the column."""
        yield from ()

    def arrive(self) -> None:
        """Put the focus where a person begins: the first thing in the column, else the way back. A page may say otherwise."""
        for widget in self.query_one("#contents").query("*"):
            if widget.focusable:
                widget.focus()
                return
        for back in self.query("#back"):
            back.focus()

    def here(self) -> Here | None:
        """Where the person is, if this page is a place to come back to."""
        return None

    def help_about(self) -> tuple[str, list[str]]:
        """For F1: a heading and what stands under it."""
        return self.query_one("#caption", Line).text, [
            self.say(f"page_help.{self.help_key}")
        ] if self.help_key else []

    def compose(self) -> ComposeResult:
        """The frame that every page has."""
        self._fit_at_once()
        with Horizontal(id="top"):
            if self.can_go_back:
                yield Button(self.say("screens.back"), id="back")
            yield Line(self.say(self.title_key) if self.title_key else "", id="caption")
            yield Line(id="saved")
        if self.session.banner:
            yield Line(self.session.banner, id="banner")
        with VerticalScroll(id="scroll", can_focus=False), Vertical(id="column"):
            yield Problems(self.say("screens.problem.title"))
            yield Vertical(id="contents")
        yield from self.below()
        yield KeyLine()

    def _fit_at_once(self) -> None:
        """Begin with the classes of the screen's size, instead of changing to them: the page is styled once, not twice."""
        across, down = self.app.HORIZONTAL_BREAKPOINTS or [], self.app.VERTICAL_BREAKPOINTS or []
        self.add_class(
            *self._get_breakpoint_classes(self.app.size.width, across),
            *self._get_breakpoint_classes(self.app.size.height, down),
            update=False,
        )

    async def on_mount(self) -> None:
        """Fill the column."""
        with self.telling():
            column = self.query_one("#contents")
            contents = await self.contents()
            if self.is_attached:
                await column.mount_all(contents)
            self.call_after_refresh(self._arrive)

    def _arrive(self) -> None:
        if self.is_attached and self.is_running:  # a page may have gone while it was being filled
            self.arrive()
            self.app.call_later(self._stands)  # Textual moves the focus in the same queue

    def _stands(self) -> None:
        self.ready = True

    async def fill_again(self) -> None:
        """Show what is true now, with the focus where it was."""
        self.ready = False
        stood_on = self.focused.key if isinstance(self.focused, Row) else None
        column = self.query_one("#contents")
        with self.telling():
            widgets = await self.contents()
            if not self.is_attached:
                return
            await column.remove_children()
            await column.mount_all(widgets)
        self.call_after_refresh(self._stand_on, stood_on)

    def _stand_on(self, key: str | None) -> None:
        if not self.is_attached:
            return
        row = next((one for one in self.query(Row) if key is not None and one.key == key), None)
        if row is not None and isinstance(row.parent, Rows):
            row.parent.go_to(row)
            self.ready = True
        else:
            self._arrive()

    def on_resize(self) -> None:
        """The screen has another size."""
        for keys in self.query(KeyLine):
            keys.fit()
        if self.focused is not None:
            # once more after the column has its new width: before that its place is the old one
            self.call_after_refresh(self.call_after_refresh, self.focused.scroll_visible, animate=False)

    async def keep_words(self) -> None:
        """Save what is typed and not saved: another page comes on top. Raises VaultError."""

    async def let_go(self) -> None:
        """As ``keep_words``, where the person does not come back to this page. Raises VaultError."""
        await self.keep_words()

    def follows(self) -> list[Screen[Any]]:
        """Pages that what was saved here calls for, and that nobody has seen yet."""
        return []

    async def is_stale(self) -> bool:
        """Whether another page may have changed what this one shows."""
        return self.looks_again

    async def kept(self, *, for_good: bool = False) -> bool:
        """Save what is typed. Where that fails, say why on this page; the words stay in their boxes."""
        with self.telling():
            await (self.let_go() if for_good else self.keep_words())
            return True
        return False

    def on_screen_suspend(self) -> None:
        """Another page is on top, or this one has gone. Half-typed words become drafts where the program goes."""
        self._was_covered = True
        if isinstance(self.app.screen, Blank):
            self.leave_off()
        if self in self.app.screen_stack and not isinstance(self.app.screen, (Blank, IdleWarning)):
            self.run_worker(self.kept(), group=SAVING[0])

    def stay(self) -> None:
        """It was covered for a moment only: coming back to it is nothing new."""
        self._was_covered = False

    async def on_screen_resume(self) -> None:
        """On top again."""
        if not self._was_covered:
            return
        self._was_covered = False
        if await self.kept():
            with self.telling():
                if await self.is_stale():
                    await self.fill_again()

    def caption(self, text: str) -> None:
        """The words on the top line."""
        self.query_one("#caption", Line).say(text)

    @contextmanager
    def telling(self) -> Iterator[None]:
        """What stops us is told on the page, in its own sentence."""
        try:
            yield
        except PassportError as error:
            self.tell(self.session.words.error(error))

    def tell(self, sentence: str, field: Widget | None = None) -> None:
        """Put one problem in the panel on top, and go there. It leads to its field, else to the box that was typed in last."""
        last = self._last_box if self._last_box is not None and self._last_box.is_attached else None
        self.query_one(Problems).say([(sentence, field or last)])

    def tell_all(self, problems: Sequence[tuple[str, Widget]]) -> None:
        """Put these problems in the panel on top, each with its field; none takes the panel away."""
        self.query_one(Problems).say(problems)

    def told(self) -> None:
        """Take the panel away."""
        self.query_one(Problems).say([])

    def saved(self) -> None:
        """Say when the last words were saved."""
        time = self.session.time_on_the_wall()
        self.query_one("#saved", Line).say(self.say("screens.saved", time=time))

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Somebody went somewhere."""
        if takes_letters(event.widget):
            self._last_box = event.widget
        self.focus_moved()

    def focus_moved(self) -> None:
        """The focus is somewhere else now.

        A page made from another hooks in here: Textual calls the ``on_`` methods of every class, also where one hides another.
        """

    @on(Button.Pressed, "#back")
    def _back_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        self.action_back()

    def leave_off(self) -> bool:
        """Stop what is under way on this page. Whether there was anything."""
        if self.under_way is None:
            return False
        self.under_way.leave_off()
        return True

    def action_back(self) -> None:
        """Go to the page before."""
        self.dismiss()

    def action_turn(self, pages: int) -> None:
        """Scroll a page, wherever the focus is."""
        scroll = self.query_one("#scroll", VerticalScroll)
        scroll.scroll_relative(y=pages * max(1, scroll.size.height - 2), animate=False)
