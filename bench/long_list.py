"""A list of 1,000 entries on the full screen: from a key to the whole of its frame, and what doing nothing costs."""

import sys
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from bench.at_a_window import Window
from bench.measure import Figure
from passport.actions.unlock import make
from passport.forms.shelf import shelf
from passport.record.answers import Answer, Value
from passport.vault.vault import Vault
from passport.wording.words import Words

NOW = datetime(2026, 11, 23, 14, 2, tzinfo=UTC)
PASSPHRASE = "kettle harbour violin meadow lantern"  # of a made-up person
FORM, ENTRIES = "involvement_record", 1_000
KEY_AIM, IDLE_AIM, IDLE_FOR = 50.0, 0.1, 10.0
"""Milliseconds; seconds of processor time, in so many seconds."""
DOWN, UP, END, HOME, BACKSPACE = "\x1b[B", "\x1b[A", "\x1b[F", "\x1b[H", "\x7f"
TYPED = "panel 77" + BACKSPACE * 8
WORDS = Words()
BARE = f"""
from textual.app import App
from textual.widgets import Input, OptionList
ALL = [f"Panel number {{number}}" for number in range({ENTRIES})]
class Bare(App):
    def compose(self):
        yield Input()
        yield OptionList(*ALL)
    def on_input_changed(self, event):
        shown = self.query_one(OptionList)
        shown.clear_options()
        shown.add_options([one for one in ALL if event.value.lower() in one.lower()])
Bare().run()
"""
"""The same with what Textual has, and one line for each entry."""


def a_record_of_many_entries(folder: Path, entries: int = ENTRIES) -> Vault:
    """Pieces of work over forty years, each told in some lines."""
    vault, _rows = make(folder, PASSPHRASE, NOW)
    with vault._rows.saving():  # noqa: SLF001  # a thousand saves one by one would take a minute
        for number in range(entries):
            began = f"{1986 + number % 40}-{1 + number % 12:02}"
            told: dict[str, Value] = {
                "ir_title": f"Panel number {number}",
                "ir_org": "Northside Trust",
                "ir_start": began,
                "ir_purpose": f"To choose person {number} together with the people on the ward.",
                "ir_did": "I read all the papers, wrote one question, and scored with the others.\nIt took a day.",
                "ir_skills_new": "Scoring, and giving reasons for it.",
                "ir_hours": number % 90,
            }
            section = vault.add_section(FORM, 1, NOW.date())
            vault.put(section.id, {one: Answer(value, str(value), NOW) for one, value in told.items()})
    return vault


def long_list(folder: Path) -> Iterator[Figure]:
    """Keys that walk, keys that look for words, and ten seconds of nothing."""
    a_record_of_many_entries(folder / "record").close()
    place = {"HOME": str(folder), "XDG_CONFIG_HOME": str(folder / ".config")}
    (folder / ".config" / "passport").mkdir(parents=True, exist_ok=True)
    (folder / ".config" / "passport" / "settings").write_text("{}")
    command = [str(Path(sys.executable).with_name("passport")), "--vault", str(folder / "record")]
    title = shelf().pack(FORM).title
    with Window(command, place) as window:
        window.until("\u256d")  # the corner of the bare box
        window.press(PASSPHRASE)
        window.press("\r")
        window.until(title)
        window.press("\x10")
        window.press(WORDS("screens.find.open", form=title))
        began = time.perf_counter()
        window.press("\r")
        window.until("Panel number")
        yield Figure(f"open a list of {ENTRIES:,} entries", f"{time.perf_counter() - began:.2f} s")
        window.busy(1.0)
        walks = _took(window, [DOWN] * 40 + [END, UP, HOME] * 7)
        with Window([sys.executable, "-c", BARE], {}) as bare:
            bare.until("Panel number")
            ours, other = [], []
            spent, beside = window.spent, bare.spent
            for _ in range(3):  # turn about, so that what else the machine does falls on both
                ours += _took(window, TYPED)
                other += _took(bare, TYPED)
            spent, beside = (
                (now - before) * 1000 / len(ours)
                for now, before in ((window.spent, spent), (bare.spent, beside))
            )
        yield _figure("key to screen: walking in it", walks)
        yield _figure(
            "key to screen: looking for words", ours, f"a bare Textual list {_slowest(other):.0f} ms"
        )
        yield Figure(
            "of it processor time, on average",
            f"{spent:.0f} ms",
            f"the bare one {beside:.0f} ms",
            spent / beside,
        )
        busy = window.busy(IDLE_FOR)
        yield Figure(
            "processor time while nobody types",
            f"{busy * 1000:.0f} ms",
            f"of {IDLE_FOR:.0f} s, the list in view",
            busy / IDLE_AIM,
            1.0,
        )


def _took(window: Window, keys: Sequence[str]) -> list[float]:
    return [window.press(key) * 1000 for key in keys]


def _slowest(took: list[float]) -> float:
    """The 95th percentile."""
    return sorted(took)[int(len(took) * 0.95)]


def _figure(what: str, took: list[float], beside: str = "") -> Figure:
    said = f"95th percentile of {len(took)}" + (f"; {beside}" if beside else "")
    return Figure(what, f"{_slowest(took):.0f} ms", said, _slowest(took) / KEY_AIM, 1.0)
