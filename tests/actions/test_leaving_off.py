"""Somebody stops what is under way: at every moment it is all of it or nothing, on disk and in the register."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from passport.actions import back_up, share
from passport.actions.export import export
from passport.actions.put_together import put_together
from passport.actions.unlock import make
from passport.errors import LeftOff
from passport.forms.shelf import shelf
from passport.record import leaving_off
from passport.record.leaving_off import may_be_stopped, unless_stopped
from passport.vault.vault import Vault
from tests.actions.conftest import PHRASE
from tests.actions.giving import WORDS, files_in, give
from tests.builders import NOW

pytestmark = pytest.mark.usefixtures("cheap_keys")


class After(threading.Event):
    """Set once it was asked so many times."""

    def __init__(self, times: int) -> None:
        super().__init__()
        self.left = times

    def is_set(self) -> bool:
        self.left -= 1
        return self.left < 0


def test_nobody_is_stopped_who_was_not_asked_to() -> None:
    unless_stopped()
    with may_be_stopped(threading.Event()):
        unless_stopped()
    stop = threading.Event()
    stop.set()
    with pytest.raises(LeftOff), may_be_stopped(stop):
        unless_stopped()
    assert leaving_off._STOP.get() is None


def stopped_everywhere(does: Callable[[], object], nothing: Callable[[], bool]) -> int:
    """Stop it at each moment in turn, until it is done. How many moments there were."""
    for moment in range(200):
        with may_be_stopped(After(moment)):
            try:
                does()
            except LeftOff:
                assert nothing(), moment
            else:
                return moment
    raise AssertionError


def test_a_paper_that_is_stopped_at_any_moment_is_not_given_out(vault: Vault, tmp_path: Path) -> None:
    out = tmp_path / "out"

    def nothing() -> bool:
        documents = vault._rows.select("SELECT id FROM documents")
        return files_in(out) == {} and vault.passport().copies == () and documents == []

    moments = stopped_everywhere(lambda: give(vault, out), nothing)
    assert moments >= 7  # each of six files, and the last moment
    assert len(vault.passport().copies) == 1


def test_the_last_moment_comes_after_our_own_check(
    vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may take a second: who stops meanwhile does not get a copy out."""
    stop = threading.Event()
    checks = share._own_check

    def then_stop(*given: object) -> int:
        stop.set()
        return checks(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(share, "_own_check", then_stop)
    with pytest.raises(LeftOff), may_be_stopped(stop):
        give(vault, tmp_path / "out")
    assert files_in(tmp_path / "out") == {}
    assert vault.passport().copies == ()


def test_a_backup_that_is_stopped_is_not_there_and_not_told(vault: Vault, tmp_path: Path) -> None:
    file = tmp_path / "mine.passport"

    def nothing() -> bool:
        return not list(tmp_path.glob("*mine*")) and back_up.backups(vault).written == ""

    assert stopped_everywhere(lambda: back_up.back_up(vault, file, NOW), nothing) >= 2
    assert back_up.backups(vault).written


def test_open_files_that_are_stopped_are_not_there(vault: Vault, tmp_path: Path) -> None:
    folder = tmp_path / "all"
    does = lambda: export(vault, shelf(), folder, NOW, WORDS)  # noqa: E731  # two words for what is done
    assert stopped_everywhere(does, lambda: not list(tmp_path.glob("*all*"))) >= 3


def test_two_copies_are_put_together_whole_or_not_at_all(vault: Vault, tmp_path: Path) -> None:
    file = tmp_path / "mine.passport"
    back_up.back_up(vault, file, NOW)
    back_up.restore(file, tmp_path / "other", PHRASE, NOW)
    other = Vault.open_with_passphrase(tmp_path / "other", PHRASE, NOW)
    other.add_section("involvement_record", 1, NOW.date())
    other.close()
    before = vault.passport().sections
    does = lambda: put_together(vault, tmp_path / "other", PHRASE, {}, NOW)  # noqa: E731  # as above
    assert stopped_everywhere(does, lambda: vault.passport().sections == before) >= 1
    assert len(vault.passport().sections) == len(before) + 1


def test_a_record_that_is_stopped_while_it_is_brought_back_is_not_there(vault: Vault, tmp_path: Path) -> None:
    file = tmp_path / "mine.passport"
    back_up.back_up(vault, file, NOW)
    does = lambda: back_up.restore(file, tmp_path / "new", PHRASE, NOW)  # noqa: E731  # as above
    assert stopped_everywhere(does, lambda: not list(tmp_path.glob("*new*"))) >= 1
    made, _rows = make(tmp_path / "third", PHRASE, NOW)
    made.close()
