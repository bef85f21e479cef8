"""What the home screen says: every form with where it stands, and where to carry on. Computed, never stored."""

from dataclasses import dataclass
from datetime import date

from passport.actions.copies import held
from passport.actions.due import Says, due
from passport.actions.looked import Looked
from passport.forms.dates import show_date
from passport.forms.interview import own_title, progress
from passport.forms.pack import GROUPS, Pack
from passport.forms.shelf import Shelf
from passport.law.findings import Outcome
from passport.law.notes import notes_shelf
from passport.record.answers import Place
from passport.record.audience import Audience
from passport.record.passport import Passport
from passport.record.sections import Section
from passport.vault.vault import Vault
from passport.wording.words import Words

CARRY_ON = "carry_on"
"""Where the place to carry on is kept in the vault: the section's id, a space, and the place."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the task list."""

    form: str
    title: str
    status: str
    """In words: ``Completed``, ``2 of 3 ready``, ``7 entries``."""
    detail: str
    """What is most worth knowing next; may be empty."""
    entries: tuple[str, ...]
    """Ids of its sections, oldest first."""


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that belong together."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Home:
    """The whole task list."""

    name: str
    """What to call the person; may be empty."""
    groups: tuple[Group, ...]
    carry_on: tuple[str, Place] | None
    """Section id and place of the question they stopped at."""
    copies: int
    hold_old: int
    """How many people hold a copy that says something else by now."""


_A_MONTH = len("2026-11")
_WEEKS_FROM = 14
"""Days from which on we count in weeks."""
OWN, CARER = Audience.BOTH, Audience.CARER_BOTH
"""The two profiles: what a person keeps about themselves, and what they keep as somebody's carer."""


def home(
    vault: Vault,
    shelf: Shelf,
    today: date,
    words: Words,
    profile: Audience = OWN,
    looked: Looked | None = None,
) -> Home:
    """Where everything stands today in one profile. Begun forms of a carer's stand on the person's own list, in one group.

    ``looked`` is what was found of the papers already.
    """
    passport = vault.passport()
    rows = _Rows(passport, today, words, looked or Looked(passport, today))
    ours = [pack for pack in shelf.packs.values() if pack.audience.of_carer is profile.of_carer]
    which = "carer_" if profile.of_carer else ""
    listed = [
        (f"home.group_{which}{key}", [one for one in ours if one.group == key and _stands(one, passport)])
        for key in GROUPS
    ]
    if not profile.of_carer:
        listed.append(("home.carer", carers_begun(passport, shelf)))
    groups = tuple(Group(words(title), tuple(map(rows.row, packs))) for title, packs in listed if packs)
    return Home(
        passport.called(profile),
        groups,
        stopped_at(vault),
        len(passport.copies),
        len({one.copy.holder for one in held(passport, shelf) if one.old}),
    )


def carers_begun(passport: Passport, shelf: Shelf) -> list[Pack]:
    """The forms that the person began as a carer. Somebody who supports nobody has none, and reads nothing of them."""
    return [pack for pack in shelf.packs.values() if pack.audience.of_carer and passport.begun(pack.id)]


def remember_place(vault: Vault, section_id: str, place: Place) -> None:
    """Keep where the person got to, so that they can carry on there. Only looking at a question is not getting there."""
    vault.keep(CARRY_ON, f"{section_id} {place}")


def stopped_at(vault: Vault) -> tuple[str, Place] | None:
    """Section id and place of the question they got to last."""
    section_id, _, place = str(vault.kept(CARRY_ON) or "").partition(" ")
    known = vault.passport().section(section_id) is not None
    return (section_id, place) if place and known else None


def entry_title(pack: Pack, section: Section, words: Words) -> str:
    """What to call one entry of a form."""
    if not pack.repeats:
        return words("home.begun_on", date=show_date(section.made_on.isoformat()))
    return own_title(pack, section) or words("home.untitled")


