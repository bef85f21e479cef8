"""``passport forms check``: all that is wrong with packs by others, at once, each with file, key and what to write."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from passport.actions.check_forms import check_forms
from passport.cli.main import run
from passport.errors import Exit
from passport.forms.shelf import packs_folder
from passport.wording.words import Words
from tests.forms.test_read import PACK, RULES, WORDS

EXAMPLE = """
te_name = "Assam"
te_milk = "oat"
[[te_cups]]
cu_size = "2"
[about_me]
am_name = "Alex Morgan"
am_nation = "england"
[expect]
outcome = "ready"
not_findings = ["TE-01"]
"""
Found = list[tuple[str, str, str]]


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A shelf with one sound pack of somebody else."""
    return a_pack(tmp_path / "theirs", "tea")


def a_pack(shelf: Path, name: str) -> Path:
    folder = shelf / name
    (folder / "examples").mkdir(parents=True)
    start = name[:2]
    for file, text in (
        ("pack.toml", PACK),
        ("en.toml", WORDS),
        ("rules.toml", RULES),
        ("examples/one.toml", EXAMPLE),
    ):
        written = text.replace('id = "tea"', f'id = "{name}"').replace("te_", f"{start}_")
        if start != "te":
            written = written.replace("cu_", f"{start}cu_").replace("TE-01", f"{start.upper()}-01")
        (folder / file).write_text(written, encoding="utf-8")
    return shelf


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def found(folder: Path) -> Found:
    return [
        (str(one.fields["file"]), str(one.fields["at"]), str(one.fields["remedy"]))
        for one in check_forms(folder, Words()).found
    ]


def places(folder: Path) -> list[tuple[str, str]]:
    return [(file, at) for file, at, _ in found(folder)]


def test_a_sound_pack_by_somebody_else_has_nothing_wrong(shelf: Path) -> None:
    assert found(shelf) == []
    assert found(shelf / "tea") == []


def test_our_own_shelf_has_nothing_wrong() -> None:
    assert check_forms(None, Words()).found == ()
    assert places(Path(str(packs_folder()))) == []
    assert places(Path(str(packs_folder())) / "crisis_plan") == []


