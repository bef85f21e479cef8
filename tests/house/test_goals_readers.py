"""The goals about what others hand us, small: forged papers (G10), changed files (G14), and what could be read in two ways (G15)."""

from bench.goals import forged, mutated, strict


def test_no_forged_paper_passes_and_a_naive_check_lets_some_through() -> None:
    outcome = forged.g10(False)
    assert outcome.cases >= 100
    assert outcome.failures == 0, outcome.note


def test_what_could_be_read_in_two_ways_is_refused() -> None:
    outcome = strict.g15(False)
    assert outcome.cases >= 400
    assert outcome.failures == 0, outcome.note


def test_a_changed_file_ends_in_one_of_our_own_sentences() -> None:
    outcome = mutated.g14(False)
    assert outcome.cases == 5000
    assert outcome.failures == 0, outcome.note
