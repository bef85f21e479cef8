"""A link: one of the person's other forms, chosen from those there are."""

from collections.abc import Mapping
from dataclasses import replace

from passport.tui.widgets.box import Asked
from passport.tui.widgets.choose_one import ChooseOneBox


class LinkBox(ChooseOneBox):
    """Choose one of the forms that are there."""

    def __init__(self, asked: Asked) -> None:
        words = asked.words.get("section") if isinstance(asked.words, Mapping) else asked.words
        super().__init__(replace(asked, words=words))
