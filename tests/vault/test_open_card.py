"""The file of the open card: one spelling, nothing that acts, and gone when it is taken away."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passport.record.visible import visible
from passport.vault.folder import OPEN
from passport.vault.open_card import has_open, read_open, take_open_away, write_open
from tests.vault.open_card_vectors import FOLDER

VECTORS = sorted(FOLDER.iterdir())


@pytest.mark.parametrize("vector", VECTORS, ids=lambda one: one.stem)
def test_only_what_we_write_ourselves_is_shown(vector: Path, tmp_path: Path) -> None:
    (tmp_path / OPEN).write_bytes(vector.read_bytes())
    assert bool(read_open(tmp_path)) is vector.name.startswith("good_")


@given(
    lines=st.lists(
        st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=90)
        .map(str.strip)
        .filter(lambda one: one and one == visible(one)),
        min_size=1,
        max_size=5,
    )
)
def test_what_is_put_out_comes_back_line_for_line(
    lines: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("open")
    write_open(folder, lines)
    assert read_open(folder) == tuple(lines)


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_text('{"format":1,"lines":["somebody else\'s"]}')
    (tmp_path / OPEN).symlink_to(other)
    assert read_open(tmp_path) == ()
    assert has_open(tmp_path)
    take_open_away(tmp_path)
    assert not has_open(tmp_path)
    assert other.exists()


def test_it_is_written_over_with_zeros_before_it_goes(tmp_path: Path) -> None:
    write_open(tmp_path, ["Call me Alex"])
    assert (tmp_path / OPEN).stat().st_mode & 0o777 == 0o600
    os.link(tmp_path / OPEN, tmp_path / "another name of the same file")
    take_open_away(tmp_path)
    assert not has_open(tmp_path)
    assert not (tmp_path / "another name of the same file").read_bytes().strip(b"\0")


def test_taking_it_away_where_there_is_none_does_nothing(tmp_path: Path) -> None:
    take_open_away(tmp_path)
    assert read_open(tmp_path) == ()
    assert read_open(tmp_path / "nowhere") == ()