WRONG: list[tuple[str, str, str, str, str]] = [
    # file, what stands there, what is written instead, the key that is named, and what its remedy says
    (
        "pack.toml",
        "required = true",
        "mandatory = true",
        "pages.first.questions.te_name.mandatory",
        "unknown",
    ),
    ("pack.toml", 'group = "me"', 'group = "me"\ncolour = "red"', "colour", "unknown"),
    ("pack.toml", 'group = "me"', 'group = "garden"', "group", "unwell"),
    ("pack.toml", "version = 1\n", "", "version", "write it"),
    ("pack.toml", 'audience = "involvement"', 'audience = "all"', "audience", "care"),
    ("pack.toml", 'kind = "short_text"', 'kind = "shrt"', "pages.first.questions.te_name.kind", "short_text"),
    ("pack.toml", 'id = "te_milk"', 'id = "te_name"', "te_name", "stands twice"),
    ("pack.toml", 'id = "te_milk"', 'id = "Milk!"', "pages.first.questions.Milk!.id", "small letters"),
    ("pack.toml", 'choices = ["yes", "oat"]', 'choices = ["yes", "yes"]', "te_milk.choices.yes", "twice"),
    ("pack.toml", 'id = "te_name"', 'id = "am_name"', "am_name", "about_me has this one"),
    ("pack.toml", 'answered = "te_name"', 'answered = "te_nme"', "te_milk.show_if", "te_nme"),
    ("pack.toml", 'group = "me"', 'gone = ["te_milk"]', "gone.te_milk", "cannot be asked and be gone"),
    ("pack.toml", 'group = "me"', 'gone = ["te_old"]', "gone.te_old", "write the words"),
    ("pack.toml", 'group = "me"', 'like = "coffee"', "like", "name another form"),
    ("pack.toml", 'group = "me"', 'like = "../tea"', "like", "name another form"),
    ("pack.toml", 'group = "me"', 'like = "tea"', "like", "name another form"),
    ("pack.toml", 'group = "me"', "leave_out = []", "leave_out", "unknown"),
    ("pack.toml", 'group = "me"', 'nations = ["mars"]', "nations", "scotland"),
    ("pack.toml", 'group = "me"', 'refusals = "te_name"', "refusals", "part"),
    ("pack.toml", 'group = "me"', 'entry_title = "te_nme"', "entry_title", "question"),
    ("pack.toml", 'choices = ["yes", "oat"]', 'choice_set = "milks"', "te_milk.choice_set", "choice_sets"),
    ("pack.toml", '"oat"]', '"oat"]\nalone = ["soya"]', "te_milk.alone", "of this question"),
    ("pack.toml", '"oat"]', '"oat"]\nask_choices = ["soya"]', "te_milk.ask_choices", "of this question"),
    ("pack.toml", 'kind = "number"', 'kind = "link"\nto = ["coffee"]', "cu_size.to", "no form coffee"),
    ("pack.toml", 'kind = "number"', 'kind = "link"\nto = ["about_me"]', "te_cups.questions", "of its own"),
    (
        "pack.toml",
        'source = "MCA 2005 s.1"',
        'source = "a\\u001b[31m"',
        "pages.0.questions.0.source",
        "control",
    ),
    ("pack.toml", 'group = "me"', '"a\\u001bb" = 1', "a\x1bb", "control"),
    ("pack.toml", "version = 1", "version = " + "9" * 5000, "the end", "not TOML"),
    ("pack.toml", "version = 1", "version = 0x" + "f" * 5000, "version", "shorter number"),
    ("pack.toml", 'group = "me"', "a = " + "[" * 2000 + "]" * 2000, "-", "less deeply"),
    ("pack.toml", 'group = "me"', ".".join("a" * 300) + " = 1", ".".join("a" * 13), "less deeply"),
    ("rules.toml", 'answered = "te_name"', 'answered = "te_nme"', "TE-01.when.not", "te_nme"),
    ("rules.toml", '{ not = { answered = "te_name" } }', '{ rule = "TE-02" }', "TE-01.when", "another rule"),
    ("rules.toml", 'answered = "te_name"', 'answered = "AD-19"', "TE-01.when", "another rule"),
    (
        "rules.toml",
        '{ not = { answered = "te_name" } }',
        '{ question = "te_name", before = "2026-13" }',
        "TE-01.when.before",
        "wrong shape",
    ),
    (
        "rules.toml",
        '{ not = { answered = "te_name" } }',
        '{ fact = "says", list = "request", in = "te_nme" }',
        "TE-01.when",
        "te_nme",
    ),
    ("rules.toml", 'source = "[D]"\n', "", "TE-01.source", "write it"),
    ("rules.toml", 'source = "[D]"', 'source = " "', "TE-01.source", "say where"),
    ("rules.toml", '"warns"', '"shouts"', "TE-01.severity", "blocks"),
    ("rules.toml", "[TE-01]", "[AD-19]", "AD-19", "rule of ours"),
    ("en.toml", 'TE-01 = "Say what it is called."', "", "rules.TE-01", "write the words"),
    ("en.toml", 'oat = "Oat"', "", "choices.te_milk.oat", "write the words"),
    ("en.toml", 'oat = "Oat"', 'oat = "Oat"\nsoya = "Soya"', "choices.te_milk.soya", "take it out"),
    ("en.toml", 'label = "Milk?"', 'label = "Milk?"\nhint = "x"', "questions.te_milk.hint", "take it out"),
    ("en.toml", "[rules]", '[gone]\nte_old = "x"\n[rules]', "gone.te_old", "take it out"),
    ("examples/one.toml", "te_name =", "te_nme =", "te_nme", "no such question"),
    ("examples/one.toml", '"oat"', '"soya"', "te_milk", "yes, oat"),
    ("examples/one.toml", "cu_size", "cu_sise", "te_cups.1.cu_sise", "no such question"),
    ("examples/one.toml", '"2"', '"big"', "te_cups.1.cu_size", "How big?"),
    ("examples/one.toml", 'te_name = "Assam"', "te_name = ", "line 2, column 11", "not TOML"),
    ("examples/one.toml", 'te_name = "Assam"', "te_name = 1979-05-27", "", ""),
    ("examples/one.toml", 'outcome = "ready"', 'outcome = "stopped"', "expect.outcome", "write ready"),
    ("examples/one.toml", "not_findings", "findings", "expect.findings", "says nothing"),
    ("examples/one.toml", 'te_name = "Assam"', "", "expect.not_findings", "speaks"),
    ("examples/one.toml", "not_findings", "finds", "expect.finds", "outcome, refusals"),
    ("examples/one.toml", "[expect]", '[sign]\nsg_how = "pen"\n[expect]', "sign", "no signing record"),
    ("examples/one.toml", "[about_me]", 'stop = ["1"]\n[about_me]', "te_cups.1.stop", "no such question"),
    ("examples/one.toml", "\nte_name", '\nstop = ["1"]\nte_name', "stop", "there is no 1"),
    ("examples/one.toml", "\nte_name", "\nstop = 3\nte_name", "stop", "expected"),
    ("examples/one.toml", "[about_me]", "[others.coffee]\n[about_me]", "coffee", "no form coffee"),
    ("examples/one.toml", "\nte_name", '\nbeside = ["coffee"]\nte_name', "coffee", "no form coffee"),
    (
        "examples/one.toml",
        "[about_me]",
        "[others.about_me]\nx = 1\n[about_me]",
        "others.about_me.x",
        "question",
    ),
    ("examples/one.toml", "\nte_name", '\nbeside = ["crisis_plan"]\nte_name', "", ""),
    ("examples/one.toml", 'am_nation = "england"', 'am_nation = "mars"', "about_me.am_nation", "england"),
]


