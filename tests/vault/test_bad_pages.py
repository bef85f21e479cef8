"""A page that is not as it was written costs what stood on it and no more, and no word comes out that nobody wrote."""

import shutil
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from passport import errors
from passport.keys.pages import Pages
from passport.keys.ways import DataKey
from passport.record.answers import Answer
from passport.record.audience import Audience
from passport.record.copies import CopyGiven
from passport.vault.folder import DATABASE, PAGE
from passport.vault.leaves import rows_on_leaves
from passport.vault.salvage import TABLES
from passport.vault.salvaged import salvage
from passport.vault.vault import Vault
from passport.vault.ways_in import keys_in

pytestmark = pytest.mark.usefixtures("cheap_keys")
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PASSPHRASE = "kettle harbour violin meadow lantern"
LONG = tuple(f"{number} " + "kettle ward letter " * (205 + number) for number in range(12))
"""Each goes on over other pages, and ends on the last of them after more or fewer letters."""


@pytest.fixture
def record(tmp_path: Path, cheap_keys: None) -> Path:
    """A closed record with short answers, and with long words typed to their end and half-typed."""
    vault, _ = Vault.create(tmp_path / "record", PASSPHRASE, NOW)
    vault.add_section("about_me", 1, NOW.date())
    for number, text in enumerate(LONG):
        vault.put("about_me-1", {f"short_{number}": Answer(f"tea {number}", f"tea {number}", NOW)})
        vault.put("about_me-1", {f"long_{number}": Answer(text, text, NOW)})
        vault.save_draft("about_me-1", f"draft_{number}", text)
    vault.close()
    return tmp_path / "record"


def the_key(record: Path) -> DataKey:
    return keys_in(record).with_passphrase(PASSPHRASE)[0]


