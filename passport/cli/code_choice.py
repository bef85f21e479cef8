"""``--code`` and ``--draw``: what the code of a paper says, and the code drawn here."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from passport.actions.code_room import NOTHING, CodeRoom
from passport.cli.say import Voice, words

_Command = TypeVar("_Command", bound=Callable[..., Any])


def takes_code(command: _Command) -> _Command:
    """The two options, for a command that makes a paper with a code."""
    picks = click.option("--code", "code", multiple=True, metavar="ID", help=words("code.option"))
    return picks(click.option("--draw", "drawn", is_flag=True, help=words("code.draw"))(command))


def picked(code: Sequence[str]) -> frozenset[str] | None:
    """What a person picked; None where they picked nothing. ``none`` alone is a code that says nothing."""
    return frozenset(code) - {NOTHING} if code else None


def say_choice(voice: Voice, room: CodeRoom) -> None:
    """Each thing that the code may say, with the id to pick it by."""
    voice.words("code.rehearsed")
    for row in room.rows():
        voice.words("code.in_code" if row.goes_in else "code.on_paper", id=row.key, what=row.label)


def choice_plain(room: CodeRoom) -> list[dict[str, object]]:
    """The same as plain data."""
    return [{"id": row.key, "label": row.label, "in_code": row.goes_in} for row in room.rows()]
