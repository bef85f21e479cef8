"""Who has a copy: each holder, what they hold, and whether it is still what the person would give today."""

from collections.abc import Sequence

from textual import on
from textual.widget import Widget

from passport.actions.copies import copies, seal_words, seal_words_before
from passport.actions.erase import What
from passport.forms.dates import show_date
from passport.record.visible import visible
from passport.tui.page import Page
from passport.tui.screens.erase import ErasePage
from passport.tui.widgets.rows import Row, Rows
from passport.tui.widgets.text import Line


class CopiesPage(Page[None]):
    """The register, newest first."""

    help_key = "copies"
    looks_again = True

    async def contents(self) -> Sequence[Widget]:
        """A few lines for each copy."""
        session = self.session
        title = self.say("screens.copies.title")
        self.caption(title)
        held = await session.desk.do(copies, session.shelf)
        lines: list[Widget] = [Line(title, classes="heading")]
        for one in held:
            copy = one.copy
            given = show_date(copy.given_on.isoformat())
            lines += [
                Line(copy.holder, classes="label"),
                Line(self.say("screens.copies.given", version=copy.version, date=given), classes="finding"),
                *(
                    [Line(self.say(f"copies.kind_{one.kind}"), classes="finding")]
                    if one.kind != "paper"
                    else []
                ),
                Line(self.say(f"commands.copy_{one.stands}"), classes="finding"),
                Line(
                    self.say("screens.copies.reason", reason=copy.reason) if copy.reason else "",
                    classes="help",
                ),
            ]
        if held:
            lines.append(Line(self.say("erase.name"), classes="group"))
            lines.append(
                Rows(
                    Row(one.copy.id, visible(f"{one.copy.holder}, {one.copy.version}"), classes="way")
                    for one in held
                )
            )
        else:
            lines.append(Line(self.say("screens.copies.none"), classes="paragraph"))
        lines += [
            Line(self.say("screens.copies.seal"), classes="group"),
            Line(self.say("screens.copies.seal_how"), classes="help"),
        ]
        for for_, spoken in (await session.desk.do(seal_words)).items():
            lines.append(Line(self.say(f"screens.copies.seal_{for_}", spoken=spoken), classes="finding"))
        for before in (await session.desk.do(seal_words_before)).values():
            lines.append(Line(self.say("screens.copies.seal_before", spoken=before), classes="finding"))
        return lines

    @on(Row.Picked)
    def _erase(self, event: Row.Picked) -> None:
        self.app.push_screen(ErasePage(What(copy=event.row.key)))

    def arrive(self) -> None:
        """The way back has the focus."""
        self.query_one("#back").focus()
