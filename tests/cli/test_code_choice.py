"""The code of a paper by command and in plain lines: chosen by id or number, with a meter; drawn only where it is asked for."""

import io
from pathlib import Path

import pytest
from PIL import Image

from passport.actions.answer import put_all
from passport.cli.say import Voice
from passport.errors import Exit
from passport.forms.shelf import shelf
from passport.qr.blocks import BOTH, LOWER, NEITHER, UPPER
from passport.qr.scan import read_picture
from passport.qr.token import read
from passport.vault.vault import Vault
from tests.builders import NOW
from tests.cli.at_the_pipe import PASSPHRASE, WORDS, Pipe, begins, comes_back
from tests.cli.test_answers import Person, person
from tests.qr.test_blocks import on_screen
from tests.qr.test_summary import varied

__all__ = ["person"]
pytestmark = pytest.mark.usefixtures("cheap_keys")
SHAPES = {NEITHER, UPPER, LOWER, BOTH}
SHARE = ("share", "--for", "involvement", "--to", "Northside")


def drawn_in(said: str) -> list[str]:
    """The lines of a drawing, and none where there is none."""
    lines = said.splitlines()
    at = [place for place, line in enumerate(lines) if line and set(line) <= SHAPES and len(line) > 40]
    return lines[at[0] : at[-1] + 1] if at else []


def written(person: Person) -> None:
    person("put", "about_me", "--from", person.file('am_name = "Robin Hale"\nam_please_do = "Knock"'))
    for number in (1, 2):
        said = f'ir_title = "Panel {number}"\nir_start = "20{10 + number}"\n'
        person("put", "involvement_record", "--from", person.file(said))


def test_a_command_picks_by_id_and_a_rehearsal_says_the_ids(person: Person) -> None:
    written(person)
    assert person(*SHARE, "--rehearse", "--code", "am_name", "--code", "involvement_record-1") == Exit.DONE
    said = person.out
    assert "am_name  Your full name (in the code)" in said
    assert "am_please_do  Please do (only on the paper)" in said
    assert "involvement_record-2  What I have done: Panel 2 (only on the paper)" in said

    plain = person.json(*SHARE, "--rehearse", "--code", "none")
    assert [one["in_code"] for one in plain["code_choice"]] == [False] * 4
    assert 0 < plain["code_full"] < 50


def test_what_the_code_cannot_say_is_wrong_usage_and_too_much_is_refused(
    person: Person, tmp_path: Path
) -> None:
    written(person)
    assert person(*SHARE, "--code", "cp_signs", "--out", str(tmp_path / "out")) == Exit.USAGE
    assert "cannot say cp_signs" in person.err
    person("put", "about_me", "--from", person.file(f'am_please_dont = "{varied(1, 2000)}"'))
    code = ("--code", "am_name", "--code", "am_please_dont")
    assert person(*SHARE, *code, "--out", str(tmp_path / "out")) == Exit.REFUSED
    assert "Leave out: Please do not (am_please_dont)." in person.err
    assert not (tmp_path / "out").exists()


def test_a_code_is_drawn_by_a_command_only_where_it_is_asked_for(person: Person, tmp_path: Path) -> None:
    written(person)
    assert person(*SHARE, "--out", str(tmp_path / "a")) == Exit.DONE
    assert drawn_in(person.out) == []
    assert person(*SHARE, "--out", str(tmp_path / "b"), "--draw") == Exit.DONE
    said = person.out
    text = next((tmp_path / "b").glob("*-code.txt")).read_text()
    assert read_picture(on_screen(drawn_in(said), 8, 16)) == text
    assert said.index(WORDS("code.reads")) < said.index(UPPER)
    assert f"A scanner reads {len(text)} letters that begin with {text[:12]}." in said
    assert "\x1b" not in said, "a pipe gets no colours"
    assert person.json(*SHARE, "--out", str(tmp_path / "c"), "--draw")["code"] == text
    assert drawn_in(person.err)


