"""Helping: only what was chosen goes out, only the one who asked reads the answer, and only they make an answer of it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from passport.actions import answer, bring_suggestions, helping, suggestions
from passport.actions.ask_for_help import ask_for_help, goes_out, selected, to_ask
from passport.actions.chosen import To
from passport.actions.copies import copies
from passport.actions.erase import What, erase
from passport.actions.export import export
from passport.actions.offer import choose
from passport.actions.places import Places
from passport.actions.share import Handing, rehearse, share
from passport.actions.sign import sign
from passport.actions.stop import stop
from passport.actions.tell import tell
from passport.errors import (
    BroughtBefore,
    BundleDamaged,
    BundleOfAnother,
    HelperWanted,
    NeverLeaves,
    NotABundle,
    NothingOpenToHelp,
    NothingSuggested,
    NothingThere,
    OnlyHelping,
    WallCrossed,
    WeakPassphrase,
    WordsChangedSince,
    WrongBundlePassphrase,
)
from passport.exchange.bundle import Reply, lock_reply, new_id, open_bundle
from passport.forms.shelf import shelf
from passport.record.answers import texts_in
from passport.record.audience import NEVER_LEAVES, Audience, Share
from passport.record.suggestions import Helper, Suggestion, digest_of_words
from passport.vault.vault import Vault
from passport.wording.words import Words
from tests.actions.marked import Marked
from tests.builders import NOW

WORDS = Words()
PASS = "otter granite velvet compass tulip"
SAM = Helper("Sam Patel", "talked_through")
LATER = NOW + timedelta(days=2)


@pytest.fixture
def at(tmp_path: Path) -> Places:
    here = tmp_path / "helper"
    return Places(here / "record", here / "settings", here / "seen", here / "met", here / "helping")


def ask(vault: Vault, out: Path, *forms: str, fields: tuple[str, ...] = ()) -> bytes:
    chosen = selected(vault, shelf(), Audience.CARE, forms, fields, NOW.date())
    given = ask_for_help(vault, shelf(), chosen, To("Sam Patel"), PASS, NOW, WORDS, out)
    return given.files["bundle"].read_bytes()


def suggest(at: Places, data: bytes, words: dict[str, object], helper: Helper = SAM) -> bytes:
    """What comes back from somebody who puts these words in the first section."""
    vault = helping.begin(at, data, PASS, shelf(), LATER)
    try:
        now = helping.helping(vault)
        assert now is not None
        for place, said in words.items():
            answer.put(vault, helping.open_shelf(now, shelf()), next(iter(now.theirs)), place, said, LATER)
        path, _count = helping.save_suggestions(vault, shelf(), helper, LATER, at.vault.parent / "back")
        return path.read_bytes()
    finally:
        vault.close()


def waiting(vault: Vault) -> tuple[suggestions.Beside, ...]:
    return suggestions.waiting(vault, shelf(), WORDS)


def everything(vault: Vault) -> object:
    return [(one.id, dict(one.answers)) for one in vault.passport().sections]


@pytest.fixture
def asked(vault: Vault, tmp_path: Path) -> bytes:
    return ask(vault, tmp_path / "out", "crisis_plan")


# What goes out


def test_the_file_holds_no_word_in_plain_and_opens_with_its_passphrase(vault: Vault, asked: bytes) -> None:
    for section in vault.passport().sections:
        for one in section.answers.values():
            assert not any(len(text) > 6 and text.encode() in asked for text in texts_in(one.words))
    assert b"Alex" not in asked
    assert [one.form for one in open_bundle(asked, PASS).sections] == ["crisis_plan"]
    with pytest.raises(WrongBundlePassphrase):
        open_bundle(asked, PASS + "s")


@pytest.mark.parametrize("side", [Audience.CARE, Audience.INVOLVEMENT])
def test_no_private_field_and_no_word_of_the_other_side_is_in_it(marked: Marked, side: Audience) -> None:
    """Everything is chosen, every mark of the record is known."""
    vault, labels = marked.vault, shelf().labels()
    keys = [one.key for one in to_ask(vault, shelf(), side, WORDS)]
    chosen = selected(vault, shelf(), side, keys, (), NOW.date())
    names = [
        (section, question)
        for one in to_ask(vault, shelf(), side, WORDS)
        for question, _label in one.only_if_ticked
        for section in chosen.sections
        if question in labels[section.rpartition("-")[0]]
    ]
    bundle = goes_out(vault, shelf(), replace(chosen, fields=frozenset(names)), NOW, WORDS).bundle
    said = 0
    for one in bundle.sections:
        for place in one.words:
            question = place.rpartition(".")[2]
            assert question in one.asks
            said += 1
        for question in one.asks:
            label = labels[one.form][question]
            assert label.share is not Share.NEVER
            assert question not in NEVER_LEAVES
            assert side.takes(label.audience)
    assert said > 20


def test_a_private_field_is_refused_also_by_name(vault: Vault) -> None:
    private = next(
        question.id
        for question in shelf().pack("crisis_plan").questions()
        if question.share is Share.NEVER and question.id not in NEVER_LEAVES
    )
    chosen = selected(vault, shelf(), Audience.CARE, ["crisis_plan"], [private], NOW.date())
    with pytest.raises(NeverLeaves):
        goes_out(vault, shelf(), chosen, NOW, WORDS)


def test_the_wall_stands_for_a_helper_too(vault: Vault) -> None:
    chosen = selected(vault, shelf(), Audience.INVOLVEMENT, ["crisis_plan"], [], NOW.date())
    with pytest.raises(WallCrossed):
        goes_out(vault, shelf(), chosen, NOW, WORDS)


def test_it_stands_in_the_list_of_copies_and_an_easy_passphrase_is_refused(
    vault: Vault, tmp_path: Path, asked: bytes
) -> None:
    held = copies(vault, shelf())[0]
    assert (held.copy.holder, held.kind) == ("Sam Patel", "bundle")
    chosen = selected(vault, shelf(), Audience.CARE, ["crisis_plan"], [], NOW.date())
    with pytest.raises(WeakPassphrase):
        ask_for_help(vault, shelf(), chosen, To("Sam"), "password", NOW, WORDS, tmp_path / "o")
    assert len(copies(vault, shelf())) == 1
    assert not (tmp_path / "o").exists()


def test_a_letter_can_be_written_to_a_helper_with_old_words(
    vault: Vault, tmp_path: Path, asked: bytes
) -> None:
    answer.put(vault, shelf(), "crisis_plan-1", "cp_you_do", "Quiet", LATER)
    assert tell(vault, shelf(), LATER.date(), WORDS, tmp_path / "letters")


def test_nothing_that_may_be_shown_is_told(vault: Vault) -> None:
    chosen = selected(vault, shelf(), Audience.CARE, ["contacts"], [], NOW.date())
    with pytest.raises(NothingOpenToHelp):
        goes_out(vault, shelf(), chosen, NOW, WORDS)


# The helper


def test_nothing_of_it_stands_in_plain_on_the_helpers_disk(vault: Vault, asked: bytes, at: Places) -> None:
    suggest(at, asked, {"cp_you_do": "Qzsuggestionzq"})
    answers = [
        text for one in vault.passport().sections for a in one.answers.values() for text in texts_in(a.words)
    ]
    marks = [text.encode() for text in (*answers, "Qzsuggestionzq", "Sam Patel") if len(text) > 6]
    for file in (one for one in at.vault.parent.rglob("*") if one.is_file()):
        data = file.read_bytes()
        assert not any(mark in data for mark in marks), file


def test_only_the_questions_that_were_opened_are_asked(asked: bytes, at: Places) -> None:
    vault = helping.begin(at, asked, PASS, shelf(), LATER)
    now = helping.helping(vault)
    assert now is not None
    opened = helping.open_shelf(now, shelf())
    assert list(opened.packs) == ["crisis_plan"]
    ids = {question.id for question in opened.pack("crisis_plan").questions()}
    assert ids <= set(now.asks["crisis_plan"])
    assert "doc_pressure" not in ids
    assert opened.pack("crisis_plan").rules == ()
    vault.close()


def test_the_work_is_found_again_and_can_be_taken_off(asked: bytes, at: Places) -> None:
    suggest(at, asked, {"cp_you_do": "Quiet"})
    again = helping.begin(at, asked, PASS, shelf(), LATER)
    assert [one.at for one in helping.suggestions_made(again, shelf())] == ["cp_you_do"]
    again.close()
    helping.finish(helping.place_for(at, asked))
    assert not at.helping.exists()


def test_nothing_leaves_a_helpers_record_but_suggestions(asked: bytes, at: Places, tmp_path: Path) -> None:
    vault = helping.begin(at, asked, PASS, shelf(), LATER)
    section = next(iter(vault.passport().sections)).id
    chosen = choose(vault.passport(), shelf(), Audience.CARE, (), ())
    for does in (
        lambda: share(vault, shelf(), chosen, Handing("Sam"), LATER, WORDS, tmp_path / "o"),
        lambda: export(vault, shelf(), tmp_path / "e", LATER, WORDS),
        lambda: sign(vault, shelf(), section, {"sg_how": "pen"}, LATER),
        lambda: stop(vault, shelf(), section, LATER),
        lambda: goes_out(vault, shelf(), chosen, LATER, WORDS),
        lambda: bring_suggestions.bring_in(vault, shelf(), b""),
    ):
        with pytest.raises(OnlyHelping):
            does()
    assert not (tmp_path / "o").exists()
    vault.close()


def test_who_helped_and_how_has_to_be_said_and_something_has_to_differ(asked: bytes, at: Places) -> None:
    with pytest.raises(NothingSuggested):
        suggest(at, asked, {})
    for helper in (Helper(" ", "typed"), Helper("Sam", "somehow")):
        with pytest.raises(HelperWanted):
            suggest(at, asked, {"cp_you_do": "Quiet"}, helper)


# The person


def test_bringing_in_changes_no_answer(vault: Vault, asked: bytes, at: Places) -> None:
    before = everything(vault)
    reply = suggest(at, asked, {"cp_you_do": "Quiet, and a walk"})
    brought = bring_suggestions.bring_in(vault, shelf(), reply)
    assert (brought.new, brought.known, brought.left_out) == (1, 0, 0)
    assert everything(vault) == before
    one = waiting(vault)[0]
    assert one.theirs == ("Quiet, and a walk",)
    assert one.mine
    assert not one.changed_since


def test_what_is_taken_says_who_helped_and_the_words_of_before_stay(
    vault: Vault, asked: bytes, at: Places
) -> None:
    before = vault.section("crisis_plan-1").answers["cp_you_do"]
    bring_suggestions.bring_in(vault, shelf(), suggest(at, asked, {"cp_you_do": "Quiet, and a walk"}))
    one = waiting(vault)[0]
    suggestions.take(vault, shelf(), one.id, one.beside, LATER, WORDS)
    now = vault.section("crisis_plan-1").answers["cp_you_do"]
    assert (now.words, now.by) == ("Quiet, and a walk", "Sam Patel (talked it through)")
    assert before.words in [one.answer.words for one in vault.history("crisis_plan-1")]
    assert waiting(vault) == ()
    chosen = choose(vault.passport(), shelf(), Audience.CARE, ["crisis_plan"], ())
    text = rehearse(vault, shelf(), chosen, Handing("A ward"), LATER, WORDS).text
    assert "Helped with some of these words: Sam Patel (talked it through)." in text
    other = choose(vault.passport(), shelf(), Audience.INVOLVEMENT, ["needs_and_adjustments"], ())
    assert "Sam Patel" not in rehearse(vault, shelf(), other, Handing("A group"), LATER, WORDS).text


def test_what_was_changed_first_says_so_and_what_is_left_does_not_come_back(
    vault: Vault, asked: bytes, at: Places
) -> None:
    reply = suggest(at, asked, {"cp_you_do": "Quiet", "cp_you_dont": "Noise"})
    bring_suggestions.bring_in(vault, shelf(), reply)
    helps, worse = (
        next(one for one in waiting(vault) if one.place == at) for at in ("cp_you_do", "cp_you_dont")
    )
    suggestions.take(vault, shelf(), helps.id, helps.beside, LATER, WORDS, changed_to="Quiet rooms")
    answer_now = vault.section("crisis_plan-1").answers["cp_you_do"]
    assert (answer_now.words, answer_now.by) == ("Quiet rooms", "me, with Sam Patel (talked it through)")
    mine = vault.section("crisis_plan-1").answers.get("cp_you_dont")
    suggestions.leave(vault, worse.id)
    assert vault.section("crisis_plan-1").answers.get("cp_you_dont") == mine
    with pytest.raises(NothingThere):
        suggestions.leave(vault, worse.id)
    with pytest.raises(BroughtBefore):
        bring_suggestions.bring_in(vault, shelf(), reply)
    again = suggest(at, asked, {})
    assert bring_suggestions.bring_in(vault, shelf(), again).known == 2
    assert waiting(vault) == ()


def test_words_that_changed_since_are_shown_as_such_and_nothing_is_taken_over_what_was_not_in_view(
    vault: Vault, asked: bytes, at: Places
) -> None:
    reply = suggest(at, asked, {"cp_you_do": "Quiet"})
    answer.put(vault, shelf(), "crisis_plan-1", "cp_you_do", "Music", LATER)
    bring_suggestions.bring_in(vault, shelf(), reply)
    one = waiting(vault)[0]
    assert one.changed_since
    answer.put(vault, shelf(), "crisis_plan-1", "cp_you_do", "Loud music", LATER)
    with pytest.raises(WordsChangedSince):
        suggestions.take(vault, shelf(), one.id, one.beside, LATER, WORDS)
    assert vault.section("crisis_plan-1").answers["cp_you_do"].words == "Loud music"
    assert len(waiting(vault)) == 1


def test_a_new_item_of_a_list_comes_after_the_persons_own(vault: Vault, tmp_path: Path, at: Places) -> None:
    data = ask(vault, tmp_path / "out", "advance_decision")
    before = [one.id for one in vault.section("advance_decision-1").items("ad_refusals")]
    work = helping.begin(at, data, PASS, shelf(), LATER)
    now = helping.helping(work)
    assert now is not None
    _saved, item = answer.add_item(work, shelf(), "advance_decision-1", "ad_refusals", LATER)
    answer.put(work, shelf(), "advance_decision-1", f"ad_refusals.{item}.rfz_treatment", "Olanzapine", LATER)
    path, count = helping.save_suggestions(work, shelf(), SAM, LATER, tmp_path / "back")
    work.close()
    assert count == 1
    bring_suggestions.bring_in(vault, shelf(), path.read_bytes())
    one = waiting(vault)[0]
    assert one.is_item
    assert any("Olanzapine" in line for line in one.theirs)
    suggestions.take(vault, shelf(), one.id, one.beside, LATER, WORDS)
    items = vault.section("advance_decision-1").items("ad_refusals")
    assert [one.id for one in items[:-1]] == before
    assert items[-1].answers["rfz_treatment"].by == "Sam Patel (talked it through)"


def test_what_was_not_open_to_the_helper_is_left_out(vault: Vault, asked: bytes) -> None:
    """Somebody who made the file themselves: other forms, private fields, another side, lists and signings."""
    bundle = open_bundle(asked, PASS)
    wanted = [
        Suggestion("about_me-1", "am_name", "Someone Else"),
        Suggestion("crisis_plan-1", "doc_pressure", "no"),
        Suggestion("crisis_plan-1", "cp_card.1.cp_you_do", "x"),
        Suggestion("crisis_plan-1", "cp_medicines", "x"),
        Suggestion("crisis_plan-1", "nothing_like_it", "x"),
        Suggestion("advance_decision-1", "signings", None, {"sg_how": "pen"}),
        Suggestion("crisis_plan-1", "cp_you_do", "Quiet", {}, digest_of_words("Other")),
    ]
    before = everything(vault)
    data = lock_reply(Reply(bundle.id, new_id(), NOW.date(), SAM, tuple(wanted)), bundle.answer_to)
    brought = bring_suggestions.bring_in(vault, shelf(), data)
    assert (brought.new, brought.left_out) == (1, 6)
    assert [one.place for one in waiting(vault)] == ["cp_you_do"]
    assert everything(vault) == before


def test_what_was_tampered_with_or_is_for_another_record_is_refused(
    vault: Vault, asked: bytes, at: Places, other: Vault
) -> None:
    reply = suggest(at, asked, {"cp_you_do": "Quiet"})
    with pytest.raises(BundleOfAnother):
        bring_suggestions.bring_in(other, shelf(), reply)
    with pytest.raises(NotABundle):
        bring_suggestions.bring_in(vault, shelf(), asked)
    with pytest.raises(NotABundle):
        helping.begin(at, reply, PASS, shelf(), LATER)
    for at_byte in (40, 70, len(reply) - 1):
        changed = bytearray(reply)
        changed[at_byte] ^= 1
        with pytest.raises(BundleDamaged):
            bring_suggestions.bring_in(vault, shelf(), bytes(changed))
    assert waiting(vault) == ()


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Vault]:
    vault, _rows = Vault.create(tmp_path / "another", "kettle harbour violin meadow lantern", NOW)
    yield vault
    vault.close()


def test_erasing_an_answer_for_good_takes_what_was_suggested_for_it(
    vault: Vault, asked: bytes, at: Places
) -> None:
    reply = suggest(at, asked, {"cp_you_do": "Quiet", "cp_early": "Noise"})
    bring_suggestions.bring_in(vault, shelf(), reply)
    erase(vault, shelf(), What(section="crisis_plan-1", place="cp_you_do"), LATER, WORDS)
    assert [one.place for one in waiting(vault)] == ["cp_early"]
    assert bring_suggestions.bring_in(vault, shelf(), suggest(at, asked, {"cp_early": "Loud noise"})).new >= 1
