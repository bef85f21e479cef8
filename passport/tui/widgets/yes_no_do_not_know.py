"""Yes, no, or I do not know."""

from passport.tui.widgets.choices import ChoicesBox


class YesNoDoNotKnowBox(ChoicesBox):
    """Yes, no, or I do not know."""
