"""One item of a list, its questions under each other."""

from passport.tui.stack_page import StackPage


class ItemPage(StackPage):
    """Any item but a refusal or a signing."""