@pytest.mark.parametrize(("file", "old", "new", "at", "remedy"), WRONG)
def test_what_is_wrong_is_named_with_file_key_and_remedy(
    shelf: Path, file: str, old: str, new: str, at: str, remedy: str
) -> None:
    change(shelf / "tea" / file, old, new)
    said = found(shelf)
    if not at:
        assert said == []
        return
    assert any(one.startswith("tea/") and key == at and remedy in what for one, key, what in said), said


def test_an_example_whose_link_names_nothing_is_told_where_to_write_it(shelf: Path) -> None:
    change(shelf / "tea" / "pack.toml", 'kind = "short_text"', 'kind = "link"\nto = ["involvement_record"]')
    change(
        shelf / "tea" / "examples" / "one.toml",
        "[about_me]",
        '[others.about_me]\nam_name = "Sam"\n[about_me]',
    )
    told = Words()("forms_check.others")
    assert [what for _, at, what in found(shelf) if at == "te_name"] == [told]


def test_a_slip_does_not_bring_a_row_of_others_with_it(shelf: Path) -> None:
    """One wrong key is one complaint, not one for everything that hangs on it."""
    for old, new in (
        ('kind = "choose_one"', 'kind = "choose"'),
        ('choices = ["yes", "oat"]', 'choices = "yes"'),
        ('id = "te_milk"', ""),
        ("version = 1", 'version = "one"'),
    ):
        kept = (shelf / "tea" / "pack.toml").read_text()
        change(shelf / "tea" / "pack.toml", old, new)
        of_pack = [one for one in places(shelf) if one[0] in {"tea/pack.toml", "tea/en.toml"}]
        assert len(of_pack) == 1, (old, of_pack)
        (shelf / "tea" / "pack.toml").write_text(kept)


def test_everything_is_said_at_once_and_one_pack_does_not_hide_the_next(tmp_path: Path) -> None:
    shelf = a_pack(a_pack(tmp_path, "tea"), "milk")
    for pack, start in (("tea", "te"), ("milk", "mi")):
        change(shelf / pack / "pack.toml", 'group = "me"', 'colour = "red"\nsize = 3')
        change(shelf / pack / "en.toml", 'label = "Cups"', "")
        change(shelf / pack / "rules.toml", f'answered = "{start}_name"', 'answered = "nothing"')
        change(shelf / pack / "examples/one.toml", '"oat"', '"soya"')
    assert set(places(shelf)) == {
        (f"{pack}/{file}", at)
        for pack, start in (("tea", "te"), ("milk", "mi"))
        for file, at in (
            ("pack.toml", "colour"),
            ("pack.toml", "size"),
            ("en.toml", f"questions.{start}_cups.label"),
            ("rules.toml", f"{start.upper()}-01.when.not"),
            ("examples/one.toml", f"{start}_milk"),
        )
    }


