"""``share`` and ``copies``: what leaves, and who holds it."""

from datetime import datetime
from pathlib import Path

import click

from passport.actions.copies import copies as copies_held
from passport.actions.copies import seal_words, seal_words_before
from passport.actions.offer import choose
from passport.actions.share import Handing, Made, rehearse
from passport.actions.share import share as share_out
from passport.cli.code_choice import choice_plain, picked, say_choice, takes_code
from passport.cli.draw import draw
from passport.cli.opening import opens_vault
from passport.cli.say import Voice, words
from passport.cli.typed_path import a_path
from passport.cli.under_way import takes_a_while
from passport.forms.shelf import shelf
from passport.record.audience import SIDES, Audience
from passport.record.passport import who_form
from passport.vault.vault import Vault


@click.command(help=words("commands.share"))
@click.option(
    "--for",
    "for_",
    required=True,
    type=click.Choice([side.value for side in SIDES]),
    help=words("commands.for"),
)
@click.option("--form", "forms", multiple=True, metavar="F", help=words("commands.share_form"))
@click.option("--field", "fields", multiple=True, metavar="ID", help=words("commands.share_field"))
@click.option("--to", "holder", metavar="NAME", required=True, help=words("commands.to"))
@click.option("--reason", default="", metavar="TEXT", help=words("commands.reason"))
@click.option("--out", type=a_path, help=words("commands.out"))
@click.option("--rehearse", "only_rehearse", is_flag=True, help=words("commands.rehearse"))
@click.option("--large-print", is_flag=True, help=words("commands.large_print"))
@click.option("--for-my-records", is_flag=True, help=words("commands.for_my_records"))
@takes_code
@opens_vault
@takes_a_while("pages")
def share(
    *,
    vault: Vault,
    now: datetime,
    voice: Voice,
    for_: str,
    forms: tuple[str, ...],
    fields: tuple[str, ...],
    holder: str,
    reason: str,
    out: Path | None,
    only_rehearse: bool,
    large_print: bool,
    for_my_records: bool,
    code: tuple[str, ...],
    drawn: bool,
) -> None:
    """Make the sealed paper, its code and its twins, and write the copy in the register."""
    selection = choose(vault.passport(), shelf(), Audience(for_), forms, fields)
    handing = Handing(
        holder, reason, for_my_records=for_my_records, large_print=large_print, code=picked(code)
    )
    if only_rehearse or out is None:
        made = rehearse(vault, shelf(), selection, handing, now, words)
        voice.document({"rehearsed": True, **_plain(made)})
        voice.line(made.text)
        for line in made.code_room.in_words():
            voice.line(line)
        say_choice(voice, made.code_room)
        _say_found(voice, made)
        voice.words("commands.rehearsed" if only_rehearse else "commands.no_out")
        return
    shared = share_out(vault, shelf(), selection, handing, now, words, out)
    files = {kind: str(path) for kind, path in shared.files.items()}
    voice.document({**_plain(shared.made), "copy": shared.copy_given.id, "files": files})
    for kind, path in files.items():
        voice.line(f"{words(f'commands.file_{kind}')}  {path}")
    _say_found(voice, shared.made)
    voice.words("commands.shared", holder=shared.copy_given.holder, version=shared.made.facts.version)
    voice.words("commands.not_locked")
    if drawn:
        draw(voice, shared.made, shared.files["code_png"])
    voice.words("cover.next_command")


def _say_found(voice: Voice, made: Made) -> None:
    """What to know about the paper: what the rules of the door say, and whether it says whose it is."""
    for one in made.found:
        voice.line(one.sentence)
    if not made.facts.name:
        voice.words("share.no_name", form=shelf().pack(who_form(made.facts.audience)).title)


@click.command(help=words("commands.copies"))
@opens_vault
def copies(*, vault: Vault, now: datetime, voice: Voice) -> None:
    """Who holds what, and which copies are out of date."""
    del now
    lines = [
        {
            "id": one.copy.id,
            "holder": one.copy.holder,
            "audience": one.copy.audience.value,
            "document": one.copy.document,
            "version": one.copy.version,
            "sections": list(one.copy.sections),
            "given_on": one.copy.given_on.isoformat(),
            "reason": one.copy.reason,
            "stands": one.stands.value,
            "kind": one.kind,
        }
        for one in reversed(copies_held(vault, shelf()))
    ]
    seals = {for_.value: spoken for for_, spoken in seal_words(vault).items()}
    voice.document({"copies": lines, "seals": seals})
    if voice.as_json:
        return
    if not lines:
        voice.words("commands.no_copies")
    for line in lines:
        standing = words(f"commands.copy_{line['stands']}")
        voice.words(
            "commands.copy_line",
            standing=standing,
            **{key: line[key] for key in ("holder", "version", "given_on")},
        )
        if line["kind"] != "paper":
            voice.words(f"copies.kind_{line['kind']}")
    voice.words("screens.copies.seal_how")
    for for_, spoken in seals.items():
        voice.words(f"screens.copies.seal_{for_}", spoken=spoken)
    for before in seal_words_before(vault).values():
        voice.words("screens.copies.seal_before", spoken=before)


def _plain(made: Made) -> dict[str, object]:
    return {
        "document": {
            "id": made.facts.document,
            "version": made.facts.version,
            "made_on": made.facts.made_on.isoformat(),
        },
        "status": made.facts.status,
        "assessments": {section: assessment.to_plain() for section, assessment in made.assessments.items()},
        "findings": [one.to_plain() for one in made.found],
        "code": made.code,
        "code_room": list(made.code_room.in_words()),
        "code_full": made.code_room.meter.percent,
        "code_choice": choice_plain(made.code_room),
    }
