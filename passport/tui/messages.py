"""Everything that widgets tell their page. Widgets hold no rules: the page decides what to do."""

from textual.message import Message

from passport.record.answers import Value


class Answered(Message):
    """A box says something new: after every letter, tick or choice."""

    def __init__(self, question_id: str, words: Value) -> None:
        super().__init__()
        self.question_id, self.words = question_id, words


class CarryOn(Message):
    """Enter was pressed where it means: I am done here."""


class AddItem(Message):
    """Begin a new item of a list."""

    def __init__(self, part: str) -> None:
        super().__init__()
        self.part = part


class ChangeItem(Message):
    """Open an item of a list."""

    def __init__(self, part: str, item: str) -> None:
        super().__init__()
        self.part, self.item = part, item
