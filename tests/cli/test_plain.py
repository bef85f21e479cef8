"""The plain lines through a real pipe: every pack, every kind, and nothing lost at any prompt."""

from pathlib import Path

import pytest

from passport.actions.answer import put_all
from passport.cli.plain.talk import MEANS_SOMETHING
from passport.forms.conditions import is_answered
from passport.forms.examples import read_example
from passport.forms.pack import Kind, Pack
from passport.forms.shelf import shelf
from passport.law.door import sentence
from passport.record.answers import Answer, question_of
from passport.vault.vault import Vault
from tests.builders import NOW
from tests.cli.at_the_pipe import PASSPHRASE, WORDS, Pipe, begins, comes_back

pytestmark = pytest.mark.usefixtures("cheap_keys")


def says(key: str) -> str:
    return WORDS(f"plain.{key}").split("{")[0]


class Answerer:
    """Answers whatever is asked, by what the prompt says."""

    def __init__(self, pipe: Pipe) -> None:
        self.pipe = pipe
        self._signed = False

    def until_the_answers(self, said: str, most: int = 400) -> None:
        for _ in range(most):
            if says("change_answer") in said:
                return
            said = self.pipe.types(self._line(said))
        raise AssertionError("no end to the questions")

    def _line(self, said: str) -> str:
        last = said.strip().removesuffix(">").strip()
        label = said.strip().splitlines()[0]
        if last.endswith(says("note")):
            return ""
        if last.endswith((says("items"), says("items_refusals"))):
            return "" if WORDS("screens.part.none") not in said or self._signed else "+"
        if last.endswith((says("list"), says("list_rows"))):
            begun = any(line.startswith("1 ") for line in said.strip().splitlines())
            return "" if begun else "Marker one"
        if last.endswith((says("choose_one"), says("choose_many"))):
            return "1"
        if last.endswith(says("long_text")):
            self.pipe.send("Marker first line")
            self.pipe.send("second line")
            return "."
        if last.endswith(says("signing_ways")):
            self._signed = True
            return ""
        if WORDS("screens.date.like") in said:
            return "March 2019"
        if says("money") in said:
            return "12.50"
        numbers = ("hours", "a number from")
        return "7" if label and any(one in said.lower() for one in numbers) else "Marker words"


def with_what_it_links_to(folder: Path, pack: Pack) -> Pipe:
    """At home, with something of each form that this one may name; one that something else leads to was begun already."""
    linked = {form for question in pack.questions() for form in question.to}
    if not linked and not pack.quiet:
        return begins(folder)
    with begins(folder) as pipe:
        assert pipe.close() == 0
    vault = Vault.open_with_passphrase(folder / "record", PASSPHRASE, NOW)
    for form in (one for one in shelf().packs if one in linked):
        first = next(iter(shelf().examples(form)))
        put_all(vault, shelf(), form, read_example(first).answers, NOW)
    if pack.quiet:
        section = vault.add_section(pack.id, pack.version, NOW.date())
        words = Answer("Begun", "Begun", NOW)
        vault.put(section.id, {next(one.id for one in pack.questions()): words})
    vault.close()
    return comes_back(folder)


def answered(pack: Pack, vault: Vault) -> set[str]:
    section = vault.passport().of_form(pack.id)[-1]
    return {question_of(place) for place, one in section.answers.items() if is_answered(one.words)}


def test_a_link_with_nothing_to_name_yet_says_so_and_goes_on(tmp_path: Path) -> None:
    pack = shelf().pack("advance_choice_document")
    with begins(tmp_path) as pipe:
        said = pipe.types(pipe.row(pack.title))
        for _ in range(60):
            if WORDS("answers.nothing_to_pick") in said:
                break
            said = pipe.types("")
        assert WORDS("answers.nothing_to_pick") in said
        assert "ECT" in pipe.types("")
        assert pipe.close() == 0


@pytest.mark.parametrize("form", list(shelf().packs))
def test_every_question_of_every_pack_can_be_answered(tmp_path: Path, form: str) -> None:
    pack = shelf().pack(form)
    with with_what_it_links_to(tmp_path, pack) as pipe:
        if pack.audience.of_carer:
            pipe.types(pipe.row(WORDS("screens.home.carer_row")))
        said = pipe.types(pipe.row(pack.title))
        if pack.repeats:
            said = pipe.types("+")
        if says("change_answer") in said:
            said = pipe.types("on")
        Answerer(pipe).until_the_answers(said)
        pipe.types("")
        assert pipe.close() == 0
        heard = pipe.hears

    vault = Vault.open_with_passphrase(tmp_path / "record", PASSPHRASE, NOW)
    found = answered(pack, vault)
    first = [
        one
        for page in pack.pages
        for one in page.questions
        if one.show_if is None and one.kind not in {Kind.AUTOMATIC, Kind.FIXED, Kind.PART}
    ]
    missing = [one.id for one in first if one.id not in found]
    vault.close()
    assert missing == []
    for question in first:
        assert question.label in heard


