"""``check``: what can be said about someone else's paper or code. No vault is opened."""

import sys
from datetime import date
from pathlib import Path
from typing import TypeAlias

import click

from passport.actions.check import check as check_one
from passport.actions.check import is_code, read_trusted
from passport.actions.places import places
from passport.checking.report import Report
from passport.cli.opening import day, json_option, opens_no_vault, today_option
from passport.cli.say import Voice, complain, let_go, words
from passport.cli.typed_path import a_path
from passport.errors import FileMissing, FileUnreadable

_Looked: TypeAlias = Report | FileMissing | FileUnreadable
"""A report, or why there is none."""


@click.command(help=words("commands.check"))
@click.argument("given", nargs=-1, required=True, metavar="FILE_OR_TEXT...")
@click.option("--trust", type=a_path, metavar="FILE", help=words("commands.trust"))
@click.option("--remember/--no-remember", default=True, help=words("commands.remember"))
@json_option
@today_option
@opens_no_vault
def check(
    given: tuple[str, ...], trust: Path | None, remember: bool, as_json: bool, today_words: str | None
) -> int:
    """A report for each file or text; the worst exit code of all."""
    voice = Voice(as_json=as_json)
    today = day(today_words)
    met = places().met if remember else None
    if trust is not None:
        read_trusted(trust)
    if len(given) == 1:
        report = check_one(given[0], today, words, trusted=trust, met=met)
        found: list[tuple[str, _Looked]] = [(_name(given[0]), report)]
        document: object = report.to_plain()
    else:
        found = [(_name(one), _report_or_why(one, today, trust, met)) for one in given]
        document = {"files": [{"name": name, **_plain(one)} for name, one in found]}
    try:
        voice.document(document)
        for name, one in found:
            _say(voice, name, one)
    except BrokenPipeError:  # somebody read enough: what was found is in the exit code
        let_go(sys.stdout)
    return max(one.exit_code for _, one in found)


def _report_or_why(given: str, today: date, trust: Path | None, met: Path | None) -> _Looked:
    """One that cannot be read does not keep the others from being reported."""
    try:
        return check_one(given, today, words, trusted=trust, met=met)
    except (FileMissing, FileUnreadable) as error:
        return error


def _plain(one: _Looked) -> dict[str, object]:
    return (
        one.to_plain()
        if isinstance(one, Report)
        else {"error": words.error(one), "checks": [], "document": {}}
    )


def _name(given: str) -> str:
    return words("commands.a_code") if is_code(given) else Path(given).name


def _say(voice: Voice, name: str, one: _Looked) -> None:
    if not isinstance(one, Report):
        complain(words.error(one))
        return
    voice.line(name)
    for number, check in enumerate(one.checks, 1):
        voice.line(f"  {number}  {check.sentence}")
    if one.document.get("spoken"):
        voice.words(
            "front.said_of_it",
            spoken=one.document["spoken"],
            short=one.document.get("short", ""),
        )
    for line in one.lines():
        voice.line(f"  {line}")
