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
from passport.vault.folder import DATABASE, PAGE
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
    assert len(whole) // PAGE - len(lost) <= 2  # the first page, and where the answers begin
    assert 1 in lost
    assert max(lost) <= 2 * len(LONG)  # a page that only leads to others
