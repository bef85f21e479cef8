"""Files I keep: the list, a box to keep another, and a page for each file."""

from collections.abc import Sequence

from textual import on, work
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Button, Input

from passport.actions import files, laid_out
from passport.actions.erase import What
from passport.actions.places import place_typed
from passport.forms.dates import show_date
from passport.record.visible import visible
from passport.tui.page import Page
from passport.tui.screens.erase import ErasePage, then
from passport.tui.under_way import one_at_a_time
from passport.tui.widgets.rows import Row, Rows
from passport.tui.widgets.sure_button import SureButton
from passport.tui.widgets.text import Line
from passport.tui.widgets.type_in import OneLine
from passport.vault.attachments import KeptFile

_NAMED = "named "


class FilesPage(Page[None]):
    """Every kept file, and a box to keep another."""

    title_key = "kept.title"
    help_key = "kept"
    looks_again = True

    def __init__(self) -> None:
        super().__init__()
        self._files: dict[str, KeptFile] = {}
        self._named: tuple[files.Named, ...] = ()
        self._said: tuple[str, ...] = ()

    async def contents(self) -> Sequence[Widget]:
        """The list first, where there is one."""
        desk = self.session.desk
        there, out = await desk.do(files.kept), await desk.do(files.taken_out)
        self._files = {one.id: one for one in (*there, *out)}
        rows: list[Widget] = [_row(self, one) for one in there]
        if out:
            rows += [Line(self.say("kept.out_title"), classes="group"), *(_row(self, one) for one in out)]
        self._named = await desk.do(files.named_in_answers, self.session.shelf)
        if self._named:
            rows.append(Line(self.say("kept.named_title"), classes="group"))
        rows += [
            Row(
                f"{_NAMED}{number}",
                self.say("kept.named", name=one.path.name, label=one.label),
                classes="way",
            )
            for number, one in enumerate(self._named)
        ]
        return (
            Line(self.say("kept.title"), classes="heading"),
            Line(self.say("kept.how" if rows else "kept.none"), classes="paragraph"),
            *(Line(visible(line), classes="notice") for line in self._said),
            *([Rows(rows)] if rows else []),
            Line(self.say("kept.path"), classes="label"),
            OneLine(id="path"),
            Button(self.say("kept.add_go"), id="keep", classes="main-button"),
        )

    @on(Row.Picked)
    def _open(self, event: Row.Picked) -> None:
        key = event.row.key
        if key.startswith(_NAMED):
            self._keep_named(self._named[int(key.removeprefix(_NAMED))])
        else:
            self.app.push_screen(FilePage(self._files[key]))

    @work(exclusive=True)
    async def _keep_named(self, one: files.Named) -> None:
        self.told()
        with self.telling():
            await self._kept(await self.session.desk.do(files.keep_named, one, self.session.now()))

    async def _kept(self, one: KeptFile) -> None:
        self._said = (self.say("kept.done", name=one.name), self.say("kept.original"))
        await self.fill_again()

    @on(Input.Submitted, "#path")
    @on(Button.Pressed, "#keep")
    @work(exclusive=True)
    async def _keep(self) -> None:
        session, box = self.session, self.query_one("#path", OneLine)
        self.told()
        if not box.value.strip():
            self.tell(self.say("kept.wanted"), box)
            return
        with self.telling():
            path = place_typed(box.value)
            await self._kept(await session.desk.do(files.keep, session.shelf, path, session.now()))


class FilePage(Page[None]):
    """One kept file."""

    title_key = "kept.title"
    help_key = "file"

    def __init__(self, one: KeptFile) -> None:
        super().__init__()
        self._one = one

    async def contents(self) -> Sequence[Widget]:
        """What it is, what can be shown of it here, and the ways."""
        one = self._one
        heading = Line(file_words(self, one), classes="heading")
        erase = Button(self.say("erase.title"), id="erase", classes="plain-button")
        if one.removed:
            back = Button(self.say("kept.back"), id="bring", classes="main-button")
            return (heading, Horizontal(back, erase, classes="buttons"))
        seen = await self.session.desk.do(files.look, one.id)
        shown = [Line(visible("\n".join(seen.lines)), classes="exact")] if seen.lines else []
        if seen.pixels is not None:
            wide, high = seen.pixels
            shown.append(Line(self.say("kept.pixels", wide=wide, high=high), classes="paragraph"))
        lay_out = [
            Line(self.say("kept.look_how"), classes="paragraph"),
            Button(self.say("kept.lay_out"), id="lay-out", classes="plain-button"),
        ]
        return (
            heading,
            *shown,
            *([] if one.media == files.TEXT else lay_out),
            Line(id="laid", classes="-empty notice"),
            Line(self.say("kept.save_folder"), classes="label"),
            OneLine(id="folder"),
            Horizontal(
                Button(self.say("kept.save"), id="save", classes="plain-button"),
                SureButton(self.say("kept.take"), self.say("kept.take_sure"), id="take"),
                erase,
                classes="buttons",
            ),
        )

    def arrive(self) -> None:
        """On the way back: looking changes nothing."""
        self.query_one("#back").focus()

    def on_unmount(self) -> None:
        """Nothing that was laid out stays."""
        laid_out.take_away()

    @on(Button.Pressed, "#lay-out")
    @work(exclusive=True)
    async def _lay_out(self) -> None:
        with self.telling():
            laid = await self.session.desk.do(files.lay_out, self._one.id)
            key = "kept.laid_memory" if laid.in_memory else "kept.laid_disk"
            self.query_one("#laid", Line).say(self.say(key, path=laid.path))

    @on(Input.Submitted, "#folder")
    @on(Button.Pressed, "#save")
    @work
    @one_at_a_time("file")
    async def _save(self) -> None:
        box = self.query_one("#folder", OneLine)
        if not box.value.strip():
            box.focus()
            return
        with self.telling():
            path = await self.session.desk.do(files.save_out, self._one.id, place_typed(box.value))
            self.query_one("#laid", Line).say(self.say("kept.saved", path=path))

    @on(Button.Pressed, "#take")
    @work(exclusive=True)
    async def _take(self) -> None:
        await self.session.desk.do(files.take_out, self._one.id)
        self.dismiss()

    @on(Button.Pressed, "#bring")
    @work(exclusive=True)
    async def _bring(self) -> None:
        await self.session.desk.do(files.bring_file_back, self._one.id)
        self.dismiss()

    @on(Button.Pressed, "#erase")
    def _erase(self) -> None:
        self.app.push_screen(ErasePage(What(file=self._one.id)), then(self.dismiss))


def _row(page: Page[None], one: KeptFile) -> Row:
    return Row(one.id, file_words(page, one), classes="way")


def file_words(page: Page[None], one: KeptFile) -> str:
    """Such as ``scan.pdf, PDF, 312 kB, kept on 23 November 2026``."""
    kind = page.say(f"kept.kinds.{one.media.replace('/', '_')}")
    date = show_date(one.when.date().isoformat())
    return page.say("kept.line", name=one.name, kind=kind, size=files.size_in_words(one.size), date=date)
