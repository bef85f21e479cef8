"""Yes or no."""

from passport.tui.widgets.choices import ChoicesBox


class YesNoBox(ChoicesBox):
    """Yes or no."""
