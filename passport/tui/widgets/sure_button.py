"""A button that asks once more before it does what cannot be taken back."""

from typing import Self

from textual.widgets import Button


class SureButton(Button):
    """The first press only changes its words; the second is a press. Going elsewhere starts again."""

    def __init__(self, label: str, sure: str, *, id: str) -> None:  # noqa: A002  # as Textual names it
        super().__init__(label, id=id, classes="plain-button")
        self._first, self._second = label, sure
        self._asked = False

    def press(self) -> Self:
        """Ask, or send the press on."""
        if self._asked:
            return super().press()
        self._asked = True
        self.label = self._second
        return self

    def on_blur(self) -> None:
        """Somewhere else now: the next press asks again."""
        self._asked = False
        self.label = self._first
