"""What is kept as a carer, at the command line and in plain lines: its own list, its own papers, and what nobody opens."""

from pathlib import Path

import pytest

from passport.actions.first_page import PAPERS
from passport.errors import Exit
from tests.cli.at_the_pipe import WORDS, begins
from tests.cli.test_answers import Person, person  # the fixture is used by its name

pytestmark = pytest.mark.usefixtures("cheap_keys")
__all__ = ["person"]
ABOUT = 'cr_name = "Ngozi Okafor"\ncr_supports = "Sam"\n'
PLAN = 'ce_steps_in = ["Chidi"]\nce_needs = "Breakfast"\nce_alone = "A day"\n'
ONLY_THEM = "Only the person can make this. You can help them in their own passport."


@pytest.mark.parametrize(
    "command",
    [
        ("put", "carer_advance_decision", "--from", "ANSWERS"),
        ("assess", "carer_advance_decision"),
        ("sign", "carer_advance_decision", "--from", "ANSWERS"),
        ("stop", "carer_advance_decision"),
        ("show", "carer_advance_decision"),
        ("share", "--for", "carer_care", "--form", "carer_advance_decision", "--to", "A ward"),
    ],
)
def test_no_command_opens_a_paper_that_speaks_for_somebody_else(
    person: Person, command: tuple[str, ...]
) -> None:
    """CA-01."""
    given = [person.file("ad_able = true\n") if one == "ANSWERS" else one for one in command]

    assert person(*given) == Exit.REFUSED
    assert ONLY_THEM in person.err
    assert person("show", "--json") == 0
    assert '"sections": []' in person.out


def test_a_carers_paper_is_made_for_a_carers_side_alone(person: Person, tmp_path: Path) -> None:
    person("put", "carer_about_me", "--from", person.file(ABOUT))
    person("put", "about_me", "--from", person.file('am_name = "Ngozi Okafor"\n'))

    for side in ("care", "involvement"):
        assert person("share", "--for", side, "--form", "carer_about_me", "--to", "Chidi") == Exit.REFUSED
    for side in ("carer_care", "carer_involvement"):
        assert person("share", "--for", side, "--form", "about_me", "--to", "Chidi") == Exit.REFUSED
    out = tmp_path / "out"
    made = person.json("share", "--for", "carer_care", "--to", "Chidi", "--out", str(out))
    assert Path(made["files"]["pdf"]).name.startswith("carer_care-")
    assert person("check", made["files"]["pdf"], vault=False) == 0
    assert "Ngozi Okafor" in person.out
    seals = person.json("copies")["seals"]
    assert list(seals) == ["care", "involvement", "carer_care"]
    assert person("copies") == 0
    assert seals["carer_care"] in person.out


def test_what_is_about_them_waits_for_their_leave(person: Person) -> None:
    """CA-02."""
    person("put", "carer_about_me", "--from", person.file(ABOUT))
    person("put", "carer_emergency_plan", "--from", person.file(PLAN))
    share = ("share", "--for", "carer_care", "--to", "Chidi", "--rehearse")

    assert person(*share) == Exit.REFUSED
    assert 'You have not noted that they agreed. Write it in "What they agreed to"' in person.err
    person("put", "carer_consent", "--from", person.file('cr_consent = "yes"\ncr_consent_share = "yes"\n'))
    assert person(*share) == 0
    assert "Breakfast" in person.out


def test_a_carers_paper_without_a_name_says_where_to_write_it(person: Person) -> None:
    person("put", "carer_training_record", "--from", person.file('carer_tr_title = "First aid"\n'))

    assert person("share", "--for", "carer_involvement", "--to", "A group", "--rehearse") == 0
    assert 'Write it in "About me as a carer"' in person.out + person.err


def test_in_plain_lines_one_row_leads_to_what_is_kept_as_a_carer(tmp_path: Path) -> None:
    with begins(tmp_path) as pipe:
        assert "As a carer" not in pipe.hears
        assert WORDS("home.carer") not in pipe.hears
        said = pipe.types(pipe.row(WORDS("screens.home.carer_row")))
        assert said.strip().startswith(WORDS("screens.home.carer_mine"))
        assert ONLY_THEM in said
        assert "My crisis plan" not in said
        pipe.types(pipe.row("About me as a carer"))
        said = pipe.types("Ngozi Okafor", "x")
        assert "Ngozi Okafor: what I keep as a carer" in said
        said = pipe.types("")
        assert WORDS("home.carer") in said.splitlines()
        assert "About me as a carer: In progress" in said
        said = pipe.types(pipe.row(WORDS("screens.home.share_row")))
        assert WORDS("screens.share.carer_steps_in") in said
        assert pipe.close() == 0


def test_both_lists_in_plain_lines_have_the_rows_of_the_screen_in_its_order(tmp_path: Path) -> None:
    """screens.md: the plain mode prints the same words in the same order."""
    rows = [WORDS(f"screens.home.{one}_row") for one in PAPERS]
    with begins(tmp_path) as pipe:
        for said in (pipe.hears, pipe.types(pipe.row(WORDS("screens.home.carer_row")))):
            papers = said.split(WORDS("screens.home.papers"))[-1].strip().splitlines()[: len(PAPERS)]
            assert [line.partition(" ")[2].partition(":")[0] for line in papers] == rows
        assert pipe.close() == 0


def test_in_plain_lines_what_our_checks_say_stands_apart_from_what_they_will_see(tmp_path: Path) -> None:
    """IR-04 is said to the person, and is on no paper."""
    with begins(tmp_path) as pipe:
        pipe.types(pipe.row(WORDS("screens.home.carer_row")))
        pipe.types(pipe.row("About me as a carer"), "Ngozi Okafor", "x")
        pipe.types(pipe.row("What I have done as a carer"), "+", "Carers' forum", "x", "")
        pipe.types(pipe.row(WORDS("screens.home.share_row")))
        said = pipe.types(pipe.row(WORDS("screens.share.carer_role")), "", "Riverbank", "", "", "no")
        checks, paper = said.split(f"\n{WORDS('screens.share.pages')}\n")
        assert WORDS("screens.share.rules") in checks
        assert "Someone who was there can confirm it." in checks
        assert "Someone who was there can confirm it." not in paper
        pipe.types("no")


def test_a_rehearsal_says_how_full_the_code_is_and_what_had_no_room(person: Person) -> None:
    for number in range(1, 30):
        said = f'carer_tr_title = "Course {number} about {hash((number, 7)) % 10**12}"\n'
        person("put", "carer_training_record", "--from", person.file(said))
    share = ("share", "--for", "carer_involvement", "--to", "A group", "--rehearse")

    assert person(*share) == 0
    said = person.out + person.err
    assert "of 29 entries." in said
    assert "per cent full." in said
    assert WORDS("code.left_out") in said
    assert person.json(*share)["code_room"][-1] in said
