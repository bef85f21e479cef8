"""A place as people type it, and a label as people read it."""

from pathlib import Path

import pytest

from passport.actions.places import place_typed
from passport.wording.words import labelled


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        (" /media/stick/My papers ", "/media/stick/My papers"),
        ("'/media/stick/My papers'", "/media/stick/My papers"),
        ("file:///media/stick/My%20papers/a.pdf", "/media/stick/My papers/a.pdf"),
        ("~/papers", str(Path.home() / "papers")),
        ("100%20.pdf", "100%20.pdf"),
    ],
)
def test_a_place_may_be_typed_dropped_or_pasted(typed: str, place: str) -> None:
    assert place_typed(typed) == Path(place)


def test_a_question_mark_needs_no_colon() -> None:
    assert labelled("Who helped you?", "Dee") == "Who helped you? Dee"
    assert labelled("Name", "Alex") == "Name: Alex"
