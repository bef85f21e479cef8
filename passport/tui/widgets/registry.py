"""One widget for each kind of question."""

from collections.abc import Callable, Mapping

from passport.forms.pack import Kind
from passport.tui.widgets.box import Asked, Box
from passport.tui.widgets.choose_many import ChooseManyBox
from passport.tui.widgets.choose_one import ChooseOneBox
from passport.tui.widgets.date import DateBox
from passport.tui.widgets.file import FileBox
from passport.tui.widgets.fixed import FixedBox
from passport.tui.widgets.link import LinkBox
from passport.tui.widgets.list_of import list_box
from passport.tui.widgets.long_text import LongTextBox
from passport.tui.widgets.money import MoneyBox
from passport.tui.widgets.number import NumberBox
from passport.tui.widgets.part import PartBox
from passport.tui.widgets.person import PersonBox
from passport.tui.widgets.short_text import ShortTextBox
from passport.tui.widgets.yes_no import YesNoBox
from passport.tui.widgets.yes_no_do_not_know import YesNoDoNotKnowBox

WIDGETS: Mapping[Kind, Callable[[Asked], Box]] = {
    Kind.SHORT_TEXT: ShortTextBox,
    Kind.LONG_TEXT: LongTextBox,
    Kind.YES_NO: YesNoBox,
    Kind.YES_NO_DO_NOT_KNOW: YesNoDoNotKnowBox,
    Kind.CHOOSE_ONE: ChooseOneBox,
    Kind.CHOOSE_MANY: ChooseManyBox,
    Kind.LIST: list_box,
    Kind.PART: PartBox,
    Kind.DATE: DateBox,
    Kind.NUMBER: NumberBox,
    Kind.MONEY: MoneyBox,
    Kind.PERSON: PersonBox,
    Kind.FILE: FileBox,
    Kind.LINK: LinkBox,
    Kind.FIXED: FixedBox,
}


def box_for(asked: Asked) -> Box:
    """The box for a question."""
    return WIDGETS[asked.question.kind](asked)