def test_two_packs_that_ask_the_same_question_and_one_that_claims_our_id(tmp_path: Path) -> None:
    shelf = a_pack(a_pack(tmp_path, "tea"), "teb")
    assert ("teb/pack.toml", "te_name") in places(shelf)
    shutil.copytree(Path(str(packs_folder())) / "crisis_plan", tmp_path / "more" / "crisis_plan")
    assert found(tmp_path / "more")[0][:2] == ("crisis_plan/pack.toml", "id")
    assert len(found(tmp_path / "more")) == 1


def test_what_leave_out_names_has_to_be_there(tmp_path: Path) -> None:
    shelf = a_pack(tmp_path, "tea")
    other = shelf / "cake"
    other.mkdir()
    (other / "pack.toml").write_text(
        'id = "cake"\nversion = 1\naudience = "carer_involvement"\nlike = "tea"\nleave_out = ["te_nme", "te_milk"]\npages = []\n'
    )
    (other / "en.toml").write_text('title = "Cake"\nabout = "As with tea."\n')
    assert found(shelf) == [("cake/pack.toml", "leave_out", "take te_nme out: tea does not ask it")]
    change(shelf / "tea" / "pack.toml", 'group = "me"', "group = ")
    assert ("cake/pack.toml", "like") in places(shelf)


def test_a_form_like_another_needs_pages_with_ids_and_another_that_is_sound(tmp_path: Path) -> None:
    shelf = a_pack(tmp_path, "tea")
    (shelf / "cake").mkdir()
    start = 'id = "cake"\nversion = 1\naudience = "carer_involvement"\nlike = "tea"\n'
    (shelf / "cake" / "en.toml").write_text('title = "Cake"\nabout = "As with tea."\n')
    for pages in ("pages = [3]", "pages = [{}]", "pages = [{ id = [] }]", "pages = 3"):
        (shelf / "cake" / "pack.toml").write_text(start + pages)
        assert places(shelf) == [("cake/pack.toml", "pages")]
    for slip, at in (
        ('leave_out = "te_milk"', "leave_out"),
        ('pages = [{ id = "first", questions = 3 }]', "pages.first.questions"),
        ('pages = [{ id = "first", questions = [3] }]', "pages.first.questions"),
        ('pages = [{ id = "first", colour = "red" }]', "pages.first.colour"),
        ('pages = [{ id = "first", note = true }]', "pages.first.note"),
    ):
        (shelf / "cake" / "pack.toml").write_text(start + slip)
        assert places(shelf) == [("cake/pack.toml", at)]
    (shelf / "cake" / "pack.toml").write_text(start)
    assert places(shelf) == []
    change(shelf / "tea" / "pack.toml", 'id = "first"', "")
    assert ("cake/pack.toml", "like") in places(shelf)


def a_folder_instead(file: Path) -> None:
    file.unlink()
    file.mkdir()


def a_loop_instead(file: Path) -> None:
    file.unlink()
    file.symlink_to(file)


