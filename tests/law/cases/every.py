"""Every row of every table here, by rule id. A module of this folder holds ``CASES``; ``ELSEWHERE`` names other tests."""

from importlib import import_module
from pathlib import Path

from tests.law.cases.case import Case

_TABLES = [
    import_module(f"tests.law.cases.{file.stem}")
    for file in sorted(Path(__file__).parent.glob("*.py"))
    if file.stem not in {"case", "every"}
]
CASES: dict[str, Case] = {rule: case for table in _TABLES for rule, case in table.CASES.items()}
ELSEWHERE: dict[str, str] = {
    rule: where for table in _TABLES for rule, where in getattr(table, "ELSEWHERE", {}).items()
}
"""Rules that a row cannot try, and the test that does: ``file.py: what it shows``."""
DORMANT: dict[str, str] = {
    rule: why for table in _TABLES for rule, why in getattr(table, "DORMANT", {}).items()
}
"""Rules that are in the data and not asked yet, and why."""
TWICE = [
    rule
    for at, table in enumerate(_TABLES)
    for rule in table.CASES
    if any(rule in other.CASES for other in _TABLES[:at])
]
READ_WITH_A_RULING: dict[str, int] = {
    rule: number for table in _TABLES for rule, number in getattr(table, "READ_WITH_A_RULING", {}).items()
}
