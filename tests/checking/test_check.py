"""passport/checking: the numbered proof for a code, and what bad input gets."""

import json
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from passport.actions.check import check
from passport.checking.check import check_bytes, check_text
from passport.checking.report import FACTS, Came, Check, Report
from passport.errors import Exit
from passport.keys.identity import earlier_fingerprint, new_identity, spoken_fingerprint
from passport.keys.trust import Met, Paper
from passport.qr.draw import png
from passport.qr.token import EntryFacts, TokenFacts, write
from passport.record.audience import Audience
from passport.wording.words import Words
from tests.qr.token_vectors import ALEX, CARD, FOLDER, MADE_ON, ROLE_PACK, SOMEONE_ELSE, STOPPED

WORDS = Words()
TODAY = date(2026, 12, 24)
NOBODY = Met()


def the_check(report: Report, fact: str) -> Check:
    """The check of one fact: the one found wrong, if any."""
    of_it = [check for check in report.checks if check.id == fact]
    return next((check for check in of_it if check.outcome is Came.FOUND), of_it[0])


def checked(facts: TokenFacts = CARD, met: Met = NOBODY, today: date = TODAY) -> Report:
    return check_text(write(facts, ALEX), today, met, WORDS)


def a_meeting(facts: TokenFacts = CARD, key: str = ALEX.public.compressed.hex()) -> Met:
    paper = Paper(key, facts.document, facts.version, facts.made_on, facts.status)
    return Met().with_paper(paper, date(2026, 11, 30))


def test_a_report_is_neither_true_nor_false() -> None:
    with pytest.raises(TypeError):
        bool(checked())
    with pytest.raises(TypeError):
        assert not checked()


def test_a_report_is_the_contract_s_json() -> None:
    plain = json.loads(json.dumps(checked(ROLE_PACK).to_plain()))

    assert set(plain) == {"checks", "document"}
    assert all(set(check) == {"id", "outcome", "sentence", "place"} for check in plain["checks"])
    assert plain["document"]["document"] == ROLE_PACK.document
    assert plain["document"]["version"] == 3
    assert plain["document"]["entries_in_all"] == 7


def test_every_report_has_every_fact_in_the_order_of_the_proof() -> None:
    for given_bytes in (write(CARD, ALEX).encode(), b"", b"Alex", png("HELLO")):
        facts = [check.id for check in check_bytes(given_bytes, TODAY, NOBODY, WORDS).checks]
        assert tuple(dict.fromkeys(facts)) == FACTS


def test_a_key_not_met_before_is_a_fact_and_gives_0() -> None:
    report = checked()

    assert the_check(report, "key").outcome is Came.NOTED
    assert report.exit_code == Exit.DONE


def test_a_key_met_before_is_said_with_its_day_and_its_words() -> None:
    check = the_check(checked(met=a_meeting()), "key")

    assert check.outcome is Came.AS_SEALED
    assert "30 November 2026" in check.sentence


def test_a_known_paper_under_another_key_is_found() -> None:
    report = checked(met=a_meeting(key=SOMEONE_ELSE.public.compressed.hex()))

    assert the_check(report, "key").outcome is Came.FOUND
    assert report.exit_code == Exit.FOUND


def test_a_newer_version_met_here_makes_it_older() -> None:
    report = checked(met=a_meeting(replace(CARD, version=2)))

    assert "OLDER" in the_check(report, "newest").sentence
    assert report.exit_code == Exit.FOUND


def test_the_same_version_again_is_not_older() -> None:
    assert the_check(checked(met=a_meeting()), "newest").outcome is Came.AS_SEALED


def test_a_stopped_paper_says_so_with_its_day() -> None:
    check = the_check(checked(STOPPED), "newest")

    assert check.outcome is Came.FOUND
    assert "STOPPED on 1 December 2026" in check.sentence


def test_a_stop_that_was_met_here_stops_the_earlier_versions() -> None:
    check = the_check(checked(CARD, met=a_meeting(STOPPED)), "newest")

    assert check.outcome is Came.FOUND
    assert "STOPPED" in check.sentence


def test_a_draft_and_a_day_to_look_again_are_good_to_know_and_give_0() -> None:
    draft = replace(CARD, status="draft", look_again=date(2026, 12, 1))
    report = checked(draft)

    assert [check.outcome for check in report.checks if check.id == "newest"] == [Came.NOTED, Came.NOTED]
    assert report.exit_code == Exit.DONE


