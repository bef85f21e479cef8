"""A paper on which each rule speaks, and the nearest paper on which it does not. See test_rules_one_by_one.py."""

from tests.builders import ALEX, SPOKEN, Paper, a_copy, a_refusal, a_signing, an_advance_decision
from tests.law.cases.case import Case

A_POWER = {"ad_lpa_health": "yes", "ad_lpa_covers": "yes", "ad_lpa_ls": "yes"}


def one(signed: object = "well", **refusal: object) -> Paper:
    """A paper with one refusal that a test says more about."""
    signing = a_signing() if signed == "well" else signed
    assert signing is None or isinstance(signing, dict)
    return an_advance_decision([a_refusal(**refusal)], signing)  # type: ignore[arg-type]  # words of a refusal


def by(**signing: object) -> Paper:
    """A paper signed in some way."""
    return an_advance_decision(signed=a_signing(**signing))


def power(**answers: object) -> Paper:
    """A paper signed on 1 November 2026, and a power of attorney."""
    return an_advance_decision(**{**A_POWER, **answers})  # type: ignore[arg-type]  # answers of the paper


def paper(**answers: object) -> Paper:
    return an_advance_decision(**answers)  # type: ignore[arg-type]  # answers of the paper


def living(in_: str | None) -> Paper:
    return an_advance_decision(about={**ALEX, "am_nation": in_})


LATER = {"ad_lpa_signed": "5 11 2026", "ad_lpa_registered": "15 11 2026"}
SOMEONE = {
    "sg_who": "someone_else",
    "sg_other_name": "Kit Hale",
    "sg_other_present": "yes",
    "sg_other_told": "yes",
}
NOT_SEEN = {"sg_wit_saw": None, "sg_wit_name": None}


