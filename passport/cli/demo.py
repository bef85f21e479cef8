"""``demo``: the main job, end to end, for a person who does not exist. Needs no terminal."""

from pathlib import Path

import click

from passport.actions.demo import PASSPHRASE, Demonstrated, demonstrate
from passport.cli.opening import day, json_option, moment, opens_no_vault, today_option
from passport.cli.say import Voice, words
from passport.cli.typed_path import a_path
from passport.errors import Exit
from passport.forms.shelf import shelf


@click.command(help=words("commands.demo"))
@click.argument("folder", required=False, type=a_path)
@json_option
@today_option
@opens_no_vault
def demo(folder: Path | None, as_json: bool, today_words: str | None) -> int:
    """Make everything, say where it is, and exit 1 if our own check found anything."""
    voice = Voice(as_json=as_json)
    made = demonstrate(folder or Path("passport-demo"), shelf(), moment(day(today_words)), words)
    voice.document(_plain(made))
    voice.words("demo.made", folder=made.vault, passphrase=PASSPHRASE)
    voice.line()
    voice.words("demo.decision", outcome=words(f"outcome.{made.assessment.outcome}"))
    for refusal in made.assessment.refusals:
        voice.line(f"  {refusal.treatment}: {words(f'outcome.{refusal.outcome}')}")
    for one in made.shared:
        voice.line()
        voice.words("demo.paper", holder=one.copy_given.holder, version=one.made.facts.version)
        for kind, path in one.files.items():
            voice.line(f"  {words(f'commands.file_{kind}')}  {path}")
    voice.line()
    voice.words("demo.report", file=made.report_file)
    for name, report in made.reports.items():
        voice.line(
            f"  {name}: {words('demo.as_sealed') if report.exit_code == Exit.DONE else report.found[0].sentence}"
        )
    voice.words("demo.sound" if made.sound else "demo.found")
    return Exit.DONE if made.sound else Exit.FOUND


def _plain(made: Demonstrated) -> dict[str, object]:
    return {
        "vault": str(made.vault),
        "assessment": made.assessment.to_plain(),
        "papers": [{kind: str(path) for kind, path in one.files.items()} for one in made.shared],
        "report": str(made.report_file),
        "sound": made.sound,
    }
