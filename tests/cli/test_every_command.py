"""What holds for every command: what it takes, and that what it says cannot act on a terminal."""

import json
from collections.abc import Iterator

import click
import pytest

from passport.cli.main import passport
from passport.errors import Exit
from tests.cli.test_answers import Person
from tests.cli.test_bad_input import person, put

__all__ = ["person"]
pytestmark = pytest.mark.usefixtures("cheap_keys")


def test_what_json_says_cannot_act_on_a_terminal(person: Person) -> None:
    """C1 controls and direction overrides are as live in a document as in a line; JSON has its own way to write them."""
    name = "a\u009b31mRED\u009d0;t\u009c \u202eevil\x7f"
    assert put(person, f"am_name = {json.dumps(name)}") == Exit.DONE
    assert person("show", "about_me", "--json") == Exit.DONE
    assert not set("\u009b\u009d\u009c\u202e\x7f") & set(person.out)
    assert name in json.dumps(json.loads(person.out), ensure_ascii=False).replace("\\u007f", "\x7f")


def test_whether_a_path_can_be_read_is_not_for_the_command_line_to_say() -> None:
    """It would be wrong usage, in somebody else's words; the contract has other codes."""
    paths = [
        option
        for command in every_command(passport)
        for option in command.params
        if isinstance(option.type, click.Path)
    ]
    assert len(paths) > 20
    assert [option.name for option in paths if option.type.readable] == []  # type: ignore[attr-defined]  # a path's


def test_commands_that_open_no_record_take_what_every_command_takes(person: Person) -> None:
    """Scripts name the record everywhere."""
    for command in (("check", "PIP1:NOT OURS"), ("forms", "list"), ("forms", "check"), ("where",)):
        assert person(*command) in {Exit.DONE, Exit.FOUND}
        assert "--vault" not in person.err


def every_command(group: click.Group) -> Iterator[click.Command]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from every_command(command)
        else:
            yield command
    yield group
