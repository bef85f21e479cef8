"""Findings between papers: each is tried in test_across.py, where a paper stands beside another."""

from tests.law.cases.case import Case

CASES: dict[str, Case] = {}
ELSEWHERE = {
    "CF-01": "test_across.py: refused in one paper and wanted in another (ruling 25)",
    "CF-01/same": "test_across.py: refused in one paper and wanted in another (ruling 25)",
    "CF-03": "test_across.py: a medicine that is an allergy (ruling 25)",
    "CF-03/same": "test_across.py: a medicine that is an allergy (ruling 25)",
    "CF-02": "test_across.py: somebody to turn to who is not to be contacted",
    "CF-02/same": "test_across.py: somebody to turn to who is not to be contacted",
    "CF-09": "test_across.py: an attorney who is not to be asked",
    "CF-09/same": "test_across.py: an attorney who is not to be asked",
    "CF-05": "test_across.py: an attorney where the decision says there is none",
    "CF-08": "test_across.py: a paper that is named and was stopped",
    "CF-07": "test_across.py: a link to what was stopped or is gone",
    "CF-07/gone": "test_across.py: a link to what was stopped or is gone",
    "CF-06": "test_across.py: a version that is not the newest",
    "CF-12": "test_across.py: a medicine that is taken and refused (ruling 25)",
    "CF-13": "test_across.py: yes and no to research",
    "CF-04": "test_across.py: an attorney that nobody among the contacts is",
    "CF-14": "test_across.py: an attorney or deputy whom nobody is",
    "CF-10": "test_across.py: two numbers of one person",
    "CF-15": "test_across.py: somebody to call who does not know it",
    "CF-11": "test_across.py: a GP by two names",
}
