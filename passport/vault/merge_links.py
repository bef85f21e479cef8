"""Links when two copies are put together: a link to an entry that got a new id leads to that id. Its title stays."""

import json
from collections.abc import Mapping

from passport.record.answers import Place
from passport.vault.merge_lists import History, Line

_LINK = {"section", "title"}


def with_links(history: History, ids: Mapping[str, str]) -> dict[Place, list[Line]]:
    """An entry's lines, each link led to where its entry is here. ``ids``: the id there to the one here."""
    return {place: [_led(line, ids) for line in lines] for place, lines in history.items()}


def without_links(line: Line) -> Line:
    """The line with only the form of what a link leads to."""
    value, words, at, who = line
    return _form_only(value), _form_only(words), at, who


def _led(line: Line, ids: Mapping[str, str]) -> Line:
    value, words, at, who = line
    return _leads(value, ids), _leads(words, ids), at, who


def _leads(text: str, ids: Mapping[str, str]) -> str:
    link = _link(text)
    if link is None or ids.get(link["section"], link["section"]) == link["section"]:
        return text
    return json.dumps({**link, "section": ids[link["section"]]}, ensure_ascii=False)


def _form_only(text: str) -> str:
    link = _link(text)
    return text if link is None else json.dumps({**link, "section": link["section"].rpartition("-")[0]})


def _link(text: str) -> dict[str, str] | None:
    """A link as it is kept; None for anything else."""
    if not text.startswith("{"):
        return None
    plain = json.loads(text)
    if set(plain) != _LINK or not isinstance(plain["section"], str):
        return None
    return dict(plain)
