"""The cover letter: goes with one copy to whoever files it. What it says of the person is chosen word for word."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from passport.actions.alert import as_one_line, must_fit_alert, to_choose_for_alert
from passport.actions.chosen import (
    Piece,
    To,
    about_me,
    as_chosen,
    chosen_from,
    file_name,
    register_line,
)
from passport.actions.copy_kinds import COVER, SEALED, kind_of
from passport.actions.hand_out import Given, Line, hand_out
from passport.errors import NoCopyHere
from passport.forms.shelf import Shelf
from passport.keys.identity import spoken_fingerprint
from passport.paper.cover import Covered, cover_letter
from passport.paper.twin import html_twin, text_twin
from passport.paper.typeset import typeset
from passport.record.audience import Audience
from passport.record.copies import CopyGiven
from passport.vault.vault import Vault
from passport.wording.words import Words


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the person chose for it. What is empty is not in the letter at all."""

    sender: str = ""
    lines: tuple[str, ...] = ()
    """What is enclosed, in their words."""
    alert: tuple[str, ...] = ()
    tell: tuple[str, ...] = ()
    """Whom to tell if the paper cannot be found."""

    def as_kept(self) -> "Chosen":
        """The same, as it leaves. Raises AlertTooLong."""
        alert = as_one_line(self.alert)
        must_fit_alert(alert)
        sender = " ".join(as_chosen((self.sender,)))
        return Chosen(sender, as_chosen(self.lines), (alert,) if alert else (), as_chosen(self.tell))


@dataclass(frozen=True, slots=True)
class MadeCover:
    """The letter as it would leave."""

    pdf: bytes
    text: str
    html: str
    line: Line


def copies_to_cover(vault: Vault) -> tuple[CopyGiven, ...]:
    """The sealed copies that a letter can go with, newest first."""
    return tuple(one for one in reversed(vault.passport().copies) if kind_of(vault, one) in SEALED)


def copy_to_cover(vault: Vault, copy_id: str) -> CopyGiven:
    """The copy of this name; the newest for an empty one. Raises NoCopyHere."""
    for one in copies_to_cover(vault):
        if copy_id in {"", one.id}:
            return one
    raise NoCopyHere


def to_choose_for_cover(
    vault: Vault, shelf: Shelf, copy: CopyGiven, today: date, words: Words
) -> Mapping[str, tuple[Piece, ...]]:
    """What may be chosen for each part: ``sender``, ``lines``, ``alert`` and ``tell``. None of it goes in by itself."""
    passport = vault.passport()
    about = tuple(about_me(passport, shelf, copy.audience, words))
    name = passport.name(copy.audience)
    held = (passport.section(one) for one in copy.sections)
    titles = dict.fromkeys(shelf.packs[one.form].title for one in held if one and one.form in shelf.packs)
    care = copy.audience is Audience.CARE
    return {
        "sender": tuple(one for one in about if one.text == name),
        "lines": tuple(Piece(words("cover.enclosed_one"), title, "") for title in titles),
        "alert": to_choose_for_alert(vault, shelf, today, words) if care else about,
        "tell": about,
    }


def rehearse_cover(
    vault: Vault, shelf: Shelf, copy_id: str, chosen: Chosen, to: To, now: datetime, words: Words
) -> MadeCover:
    """The letter as it would leave, without leaving a trace. It goes to who holds the copy; ``to`` says why, and how large.

    Raises NoCopyHere, AlertTooLong, CannotPrint.
    """
    copy, chosen = copy_to_cover(vault, copy_id), chosen.as_kept()
    to = replace(to, holder=copy.holder).as_kept()
    said = (chosen.sender, *chosen.lines, *chosen.alert, *chosen.tell)
    offered = to_choose_for_cover(vault, shelf, copy, now.date(), words)
    sources = dict.fromkeys(piece for part in _parts(chosen, offered) for piece in part if piece.section)
    line = register_line(vault, shelf, COVER, copy.audience, "\n".join(said), tuple(sources), to, now.date())
    spoken = spoken_fingerprint(vault.identity(copy.audience).public)
    covered = Covered(copy, spoken, chosen.sender, chosen.lines, chosen.alert, chosen.tell)
    document = cover_letter(covered, words, now.date())
    pdf = typeset(document, b"", {}, words, large_print=to.large_print)
    return MadeCover(pdf, text_twin(document), html_twin(document), line)


def cover(
    vault: Vault, shelf: Shelf, copy_id: str, chosen: Chosen, to: To, now: datetime, words: Words, out: Path
) -> Given[MadeCover]:
    """The letter in ``out`` and its line in the register, or neither. Raises as ``rehearse_cover``, and NoRoom, NoRoomThere, NoPermission."""
    made = rehearse_cover(vault, shelf, copy_id, chosen, to, now, words)
    name = f"{file_name('cover-letter', made.line)}{'-large' * to.large_print}"
    names = {"pdf": f"{name}.pdf", "text": f"{name}.txt", "html": f"{name}.html"}
    contents = (made.pdf, made.text.encode(), made.html.encode())
    hand_out(vault, out, dict(zip(names.values(), contents, strict=True)), made.line, dict)
    return Given(made, made.line.copy, {kind: out / file for kind, file in names.items()})


def _parts(chosen: Chosen, offered: Mapping[str, Sequence[Piece]]) -> tuple[tuple[Piece, ...], ...]:
    """For each part, what of it stands there."""
    said = {"sender": (chosen.sender,), "alert": chosen.alert, "tell": chosen.tell, "lines": chosen.lines}
    everything = tuple(piece for part in offered.values() for piece in part)
    return tuple(chosen_from(lines, everything) for lines in said.values())
