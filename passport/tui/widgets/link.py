"""A link: one of the person's other forms, chosen from those there are."""

from collections.abc import Mapping
from dataclasses import replace

from textual.app import ComposeResult

from passport.tui.widgets.box import Asked
from passport.tui.widgets.choose_one import ChooseOneBox
from passport.tui.widgets.text import Line


class LinkBox(ChooseOneBox):
    """Choose one of the forms that are there, or read that there is none yet."""

    def __init__(self, asked: Asked) -> None:
        words = asked.words.get("section") if isinstance(asked.words, Mapping) else asked.words
        super().__init__(replace(asked, words=words))

    def compose(self) -> ComposeResult:
        """The forms, or that there is none."""
        if self._choices:
            yield from super().compose()
        else:
            yield Line(self.say("answers.nothing_to_pick"), classes="keys-hint")