def the_pages(record: Path) -> Iterator[tuple[int, bytes]]:
    data = (record / DATABASE).read_bytes()
    for number in range(1, len(data) // PAGE + 1):
        yield number, data[(number - 1) * PAGE : number * PAGE]


def test_each_page_is_known_as_it_was_written_and_at_no_other_place(record: Path) -> None:
    pages = Pages(the_key(record))
    for number, page in the_pages(record):
        assert pages.is_as_written(number, page)
        assert not pages.is_as_written(number + 1, page)
        assert not pages.is_as_written(number, page[:-1])
        for at in (17, 2000, PAGE - 70, PAGE - 1):
            assert not pages.is_as_written(number, page[:at] + bytes([page[at] ^ 1]) + page[at + 1 :])
    other = Pages(DataKey(bytes(32), the_key(record).salt))
    assert not any(other.is_as_written(number, page) for number, page in the_pages(record))
    assert pages.is_as_written(2, pages.out_of_use(2))


def test_no_word_comes_out_that_nobody_wrote(record: Path, tmp_path: Path) -> None:
    """Where the end of a long text is lost, the text is: it does not come with something else at its end."""
    whole = (record / DATABASE).read_bytes()
    lost = []
    for number, page in the_pages(record):
        at = (number - 1) * PAGE
        (record / DATABASE).write_bytes(
            whole[:at] + page[:200] + bytes([page[200] ^ 1]) + page[201:] + whole[at + PAGE :]
        )
        with suppress(errors.NothingReadable):
            vault, _words, _saved = salvage(record, PASSPHRASE, tmp_path / "new", NOW)
            section = vault.passport().section("about_me-1")
            assert section is not None
            for place, answer in section.answers.items():
                kind, _, which = place.partition("_")
                assert answer.words == (LONG[int(which)] if kind == "long" else f"tea {which}")
            there = vault.drafts("about_me-1")
            assert all(vault.draft("about_me-1", one) == LONG[int(one.partition("_")[2])] for one in there)
            lost.append(3 * len(LONG) - len(section.answers) - len(there))
            vault.close()
            shutil.rmtree(tmp_path / "new")
    assert len(lost) == len(whole) // PAGE, "whichever page it is"
    assert 1 in lost
    assert max(lost) <= 18, lost  # those that stood on one page


def tables(record: Path) -> dict[str, dict[int, tuple[object, ...]]]:
    """Every row of the tables that can be saved, by SQL."""
    vault = Vault.open_with_passphrase(record, PASSPHRASE, NOW)
    found = {
        table: {
            int(str(number)): tuple(row)
            for number, *row in vault._rows.select(f"SELECT rowid, {', '.join(columns)} FROM {table}")
        }
        for table, columns in TABLES.items()
    }
    vault.close()
    return found


def leading_pages(record: Path, table: str) -> set[int]:
    """The pages of a table that only lead to others."""
    pages = Pages(the_key(record))
    opened = {number: pages.opened(number, page) for number, page in the_pages(record)}
    vault = Vault.open_with_passphrase(record, PASSPHRASE, NOW)
    waiting = [int(str(vault._rows.select("SELECT rootpage FROM sqlite_master WHERE name = ?", table)[0][0]))]
    vault.close()
    found = set()
    while waiting:
        number = waiting.pop()
        page = opened[number]
        if page[0] != 5:
            continue
        found.add(number)
        cells = int.from_bytes(page[3:5], "big")
        places = [int.from_bytes(page[12 + 2 * one : 14 + 2 * one], "big") for one in range(cells)]
        waiting += [int.from_bytes(page[at : at + 4], "big") for at in (8, *places)]
    return found


def spoil(record: Path, *numbers: int) -> None:
    data = bytearray((record / DATABASE).read_bytes())
    for number in numbers:
        data[(number - 1) * PAGE + 300] ^= 1
    (record / DATABASE).write_bytes(bytes(data))


def fill(record: Path) -> None:
    """Enough answers for pages that lead to pages that lead, files, lines of the register, and small things."""
    vault = Vault.open_with_passphrase(record, PASSPHRASE, NOW)
    many = {
        f"place_{number}": Answer(f"word {number} " * 80, f"word {number} " * 80, NOW)
        for number in range(1600)
    }
    vault.put("about_me-1", many)
    for number in range(9):
        vault.keep_file([bytes([number]) * 65536, b"end"], f"{number}.txt", "text/plain", NOW)
        copy = CopyGiven(
            f"c{number}", "Ward " * 90, Audience.CARE, "0" * 16, 1, (), (), "s", NOW.date(), "", "d"
        )
        vault.give_copy(copy, f"care:{number}")
        vault.keep(f"chosen {number}", ("tea " * 90,))
    vault.close()


def test_a_lost_page_that_leads_to_the_answers_costs_no_answer(record: Path, tmp_path: Path) -> None:
    """The root, those below it, and all of them. The leaves of the whole record say what SQL says."""
    fill(record)
    root, before = leading_root(record), tables(record)
    assert rows_on_leaves(record / DATABASE, Pages(the_key(record))) == before
    assert all(rows for rows in before.values())
    leading = leading_pages(record, "answers")
    assert len(leading) > 2, "the answers fill pages that lead to pages that lead"
    whole = (record / DATABASE).read_bytes()
    for number, lost in enumerate(({root}, leading - {root}, leading)):
        (record / DATABASE).write_bytes(whole)
        spoil(record, *lost)
        vault, _words, saved = salvage(record, PASSPHRASE, tmp_path / f"{number}", NOW)
        assert (saved.answers, saved.answers_before, saved.lost) == (*[len(before["answers"])] * 2, ())
        vault.close()
        after = tables(tmp_path / f"{number}")
        for table in sorted(before.keys() - {"identities", "kept"}):
            assert sorted(row[1:] for row in after[table].values()) == sorted(
                row[1:] for row in before[table].values()
            )


def leading_root(record: Path) -> int:
    vault = Vault.open_with_passphrase(record, PASSPHRASE, NOW)
    found = int(str(vault._rows.select("SELECT rootpage FROM sqlite_master WHERE name = 'answers'")[0][0]))
    vault.close()
    return found


def test_the_first_page_of_the_file_may_be_lost_and_another_with_it(record: Path, tmp_path: Path) -> None:
    """The list of tables is gone. What is not as it was written is left out all the same, to the letter."""
    before = tables(record)
    pages = Pages(the_key(record))
    leaf = next(
        number
        for number, page in the_pages(record)
        if number > 1 and pages.opened(number, page)[0] == 0x0D and b"long_3" in pages.opened(number, page)
    )
    spoil(record, 1, leaf)
    vault, _words, saved = salvage(record, PASSPHRASE, tmp_path / "new", NOW)
    vault.close()
    after = {row[1:] for row in tables(tmp_path / "new")["answers"].values()}
    assert after < {row[1:] for row in before["answers"].values()}
    assert saved.answers == len(after) >= len(before["answers"]) - 12
    assert saved.answers_before >= saved.answers
    assert saved.seals_as_before
