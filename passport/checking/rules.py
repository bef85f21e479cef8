"""Fact 7: what the rules found when the paper was made, under which law notes, and whether ours are other ones today.

The finding is the sealed one, with its date: a paper holds only what was shared, so the rules are not asked again here.
"""

from collections.abc import Iterator, Mapping

from passport.checking.report import Came, Check
from passport.errors import PackError
from passport.forms.dates import show_date
from passport.law.notes import notes_shelf
from passport.paper.enclose import Enclosed
from passport.record.visible import visible
from passport.wording.words import Words


def rules_checks(answers: Enclosed, words: Words) -> tuple[Check, ...]:
    """A check for each assessment, for each of its refusals, and for law notes that are not ours of today."""
    checks = tuple(
        check
        for assessment in answers.assessments.values()
        if isinstance(assessment, dict)
        for check in _of(assessment, answers, words)
    )
    return checks or (Check("rules", Came.NOT_CHECKED, words("checks.rules.none")),)


def _of(assessment: Mapping[str, object], answers: Enclosed, words: Words) -> Iterator[Check]:
    law = assessment.get("law")
    notes = law if isinstance(law, dict) else {}
    as_at = str(notes.get("law_as_at") or "")
    sentence = words(
        "checks.rules.found",
        date=show_date(answers.made_on.isoformat()),
        law=", ".join(visible(one) for one in (str(notes.get("name") or ""), show_date(as_at)) if one),
        outcome=_outcome(assessment.get("outcome"), words),
    )
    yield Check("rules", Came.NOTED, sentence)
    refusals = assessment.get("refusals")
    for refusal in refusals if isinstance(refusals, list) else []:
        if isinstance(refusal, dict):
            treatment = visible(str(refusal.get("treatment") or ""))
            outcome = _outcome(refusal.get("outcome"), words)
            yield Check(
                "rules", Came.NOTED, words("checks.rules.refusal", treatment=treatment, outcome=outcome)
            )
    ours = _our_notes(str(notes.get("notes") or ""))
    if ours and as_at and ours != as_at:
        differ = words("checks.rules.notes_differ", ours=show_date(ours), theirs=visible(show_date(as_at)))
        yield Check("rules", Came.NOTED, differ)


def _outcome(outcome: object, words: Words) -> str:
    key = f"checks.outcome_words.{outcome}"
    return words(key if words.has(key) else "checks.outcome_words.cannot_check")


def _our_notes(notes: str) -> str:
    """The date of our own copy of these law notes, or empty where we have none."""
    try:
        found = notes_shelf().by_id.get(notes)
    except PackError:
        return ""
    return "" if found is None else found.law_as_at.isoformat()
