"""What I wrote before: every answer of a form, when and by whom. Each can be brought back as the answer of today."""

from collections.abc import Sequence

from textual import on, work
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Button

from passport.actions import history
from passport.actions.beside import Beside, beside
from passport.actions.erase import What
from passport.actions.home import entry_title
from passport.forms.dates import show_date
from passport.record.answers import Place
from passport.record.visible import visible
from passport.tui import routes
from passport.tui.page import Page
from passport.tui.screens.erase import ErasePage, then
from passport.tui.widgets.rows import Row, Rows
from passport.tui.widgets.sure_button import SureButton
from passport.tui.widgets.text import Line
from passport.vault.vault import Vault

_MANY = 40
"""Answers that are shown at once."""
_GONE = "gone "


class HistoryFormsPage(Page[None]):
    """Every form that holds an answer, and the entries that were taken out."""

    title_key = "history.title"
    help_key = "history"
    looks_again = True

    async def contents(self) -> Sequence[Widget]:
        """One list to walk."""
        session = self.session
        sections = [one for one in (await session.desk.do(Vault.passport)).sections if one.answers]
        gone = await session.desk.do(history.entries_taken_out, session.shelf, session.words)
        rows: list[Widget] = []
        for section in sections:
            pack = session.shelf.packs.get(section.form)
            form = pack.title if pack is not None else section.form
            title = entry_title(pack, section, session.words) if pack is not None else section.id
            rows.append(Row(section.id, visible(form), visible(title), classes="entry-before task"))
        if gone:
            rows.append(Line(self.say("history.entries"), classes="group"))
        rows += [
            Row(f"{_GONE}{one.section}", visible(one.title), self.say("history.bring"), classes="entry")
            for one in gone
        ]
        return (
            Line(self.say("history.title"), classes="heading"),
            Line(self.say("history.pick" if rows else "history.none"), classes="paragraph"),
            *([Rows(rows)] if rows else []),
        )

    @on(Row.Picked)
    def _open(self, event: Row.Picked) -> None:
        key = event.row.key
        if key.startswith(_GONE):
            self.app.push_screen(EntryBackPage(key.removeprefix(_GONE)))
        else:
            self.app.push_screen(HistoryPage(key))


class HistoryPage(Page[None]):
    """The earlier answers of one section, or of one place in it."""

    title_key = "history.title"
    help_key = "history"
    looks_again = True

    def __init__(self, section_id: str, place: Place = "") -> None:
        super().__init__()
        self._section_id, self._place, self._many = section_id, place, _MANY
        self._found: dict[str, history.Before] = {}
        self._items: dict[str, history.ItemBefore] = {}

    async def contents(self) -> Sequence[Widget]:
        """The newest first; then what was taken out of a list."""
        session, section_id = self.session, self._section_id
        found = await session.desk.do(history.history, session.shelf, section_id, session.words, self._place)
        items = await session.desk.do(history.items_taken_out, session.shelf, section_id, session.words)
        self._found = {str(one.number): one for one in found}
        self._items = {f"{one.part}.{one.item}": one for one in items}
        rows: list[Widget] = [
            Row(str(one.number), visible(one.label), visible(self._said(one)), classes="answer")
            for one in found[: self._many]
        ]
        if items:
            rows.append(Line(self.say("history.items"), classes="group"))
        rows += [Row(key, visible(one.title), classes="way") for key, one in self._items.items()]
        more = len(found) > self._many
        return (
            Line(self.say("history.title"), classes="heading"),
            Line(self.say("history.how" if rows else "history.none"), classes="paragraph"),
            *([Rows(rows)] if rows else []),
            *([Button(self.say("history.more"), id="more", classes="plain-button")] if more else []),
            *([] if self._place else [Button(self.say("erase.whole"), id="erase", classes="plain-button")]),
        )

    def _said(self, one: history.Before) -> str:
        lines = [*(one.lines or [self.say("history.emptied")]), when_and_by(self, one)]
        return "\n".join([*lines, *([self.say("history.now")] if one.stands else [])])

    def arrive(self) -> None:
        """On the first row; on the way back where there is none."""
        super().arrive()
        if not self.query(Row):
            self.query_one("#back").focus()

    @on(Button.Pressed, "#erase")
    def _erase(self) -> None:
        self.app.push_screen(ErasePage(What(self._section_id)), then(self._gone))

    @work(exclusive=True)
    async def _gone(self) -> None:
        """Nothing that shows the entry can stay."""
        routes.go_home(self.app)

    @on(Button.Pressed, "#more")
    @work(exclusive=True)
    async def _more(self) -> None:
        self._many += _MANY
        await self.fill_again()

    @on(Row.Picked)
    def _open(self, event: Row.Picked) -> None:
        key = event.row.key
        if key in self._items:
            self.app.push_screen(ItemBackPage(self._section_id, self._items[key]))
        else:
            self.app.push_screen(AnswerBackPage(self._section_id, self._found[key]))


