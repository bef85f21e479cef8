"""Put another copy of this record, a folder or a backup, into the one that is open."""

import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from passport.actions.find import place_called
from passport.actions.form_now import shown
from passport.actions.places import must_be_there
from passport.forms.dates import show_date
from passport.forms.shelf import Shelf
from passport.record.answers import Answer, Place, question_of, texts_in
from passport.record.audience import ON_ITS_OWN_PAGE
from passport.vault.backup import remove_own, unpack
from passport.vault.folder import BACKUPS
from passport.vault.merge import At, Clash, Merged, merge
from passport.vault.vault import Vault
from passport.wording.words import Words


def put_together(
    vault: Vault, other: Path, passphrase: str, choices: Mapping[At, bool], now: datetime
) -> Merged:
    """Merge. Where the result has clashes, nothing was written: ask, and call again with a choice for each.

    ``choices`` says, by section and place, whether the other copy's words stand. One of our own backups is taken before.
    What was erased for good in one copy is erased here too, and does not come back out of the other. Where something was erased
    here, our own backups from before go as well, as they do when it is erased by hand.
    Raises FileMissing, BackupOfAnother, BackupDamaged, WrongPassphrase and every VaultError of opening.
    """
    must_be_there(other)
    if other.is_dir():
        return _merged(vault, Vault.open_with_passphrase(other, passphrase, now), choices, now)
    waiting = vault.folder / BACKUPS / f".try-{secrets.token_hex(4)}"
    try:
        head = unpack(other, waiting)
        opened = Vault.open_with_passphrase(waiting, passphrase, now)
        try:
            head.must_be_of(opened.snapshot.key, opened.id, *opened.at_check)
        except BaseException:
            opened.close()
            raise
        return _merged(vault, opened, choices, now)
    finally:
        remove_own(waiting)


def _merged(vault: Vault, other: Vault, choices: Mapping[At, bool], now: datetime) -> Merged:
    try:
        found = merge(vault, other, choices, before=lambda: vault.roll(now))
    finally:
        other.close()
    if not found.erased:
        return found
    return replace(found, backups_gone=vault.roll_afresh(now))


@dataclass(frozen=True, slots=True)
class ToChoose:
    """One clash as a person reads it: where it is, and both words with their dates."""

    at: At
    where: str
    mine: str
    theirs: str


def to_choose(vault: Vault, shelf: Shelf, clash: Clash, words: Words) -> ToChoose:
    """A clash in words. What only the person may read stays off the page: of that the dates are told."""
    section = vault.section(clash.section)
    pack = shelf.packs.get(section.form)
    question = pack.question(question_of(clash.place)) if pack is not None else None

    def said(key: str, answer: Answer) -> str:
        if question_of(clash.place) in ON_ITS_OWN_PAGE:
            lines: tuple[str, ...] = (words("together.only_you"),)
        else:
            lines = shown(question, answer, words) if question is not None else texts_in(answer.words)
        text = "; ".join(lines) or words("answers.not_provided")
        return words(key, date=show_date(answer.when.date().isoformat()), words=text)

    return ToChoose(
        (clash.section, clash.place),
        words("together.both", where=_called(vault, shelf, (clash.section, clash.place), words)),
        said("together.mine", clash.mine),
        said("together.theirs", clash.theirs),
    )


def told(vault: Vault, shelf: Shelf, found: Merged, words: Words) -> Iterator[str]:
    """What came of it, a sentence each; nothing while there is something to choose."""
    if found.clashes:
        return
    for at in found.stops:
        yield words("together.stop", where=_called(vault, shelf, at, words))
    if found.keys_differ:
        yield words("together.keys_differ")
    if found.answers or found.entries:
        yield words("together.done", answers=found.answers, entries=found.entries)
        yield words("together.older")
    elif not found.erased:
        yield words("together.nothing")
    if found.stay_erased:
        yield words("together.stay_erased", count=found.stay_erased)
    if found.erased:
        yield words("together.erased_too", count=found.erased)
    if not found.anew:
        yield words("erase.not_anew")
    if not found.backups_gone:
        yield words("erase.backups", folder=vault.folder / BACKUPS)


def _called(vault: Vault, shelf: Shelf, at: tuple[str, Place], words: Words) -> str:
    section, place = at
    return place_called(vault.section(section), place, shelf, words)
