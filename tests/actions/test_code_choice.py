"""What a person puts in the code of a paper: it says just that, the paper says so, and too much is refused by name."""

import io
from pathlib import Path

import pytest
from pypdf import PdfReader

from passport.actions import answer
from passport.actions.card import card_code, print_card
from passport.actions.check import check
from passport.actions.offer import choose
from passport.actions.share import Handing, Made, code_for, rehearse, share
from passport.actions.sharing import Sharing
from passport.actions.show_code import show_code
from passport.checking.check import check_bytes
from passport.errors import NotForCode, TooMuchForCode
from passport.forms.shelf import shelf
from passport.keys.trust import Met
from passport.qr.room import SEALED_CARD
from passport.qr.token import read
from passport.record.answers import texts_in
from passport.record.audience import Audience
from passport.vault.vault import Vault
from passport.wording.words import Words
from tests.builders import NOW

WORDS = Words()


def made(vault: Vault, *code: str, for_: Audience = Audience.INVOLVEMENT) -> Made:
    selection = choose(vault.passport(), shelf(), for_, (), ())
    return rehearse(vault, shelf(), selection, Handing("Northside", code=frozenset(code)), NOW, WORDS)


def usual(vault: Vault) -> Made:
    selection = choose(vault.passport(), shelf(), Audience.INVOLVEMENT, (), ())
    return rehearse(vault, shelf(), selection, Handing("Northside"), NOW, WORDS)


def beside_the_code(one: Made) -> str:
    return one.text[one.text.index(WORDS("paper.code_title")) :]


def test_the_code_says_what_was_picked_and_no_more(vault: Vault) -> None:
    facts = read(made(vault, "am_known_as", "na_breaks", "involvement_record-1").code).facts

    assert facts.facts == {"am_known_as": "Alex", "na_breaks": "Ten minutes each hour"}
    assert [entry.facts["ir_title"] for entry in facts.entries] == ["Monday group"]
    assert facts.entries_in_all == 9


def test_the_paper_names_the_entries_in_the_code_and_says_that_the_rest_is_only_on_paper(
    vault: Vault,
) -> None:
    said = beside_the_code(made(vault, "am_known_as", "involvement_record-1"))

    assert "It holds 1 of the 9 entries on this paper:" in said
    assert "Monday group" in said
    assert "Ward welcome pack" not in said
    assert WORDS("paper.code_rest") in said


def test_a_code_may_say_nothing_and_the_paper_says_so(vault: Vault) -> None:
    one = made(vault)
    said = beside_the_code(one)

    assert read(one.code).facts.facts == {}
    assert "It holds none of the 9 entries on this paper." in said
    assert WORDS("paper.code_rest") in said


def test_a_code_that_says_all_there_is_says_nothing_of_a_rest(vault: Vault) -> None:
    every = {row.key for row in made(vault, for_=Audience.CARE).code_room.rows()}
    assert WORDS("paper.code_rest") not in beside_the_code(made(vault, *every, for_=Audience.CARE))


def test_too_much_is_refused_with_what_to_leave_out_and_without_that_it_is_made(
    vault: Vault, tmp_path: Path
) -> None:
    every = {row.key for row in usual(vault).code_room.rows()}
    selection = choose(vault.passport(), shelf(), Audience.INVOLVEMENT, (), ())
    handing = Handing("Northside", code=frozenset(every))
    with pytest.raises(TooMuchForCode) as refused:
        share(vault, shelf(), selection, handing, NOW, WORDS, tmp_path / "out")
    named = str(refused.value.fields["leave_out"])

    assert not (tmp_path / "out").exists()
    assert vault.passport().copies == ()
    assert named.startswith("What I have done (involvement_record-1)")
    assert "Monday group" not in named, "an error holds no word of the person's"
    less = {one for one in every if f"({one})" not in named}
    assert less
    assert read(made(vault, *less).code).facts.facts["am_name"] == "Alex Morgan"


def test_what_to_leave_out_is_told_on_the_page_in_the_words_of_the_person(vault: Vault) -> None:
    room = usual(vault).code_room
    for row in room.rows():
        if not row.goes_in:
            room = room.switched(row.key)

    assert "What I have done: Monday group" in room.problem()
    assert room.full()[1].startswith("It is too full")
    assert "What I have done: Monday group" in room.full()


def test_the_meter_says_how_full_it_is_in_words(vault: Vault) -> None:
    room = made(vault).code_room
    assert room.full()[1] == WORDS("code.room_lots", percent=room.meter.percent)
    full = usual(vault).code_room
    assert full.full()[1] == WORDS("code.room_none", percent=full.meter.percent)
    assert not room.problem()


@pytest.mark.parametrize("name", ["nonsense", "am_dob", "cp_signs", "crisis_plan-1", "reflection-1"])
def test_what_no_code_of_this_paper_may_say_is_refused_by_name(vault: Vault, name: str) -> None:
    with pytest.raises(NotForCode) as refused:
        made(vault, "am_name", name)
    assert refused.value.fields["what"] == name


def test_what_is_picked_for_the_code_puts_nothing_on_the_paper(vault: Vault) -> None:
    """The code says less than the paper, never more: a form that is left out has no line to tick."""
    selection = choose(vault.passport(), shelf(), Audience.INVOLVEMENT, ("about_me",), ())
    handing = Handing("Northside", code=frozenset({"na_breaks"}))
    with pytest.raises(NotForCode):
        rehearse(vault, shelf(), selection, handing, NOW, WORDS)


