"""The keys that work everywhere, at the foot of every page: at most five, in the same order, and each can be clicked."""

from textual.content import Content
from textual.style import Style
from textual.widgets import Static

SHOWN = ("help", "support", "card", "lock", "find")
"""Ids of the app's bindings, in order. Their keys may be changed; their place does not."""


class KeyLine(Static):
    """``F1 Help  F2 Get support now  ...``; it wraps where the screen is narrow."""

    def on_mount(self) -> None:
        """Write the keys as they are bound now."""
        bindings = {one.binding.id: one.binding for one in self.screen.active_bindings.values()}
        parts: list[Content] = []
        for name in SHOWN:
            binding = bindings.get(name)
            if binding is not None:
                click = Style.from_meta({"@click": f"app.{binding.action}"})
                parts += [
                    Content.styled(_key(self.app.get_key_display(binding)), "bold").stylize(click),
                    Content("\u00a0" + binding.description.replace(" ", "\u00a0")).stylize(click),
                    Content("  "),
                ]
        self.update(Content("").join(parts[:-1]))


def _key(shown: str) -> str:
    """``F1``, ``Ctrl+P``: as they stand on the keys and in our words."""
    return f"Ctrl+{shown[1:].upper()}" if shown.startswith("^") else shown.upper()
