"""Words codes: exactly the words that were chosen and a line that says they are not sealed, read back from the picture."""

import io
import re
from html import unescape
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from passport.actions import answer
from passport.actions.chosen import To, as_chosen
from passport.actions.copies import Stands, copies
from passport.actions.copy_kinds import kind_of
from passport.actions.stop import stop
from passport.actions.tell import tell
from passport.actions.words_code import how_full, rehearse_words, to_choose, words_code
from passport.checking.check import check_bytes
from passport.errors import (
    CannotPrint,
    CardLineTooLong,
    CodeWouldAct,
    HolderWanted,
    NothingChosen,
    PassportError,
    TooMuchForCode,
)
from passport.forms.shelf import shelf
from passport.keys.trust import Met
from passport.paper.printable import all_comparable, comparable
from passport.qr import scan
from passport.qr.draw import png
from passport.qr.room import A4, CARD, Room
from passport.record.audience import SIDES, Audience, Share
from passport.record.sections import Item
from passport.vault.vault import Vault
from passport.wording.words import Words
from tests.builders import NOW

WORDS = Words()
SAM = To("Sam at the Northfield group")
MARK = "Not sealed. 23 November 2026"
CARE, INVOLVEMENT = Audience.CARE, Audience.INVOLVEMENT


def made(vault: Vault, *lines: str, card: bool = False, for_: Audience = CARE) -> str:
    return rehearse_words(vault, shelf(), for_, lines, SAM, NOW, WORDS, card=card).shows


# Nothing leaves that was not chosen


def test_a_phone_shows_the_words_that_were_chosen_and_that_they_are_not_sealed(
    vault: Vault, tmp_path: Path
) -> None:
    given_out = words_code(vault, shelf(), CARE, ["Call me Lex", "Ring Jo"], SAM, NOW, WORDS, tmp_path / "o")
    picture = given_out.files["code_png"].read_bytes()
    assert scan.read_picture(picture) == f"Call me Lex\nRing Jo\n{MARK}"
    assert given_out.files["code_text"].read_text() == f"Call me Lex\nRing Jo\n{MARK}"


@pytest.mark.parametrize("for_", [CARE, INVOLVEMENT])
@pytest.mark.parametrize("card", [False, True])
def test_no_other_word_of_the_record_is_in_any_file(
    vault: Vault, tmp_path: Path, for_: Audience, card: bool
) -> None:
    """The record is full; what is chosen is none of it."""
    out = tmp_path / "o"
    given_out = words_code(vault, shelf(), for_, ["Qzchosenzq"], SAM, NOW, WORDS, out, card=card)
    said = [
        given_out.made.text,
        given_out.made.html,
        given_out.made.shows,
        *(one.name for one in out.iterdir()),
    ]
    said += [page.extract_text() for page in PdfReader(given_out.files["pdf"]).pages]
    whole = comparable(" ".join(said))
    record = {
        text
        for section in vault.passport().sections
        for one in section.answers.values()
        for text in str(one.words).split("\n")
        if len(comparable(text)) > 9
    }
    assert len(record) > 100
    assert [text for text in record if comparable(text) in whole] == []
    assert "Sam at the" not in " ".join(said)


def test_nothing_is_offered_by_itself_from_the_other_side_or_of_a_refusal(vault: Vault) -> None:
    care = {one.question for one in to_choose(vault, shelf(), CARE, WORDS)}
    role = {one.question for one in to_choose(vault, shelf(), INVOLVEMENT, WORDS)}
    assert {"am_name", "am_known_as", "cp_card"} <= care
    assert "am_name" in role
    assert not {one for one in role if one.startswith(("cp_", "ad_", "rfz_", "as_"))}
    assert not {one for one in care if one.startswith(("ad_", "rfz_", "sg_", "doc_"))}
    texts = {one.text for one in to_choose(vault, shelf(), CARE, WORDS)}
    refused = [str(item.value("rfz_treatment")) for item in _refusals(vault)]
    assert refused
    assert not [one for one in refused if any(one in text for text in texts)]


def _refusals(vault: Vault) -> tuple[Item, ...]:
    (decision,) = vault.passport().of_form("advance_decision")
    return decision.items("ad_refusals")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(max_size=40), max_size=5))
def test_any_words_come_back_from_the_code_as_they_were_shown_or_are_refused(
    vault: Vault, lines: list[str]
) -> None:
    try:
        shows = made(vault, *lines)
    except PassportError:
        return
    assert shows == "\n".join((*as_chosen(lines), MARK))
    assert scan.read_picture(png(shows, A4)) == shows


# Hostile words


@pytest.mark.parametrize("letter", ["\u202e", "\u2066", "\x1b", "\x00", "\x07", "\ufeff", "\u200f", "\ud800"])
def test_nothing_in_it_acts(vault: Vault, letter: str) -> None:
    shows = made(vault, f"ring{letter}me")
    assert letter not in shows
    assert "ring" in shows


