"""A form that is signed once, as a whole: what was signed is kept with the answer that says so (ruling 14)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from passport.forms.pack import Pack
from passport.law.papers import SignedWhole, papers
from passport.law.signed_text import signed_digests
from passport.record.answers import Answer, Place
from passport.record.sections import Section


def signed_whole(form: str) -> SignedWhole | None:
    """Where this form keeps its signature; None for a form that is signed in items, or not at all."""
    paper = papers().get(form)
    return None if paper is None else paper.signed


def with_signed_text(
    section: Section, pack: Pack, answers: Mapping[Place, Answer], now: datetime, *, anew: bool = False
) -> Mapping[Place, Answer]:
    """The answers about to be saved, with digests of the text where they are the ones that say it was signed.

    Saying so again changes nothing, so that nobody signs new words by opening the page; ``anew``: it was signed again.
    """
    kept = signed_whole(pack.id)
    said = answers.get(kept.said) if kept is not None else None
    if kept is None or said is None or said.value != "yes":
        return answers
    if section.value(kept.said) == "yes" and section.value(kept.text) is not None and not anew:
        return answers
    digests = signed_digests(replace(section, answers={**section.answers, **answers}), pack)
    return {**answers, kept.text: Answer(digests, digests, now)}
