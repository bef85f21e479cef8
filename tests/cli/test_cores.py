"""A fault of the machine leaves no core, also where the system would keep one; where we no longer forbid it, it does."""

from pathlib import Path

import pytest

from bench.goals import cores
from bench.goals.needs import NotHere
from tests.cli.at_the_pipe import begins

pytestmark = pytest.mark.usefixtures("cheap_keys")
NAME = "Wrenbird"


def test_a_fault_while_it_is_open_leaves_no_core_and_without_the_guard_it_does(tmp_path: Path) -> None:
    try:
        cores._cores_are_here()
    except NotHere as missing:
        pytest.skip(str(missing))
    with begins(tmp_path, NAME) as pipe:
        assert pipe.close() == 0
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    assert cores.one_fault(tmp_path, elsewhere, "plain", NAME) is None
    tree = cores._edited(tmp_path / "allowed", cores.CORES_ALLOWED)
    core = cores.one_fault(tmp_path, elsewhere, "plain", NAME, tree=tree)
    assert core is not None
    assert NAME.encode() in core