def entry_status(pack: Pack, section: Section, today: date, words: Words) -> str:
    """Where one entry stands, in words."""
    if section.stopped_on is not None:
        return words("outcome.stopped")
    return words(f"status.{progress(pack, section, today)}")


def _stands(pack: Pack, passport: Passport) -> bool:
    """Whether a form is on its list: begun, or of use where they live and not one that something else leads to."""
    notes = notes_shelf().of_nation(passport.nation)
    here = notes.papers.get(pack.id) if notes is not None else None
    elsewhere = bool(pack.nations) and notes is not None and (here is None or here.quiet)
    return bool(passport.begun(pack.id)) or not (pack.quiet or elsewhere)


class _Rows:
    """Puts the forms of a list in words."""

    def __init__(self, passport: Passport, today: date, words: Words, looked: Looked) -> None:
        self._passport, self._today, self._words, self._looked = passport, today, words, looked

    def row(self, pack: Pack) -> Row:
        """One form."""
        sections = self._passport.begun(pack.id)
        ids = tuple(section.id for section in sections)
        if not sections:
            return Row(pack.id, pack.title, self._words("status.not_started"), "", ids)
        status, detail = self._of_many(pack, sections) if pack.repeats else self._of_one(pack, sections[-1])
        return Row(pack.id, pack.title, status, detail, ids)

    def _of_many(self, pack: Pack, sections: tuple[Section, ...]) -> tuple[str, str]:
        words, count = self._words, len(sections)
        last = words("home.last", title=entry_title(pack, sections[-1], words))
        if pack.audience in {Audience.PRIVATE, Audience.CARER_PRIVATE}:
            last = words("home.only_you")
        status = words("home.entries" if count != 1 else "home.one_entry", count=count)
        return status, self._due(pack, sections) or last

    def _of_one(self, pack: Pack, section: Section) -> tuple[str, str]:
        words = self._words
        if section.stopped_on is None and pack.refusals and section.items(pack.refusals):
            return self._of_refusals(pack, section)
        looked = section.value(pack.looked_at) if pack.looked_at else None
        detail = (
            words("home.checked", month=show_date(looked[:_A_MONTH]))
            if isinstance(looked, str) and looked
            else ""
        )
        if section.stopped_on is None and pack.has_outcome and not pack.refusals:
            return words(f"outcome.{self._looked.at(section, pack).outcome}"), detail
        return entry_status(pack, section, self._today, words), detail

    def _of_refusals(self, pack: Pack, section: Section) -> tuple[str, str]:
        refusals = self._looked.at(section, pack).refusals
        standing = [refusal for refusal in refusals if refusal.outcome is not Outcome.STOPPED]
        ready = sum(refusal.outcome is Outcome.READY for refusal in standing)
        partly = sum(refusal.outcome is Outcome.READY_NOT_LS for refusal in standing)
        status = self._words("home.ready_of", ready=ready, count=len(standing))
        return status, self._words("home.not_for_life", count=partly) if partly else ""

    def _due(self, pack: Pack, sections: tuple[Section, ...]) -> str:
        """What the dates say first: what ran out, else when the next does, else what may not be right any more."""
        words = self._words
        found = [one for section in sections for one in due(pack, section, self._today)]
        gone = sum(one.says is Says.RAN_OUT for one in found)
        if gone:
            return words("home.one_ran_out" if gone == 1 else "home.ran_out", count=gone)
        days = [one.day for one in found if one.says is Says.RUNS_OUT]
        if days:
            return self._in_so_long((min(days) - self._today).days)
        old = sum(one.says is Says.GROWN_OLD for one in found)
        return words("home.grown_old", count=old) if old else ""

    def _in_so_long(self, days: int) -> str:
        if days >= _WEEKS_FROM:
            return self._words("home.runs_out_weeks", count=days // 7)
        key = {0: "home.runs_out_today", 1: "home.runs_out_tomorrow"}.get(days, "home.runs_out_days")
        return self._words(key, count=days)