class _BackPage(Page[None]):
    """One thing from before, and a button that brings it back."""

    title_key = "history.title"
    help_key = "history"

    async def what(self) -> Sequence[Widget]:
        """What it is."""
        raise NotImplementedError

    async def bring(self) -> None:
        """Bring it back."""
        raise NotImplementedError

    def can_come_back(self) -> bool:
        """Whether it can."""
        return True

    async def contents(self) -> Sequence[Widget]:
        """All of it, and the way."""
        button = SureButton(self.say("history.bring"), self.say("history.bring_sure"), id="bring")
        erase = Button(self.say("erase.title"), id="erase", classes="plain-button")
        ways = [*([button] if self.can_come_back() else []), *([erase] if self.to_erase() else [])]
        return (*await self.what(), Horizontal(*ways, classes="buttons"))

    def to_erase(self) -> What | None:
        """What can be erased for good from here."""
        return None

    @on(Button.Pressed, "#erase")
    def _erase(self) -> None:
        what = self.to_erase()
        if what is not None:
            self.app.push_screen(ErasePage(what), then(self.dismiss))

    def arrive(self) -> None:
        """On the button, or the way back."""
        self.query_one("#bring" if self.can_come_back() else "#back").focus()

    @on(Button.Pressed, "#bring")
    @work(exclusive=True)
    async def _bring(self) -> None:
        await self.bring()
        self.dismiss()


class AnswerBackPage(_BackPage):
    """One earlier answer in full."""

    def __init__(self, section_id: str, one: history.Before) -> None:
        super().__init__()
        self._section_id, self._one = section_id, one

    def can_come_back(self) -> bool:
        """What stands already need not; what comes from doing cannot."""
        return self._one.may_come_back and not self._one.stands

    def to_erase(self) -> What | None:
        """The answer with all from before."""
        return What(self._section_id, self._one.place)

    async def what(self) -> Sequence[Widget]:
        """Its words, when and by whom; and the words of today, where they are others."""
        one, session = self._one, self.session
        why = "" if one.may_come_back else self.say("history.not_this")
        pair = await session.desk.do(beside, session.shelf, self._section_id, one, session.words)
        return (
            Line(visible(one.label), classes="heading"),
            *(self._alone() if one.stands else two_answers(self, pair)),
            Line(when_and_by(self, one), classes="help"),
            Line(self.say("history.now") if one.stands else why, classes="help"),
        )

    def _alone(self) -> Sequence[Widget]:
        lines = self._one.lines or [self.say("history.emptied")]
        return [Line(visible(line), classes="paragraph") for line in lines]

    async def bring(self) -> None:
        """As the answer of today."""
        session = self.session
        await session.desk.do(
            history.bring_back, session.shelf, self._section_id, self._one.number, session.now()
        )


class ItemBackPage(_BackPage):
    """One item that was taken out of a list."""

    def __init__(self, section_id: str, one: history.ItemBefore) -> None:
        super().__init__()
        self._section_id, self._one = section_id, one

    async def what(self) -> Sequence[Widget]:
        """What it is called."""
        return (Line(visible(self._one.title), classes="heading"),)

    def to_erase(self) -> What | None:
        """The item with all that was said in it."""
        return What(self._section_id, self._one.part, self._one.item)

    async def bring(self) -> None:
        """At the end of its list."""
        session, one = self.session, self._one
        await session.desk.do(
            history.bring_item_back, session.shelf, self._section_id, one.part, one.item, session.now()
        )


class EntryBackPage(_BackPage):
    """One entry that was taken out."""

    def __init__(self, section_id: str) -> None:
        super().__init__()
        self._section_id = section_id

    async def what(self) -> Sequence[Widget]:
        """What it is called."""
        session = self.session
        gone = await session.desk.do(history.entries_taken_out, session.shelf, session.words)
        titles = {one.section: one.title for one in gone}
        return (Line(visible(titles.get(self._section_id, self._section_id)), classes="heading"),)

    def to_erase(self) -> What | None:
        """All of it."""
        return What(self._section_id)

    async def bring(self) -> None:
        """As it stood."""
        await self.session.desk.do(history.bring_entry_back, self._section_id)


def two_answers(page: Page[None], pair: Beside) -> Sequence[Widget]:
    """Beside each other where there is room, else under each other; then in words what stands in only one of them."""
    columns = [
        Vertical(
            Line(page.say(f"beside.{when}_title"), classes="label"),
            *(Line(visible(line), classes="paragraph") for line in lines or [page.say("beside.nothing")]),
        )
        for when, lines in (("then", pair.then), ("now", pair.now))
    ]
    only = [
        *(page.say("beside.only_then", words=run) for run in pair.only_then),
        *(page.say("beside.only_now", words=run) for run in pair.only_now),
    ]
    return (
        Horizontal(*columns, classes="two-answers"),
        *(Line(one, classes="finding") for one in only or [page.say("beside.same")]),
    )


def when_and_by(page: Page[None], one: history.Before) -> str:
    """Such as ``23 November 2026, 14:02, by you``."""
    session = page.session
    at = one.when.astimezone(session.zone)
    by = page.say("history.me") if one.by == "me" else one.by
    return page.say("history.when", when=f"{show_date(at.date().isoformat())}, {at:%H:%M}", by=by)