def test_a_line_end_inside_a_line_makes_two_lines_and_no_more(vault: Vault) -> None:
    assert made(vault, "one\r\ntwo", " ", "three\u2028four").split("\n")[:-1] == [
        "one",
        "two",
        "three",
        "four",
    ]


def test_numbers_keep_their_order_in_words_that_run_right_to_left(vault: Vault) -> None:
    assert "\u206607700 900123\u2069" in made(vault, "اتصل 07700 900123")


@pytest.mark.parametrize(
    "line",
    [
        "https://example.org/x",
        "tel: 07700 900123",
        "WIFI:T:WPA;S:x;;",
        "MECARD:N:Alex;;",
        "javascript:alert(1)",
        "BEGIN:VCARD",
    ],
)
def test_it_never_begins_as_an_order_to_a_phone(vault: Vault, line: str) -> None:
    with pytest.raises(CodeWouldAct):
        made(vault, line)
    assert made(vault, "Name: Alex", line)  # a label is no order, and what follows is words


def test_a_word_of_500_letters_has_room_on_a_page(vault: Vault) -> None:
    assert "w" * 500 in made(vault, "Ring me", "w" * 500)


def test_a_word_of_500_letters_is_refused_on_a_card_with_what_to_leave_out(vault: Vault) -> None:
    with pytest.raises(TooMuchForCode) as stopped:
        made(vault, "Ring me", "w" * 500, card=True)
    assert "line 2" in str(stopped.value.fields["leave_out"])
    letters = int(re.findall(r"(\d+) letters", str(stopped.value.fields["leave_out"]))[0])
    with pytest.raises(CardLineTooLong):  # it fits the code now, and not its face
        made(vault, "Ring me", "w" * (500 - letters), card=True)


@pytest.mark.parametrize("letter", ["w", "ż", "م", "字"])
def test_what_it_says_to_take_out_is_enough_and_not_one_letter_more(vault: Vault, letter: str) -> None:
    text = letter * 700
    with pytest.raises(TooMuchForCode) as stopped:
        made(vault, text)
    letters = int(re.findall(r"(\d+) letters", str(stopped.value.fields["leave_out"]))[0])
    with pytest.raises(TooMuchForCode):
        made(vault, text[: -letters + 1])
    if letter != "字":  # no font of ours has it, which is said in its own sentence
        assert made(vault, text[:-letters])
    else:
        with pytest.raises(CannotPrint):
            made(vault, text[:-letters])


def test_lines_beyond_what_its_place_holds_are_named(vault: Vault) -> None:
    with pytest.raises(TooMuchForCode) as stopped:
        made(vault, *"abcdef", card=True)
    assert stopped.value.fields["leave_out"] == "line 6 and all after it"


@pytest.mark.parametrize("room", [A4, CARD])
def test_a_full_code_is_the_largest_that_its_place_takes(room: Room) -> None:
    full = "w" * room.bytes
    png(full, room)
    with pytest.raises(TooMuchForCode):
        png(full + "w", room)


def test_nothing_chosen_and_nobody_to_get_it_are_said(vault: Vault, tmp_path: Path) -> None:
    with pytest.raises(NothingChosen):
        made(vault, "", "  ")
    with pytest.raises(HolderWanted):
        words_code(vault, shelf(), CARE, ["x"], To(" "), NOW, WORDS, tmp_path / "o")
    assert not (tmp_path / "o").exists()
    assert how_full(["w" * 600], NOW, WORDS, card=False) > 100


@pytest.mark.parametrize(("card", "most"), [(False, 48.5), (True, 36.5)])
def test_a_short_code_is_drawn_as_large_as_its_place(vault: Vault, card: bool, most: float) -> None:
    for lines in (["Jo"], ["Call me Lex", "w" * 80]):
        drawn = rehearse_words(vault, shelf(), CARE, lines, SAM, NOW, WORDS, card=card).code_svg
        wide = float(re.findall(rb'width="([0-9.]+)mm"', drawn)[0])
        assert most - 1 < wide <= most


# What it is not


def test_a_check_says_that_it_has_no_seal(vault: Vault) -> None:
    for lines in (["Ring me"], ["PIP tribunal: Jo helps me"]):
        report = check_bytes(png(made(vault, *lines)), NOW.date(), Met(), WORDS)
        assert "has no seal" in report.found[0].sentence
        assert report.exit_code == 1
        text = check_bytes(made(vault, *lines).encode(), NOW.date(), Met(), WORDS)
        assert text.found[0].place == "words_code"


