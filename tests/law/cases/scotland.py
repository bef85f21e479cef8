"""Scotland: a statement, or a notice, on which each rule speaks, and the nearest on which it does not.

Also what a paper of England, Wales or Northern Ireland says once it was stopped whole.
"""

from dataclasses import replace
from datetime import date

from tests.builders import ALEX, Paper, a_copy, a_form, a_section, an_advance_decision
from tests.law.cases.case import Case

ISLA = {**ALEX, "am_name": "Isla Reid", "am_nation": "scotland"}
STATEMENT = "advance_statement_scotland"
IN_ORDER: dict[str, object] = {
    "sa_want": ["Quetiapine by mouth"],
    "sa_signed": "yes",
    "sa_date": "12 2 2026",
    "sa_wit_name": "Eilidh Sneddon",
    "sa_wit_address": "Harbour Street",
    "sa_wit_class": "social_worker",
    "sa_wit_signed": "yes",
    "sa_cert": "yes",
    "sa_sent_board": "16 2 2026",
}
SIGNED_NOTICE: dict[str, object] = {
    "wd_doc": {"section": f"{STATEMENT}-1", "title": "My advance statement"},
    "wd_part": "all",
    "wd_when": "4 11 2026",
    "wd_able": "yes",
    "wd_scot_signed": "yes",
    "wd_scot_wit_name": "Nuala Byrne",
    "wd_scot_wit_class": "nurse",
    "wd_scot_wit_signed": "yes",
    "wd_scot_cert": "yes",
}


def statement(*others: object, **answers: object) -> Paper:
    """A statement in order, unless a test says otherwise."""
    return a_form(STATEMENT, ISLA, others, made_on=date(2026, 2, 1), **{**IN_ORDER, **answers})  # type: ignore[arg-type]  # sections and answers


def notice(**answers: object) -> Paper:
    """A notice that withdraws a Scottish statement, in order unless a test says otherwise."""
    return a_form("withdrawal_notice", ISLA, **{**SIGNED_NOTICE, **answers})  # type: ignore[arg-type]  # answers of the notice


def given(paper: Paper) -> Paper:
    return replace(paper, copies=(a_copy(paper),))


def older(**answers: object) -> object:
    return a_section(STATEMENT, date(2025, 1, 1), 2, **{**IN_ORDER, "sa_date": "3 1 2025", **answers})


SOMETHING_ELSE = {"wd_doc": {"section": "advance_decision-1", "title": "My advance decision"}}

CASES = {
    "SC-01": Case(statement(sa_want=None), statement(sa_want=None, sa_not=["Haloperidol"])),
    "SC-02": Case(statement(sa_signed=None), statement()),
    "SC-03": Case(statement(sa_signed_by="someone_else"), statement(sa_signed_by="me"), 27),
    "SC-04": Case(statement(sa_wit_name=None), statement(), 27),
    "SC-05": Case(statement(sa_wit_class="none_of_these"), statement(sa_wit_class="care_service"), 27),
    "SC-06": Case(statement(sa_wit_is_advocate="yes"), statement(sa_wit_is_advocate="no"), 27),
    "SC-07": Case(statement(sa_cert="no"), statement(), 27),
    "SC-08": Case(statement(sa_cert_place="separate_sheet"), statement(sa_cert_place="same_paper"), 27),
    "SC-10": Case(statement(sa_not=["Chemotherapy"]), statement(sa_not=["Haloperidol"]), 23),
    "SC-11": Case(statement(sa_sent_board=None), statement()),
    "SC-12": Case(statement(), notice()),
    "SC-13": Case(statement(sa_changes=["I had a baby"]), statement()),
    "SC-14": Case(
        statement(sa_prev=[{"when": "2019", "withdrawn": "No"}]),
        statement(sa_prev=[{"when": "2019", "withdrawn": "Yes, in 2020"}]),
    ),
    "SC-15": Case(notice(wd_scot_wit_signed="no"), notice(), 27),
    "SC-15/part": Case(notice(wd_part="part"), notice(**SOMETHING_ELSE, wd_part="part"), 27),
    "SC-15/withdrawn": Case(statement().stopped(), statement(), 27),
    "SC-16": Case(statement(sa_how="electronic"), statement(sa_how="pen"), 6),
    "SC-18": Case(statement(sa_date=None), statement()),
    "G-11/statement": Case(
        statement(doc_helper={"name": "Eilidh Sneddon"}), statement(doc_helper={"name": "Morag Innes"})
    ),
    "G-11/notice": Case(
        notice(doc_helper={"name": "nuala byrne", "how": "Was there"}),
        notice(doc_helper={"name": "Morag Innes", "how": "Was there"}),
    ),
    "G-13/notice": Case(
        notice(doc_helper={"name": "Morag Innes", "how": "Typed it for me"}),
        notice(doc_helper={"name": "Morag Innes", "how": "Typed it for me"}, doc_read_back="yes"),
    ),
    "G-14/notice": Case(
        notice(wd_why="Pay me at sort code 12-34-56"), notice(wd_why="It was made 12-3-2024, in haste")
    ),
    "WD-01": Case(an_advance_decision().stopped(), an_advance_decision().stopped("1")),
    "WD-02": Case(given(an_advance_decision()).stopped(), given(an_advance_decision()).stopped("1")),
    "WD-03": Case(notice(wd_able=None), notice()),
    "WD-04": Case(given(an_advance_decision()).stopped(), an_advance_decision().stopped()),
    "WD-05": Case(an_advance_decision().stopped(), an_advance_decision().stopped("1")),
}
ELSEWHERE = {
    "SC-09": "test_scotland.py: text that was changed after signing (ruling 14)",
}
