"""G4, small: every kind of damage once or twice."""

from bench.goals import corruption


def test_damage_is_named_and_the_backup_brings_all_back() -> None:
    outcome = corruption.g4(full=False)
    assert outcome.cases == 50
    assert outcome.failures == 0, outcome.note
    assert int(outcome.note.split(" ")[0]) >= 40, outcome.note
