"""Home: everything there is, in groups, with where it stands in words. It begins with the question they stopped at."""

from collections.abc import Iterator, Sequence

from textual import on, work
from textual.content import Content
from textual.widget import Widget

from passport.actions.back_up import own_trouble
from passport.actions.first_page import FirstPage, PaperRow, first_page
from passport.actions.form_now import form_now
from passport.actions.home import OWN, Home, stopped_at
from passport.actions.recovery import are_to_write_down
from passport.actions.ways import opened_by_another
from passport.record.answers import Place
from passport.record.visible import visible
from passport.tui import routes
from passport.tui.page import Page
from passport.tui.widgets.rows import Row, Rows
from passport.tui.widgets.text import Line

CARRY_ON = "carry_on"
RECOVERY = "recovery"


class HomePage(Page[None]):
    """The task list."""

    help_key = "home"
    can_go_back = False
    looks_again = True
    profile = OWN
    titles = ("screens.home.title", "screens.home.mine")
    """What the top line says, with a name and without."""

    async def contents(self) -> Sequence[Widget]:
        """One list to walk, with headings."""
        session = self.session
        page = await session.desk.do(first_page, session.shelf, session.today(), session.words, self.profile)
        now = page.home
        named, unnamed = self.titles
        self.caption(self.say(named, name=now.name) if now.name else self.say(unnamed))
        another = visible(await session.desk.do(opened_by_another, session.words))
        left = self.say("kept.leftover", count=session.leftover) if session.leftover else ""
        trouble = self.say("backups.own_trouble") if await session.desk.do(own_trouble) else ""
        notices = [Line(one, classes="notice") for one in (session.of_copy, another, left, trouble) if one]
        return (*notices, Rows(await self._rows(page), id="tasks"))

    async def _rows(self, page: FirstPage) -> list[Widget]:
        rows = await self._first(page.home)
        for group in page.home.groups:
            rows.append(Line(group.title, classes="group"))
            rows += [
                Row(
                    f"form {row.form}",
                    visible(row.title),
                    visible(row.status),
                    visible(row.detail),
                    classes="task",
                )
                for row in group.rows
            ]
        return [*rows, *self._last(page.papers)]

    async def _first(self, now: Home) -> list[Widget]:
        """What comes before everything else."""
        rows: list[Widget] = []
        if self.session.news:
            rows.append(Row(routes.NEWS, self.say("news.row"), classes="carry-on"))
        if await self.session.desk.do(are_to_write_down):
            rows.append(Row(RECOVERY, self.say("screens.home.recovery_row"), classes="carry-on"))
        if now.carry_on is not None and (where := await self._carry_on_words(*now.carry_on)):
            rows.append(Row(CARRY_ON, Content.styled(visible(where), "bold"), classes="carry-on"))
        return rows

    def _last(self, papers: Sequence[PaperRow]) -> Iterator[Widget]:
        """The papers that are out there, and the ways to what keeps the record safe and to what is kept as a carer."""
        yield from self._papers(papers)
        yield Row(routes.LOOK_AFTER, self.say("screens.home.look_after_row"), classes="way")
        yield Row(routes.CARER, self.say("screens.home.carer_row"), classes="way")

    def _papers(self, papers: Sequence[PaperRow]) -> Iterator[Widget]:
        yield Line(self.say("screens.home.papers"), classes="group")
        for one in papers:
            yield Row(one.what, one.title, visible(one.status), visible(one.detail), classes="task")

    async def _carry_on_words(self, section_id: str, place: Place) -> str:
        session = self.session
        form = await session.desk.do(form_now, session.shelf, section_id)
        questions = [step.place for step in form.steps]
        top = place.split(".", 1)[0]
        if top not in questions:
            return ""
        number, count = questions.index(top) + 1, len(questions)
        return self.say("screens.home.carry_on", form=form.pack.title, number=number, count=count)

    @on(Row.Picked)
    @work(exclusive=True)
    async def _open(self, event: Row.Picked) -> None:
        kind, _, form = event.row.key.partition(" ")
        session = self.session
        if kind == "form":
            await routes.open_form(self.app, form)
        elif kind == CARRY_ON:
            stopped = await session.desk.do(stopped_at)
            if stopped is not None:
                found = await session.desk.do(form_now, session.shelf, stopped[0])
                self.app.push_screen(routes.page_at(found, stopped[1]))
        else:
            await routes.show(self.app, kind)

    def action_back(self) -> None:
        """There is nothing behind this page."""
