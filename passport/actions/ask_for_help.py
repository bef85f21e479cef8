"""Ask for help: a locked file for one helper, with the forms the person chose and nothing else.

The wall holds, a private field is never in it, and it stands in the register of copies like everything that leaves.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from passport.actions.answer import start
from passport.actions.chosen import To
from passport.actions.copy_kinds import BUNDLE, series
from passport.actions.form_now import shown
from passport.actions.hand_out import Given, Line, hand_out
from passport.actions.home import entry_title
from passport.actions.offer import choose
from passport.actions.paper_now import must_be_agreed, must_be_noted, only_chosen
from passport.actions.whose import must_be_ones_own
from passport.errors import BundleDamaged, NeverLeaves, NothingOpenToHelp
from passport.exchange.bundle import Asked, Bundle, lock_bundle, new_id, open_bundle
from passport.forms.conditions import is_answered
from passport.forms.pack import Kind, Pack
from passport.forms.shelf import Shelf
from passport.keys.passphrase import must_be_strong_enough
from passport.keys.wrapping import new_secret, public_of
from passport.law.standing_copies import what_is_news
from passport.record.answers import Value, question_of
from passport.record.audience import Audience, Selection, Share
from passport.record.copies import CopyGiven
from passport.record.copies_now import state_of
from passport.record.passport import Passport
from passport.record.sections import SIGNINGS, Section
from passport.vault.vault import Vault
from passport.wording.words import Words, labelled

KEPT = "asked "
"""Before a bundle's id: where the record keeps the key that opens the answer, and what was open to the helper."""
_NOT_FOR_HELP = {Kind.AUTOMATIC, Kind.FIXED, Kind.FILE, Kind.LINK}
"""A link holds the title of another entry, which may be on the other side of the wall."""


@dataclass(frozen=True, slots=True)
class ToAsk:
    """One form, or one entry of it, that somebody may be asked to help with."""

    key: str
    """The section's id; the form's where nothing was begun."""
    title: str
    only_if_ticked: tuple[tuple[str, str], ...]
    """Id and label of each question that is open to the helper only when it is ticked by itself."""


@dataclass(frozen=True, slots=True)
class GoesOut:
    """What a helper will see, before it is made."""

    bundle: Bundle
    lines: tuple[str, ...]
    """Each form, each question that is open, and the person's words where there are some."""
    shared: Passport


def to_ask(vault: Vault, shelf: Shelf, for_: Audience, words: Words) -> tuple[ToAsk, ...]:
    """Every form of one side of the wall, begun or not. Private fields are not among them."""
    return tuple(
        ToAsk(
            section.id if section is not None else pack.id,
            f"{pack.title}: {entry_title(pack, section, words)}"
            if pack.repeats and section is not None and section.answers
            else pack.title,
            tuple(
                (question.id, question.label)
                for question in pack.questions()
                if _may_be_open(pack, question.id)
                and (
                    question.share is Share.ASK or (question.ask_choices and question.share is Share.STANDARD)
                )
                and for_.takes(question.audience)
            ),
        )
        for pack in shelf.for_audience(for_)
        for section in _sections(vault, pack)
    )


def _sections(vault: Vault, pack: Pack) -> tuple[Section | None, ...]:
    live = tuple(one for one in vault.passport().of_form(pack.id) if one.stopped_on is None)
    begun = live if pack.repeats else live[-1:]
    return begun or (None,)


def _may_be_open(pack: Pack, question_id: str) -> bool:
    question, part = pack.question(question_id), pack.part_of(question_id)
    signing = question_id == SIGNINGS or (part is not None and part.id == SIGNINGS)
    about_the_paper = question_id.startswith("doc_") or question_id in {pack.looked_at, pack.look_again}
    fits = question is not None and question.kind not in _NOT_FOR_HELP
    return fits and not signing and not about_the_paper


def selected(
    vault: Vault, shelf: Shelf, for_: Audience, keys: Collection[str], fields: Collection[str], today: date
) -> Selection:
    """A selection of these forms or entries; what was not begun is begun, empty. Raises UnknownForm, UnknownEntry, NeverLeaves.

    ``fields`` are named as for ``share``; a field that is private, or on the other side of the wall, is refused.
    """
    known = {section.id for section in vault.passport().sections}
    sections = []
    for key in keys:
        if key in known:
            sections.append(key)
            continue
        pack = shelf.pack(key)
        sections += [
            section.id if section is not None else start(vault, shelf, key, today).id
            for section in _sections(vault, pack)
        ]
    passport = vault.passport()
    picked = choose(passport, shelf, for_, (), fields).fields
    chosen = frozenset((section, question) for section, question in picked if section in sections)
    return Selection(for_, tuple(dict.fromkeys(sections)), chosen)


