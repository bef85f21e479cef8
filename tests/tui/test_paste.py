"""A paste is words: whatever stands in it, no key is pressed, nothing is lost before or after, and boxes hold no control."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events

from passport.tui.paste import PasteParser
from passport.tui.screens.question import QuestionPage
from passport.tui.widgets.type_in import ManyLines, OneLine, pasted
from tests.cli.at_a_terminal import Window
from tests.cli.at_the_pipe import PASSPHRASE, begins
from tests.tui.on_screen import Person, a_record, at_the_screen

RAW = "Dear\x1b[31m all,\x1b[A\x1b]0;title\x07 \tsee\x00 you\x1b\x1b soon"


def read(*parts: str) -> list[str]:
    """What a terminal's bytes come out as: a paste in brackets, a key by its name."""
    parser = PasteParser()
    found = [event for part in parts for event in parser.feed(part)]
    return [f"({one.text})" if isinstance(one, events.Paste) else getattr(one, "key", "?") for one in found]


def test_escapes_in_a_paste_press_no_key_and_the_words_stay_in_order() -> None:
    assert read(f"a\x1b[200~{RAW}\x1b[201~b") == ["a", f"({RAW.translate({0x1B: None, 0: None})})", "b"]


@given(st.integers(1, 40), st.integers(1, 40))
def test_it_may_come_in_any_pieces(first: int, second: int) -> None:
    sent = "x\x1b[200~one\x1b[Ctwo\x1b\x1b[201~y\x1b[200~three\x1b[201~"
    parts = sent[:first], sent[first : first + second], sent[first + second :]
    assert read(*(part for part in parts if part)) == ["x", "(one[Ctwo)", "y", "(three)"]


def test_keys_outside_a_paste_are_keys_at_once() -> None:
    assert read("\x1b[A", "\x1b[B", "é", "\t") == ["up", "down", "é", "tab"]


def test_line_breaks_stay_and_controls_go() -> None:
    assert pasted("one\r\ntwo\rthree\n\x1b[31mfour\x85\x0c\tfive") == "one\ntwo\nthree\n[31mfour five"


@pytest.mark.usefixtures("cheap_keys")
@pytest.mark.parametrize(
    ("form", "question", "holds"),
    [
        ("about_me", "am_name", "Dear[31m all, see you"),
        ("crisis_plan", "cp_well", "Dear[31m all,\nsee you"),
    ],
)
async def test_a_box_takes_the_words_of_a_paste_and_keeps_the_focus(
    tmp_path: Path, form: str, question: str, holds: str
) -> None:
    at = a_record(tmp_path, {"about_me": {"am_known_as": "Robin"}, "crisis_plan": {"cp_well": ""}})
    async with at_the_screen(at) as person:
        await person.home()
        await person.app.push_screen(QuestionPage(f"{form}-1", question))
        await person.on(QuestionPage)
        await sent_to(person, "\x1b[200~Dear\x1b[31m all,\rsee\x08 you\x1b[201~")
        box = person.app.screen.focused
        assert isinstance(box, OneLine | ManyLines)
        assert (box.value if isinstance(box, OneLine) else box.text) == holds


@pytest.mark.usefixtures("cheap_keys")
def test_on_a_real_terminal_a_paste_with_an_escape_in_it_is_read_as_words(tmp_path: Path) -> None:
    """The passphrase is pasted: it opens only if not one letter of it went astray."""
    with begins(tmp_path) as pipe:
        assert pipe.close() == 0
    with Window(tmp_path) as window:
        window.until("\x1b[?")
        window.types("", 2)
        window.types(f"\x1b[200~\x1b{PASSPHRASE[:9]}\x1b{PASSPHRASE[9:]}\x1b[201~", 1)
        window.types("\r")
        window.until("Robin")


async def sent_to(person: Person, data: str) -> None:
    """What a terminal sends, through the driver, as from the keyboard."""
    driver = person.app._driver
    assert driver is not None
    for event in PasteParser().feed(data):
        driver.process_message(event)
    await person.settled()
