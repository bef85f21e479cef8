"""The goals about two copies of one record, small."""

from bench.goals import older, two


def test_every_older_copy_is_named_and_the_newest_is_not() -> None:
    outcome = older.g17(full=False)
    assert outcome.cases == 20
    assert outcome.failures == 0, outcome.note


def test_a_second_opener_is_told_at_once_and_forked_copies_lose_no_word() -> None:
    outcome = two.g6(full=False)
    assert outcome.cases == 3 + 1 + 2 + 20
    assert "0 overwritten in silence, 0 words lost, 0 not asked" in outcome.note
    assert outcome.failures == 0, outcome.note
