"""Erase for good: one answer, one item of a list, one entry, one line of the register, or one kept file.

First ``going`` says in words what goes and what cannot be reached; then ``erase`` does it. It cannot be taken back.
"""

from dataclasses import dataclass
from datetime import datetime

from passport.actions import open_card
from passport.actions.find import label_at
from passport.actions.form_now import item_title
from passport.actions.home import entry_title
from passport.errors import FilledByDoing, NothingThere, UnknownEntry
from passport.forms.pack import Kind
from passport.forms.shelf import Shelf
from passport.record.answers import Place, question_of
from passport.record.sections import SIGNINGS, Section
from passport.vault.folder import BACKUPS
from passport.vault.vault import Vault
from passport.wording.words import Words


@dataclass(frozen=True, slots=True)
class What:
    """One thing to erase: an answer (``section`` and ``place``), an item (and ``item``), an entry, a copy's words, or a file."""

    section: str = ""
    place: Place = ""
    item: str = ""
    copy: str = ""
    file: str = ""


@dataclass(frozen=True, slots=True)
class Going:
    """What goes, and what cannot be reached, in words."""

    what: str
    cannot: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Erased:
    """It is done. ``left``: what still stands somewhere, in words."""

    left: tuple[str, ...]


def going(vault: Vault, shelf: Shelf, what: What, words: Words) -> Going:
    """What would go. Raises UnknownEntry, FilledByDoing, NothingThere."""
    cannot = [words("erase.same_words")]
    if what.section:
        held = {one.holder: None for one in vault.passport().copies if what.section in one.sections}
        if held:
            cannot.insert(0, words("erase.held", holders=", ".join(held)))
    cannot += [words(f"erase.{one}") for one in ("given", "elsewhere", "disk")]
    return Going(_named(vault, shelf, what, words), tuple(cannot))


def erase(vault: Vault, shelf: Shelf, what: What, now: datetime, words: Words) -> Erased:
    """Erase it for good. Raises UnknownEntry, FilledByDoing, NothingThere, NoRoom."""
    _named(vault, shelf, what, words)
    card_was_on = open_card.is_on(vault)
    if what.file:
        anew = vault.erase_file(what.file)
    elif what.copy:
        number = [one.id for one in vault.passport().copies].index(what.copy) + 1
        anew = vault.erase_copy_words(what.copy, words("erase.holder", number=number))
    elif what.item:
        anew = vault.erase_item(what.section, what.place, what.item, now)
    elif what.place:
        anew = vault.erase_answer(what.section, what.place, now)
    else:
        anew = vault.erase_section(what.section, now)
    open_card.gone_with(vault, was_on=card_was_on)
    left = [] if anew else [words("erase.not_anew")]
    if not vault.roll_afresh(now):
        left.append(words("erase.backups", folder=vault.folder / BACKUPS))
    return Erased(tuple(left))


def _named(vault: Vault, shelf: Shelf, what: What, words: Words) -> str:
    """What goes, in a sentence. Raises what stops it."""
    if what.file:
        return _file(vault, what.file, words)
    if what.copy:
        copy = next((one for one in vault.passport().copies if one.id == what.copy), None)
        if copy is None:
            raise NothingThere
        return words("erase.copy", holder=copy.holder, version=copy.version)
    section = _section(vault, what.section)
    pack = shelf.packs.get(section.form)
    form = pack.title if pack is not None else section.form
    if not what.place:
        title = entry_title(pack, section, words) if pack is not None else section.id
        return words("erase.entry", form=form, title=title)
    if what.place.partition(".")[0] == SIGNINGS:
        raise FilledByDoing(question=what.place)
    question = pack.question(question_of(what.place)) if pack is not None else None
    if what.item:
        if not any(one.place.startswith(f"{what.place}.{what.item}.") for one in vault.history(section.id)):
            raise NothingThere
        item = section.item(what.place, what.item)
        title = item_title(question, item, words) if question is not None else what.item
        return words("erase.item", form=form, title=title)
    if question is not None and question.kind in {Kind.AUTOMATIC, Kind.PART, Kind.FIXED}:
        raise FilledByDoing(question=question.id)
    count = sum(one.place == what.place for one in vault.history(section.id))
    if not count and what.place not in vault.drafts(section.id):
        raise NothingThere
    return words("erase.answer", form=form, label=label_at(pack, what.place), count=count)


def _section(vault: Vault, section_id: str) -> Section:
    known = vault.passport().section(section_id)
    found = known or next((one for one in vault.taken_out() if one.id == section_id), None)
    if found is None:
        raise UnknownEntry(entry=section_id)
    return found


def _file(vault: Vault, file_id: str, words: Words) -> str:
    for one in vault.kept_files(removed=True):
        if one.id == file_id:
            return words("erase.file", name=one.name)
    raise NothingThere
