"""A helper's side: what somebody asked help with, open on the helper's own computer, and the suggestions that go back.

What is being worked on stands in a record of its own, locked with the passphrase of the bundle. Nothing of it is ever in
plain on the helper's disk, and nothing leaves it but a file that only the one who asked can open.
"""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from passport.actions.form_now import item_facts, shown
from passport.actions.places import Places
from passport.actions.unlock import unlock
from passport.actions.whose import HELPING
from passport.errors import (
    FileMissing,
    HelperWanted,
    NothingSuggested,
    UnknownForm,
    WrongBundlePassphrase,
    WrongPassphrase,
)
from passport.exchange.bundle import LARGEST, Reply, bundle_id, lock_reply, new_id, open_bundle
from passport.forms.conditions import is_answered
from passport.forms.kinds import read
from passport.forms.only import only_these
from passport.forms.pack import Kind
from passport.forms.shelf import Shelf
from passport.record.answers import Answer, Place, Value, freeze, question_of, texts_in, thaw, whole_letters
from passport.record.sections import Section
from passport.record.suggestions import HOWS, Helper, Suggestion, digest_of_words
from passport.vault.vault import Vault
from passport.vault.whole import plainly, write_whole
from passport.wording.words import Words, labelled

THEM = "them"
"""Who wrote an answer that came in the bundle."""


@dataclass(frozen=True, slots=True)
class Helping:
    """What is open here."""

    bundle: str
    name: str
    """What to call whoever asked; may be empty."""
    answer_to: bytes
    theirs: Mapping[str, str]
    """Section here to the section it is in their record."""
    asks: Mapping[str, tuple[str, ...]]
    """Form to the questions that are open."""
    words: Mapping[str, Mapping[Place, Value]] = field(default_factory=dict)
    """Section here to what they wrote, by place."""

    def called(self, words: Words) -> str:
        """What to call them in a sentence."""
        return self.name.strip() or words("helping.them")


@dataclass(frozen=True, slots=True)
class Here:
    """One question that is open, as it stands."""

    section: str
    place: Place
    label: str
    theirs: tuple[str, ...]
    suggested: tuple[str, ...]
    """What the helper put there; empty where they left it as it was."""


def read_file(path: Path) -> bytes:
    """A bundle or an answer to one, as it lies there. Raises FileMissing."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError:
        raise FileMissing(file=path.name) from None


def look_at(data: bytes, passphrase: str) -> None:
    """Whether it would open. Raises NotABundle, BundleDamaged, BundleNewer, WrongBundlePassphrase."""
    open_bundle(data, passphrase)


def banner(now: Helping | None, words: Words) -> str:
    """What every page says while somebody helps; empty in a person's own record."""
    if now is None:
        return ""
    return words("helping.banner", name=now.name) if now.name.strip() else words("helping.banner_them")


def place_for(at: Places, data: bytes) -> Path:
    """Where the work on a bundle is kept. Raises NotABundle, BundleDamaged, BundleNewer."""
    return at.helping / bundle_id(data)[:16]


def begin(at: Places, data: bytes, passphrase: str, shelf: Shelf, now: datetime) -> Vault:
    """The work on a bundle, open: begun, or as it was left.

    Raises NotABundle, BundleDamaged, BundleNewer, WrongBundlePassphrase, UnknownForm, NoRoom, NoPermission.
    """
    folder = place_for(at, data)
    bundle = open_bundle(data, passphrase)
    if folder.exists():
        try:
            return unlock(folder, passphrase, now).vault
        except WrongPassphrase:
            raise WrongBundlePassphrase from None
    for one in bundle.sections:
        if one.form not in shelf.packs:
            raise UnknownForm(form=one.form, forms=", ".join(shelf.packs))
    vault, _rows = Vault.create(folder, passphrase, now)
    try:
        theirs: dict[str, str] = {}
        asks: dict[str, tuple[str, ...]] = {}
        words: dict[str, Mapping[str, Value]] = {}
        for one in bundle.sections:
            section = vault.add_section(one.form, one.pack, bundle.made_on)
            theirs[section.id] = one.section
            asks[one.form] = tuple(dict.fromkeys((*asks.get(one.form, ()), *one.asks)))
            words[section.id] = dict(one.words)
            answers = dict(_answers(one.form, one.words, shelf, now))
            if answers:
                vault.put(section.id, answers)
        vault.keep(
            HELPING,
            {
                "bundle": bundle.id,
                "name": bundle.name,
                "answer_to": bundle.answer_to.hex(),
                "theirs": theirs,
                "asks": asks,
                "words": words,
            },
        )
    except BaseException:
        vault.close()
        finish(folder)
        raise
    return vault


def _answers(
    form: str, words: Mapping[Place, Value], shelf: Shelf, now: datetime
) -> Iterator[tuple[Place, Answer]]:
    pack = shelf.pack(form)
    for place, said in words.items():
        question = pack.question(question_of(place))
        if question is None:
            continue
        value = said if question.kind is Kind.PART else read(question, said, now.date()).value
        yield place, Answer(value, said, now, THEM)