def test_a_paper_from_the_future_is_said_to_be_so() -> None:
    report = checked(today=date(2026, 1, 1))

    assert any("has not come yet" in check.sentence for check in report.checks)


def test_what_to_remember_is_the_key_and_the_version_and_nothing_of_what_was_found_broken() -> None:
    report = checked()

    assert report.paper == Paper(ALEX.public.compressed.hex(), CARD.document, 1, MADE_ON, "ready")
    assert check_text("PIP1:AAA", TODAY, NOBODY, WORDS).paper is None
    assert checked(met=a_meeting(key=SOMEONE_ELSE.public.compressed.hex())).paper is None


def test_a_stop_is_remembered_so_that_earlier_versions_are_known_to_be_stopped() -> None:
    stop = checked(STOPPED).paper
    assert stop is not None

    assert "STOPPED" in the_check(checked(CARD, met=Met().with_paper(stop, TODAY)), "newest").sentence


def test_the_file_of_what_was_met_remembers_a_stopped_paper_too(tmp_path: Path) -> None:
    met = tmp_path / "met"
    versions = [CARD, replace(STOPPED, document=CARD.document, version=3), replace(CARD, version=2)]
    first, stopped, older = [check(write(one, ALEX), TODAY, WORDS, met=met) for one in versions]

    assert (first.exit_code, stopped.exit_code) == (Exit.DONE, Exit.FOUND)
    assert "STOPPED" in the_check(older, "newest").sentence
    assert the_check(older, "newest").outcome is Came.FOUND


@pytest.mark.parametrize("vector", sorted(FOLDER.glob("*.txt")), ids=lambda vector: str(vector.stem))
def test_each_vector_gets_a_sentence_of_its_own(vector: Path) -> None:
    report = check_bytes(vector.read_bytes(), TODAY, NOBODY, WORDS)

    if vector.stem in {"good_card", "good_card_lines", "good_role_pack", "good_carer_involvement"}:
        assert report.exit_code == Exit.DONE
        return
    assert report.exit_code == Exit.FOUND
    if vector.stem.startswith("seal_"):
        assert the_check(report, "seal").outcome is Came.FOUND
    elif not vector.stem.startswith("good_"):
        step = vector.stem.split("_")[0]
        assert the_check(report, "ours").sentence == WORDS(f"checks.ours.{step}")


@pytest.mark.parametrize(
    ("given_bytes", "step"),
    [
        (b"", "empty"),
        (b"\n\n", "empty"),
        (b"https://example.org/", "prefix"),
        (b"WIFI:T:WPA;S:ward;P:secret;;", "prefix"),
        (b"BEGIN:VCARD\nFN:Alex\nEND:VCARD", "neither"),
        ("Ä letter about nothing. ".encode() * 1000, "neither"),
        (b"\xff\xfe\x00", "neither"),
        (b"\x7fELF" + b"\0" * 2000, "neither"),
        (b"Dear doctor, I am well.", "neither"),
        (b"PK\x03\x04" + b"\xff" * 50, "neither"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "picture"),
        (b"\xff\xd8\xff" + b"\0" * 50, "picture"),
        (b"RIFF\0\0\0\0WAVE", "picture"),
        (b"PIP1:" + b"0" * 5000, "size"),
        (b"PIP2:000", "newer"),
    ],
)
def test_bytes_of_something_else_get_one_plain_sentence_and_1(given_bytes: bytes, step: str) -> None:
    report = check_bytes(given_bytes, TODAY, NOBODY, WORDS)

    assert the_check(report, "ours").sentence == WORDS(f"checks.ours.{step}")
    assert report.exit_code == Exit.FOUND
    assert report.document == {}


def test_more_than_fifty_megabytes_are_not_opened() -> None:
    report = check_bytes(b"%PDF-1.7" + bytes(50 * 1024 * 1024), TODAY, NOBODY, WORDS)

    assert the_check(report, "ours").place == "too_large"


def test_a_picture_of_a_code_is_checked_like_its_text() -> None:
    assert check_bytes(png(write(CARD, ALEX)), TODAY, NOBODY, WORDS) == checked()


def test_a_picture_of_another_code_is_not_ours() -> None:
    report = check_bytes(png("HTTPS://EXAMPLE.ORG"), TODAY, NOBODY, WORDS)

    assert the_check(report, "ours").place == "prefix"


