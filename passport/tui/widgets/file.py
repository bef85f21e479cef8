"""A file: its path or name. For now we keep the name only."""

from collections.abc import Mapping

from passport.record.answers import Value
from passport.tui.widgets.box import text_of
from passport.tui.widgets.typed import TypedBox


class FileBox(TypedBox):
    """A file's name."""

    def starts_with(self, words: Value) -> str:
        """The name of the file."""
        return str(words.get("name") or "") if isinstance(words, Mapping) else text_of(words)
