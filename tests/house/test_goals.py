"""The goals that ./run proof tries: the quick form of those about a lost save holds here too, so that none goes stale."""

from collections.abc import Callable

import pytest

from bench.goals.kills import g1
from bench.goals.needs import NotHere
from bench.goals.outcome import Outcome
from bench.goals.power import g3


@pytest.mark.parametrize("goal", [g1, g3])
def test_no_saved_word_is_lost(goal: Callable[[bool], Outcome]) -> None:
    try:
        found = goal(False)
    except NotHere as missing:
        pytest.skip(str(missing))
    assert (found.failures, found.cases > 0) == (0, True), found.note
