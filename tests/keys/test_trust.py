"""passport/keys/trust.py: keys and papers checked on this computer before."""

import json
from datetime import date
from pathlib import Path

import pytest

from passport.errors import FileUnreadable
from passport.keys.trust import Met, Paper, met_bytes, read_met

KEY, OTHER_KEY = "02" + "11" * 32, "03" + "22" * 32
DOCUMENT = "a1b2c3d4e5f60718"
TODAY = date(2026, 11, 23)


def a_paper(version: int = 1, key: str = KEY, status: str = "ready") -> Paper:
    return Paper(key, DOCUMENT, version, TODAY, status)


def test_nothing_was_met_where_there_is_no_file(tmp_path: Path) -> None:
    assert read_met(tmp_path / "met") == Met()


def test_what_was_met_is_read_back(tmp_path: Path) -> None:
    met = Met().with_paper(a_paper(3), TODAY).with_paper(a_paper(2, OTHER_KEY), TODAY)

    (tmp_path / "met").write_bytes(met_bytes(met))

    assert set(read_met(tmp_path / "met").papers) == set(met.papers)
    assert read_met(tmp_path / "met").keys == met.keys


def test_a_key_keeps_the_day_it_was_first_met() -> None:
    met = Met().with_paper(a_paper(), date(2026, 1, 1)).with_paper(a_paper(2), TODAY)

    assert met.first_met(KEY) == date(2026, 1, 1)


def test_an_older_version_never_takes_the_place_of_a_newer_one() -> None:
    met = Met().with_paper(a_paper(3), TODAY).with_paper(a_paper(2), TODAY)

    known = met.paper(KEY, DOCUMENT)
    assert known is not None
    assert known.version == 3


def test_a_stop_is_not_forgotten_by_meeting_the_same_version_again() -> None:
    met = Met().with_paper(a_paper(3, status="stopped"), TODAY).with_paper(a_paper(3), TODAY)

    known = met.paper(KEY, DOCUMENT)
    assert known is not None
    assert known.status == "stopped"


def test_a_known_document_under_a_new_key_is_noticed() -> None:
    met = Met().with_paper(a_paper(), TODAY)

    assert met.under_another_key(OTHER_KEY, DOCUMENT)
    assert not met.under_another_key(KEY, DOCUMENT)
    assert not Met().under_another_key(KEY, DOCUMENT)


def test_the_file_holds_no_name_and_no_word() -> None:
    plain = json.loads(met_bytes(Met().with_paper(a_paper(), TODAY)))
    assert set(plain) == {"format", "keys", "papers"}
    assert set(plain["papers"][0]) == {"key", "document", "version", "made_on", "status"}


@pytest.mark.parametrize(
    "written",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b"\xff\xfe",
        b'{"format": 2, "keys": {}, "papers": []}',
        b'{"format": 1, "keys": {}, "papers": [], "more": 1}',
        b'{"format": 1, "format": 1, "keys": {}, "papers": []}',
        b'{"format": 1, "keys": {"02": "2026-01-01"}, "papers": []}',
        b'{"format": 1, "keys": [], "papers": {}}',
        b'{"format": NaN, "keys": {}, "papers": []}',
        b'{"format": 1, "keys": {}, "papers": [{"key": 1}]}',
        b"[" * 100_000,
        json.dumps({"format": 1, "keys": {}, "papers": [{"key": KEY, "document": DOCUMENT, "version": True, "made_on": "2026-01-01", "status": "ready"}]}).encode(),
        json.dumps({"format": 1, "keys": {}, "papers": [{"key": KEY, "document": DOCUMENT, "version": 1, "made_on": "2026-01-01", "status": "valid"}]}).encode(),
        json.dumps({"format": 1, "keys": {}, "papers": [{"key": KEY, "document": DOCUMENT, "version": 1, "made_on": 5, "status": "ready"}]}).encode(),
        json.dumps({"format": 1, "keys": {KEY: None}, "papers": []}).encode(),
    ],
)  # fmt: skip
def test_any_other_file_is_named_as_unreadable(tmp_path: Path, written: bytes) -> None:
    (tmp_path / "met").write_bytes(written)

    with pytest.raises(FileUnreadable):
        read_met(tmp_path / "met")


def test_a_folder_in_its_place_is_named_too(tmp_path: Path) -> None:
    (tmp_path / "met").mkdir()

    with pytest.raises(FileUnreadable):
        read_met(tmp_path / "met")
