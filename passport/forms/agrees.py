"""Whether a pack agrees with itself: choices and parts where their kind wants them, and no name of what is not there."""

from collections.abc import Iterator, Mapping

from passport.forms.conditions import ConditionUnreadable, compile_condition
from passport.forms.pack import GROUPS, Kind, Pack, Question

_CHOOSING = {Kind.CHOOSE_ONE, Kind.CHOOSE_MANY}


def what_does_not_agree(pack: Pack) -> Iterator[tuple[str, str]]:
    """Each key of ``pack.toml`` that does not, with what to write."""
    by_id = {question.id: question for question in pack.questions()}
    ids = frozenset(by_id)
    for question in pack.questions():
        yield from _of_its_kind(question)
        if question.show_if is not None:
            try:
                compile_condition(question.show_if, ids, at=f"{question.id}.show_if")
            except ConditionUnreadable as complaint:
                at, _, remedy = str(complaint).partition(": ")
                yield at, remedy
    yield from _named(pack, by_id)
    refusals = by_id.get(pack.refusals)
    if pack.refusals and (refusals is None or refusals.kind is not Kind.PART):
        yield "refusals", "name a part of this form"
    for gone in pack.gone:
        if gone in ids:
            yield f"gone.{gone}", "take it out of one place: it cannot be asked and be gone"
    if pack.group not in GROUPS:
        yield "group", "use one of " + ", ".join(GROUPS)


def _named(pack: Pack, by_id: Mapping[str, Question]) -> Iterator[tuple[str, str]]:
    for key in ("entry_title", "began", "ended", "runs_out", "looked_at", "look_again"):
        if getattr(pack, key) and getattr(pack, key) not in by_id:
            yield key, "name a question of this form"
    for key in ("began", "ended", "looked_at", "look_again"):
        if (named := by_id.get(getattr(pack, key))) is not None and named.kind is not Kind.DATE:
            yield key, "name a question that asks for a date"
    for key, names in (("grows_old", pack.grows_old), ("story", pack.story)):
        if not by_id.keys() >= set(names):
            yield key, "name questions of this form only"


def _of_its_kind(question: Question) -> Iterator[tuple[str, str]]:
    if bool(question.choices) != (question.kind in _CHOOSING):
        yield f"{question.id}.choices", "give choices to choose_one or choose_many only"
    for key, named in (("ask_choices", question.ask_choices), ("alone", question.alone)):
        if not set(named) <= {choice.id for choice in question.choices}:
            yield f"{question.id}.{key}", "name choices of this question only"
    if bool(question.questions) != (question.kind is Kind.PART):
        yield f"{question.id}.questions", "give questions to a part only"
    if any(inner.questions or inner.kind is Kind.PART for inner in question.questions):
        yield f"{question.id}.questions", "take the part inside this part out: a list has no lists of pages"
    if any(inner.kind is Kind.LINK for inner in question.questions):
        yield (
            f"{question.id}.questions",
            "take the link inside this part out: a link is a question of its own",
        )
    if bool(question.to) != (question.kind is Kind.LINK):
        yield f"{question.id}.to", "name forms in a link, and only there"