def test_where_there_is_nothing_to_pick_it_says_so_and_goes_on(tmp_path: Path) -> None:
    """A link to what was done, before anything was done."""
    with begins(tmp_path) as pipe:
        pipe.types(pipe.row(shelf().pack("four_pi").title))
        assert WORDS("answers.nothing_to_pick") in pipe.types("+")
        assert shelf().pack("four_pi").pages[1].questions[0].label in pipe.types("")
        assert pipe.close() == 0


def test_the_end_of_the_input_at_any_prompt_loses_nothing(tmp_path: Path) -> None:
    with begins(tmp_path) as pipe:
        assert pipe.close() == 0
    lines = ["Robin Hill", "they and them", "survivor"]
    for line in lines:
        with comes_back(tmp_path) as pipe:
            pipe.types(pipe.row(shelf().pack("about_me").title), "on", line)
            assert pipe.close() == 0
            assert WORDS("plain.goodbye") in pipe.hears
    vault = Vault.open_with_passphrase(tmp_path / "record", PASSPHRASE, NOW)
    about = vault.passport().about_me()
    assert about is not None
    assert about.value("am_name") == "Robin Hill"
    assert about.value("am_pronouns") == "they and them"
    words = next(one for one in shelf().pack("about_me").pages[0].questions if "you use for" in one.label)
    assert about.value(words.id) == "survivor"
    vault.close()


def test_ctrl_c_in_the_middle_of_a_long_text_keeps_it_as_a_draft(tmp_path: Path) -> None:
    with begins(tmp_path) as pipe:
        plan = pipe.row(shelf().pack("crisis_plan").title)
        said = pipe.types(plan)
        while says("long_text") not in said:
            said = pipe.types("s" if says("note") not in said else "")
        question = said
        pipe.types("Half a thought", "and more")
        assert pipe.press_ctrl_c() == 0
        assert WORDS("plain.goodbye") in pipe.hears
    with comes_back(tmp_path) as pipe:
        said = pipe.types("1")
        while WORDS("plain.draft") not in said:
            assert says("note") in said, said
            said = pipe.types("")
        assert "Half a thought" in said
        said = pipe.types("")
        assert "Half a thought" in said
        assert "and more" in said
    assert question


def test_hide_asks_for_the_passphrase_again_and_comes_back_to_the_same_question(tmp_path: Path) -> None:
    with begins(tmp_path) as pipe:
        asked = pipe.types(pipe.row(shelf().pack("about_me").title), "on", "Robin Hill")
        label = shelf().pack("about_me").question("am_known_as")
        assert label is not None
        assert label.label in asked
        pipe.types("hide")
        said = pipe.types(PASSPHRASE)
        assert label.label in said


def test_a_refusal_goes_from_not_ready_to_ready_but_not_for_treatment_that_keeps_you_alive(
    tmp_path: Path,
) -> None:
    """MCA 2005 s.25(5)-(6): without a witness it can count, but not when life is at risk."""
    with begins(tmp_path) as pipe:
        about = pipe.row(shelf().pack("about_me").title)
        pipe.types(about, "1", "Robin Hill", "x")
        pipe.types(pipe.row(shelf().pack("about_me").title))
        where = pipe.row("Where do you live?")
        pipe.types(where, "1", pipe.row("Date of birth"), "14 May 1979", "")
        said = pipe.types(pipe.row(shelf().pack("advance_decision").title))
        for _ in range(20):
            if says("items_refusals") in said:
                break
            said = pipe.types("" if says("note") in said else "1")
        said = pipe.types("+")
        assert "Where this stands: Not ready yet" in said
        said = pipe.types("CPR", "4", "1", "1", "1", "When my heart stops, let me go.")
        said = pipe.types(".", "")
        assert "Where this stands: Not ready yet" in pipe.hears
        pipe.types("x")
        decision = pipe.row(shelf().pack("advance_decision").title)
        said = pipe.types(decision, "sign")
        assert says("signing_ways") in said
        said = pipe.types("signed")
        for _ in range(60):
            if says("signing_saved") in said or says("change_answer") in said:
                break
            said = pipe.types(
                "4"
                if "How was it signed?" in said
                else "2 November 2026"
                if WORDS("screens.date.like") in said
                else ""
            )
        assert says("signing_saved") in pipe.hears
        for _ in range(60):
            line = next((one for one in said.splitlines() if "CPR: " in one), "")
            if line:
                break
            said = pipe.types("")
        pipe.types("", "x")
        assert "CPR: Ready, but not for treatment that keeps you alive" in pipe.hears, pipe.hears[-3000:]