def helping(vault: Vault) -> Helping | None:
    """What is open here, where it is what somebody asked help with. None for a person's own record."""
    kept = vault.kept(HELPING)
    if not isinstance(kept, Mapping):
        return None
    parts = {name: kept.get(name) for name in ("theirs", "asks", "words")}
    theirs, asks, words = (one if isinstance(one, Mapping) else {} for one in parts.values())
    return Helping(
        str(kept["bundle"]),
        str(kept["name"]),
        bytes.fromhex(str(kept["answer_to"])),
        {section: str(one) for section, one in theirs.items()},
        {form: texts_in(one) for form, one in asks.items()},
        {section: one for section, one in words.items() if isinstance(one, Mapping)},
    )


def open_shelf(now: Helping, shelf: Shelf) -> Shelf:
    """The forms with only the questions that are open, and no rules: there is nothing to judge here."""
    return only_these(shelf, now.asks)


def questions_of(vault: Vault, shelf: Shelf, section_id: str, words: Words) -> tuple[Here, ...]:
    """Every question of a section that is open, with their words and what was suggested. A list stands for its items."""
    now = helping(vault)
    assert now is not None
    section, pack = vault.section(section_id), shelf.pack(vault.section(section_id).form)
    before = _section_before(section, now, shelf)
    found = []
    for page in pack.pages:
        for question in page.questions:
            old, new = (_lines_at(one, question.id, shelf, words) for one in (before, section))
            found.append(Here(section_id, question.id, question.label, old, new if new != old else ()))
    return tuple(found)


def _section_before(section: Section, now: Helping, shelf: Shelf) -> Section:
    """The section as it came."""
    words = now.words.get(section.id, {})
    at = max((one.when for one in section.answers.values()), default=datetime.min.replace(tzinfo=UTC))
    answers = dict(_answers(section.form, words, shelf, at))
    return Section(section.id, section.form, section.pack_version, section.made_on, answers)


def _lines_at(section: Section, place: Place, shelf: Shelf, words: Words) -> tuple[str, ...]:
    question = shelf.pack(section.form).question(place)
    assert question is not None
    if question.kind is not Kind.PART:
        return shown(question, section.answers.get(place), words)
    return tuple(
        " · ".join(labelled(label, "; ".join(lines)) for label, lines in item_facts(question, item, words))
        for item in section.items(place)
    )


def suggestions_made(vault: Vault, shelf: Shelf) -> tuple[Suggestion, ...]:
    """What differs from what came: new words in a place, and new items of lists. Nothing that was taken out counts."""
    now = helping(vault)
    assert now is not None
    found: list[Suggestion] = []
    for section_id, theirs in now.theirs.items():
        section, before = vault.section(section_id), now.words.get(section_id, {})
        pack = shelf.pack(section.form)
        known = {place: digest_of_words(words) for place, words in before.items()}
        for place, answer in section.answers.items():
            question = pack.question(question_of(place))
            if question is None or question.kind is Kind.PART or _in_new_item(place, before):
                continue
            over = known.get(place, digest_of_words(None))
            if digest_of_words(answer.words) != over:
                found.append(Suggestion(theirs, place, answer.words, {}, over))
        for part in (one for page in pack.pages for one in page.questions if one.kind is Kind.PART):
            old = texts_in(freeze(thaw(before.get(part.id))))
            for item in section.items(part.id):
                fields = {one: said.words for one, said in item.answers.items() if is_answered(said.words)}
                if item.id not in old and fields:
                    found.append(Suggestion(theirs, part.id, None, fields))
    return tuple(found)


def _in_new_item(place: Place, before: Mapping[Place, Value]) -> bool:
    part, _, rest = place.partition(".")
    return bool(rest) and rest.partition(".")[0] not in texts_in(before.get(part))


def save_suggestions(
    vault: Vault, shelf: Shelf, helper: Helper, now: datetime, out: Path
) -> tuple[Path, int]:
    """One file that only whoever asked can open, in ``out``. Returns where it is and how many suggestions are in it.

    Raises HelperWanted, NothingSuggested, NoRoomThere, NoPermission.
    """
    here = helping(vault)
    assert here is not None
    name = " ".join(whole_letters(helper.name).split())[:200]
    if not name or helper.how not in HOWS:
        raise HelperWanted
    made = suggestions_made(vault, shelf)
    if not made:
        raise NothingSuggested
    reply = Reply(here.bundle, new_id(), now.date(), Helper(name, helper.how), made)
    path = out / f"help-{here.bundle[:8]}-{reply.id[:4]}.passport-suggestions"
    write_whole(path, lock_reply(reply, here.answer_to))
    return path, len(made)


def finish(folder: Path) -> None:
    """Take the work on a bundle off this computer, whole. Raises NoPermission."""
    with plainly(folder):
        if folder.exists():
            shutil.rmtree(folder)
    with suppress(OSError):
        folder.parent.rmdir()  # where nothing else is being worked on
