"""Writes ``docs/rules.md``, every rule with its sentence, its source and its proof, out of the packs: ``./run rules``."""

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from passport.forms.dates import show_date
from passport.forms.pack import Rule
from passport.forms.shelf import shelf
from passport.law.across_data import across_rules
from passport.law.notes import notes_shelf
from passport.law.rules import law_rules
from passport.wording.words import Words
from tests.law.cases.every import CASES, DORMANT, ELSEWHERE

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "rules.md"
NO_PROOF = "**none**"
DOES = {
    "blocks": "Not ready until this is done",
    "blocks_life_sustaining": "Not ready for treatment that keeps you alive",
    "stops": "No longer in use",
    "warns": "Warns",
    "informs": "Good to know",
    "refuses_export": "Keeps one paper from being made",
}
NOT_HERE_YET = "the paper it belongs to is not made here yet (ruling 28)"
HEAD = """# Every rule

This page is for a lawyer or an advocate who wants to see what the program checks, in what words, and on what ground.
It is made from the forms by `./run rules`; a test fails if it is not what they say now.

None of this is legal advice. A rule never says that a paper counts: staff decide at the time. It says what is missing, what ended
a paper, or what is good to know. What is answered "I do not know", or not at all, never counts as done.

| column | what it holds |
|---|---|
| Rule | its number. One with a stroke, such as AD-02/said, is a softer form of the rule before the stroke |
| What it does | how much hangs on it |
| What the person reads | the sentence, as it stands on the screen and on paper. A name in curly brackets is filled in |
| Source | the law or the guidance it rests on. [D] is our own design |
| How sure we are | whether we read the source, read of it elsewhere, or still have to check it |
| Proved by | a paper on which the rule speaks and the nearest one on which it does not, in `tests/law/cases`; or the test that shows it |

The rules of a form stand in the order in which a person would act on them. To try one: `./run test tests/law/test_rules_one_by_one.py -k AD-19`. What each condition is stands in `forms/FORM/rules.toml`.

Something is wrong? Say which rule, what the law says, and where. A rule is data: no code has to change to put it right.
"""


def page() -> str:
    """The whole page."""
    blocks = [HEAD, _notes()]
    for title, where, rules in _groups():
        blocks.append(f"## {title}\n\n{where}\n\n{_table(rules)}")
    return "\n".join(blocks)


def proof_of(rule: Rule) -> str:
    """The name of the test that proves a rule; ``NO_PROOF`` where there is none."""
    if rule.dormant:
        return f"dormant: {DORMANT.get(rule.id, NOT_HERE_YET)}"
    case = CASES.get(rule.id)
    if case is not None:
        ruling = f", ruling {case.ruling}" if case.ruling is not None else ""
        return f"`test_a_rule_speaks_where_it_should[{rule.id}]`{ruling}"
    if rule.id in ELSEWHERE:
        file, _, shows = ELSEWHERE[rule.id].partition(": ")
        return f"`{file}`: {shows}"
    return NO_PROOF


def every_rule() -> tuple[Rule, ...]:
    """Every rule of the page, in its order."""
    return tuple(rule for _, _, rules in _groups() for rule in rules)


def _groups() -> Iterator[tuple[str, str, Sequence[Rule]]]:
    for pack in shelf().packs.values():
        if pack.rules:
            nations = [notes.name for notes in notes_shelf().of_nations(pack.nations)]
            where = f"For {' and '.join(nations)}." if nations else "For everywhere."
            yield pack.title, f"{pack.about} {where} Form: `{pack.id}`, version {pack.version}.", pack.rules
    for rules, title, where in (
        (
            law_rules("general.toml"),
            "For many forms",
            "Asked of every form that has the questions they read.",
        ),
        (
            across_rules(),
            "Between papers",
            "Asked of all of a person's papers together; on no paper and in no code.",
        ),
        (law_rules("exports.toml"), "At the door", "Asked of what is about to leave."),
        (
            law_rules("private.toml"),
            "For the person alone",
            "Shown on their own screen and nowhere else (ruling 4).",
        ),
    ):
        yield title, where, rules


def _table(rules: Iterable[Rule]) -> str:
    words = Words()
    rows = [
        (
            rule.id,
            DOES[rule.severity],
            rule.sentence,
            rule.source.words,
            words(f"help.checked_{rule.source.checked}"),
            proof_of(rule),
        )
        for rule in rules
    ]
    return _rows(
        ("Rule", "What it does", "What the person reads", "Source", "How sure we are", "Proved by"), rows
    )


def _notes() -> str:
    rows = [
        (notes.name, _day(notes.law_as_at.isoformat()), _day(notes.checked_on.isoformat()), notes.checked_by)
        for notes in notes_shelf().by_id.values()
    ]
    started = [
        (
            notes.name,
            _title(form),
            _day(law.from_.isoformat()) if law.from_ else "not started, as far as we know",
            law.source,
        )
        for notes in notes_shelf().by_id.values()
        for form, law in notes.in_force.items()
    ]
    return (
        "## The law notes\n\nThe rules rest on these notes. Older than 180 days, and rule G-04 says so.\n\n"
        + _rows(("Place", "Law as at", "Last checked", "By"), rows)
        + "\nWhat has started, and when:\n\n"
        + _rows(("Place", "What", "In force from", "Source"), started)
    )


def _title(form: str) -> str:
    packs: Mapping[str, object] = shelf().packs
    return shelf().pack(form).title if form in packs else form.replace("_", " ").capitalize()


def _day(iso: str) -> str:
    return show_date(iso)


def _rows(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', '/') for cell in line)} |\n" for line in lines)


def main() -> int:
    PAGE.write_text(page(), encoding="utf-8")
    without = [rule.id for rule in every_rule() if proof_of(rule) == NO_PROOF]
    print(f"{len(every_rule())} rules are in {PAGE.relative_to(ROOT)}.")
    if without:
        print(f"No test proves {', '.join(without)}.")
    return bool(without)


if __name__ == "__main__":
    sys.exit(main())