CASES = {
    # Who you are.
    "AD-01": Case(
        an_advance_decision(about={**ALEX, "am_dob": "2 11 2008"}),
        an_advance_decision(about={**ALEX, "am_dob": "1 11 2008"}),
        19,
    ),
    "AD-01/unsure": Case(
        an_advance_decision(about={**ALEX, "am_dob": "2008"}),
        an_advance_decision(about={**ALEX, "am_dob": "2007"}),
        19,
    ),
    "AD-02": Case(an_advance_decision(about={**ALEX, "am_dob": None}), paper(), 22),
    "AD-02/said": Case(
        an_advance_decision(about={**ALEX, "am_dob": None}, ad_was_18="yes"), paper(ad_was_18="yes"), 22
    ),
    "G-01": Case(living(None), living("wales")),
    "G-02": Case(an_advance_decision(about={**ALEX, "am_name": None}), paper()),
    "G-03": Case(living("scotland"), living("wales")),
    # Stopped.
    "AD-33": Case(paper().stopped("1"), paper()),
    "AD-34": Case(paper().stopped(), paper()),
    "AD-35": Case(power(**LATER), power(**{**LATER, "ad_lpa_registered": None}), 18),
    # What you refuse.
    "AD-03": Case(paper(refusals=[]), paper(), 1),
    "AD-04": Case(one(of="  "), one(of="the machine")),
    "AD-05": Case(one(of="All medical treatment."), one(of="all treatment for my cancer"), 23),
    "AD-06": Case(one(of="I want lithium"), one(of="I want no ECT"), 23),
    "AD-07": Case(one(of="being washed"), one(of="stomach wash-out"), 23),
    "AD-08": Case(one(of="being sectioned"), one(of="Caesarean section"), 23),
    "AD-09": Case(one(rfz_when="only"), one(rfz_when="only", rfz_situations="When I am dying")),
    "AD-10": Case(one(), one(rfz_when="only", rfz_situations="When I am dying")),
    "AD-57": Case(one(rfz_instead="euthanasia"), one(rfz_instead="not euthanasia"), 24),
    "AD-57/general": Case(paper(ad_general="Please end my life"), paper(ad_general="Let me go in peace"), 24),
    # Even if my life is at risk.
    "AD-13": Case(one(rfz_ls=None, rfz_ls_statement=None), one(rfz_ls="no", rfz_ls_statement=None), 7),
    "AD-14": Case(one(rfz_ls="no", rfz_ls_statement="no"), one(rfz_ls="no", rfz_ls_statement="yes"), 7),
    "AD-15": Case(one(SPOKEN), one(), 8),
    "AD-16": Case(one(None), one(SPOKEN), 8),
    "AD-17": Case(by(**{**SOMEONE, "sg_other_present": None}), by(**SOMEONE), 8),
    "AD-18": Case(by(**{**SOMEONE, "sg_other_told": "no"}), by(**SOMEONE), 8),
    "AD-19": Case(by(**NOT_SEEN), by(sg_wit_name=None), 10),
    "AD-20": Case(by(sg_wit_saw="neither"), by(sg_wit_saw="told"), 8),
    "AD-21": Case(by(sg_wit_signed=None), by(sg_wit_signed="told"), 8),
    "AD-22": Case(
        by(sg_wit_name=" alex morgan"), by(sg_wit_name="alex morgan", sg_wit_other_person="yes"), 11
    ),
    "AD-23": Case(
        by(**SOMEONE, sg_wit_name="KIT HALE"), by(**{**SOMEONE, "sg_who": "me"}, sg_wit_name="KIT HALE"), 11
    ),
    "AD-24": Case(by(sg_wit_place="video"), by(), 8),
    "AD-55": Case(by(sg_who=None), by(), 9),
    "AD-56": Case(by(sg_wit_name=None), by(), 10),
    # After signing.
    "AD-30": Case(
        one().changed(ad_refusals__1__rfz_when="only", ad_refusals__1__rfz_situations="When I am dying"),
        one(),
        15,
    ),
    "AD-31": Case(
        one().changed(ad_refusals__1__rfz_why="Another reason"), one().changed(ad_review_on="2027"), 15
    ),
    "AD-32": Case(
        one(rfz_ls_statement=None).changed(ad_refusals__1__rfz_ls_statement="yes"),
        one(rfz_ls_statement="yes"),
        17,
    ),
    # The signing.
    "AD-25": Case(by(sg_how="electronic"), by()),
    "AD-26": Case(by(sg_wit_adult=None), by(sg_how="not_signed", sg_wit_adult=None), 12),
    "AD-27": Case(by(sg_wit_relation="family"), by(**NOT_SEEN, sg_wit_relation="family"), 12),
    "AD-28": Case(
        one(None, rfz_ls="no", rfz_ls_statement=None),
        an_advance_decision([a_refusal(rfz_ls="no", rfz_ls_statement=None), a_refusal(of="CPR")], None),
        12,
    ),
    "AD-29": Case(by(sg_date=None), by(sg_how="not_signed", sg_date=None), 12),
    "AD-49": Case(by(sg_scan=None), one(a_signing(sg_scan=None), rfz_ls="no", rfz_ls_statement=None)),
    "AD-50": Case(
        an_advance_decision(signed=a_signing(sg_pages="4"), pages=(5,)),
        an_advance_decision(signed=a_signing(sg_pages="5"), pages=(5,)),
        12,
    ),
    # Attorneys.
    "AD-36": Case(
        power(**{**LATER, "ad_lpa_covers": "do_not_know"}), power(**{**LATER, "ad_lpa_covers": "no"}), 18
    ),
    "AD-36/unsure": Case(power(), power(ad_lpa_covers="no"), 18),
    "AD-37": Case(
        power(ad_lpa_signed="1 10 2026", ad_lpa_registered="1 11 2026"),
        power(ad_lpa_signed="1 10 2026", ad_lpa_registered="31 10 2026"),
        18,
    ),
    "AD-37/unsure": Case(
        power(ad_lpa_signed="1 10 2026"), power(ad_lpa_signed="1 10 2026", ad_lpa_covers="no"), 18
    ),
    "AD-38": Case(
        power(ad_lpa_signed="1 9 2026", ad_lpa_registered="1 10 2026"),
        power(ad_lpa_signed="1 9 2026", ad_lpa_registered="1 11 2026"),
        18,
    ),
    "AD-39": Case(paper(ad_lpa_health=None), paper(ad_lpa_health="no"), 18),
    # Since then.
    "AD-40": Case(
        paper(ad_events=[{"what": "I agreed to have ECT", "on": "10 11 2026"}]),
        paper(ad_events=[{"what": "I agreed to have ECT", "on": "10 10 2026"}]),
        26,
    ),
    "AD-41": Case(
        paper(ad_events=[{"what": "Diagnosed with diabetes", "on": "10 11 2026"}]),
        paper(signed=None, ad_events=[{"what": "Diagnosed with diabetes", "on": "10 11 2026"}]),
    ),
    "AD-47": Case(
        paper(ip_kind="advance_decision", ip_valid_until="2027"),
        paper(ip_kind="crisis_plan", ip_valid_until="2027"),
        29,
    ),
    "AD-51": Case(by(sg_date="2007"), by(sg_date="1 10 2007"), 30),
    "AD-48": Case(paper(ad_gp_copy=None), paper()),
    "AD-54": Case(living("scotland"), living("england")),
    # Good to know.
    "AD-11": Case(paper(ad_able=None), paper()),
    "AD-12": Case(paper(doc_doubt="yes"), paper(doc_doubt="yes", ad_capacity_note="Dr Nair")),
    "AD-42": Case(one(rfz_why=None), one()),
    "AD-43": Case(one(rfz_kind="mental_health_medicine"), one()),
    "AD-44": Case(one(rfz_kind="ect"), one(rfz_kind="physical")),
    "AD-45": Case(one(rfz_kind="other_mental_health"), one(rfz_kind="physical")),
    "AD-46": Case(one(rfz_kind="physical"), one(rfz_kind="not_sure")),
    "AD-52": Case(paper(ad_pregnant=None), paper(ad_pregnant="does_not_fit_me")),
    "AD-53": Case(living("northern_ireland"), living("england"), 5),
    # For many forms.
    "G-06": Case(paper(ad_review_on="22 11 2026"), paper(ad_review_on="23 11 2026"), 21),
    "G-07": Case(by(sg_date="22 11 2024"), by(sg_date="23 11 2024"), 21),
    "G-08": Case(paper(ad_gp_copy="no"), paper(ad_gp_copy="no", ad_copies=["Jamie"]), 21),
    "G-09": Case(
        Paper(paper().section, paper().about, copies=(a_copy(paper()),)),
        Paper(paper().section, paper().about),
        16,
    ),
    "G-10": Case(
        an_advance_decision([a_refusal("Lithium"), a_refusal("ECT", rfz_instead="Talk to me, or lithium.")]),
        an_advance_decision([a_refusal("Lithium"), a_refusal("ECT", rfz_instead="Lithium at half the dose")]),
        25,
    ),
    "G-11": Case(
        paper(doc_helper={"name": "robin hale", "how": "read it out"}), paper(doc_helper="Kit Hale")
    ),
    "G-13": Case(
        paper(doc_helper={"name": "Kit Hale", "how": "Typed it"}),
        paper(doc_helper={"name": "Kit Hale", "how": "Typed it"}, doc_read_back="yes"),
    ),
    "G-14": Case(paper(ad_general="My PIN is 4321"), paper(ad_general="Ring 07700 900142")),
    "G-15": Case(
        Paper(paper().section, paper().about, (paper().section,)),
        Paper(paper().section, paper().about, (paper().stopped().section,)),
        31,
    ),
    "G-16": Case(
        Paper(paper(signed=None).section, paper().about, copies=(a_copy(paper()),)),
        Paper(paper().section, paper().about, copies=(a_copy(paper()),)),
    ),
}
ELSEWHERE = {
    "AD-43/compelling_reason": "test_switched_on.py: once s.57A has started",
    "AD-44/rewritten": "test_switched_on.py: once s.58A is rewritten",
    "AD-44/second_opinion": "test_switched_on.py: once s.62ZA has started",
    "G-04": "test_notes.py: the age of the law notes",
    "G-05": "test_notes.py: a law that has not started",
    "G-12": "test_private.py: nowhere but on its own screen (ruling 4)",
}
