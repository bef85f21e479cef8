"""The goals about two copies of one record, small."""

from bench.goals import older


def test_every_older_copy_is_named_and_the_newest_is_not() -> None:
    outcome = older.g17(full=False)
    assert outcome.cases == 20
    assert outcome.failures == 0, outcome.note
