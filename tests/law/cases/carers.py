"""What a carer may not make, and what leaves only with somebody's leave: asked at the door, and tried there."""

from tests.law.cases.case import Case

CASES: dict[str, Case] = {}
ELSEWHERE = {
    "CA-01": "test_carer.py: no carer's form of what speaks for a person opens (ruling 3)",
    "CA-02": "test_carer.py: what is about them or names them waits until it is noted (ruling 3)",
}
