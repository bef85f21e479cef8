"""``put``, ``show``, ``assess``, ``sign`` and ``stop``: answers in and out."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path

import click

from passport.actions import answer
from passport.actions.assess import assess as assess_section
from passport.actions.earlier import earlier
from passport.actions.form_now import choices_gone, listed
from passport.actions.room import is_too_much, room
from passport.actions.sign import sign as sign_section
from passport.actions.stop import Stopping
from passport.actions.stop import stop as stop_section
from passport.actions.withdraw import begin_notice, stops_by_notice
from passport.cli.opening import entry_option, opens_vault, read_text
from passport.cli.say import Voice, words
from passport.cli.typed_path import a_path
from passport.errors import FileUnreadable
from passport.forms.dates import show_date
from passport.forms.interview import every_step
from passport.forms.pack import Pack
from passport.forms.shelf import shelf
from passport.law.assess import steps
from passport.law.findings import Finding
from passport.record.answers import place_in, question_of, thaw
from passport.record.audience import ON_ITS_OWN_PAGE
from passport.record.sections import Section, stopped_date
from passport.record.strict_json import StandsTwice, read_json
from passport.record.visible import visible
from passport.vault.vault import Vault

_MOST = 20_000_000
"""Bytes in a file of answers."""
_DEEPEST = 12
"""Lists and tables inside each other; no question of ours needs more than five."""
_LONGEST_NUMBER = 10**4000
"""Python writes no longer number out as text."""

from_option = click.option("--from", "from_file", required=True, type=a_path, help=words("commands.from"))


@click.command(help=words("commands.put"))
@click.argument("form")
@from_option
@entry_option
@opens_vault
def put(*, vault: Vault, now: datetime, voice: Voice, form: str, from_file: Path, entry: str | None) -> None:
    """Save the answers of a file."""
    shelf().pack(form)
    typed = read_answers(from_file)
    say_saved(voice, answer.put_all(vault, shelf(), form, typed, now, entry))


@click.command(help=words("commands.show"))
@click.argument("form", required=False)
@entry_option
@opens_vault
def show(*, vault: Vault, now: datetime, voice: Voice, form: str | None, entry: str | None) -> None:
    """Read back what is kept: everything, one form, or one entry."""
    del now
    if form is not None:
        shelf().pack(form)
    if entry is not None:
        answer.existing(vault, form or entry.rpartition("-")[0], entry)
    found = [
        section
        for section in vault.passport().sections
        if form in {None, section.form} and entry in {None, section.id}
    ]
    voice.document({"sections": [_plain(section) for section in found]})
    if voice.as_json:
        return
    if not found:
        voice.words("commands.nothing_kept")
    for section in found:
        voice.line(f"{section.id}  {shelf().pack(section.form).title}")
        if section.stopped_on is not None:
            voice.words("commands.stopped_on", date=show_date(section.stopped_on))
        for label, lines in _shown(section):
            voice.line(f"  {label}")
            for line in lines:
                voice.line(f"    {line}")
        _show_earlier(voice, section)


def _show_earlier(voice: Voice, section: Section) -> None:
    found = earlier(shelf().pack(section.form), section)
    if found:
        voice.line("  " + words("answers.earlier"))
    for one in found:
        voice.line(f"    {one.label}")
        for line in one.lines:
            voice.line(f"      {line}")


@click.command(help=words("commands.assess"))
@click.argument("form")
@entry_option
@opens_vault
def assess(*, vault: Vault, now: datetime, voice: Voice, form: str, entry: str | None) -> None:
    """What the rules find today."""
    shelf().pack(form)
    section = answer.existing(vault, form, entry)
    assessment = assess_section(vault, shelf(), section.id, now.date())
    voice.document(assessment.to_plain())
    if voice.as_json:
        return
    voice.line(f"{shelf().pack(form).title}: {words(f'outcome.{assessment.outcome}')}")
    for refusal in assessment.refusals:
        voice.line(f"  {refusal.id}  {refusal.treatment}: {words(f'outcome.{refusal.outcome}')}")
        _say_findings(voice, assessment.findings_of(refusal.id))
    if others := assessment.findings_of():
        voice.line("  " + words("commands.assess_paper"))
        _say_findings(voice, others)
    if assessment.could_not_check:
        voice.line(assessment.could_not_check)
    voice.words("outcome.footer")


def _say_findings(voice: Voice, findings: Iterable[Finding]) -> None:
    for one in findings:
        voice.line(f"    {one.id}  {one.sentence}  ({one.source.words})")


@click.command(help=words("commands.sign"))
@click.argument("form")
@from_option
@entry_option
@opens_vault
def sign(*, vault: Vault, now: datetime, voice: Voice, form: str, from_file: Path, entry: str | None) -> None:
    """Write down how the paper was signed."""
    shelf().pack(form)
    section = answer.existing(vault, form, entry)
    say_saved(voice, sign_section(vault, shelf(), section.id, read_answers(from_file), now))


@click.command(help=words("commands.stop"))
@click.argument("form")
@click.option("--refusal", metavar="ID", help=words("commands.refusal"))
@click.option("--notice", is_flag=True, help=words("commands.notice"))
@entry_option
@opens_vault
def stop(
    *,
    vault: Vault,
    now: datetime,
    voice: Voice,
    form: str,
    refusal: str | None,
    notice: bool,
    entry: str | None,
) -> None:
    """Stop a paper, or one refusal; or begin the notice that stops it."""
    shelf().pack(form)
    section = answer.existing(vault, form, entry)
    stopping = stop_section(vault, shelf(), section.id, now, refusal)
    if stopping.notice is not None:
        _say_not_finished(vault, now, voice, stopping)
        return
    begun = begin_notice(vault, shelf(), section.id, now, refusal) if notice else None
    told = {"notice": begun.id} if begun is not None else {}
    voice.document({"section": section.id, "stopped": refusal or "all", **told})
    voice.words("commands.stopped" if not stops_by_notice(section) else "commands.withdrawn")
    if begun is not None:
        voice.words("commands.notice_begun", form=begun.form, notice=begun.id)


def _say_not_finished(vault: Vault, now: datetime, voice: Voice, stopping: Stopping) -> None:
    """What still has to be done before it is stopped, in the words of the rules."""
    notice = stopping.notice
    assert notice is not None
    left = steps(assess_section(vault, shelf(), notice.id, now.date()))
    voice.document(
        {
            "section": stopping.section.id,
            "stopped": None,
            "notice": notice.id,
            "findings": [one.to_plain() for one in left],
        }
    )
    voice.words("screens.stop.not_finished")
    for one in left:
        voice.line(one.sentence)
    voice.words("commands.notice_begun", form=notice.form, notice=notice.id)


def read_answers(path: Path) -> Mapping[str, object]:
    """Answers by question id out of TOML or JSON. Raises FileUnreadable."""
    text = read_text(path, _MOST)
    try:
        found = read_json(text, _MOST) if text.lstrip().startswith("{") else tomllib.loads(text)
    except StandsTwice as twice:
        remedy = words("commands.stands_twice", question=visible(twice.name)[:60])
        raise FileUnreadable(file=path.name, remedy=remedy) from None
    except (ValueError, RecursionError):
        raise FileUnreadable(file=path.name, remedy=words("commands.not_answers")) from None
    if not isinstance(found, dict):
        raise FileUnreadable(file=path.name, remedy=words("commands.not_answers"))
    level: list[object] = [found]
    for _ in range(_DEEPEST):
        if any(isinstance(one, int) and abs(one) > _LONGEST_NUMBER for one in level):
            raise FileUnreadable(file=path.name, remedy=words("commands.number_too_long"))
        level = [inner for one in level for inner in _inside(one)]
    if level:
        raise FileUnreadable(file=path.name, remedy=words("commands.too_deep"))
    return found


def _inside(plain: object) -> Iterable[object]:
    if isinstance(plain, dict):
        return plain.values()
    return plain if isinstance(plain, list) else ()


def say_saved(voice: Voice, saved: answer.Saved) -> None:
    """The section's id, what still keeps it from being finished, and whether they wrote that they changed their mind."""
    problems = [
        {"at": trouble.place, "sentence": words(f"problems.{trouble.problem.code}", **trouble.problem.gaps)}
        for trouble in saved.troubles
    ]
    asks = {"ask_to_stop": True} if saved.ask_to_stop else {}
    longer = dict(_longer(saved.section))
    told = {"room": longer} if longer else {}
    voice.document({"section": saved.section.id, "problems": problems, **asks, **told})
    voice.words("commands.saved", section=saved.section.id)
    for place, sentence in longer.items():
        voice.line(f"  {place}: {sentence}")
    for problem in problems:
        voice.line(f"  {problem['at']}: {problem['sentence']}")
    if saved.ask_to_stop:
        voice.words("commands.ask_to_stop", form=saved.section.form)