def test_a_letter_that_means_something_can_be_an_answer(tmp_path: Path) -> None:
    with begins(tmp_path) as pipe:
        pipe.types(pipe.row(shelf().pack("about_me").title), "1", ".x", "x", "x")
        assert pipe.ended() == 0
    vault = Vault.open_with_passphrase(tmp_path / "record", PASSPHRASE, NOW)
    about = vault.passport().about_me()
    assert about is not None
    assert about.value("am_name") == "x"
    vault.close()
    assert "x" in MEANS_SOMETHING


def test_escapes_and_markup_are_read_out_and_never_act(tmp_path: Path) -> None:
    with begins(tmp_path) as pipe:
        said = pipe.types(pipe.row(shelf().pack("about_me").title), "1", "\x1b[2J\x07[bold]loud[/]")
        assert "\x1b" not in pipe.hears
        assert "\x07" not in pipe.hears
        assert "<U+001B>[2J<U+0007>[bold]loud[/]" in said


def test_support_and_help_are_there_at_every_prompt_also_before_anything_is_made(tmp_path: Path) -> None:
    with Pipe(tmp_path) as pipe:
        pipe.prompt()
        said = pipe.types("h")
        assert "999" in said
        assert WORDS("screens.support.calls") in said
        said = pipe.types("?")
        assert WORDS("plain.letters") in said
        assert pipe.press_ctrl_c() == 0


def test_a_paper_goes_out_and_is_checked(tmp_path: Path) -> None:
    out = tmp_path / "papers"
    with begins(tmp_path) as pipe:
        pipe.types(pipe.row(shelf().pack("training_record").title), "+", "Panels", "x")
        said = pipe.types(pipe.row("Share something"), "6")
        assert WORDS("screens.share.what_involvement") in said
        said = pipe.types("", "Northside Trust", "A new role", str(out), "no")
        assert "It was made for Northside Trust" in said
        assert sentence("IR-04") in said
        assert not out.exists()
        said = pipe.types("yes")
        assert "They now hold version 1" in said
        pipe.types("")
        pdf = next(out.glob("*.pdf"))
        said = pipe.types(pipe.row("Check a paper or code"), str(pdf))
        assert WORDS("checks.seal.whole") in said
        assert WORDS("screens.check.cannot") in said
        said = pipe.types(pipe.row("Who has a copy"))
        assert "1 Northside Trust, " in said
        assert "version 1, given " in said


def test_a_change_of_mind_asks_at_once_whether_to_stop(tmp_path: Path) -> None:
    """Ruling 26; MCA 2005 s.24(3)-(4)."""
    with begins(tmp_path) as pipe:
        decision = shelf().pack("advance_decision")
        said = pipe.types(pipe.row(decision.title))
        for _ in range(20):
            if says("items_refusals") in said:
                break
            said = pipe.types("" if says("note") in said else "1")
        pipe.types("+", "ECT")
        for _ in range(12):
            said = pipe.types("s")
            if says("items_refusals") in said:
                break
        events = decision.question("ad_events")
        assert events is not None
        for _ in range(60):
            if events.label in said and says("list_rows") in said:
                break
            said = pipe.types("" if says("note") in said else "s")
        pipe.types("I changed my mind", "3 March 2026")
        said = pipe.types("")
        assert WORDS("changed_mind.ask") in said
        said = pipe.types("1")
        assert "Stop: ECT" in said
        said = pipe.types("yes")
        assert WORDS("commands.stopped") in said


