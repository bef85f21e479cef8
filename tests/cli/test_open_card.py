"""The open card by command and in plain lines; under ``--portable`` it lies on the stick."""

import json
from pathlib import Path

import pytest

from passport.errors import Exit
from passport.vault.folder import OPEN
from tests.cli.at_the_pipe import PASSPHRASE, WORDS, Pipe, begins, comes_back
from tests.cli.test_answers import Person
from tests.cli.test_bad_input import person
from tests.cli.test_portable import Computer, computer

__all__ = ["computer", "person"]
NUMBER = "Grace 0113 496 0000"


@pytest.mark.usefixtures("cheap_keys")
def test_the_command_puts_lines_out_and_takes_them_away(person: Person) -> None:
    assert person("open-card") == Exit.DONE
    assert WORDS("open_card.is_off") in person.out
    assert person("open-card", "--line", "Call me Robin", "--line", NUMBER) == Exit.DONE
    assert WORDS("open_card.not_locked") in person.out
    assert person("support", "--json") == Exit.DONE
    assert json.loads(person.out)["open_card"] == ["Call me Robin", NUMBER]
    assert person("open-card", "--json") == Exit.DONE
    assert json.loads(person.out)["on"] is True
    assert person("open-card", "--off", "--line", "x") == Exit.USAGE
    assert person("open-card", *(["--line", "x"] * 6)) == Exit.REFUSED
    assert person("open-card", "--off") == Exit.DONE
    assert WORDS("open_card.disk") in person.out
    assert person("support") == Exit.DONE
    assert NUMBER not in person.out


def to_the_card(pipe: Pipe) -> str:
    pipe.types(pipe.row(WORDS("screens.home.look_after_row")))
    return pipe.types(pipe.row(WORDS("screens.find.open_card")))


def test_plain_lines_put_it_out_and_show_it_at_the_passphrase(tmp_path: Path) -> None:
    with begins(tmp_path) as pipe:
        assert WORDS("open_card.is_off") in to_the_card(pipe)
        said = pipe.types(NUMBER, "")
        assert WORDS("open_card.not_locked") in said
        assert WORDS("open_card.not_put") in pipe.types("no")
        assert not (tmp_path / "record" / OPEN).exists()
        to_the_card(pipe)
        assert WORDS("open_card.put_done") in pipe.types("", "yes")
    with Pipe(tmp_path) as pipe:
        pipe.prompt()
        assert NUMBER in pipe.types("h")
        pipe.types(PASSPHRASE)
        assert WORDS("open_card.is_on") in to_the_card(pipe)
        assert WORDS("open_card.off_done") in pipe.types("off")
    with comes_back(tmp_path) as pipe:
        assert WORDS("open_card.is_off") in to_the_card(pipe)


def test_on_a_stick_it_lies_on_the_stick_and_nowhere_else(computer: Computer) -> None:
    at = ("--portable", "--vault", str(computer.stick / "record"))
    computer.runs(*at, "--plain", typed=f"1\nRobin\n{PASSPHRASE}\n")
    said = computer.runs(
        *at, "open-card", "--line", NUMBER, "--passphrase-file", str(computer.stick / "typed")
    )
    assert WORDS("open_card.stick") in said
    assert NUMBER in computer.runs(*at, "support")
    assert computer.made_here() == []
    assert (computer.stick / "record" / OPEN).exists()
