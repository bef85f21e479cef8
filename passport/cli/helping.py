"""``ask-for-help``, ``help-out`` and ``suggestions``: a person asks, a helper suggests, the person decides."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click

from passport.actions import answer, bring_suggestions, helping
from passport.actions import suggestions as acting
from passport.actions.ask_for_help import ask_for_help as ask
from passport.actions.ask_for_help import goes_out, selected
from passport.actions.chosen import To
from passport.actions.places import places
from passport.cli.answers import read_answers
from passport.cli.opening import (
    day,
    json_option,
    moment,
    opens_vault,
    passphrase,
    passphrase_option,
    secret,
    today_option,
    vault_option,
)
from passport.cli.say import Voice, words
from passport.cli.typed_path import a_path
from passport.errors import NothingThere
from passport.forms.shelf import shelf
from passport.keys.passphrase import new_passphrase
from passport.record.answers import thaw
from passport.record.audience import SIDES, Audience
from passport.record.suggestions import HOWS, Helper
from passport.vault.vault import Vault


@click.command("ask-for-help", help=words("helping.ask_command"))
@click.option(
    "--for",
    "for_",
    required=True,
    type=click.Choice([side.value for side in SIDES]),
    help=words("chosen.for"),
)
@click.option("--form", "forms", multiple=True, required=True, metavar="F", help=words("helping.ask_form"))
@click.option("--field", "fields", multiple=True, metavar="ID", help=words("helping.ask_field"))
@click.option("--to", "holder", metavar="NAME", default="", help=words("helping.to"))
@click.option("--reason", default="", metavar="TEXT", help=words("commands.reason"))
@click.option("--helper-passphrase-file", type=a_path, help=words("helping.ask_passphrase"))
@click.option("--out", type=a_path, help=words("commands.out"))
@opens_vault
def ask_for_help(
    *,
    vault: Vault,
    now: datetime,
    voice: Voice,
    for_: str,
    forms: tuple[str, ...],
    fields: tuple[str, ...],
    holder: str,
    reason: str,
    helper_passphrase_file: Path | None,
    out: Path | None,
) -> None:
    """The locked file; without ``--out`` only what the helper would see."""
    chosen = selected(vault, shelf(), Audience(for_), forms, fields, now.date())
    if out is None:
        going = goes_out(vault, shelf(), chosen, now, words)
        voice.document({"rehearsed": True, "lines": list(going.lines)})
        if not voice.as_json:
            voice.words("helping.goes")
            for line in going.lines:
                voice.line(line)
        voice.words("helping.rehearsed")
        return
    theirs = (
        secret(helper_passphrase_file, "passphrase")
        if helper_passphrase_file is not None
        else new_passphrase()
    )
    given = ask(vault, shelf(), chosen, To(holder, reason), theirs, now, words, out)
    told = {} if helper_passphrase_file is not None else {"passphrase": theirs}
    file = str(given.files["bundle"])
    voice.document({"copy": given.copy_given.id, "bundle": given.made.id, "file": file, **told})
    voice.line(f"{words('helping.file')}  {file}")
    if told:
        voice.words("helping.passphrase_is", passphrase=theirs)
    voice.words("helping.made", name=given.copy_given.holder)
    voice.words("helping.made_next")


@click.command("help-out", help=words("helping.out_command"))
@click.argument("bundle", type=a_path)
@click.option("--show", is_flag=True, help=words("helping.out_show"))
@click.option("--form", metavar="F", help=words("helping.out_form"))
@click.option("--from", "from_file", type=a_path, help=words("helping.out_from"))
@click.option("--name", "helper", default="", metavar="NAME", help=words("helping.out_name"))
@click.option("--how", type=click.Choice(HOWS), default=HOWS[0], help=words("helping.out_how_option"))
@click.option("--out", type=a_path, help=words("helping.out_out"))
@click.option("--finish", "finishes", is_flag=True, help=words("helping.out_finish"))
@vault_option
@passphrase_option
@today_option
@json_option
@click.pass_context
def help_out(
    context: click.Context,
    *,
    bundle: Path,
    show: bool,
    form: str | None,
    from_file: Path | None,
    helper: str,
    how: str,
    out: Path | None,
    finishes: bool,
    vault_folder: Path | None,
    passphrase_file: Path | None,
    today_words: str | None,
    as_json: bool,
) -> int | None:
    """Suggest, save the suggestions, take it all off again; or open the program for it."""
    at, data = places(vault_folder), helping.read_file(bundle)
    helping.place_for(at, data)  # what it is, before anybody is asked for a passphrase
    if not (show or from_file or out or finishes):
        from passport.cli.opens import open_program

        parent = context.parent
        plain = bool(parent is not None and parent.params.get("plain"))
        return open_program(replace(at, bundle=bundle.absolute()), context.obj, plain=plain)
    if from_file is not None and form is None:
        raise click.UsageError(words("helping.out_with_from"))
    voice, now = Voice(as_json=as_json), moment(day(today_words))
    vault = helping.begin(at, data, passphrase(passphrase_file), shelf(), now)
    said: dict[str, object] = {}
    try:
        here = helping.helping(vault)
        assert here is not None
        if from_file is not None and form is not None:
            opened = helping.open_shelf(here, shelf())
            section = next(iter(vault.passport().of_form(opened.pack(form).id)))
            typed = read_answers(from_file)
            answer.put_all(vault, opened, form, typed, now, section.id)
        if show or from_file is not None:
            said |= _asked(voice, vault, here)
        if out is not None:
            path, count = helping.save_suggestions(vault, shelf(), Helper(helper, how), now, out)
            said |= {"file": str(path), "count": count}
            voice.line(str(path))
            voice.words("helping.saved" if count != 1 else "helping.saved_one", count=count)
    finally:
        vault.close()
    if finishes:
        helping.finish(helping.place_for(at, data))
        said["finished"] = True
        for key in ("done", "done_disk"):
            voice.words(f"helping.{key}")
    voice.document(said)
    return None


def _asked(voice: Voice, vault: Vault, here: helping.Helping) -> dict[str, object]:
    """What was asked, and what is suggested so far."""
    opened = helping.open_shelf(here, shelf())
    voice.words("helping.banner" if here.name.strip() else "helping.banner_them", name=here.name)
    forms: list[dict[str, object]] = []
    for section in vault.passport().sections:
        pack = opened.pack(section.form)
        voice.line(pack.title)
        found = helping.questions_of(vault, opened, section.id, words)
        for one in found:
            voice.line(f"  {one.place}: {one.label}")
            for line in one.theirs or (words("helping.no_words"),):
                voice.line(f"    {line}")
            if one.suggested:
                voice.line("    " + words("helping.you_suggest", words="; ".join(one.suggested)))
        forms.append(
            {
                "form": section.form,
                "section": here.theirs[section.id],
                "questions": [
                    {
                        "id": one.place,
                        "label": one.label,
                        "theirs": list(one.theirs),
                        "suggested": list(one.suggested),
                    }
                    for one in found
                ],
            }
        )
    return {"name": here.name, "forms": forms, "suggestions": len(helping.suggestions_made(vault, shelf()))}


@click.command(help=words("helping.suggestions_command"))
@click.option("--bring", type=a_path, help=words("helping.suggestions_bring"))
@click.option("--take", "takes", multiple=True, metavar="N", help=words("helping.suggestions_take"))
@click.option("--words", "typed", metavar="TEXT", help=words("helping.suggestions_words"))
@click.option("--leave", "leaves", multiple=True, metavar="N", help=words("helping.suggestions_leave"))
@opens_vault
def suggestions(
    *,
    vault: Vault,
    now: datetime,
    voice: Voice,
    bring: Path | None,
    takes: tuple[str, ...],
    typed: str | None,
    leaves: tuple[str, ...],
) -> None:
    """What is waiting, beside the person's own words; after what was brought in, taken and left."""
    if typed is not None and len(takes) != 1:
        raise click.UsageError(words("helping.suggestions_one"))
    there = {one.id: one for one in acting.waiting(vault, shelf(), words)}
    for number in (*takes, *leaves):
        if number not in there and bring is None:
            raise NothingThere
    said: dict[str, object] = {}
    if bring is not None:
        brought = bring_suggestions.bring_in(vault, shelf(), helping.read_file(bring))
        said["brought"] = {"new": brought.new, "known": brought.known, "left_out": brought.left_out}
        for line in bring_suggestions.told(brought, words):
            voice.line(line)
    for number in takes:
        one = there.get(number) or acting.one_waiting(vault, shelf(), number, words)
        acting.take(vault, shelf(), number, one.beside, now, words, typed)
        voice.words("helping.taken")
    for number in leaves:
        acting.leave(vault, number)
        voice.words("helping.left")
    waiting = acting.waiting(vault, shelf(), words)
    voice.document({**said, "waiting": [_plain(one) for one in waiting]})
    if not voice.as_json:
        _say(voice, waiting)


def _plain(one: acting.Beside) -> dict[str, object]:
    return {
        "id": one.id,
        "section": one.section,
        "at": one.place,
        "label": one.label,
        "helper": one.helper.name,
        "how": one.helper.how,
        "mine": list(one.mine),
        "theirs": list(one.theirs),
        "words": thaw(one.words),
        "changed_since": one.changed_since,
    }


def _say(voice: Voice, waiting: Sequence[acting.Beside]) -> None:
    if not waiting:
        voice.words("helping.none")
    for one in waiting:
        voice.line(f"{one.id}  {one.form}: {one.label}")
        for text in acting.side_by_side(one, words):
            voice.line(f"    {text}")
    if waiting:
        voice.words("helping.list_intro")