def test_a_change_of_mind_about_a_scottish_statement_begins_its_notice(tmp_path: Path) -> None:
    """Rulings 2 and 26; 2003 Act (Scotland) s.275(3)."""
    with begins(tmp_path) as pipe:
        statement = shelf().pack("advance_statement_scotland")
        changes = statement.question("sa_changes")
        assert changes is not None
        said = pipe.types(pipe.row(statement.title))
        while changes.label not in said or says("list_rows") not in said:
            said = pipe.types("" if says("note") in said else "s")
        pipe.types("I changed my mind", "3 March 2026")
        said = pipe.types("")
        assert WORDS("changed_mind.ask_paper") in said
        said = pipe.types("1")
        assert WORDS("screens.stop.not_finished") in said
        said = pipe.types("yes")
        assert WORDS("plain.notice_begun") in said
        assert pipe.close() == 0
    vault = Vault.open_with_passphrase(tmp_path / "record", PASSPHRASE, NOW)
    assert vault.passport().of_form("advance_statement_scotland")[0].stopped_on is None
    assert len(vault.passport().of_form("withdrawal_notice")) == 1
    vault.close()


def test_hide_works_in_the_middle_of_a_long_text_and_the_words_come_back(tmp_path: Path) -> None:
    with begins(tmp_path) as pipe:
        said = pipe.types(pipe.row(shelf().pack("crisis_plan").title))
        while says("long_text") not in said:
            said = pipe.types("s" if says("note") not in said else "")
        pipe.types("Half a thought", ".hide", "hide")
        assert "Half a thought" in pipe.types(PASSPHRASE)
    vault = Vault.open_with_passphrase(tmp_path / "record", PASSPHRASE, NOW)
    section = vault.passport().of_form("crisis_plan")[0]
    assert vault.draft(section.id, "cp_well") == '"Half a thought\\nhide"'
    vault.close()


@pytest.mark.parametrize("number", ["²", "٣", "0000001", "1" * 5000, "-1", "1.0", "99", "one"])
def test_a_number_that_is_none_of_these_is_asked_for_again(tmp_path: Path, number: str) -> None:
    with begins(tmp_path) as pipe:
        assert says("number_wanted") in pipe.types(number)
        pipe.types(pipe.row(shelf().pack("training_record").title))
        assert says("not_that") in pipe.types(number)
        assert pipe.close() == 0


def test_yes_to_pressure_is_answered_right_there_and_stands_in_no_list(tmp_path: Path) -> None:
    """G-12; ruling 4."""
    plan = shelf().pack("crisis_plan")
    pressure = plan.question("doc_pressure")
    assert pressure is not None
    with begins(tmp_path) as pipe:
        said = pipe.types(pipe.row(plan.title))
        while pressure.label not in said or says("choose_one") not in said:
            said = pipe.types("" if says("note") in said else "s")
        said = pipe.types("1")
        assert "Talk to someone you trust or an advocate" in said
        assert says("only_you_ways") in said
        while says("change_answer") not in said:
            said = pipe.types("" if says("note") in said else "s")
        said = said[said.index(WORDS("screens.answers.title")) :]
        assert "Talk to someone" not in said
        (line,) = [one for one in said.splitlines() if pressure.label in one]
        assert line.endswith(WORDS("answers.own_page"))


def to_question(pipe: Pipe, form: str, question: str) -> str:
    """Open a form that was begun, and one of its questions by its number."""
    pack = shelf().pack(form)
    asked = pack.question(question)
    assert asked is not None
    said = pipe.types(pipe.row(pack.title))
    if says("change_answer") not in said:
        pipe.types("x")
        pipe.types(pipe.row(pack.title))
    return pipe.types(pipe.row(asked.label))


def words_of(folder: Path, form: str, question: str) -> object:
    vault = Vault.open_with_passphrase(folder / "record", PASSPHRASE, NOW)
    answer = vault.passport().of_form(form)[-1].answers.get(question)
    vault.close()
    return None if answer is None else answer.words


def test_a_list_is_kept_whichever_way_a_person_goes_on(tmp_path: Path) -> None:
    with begins(tmp_path) as pipe:
        to_question(pipe, "about_me", "am_languages")
        pipe.types("2 sugars", "English", "BSL", "3: Welsh", "- 9", "- 2", "b")
        assert pipe.close() == 0
        assert says("not_that") in pipe.hears
    assert words_of(tmp_path, "about_me", "am_languages") == ("2 sugars", "Welsh")


def test_half_a_row_is_there_again_after_ctrl_c(tmp_path: Path) -> None:
    with begins(tmp_path) as pipe:
        said = pipe.types(pipe.row(shelf().pack("crisis_plan").title))
        while says("list_rows") not in said:
            said = pipe.types("" if says("note") in said else "s")
        pipe.types("+", "Jamie", "my sister", "b", "my twin sister", "07700 900118")
        pipe.press_ctrl_c()
    with comes_back(tmp_path) as pipe:
        said = pipe.types("1")
        assert "1 Jamie, my twin sister, 07700 900118" in said


