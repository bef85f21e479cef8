"""Boxes with choices to pick from. A mark says what is chosen, not only a colour."""

from textual import on
from textual.app import ComposeResult
from textual.content import Content

from passport.forms.kinds import choices_of
from passport.forms.pack import Choice
from passport.record.answers import Value
from passport.record.visible import visible
from passport.tui.messages import CarryOn
from passport.tui.widgets.box import Asked, Box
from passport.tui.widgets.rows import Row, Rows
from passport.tui.widgets.text import Line

YES_NO = ("yes", "no", "do_not_know")
ONE, TICKED = "( )", "[ ]"
"""The mark of a choice, empty: one of several, and as many as fit."""


def marked(mark: str, *, chosen: bool) -> str:
    """The mark, filled where it is chosen."""
    return mark.replace(" ", "x") if chosen else mark


class ChoicesBox(Box):
    """Rows to choose from. ``many`` says whether more than one may be chosen."""

    many = False

    def __init__(self, asked: Asked) -> None:
        super().__init__(asked)
        labels = {one: asked.say(f"answers.{one}") for one in YES_NO}
        self._choices = choices_of(asked.question, labels)
        self._chosen = _chosen(asked.words, self._choices)

    def compose(self) -> ComposeResult:
        """A row for each choice, and how to use them."""
        yield Rows([self._row(choice) for choice in self._choices], classes="choices")
        yield Line(
            self.say("screens.hint.many" if self.many else "screens.hint.choices"), classes="keys-hint"
        )

    @property
    def words(self) -> Value:
        """The ids that are chosen."""
        chosen = tuple(choice.id for choice in self._choices if choice.id in self._chosen)
        return chosen if self.many else (chosen[0] if chosen else "")

    @on(Row.Picked)
    def _picked(self, event: Row.Picked) -> None:
        event.stop()
        choice_id = event.row.key
        if self.many:
            self._chosen ^= {choice_id}
        elif choice_id in self._chosen and event.with_enter:
            self.post_message(CarryOn())
            return
        elif choice_id in self._chosen:
            self._chosen = set()
        else:
            self._chosen = {choice_id}
        for row in self.query(Row):
            row.cell(0, self._marked(row.key))
            row.set_class(row.key in self._chosen, "-chosen")
        self.tell()

    def _row(self, choice: Choice) -> Row:
        chosen = choice.id in self._chosen
        classes = "choice -chosen -here" if chosen else "choice"
        return Row(choice.id, self._marked(choice.id), Content(visible(choice.label)), classes=classes)

    def _marked(self, choice_id: str) -> str:
        return marked(TICKED if self.many else ONE, chosen=choice_id in self._chosen)


def _chosen(words: Value, choices: tuple[Choice, ...]) -> set[str]:
    given = words if isinstance(words, tuple) else (words,)
    plain = {" ".join(str(one).lower().split()) for one in given if one not in {None, ""}}
    return {one.id for one in choices if one.id.lower() in plain or one.label.lower() in plain}
