"""The tour and what is new, in plain lines and by command."""

import json
from pathlib import Path

import pytest

from passport.actions.tour import TOUR
from passport.errors import Exit
from tests.cli.at_the_pipe import PASSPHRASE, WORDS, Pipe, begins
from tests.cli.test_answers import Person
from tests.cli.test_bad_input import person

__all__ = ["person"]


@pytest.mark.usefixtures("cheap_keys")
def test_both_can_be_read_with_no_record(person: Person) -> None:
    assert person("tour", vault=False) == Exit.DONE
    assert all(stop.text(WORDS) in person.out for stop in TOUR)
    assert person("news", "--json", vault=False) == Exit.DONE
    assert json.loads(person.out)["releases"][0]["lines"]


def test_the_tour_in_plain_lines_can_be_left_at_any_step(tmp_path: Path) -> None:
    with Pipe(tmp_path) as pipe:
        pipe.prompt()
        said = pipe.types(pipe.row(WORDS("screens.welcome.look")))
        assert WORDS("tour.home") in said
        assert WORDS("tour.question") in pipe.types("")
        assert "call you" in pipe.types("show")
        assert WORDS("tour.question") in pipe.types("b")
        assert WORDS("tour.refusal") in pipe.types("")
        said = pipe.types("x")
        assert WORDS("tour.left") in said
        assert "Alex's passport" in said


def test_what_is_new_is_a_row_once(tmp_path: Path) -> None:
    with begins(tmp_path) as pipe:
        assert WORDS("news.row") not in pipe.hears
    settings = next(tmp_path.glob("home/.config/passport/settings"))
    settings.write_text(json.dumps({"plain": False}))
    with Pipe(tmp_path) as pipe:
        pipe.prompt()
        assert WORDS("news.row") in pipe.types(PASSPHRASE)
        assert "0.1.0" in pipe.types(pipe.row(WORDS("news.row")))
    with Pipe(tmp_path) as pipe:
        pipe.prompt()
        assert WORDS("news.row") not in pipe.types(PASSPHRASE)
