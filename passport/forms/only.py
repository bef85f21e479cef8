"""A shelf with only some questions on it, such as those that a person opened to a helper. No rule speaks there."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from passport.errors import PackUnreadable
from passport.forms.conditions import ConditionUnreadable, compile_condition
from passport.forms.pack import Pack, Page, Question
from passport.forms.shelf import Shelf


def only_these(shelf: Shelf, asks: Mapping[str, Collection[str]]) -> Shelf:
    """These forms, each with these questions and no other. What is asked under a condition that cannot be seen is asked always."""
    packs = {form: _only(shelf.packs[form], asks[form]) for form in shelf.packs if form in asks}
    return replace(shelf, packs=packs)


def _only(pack: Pack, asks: Collection[str]) -> Pack:
    pages = tuple(page for one in pack.pages if (page := _page(one, asks)).questions)
    there = frozenset(one.id for page in pages for top in page.questions for one in (top, *top.questions))
    seen = tuple(
        replace(page, questions=tuple(_seen(one, there) for one in page.questions)) for page in pages
    )
    return replace(
        pack,
        pages=seen,
        rules=(),
        refusals="",
        entry_title=pack.entry_title if pack.entry_title in there else "",
        runs_out="",
        looked_at="",
        look_again="",
        grows_old=(),
        gone={},
    )


def _page(page: Page, asks: Collection[str]) -> Page:
    kept = (one for one in page.questions if one.id in asks)
    return replace(
        page,
        questions=tuple(
            replace(one, questions=tuple(inner for inner in one.questions if inner.id in asks))
            for one in kept
        ),
    )


def _seen(question: Question, there: frozenset[str]) -> Question:
    inside = tuple(_seen(one, there) for one in question.questions)
    return replace(
        question, questions=inside, show_if=question.show_if if _can_ask(question, there) else None
    )


def _can_ask(question: Question, there: frozenset[str]) -> bool:
    try:
        if question.show_if is not None:
            compile_condition(question.show_if, there)
    except (ConditionUnreadable, PackUnreadable):
        return False
    return True
