"""bench/measure.py: a ratio is never printed without its aim, and never as met when it was not."""

import pytest

from bench.measure import Figure


@pytest.mark.parametrize(
    ("ratio", "aim", "at_least", "ends"),
    [
        (1.2, 1.5, False, "1.20 times  aim at most 1.5: met"),
        (1.6, 1.5, False, "1.60 times  aim at most 1.5: NOT MET"),
        (12.0, 10.0, True, "12.00 times  aim at least 10: met"),
        (9.0, 10.0, True, "9.00 times  aim at least 10: NOT MET"),
        (1.4, None, False, "1.40 times"),
    ],
)
def test_a_line_says_the_aim_and_whether_it_was_met(
    ratio: float,
    aim: float | None,
    at_least: bool,
    ends: str,  # a table
) -> None:
    figure = Figure("make it", "60 ms", "alone 50 ms", ratio, aim, at_least)
    assert figure.line().endswith(ends)
    assert figure.met is ("NOT MET" not in ends)


def test_what_could_not_be_compared_claims_nothing() -> None:
    line = Figure(
        "through WeasyPrint", "", "WeasyPrint not here: not compared", None, 10, at_least=True
    ).line()
    assert "met" not in line.lower()