def test_changing_a_person_half_way_keeps_the_rest_of_them(tmp_path: Path) -> None:
    with begins(tmp_path) as pipe:
        to_question(pipe, "about_me", "am_gp")
        pipe.types("Dr Who", "GP", "Face to face", "1 2 2020", "07700 900310")
        pipe.types("", "")
        to_question(pipe, "about_me", "am_gp")
        pipe.types("Dr New", "x")
        to_question(pipe, "about_me", "am_gp")
        pipe.types("")
        assert pipe.close() == 0
    kept = words_of(tmp_path, "about_me", "am_gp")
    assert kept == {
        "name": "Dr New",
        "job": "GP",
        "how": "Face to face",
        "date": "1 2 2020",
        "contact": "07700 900310",
    }


def test_a_signing_that_was_begun_is_there_again(tmp_path: Path) -> None:
    with begins(tmp_path) as pipe:
        decision = shelf().pack("advance_decision").title
        pipe.types(pipe.row(decision), "", "1", "x")
        pipe.types(pipe.row(decision), "sign", "signed", "1", "1", "last Tuesday")
        assert says("kept_as_typed") in pipe.hears
        pipe.types("x")
        said = pipe.types(pipe.row(decision), "sign", "signed")
        assert says("signing_draft") in said
        assert "Now: Pen" in said
        said = pipe.types("", "")
        assert "last Tuesday" in said
        assert pipe.close() == 0


def test_a_long_answer_of_a_signing_that_was_cut_off_is_there_again(tmp_path: Path) -> None:
    with begins(tmp_path) as pipe:
        decision = shelf().pack("advance_decision").title
        pipe.types(pipe.row(decision), "", "1", "x")
        pipe.types(pipe.row(decision), "sign", "signed", "1", "2", "Robin Hale", "4 Mill Lane", "1", "1")
        pipe.types("By nodding", "and squeezing her hand")
        assert pipe.close() == 0
    with comes_back(tmp_path) as pipe:
        pipe.types(pipe.row(decision), "sign", "signed", "", "", "", "", "", "")
        assert "By nodding" in pipe.hears
        assert "and squeezing her hand" in pipe.hears
        assert pipe.close() == 0


def test_a_number_that_is_no_choice_is_asked_again_and_changes_nothing(tmp_path: Path) -> None:
    with begins(tmp_path) as pipe:
        to_question(pipe, "about_me", "am_nation")
        pipe.types("2")
        said = to_question(pipe, "about_me", "am_nation")
        assert says("number_wanted") in pipe.types("22")
        pipe.types("s")
        assert "Now: Wales" in said
        assert pipe.close() == 0
    assert words_of(tmp_path, "about_me", "am_nation") == "wales"


def test_the_paper_to_sign_is_this_paper_for_the_person_themselves(tmp_path: Path) -> None:
    with begins(tmp_path) as pipe:
        decision = shelf().pack("advance_decision")
        pipe.types(pipe.row(decision.title), "", "1", "x")
        pipe.types(pipe.row(decision.title), "sign")
        said = pipe.types("print")
        assert WORDS("screens.share.what") in said
        assert "me (to sign)" in pipe.types("")
        assert pipe.close() == 0


def test_stop_in_a_list_that_is_not_of_refusals_stops_nothing(tmp_path: Path) -> None:
    with begins(tmp_path) as pipe:
        decision = shelf().pack("advance_decision")
        pipe.types(pipe.row(decision.title), "", "1", "x")
        pipe.types(pipe.row(decision.title), "sign", "signed", "1", "1")
        for _ in range(40):
            if says("signing_saved") in pipe.types("s"):
                break
        pipe.types(pipe.row("Each time it was signed"))
        assert says("not_that") in pipe.types("stop 1")
        assert "How was it signed? Pen" in pipe.types("1")
        assert says("out_sure") in pipe.types("- 1")
        assert "1 Pen" in pipe.types("no")
        assert pipe.close() == 0


def test_what_never_opened_says_so_with_its_exit_code(tmp_path: Path) -> None:
    with begins(tmp_path) as pipe:
        assert pipe.close() == 0
    with Pipe(tmp_path) as pipe:
        pipe.prompt()
        pipe.types("a wrong passphrase altogether")
        assert pipe.close() == 3
        assert WORDS("plain.goodbye") not in pipe.hears


