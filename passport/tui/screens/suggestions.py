"""What helpers suggest: the ways to it, bringing it in, and each suggestion beside one's own words."""

from collections.abc import Sequence

from textual import on, work
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Button, Input

from passport.actions import bring_suggestions, suggestions
from passport.actions.helping import read_file
from passport.actions.places import place_typed
from passport.forms.pack import Question
from passport.record.answers import question_of
from passport.record.visible import visible
from passport.tui import routes
from passport.tui.field import Field
from passport.tui.page import Page
from passport.tui.widgets.box import Asked
from passport.tui.widgets.rows import Row, Rows
from passport.tui.widgets.text import Line
from passport.tui.widgets.type_in import OneLine


class HelpMenuPage(Page[None]):
    """The ways to help and be helped."""

    title_key = "helping.title"
    help_key = "help_menu"
    looks_again = True

    async def contents(self) -> Sequence[Widget]:
        """A row for each, with how many suggestions wait."""
        session = self.session
        waiting = await session.desk.do(suggestions.waiting, session.shelf, session.words)
        count = self.say("helping.made_here", count=len(waiting)) if waiting else ""
        ways = {"ask": "", "suggestions": count, "bring": "", "out": ""}
        return (
            Line(self.say("helping.title"), classes="heading"),
            Rows(
                [Row(way, self.say(f"helping.{way}_row"), more, classes="way") for way, more in ways.items()]
            ),
        )

    @on(Row.Picked)
    @work(exclusive=True)
    async def _go(self, event: Row.Picked) -> None:
        await routes.show(self.app, f"help_{event.row.key}")


class BringPage(Page[None]):
    """Where the file is that a helper sent back."""

    title_key = "helping.bring_title"
    help_key = "bring"

    async def contents(self) -> Sequence[Widget]:
        """One box."""
        return (
            Line(self.say("helping.bring_title"), classes="heading"),
            Line(self.say("helping.bring_how"), classes="help"),
            OneLine(),
            Button(self.say("helping.bring_go"), id="go", classes="main-button"),
        )

    @on(Input.Submitted)
    @on(Button.Pressed, "#go")
    @work(exclusive=True)
    async def _go(self) -> None:
        session, path = self.session, place_typed(self.query_one(OneLine).value)
        with self.telling():
            data = await session.desk.away(read_file, path)
            brought = await session.desk.do(bring_suggestions.bring_in, session.shelf, data)
            self.app.switch_screen(SuggestionsPage(bring_suggestions.told(brought, session.words)))


class SuggestionsPage(Page[None]):
    """Every suggestion that waits, a row each."""

    title_key = "helping.beside_title"
    help_key = "suggestions"
    looks_again = True

    def __init__(self, said: Sequence[str] = ()) -> None:
        super().__init__()
        self._said = said

    async def contents(self) -> Sequence[Widget]:
        """The form and the question, and both words in short."""
        session = self.session
        waiting = await session.desk.do(suggestions.waiting, session.shelf, session.words)
        rows = [
            Row(
                one.id,
                visible(f"{one.form}: {one.label}"),
                visible("\n".join(suggestions.side_by_side(one, session.words))),
                classes="answer",
            )
            for one in waiting
        ]
        return (
            *(Line(visible(line), classes="notice") for line in self._said),
            Line(self.say("helping.beside_title"), classes="heading"),
            Line(self.say("helping.list_intro" if rows else "helping.none"), classes="paragraph"),
            *([Rows(rows)] if rows else []),
        )

    @on(Row.Picked)
    @work(exclusive=True)
    async def _open(self, event: Row.Picked) -> None:
        session = self.session
        with self.telling():
            given = (session.shelf, event.row.key, session.words)
            one = await session.desk.do(suggestions.one_waiting, *given)
            self._said = ()
            await self.app.push_screen(SuggestionPage(one))


class SuggestionPage(Page[None]):
    """One suggestion: the person's words, the other words in a box that can be changed, and two ways."""

    title_key = "helping.beside_title"
    help_key = "suggestion"

    def __init__(self, one: suggestions.Beside) -> None:
        super().__init__()
        self._one = one

    async def contents(self) -> Sequence[Widget]:
        """Mine first."""
        one, session = self._one, self.session
        question = session.shelf.pack(one.section.rpartition("-")[0]).question(question_of(one.place))
        assert question is not None
        theirs = "helping.new_item" if one.is_item else "helping.theirs"
        how = self.say(f"helping.how_{one.helper.how}")
        since = [self.say("helping.changed_since", name=one.helper.name)] if one.changed_since else []
        return (
            Line(visible(f"{one.form}: {one.label}"), classes="heading"),
            Line(self.say("helping.mine"), classes="group"),
            *(
                Line(visible(line), classes="finding")
                for line in one.mine or (self.say("helping.nothing_written"),)
            ),
            *(Line(line, classes="notice") for line in since),
            Line(f"{self.say(theirs, name=one.helper.name)} ({how})", classes="group"),
            *self._theirs(question),
            Horizontal(
                Button(self.say("helping.take"), id="take", classes="main-button"),
                Button(self.say("helping.leave"), id="leave", classes="plain-button"),
                classes="buttons",
            ),
        )

    def _theirs(self, question: Question) -> Sequence[Widget]:
        one, session = self._one, self.session
        if one.is_item:
            return [Line(visible(line), classes="finding") for line in one.theirs]
        asked = Asked(question, one.words, session.today(), session.words)
        return (Line(self.say("helping.can_change"), classes="help"), Field(one.place, asked))

    def arrive(self) -> None:
        """On keeping one's own: nobody takes other words by pressing Enter twice."""
        self.query_one("#leave").focus()

    @on(Button.Pressed, "#take")
    @work(exclusive=True)
    async def _take(self) -> None:
        one, session = self._one, self.session
        with self.telling():
            typed = None if one.is_item else self.query_one(Field).box.words
            given = (session.shelf, one.id, one.beside, session.now(), session.words, typed)
            await session.desk.do(suggestions.take, *given)
            self.dismiss()

    @on(Button.Pressed, "#leave")
    @work(exclusive=True)
    async def _leave(self) -> None:
        with self.telling():
            await self.session.desk.do(suggestions.leave, self._one.id)
            self.dismiss()
