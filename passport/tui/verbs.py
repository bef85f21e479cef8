"""Find anything: what a person can do, as plain verbs, in the palette."""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import suppress
from functools import partial

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.widgets import Input

from passport.actions.settings import look
from passport.errors import PassportError
from passport.tui import routes
from passport.tui.app_session import session_of
from passport.tui.themes import THEMES


class FindAnything(CommandPalette):
    """The palette, in which nothing blinks."""

    def on_mount(self) -> None:
        """Its box is Textual's own."""
        self.query_one(Input).cursor_blink = False


class Verbs(Provider):
    """Every form of their own by its name, what is kept as a carer, every paper page, and every key."""

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for words, does in self._verbs():
            yield DiscoveryHit(words, does)

    async def search(self, query: str) -> Hits:
        """Those whose words match."""
        matcher = self.matcher(query)
        for words, does in self._verbs():
            score = matcher.match(words)
            if score > 0:
                yield Hit(score, matcher.highlight(words), does, text=words)

    def _verbs(self) -> Iterator[tuple[str, Callable[[], object]]]:
        from passport.actions.first_page import MORE, PAPERS

        session, app = session_of(self.app), self.app
        yield session.say("screens.find.home"), partial(routes.go_home, app)
        own = session.helping is None
        for form, pack in session.shelf.packs.items():
            if (
                own and not pack.audience.of_carer
            ):  # these stand behind one line of their own: most people are nobody's carer
                yield (
                    session.say("screens.find.open", form=pack.title),
                    _from_home(app, routes.open_form, form),
                )
        for what in (
            (*PAPERS, *MORE, "help_out", routes.CARER, *routes.LOOKING_AFTER, routes.NEWS) if own else ()
        ):
            yield session.say(f"screens.find.{what}"), _from_home(app, routes.show, what)
        for action in ("support", *(("card",) if own else ()), "lock", "quit"):
            yield session.say(f"screens.find.{action}"), partial(app.run_action, action)
        for theme in THEMES:
            look = session.say(f"screens.find.{theme.name}")
            yield session.say("screens.find.theme", theme=look), partial(wear, app, theme.name)


def _from_home(
    app: routes.AnyApp, opens: Callable[[routes.AnyApp, str], Awaitable[None]], what: str
) -> Callable[[], object]:
    """Going there starts at home, so that Esc leads home again."""
    return partial(routes.go_home, app, partial(opens, app, what))


def wear(app: routes.AnyApp, theme: str) -> None:
    """Change the theme, and remember it."""
    session = session_of(app)
    app.theme = theme
    with suppress(PassportError):  # a place that cannot be written to is left: it is worn now
        session.settings = look(session.at.settings, theme)
