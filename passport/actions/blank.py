"""Blank forms to print: for a ward visit, or for anyone who would rather write with a pen. They need no record."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from passport.forms.shelf import Shelf
from passport.paper.blank import blank
from passport.paper.twin import html_twin, text_twin
from passport.paper.typeset import typeset
from passport.vault.whole import whole_files
from passport.wording.words import Words


def blank_form(
    shelf: Shelf, form: str, today: date, words: Words, out: Path, *, large_print: bool = False
) -> Mapping[str, Path]:
    """The files that were made in ``out``: pdf, text and html. Raises UnknownForm, NoRoomThere, NoPermission."""
    document = blank(shelf.pack(form), words, today)
    name = f"blank-{form.replace('_', '-')}{'-large' * large_print}"
    made = {
        "pdf": typeset(document, b"", {}, words, large_print=large_print),
        "text": text_twin(document).encode(),
        "html": html_twin(document).encode(),
    }
    names = {"pdf": f"{name}.pdf", "text": f"{name}.txt", "html": f"{name}.html"}
    with whole_files(out, {names[kind]: data for kind, data in made.items()}):
        pass
    return {kind: out / file for kind, file in names.items()}
