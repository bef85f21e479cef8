"""The full screen: it starts, locks and routes. What each page does is in ``screens``."""

from __future__ import annotations

import asyncio
import gc
import signal
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, tzinfo
from enum import Enum
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import events, work
from textual.app import App
from textual.binding import Binding, BindingType
from textual.command import CommandPalette, Provider
from textual.geometry import Offset
from textual.worker import WorkerFailed

from passport.actions.idle import Idle
from passport.actions.laid_out import take_away, take_away_leftovers
from passport.actions.leaving import BLANK, FORGET_COPY, start_again, wipe_terminal
from passport.actions.places import Places
from passport.actions.settings import read_settings
from passport.errors import Exit, PassportError
from passport.tui import routes
from passport.tui.cursor import place_of_focus
from passport.tui.desk import Desk
from passport.tui.key_line import LOW, take_keys
from passport.tui.last_words import LastWords
from passport.tui.page import Page
from passport.tui.paste import read_pastes_as_words
from passport.tui.screens.blank import Blank
from passport.tui.session import Session
from passport.tui.terminal_gone import when_the_terminal_goes
from passport.tui.themes import OUR_COLOURS, THEMES
from passport.tui.type_ahead import TypeAhead
from passport.tui.verbs import FindAnything, Verbs
from passport.wording.words import Words

if TYPE_CHECKING:
    from passport.actions.drafts import Here

_SOON = 0.3
"""Seconds after which the first page stands: then there is time to read more of the program."""
_TICK = 5.0
"""Seconds between looks at how long nobody has pressed a key."""
WORDS = Words()


class Left(Enum):
    """Why the screen has gone."""

    QUIT = "quit"
    LOCKED = "locked"


