"""Ladders of participation (domain 5.3) beside our own scale: data, said in words, and never a score."""

from pathlib import Path

import pytest

from passport.errors import PackUnreadable
from passport.forms.ladders import Ladder, ladders, read_ladders
from passport.forms.pack import Question
from passport.forms.read import read_pack
from passport.forms.shelf import TOOLS, packs_folder, shelf
from passport.wording.words import Words

WORDS = Words()
RUNGS = {
    "arnstein": (
        {"told": "3", "asked": "4", "discussed": "4-5", "decided": "6", "did": "6-7", "led": "7-8"},
        8,
    ),
    "tew": ({"told": "1-2", "asked": "2", "discussed": "3", "decided": "4-5", "did": "4-5", "led": "5"}, 5),
    "lawrence": (
        {"told": "1", "asked": "2", "discussed": "3", "decided": "4-5", "did": "5-6", "led": "7"},
        7,
    ),
    "mind": ({"asked": "1", "discussed": "2", "decided": "3", "did": "3", "led": "4"}, 4),
}
"""Domain 5.3, written by hand."""


def ir_level() -> Question:
    question = shelf().pack("involvement_record").question("ir_level")
    assert question is not None
    return question


@pytest.mark.parametrize("ladder", ladders().all, ids=lambda one: one.id)
def test_each_level_stands_on_the_rungs_of_the_domain(ladder: Ladder) -> None:
    levels, rungs = RUNGS[ladder.id]
    found = {level: "-".join(str(one) for one in numbers) for level, numbers in ladder.levels.items()}
    assert (found, len(ladder.rungs)) == (levels, rungs)
    assert set(found) <= {choice.id for choice in ir_level().choices}


def test_a_chosen_level_is_named_on_each_ladder() -> None:
    assert ladders().about(ir_level(), WORDS, "decided") == (
        "These levels are not a score. Different levels suit different people and different times.",
        "On Arnstein's ladder (1969): partnership. We read about it elsewhere.",
        "On the ladder of Tew and others (2004): collaboration or partnership. We have not been able to check it.",
        "On Lawrence's ladder: rung 4 of 7 or rung 5 of 7. It is from a report about involvement, by people who use services.",
        "On the Mind toolkit's ladder: deciding or acting together. It is from a report about involvement, by people who use services.",
    )


def test_a_level_with_no_place_on_a_ladder_says_nothing_of_it() -> None:
    assert (
        len(ladders().about(ir_level(), WORDS, "told")) == len(ladders().about(ir_level(), WORDS, "led")) - 1
    )


def test_with_nothing_chosen_every_level_is_named() -> None:
    first = ladders().about(ir_level(), WORDS)[1]
    assert first.startswith("On Arnstein's ladder (1969): informing (I was told about it); ")
    assert all(choice.label in first for choice in ir_level().choices)


def test_no_other_question_has_a_ladder() -> None:
    others = [one for pack in shelf().packs.values() for one in pack.questions()]
    asked = {one.id for one in others if ladders().about(one, WORDS)}
    assert asked <= {"ir_level", "carer_ir_level"}
    assert "ir_level" in asked


@pytest.mark.parametrize(
    ("file", "old", "new", "at"),
    [
        ("ladders.toml", "rungs = 8", "rungs = 7", "ladders.arnstein.levels.led"),
        ("ladders.toml", 'checked = "secondary"', 'checked = "sure"', "ladders.arnstein.checked"),
        ("ladders.toml", "year = 1969", "age = 1969", "ladders.age"),
        ("en.toml", '8 = "citizen control"', '9 = "citizen control"', "ladders.arnstein.9"),
        ("en.toml", "no_score = ", "no_scores = ", "words.no_score"),
        ("en.toml", '''name = "Lawrence's ladder"''', "", "ladders.lawrence.name"),
    ],
)
def test_a_ladder_that_does_not_agree_is_a_complaint_about_its_key(
    tmp_path: Path, file: str, old: str, new: str, at: str
) -> None:
    folder = tmp_path / TOOLS
    folder.mkdir()
    for name in ("ladders.toml", "en.toml"):
        text = (packs_folder() / TOOLS / name).read_text(encoding="utf-8")
        (folder / name).write_text(text.replace(old, new) if name == file else text, encoding="utf-8")
    with pytest.raises(PackUnreadable) as complaint:
        read_ladders(folder)
    assert (complaint.value.fields["file"], complaint.value.fields["at"]) == (f"{TOOLS}/{file}", at)


def test_the_folder_of_ladders_is_no_pack() -> None:
    assert TOOLS not in shelf().packs
    with pytest.raises(PackUnreadable):
        read_pack(packs_folder() / TOOLS)
