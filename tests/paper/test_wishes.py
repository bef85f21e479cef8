"""An advance statement and an advance choice document on paper: what it is, the wishes, the rest, staff, the signature."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from passport.actions.paper_now import standing_of
from passport.forms.shelf import shelf
from passport.law.place import place_of
from passport.paper import wishes
from passport.paper.compose import compose
from passport.paper.document import Block, Document, Field, Heading, Panel, Paragraph, SignatureBox
from passport.paper.facts import Standing
from tests.builders import TODAY, Paper, a_refusal, an_advance_decision
from tests.checking.papers import THE_FACTS, WORDS
from tests.law.cases.advance_choice_document import THE_DECISION, document
from tests.law.cases.advance_statement import OVER_THERE, statement
from tests.law.test_switched_on import with_days


def printed(paper: Paper, on: date = TODAY) -> Document:
    standing = standing_of(paper.passport, paper.passport, shelf(), {}, on)
    return compose(paper.passport, shelf().packs, THE_FACTS, WORDS, (), standing)


def titles(blocks: tuple[Block, ...]) -> list[str]:
    return [
        block.label
        if isinstance(block, Field)
        else block.text
        if isinstance(block, (Heading, Paragraph))
        else str(getattr(block, "title", ""))
        for block in blocks
    ]


def of(paper: Paper, kind: type[Block]) -> list[Block]:
    return [block for block in printed(paper).blocks if isinstance(block, kind)]


def panel(paper: Paper) -> str:
    (found,) = [
        one for one in of(paper, Panel) if isinstance(one, Panel) and one.title.startswith("For staff")
    ]
    assert isinstance(found, Panel)
    return "\n".join(found.lines)


@pytest.mark.parametrize(
    ("paper", "order"),
    [
        (
            statement(as_not="A mixed ward", as_daily="Coffee first", as_signed="no"),
            [
                "My advance statement",
                "Advance statement: wishes to think about if I cannot decide",
                "Who I am",
                "What I would like to happen",
                "What I would not like",
                "Daily life: food, sleep, clothes, faith, music",
                "Check this paper",
                "For staff: how to use this",
                "Signatures, with a pen",
                "My signature",
            ],
        ),
        (
            document(ac_yes=["Promethazine"], ac_no=["ECT"], ac_adrt=THE_DECISION, ac_signed="no"),
            [
                "My advance choice document",
                "Advance choice document: use it when hospital is thought about for my mental health",
                "Who I am",
                "When to use this",
                "Treatment I would like",
                "Treatment I do not want",
                "My advance decision goes with this",
                "On the ward",
                "Check this paper",
                "For staff: how to use this",
                "Signatures, with a pen",
                "My signature",
            ],
        ),
    ],
    ids=["statement", "document"],
)
def test_the_parts_stand_in_the_order_that_a_stranger_needs(paper: Paper, order: list[str]) -> None:
    blocks = printed(paper).blocks
    found = titles(blocks)
    assert [one for one in found if one in order] == order
    assert isinstance(blocks[-1], SignatureBox)


@pytest.mark.parametrize("paper", [statement(), document()], ids=["statement", "document"])
def test_a_paper_that_was_signed_says_when_and_has_no_room_to_sign(paper: Paper) -> None:
    assert of(paper, SignatureBox) == []
    assert "How the paper was signed" in titles(printed(paper).blocks)
    assert any(isinstance(one, Field) and one.label == "The day I signed it" for one in of(paper, Field))


def test_what_is_said_of_a_treatment_stands_under_its_name() -> None:
    """A reader must not take what somebody wants instead for what they do not want."""
    row = {"name": "Haloperidol", "why": "My jaw locked", "instead": "Promethazine"}
    (found,) = [
        one
        for one in of(document(ac_no=["ECT", row]), Field)
        if isinstance(one, Field) and one.label == "Treatment I do not want"
    ]
    assert isinstance(found, Field)
    assert found.lines == ("1. ECT", "2. Haloperidol", "Why: My jaw locked", "What instead: Promethazine")


def test_the_panel_gives_its_source_and_names_no_act_of_england_in_northern_ireland() -> None:
    """Ruling 30."""
    assert "Mental Capacity Act 2005 s.4(6)-(7)" in panel(statement())
    there = panel(statement(about=OVER_THERE))
    assert "people deciding for them should think about this" in there
    assert "Act 2005" not in there
    assert "s.4" not in there
    choices = panel(document(about=OVER_THERE))
    assert "A refusal written here may be an advance decision too." in choices
    assert "No Act sets out a form for this paper here." in choices
    assert not any(act in choices for act in ("Mental Capacity", "Mental Health Act", "s.4", "s.24"))


def test_the_panel_of_a_decision_rests_on_common_law_in_northern_ireland() -> None:
    paper = an_advance_decision([a_refusal()])
    assert "Mental Capacity Act 2005 ss.24-26" in panel(paper)
    said = panel(paper.about_me(am_nation="northern_ireland"))
    assert "It rests on common law." in said
    assert "The courts decide." in said
    assert not any(
        act in said for act in ("Mental Capacity", "Mental Health Act", "Part 4", "court is asked")
    )


def test_the_panel_says_that_the_law_has_started_only_once_it_has(tmp_path: Path) -> None:
    """MHA 2025 s.44: by the day in the law notes, and by nothing else."""
    paper, tomorrow = document(), TODAY + timedelta(days=1)
    place = place_of(paper.pack, paper.passport, with_days(tmp_path, {paper.section.form: tomorrow}).notes)
    said = {}
    for day in (TODAY, tomorrow):
        standing = Standing(variants={paper.section.id: place.variants(paper.section.form, day)})
        blocks = compose(paper.passport, shelf().packs, THE_FACTS, WORDS, (), standing).blocks
        said[day] = "\n".join("\n".join(one.lines) for one in blocks if isinstance(one, Panel))
    assert "had not started, as far as we know" in said[TODAY]
    assert "had not started" not in said[tomorrow]
    assert "Mental Health Act 1983 ss.56A and 130M" in said[tomorrow]
    assert "you must consider" in said[tomorrow]
    assert "had not started, as far as we know" in panel(paper)


def test_every_question_that_has_a_place_of_its_own_is_one_of_its_form() -> None:
    for form in wishes.PAPERS:
        placed = {*wishes._FIRST[form], *wishes._LAST[form]}
        assert placed <= {one.id for one in shelf().pack(form).questions()}


def test_a_heading_of_the_same_words_as_the_title_does_not_stand_twice() -> None:
    for paper in (statement(), document()):
        headings = [one.text for one in of(paper, Heading) if isinstance(one, Heading)]
        assert len(headings) == len(set(headings))