def a_pipe_instead(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


def too_big(file: Path) -> None:
    file.write_bytes(file.read_bytes() + b"#" * 1_000_001)


def not_text(file: Path) -> None:
    file.write_bytes(file.read_bytes().replace(b"a", b"\xff", 1))


def nothing_at_all(file: Path) -> None:
    file.write_bytes(b"")


@pytest.mark.parametrize("file", ["pack.toml", "en.toml", "rules.toml", "examples/one.toml"])
@pytest.mark.parametrize(
    "spoil", [a_folder_instead, a_loop_instead, a_pipe_instead, too_big, not_text, nothing_at_all]
)
def test_a_file_that_is_none_is_said_calmly(shelf: Path, file: str, spoil: Callable[[Path], None]) -> None:
    spoil(shelf / "tea" / file)
    said = places(shelf)
    if spoil is nothing_at_all and file in {"rules.toml", "examples/one.toml"}:
        return  # an empty file is no rules, and an example without answers
    assert [one for one in said if one[0] == f"tea/{file}"]


def test_a_folder_that_leads_nowhere_is_said(shelf: Path) -> None:
    (shelf / "round").symlink_to(shelf / "round")
    assert ("round", "-") in places(shelf)


def test_the_command_says_it_in_text_and_in_json(shelf: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["forms", "check", str(shelf), "--json"]) == Exit.DONE
    assert json.loads(capsys.readouterr().out)["readability"]["tea"]["words"] > 5
    change(shelf / "tea" / "pack.toml", 'group = "me"', 'colour = "red"\n"siz\\u001b[2Je" = 3')
    assert run(["forms", "check", str(shelf), "--json"]) == Exit.FOUND
    plain = json.loads(capsys.readouterr().out)
    assert plain["forms"] == ["tea"]
    assert ("tea/pack.toml", "colour") in [(one["file"], one["at"]) for one in plain["found"]]
    assert all(set(one) == {"file", "at", "remedy"} for one in plain["found"])
    assert run(["forms", "check", str(shelf)]) == Exit.FOUND
    said = capsys.readouterr().out
    assert "tea/pack.toml: at colour: take it out" in said
    assert "Tea: reading age about" in said
    assert "\x1b" not in said


def test_a_form_says_how_sure_we_are_of_each_question_and_how_old_its_law_is(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["forms", "show", "advance_decision"]) == Exit.DONE
    said = capsys.readouterr().out
    assert (
        "Law notes for England and Wales: the law as at 9 April 2026. Last checked on 9 April 2026 by "
        in said
    )
    assert "In force from 1 October 2007." in said
    assert "Where this comes from: MCA 2005 s.24(1). We have read it." in said
    assert run(["forms", "show", "advance_decision", "--json"]) == Exit.DONE
    (law,) = json.loads(capsys.readouterr().out)["law"]
    assert law["in_force_from"] == "2007-10-01"
    assert law["source"]["checked"] in {"verified", "secondary", "recalled"}
    assert run(["forms", "show", "about_me", "--json"]) == Exit.DONE
    assert json.loads(capsys.readouterr().out)["law"] == []


_BYTES = st.tuples(
    st.sampled_from(["pack.toml", "en.toml", "rules.toml", "examples/one.toml"]),
    st.floats(0, 1),
    st.integers(0, 12),
    st.one_of(
        st.binary(max_size=8),
        st.sampled_from(
            [b'"', b"[", b"]", b"=", b"\n", b"{", b"[[", b"3", b"true", b"[]", b'""', b"\x1b", b"nan"]
        ),
    ),
)


@given(st.lists(_BYTES, min_size=1, max_size=4))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_the_bytes_there_is_an_answer(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[str, float, int, bytes]]
) -> None:
    shelf = a_pack(tmp_path_factory.mktemp("any"), "tea")
    for file, where, taken_out, put_in in changes:
        path = shelf / "tea" / file
        data = path.read_bytes()
        at = int(where * len(data))
        path.write_bytes(data[:at] + put_in + data[at + taken_out :])
    for _file, key, remedy in found(shelf):
        assert key
        assert remedy


VALUES = st.recursive(
    st.one_of(
        st.integers(-3, 3),
        st.booleans(),
        st.sampled_from(["", "te_name", "te_cups", "part", "tea", "x", "2026-13"]),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=2),
        st.dictionaries(st.sampled_from(["id", "is", "all", "x"]), inner, max_size=2),
    ),
    max_leaves=4,
)
KEYS = st.sampled_from(
    (  # noqa: SIM905  # forty quotation marks are harder to read
        "id version audience group refusals entry_title nations gone like leave_out choice_sets pages kind show_if choices"
        " choice_set alone to columns most one_of ask_choices questions title about rules when severity scope sign stop expect"
        " after_signing about_me te_name te_milk te_cups"
    ).split()
)


def as_toml(value: object) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {as_toml(one)}" for key, one in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(as_toml, value)) + "]"
    return json.dumps(value)


@given(
    st.sampled_from(["pack.toml", "en.toml", "rules.toml", "examples/one.toml"]),
    st.integers(0, 40),
    KEYS,
    VALUES,
    st.booleans(),
)
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_stands_at_a_key_there_is_an_answer(
    tmp_path_factory: pytest.TempPathFactory, file: str, line: int, key: str, value: object, instead: bool
) -> None:
    shelf = a_pack(tmp_path_factory.mktemp("any"), "tea")
    path = shelf / "tea" / file
    lines = path.read_text().splitlines()
    at = line % len(lines)
    written = f"{lines[at].partition(' =')[0]} = {as_toml(value)}" if instead and " = " in lines[at] else None
    lines[at : at + bool(written)] = [written or f"{key} = {as_toml(value)}"]
    path.write_text("\n".join(lines))
    for _file, where, remedy in found(shelf):
        assert where
        assert remedy
