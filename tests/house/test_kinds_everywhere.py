"""A kind of question is whole only when it can be read, asked on a screen, asked in plain lines and printed."""

import pytest

from passport.cli.plain.ask import PROMPTS
from passport.forms import kinds
from passport.forms.pack import Kind
from passport.paper.compose import PRINTED_KINDS
from passport.tui.widgets.registry import WIDGETS

ASKED = [kind for kind in Kind if kind is not Kind.AUTOMATIC]


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_can_be_read_and_printed(kind: Kind) -> None:
    assert kind in kinds._READERS
    assert kind in PRINTED_KINDS


@pytest.mark.parametrize("kind", ASKED)
def test_every_kind_that_is_asked_has_a_widget_and_a_plain_prompt(kind: Kind) -> None:
    assert kind in WIDGETS
    assert kind in PROMPTS