def test_recovery_words_are_asked_again_and_so_is_a_weak_passphrase(tmp_path: Path) -> None:
    with Pipe(tmp_path) as pipe:
        pipe.prompt()
        said = pipe.types("1", "Robin", PASSPHRASE)
        rows = [
            line[2:]
            for line in said.splitlines()
            if line[:2] in {"1 ", "2 ", "3 ", "4 "} and len(line.split()) == 6
        ]
        number = int(said.split("Type row ")[1][0])
        pipe.types(rows[number - 1])
        pipe.close()
    with Pipe(tmp_path) as again:
        again.prompt()
        said = again.types("recover", " ".join(reversed(rows)))
        assert says("forgot") in said
        said = again.types("recover", " ".join(rows), "short")
        assert WORDS("errors.WeakPassphrase") in said
        said = again.types("violin lantern kettle meadow harbour oboe")
        assert "Robin's passport" in said
        assert again.close() == 0


def test_sharing_goes_back_a_step_and_asks_again_for_a_name(tmp_path: Path) -> None:
    with begins(tmp_path) as pipe:
        said = pipe.types(pipe.row("Share something"), "6", "b", "6", "")
        assert WORDS("screens.share.holder") in said
        assert WORDS("screens.share.name_wanted") in pipe.types("")
        assert WORDS("screens.share.reason") in pipe.types("Northside")
        assert "Now: Northside" in pipe.types("b")
        assert WORDS("screens.share.what_involvement") in pipe.types("b")
        assert pipe.close() == 0


def test_a_place_of_somebody_who_is_not_here_is_only_a_place_that_is_not_there(tmp_path: Path) -> None:
    with Pipe(tmp_path) as pipe:
        pipe.prompt()
        said = pipe.types("2", "~nosuchuser/x")
        assert "There is no record in ~nosuchuser/x" in said
        assert WORDS("screens.welcome.title") in said
        said = pipe.types("3", "~nosuchuser/x.pdf")
        assert "We cannot read x.pdf" in said
        assert pipe.close() == 0


def test_recovery_words_that_were_not_written_down_are_offered_first_of_all(tmp_path: Path) -> None:
    with Pipe(tmp_path) as pipe:
        pipe.prompt()
        said = pipe.types("1", "Robin", PASSPHRASE)
        assert WORDS("screens.recovery.title") in said
        pipe.close()

    with Pipe(tmp_path) as again:
        again.prompt()
        said = again.types(PASSPHRASE)
        offer = WORDS("screens.home.recovery_row")
        assert f"1 {offer}" in said
        again.types("1")
        said = again.types(PASSPHRASE)
        assert WORDS("screens.recovery.title") in said
        rows = [line.split(" ", 1) for line in said.splitlines() if line[:2] in {"1 ", "2 ", "3 ", "4 "}]
        asked = said.rsplit("Type row ", 1)[1][0]
        said = again.types(dict(rows)[asked])
        assert says("recovery_right") in said
        assert offer not in said
        again.close()

    vault = Vault.open_with_recovery_words(tmp_path / "record", [row for _, row in rows], NOW)
    vault.close()


def test_what_was_not_finished_is_said_and_thrown_away_only_after_a_yes(tmp_path: Path) -> None:
    with begins(tmp_path) as pipe:
        pipe.close()
    vault = Vault.open_with_passphrase(tmp_path / "record", PASSPHRASE, NOW)
    vault.save_draft("about_me-1", "am_good_day", '"Half a good day"')
    vault.close()
    with comes_back(tmp_path) as again:
        begun, label = WORDS("screens.answers.begun"), shelf().labels_by_question()["am_good_day"]
        assert begun in again.types(again.row("About me"))
        assert begun in again.types("drop", "no")
        again.types("")
        said = again.types(again.row(WORDS("screens.home.share_row")), "1")
        assert WORDS("screens.share.begun", label=label) in said
        again.types("b", "b")
        assert begun not in again.types(again.row("About me"), "drop", "yes")
        again.close()


def test_x_in_the_middle_of_a_list_saves_it(tmp_path: Path) -> None:
    with begins(tmp_path) as pipe:
        to_question(pipe, "about_me", "am_languages")
        pipe.types("Welsh", "x")
        pipe.close()
    assert words_of(tmp_path, "about_me", "am_languages") == ("Welsh",)
