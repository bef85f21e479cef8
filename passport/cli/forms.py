"""``passport forms``: which forms there are, what they ask, and whether a folder of forms is sound."""

from pathlib import Path

import click

from passport.cli.opening import day, json_option, opens_no_vault, today_option
from passport.cli.say import Voice, complain, words
from passport.cli.typed_path import a_path
from passport.cli.under_way import takes_a_while
from passport.errors import Exit
from passport.forms.dates import show_date
from passport.forms.ladders import ladders
from passport.forms.pack import Pack, Question
from passport.forms.shelf import shelf
from passport.law.notes import LawNotes, notes_shelf
from passport.wording.readability import Readability


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
    _law(voice, pack)


@forms.command("blank", help=words("blank.command"))
@click.argument("form")
@click.option("--out", type=a_path, required=True, help=words("commands.out"))
@click.option("--large-print", is_flag=True, help=words("commands.large_print"))
@today_option
@json_option
@opens_no_vault
@takes_a_while("pages")
def blank(form: str, out: Path, large_print: bool, today_words: str | None, as_json: bool) -> None:
    """A form with room to write, as a PDF, a text and a web page."""
    from passport.actions.blank import blank_form

    voice = Voice(as_json=as_json)
    files = blank_form(shelf(), form, day(today_words), words, out, large_print=large_print)
    voice.document({"form": form, "files": {kind: str(path) for kind, path in files.items()}})
    for kind, path in files.items():
        voice.line(f"{words(f'blank.file_{kind}')}  {path}")


@forms.command("check", help=words("commands.forms_check"))
@click.argument("folder", required=False, type=a_path)
@json_option
@opens_no_vault
def check(folder: Path | None, as_json: bool) -> int:
    """Read every pack of a folder, a single pack, or our own, with all that is wrong; 1 if anything is."""
    from passport.actions.check_forms import check_forms  # with what it takes to try an example

    voice = Voice(as_json=as_json)
    try:
        checked = check_forms(folder, words)
    except OSError:
        complain(words("commands.no_folder", folder=folder))
        return Exit.CANNOT_OPEN
    voice.document(
        {
            "forms": [pack.id for pack in checked.packs],
            "found": [dict(one.fields) for one in checked.found],
            "readability": {form: _measured(one) for form, one in checked.readability.items()},
        }
    )
    for pack in checked.packs:
        easy = checked.readability[pack.id]
        gaps = {"title": pack.title, "age": easy.reading_age, "grade": easy.grade, "words": easy.words}
        voice.words("forms_check.readability", **gaps)
    for one in checked.found:
        voice.line(words.error(one))
    if checked.found:
        voice.words("forms_check.found", count=len(checked.found))
        return Exit.FOUND
    if not checked.packs:
        voice.words("commands.no_forms", folder=folder)
        return Exit.FOUND
    voice.words("commands.forms_fine", count=len(checked.packs))
    return Exit.DONE


def _measured(easy: Readability) -> dict[str, object]:
    return {
        "reading_age": easy.reading_age,
        "grade": easy.grade,
        "sentences": easy.sentences,
        "words": easy.words,
    }


def _law(voice: Voice, pack: Pack) -> None:
    """The law notes that a form rests on: how old, by whom, and what has started."""
    for notes in notes_shelf().of_nations(pack.nations):
        days = {"law_as_at": notes.law_as_at, "checked_on": notes.checked_on}
        said = {key: show_date(day.isoformat()) for key, day in days.items()}
        voice.line()
        voice.words("forms_show.law", name=notes.name, checked_by=notes.checked_by, **said)
        started = notes.in_force.get(pack.id)
        if started is not None:
            day = started.from_
            key = "not_started" if day is None else "started"
            voice.words(f"forms_show.{key}", date="" if day is None else show_date(day.isoformat()))
            voice.line(_source(started.source, started.checked))


def _law_of(notes: LawNotes, pack: Pack) -> dict[str, object]:
    plain: dict[str, object] = dict(notes.to_plain())
    if (started := notes.in_force.get(pack.id)) is not None:
        plain["in_force_from"] = None if started.from_ is None else started.from_.isoformat()
        plain["source"] = {"words": started.source, "checked": started.checked}
    return plain


def _source(source: str, checked: str) -> str:
    return words("help.source", source=source, checked=words(f"help.checked_{checked}"))


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
    law = [_law_of(notes, pack) for notes in notes_shelf().of_nations(pack.nations)]
    return {**_summary(pack), "about": pack.about, "pages": pages, "law": law}


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
    if said := ladders().about(question, words):
        found["ladders"] = list(said)
    if question.columns:
        found["columns"] = [{"id": column.id, "label": column.label} for column in question.columns]
    if question.questions:
        found["questions"] = [_question(inner) for inner in question.questions]
    if question.show_if is not None:
        found["show_if"] = dict(question.show_if)
    return found


def _lines(voice: Voice, question: Question, start: str) -> None:
    voice.line(f"{start}{question.id}  {question.label}  ({question.kind.value})")
    if question.source.words:
        voice.line(f"{start}    {_source(question.source.words, question.source.checked)}")
    for choice in question.choices:
        voice.line(f"{start}    {choice.id}  {choice.label}")
    for said in ladders().about(question, words):
        voice.line(f"{start}    {said}")
    for inner in question.questions:
        _lines(voice, inner, start + "  ")
