"""A form that is like another asks the same, with ids of its own, in the profile that it belongs to."""

from pathlib import Path

import pytest

from passport.errors import PackUnreadable
from passport.forms.pack import Kind, Pack
from passport.forms.read import read_pack
from passport.forms.shelf import shelf
from passport.record.audience import Audience, Share

BASE = """
id = "tea"
version = 3
audience = "private"
group = "me"
entry_title = "te_name"
repeats = true
[choice_sets]
much = ["a_little", "a_lot"]
[[pages]]
id = "first"
[[pages.questions]]
id = "te_name"
kind = "link"
to = ["biscuits"]
source = "our own design"
checked = "design"
[[pages.questions]]
id = "te_as"
kind = "short_text"
[[pages.questions]]
id = "te_milk"
kind = "choose_one"
choice_set = "much"
audience = "care"
show_if = { answered = "te_name" }
[[pages]]
id = "second"
[[pages.questions]]
id = "te_why"
kind = "short_text"
"""
BASE_WORDS = """
title = "Tea"
about = "How you like it."
[pages.first]
title = "Tea"
[pages.second]
title = "More tea"
[questions.te_name]
label = "Which tea?"
why = "We ask."
[questions.te_as]
label = "As what?"
[questions.te_milk]
label = "Milk?"
[questions.te_why]
label = "Why?"
[choice_sets.much]
a_little = "A little"
a_lot = "A lot"
[rules]
TE-01 = "Say which."
"""
BASE_RULES = """
[TE-01]
severity = "warns"
when = { not = { answered = "te_name" } }
source = "our own design"
"""
OWN = """
id = "carer_tea"
like = "tea"
leave_out = ["te_as", "te_why"]
audience = "carer_private"
[[pages]]
id = "first"
[[pages.questions]]
id = "carer_te_as"
kind = "fixed"
[[pages.questions]]
id = "carer_te_cups"
kind = "choose_one"
choice_set = "much"
[[pages]]
id = "third"
[[pages.questions]]
id = "carer_te_more"
kind = "short_text"
"""
OWN_WORDS = """
title = "Their tea"
about = "How you make it."
[pages.third]
title = "Even more"
[questions.carer_te_name]
label = "Which do they like?"
[questions.carer_te_as]
label = "As"
[questions.carer_te_cups]
label = "Cups?"
[questions.carer_te_more]
label = "More?"
"""


def folders(tmp_path: Path, own: str = OWN, base: str = BASE) -> Path:
    """A shelf of the two; returns the folder of the one that is like the other."""
    for name, pack, words in (("tea", base, BASE_WORDS), ("carer_tea", own, OWN_WORDS)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "pack.toml").write_text(pack, encoding="utf-8")
        (tmp_path / name / "en.toml").write_text(words, encoding="utf-8")
    (tmp_path / "tea" / "rules.toml").write_text(BASE_RULES, encoding="utf-8")
    return tmp_path / "carer_tea"


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    return read_pack(folders(tmp_path), shelf=tmp_path)


def test_its_questions_stand_behind_a_prefix_and_a_question_of_its_own_where_one_was_left_out(
    pack: Pack,
) -> None:
    assert {page.id: [one.id for one in page.questions] for page in pack.pages} == {
        "first": ["carer_te_name", "carer_te_as", "carer_te_milk", "carer_te_cups"],
        "third": ["carer_te_more"],
    }
    assert pack.entry_title == "carer_te_name"
    assert pack.question("carer_te_as").kind is Kind.FIXED  # type: ignore[union-attr]  # it is there, as above


def test_everything_of_it_is_of_its_own_profile(pack: Pack) -> None:
    """Domain 7.13: never merged. A link leads to what is kept as a carer, and no field stands on the person's own side."""
    assert pack.audience is Audience.CARER_PRIVATE
    assert {one.id: one.audience for one in pack.questions() if one.audience is not pack.audience} == {
        "carer_te_milk": Audience.CARER_CARE
    }
    assert [one.to for one in pack.questions() if one.to] == [("carer_biscuits",)]


def test_its_own_words_win_and_the_others_stand_where_it_says_nothing(pack: Pack) -> None:
    first = pack.pages[0].questions[0]
    assert (pack.title, first.label, first.why) == ("Their tea", "Which do they like?", "We ask.")
    assert [choice.label for choice in pack.pages[0].questions[2].choices] == ["A little", "A lot"]


def test_it_grows_with_the_other_and_asks_its_rules_of_its_own_questions(pack: Pack) -> None:
    assert pack.version == 3
    (rule,) = pack.rules
    assert (rule.id, rule.when) == ("TE-01", {"not": {"answered": "carer_te_name"}})


@pytest.mark.parametrize("named", ["tee", "carer_tea", ""])
def test_a_form_that_is_like_none_that_stands_there_is_named(tmp_path: Path, named: str) -> None:
    folder = folders(tmp_path, own=OWN.replace('like = "tea"', f'like = "{named}"'))
    with pytest.raises(PackUnreadable) as complaint:
        read_pack(folder, shelf=tmp_path)
    assert complaint.value.fields["at"] == "like"


def test_a_form_is_not_like_one_that_is_like_another_itself(tmp_path: Path) -> None:
    folder = folders(tmp_path, base='id = "tea"\nlike = "biscuits"\n')
    with pytest.raises(PackUnreadable) as complaint:
        read_pack(folder, shelf=tmp_path)
    assert "not like a third" in str(complaint.value.fields["remedy"])


CARERS = {
    "involvement_record": "carer_involvement_record",
    "training_record": "carer_training_record",
    "reflection": "carer_reflection",
    "needs_and_adjustments": "carer_needs",
}
THEIR_OWN = {
    "carer_reflection": {"carer_rf_two_hats"},
    "carer_needs": {"carer_na_respite", "carer_na_drop_out", "carer_na_hours"},
}


@pytest.mark.parametrize(("own", "carers"), CARERS.items())
def test_a_carers_form_asks_what_the_persons_own_asks_and_what_only_a_carer_is_asked(
    own: str, carers: str
) -> None:
    """Domain 7.13: as 7.3 with ir_as fixed to carer; as 7.4, 7.5 plus rf_two_hats; as 7.6 plus three of its own."""
    first = {f"carer_{one.id}": one for one in shelf().pack(own).questions()}
    asked = {one.id: one for one in shelf().pack(carers).questions()}

    assert set(asked) - set(first) == THEIR_OWN.get(carers, set())
    assert set(first) - set(asked) == set()
    changed = [
        name
        for name, one in first.items()
        if (one.kind, one.share, one.required) != (asked[name].kind, asked[name].share, asked[name].required)
    ]
    assert changed == (["carer_ir_as"] if own == "involvement_record" else [])


def test_looking_back_as_a_carer_is_about_what_was_done_as_one_and_is_private() -> None:
    pack = shelf().pack("carer_reflection")
    assert [one.to for one in pack.questions() if one.to] == [("carer_involvement_record",)]
    assert {one.audience for one in pack.questions()} == {Audience.CARER_PRIVATE}
    assert {one.share for one in pack.questions()} == {Share.NEVER}


def test_no_two_forms_of_the_two_profiles_have_one_name() -> None:
    titles = [pack.title for pack in shelf().packs.values()]
    assert len(titles) == len(set(titles))
