"""A short text: one line."""

from passport.tui.widgets.typed import TypedBox


class ShortTextBox(TypedBox):
    """One line of text."""
