"""The goal about times (G9), with made-up ones: what is too long is missed, and only a busy computer excuses it."""

import pytest

from bench.goals import times
from bench.goals.needs import NotHere


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch, cheap_keys: None) -> pytest.MonkeyPatch:
    """A small record, a lock that is told to have taken a tenth of a second, and a computer that does nothing else."""
    monkeypatch.setattr(times, "ENTRIES", 30)
    monkeypatch.setattr(times, "SAVE", 60.0)
    monkeypatch.setattr(times, "OPEN", 0.8)
    monkeypatch.setattr(times, "_locks", lambda _front: (0.1, set()))
    monkeypatch.setattr(times._Busy, "share", lambda _self: 0.0)
    return monkeypatch


def test_times_that_are_short_enough_are_counted(quick: pytest.MonkeyPatch) -> None:
    found = times.g9(full=False)
    assert (found.cases, found.failures) == (15, 0), found.note
    assert "unlock and check 30 entries" in found.note


def test_a_time_that_is_too_long_is_missed_but_on_a_busy_computer(quick: pytest.MonkeyPatch) -> None:
    quick.setattr(times, "SAVE", 0.0)
    quick.setattr(times, "_locks", lambda _front: (0.6, set()))
    assert times.g9(full=False).failures == 2
    quick.setattr(times._Busy, "share", lambda _self: 0.5)
    with pytest.raises(NotHere, match="50% of the processors"):
        times.g9(full=False)


def test_what_stays_in_memory_and_a_blind_measure_are_missed_on_any_computer(
    quick: pytest.MonkeyPatch,
) -> None:
    quick.setattr(times._Busy, "share", lambda _self: 0.5)
    quick.setattr(times, "_locks", lambda _front: (0.1, {"words"}))
    quick.setattr(times, "_opens", lambda _record, **_wait: None)
    assert times.g9(full=False).failures == 2


def test_others_work_is_not_our_own() -> None:
    busy = times._Busy()
    sum(range(3_000_000))
    assert 0.0 <= busy.share() <= 1.5
