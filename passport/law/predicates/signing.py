"""Named facts about the signing: who was there, and what changed since (rulings 11, 14 to 17)."""

from collections.abc import Mapping

from passport.forms.conditions import is_answered
from passport.law.facts import Known
from passport.law.made import signed_ahead
from passport.law.predicates.registry import PREDICATES, Settings
from passport.law.words import names_match
from passport.record.answers import Value

_fact = PREDICATES.add


@_fact({"one": str, "other": str})
def same_name(known: Known, settings: Settings) -> bool:
    """Two answers name the same person (ruling 11)."""
    one, other = (_name(known.value(str(settings[key]))) for key in ("one", "other"))
    return names_match(one, other)


@_fact(reads=("doc_helper",))
def helper_is_witness(known: Known, _settings: Settings) -> bool:
    """Who helped with a paper also saw it signed, by the names given (ruling 11)."""
    fields = known.paper.fields
    return fields is not None and names_match(
        _name(known.value("doc_helper")), _name(known.value(fields.witness) if fields.witness else None)
    )


@_fact(of_refusal=True)
def decision_changed(known: Known, _settings: Settings) -> bool:
    """What this refusal says is not what was signed (rulings 14, 15)."""
    signed = known.paper.signed_text
    return signed is not None and known.item is not None and _decision_changed(known, known.item.id)


@_fact(of_refusal=True)
def life_sustaining_now_or_when_signed(known: Known, _settings: Settings) -> bool:
    """It is about staying alive now, or was when it was signed (ruling 15)."""
    signed = known.paper.signed_text
    return known.refusal is not None and (
        known.refusal.life_sustaining
        or (signed is not None and signed.life_sustaining.get(known.refusal.id, False))
    )


@_fact(of_refusal=True)
def statement_came_after_signing(known: Known, _settings: Settings) -> bool:
    """The words "even if my life is at risk" are there now and were not in the text that was signed (ruling 17)."""
    signing, refusal = known.paper.signing, known.refusal
    if signing is None or not signing.signed or refusal is None or not refusal.says_even_if_life_at_risk:
        return False
    if signing.statement_was_on_paper is not None:
        return signing.statement_was_on_paper != "yes"
    return signing.text is not None and not signing.text.statements.get(refusal.id, False)


@_fact(reads=("sg_date",))
def signed_on_a_day_ahead(known: Known, _settings: Settings) -> bool:
    """The date of the signing lies after the day it was written down, so it cannot be right."""
    return known.paper.signing is not None and signed_ahead(known.paper.signing)


@_fact()
def other_text_changed(known: Known, _settings: Settings) -> bool:
    """Only other printed text differs from what was signed, or a refusal that is not about staying alive (ruling 15)."""
    paper = known.paper
    signed = paper.signed_text
    if signed is None or paper.text_now.paper == signed.paper:
        return False
    changed = [one for one in paper.refusals if _decision_changed(known, one.id)]
    about_life = [one for one in changed if one.life_sustaining or signed.life_sustaining.get(one.id, False)]
    return not about_life or len(changed) > len(about_life)


@_fact(reads=("sg_pages",))
def pages_differ(known: Known, _settings: Settings) -> bool:
    """Another number of pages was signed than this text ever had when it was printed, where we know."""
    signed, pages = known.paper.signed_text, known.value("sg_pages")
    return (
        signed is not None
        and bool(signed.pages)
        and is_answered(pages)
        and str(pages) not in {str(one) for one in signed.pages}
    )


def _decision_changed(known: Known, refusal: str) -> bool:
    signed = known.paper.signed_text
    return signed is not None and known.paper.text_now.decisions.get(refusal) != signed.decisions.get(refusal)


def _name(value: Value) -> str:
    name = value.get("name") if isinstance(value, Mapping) else value
    return name if isinstance(name, str) else ""