# The page


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("card", [False, True])
def test_the_page_says_what_its_twins_say(vault: Vault, tmp_path: Path, card: bool, large: bool) -> None:
    to = To("Sam", large_print=large)
    lines = ["Call me Lex", "I need a break every hour"]
    given_out = words_code(vault, shelf(), INVOLVEMENT, lines, to, NOW, WORDS, tmp_path / "o", card=card)
    pages = PdfReader(given_out.files["pdf"]).pages
    assert len(pages) == 1
    copy = given_out.copy_given
    foot = f"Words code document {copy.document} version 1 23 November 2026 page 1 of 1"
    said = comparable(pages[0].extract_text()).removesuffix(comparable(foot))
    assert all_comparable(given_out.made.text)
    assert said == comparable(given_out.made.text)
    html = re.sub(r"<style>.*?</style>|<title>.*?</title>|<footer>.*</footer>", "", given_out.made.html)
    assert comparable(unescape(re.sub(r"<[^>]*>", "", html))) == comparable(given_out.made.text)
    root = PdfReader(io.BytesIO(given_out.made.pdf)).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert b"pdfuaid" in given_out.made.pdf


def test_the_same_words_give_the_same_bytes(vault: Vault) -> None:
    one, other = (rehearse_words(vault, shelf(), CARE, ["Ring Jo"], SAM, NOW, WORDS) for _ in range(2))
    assert one == other


# The register


def test_the_register_knows_to_whom_and_which_answers_it_came_from(vault: Vault, tmp_path: Path) -> None:
    given_out = words_code(vault, shelf(), INVOLVEMENT, ["Alex Morgan"], SAM, NOW, WORDS, tmp_path / "o")
    (one,) = [held for held in copies(vault, shelf()) if held.copy == given_out.copy_given]
    assert (one.kind, one.stands, one.copy.holder) == ("words", Stands.CURRENT, SAM.holder)
    assert ("about_me-1", "am_name") in one.copy.fields
    answer.put(vault, shelf(), "about_me-1", "am_name", "Alexandra Morgan", NOW)
    (one,) = [held for held in copies(vault, shelf()) if held.copy == given_out.copy_given]
    assert one.stands is Stands.OLD
    letters = tell(vault, shelf(), NOW.date(), WORDS, tmp_path / "letters")
    said = letters[one.copy.id].with_suffix(".txt").read_text()
    assert "Replace the words I gave you" in said
    assert one.copy.document in said


def test_a_letter_about_a_code_without_a_name_says_none(vault: Vault, tmp_path: Path) -> None:
    lines = ["Ring Jamie: 07700 900118"]
    given_out = words_code(vault, shelf(), CARE, lines, SAM, NOW, WORDS, tmp_path / "o").copy_given
    plan = answer.existing(vault, "crisis_plan", None)
    answer.put(vault, shelf(), plan.id, "cp_pets", "Two cats now", NOW)
    letters = tell(vault, shelf(), NOW.date(), WORDS, tmp_path / "letters")
    said = letters[given_out.id].with_suffix(".txt").read_text()
    assert "Alex" not in said
    assert "Jamie" not in said


def test_other_words_are_another_version_and_replace_the_ones_that_the_same_holder_has(
    vault: Vault, tmp_path: Path
) -> None:
    given_out = [
        words_code(vault, shelf(), CARE, [words], SAM, NOW, WORDS, tmp_path / "o").copy_given
        for words in ("Ring Jo", "Ring Jo", "Ring Lee")
    ]
    assert [one.version for one in given_out] == [1, 1, 2]
    assert len({one.document for one in given_out}) == 1
    stands = {held.copy.id: held.stands for held in copies(vault, shelf())}
    assert [stands[one.id] for one in given_out] == [Stands.REPLACED, Stands.REPLACED, Stands.CURRENT]


def test_a_card_and_a_paper_are_no_words_code(vault: Vault, tmp_path: Path) -> None:
    from passport.actions.card import print_card

    card = print_card(vault, shelf(), NOW, WORDS, tmp_path / "card").copy_given
    assert kind_of(vault, card) == "card"
    assert [kind_of(vault, copy) for copy in vault.passport().copies if copy.id != card.id] in ([], ["paper"])


def test_what_stops_it_leaves_no_file_and_no_line(
    vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from passport.actions import words_code as module
    from passport.errors import OwnCheckFailed

    monkeypatch.setattr(module, "read_here", lambda _kind, _picture: {"text": "something else"})
    before = vault.passport().copies
    with pytest.raises(OwnCheckFailed):
        words_code(vault, shelf(), CARE, ["Ring Jo"], SAM, NOW, WORDS, tmp_path / "o")
    assert vault.passport().copies == before
    assert list((tmp_path / "o").iterdir()) == []


def test_what_is_stopped_is_not_offered(vault: Vault) -> None:
    plan = answer.existing(vault, "crisis_plan", None)
    assert "cp_card" in {one.question for one in to_choose(vault, shelf(), CARE, WORDS)}
    stop(vault, shelf(), plan.id, NOW)
    assert "cp_card" not in {one.question for one in to_choose(vault, shelf(), CARE, WORDS)}


@pytest.mark.parametrize("side", SIDES)
def test_what_is_offered_is_of_that_side_and_shared_with_somebody(vault: Vault, side: Audience) -> None:
    for one in to_choose(vault, shelf(), side, WORDS):
        label = shelf().labels()[vault.section(one.section).form][one.question]
        assert label.share is not Share.NEVER
        assert side.takes(label.audience)
        assert "\n" not in one.text
