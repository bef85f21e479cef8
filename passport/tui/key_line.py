"""The keys that work everywhere, at the foot of every page: at most five, in the same order, and each can be clicked."""

from typing import Any

from textual.app import App
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from passport.actions.settings import KEYS, Settings, key_name, keys_for
from passport.tui.app_session import session_of

SHOWN = ("help", "support", "card", "lock", "find")
"""Ids of the app's bindings, in order. Their keys may be changed; their place does not."""
BETWEEN = Content("   ")
NEEDED = ("lock", "help", "support", "find", "card")
"""Where there is room for one line only, as many of them as fit, in this order."""
LOW = 16
"""Lines of a screen that leaves room for one line of keys only."""


def take_keys(app: App[Any], chosen: Settings) -> None:
    """The person's own keys, beside those that our words name."""
    app.set_keymap({what: ",".join(keys_for(chosen, what)) for what in KEYS})
    for screen in app.screen_stack if app.is_running else ():
        for line in screen.query(KeyLine):
            line.fit()


class KeyLine(Static):
    """``F1 Help   F2 Get support now   ...``; where the screen is narrow it takes more lines, and never breaks inside a key."""

    def on_mount(self) -> None:
        """Write the keys as they are bound now."""
        self.fit()

    def fit(self) -> None:
        """Break the lines for the size that the screen has now."""
        width, height = self.app.size
        keys = self._keys()
        lines = _lines([keys[name] for name in SHOWN if name in keys], width - 2)
        if len(lines) > 1 and height < LOW:
            lines = [_most([keys[name] for name in NEEDED if name in keys], width - 2)]
        self.update(Content("\n").join(BETWEEN.join(line) for line in lines))

    def _keys(self) -> dict[str, Content]:
        bindings = {one.binding.id: one.binding for one in self.screen.active_bindings.values()}
        keys = {name: keys_for(session_of(self.app).settings, name)[0] for name in SHOWN}
        return {
            name: Content.assemble((key_name(keys[name]), "bold"), " ", binding.description).stylize(
                Style.from_meta({"@click": f"app.{binding.action}"})
            )
            for name in SHOWN
            if (binding := bindings.get(name)) is not None
        }


def _lines(keys: list[Content], width: int) -> list[list[Content]]:
    """All of them, on as many lines as it takes."""
    lines: list[list[Content]] = [[]]
    for key in keys:
        if lines[-1] and len(BETWEEN.join([*lines[-1], key])) > width:
            lines.append([])
        lines[-1].append(key)
    return lines


def _most(keys: list[Content], width: int) -> list[Content]:
    """As many as fit on one line, the first of them first."""
    line: list[Content] = []
    for key in keys:
        if not line or len(BETWEEN.join([*line, key])) <= width:
            line.append(key)
    return line