def _longer(section: Section) -> Iterator[tuple[str, str]]:
    """Answers that are longer than the paper has room for on its first page, or on a card."""
    pack = shelf().pack(section.form)
    for question in pack.questions():
        kept = section.answers.get(question.id)
        if kept is not None and is_too_much(question, kept.words):
            yield question.id, room(question, kept.words, words)


def _plain(section: Section) -> dict[str, object]:
    answers = {
        place: {
            "value": thaw(one.value),
            "words": thaw(one.words),
            "when": one.when.isoformat(),
            "by": one.by,
        }
        for place, one in section.answers.items()
        if question_of(place) not in ON_ITS_OWN_PAGE
    }
    return {
        "id": section.id,
        "form": section.form,
        "made_on": section.made_on.isoformat(),
        "answers": answers,
    }


def _shown(section: Section) -> Iterator[tuple[str, tuple[str, ...]]]:
    pack = shelf().pack(section.form)
    item = ""
    for step in every_step(pack, section):
        one = section.answers.get(step.place)
        before, item = item, step.place.rpartition(".")[0]
        if item not in {"", before}:
            part, _, number = item.partition(".")
            stopped = stopped_date(section.value(place_in(part, number, "rfz_status")))
            date = () if stopped is None else (words("commands.stopped_on", date=show_date(stopped)),)
            yield f"{_label(pack, part)}: {number}", date
        if one is not None and not step.question.questions:
            gone = (words("answers.choice_gone"),) if choices_gone(step.question, one) else ()
            yield step.question.label, (*listed(step.question, one, words), *gone)


def _label(pack: Pack, question_id: str) -> str:
    question = pack.question(question_id)
    return question_id if question is None else question.label
