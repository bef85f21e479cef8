"""Packs are read strictly: every complaint names the file, the key and what to write."""

from pathlib import Path

import pytest

from passport.errors import PackUnreadable, UnknownForm
from passport.forms.pack import Kind
from passport.forms.read import read_pack
from passport.forms.shelf import packs_folder, read_shelf
from passport.wording.words import Words

PACK = """
id = "tea"
version = 1
audience = "involvement"
group = "me"
[[pages]]
id = "first"
[[pages.questions]]
id = "te_name"
kind = "short_text"
required = true
source = "MCA 2005 s.1"
[[pages.questions]]
id = "te_milk"
kind = "choose_one"
choices = ["yes", "oat"]
show_if = { answered = "te_name" }
[[pages.questions]]
id = "te_cups"
kind = "part"
[[pages.questions.questions]]
id = "cu_size"
kind = "number"
"""
RULES = """
[TE-01]
severity = "warns"
when = { not = { answered = "te_name" } }
source = "[D]"
"""
WORDS = """
title = "Tea"
about = "How you like it."
[pages.first]
title = "Tea"
[questions.te_name]
label = "What is it called?"
[questions.te_milk]
label = "Milk?"
[questions.te_cups]
label = "Cups"
[questions.cu_size]
label = "How big?"
[choices.te_milk]
yes = "Yes"
oat = "Oat"
[rules]
TE-01 = "Say what it is called."
"""


def a_folder(tmp_path: Path, pack: str = PACK, rules: str | None = RULES, words: str | bytes = WORDS) -> Path:
    folder = tmp_path / "tea"
    folder.mkdir()
    (folder / "pack.toml").write_text(pack, encoding="utf-8")
    (folder / "en.toml").write_bytes(words if isinstance(words, bytes) else words.encode())
    if rules is not None:
        (folder / "rules.toml").write_text(rules, encoding="utf-8")
    return folder


def test_a_pack_is_read_with_its_words(tmp_path: Path) -> None:
    pack = read_pack(a_folder(tmp_path))
    assert [question.id for question in pack.questions()] == ["te_name", "te_milk", "te_cups", "cu_size"]
    assert pack.question("te_milk").choices[1].label == "Oat"  # type: ignore[union-attr]  # it is there
    assert pack.part_of("cu_size").id == "te_cups"  # type: ignore[union-attr]  # it is there
    assert pack.rules[0].sentence == "Say what it is called."


@pytest.mark.parametrize(
    ("change", "at", "remedy"),
    [
        (
            ("short_text", "shoe_size"),
            "pages.first.questions.te_name.kind",
            "write one of short_text, long_text",
        ),
        (('id = "te_milk"', 'id = "te_name"'), "te_name", "stands twice"),
        (("required", "mandatory"), "pages.first.questions.te_name.mandatory", "unknown key"),
        (("version = 1", "version = 0"), "version", "1"),
        (("version = 1", ""), "version", "write it"),
        (('id = "tea"', 'id = "coffee"'), "id", "tea"),
        (('answered = "te_name"', 'answered = "te_nam"'), "te_milk.show_if", "te_nam"),
        (('choices = ["yes", "oat"]', ""), "te_milk.choices", "choose"),
        (('kind = "part"', 'kind = "list"'), "te_cups.questions", "part"),
        (
            ('choices = ["yes", "oat"]', 'choices = ["yes", "soya"]'),
            "choices.te_milk.soya",
            "write the words",
        ),
        (("version = 1", "version = = 1"), "line 3", "not TOML"),
        (
            ('source = "MCA 2005 s.1"', 'source = "a\\u001b[31m"'),
            "pages.0.questions.0.source",
            "control characters",
        ),
    ],
)
def test_a_complaint_names_file_key_and_remedy(
    tmp_path: Path, change: tuple[str, str], at: str, remedy: str
) -> None:
    with pytest.raises(PackUnreadable) as complaint:
        read_pack(a_folder(tmp_path, pack=PACK.replace(*change, 1)))
    fields = complaint.value.fields
    assert str(fields["file"]).startswith("tea/")
    assert at in str(fields["at"])
    assert remedy in str(fields["remedy"])
    assert Words().error(complaint.value)


@pytest.mark.parametrize(
    ("change", "at"),
    [
        (("warns", "shouts"), "TE-01.severity"),
        (('source = "[D]"', 'source = ""'), "TE-01.source"),
        (("TE-01", "TE-02"), "rules.TE-02"),
        (("when =", "if ="), "TE-01"),
    ],
)
def test_a_rule_is_read_as_strictly(tmp_path: Path, change: tuple[str, str], at: str) -> None:
    with pytest.raises(PackUnreadable) as complaint:
        read_pack(a_folder(tmp_path, rules=RULES.replace(*change)))
    assert at in str(complaint.value.fields["at"])


@pytest.mark.parametrize(
    "words",
    [
        WORDS.replace("[questions.te_milk]", "[questions.te_mlik]"),
        WORDS + '\n[pages.second]\ntitle = "x"\n',
        WORDS + '\n[extra]\na = "x"\n',
        WORDS.replace('label = "Milk?"', 'label = " "'),
        WORDS.encode("utf-16"),
        b"\xff\xfe\x00",
        b"# " + b"x" * 1_000_001,
    ],
)
def test_words_that_are_missing_or_belong_to_nothing_are_named(tmp_path: Path, words: str | bytes) -> None:
    with pytest.raises(PackUnreadable) as complaint:
        read_pack(a_folder(tmp_path, words=words))
    assert complaint.value.fields["file"] == "tea/en.toml"


def test_a_pack_nested_too_deeply_is_refused_calmly(tmp_path: Path) -> None:
    with pytest.raises(PackUnreadable):
        read_pack(a_folder(tmp_path, pack="a = " + "[" * 5000 + "]" * 5000))


def test_a_question_of_another_pack_cannot_be_claimed(tmp_path: Path) -> None:
    a_folder(tmp_path)
    other = tmp_path / "teb"
    other.mkdir()
    (other / "pack.toml").write_text(PACK.replace('id = "tea"', 'id = "teb"'))
    (other / "en.toml").write_text(WORDS)
    (other / "rules.toml").write_text(RULES)
    with pytest.raises(PackUnreadable, match="PackUnreadable"):
        read_shelf(tmp_path)


def test_packs_are_found_inside_the_package_first_and_beside_it_else(tmp_path: Path) -> None:
    (tmp_path / "package" / "packs" / "law").mkdir(parents=True)
    (tmp_path / "forms" / "law").mkdir(parents=True)
    assert packs_folder(tmp_path / "package", tmp_path / "forms") == tmp_path / "package" / "packs"
    assert packs_folder(tmp_path / "other", tmp_path / "forms") == tmp_path / "forms"
    with pytest.raises(PackUnreadable):
        packs_folder(tmp_path / "other", tmp_path / "nowhere")


def test_an_unknown_form_is_named_with_those_there_are(tmp_path: Path) -> None:
    a_folder(tmp_path)
    with pytest.raises(UnknownForm) as error:
        read_shelf(tmp_path).pack("cake")
    assert error.value.fields["forms"] == "tea"


def test_every_kind_has_a_name_that_packs_can_use() -> None:
    assert all(kind.value.replace("_", "").isalpha() for kind in Kind)
