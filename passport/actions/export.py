"""Everything as open files, for the person: one JSON, a readable text for each form, the kept files. See docs/formats/export.md.

What only they may see is in it too, for it is for them. Anyone who gets the files can read them, and every front says so first.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from passport.actions.files import clean_name
from passport.actions.form_now import shown
from passport.actions.history import label_at
from passport.actions.home import entry_title
from passport.actions.whose import must_be_ones_own
from passport.errors import FileDamaged
from passport.forms.dates import show_date
from passport.forms.pack import Kind, Pack
from passport.forms.shelf import Shelf
from passport.record.answers import Answer, Place, question_of, texts_in, thaw
from passport.record.sections import Section
from passport.record.visible import visible
from passport.vault.attachments import KeptFile
from passport.vault.codec import copy_text
from passport.vault.vault import Vault
from passport.vault.whole import write_whole_folder
from passport.wording.words import Words

FORMAT = 1
RECORD, READ_ME, TEXTS, FILES = "record.json", "read-me.txt", "texts", "files"


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written."""

    folder: Path
    entries: int
    answers: int
    """With every earlier one."""
    files: int
    not_read: tuple[str, ...]
    """Names of kept files that are damaged, and so are left out."""


def export(vault: Vault, shelf: Shelf, folder: Path, now: datetime, words: Words) -> Exported:
    """Write everything into a new folder: whole or not at all, for its owner only, over nothing that is there.

    Raises FileThere, NoRoomThere, NoPermission.
    """
    must_be_ones_own(vault)
    work = _Export(vault, shelf, now, words)
    write_whole_folder(folder, work.files())
    return Exported(folder, work.entries, work.answers, work.kept, tuple(work.not_read))


class _Export:
    """One export: its files are made one by one, so that only one is in memory."""

    def __init__(self, vault: Vault, shelf: Shelf, now: datetime, words: Words) -> None:
        self._vault, self._shelf, self._now, self._words = vault, shelf, now, words
        self.entries = self.answers = self.kept = 0
        self.not_read: list[str] = []

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Name and bytes of each. The JSON comes last: it says which kept files are there."""
        yield READ_ME, _text(self._words(f"export.{key}") for key in ("warning", "all", "what", "texts"))
        sections = [(one, False) for one in self._vault.passport().sections]
        sections += [(one, True) for one in self._vault.taken_out()]
        entries = []
        for section, out in sections:
            entries.append(self._entry(section, out=out))
            yield f"{TEXTS}/{section.id}.txt", _text(self._lines(section, out=out))
        kept, names = [], set[str]()
        for one in self._vault.kept_files(removed=True):
            name: str | None = _free(clean_name(one.name), names)
            try:
                yield f"{FILES}/{name}", self._vault.read_file(one.id)
                self.kept += 1
            except FileDamaged:
                self.not_read.append(one.name)
                name = None
            kept.append(_file(one, name))
        copies = [json.loads(copy_text(one)) for one in self._vault.passport().copies]
        plain = {
            "format": FORMAT,
            "made_on": self._now.isoformat(),
            "warning": self._words("export.warning"),
            "entries": entries,
            "copies": copies,
            "files": kept,
        }
        yield RECORD, json.dumps(plain, ensure_ascii=False, indent=1).encode("utf-8", "replace") + b"\n"

    def _entry(self, section: Section, *, out: bool) -> dict[str, object]:
        pack = self._shelf.packs.get(section.form)
        revisions = self._vault.history(section.id)
        newest = {one.place: one.number for one in revisions}
        self.entries += 1
        self.answers += len(revisions)
        return {
            "id": section.id,
            "form": section.form,
            "title": self._title(pack, section),
            "form_version": section.pack_version,
            "made_on": section.made_on.isoformat(),
            "taken_out": out,
            "answers": [
                {
                    "number": one.number,
                    "place": one.place,
                    "question": label_at(pack, one.place, self._words),
                    "in_words": list(self._in_words(pack, one.place, one.answer)),
                    "value": thaw(one.answer.value),
                    "words": thaw(one.answer.words),
                    "when": one.answer.when.isoformat(),
                    "by": one.answer.by,
                    "stands": one.place in section.answers and newest[one.place] == one.number,
                }
                for one in revisions
            ],
            "half_typed": {
                place: self._vault.draft(section.id, place) for place in self._vault.drafts(section.id)
            },
        }

    def _lines(self, section: Section, *, out: bool) -> Iterator[str]:
        """An entry as it stands, to read."""
        pack, words = self._shelf.packs.get(section.form), self._words
        yield self._title(pack, section)
        yield words("home.begun_on", date=show_date(section.made_on.isoformat()))
        if out:
            yield words("export.taken_out")
        for place in sorted(section.answers, key=lambda one: _order(pack, section, one)):
            lines = self._in_words(pack, place, section.answers[place])
            question = pack.question(place) if pack is not None else None
            if lines and (question is None or question.kind is not Kind.PART):
                yield ""
                yield label_at(pack, place, words)
                yield from (f"  {line}" for line in lines)
        for place in self._vault.drafts(section.id):
            yield ""
            yield words("export.half_typed", label=label_at(pack, place, words))
            yield from (f"  {line}" for line in (self._vault.draft(section.id, place) or "").splitlines())

    def _in_words(self, pack: Pack | None, place: Place, answer: Answer) -> tuple[str, ...]:
        question = pack.question(question_of(place)) if pack is not None else None
        lines = shown(question, answer, self._words) if question is not None else texts_in(answer.words)
        return tuple(line for text in lines for line in text.splitlines())

    def _title(self, pack: Pack | None, section: Section) -> str:
        if pack is None:
            return section.id
        if not pack.repeats:
            return pack.title
        return self._words("history.entry", form=pack.title, title=entry_title(pack, section, self._words))


def _order(pack: Pack | None, section: Section, place: Place) -> tuple[int, int, int]:
    """As the form asks: the question, then the item of a list, then the question in it."""
    asked = [one.id for one in pack.questions()] if pack is not None else []
    part, _, rest = place.partition(".")
    items = [one.id for one in section.items(part)]
    item = rest.partition(".")[0]
    return _at(asked, part), _at(items, item) if rest else -1, _at(asked, question_of(place))


def _at(names: list[str], name: str) -> int:
    return names.index(name) if name in names else len(names)


def _free(name: str, used: set[str]) -> str:
    """A name that no file before it has, also on a disk that knows no capital letters."""
    free, number = name, 1
    while free.lower() in used:
        number += 1
        free = f"{Path(name).stem}-{number}{Path(name).suffix}"
    used.add(free.lower())
    return free


def _file(one: KeptFile, name: str | None) -> dict[str, object]:
    return {
        "id": one.id,
        "name": one.name,
        "file": None if name is None else f"{FILES}/{name}",
        "entry": one.section,
        "place": one.place,
        "media": one.media,
        "size": one.size,
        "sha256": one.digest.hex(),
        "when": one.when.isoformat(),
        "taken_out": one.removed,
    }


def _text(lines: Iterator[str]) -> bytes:
    return ("\n".join(visible(line) for line in lines) + "\n").encode("utf-8", "replace")
