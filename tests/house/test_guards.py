"""Every guard named in bench/guards.toml is still there, and switching one off is seen (``./run proof`` tries them all)."""

from pathlib import Path

import pytest

from bench.lock_agrees import ROOT
from bench.proof import guards, prove_guards, stands_once


@pytest.mark.parametrize("name", list(guards()))
def test_each_guard_stands_once_and_has_tests(name: str) -> None:
    guard = guards()[name]
    assert stands_once(guard)
    tests = guard["tests"]
    assert isinstance(tests, list)
    assert tests
    assert all((ROOT / str(one)).exists() for one in tests)


def test_switching_one_off_is_seen_and_leaving_it_on_is_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert prove_guards(tmp_path, ["base45_padding"]) == 0
    said = capsys.readouterr().out
    assert "control          pass" in said
    assert "seen" in said
    assert "test_what_is_read_has_no_other_spelling" in said
