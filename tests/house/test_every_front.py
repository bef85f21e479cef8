"""What a person can do, they can do on the full screen, in plain lines and with a command: every action has all three.

A module of ``actions`` that only other actions use is a part of those. What belongs to fewer fronts stands here with why.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import passport

ROOT = Path(passport.__file__).parent
SCREEN, PLAIN, COMMAND = "screen", "plain", "command"
EVERYWHERE = {SCREEN, PLAIN, COMMAND}

BY_ASKING = {SCREEN, PLAIN}
"""Both fronts that ask one question at a time; a command takes whole files of answers, and holds nothing half typed."""
FEWER: dict[str, tuple[set[str], str]] = {
    "as_typed": (BY_ASKING, "what is being typed is nothing that a command has"),
    "drafts": (BY_ASKING, "a command holds nothing half typed"),
    "begin": (BY_ASKING, "the first run; `new` makes a record with `unlock.make`"),
    "begin_again": (BY_ASKING, "`put` begins a new paper where the last one was stopped"),
    "home": (
        BY_ASKING,
        "`show` prints every form with its answers, and `todo` and `assess` where they stand",
    ),
    "first_page": (BY_ASKING, "as `home`"),
    "laid_out": (BY_ASKING, "a command writes a kept file where it is told to, and leaves it there"),
    "leaving": (BY_ASKING, "a command ends at once: there is nothing to lock"),
    "half_chosen": (BY_ASKING, "a command holds nothing half typed"),
    "show_code": ({SCREEN, COMMAND}, "plain lines draw with the `draw` of the commands"),
    "idle": (BY_ASKING, "a command does not wait for anybody"),
    "signature": (BY_ASKING, "`sign` prints the signed text itself"),
    "sharing": (BY_ASKING, "`share` is told the side, the folder and the reason as options"),
    "check_forms": ({COMMAND}, "for people who write forms"),
}


def fronts() -> Iterator[tuple[str, Path]]:
    for file in ROOT.rglob("*.py"):
        room = file.relative_to(ROOT).parts
        if room[0] == "tui":
            yield SCREEN, file
        elif room[:2] == ("cli", "plain"):
            yield PLAIN, file
        elif room[0] == "cli":
            yield COMMAND, file


def actions_named(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "passport.actions":
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("passport.actions."):
            yield str(node.module).rpartition(".")[2]


def used_by() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {file.stem: set() for file in (ROOT / "actions").glob("[a-z]*.py")}
    for front, file in fronts():
        for name in actions_named(file):
            found[name].add(front)
    return found


USED = used_by()


@pytest.mark.parametrize("action", sorted(name for name, by in USED.items() if by))
def test_every_action_has_a_page_a_plain_path_and_a_command(action: str) -> None:
    wanted, _why = FEWER.get(action, (EVERYWHERE, ""))
    assert wanted - USED[action] == set()


def test_no_exception_is_left_over() -> None:
    assert [name for name, (fewer, _why) in FEWER.items() if USED[name] - fewer] == []