def test_a_window_that_has_no_such_shapes_is_told_where_the_picture_is(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(person)
    monkeypatch.setattr(Voice, "can_draw", lambda _voice: False)
    assert person(*SHARE, "--out", str(tmp_path / "out"), "--draw") == Exit.DONE
    assert WORDS("code.no_blocks") in person.out
    assert str(next((tmp_path / "out").glob("*-code.png"))) in person.out
    assert drawn_in(person.out) == []


def test_on_a_terminal_it_is_black_on_white_whatever_the_terminal_wears(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    Voice().drawing([UPPER + LOWER])
    monkeypatch.setenv("NO_COLOR", "1")
    Voice().drawing([UPPER + LOWER])
    first, second = capsys.readouterr().out.splitlines()
    assert first == f"\x1b[30;107m{UPPER}{LOWER}\x1b[0m"
    assert second == UPPER + LOWER


def up_to_sure(pipe: Pipe, out: Path) -> str:
    pipe.types(pipe.row("Training"), "+", "Panels", "x")
    pipe.types(pipe.row("Share something"), "6")
    return pipe.types("", "Northside Trust", "A new role", str(out), "no")


def test_plain_lines_choose_by_number_and_say_each_time_how_full_it_is(tmp_path: Path) -> None:
    out = tmp_path / "papers"
    with begins(tmp_path) as pipe:
        assert "Type code to choose what the code says." in up_to_sure(pipe, out)
        said = pipe.types("code")
        assert "1 What should people call you? (goes in)" in said
        assert "2 Training: Panels (goes in)" in said
        assert "This code holds 1 of 1 entries." in said
        said = pipe.types("2")
        assert "Training: Panels (stays out)" in said
        assert "This code holds 0 of 1 entries." in said
        assert "per cent full." in said
        assert "Type a number from 1 to 2." in pipe.types("3")
        said = pipe.types("")
        assert WORDS("code.left_out") in said
        assert "Share it with Northside Trust?" in said
        assert not out.exists()
        said = pipe.types("yes")
        assert "They now hold version 1" in said
        text = next(one for one in out.glob("*.txt") if "-code" not in one.name).read_text()
        assert WORDS("paper.code_no_entries", all=1) in text


def test_plain_lines_draw_the_code_only_for_who_types_draw(tmp_path: Path) -> None:
    out = tmp_path / "papers"
    with begins(tmp_path) as pipe:
        up_to_sure(pipe, out)
        said = pipe.types("yes")
        assert drawn_in(said) == []
        assert WORDS("code.draw_how") in said
        said = pipe.types("draw")
        code = next(out.glob("*-code.txt")).read_text()
        assert read_picture(on_screen(drawn_in(said), 9, 20)) == code
        assert said.index("What should people call you? Robin") < said.index(UPPER)
        assert WORDS("screens.home.share_row") in pipe.types("")


def test_the_code_of_a_card_is_chosen_in_plain_lines_and_by_command(tmp_path: Path) -> None:
    out = tmp_path / "papers"
    with begins(tmp_path) as pipe:
        assert pipe.close() == 0
    vault = Vault.open_with_passphrase(tmp_path / "record", PASSPHRASE, NOW)
    put_all(vault, shelf(), "crisis_plan", {"cp_card": ["Ring Jamie"]}, NOW)
    vault.close()
    with comes_back(tmp_path) as pipe:
        assert "Type code to choose what its code says." in pipe.types(pipe.row("My card"))
        said = pipe.types("code")
        assert WORDS("code.choose_card") in said
        assert "1 Line 1: Ring Jamie (stays out)" in said
        assert "2 What should people call you? (stays out)" in said
        assert "What should people call you? (goes in)" in pipe.types("2")
        assert WORDS("card.sure") in pipe.types("")
        said = pipe.types("yes", str(out))
        assert WORDS("card.done") in said
        assert read(next(out.glob("*-code.txt")).read_text()).facts.facts == {"am_known_as": "Robin"}
        assert drawn_in(pipe.types("draw"))


def test_a_card_by_command_says_in_its_code_what_is_picked_and_refuses_too_much(
    person: Person, tmp_path: Path
) -> None:
    person(
        "put", "about_me", "--from", person.file(f'am_known_as = "Rob"\nam_please_do = "{varied(1, 400)}"')
    )
    person("put", "crisis_plan", "--from", person.file('cp_card = ["Ring Jamie"]'))
    out = str(tmp_path / "out")
    assert person("card", "--out", out, "--code", "am_please_do") == Exit.REFUSED
    assert "Leave out: Please do (am_please_do)." in person.err
    assert not (tmp_path / "out").exists()
    assert person("card", "--out", out, "--code", "am_known_as", "--draw") == Exit.DONE
    text = next((tmp_path / "out").glob("*-code.txt")).read_text()
    assert read_picture(on_screen(drawn_in(person.out), 8, 16)) == text
    assert read(text).facts.facts == {"am_known_as": "Rob"}


def test_the_picture_that_is_named_holds_the_same_code(tmp_path: Path) -> None:
    out = tmp_path / "papers"
    with begins(tmp_path) as pipe:
        up_to_sure(pipe, out)
        pipe.types("yes", "")
        picture = next(out.glob("*-code.png"))
        assert read_picture(picture.read_bytes()) == next(out.glob("*-code.txt")).read_text()
        with Image.open(io.BytesIO(picture.read_bytes())) as opened:
            assert opened.width > 300
