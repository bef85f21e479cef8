"""What every box for an answer has in common: the question it asks, the words in it, and how to say they changed."""

from dataclasses import dataclass
from datetime import date

from textual.widget import Widget

from passport.forms.pack import Question
from passport.record.answers import Value
from passport.tui.messages import Answered
from passport.wording.words import Words


@dataclass(frozen=True, slots=True)
class ItemLine:
    """One item of a list, as it is shown: its id, its title, and where it stands."""

    id: str
    title: str
    standing: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question, ready to be put in a box."""

    question: Question
    words: Value
    """What the box begins with."""
    today: date
    say: Words
    items: tuple[ItemLine, ...] = ()
    """For a list whose items have pages of their own."""


class Box(Widget):
    """A box for one answer. It knows the question and what is typed, and no rule about either."""

    def __init__(self, asked: Asked) -> None:
        super().__init__(classes="box")
        self.asked = asked
        self.began: Value = None
        """The words as they stood when the box was first shown."""

    def on_mount(self) -> None:
        """Remember how it began, so that nothing is saved that nobody changed."""
        self.began = self.words

    @property
    def words(self) -> Value:
        """What it says now."""
        raise NotImplementedError

    @property
    def changed(self) -> bool:
        """Whether somebody typed something new."""
        return self.words != self.began

    def focus_box(self) -> None:
        """Put the cursor where typing begins."""
        for widget in self.query("*"):
            if widget.focusable:
                widget.focus()
                return

    def tell(self) -> None:
        """Say what it says now."""
        self.post_message(Answered(self.asked.question.id, self.words))

    def say(self, key: str, /, **gaps: object) -> str:
        """One of our sentences."""
        return self.asked.say(key, **gaps)


def text_of(words: Value) -> str:
    """Words that are one piece of text, as text."""
    return "" if words is None or isinstance(words, (tuple, dict)) else str(words)
