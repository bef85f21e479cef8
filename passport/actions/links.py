"""A link is another filled-in form of theirs: chosen from those there are, kept by its id with its title."""

from collections.abc import Mapping
from dataclasses import replace

from passport.forms.interview import own_title
from passport.forms.pack import Choice, Kind, Pack, Question
from passport.forms.shelf import Shelf
from passport.record.answers import Value
from passport.record.passport import Passport
from passport.record.sections import Section


def with_links(question: Question, passport: Passport, shelf: Shelf) -> Question:
    """The question with what it may name today as its choices; any other kind of question as it is."""
    if question.kind is not Kind.LINK:
        return question
    sections = [section for form in question.to for section in reversed(passport.begun(form))]
    return replace(
        question, choices=tuple(Choice(one.id, link_title(shelf.pack(one.form), one)) for one in sections)
    )


def as_link(question: Question, typed: Value, passport: Passport, shelf: Shelf) -> Value:
    """What a link is kept as: the section and its title. By id, by title, or by form for the latest of it.

    Words that name none are given back as they are.
    """
    if question.kind is not Kind.LINK:
        return typed
    if isinstance(typed, Mapping):
        typed = typed.get("section")
    plain = " ".join(str(typed or "").lower().split())
    found = [
        choice
        for choice in with_links(question, passport, shelf).choices
        if plain in {choice.id, choice.id.rpartition("-")[0], choice.label.lower()}
    ]
    return {"section": found[0].id, "title": found[0].label} if found else typed


def link_title(pack: Pack, section: Section) -> str:
    """What a link calls a section: the form, or the entry by its own title."""
    return own_title(pack, section) or pack.title