class PassportApp(App[Left]):
    """The program on a full screen."""

    ENABLE_COMMAND_PALETTE = True
    ALLOW_SELECT = False
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {Verbs}
    CSS_PATH: ClassVar[str | PurePath | list[str | PurePath] | None] = [
        f"styles/{name}.tcss" for name in ("frame", "boxes", "rows", "pages", "palette", "ansi")
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (64, "-wide")]  # noqa: RUF012  # as Textual declares it
    VERTICAL_BREAKPOINTS = [(0, "-short"), (LOW, "-usual"), (36, "-tall")]  # noqa: RUF012  # as above
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "help", WORDS("screens.keys.help"), id="help"),
        Binding("f2", "support", WORDS("screens.keys.support"), id="support", priority=True),
        Binding("f6", "card", WORDS("screens.keys.card"), id="card"),
        Binding("f10", "lock", WORDS("screens.keys.lock"), id="lock", priority=True),
        Binding("ctrl+p", "command_palette", WORDS("screens.keys.find"), id="find", priority=True),
        Binding("ctrl+q", "quit", WORDS("screens.keys.quit"), id="quit", show=False, priority=True),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.animation_level = "none"
        for theme in THEMES:
            self.register_theme(theme)
        self._wear_at_once(session.settings.theme)
        take_keys(self, session.settings)
        self._idle = Idle(session.settings.idle_minutes)
        self._typed = TypeAhead(self, super().on_event)
        self._last_words = LastWords(self)
        self._leaving = self._copied = False

    def _wear_at_once(self, theme: str) -> None:
        """Begin with a theme, instead of changing to it: the styles are read once, not twice, before the first page."""
        self.set_reactive(App.theme, theme)
        self.set_class(self.current_theme.dark, "-dark-mode", update=False)
        self.set_class(not self.current_theme.dark, "-light-mode", update=False)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own colour names."""
        return OUR_COLOURS

    @property
    def cursor_position(self) -> Offset:
        """The terminal's own cursor, worked out at every drawing: braille displays and magnifiers look where the focus is."""
        return place_of_focus(self.screen) if self._screen_stack else Offset(0, 0)

    @cursor_position.setter
    def cursor_position(self, _told: Offset) -> None:
        """What a box tells may be old by the time it is drawn."""

    def on_mount(self) -> None:
        """Show the first page."""
        self.set_interval(_TICK, self._look_at_the_clock)
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda _loop, _context: None)  # it would write tracebacks to the terminal
        if not self.is_headless:
            when_the_terminal_goes(self._end, lambda: self._go(Left.QUIT))
            if hasattr(signal, "SIGTSTP"):  # Windows stops no program so
                loop.add_signal_handler(signal.SIGTSTP, self._stopped_by_the_system)
        self.push_screen(routes.first_page(self.session))
        self.set_timer(_SOON, self._warm_up)

    def _warm_up(self) -> None:
        """While the person reads or types their passphrase, read the parts that come next."""
        gc.freeze()
        gc.enable()  # it was off since ``__main__``: see there
        self.session.leftover = take_away_leftovers()
        self.run_worker(self.session.desk.away(import_module, "passport.tui.screens.home"), group="warm")

    async def on_event(self, event: events.Event) -> None:
        """Every key and every move of the mouse counts as somebody being here."""
        if isinstance(event, events.InputEvent):
            self._idle.touch()
        if isinstance(event, (events.Key, events.Paste)) and not event.is_forwarded:
            await self._typed.take(event)
        else:
            await super().on_event(event)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What belongs to an open passport waits until it is open. An open card can be seen before."""
        if action in {"card", "command_palette"}:
            return self.session.shows_card if action == "card" else self.session.desk.is_open
        return super().check_action(action, parameters)

    # What the keys do

    def action_help(self) -> None:
        """Help for this very thing."""
        routes.help_for(self)

    def action_support(self) -> None:
        """Get support now: no unlocking."""
        routes.support(self)

    @work
    async def action_card(self) -> None:
        """My card, with the lines as they are typed now."""
        if isinstance(self.screen, Page):
            await self.screen.kept()
        await routes.card(self)

    def action_command_palette(self) -> None:
        """Find anything."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(FindAnything(placeholder=WORDS("screens.find.placeholder")))

    def action_help_quit(self) -> None:
        """Ctrl+C does not quit: people press it to copy. However often: one notice."""
        self.clear_notifications()
        self.notify(WORDS("screens.leave_with"), markup=False, timeout=10)

    @work(group="leaving")
    async def action_lock(self) -> None:
        """Hide: blank first, then keep what was half typed, then go."""
        await self.leave(Left.LOCKED if self.session.desk.is_open else Left.QUIT)

    def _stopped_by_the_system(self) -> None:
        """Told to stand still, such as by ``kill -TSTP``: it locks instead, because the memory would stay as it is."""
        if self.session.desk.is_open:
            self.action_lock()

    def copy_to_clipboard(self, text: str) -> None:
        """What a person copies from a box. It is taken off the clipboard again when they leave, where the terminal lets us."""
        self._copied = True
        super().copy_to_clipboard(text)

    def _wipe(self) -> None:
        """Nothing of the page stays where the terminal keeps what was drawn, nor on the clipboard."""
        if self._driver is not None and not self.is_headless:
            with suppress(Exception):  # a terminal that has gone keeps nothing
                self._driver.write(BLANK + (FORGET_COPY if self._copied else ""))
                self._driver.flush()

    async def action_quit(self) -> None:
        """Go, and leave a clean prompt."""
        self._go(Left.QUIT, by_key=True)

    @work(group="leaving")
    async def _go(self, left: Left, *, by_key: bool = False) -> None:
        await self.leave(left, by_key=by_key)

    async def leave(self, left: Left, *, by_key: bool = False) -> None:
        """Blank the screen, keep what was half typed and where, close the vault, and let the screen go: see ``LastWords``."""
        if self._leaving:
            return
        self._leaving = True
        pages = self._pages()
        await self.push_screen(Blank())
        take_away()
        stopped = await self._keep_words(pages, locked=left is Left.LOCKED)
        if stopped is not None and by_key and await self._last_words.stays(stopped):
            self._leaving = False
            return
        await self.session.desk.close()
        if left is Left.QUIT:
            self._take_away()
        self._wipe()
        self.exit(left)

    async def _end(self) -> None:
        """The window was closed: as a lock, but for a made-up person, who goes."""
        take_away()
        await self._keep_words(self._pages(), locked=True)
        await self.session.desk.close()
        self._take_away()

    def _take_away(self) -> None:
        from passport.actions.demo import take_away as take_made_up_away

        with suppress(OSError):
            take_made_up_away(self.session.at.vault)

    def _pages(self) -> list[Here]:
        """Where the person is and what is typed on every page, the one in front first."""
        pages = (screen for screen in reversed(self.screen_stack) if isinstance(screen, Page))
        return [found for page in pages if (found := page.here()) is not None]

    async def _keep_words(self, pages: list[Here], *, locked: bool) -> PassportError | None:
        if self.session.desk.is_open:
            with suppress(Exception):  # whatever stops us here, the screen goes: blank and locked comes first
                return await self._last_words.kept(pages, locked=locked)
        return None

    def _look_at_the_clock(self) -> None:
        from passport.tui.screens.idle_warning import IdleWarning

        if not self.session.desk.is_open:
            return
        self._idle.wait(self.session.settings.idle_minutes)
        says = self._idle.says()
        if says == "lock":
            self.action_lock()
        elif says == "warn" and not isinstance(self.screen, IdleWarning):
            self.push_screen(IdleWarning())

    def _fatal_error(self) -> None:
        """One sentence, and no traceback: a person's words may stand in it, and scrollback keeps it."""
        self._wipe()
        kind = type(self._exception).__name__
        self.panic(Text(WORDS("commands.surprise", kind=kind)))

    def _handle_exception(self, error: Exception) -> None:
        """What stops a page's work is told on the page. Anything else ends it, as Textual does, and is never drawn."""
        stopped = error.error if isinstance(error, WorkerFailed) else None
        if isinstance(stopped, PassportError) and isinstance(self.screen, Page):
            self.screen.tell(WORDS.error(stopped))
            return
        self._return_code = 1
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self._fatal_error()


def session_for(
    at: Places,
    clock: Callable[[], datetime],
    zone: tzinfo | None = None,
) -> Session:
    """Everything one run of the program needs."""
    return Session(at, read_settings(at.settings), WORDS, Desk(), clock, zone)


def run(at: Places, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> int:
    """Open the program on a full screen. Returns the exit code; after a lock it starts itself again and never returns."""
    session = session_for(at, clock)
    app = PassportApp(session)
    read_pastes_as_words()
    left = app.run()
    session.desk.stop()
    if left is Left.LOCKED:
        wipe_terminal()
        start_again(session.at.vault)
    return Exit.CANNOT_OPEN if app.return_code else Exit.DONE
