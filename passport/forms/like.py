"""A form that asks what another asks, with its own ids: a carer's record of what they did is like the person's own.

``like`` names the other pack. Its pages, choice sets, words and rules come along with every question id behind a prefix,
so that nothing of one can be taken for the other. ``leave_out`` names questions that are not asked; a page with the same
id gets the form's own questions after them, and other pages follow. The form's own words win.
"""

from collections.abc import Mapping
from typing import TypeAlias

Table: TypeAlias = Mapping[str, object]
PREFIX = "carer_"
_KEYS = ("like", "leave_out")
_OF_QUESTIONS = ("questions", "choices", "columns")


def like(own: Table, base: Table) -> dict[str, object]:
    """The ``pack.toml`` of a form that is like another. ``leave_out`` names questions as the other calls them."""
    ids, out = ids_of(base), _left_out(own)
    side = str(own.get("audience", ""))
    pages: list[dict[str, object]] = []
    for page in _tables(base.get("pages")):
        kept = [one for one in _tables(page.get("questions")) if one.get("id") not in out]
        if kept:
            renamed = _renamed({**page, "questions": kept}, ids)
            assert isinstance(renamed, dict)
            pages.append(_on_side(renamed, side))
    by_id = {page["id"]: page for page in pages}
    for page in _tables(own.get("pages")):
        there = by_id.get(page.get("id"))
        if there is None:
            pages.append(dict(page))
        else:
            there["questions"] = [*_tables(there["questions"]), *_tables(page.get("questions"))]
    kept_keys = {
        key: _renamed(value, ids) for key, value in base.items() if key not in {"id", "pages", "gone"}
    }
    return {**kept_keys, **{key: value for key, value in own.items() if key not in _KEYS}, "pages": pages}


def words_like(own: Table, own_pack: Table, base: Table, base_pack: Table) -> dict[str, object]:
    """The wording of a form that is like another: the other's where the form says nothing of its own."""
    ids, out = ids_of(base_pack), _left_out(own_pack)
    kept = {
        key: {name: one for name, one in table.items() if name not in out}
        if key in _OF_QUESTIONS and isinstance(table, Mapping)
        else table
        for key, table in base.items()
        if key != "gone"
    }
    renamed = _renamed(kept, ids)
    assert isinstance(renamed, dict)
    return _merged(renamed, own)


def rules_like(own: Table, base: Table, base_pack: Table) -> dict[str, object]:
    """The rules of a form that is like another, and its own."""
    renamed = _renamed(base, ids_of(base_pack))
    assert isinstance(renamed, dict)
    return {**renamed, **own}


def ids_of(pack: Table) -> frozenset[str]:
    """The ids of every question in a ``pack.toml``."""
    asked = [one for page in _tables(pack.get("pages")) for one in _tables(page.get("questions"))]
    return frozenset(
        str(one.get("id")) for question in asked for one in (question, *_tables(question.get("questions")))
    )


def _renamed(value: object, ids: frozenset[str]) -> object:
    if isinstance(value, str):
        return f"{PREFIX}{value}" if value in ids else value
    if isinstance(value, Mapping):
        return {str(_renamed(key, ids)): _renamed(inner, ids) for key, inner in value.items()}
    if isinstance(value, list):
        return [_renamed(inner, ids) for inner in value]
    return value


def _on_side(page: dict[str, object], side: str) -> dict[str, object]:
    """A field that names a side of the wall names the same side of the form's own profile."""
    for question in _tables(page.get("questions")):
        if side.startswith(PREFIX) and isinstance(question, dict) and "audience" in question:
            question["audience"] = f"{PREFIX}{question['audience']}"
    return page


def _left_out(own: Table) -> frozenset[str]:
    out = own.get("leave_out")
    return frozenset(str(one) for one in out) if isinstance(out, list) else frozenset()


def _tables(value: object) -> list[Table]:
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []


def _merged(base: Table, own: Table) -> dict[str, object]:
    merged = dict(base)
    for key, value in own.items():
        there = merged.get(key)
        both = isinstance(there, Mapping) and isinstance(value, Mapping)
        merged[key] = _merged(there, value) if both else value  # type: ignore[arg-type]  # both are tables
    return merged
