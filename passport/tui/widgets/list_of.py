"""A list: short lines, or rows with columns."""

from passport.tui.widgets.box import Asked, Box
from passport.tui.widgets.lines import LinesBox
from passport.tui.widgets.table import TableBox


def list_box(asked: Asked) -> Box:
    """The box that fits the question."""
    return TableBox(asked) if asked.question.columns else LinesBox(asked)
