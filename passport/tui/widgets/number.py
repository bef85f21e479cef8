"""A number: one short line."""

from passport.tui.widgets.typed import TypedBox


class NumberBox(TypedBox):
    """A number as a person writes it."""
