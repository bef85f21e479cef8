"""The keys that work everywhere, at the foot of every page: at most five, in the same order, and each can be clicked."""

from textual import events
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

SHOWN = ("help", "support", "card", "lock", "find")
"""Ids of the app's bindings, in order. Their keys may be changed; their place does not."""
BETWEEN = Content("   ")


class KeyLine(Static):
    """``F1 Help   F2 Get support now   ...``; where the screen is narrow it takes more lines, and never breaks inside one."""

    def on_mount(self) -> None:
        """Write the keys as they are bound now."""
        self._fill(self.app.size.width)

    def on_resize(self, event: events.Resize) -> None:
        """Break the lines again for the new width."""
        self._fill(event.container_size.width)

    def _fill(self, width: int) -> None:
        lines: list[list[Content]] = [[]]
        for key in self._keys():
            if lines[-1] and len(BETWEEN.join([*lines[-1], key])) > width - 2:
                lines.append([])
            lines[-1].append(key)
        self.update(Content("\n").join(BETWEEN.join(line) for line in lines))

    def _keys(self) -> list[Content]:
        bindings = {one.binding.id: one.binding for one in self.screen.active_bindings.values()}
        return [
            Content.assemble(
                (_key(self.app.get_key_display(binding)), "bold"), " ", binding.description
            ).stylize(Style.from_meta({"@click": f"app.{binding.action}"}))
            for name in SHOWN
            if (binding := bindings.get(name)) is not None
        ]


def _key(shown: str) -> str:
    """``F1``, ``Ctrl+P``: as they stand on the keys and in our words."""
    return f"Ctrl+{shown[1:].upper()}" if shown.startswith("^") else shown.upper()
