"""Money: one short line after a pound sign."""

from passport.tui.widgets.typed import TypedBox


class MoneyBox(TypedBox):
    """An amount in pounds."""

    before = "£"
