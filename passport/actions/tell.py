"""Tell whoever holds an old copy: a letter for each, to print and send. The program sends nothing by itself."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from passport.actions.copies import Held, Stands, copies
from passport.actions.copy_kinds import SEALED, series
from passport.errors import NobodyToTell
from passport.forms.shelf import Shelf
from passport.law.standing_copies import what_is_news
from passport.paper.letter import OldCopy, letter
from passport.paper.twin import html_twin, text_twin
from passport.paper.typeset import typeset
from passport.record.copies_now import state_of
from passport.record.passport import NAME_QUESTIONS, Passport
from passport.vault.vault import Vault
from passport.vault.whole import whole_files
from passport.wording.words import Words


def to_tell(vault: Vault, shelf: Shelf) -> tuple[Held, ...]:
    """The copies that their holders should hear about, newest first."""
    return tuple(one for one in copies(vault, shelf) if one.old)


def tell(
    vault: Vault, shelf: Shelf, today: date, words: Words, out: Path, *, large_print: bool = False
) -> Mapping[str, Path]:
    """Copy id to the letter about it, in ``out``: all of them or none. Raises NobodyToTell, CannotPrint, NoRoomThere, NoPermission."""
    olds = to_tell(vault, shelf)
    if not olds:
        raise NobodyToTell
    files: dict[str, bytes] = {}
    made: dict[str, Path] = {}
    for one in olds:
        document = letter(_old(vault, shelf, one), words, today)
        name = f"letter-{one.copy.id}{'-large' * large_print}"
        files[f"{name}.pdf"] = typeset(document, b"", {}, words, large_print=large_print)
        files[f"{name}.txt"] = text_twin(document).encode()
        files[f"{name}.html"] = html_twin(document).encode()
        made[one.copy.id] = out / f"{name}.pdf"
    with whole_files(out, files):
        pass
    return made


def _old(vault: Vault, shelf: Shelf, one: Held) -> OldCopy:
    copy, passport = one.copy, vault.passport()
    state = state_of(passport, copy.sections, what_is_news(shelf.labels()))
    kind = "" if one.kind == "paper" else one.kind
    _, now = vault.next_document(series(copy.audience, copy.sections, kind), state)
    stopped = one.stands is Stands.STOPPED
    return OldCopy(copy, _name(passport, one), stopped, max(now, copy.version), one.kind)


def _name(passport: Passport, one: Held) -> str:
    """Whose it is. Of words that were chosen one by one only the name that stood among them, if one did."""
    if one.kind in SEALED:
        return passport.name(one.copy.audience)
    for section_id, question in one.copy.fields:
        section = passport.section(section_id)
        if section is not None and question in NAME_QUESTIONS:
            return str(section.value(question) or "")
    return ""
