"""``check``: what can be said about someone else's paper or code. No vault is opened."""

from pathlib import Path

import click

from passport.actions.check import check as check_one
from passport.actions.check import is_code
from passport.actions.places import places
from passport.checking.report import Report
from passport.cli.opening import day, json_option, today_option
from passport.cli.say import Voice, words


@click.command(help=words("commands.check"))
@click.argument("given", nargs=-1, required=True, metavar="FILE_OR_TEXT...")
@click.option("--trust", type=click.Path(path_type=Path), metavar="FILE", help=words("commands.trust"))
@click.option("--remember/--no-remember", default=True, help=words("commands.remember"))
@json_option
@today_option
def check(
    given: tuple[str, ...], trust: Path | None, remember: bool, as_json: bool, today_words: str | None
) -> int:
    """A report for each file or text; the worst exit code of all."""
    voice = Voice(as_json=as_json)
    today = day(today_words)
    met = places().met if remember else None
    reports = [(one, check_one(one, today, words, trusted=trust, met=met)) for one in given]
    if len(reports) == 1:
        voice.document(reports[0][1].to_plain())
    else:
        voice.document({"files": [{"name": _name(one), **report.to_plain()} for one, report in reports]})
    for one, report in reports:
        _say(voice, _name(one), report)
    return max(report.exit_code for _, report in reports)


def _name(given: str) -> str:
    return words("commands.a_code") if is_code(given) else Path(given).name


def _say(voice: Voice, name: str, report: Report) -> None:
    voice.line(name)
    for number, check in enumerate(report.checks, 1):
        voice.line(f"  {number}  {check.sentence}")
    for line in report.lines():
        voice.line(f"  {line}")
