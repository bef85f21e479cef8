"""Choose as many as fit."""

from passport.tui.widgets.choices import ChoicesBox


class ChooseManyBox(ChoicesBox):
    """Choose as many as fit."""

    many = True