def test_to_change_what_goes_in_starts_the_code_again() -> None:
    sharing = Sharing(Audience.INVOLVEMENT, {"about_me-1"}, code=frozenset({"na_breaks"}))
    sharing.switch("needs_and_adjustments-1")
    assert sharing.code is None
    assert sharing.sections == {"about_me-1", "needs_and_adjustments-1"}
    sharing.switch("about_me-1", "am_dob")
    assert sharing.fields == {("about_me-1", "am_dob")}


def test_what_a_scanner_reads_is_what_a_check_reports(vault: Vault) -> None:
    one = made(vault, "am_known_as", "involvement_record-1")
    report = check_bytes(one.code_png, NOW.date(), Met(), WORDS)

    assert list(show_code(one, 200, 100, WORDS).reads) == [line.strip() for line in report.lines()]
    assert show_code(one, 200, 100, WORDS).letters == one.code


def test_a_window_that_is_too_small_says_how_large_it_has_to_be(vault: Vault) -> None:
    shown = show_code(made(vault), 40, 20, WORDS)
    assert not shown.drawn
    assert "This one has 40 by 20." in shown.too_small
    assert not show_code(made(vault), 200, 100, WORDS).too_small


def test_a_card_says_nothing_in_its_code_unless_it_is_picked_and_then_prints_it(
    vault: Vault, tmp_path: Path
) -> None:
    plain = print_card(vault, shelf(), NOW, WORDS, tmp_path / "plain").made
    named = print_card(vault, shelf(), NOW, WORDS, tmp_path / "named", {"am_known_as"}).made

    assert read(plain.code).facts.facts == {}
    assert "What should people call you?" not in plain.text
    assert read(named.code).facts.facts == {"am_known_as": "Alex"}
    assert "What should people call you? Alex" in named.text
    assert "they and them" not in named.text
    assert len(named.code) <= SEALED_CARD.letters
    assert len(PdfReader(io.BytesIO(named.pdf)).pages) == 1


def test_a_card_with_too_much_in_its_code_is_not_made(vault: Vault, tmp_path: Path) -> None:
    copies = vault.passport().copies
    everything = {"cp_card", "am_name", "am_known_as", "am_pronouns", "am_communicate", "am_languages"}
    with pytest.raises(TooMuchForCode) as refused:
        print_card(vault, shelf(), NOW, WORDS, tmp_path / "out", everything)

    assert "How to talk with you (am_communicate)" in str(refused.value.fields["leave_out"])
    assert not (tmp_path / "out").exists()
    assert vault.passport().copies == copies


def test_the_card_offers_who_it_is_and_no_word_of_care(vault: Vault) -> None:
    rows = {row.key for row in card_code(vault, shelf(), NOW, WORDS).rows()}
    assert {"am_name", "am_known_as", "cp_card.1"} <= rows
    assert all(row.startswith(("am_", "cp_card.")) for row in rows)


def test_each_line_of_a_card_is_picked_for_its_code_by_itself(vault: Vault, tmp_path: Path) -> None:
    """None by itself; then those that were picked, word for word, and the card says which."""
    printed = texts_in(answer.existing(vault, "crisis_plan", None).value("cp_card"))
    none = print_card(vault, shelf(), NOW, WORDS, tmp_path / "none").made
    two = print_card(vault, shelf(), NOW, WORDS, tmp_path / "two", {"cp_card.1", "cp_card.3"}).made

    assert read(none.code).facts.facts == {}
    assert read(two.code).facts.facts == {"cp_card": (printed[0], printed[2])}
    assert "Lines in the code: 1, 3." in two.text
    assert "Lines in the code" not in none.text
    assert two.text.count(printed[0]) == 1


def test_five_short_lines_fit_the_code_of_a_card_and_are_read_from_its_picture(
    vault: Vault, tmp_path: Path
) -> None:
    """All of them by the name of their question."""
    given = print_card(vault, shelf(), NOW, WORDS, tmp_path / "out", {"cp_card"})
    printed = texts_in(answer.existing(vault, "crisis_plan", None).value("cp_card"))
    report = check(str(given.files["code_png"]), NOW.date(), WORDS)

    assert len(printed) == 5
    assert read(given.made.code).facts.facts == {"cp_card": printed}
    assert report.exit_code == 0
    assert all(line in "\n".join(report.lines()) for line in printed)
    assert len(PdfReader(io.BytesIO(given.made.pdf)).pages) == 1
    assert b'width="44.5mm"' in given.made.code_svg


def test_a_line_of_the_card_is_offered_for_no_other_code(vault: Vault) -> None:
    selection = choose(vault.passport(), shelf(), Audience.CARE, ("crisis_plan",), ())
    rows = code_for(vault, shelf(), selection, Handing("Riverbank Surgery"), NOW, WORDS).rows()
    assert not [row.key for row in rows if row.key.startswith("cp_card")]


def test_a_private_answer_is_offered_for_no_code(vault: Vault) -> None:
    """Whatever is picked by name for the paper."""
    about = vault.passport().about_me()
    assert about is not None
    answer.put(vault, shelf(), about.id, "am_dob", "27 3 1988", NOW)
    selection = choose(vault.passport(), shelf(), Audience.INVOLVEMENT, ("about_me",), ("am_dob",))
    one = rehearse(vault, shelf(), selection, Handing("Northside"), NOW, WORDS)
    assert "am_dob" not in {row.key for row in one.code_room.rows()}
