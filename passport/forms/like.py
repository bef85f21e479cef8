"""A form that asks what another asks, with its own ids: a carer's record of what they did is like the person's own.

``like`` names the other pack. Its pages, choice sets, words and rules come along with every question id behind a prefix,
so that nothing of one can be taken for the other. ``leave_out`` names questions that are not asked. A question of the
form's own stands where the one of the same name was left out, else after those of the page it is written in; other pages
follow. The form's own words win, and where it gives no version it has the other's.
"""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

Table: TypeAlias = Mapping[str, object]
PREFIX = "carer_"
_KEYS = ("like", "leave_out")
_OF_QUESTIONS = ("questions", "choices", "columns")


def like(own: Table, base: Table) -> dict[str, object]:
    """The ``pack.toml`` of a form that is like another. ``leave_out`` names questions as the other calls them."""
    ids, side = ids_of(base), str(own.get("audience", ""))
    own_pages = {str(page.get("id")): page for page in _tables(own.get("pages"))}
    pages = []
    for page in _tables(base.get("pages")):
        beside = _tables(own_pages.pop(str(page.get("id")), {}).get("questions"))
        questions = list(_questions(page, beside, ids, _left_out(own)))
        if questions:
            pages.append({**page, "questions": [_of_profile(one, side) for one in questions]})
    kept = {key: _renamed(value, ids) for key, value in base.items() if key not in {"id", "pages", "gone"}}
    given = {key: value for key, value in own.items() if key not in _KEYS}
    return {**kept, **given, "pages": [*pages, *own_pages.values()]}


def what_cannot_be_like(own: Table, base: Table) -> Iterator[tuple[str, str]]:
    """Each key of such a ``pack.toml`` that would be passed over in silence, with what to write."""
    out, pages = own.get("leave_out", []), own.get("pages", [])
    if not isinstance(out, list):
        yield "leave_out", "write a list of ids of questions"
    for one in out if isinstance(out, list) else ():
        if str(one) not in ids_of(base):
            yield "leave_out", f"take {one} out: {own['like']} does not ask it"
    if not isinstance(pages, list) or any(not isinstance(_id(page), str) for page in pages):
        yield "pages", "write each page as [[pages]], and give it an id"
        return
    theirs = {_id(page) for page in _tables(base.get("pages"))}
    for page in (one for one in pages if _id(one) in theirs):
        questions = page.get("questions", [])
        if not isinstance(questions, list) or len(_tables(questions)) != len(questions):
            yield f"pages.{_id(page)}.questions", "write each question as [[pages.questions]]"
        for key in page.keys() - {"id", "questions"}:
            yield f"pages.{_id(page)}.{key}", f"take it out: the page is as {own['like']} has it"


def words_like(own: Table, own_pack: Table, base: Table, base_pack: Table) -> dict[str, object]:
    """The wording of a form that is like another: the other's where the form says nothing of its own."""
    out = _left_out(own_pack)
    pages = {page["id"] for page in _tables(like(own_pack, base_pack)["pages"])}
    kept = {
        key: {
            name: one
            for name, one in table.items()
            if not (key in _OF_QUESTIONS and name in out) and (key != "pages" or name in pages)
        }
        if isinstance(table, Mapping)
        else table
        for key, table in base.items()
        if key != "gone"
    }
    renamed = _renamed(kept, ids_of(base_pack))
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


def _questions(page: Table, beside: list[Table], ids: frozenset[str], out: frozenset[str]) -> Iterator[Table]:
    """The questions of a page: the other's under new names, and the form's own where they belong."""
    instead = {str(one.get("id")): one for one in beside}
    for question in _tables(page.get("questions")):
        name = str(question.get("id"))
        if name in out:
            own = instead.pop(PREFIX + name, None)
            if own is not None:
                yield own
        else:
            renamed = _renamed(question, ids)
            assert isinstance(renamed, dict)
            yield renamed
    yield from instead.values()


def _renamed(value: object, ids: frozenset[str]) -> object:
    if isinstance(value, str):
        return f"{PREFIX}{value}" if value in ids else value
    if isinstance(value, Mapping):
        return {str(_renamed(key, ids)): _renamed(inner, ids) for key, inner in value.items()}
    if isinstance(value, list):
        return [_renamed(inner, ids) for inner in value]
    return value


def _of_profile(question: Table, side: str) -> dict[str, object]:
    """The same side of the wall, and links to the same forms, of the form's own profile."""
    found = dict(question)
    if not side.startswith(PREFIX):
        return found
    if "audience" in found:
        found["audience"] = _of_carer(found["audience"])
    if isinstance(found.get("to"), list):
        found["to"] = [_of_carer(one) for one in found["to"]]  # type: ignore[attr-defined]  # a list, as asked above
    if isinstance(found.get("questions"), list):
        found["questions"] = [_of_profile(one, side) for one in _tables(found["questions"])]
    return found


def _of_carer(name: object) -> str:
    return str(name) if str(name).startswith(PREFIX) else f"{PREFIX}{name}"


def _left_out(own: Table) -> frozenset[str]:
    out = own.get("leave_out")
    return frozenset(str(one) for one in out) if isinstance(out, list) else frozenset()


def _id(page: object) -> object:
    return page.get("id") if isinstance(page, Mapping) else None


def _tables(value: object) -> list[Table]:
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []


def _merged(base: Table, own: Table) -> dict[str, object]:
    merged = dict(base)
    for key, value in own.items():
        there = merged.get(key)
        both = isinstance(there, Mapping) and isinstance(value, Mapping)
        merged[key] = _merged(there, value) if both else value  # type: ignore[arg-type]  # both are tables
    return merged