def goes_out(vault: Vault, shelf: Shelf, selection: Selection, now: datetime, words: Words) -> GoesOut:
    """Exactly what a helper will see. Nothing is kept.

    Raises WallCrossed, NeverLeaves, NotAgreed, ConsentNotNoted, NothingOpenToHelp, OnlyHelping.
    """
    must_be_ones_own(vault)
    whole, labels = vault.passport(), shelf.labels()
    for section_id, question in selection.fields:
        section = whole.section(section_id)
        label = labels.get(section.form, {}).get(question) if section is not None else None
        if label is None or label.share is Share.NEVER or not selection.for_.takes(label.audience):
            raise NeverLeaves(question=question)
    shared = only_chosen(whole, shelf, selection)
    must_be_agreed(whole, shared)
    must_be_noted(whole, shared, shelf)
    sections = tuple(
        _asked(section, shared.section(section.id), shelf.pack(section.form), selection)
        for section in whole.sections
        if section.id in selection.sections and section.form in shelf.packs
    )
    if not any(one.asks for one in sections):
        raise NothingOpenToHelp
    bundle = Bundle(new_id(), now.date(), whole.called(selection.for_), bytes(32), sections)
    return GoesOut(bundle, tuple(_lines(bundle, shared, shelf, words)), shared)


def _asked(section: Section, shared: Section | None, pack: Pack, selection: Selection) -> Asked:
    labels = pack.labels()
    asks = tuple(
        question.id
        for question in pack.questions()
        if _may_be_open(pack, question.id)
        and selection.lets_out(section.id, question.id, labels[question.id])
        and not (question.ask_choices and (section.id, question.id) not in selection.fields)
        and (
            (part := pack.part_of(question.id)) is None
            or selection.lets_out(section.id, part.id, labels[part.id])
        )
    )
    kept = shared.answers if shared is not None else {}
    words = {place: one.words for place, one in kept.items() if question_of(place) in asks}
    return Asked(section.id, section.form, section.pack_version, asks, words)


def _lines(bundle: Bundle, shared: Passport, shelf: Shelf, words: Words) -> Iterator[str]:
    for one in bundle.sections:
        pack, section = shelf.pack(one.form), shared.section(one.section)
        yield pack.title
        for question in pack.questions():
            if question.id not in one.asks or question.kind is Kind.PART:
                continue
            answers = [
                section.answers[place]
                for place in one.words
                if section is not None and question_of(place) == question.id
            ]
            said = "; ".join(
                line
                for answer in answers
                if is_answered(answer.words)
                for line in shown(question, answer, words)
            )
            yield "  " + labelled(question.label, said or words("answers.not_provided"))


def ask_for_help(
    vault: Vault,
    shelf: Shelf,
    selection: Selection,
    to: To,
    passphrase: str,
    now: datetime,
    words: Words,
    out: Path,
) -> Given[Bundle]:
    """The locked file in ``out``, its line in the register, and the key for the answer in the record; or none of them.

    Raises WeakPassphrase, HolderWanted, NoRoom, NoRoomThere, NoPermission, and as ``goes_out``.
    """
    to = to.as_kept()
    must_be_strong_enough(passphrase)
    going = goes_out(vault, shelf, selection, now, words)
    secret = new_secret()
    before = going.bundle
    bundle = Bundle(before.id, before.made_on, before.name, public_of(secret), before.sections)
    data = lock_bundle(bundle, passphrase)
    name = f"help-{bundle.id[:8]}.passport-help"
    line = _line(vault, shelf, selection, to, bundle, now.date())

    # a form and a number, not the id: erasing an answer of it must not take the key for what is still to come
    opened = tuple((one.form, int(one.section.rpartition("-")[2]), one.asks) for one in bundle.sections)
    kept: Value = {"secret": secret.hex(), "to": to.holder, "open": opened, "brought": ()}

    def checks() -> Mapping[str, Value]:
        if open_bundle(data, passphrase) != bundle:
            raise BundleDamaged
        return {f"{KEPT}{bundle.id}": kept}

    hand_out(vault, out, {name: data}, line, checks)
    return Given(bundle, line.copy, {"bundle": out / name})


def _line(vault: Vault, shelf: Shelf, selection: Selection, to: To, bundle: Bundle, on: date) -> Line:
    passport = vault.passport()
    state = state_of(passport, selection.sections, what_is_news(shelf.labels()))
    named = series(selection.for_, selection.sections, BUNDLE)
    document, version = vault.next_document(named, bundle.id)
    copy = CopyGiven(
        id=f"copy-{len(passport.copies) + 1}",
        holder=to.holder,
        audience=selection.for_,
        document=document,
        version=version,
        sections=selection.sections,
        fields=tuple(sorted(selection.fields)),
        state=state,
        given_on=on,
        reason=to.reason,
        answers_digest=bundle.id,
    )
    return Line(copy, named, bundle.id)