def test_a_line_end_after_a_code_does_not_count() -> None:
    for more in ("\n", "\r\n"):
        assert check_text(write(CARD, ALEX) + more, TODAY, NOBODY, WORDS) == checked()


def test_what_a_code_says_cannot_act_on_the_screen() -> None:
    """Terminal escapes and direction overrides are spelled out."""
    escape = replace(CARD, facts={"am_known_as": "Alex\x1b[2J\u202e"})

    assert "Alex<U+001B>[2J<U+202E>" in json.dumps(checked(escape).to_plain(), ensure_ascii=False)


def test_an_identity_made_today_passes_from_end_to_end() -> None:
    report = check_text(write(ROLE_PACK, new_identity(Audience.INVOLVEMENT, TODAY)), TODAY, NOBODY, WORDS)

    assert report.exit_code == Exit.DONE


@pytest.mark.parametrize("day", ["2026-13", "2026-00", "2026-02-31", "0000", "2026-13-45"])
def test_a_day_that_is_none_is_shown_as_it_stands(day: str) -> None:
    """Anybody can seal anything with a key of their own."""
    odd = replace(ROLE_PACK, entries=(EntryFacts("involvement_record", {"ir_title": "x", "ir_start": day}),))
    report = checked(odd)

    assert report.exit_code == Exit.DONE
    assert day in "\n".join(report.lines())


def test_what_we_stumble_over_is_a_fact_about_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(*_given: object) -> None:
        raise IndexError

    monkeypatch.setattr("passport.checking.check.check_code", stumble)
    monkeypatch.setattr("passport.checking.check_pdf.check_pdf", stumble)
    code = write(CARD, ALEX)
    for report in (
        check_text(code, TODAY, NOBODY, WORDS),
        check_bytes(png(code), TODAY, NOBODY, WORDS),
        check_bytes(b"%PDF-1.7\n", TODAY, NOBODY, WORDS),
    ):
        assert report.exit_code == Exit.FOUND
        assert the_check(report, "ours").place == "contents"


@given(st.binary(max_size=400))
def test_no_bytes_make_it_raise(strange: bytes) -> None:
    good = write(CARD, ALEX).encode()
    for one in (strange, b"PIP1:" + strange, good[:40] + strange + good[60:]):
        assert check_bytes(one, TODAY, NOBODY, WORDS).exit_code == Exit.FOUND


@settings(max_examples=12)
@given(st.integers(0, 2000), st.binary(min_size=1, max_size=8))
def test_no_picture_makes_it_raise(at: int, strange: bytes) -> None:
    picture = png(write(CARD, ALEX))
    changed = picture[: at % len(picture)] + strange + picture[at % len(picture) + len(strange) :]

    assert check_bytes(changed, TODAY, NOBODY, WORDS).exit_code in {Exit.FOUND, Exit.DONE}


def test_checking_a_code_loads_nothing_heavy() -> None:
    """A fresh interpreter: no screen, no vault, no typesetter, no PDF library."""
    program = (
        "import sys, datetime\n"
        "from passport.checking.check import check_text\n"
        "from passport.keys.trust import Met\n"
        "from passport.wording.words import Words\n"
        "report = check_text(sys.stdin.read(), datetime.date(2026, 12, 24), Met(), Words())\n"
        "heavy = {'textual', 'sqlcipher3', 'typst', 'pyhanko', 'pypdf', 'qrcode', 'PIL', 'zxingcpp', 'argon2'}\n"
        "print(int(report.exit_code), sorted(heavy & {name.split('.')[0] for name in sys.modules}))\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], input=write(CARD, ALEX), capture_output=True, text=True, check=True
    )

    assert ran.stdout == "0 []\n"


def test_every_sentence_is_there_for_every_fact() -> None:
    for fact in FACTS:
        assert WORDS.has(f"checks.names.{fact}")
        assert fact in {"ours", "cannot_tell"} or WORDS.has(f"checks.{fact}.not_reached")
    for outcome in Came:
        assert WORDS.has(f"checks.outcomes.{outcome}")


def test_a_code_is_told_with_both_words_that_paper_may_show_beside_it() -> None:
    report = check_text(write(CARD, ALEX), TODAY, NOBODY, WORDS)
    said = " ".join(one.sentence for one in report.checks if one.id == "key")
    assert spoken_fingerprint(ALEX.public) in said
    assert earlier_fingerprint(ALEX.public) in said
    assert report.exit_code == 0
