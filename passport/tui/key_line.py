"""The keys that work everywhere, at the foot of every page: at most five, in the same order, and each can be clicked."""

from textual.content import Content
from textual.style import Style
from textual.widgets import Static

SHOWN = ("help", "support", "card", "lock", "find")
"""Ids of the app's bindings, in order. Their keys may be changed; their place does not."""
BETWEEN = Content("   ")
NEEDED = ("lock", "help", "support", "find", "card")
"""Where there is room for one line only, as many of them as fit, in this order."""
LOW = 16
"""Lines of a screen that leaves room for one line of keys only."""


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
        return {
            name: Content.assemble(
                (_key(self.app.get_key_display(binding)), "bold"), " ", binding.description
            ).stylize(Style.from_meta({"@click": f"app.{binding.action}"}))
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


def _key(shown: str) -> str:
    """``F1``, ``Ctrl+P``: as they stand on the keys and in our words."""
    return f"Ctrl+{shown[1:].upper()}" if shown.startswith("^") else shown.upper()
