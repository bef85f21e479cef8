"""Bring in what a helper sent back. It waits beside the answers: none of them is changed."""

from collections.abc import Mapping
from dataclasses import dataclass

from passport.actions.answers_in_file import asked
from passport.actions.ask_for_help import KEPT as ASKED
from passport.actions.suggestions import NAME, WAITING
from passport.actions.whose import must_be_ones_own
from passport.errors import BroughtBefore, BundleOfAnother, PassportError
from passport.exchange.bundle import Reply, answered_bundle, open_reply
from passport.forms.pack import Kind
from passport.forms.shelf import Shelf
from passport.record.answers import Value, question_of, texts_in
from passport.record.suggestions import Helper, Suggestion
from passport.vault.vault import Vault
from passport.wording.words import Words


@dataclass(frozen=True, slots=True)
class Brought:
    """What came in."""

    helper: Helper
    new: int
    known: int
    """Suggestions that were here before, waiting or decided."""
    left_out: int
    """Suggestions about something that this helper was not asked about."""


def bring_in(vault: Vault, shelf: Shelf, data: bytes) -> Brought:
    """What a helper sent back, waiting beside the answers. No answer is changed.

    Raises NotABundle, BundleDamaged, BundleNewer, BundleOfAnother, BroughtBefore, OnlyHelping.
    """
    must_be_ones_own(vault)
    name = f"{ASKED}{answered_bundle(data)}"
    known = vault.kept(name)
    if not isinstance(known, Mapping):
        raise BundleOfAnother
    reply = open_reply(data, bytes.fromhex(str(known["secret"])))
    brought = texts_in(known.get("brought"))
    if reply.id in brought:
        raise BroughtBefore
    found = _brought(vault, shelf, reply, known.get("open"))
    vault.keep(name, {**known, "brought": (*brought, reply.id)})
    return found


def _brought(vault: Vault, shelf: Shelf, reply: Reply, opened: Value) -> Brought:
    kept = vault.kept_like(NAME)
    seen = {str(one["same"]) for one in kept.values() if isinstance(one, Mapping)}
    number = max((int(name.removeprefix(NAME)) for name in kept), default=0)
    fits = [one for one in reply.suggestions if _was_open(vault, shelf, one, opened)]
    new = {one.same_as(): one for one in fits if one.same_as() not in seen}
    for at, one in enumerate(new.values(), number + 1):
        vault.keep(f"{NAME}{at}", _kept(one, reply.helper))
    return Brought(reply.helper, len(new), len(fits) - len(new), len(reply.suggestions) - len(fits))


def _was_open(vault: Vault, shelf: Shelf, one: Suggestion, opened: Value) -> bool:
    """Whether this helper was asked about that place, and words can stand there."""
    form, _, number = one.section.rpartition("-")
    asks = {
        (str(entry[0]), str(entry[1])): texts_in(entry[2]) for entry in _tuples(opened) if len(entry) == 3
    }.get((form, number), ())
    section = vault.passport().section(one.section)
    pack = shelf.packs.get(form)
    if section is None or pack is None:
        return False
    try:
        question = asked(pack, question_of(one.at))
        inside = [asked(pack, name) for name in one.fields]
    except PassportError:
        return False
    part, _, rest = one.at.partition(".")
    if {part, question.id, *one.fields} - set(asks):
        return False
    if one.fields:
        return question.kind is Kind.PART and all(each in question.questions for each in inside)
    if rest:
        owner = pack.part_of(question.id)
        return owner is not None and owner.id == part
    return question.kind is not Kind.PART and pack.part_of(question.id) is None


def _tuples(value: Value) -> tuple[tuple[Value, ...], ...]:
    return tuple(one for one in value if isinstance(one, tuple)) if isinstance(value, tuple) else ()


def _kept(one: Suggestion, helper: Helper) -> Value:
    return {
        "state": WAITING,
        "section": one.section,
        "at": one.at,
        "words": one.words,
        "item": one.fields,
        "over": one.over,
        "helper": helper.name,
        "how": helper.how,
        "same": one.same_as(),
    }


def told(brought: Brought, words: Words) -> tuple[str, ...]:
    """What came in, in words."""
    key = {0: "brought_none", 1: "brought_one"}.get(brought.new, "brought")
    lines = [words(f"helping.{key}", name=brought.helper.name, count=brought.new)]
    if brought.left_out:
        lines.append(words("helping.left_out", count=brought.left_out))
    return tuple(lines)
