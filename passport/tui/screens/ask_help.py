"""Ask someone to help: which part, which forms, exactly what they will see, and the locked file."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from textual import on, work
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Button

from passport.actions.ask_for_help import ToAsk, ask_for_help, goes_out, selected, to_ask
from passport.actions.chosen import To
from passport.actions.places import place_typed
from passport.actions.sharing import sides_for, usual_folder
from passport.keys.passphrase import new_passphrase
from passport.record.audience import Audience, Selection
from passport.record.visible import visible
from passport.tui import routes
from passport.tui.page import Page
from passport.tui.passphrase_box import PassphraseBox
from passport.tui.widgets.choices import TICKED, marked
from passport.tui.widgets.rows import Row, Rows
from passport.tui.widgets.text import Line
from passport.tui.widgets.type_in import OneLine
from passport.vault.vault import Vault


@dataclass(slots=True)
class Asking:
    """What was ticked so far. Nothing of it is kept unless the file is made."""

    for_: Audience
    keys: set[str] = field(default_factory=set)
    fields: set[tuple[str, str]] = field(default_factory=set)

    def named(self) -> list[str]:
        """The single questions, as a command names them."""
        entry = {key: f"{key}." if key.rpartition("-")[2].isdigit() else "" for key in self.keys}
        return [f"{entry[key]}{question}" for key, question in sorted(self.fields) if key in self.keys]


class AskSidePage(Page[None]):
    """Which side of the wall."""

    title_key = "helping.ask_row"
    help_key = "ask_side"

    async def contents(self) -> Sequence[Widget]:
        """One row for each side there is anything of."""
        sides = sides_for(await self.session.desk.do(Vault.passport), self.session.shelf)
        return (
            Line(self.say("helping.side"), classes="heading"),
            Rows([Row(side, self.say(f"chosen.side_{side}"), classes="way") for side in sides]),
        )

    @on(Row.Picked)
    async def _go(self, event: Row.Picked) -> None:
        await self.app.push_screen(AskWhatPage(Asking(Audience(event.row.key))))


class AskWhatPage(Page[None]):
    """Which forms; under a form that is ticked, what goes only if it is ticked too."""

    title_key = "helping.ask_row"
    help_key = "ask_what"

    def __init__(self, asking: Asking) -> None:
        super().__init__()
        self._asking = asking

    async def contents(self) -> Sequence[Widget]:
        """A row to tick for each."""
        session = self.session
        found = await session.desk.do(to_ask, session.shelf, self._asking.for_, session.words)
        return (
            Line(self.say("helping.what"), classes="heading"),
            Line(self.say("helping.what_how"), classes="help"),
            Line(self.say("screens.hint.many"), classes="keys-hint"),
            Rows([row for one in found for row in self._rows(one)], id="what"),
            Button(self.say("screens.continue"), id="continue", classes="main-button"),
        )

    def _rows(self, one: ToAsk) -> Iterator[Widget]:
        asking = self._asking
        ticked = one.key in asking.keys
        yield Row(one.key, marked(TICKED, chosen=ticked), visible(one.title), classes="section-row")
        for question, label in one.only_if_ticked if ticked else ():
            chosen = (one.key, question) in asking.fields
            yield Row(
                f"{one.key} {question}", marked(TICKED, chosen=chosen), visible(label), classes="field-row"
            )

    @on(Row.Picked)
    @work(exclusive=True)
    async def _tick(self, event: Row.Picked) -> None:
        key, _, question = event.row.key.partition(" ")
        if question:
            self._asking.fields ^= {(key, question)}
        else:
            self._asking.keys ^= {key}
        await self.fill_again()

    @on(Button.Pressed, "#continue")
    @work(exclusive=True)
    async def _go(self) -> None:
        if not self._asking.keys:
            self.tell(self.say("helping.tick_one"), self.query_one("#what", Rows).rows[0])
            return
        session, asking = self.session, self._asking
        with self.telling():
            given = (session.shelf, asking.for_, sorted(asking.keys), asking.named(), session.today())
            selection = await session.desk.do(selected, *given)
            seen = (session.shelf, selection, session.now(), session.words)
            going = await session.desk.do(goes_out, *seen)
            await self.app.push_screen(AskGivePage(selection, going.lines, going.bundle.name))


class AskGivePage(Page[None]):
    """Every word they will see; who they are, a passphrase, and where to put the file."""

    title_key = "helping.ask_row"
    help_key = "ask_give"

    def __init__(self, selection: Selection, lines: Sequence[str], called: str) -> None:
        super().__init__()
        self._selection, self._lines, self._called = selection, lines, called

    async def contents(self) -> Sequence[Widget]:
        """First what goes, then the boxes."""
        called = [self.say("helping.your_name", name=self._called)] if self._called else []
        return (
            Line(self.say("helping.goes"), classes="heading"),
            *(
                Line(visible(line.strip()), classes="finding" if line.startswith(" ") else "group")
                for line in self._lines
            ),
            *(Line(one, classes="notice") for one in called),
            *self._boxes(),
            Button(self.say("helping.make"), id="make", classes="main-button"),
            Line(id="busy", classes="-empty quiet"),
        )

    def _boxes(self) -> Iterator[Widget]:
        yield Vertical(Line(self.say("helping.to"), classes="label"), OneLine(id="helper"), classes="field")
        yield Line(self.say("helping.their_passphrase"), classes="label")
        yield Line(self.say("helping.passphrase_how"), classes="help")
        yield PassphraseBox(self.session.words, offered=new_passphrase())
        folder = str(usual_folder(self.session.at.vault))
        yield Vertical(
            Line(self.say("blank.where"), classes="label"), OneLine(folder, id="folder"), classes="field"
        )

    @on(Button.Pressed, "#make")
    @work(exclusive=True)
    async def _make(self) -> None:
        session, busy = self.session, self.query_one("#busy", Line)
        passphrase = self.query_one(PassphraseBox).passphrase
        to, out = To(self.query_one("#helper", OneLine).value), self.query_one("#folder", OneLine).value
        busy.say(self.say("screens.new_keys.busy"))
        with self.telling():
            given = (session.shelf, self._selection, to, passphrase, session.now(), session.words)
            made = await session.desk.do(ask_for_help, *given, place_typed(out))
            self.app.switch_screen(AskDonePage(made.copy_given.holder, str(made.files["bundle"]), passphrase))
        busy.say("")


class AskDonePage(Page[None]):
    """Where the file is, and its passphrase once more."""

    title_key = "helping.ask_row"
    help_key = "ask_done"

    def __init__(self, holder: str, file: str, passphrase: str) -> None:
        super().__init__()
        self._holder, self._file, self._passphrase = holder, file, passphrase

    async def contents(self) -> Sequence[Widget]:
        """In words."""
        return (
            Line(self.say("helping.made", name=self._holder), classes="heading"),
            Line(self.say("helping.file"), classes="finding"),
            Line(visible(self._file), classes="path"),
            Line(self.say("helping.passphrase_is", passphrase=self._passphrase), classes="paragraph"),
            Line(self.say("helping.passphrase_how"), classes="help"),
            Line(self.say("helping.made_next"), classes="paragraph"),
            Line(self.say("helping.kept"), classes="paragraph"),
            Button(self.say("screens.share.done_home"), id="done", classes="main-button"),
        )

    @on(Button.Pressed, "#done")
    def _home(self) -> None:
        routes.go_home(self.app)
