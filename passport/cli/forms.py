"""``passport forms``: which forms there are, what they ask, and whether a folder of forms is sound."""

from pathlib import Path

import click

from passport.cli.opening import json_option, opens_no_vault
from passport.cli.say import Voice, complain, words
from passport.cli.typed_path import a_path
from passport.errors import Exit, PackUnreadable
from passport.forms.pack import Pack, Question
from passport.forms.read import read_pack
from passport.forms.shelf import packs_folder, read_shelf, shelf
from passport.law.rules import rules_for


@click.group(help=words("commands.forms"))
def forms() -> None:
    """Packs, their questions and their sources."""


@forms.command("list", help=words("commands.forms_list"))
@json_option
@opens_no_vault
def list_(as_json: bool) -> None:
    """Every form, a line each."""
    voice = Voice(as_json=as_json)
    packs = shelf().packs.values()
    voice.document({"forms": [_summary(pack) for pack in packs]})
    if not as_json:
        for pack in packs:
            voice.line(f"{pack.id}  {pack.title}")


@forms.command("show", help=words("commands.forms_show"))
@click.argument("form")
@json_option
@opens_no_vault
def show(form: str, as_json: bool) -> None:
    """One form's questions, choices and sources."""
    voice = Voice(as_json=as_json)
    pack = shelf().pack(form)
    voice.document(_whole(pack))
    if as_json:
        return
    voice.line(f"{pack.title}\n{pack.about}")
    for page in pack.pages:
        voice.line(f"\n{page.title}")
        for question in page.questions:
            _lines(voice, question, "  ")


@forms.command("check", help=words("commands.forms_check"))
@click.argument("folder", required=False, type=a_path)
@json_option
@opens_no_vault
def check(folder: Path | None, as_json: bool) -> int:
    """Read every pack of a folder, a single pack, or our own; 1 if something is wrong."""
    voice = Voice(as_json=as_json)
    try:
        if folder is None:
            packs = tuple(read_shelf(packs_folder()).packs.values())
        elif (folder / "pack.toml").exists():
            packs = (read_pack(folder),)
        else:
            packs = tuple(read_shelf(folder).packs.values())
        for pack in packs:
            rules_for(pack)
    except PackUnreadable as complaint:
        voice.document({"forms": [], "found": [complaint.fields]})
        voice.line(words.error(complaint))
        return Exit.FOUND
    except OSError:
        complain(words("commands.no_folder", folder=folder))
        return Exit.CANNOT_OPEN
    voice.document({"forms": [pack.id for pack in packs], "found": []})
    if not packs:
        voice.words("commands.no_forms", folder=folder)
        return Exit.FOUND
    voice.words("commands.forms_fine", count=len(packs))
    return Exit.DONE


def _summary(pack: Pack) -> dict[str, object]:
    return {
        "id": pack.id,
        "title": pack.title,
        "version": pack.version,
        "audience": pack.audience.value,
        "repeats": pack.repeats,
        "nations": list(pack.nations),
    }


def _whole(pack: Pack) -> dict[str, object]:
    pages = [
        {"id": page.id, "title": page.title, "questions": [_question(one) for one in page.questions]}
        for page in pack.pages
    ]
    return {**_summary(pack), "about": pack.about, "pages": pages}


def _question(question: Question) -> dict[str, object]:
    found: dict[str, object] = {
        "id": question.id,
        "kind": question.kind.value,
        "label": question.label,
        "help": question.help,
        "required": question.required,
        "share": question.share.value,
        "audience": question.audience.value,
        "source": {"words": question.source.words, "checked": question.source.checked},
    }
    if question.choices:
        found["choices"] = [{"id": choice.id, "label": choice.label} for choice in question.choices]
    if question.columns:
        found["columns"] = [{"id": column.id, "label": column.label} for column in question.columns]
    if question.questions:
        found["questions"] = [_question(inner) for inner in question.questions]
    if question.show_if is not None:
        found["show_if"] = dict(question.show_if)
    return found


def _lines(voice: Voice, question: Question, start: str) -> None:
    voice.line(f"{start}{question.id}  {question.label}  ({question.kind.value})")
    for choice in question.choices:
        voice.line(f"{start}    {choice.id}  {choice.label}")
    for inner in question.questions:
        _lines(voice, inner, start + "  ")
