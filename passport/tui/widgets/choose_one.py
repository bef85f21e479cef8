"""Choose one."""

from passport.tui.widgets.choices import ChoicesBox


class ChooseOneBox(ChoicesBox):
    """Choose one."""
