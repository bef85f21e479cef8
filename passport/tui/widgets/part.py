"""A list whose items have pages of their own, such as refusals: add one, or open one to change it."""

from textual import on
from textual.app import ComposeResult
from textual.widgets import Button

from passport.record.answers import Value
from passport.record.visible import visible
from passport.tui.messages import AddItem, ChangeItem
from passport.tui.widgets.box import Box
from passport.tui.widgets.rows import Row, Rows
from passport.tui.widgets.text import Line


class PartBox(Box):
    """A row for each item, with where it stands in words."""

    def compose(self) -> ComposeResult:
        """The items, or that there are none, and how to add one."""
        if self.asked.items:
            yield Rows(
                [
                    Row(one.id, visible(one.title), visible(one.standing), classes="item")
                    for one in self.asked.items
                ]
            )
        else:
            yield Line(self.say("screens.part.none"), classes="quiet")
        key = "screens.part.another" if self.asked.items else "screens.part.first"
        yield Button(self.say(key), id="add", classes="plain-button")

    @property
    def words(self) -> Value:
        """The ids of the items; they change through their own pages."""
        return tuple(one.id for one in self.asked.items)

    @on(Row.Picked)
    def _open(self, event: Row.Picked) -> None:
        event.stop()
        self.post_message(ChangeItem(self.asked.question.id, event.row.key))

    @on(Button.Pressed, "#add")
    def _add(self, event: Button.Pressed) -> None:
        event.stop()
        self.post_message(AddItem(self.asked.question.id))
