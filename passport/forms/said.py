"""The wording of a pack: the words at each key. A missing one is a complaint that names it, and so is one left over."""

from collections.abc import Iterator, Mapping

from passport.forms.complaints import Complaints
from passport.forms.pack import Pack
from passport.forms.shapes import RawPack

_OF_QUESTION = frozenset({"label", "help", "why"})


class Wording:
    """A wording file that was read; None where it could not be, and then nothing is said to be missing."""

    def __init__(self, tables: Mapping[str, object] | None, file: str, complaints: Complaints) -> None:
        self._tables, self._file, self._complaints = tables, file, complaints

    def find(self, *keys: str) -> str | None:
        """The words at a key, or None."""
        here: object = self._tables
        for key in keys:
            here = here.get(key) if isinstance(here, Mapping) else None
        return here if isinstance(here, str) else None

    def at(self, *keys: str) -> str:
        """The words at a key; none, with a complaint, where there are none."""
        words = self.find(*keys)
        if words is not None and words.strip():
            return words
        if self._tables is not None:
            self._complaints.say(self._file, ".".join(keys), "write the words for it here")
        return ""

    def table(self, key: str) -> dict[str, str]:
        """A whole table of words."""
        found = self._tables.get(key, {}) if self._tables is not None else {}
        return {name: str(words) for name, words in found.items()} if isinstance(found, Mapping) else {}

    def all_used(
        self, own: Mapping[str, object], pack: Pack, raw: RawPack, doubted: frozenset[str] | None
    ) -> None:
        """A complaint for words about something the pack does not have. ``own`` is what its own file says.

        Words of what is ``doubted`` are let be: None where that may be anything.
        """
        known = _known(pack, raw)
        for at in _left_over(own, known):
            if doubted is not None and not doubted & set(at.split(".")):
                self._complaints.say(self._file, at, "take it out: nothing uses it")


def _known(pack: Pack, raw: RawPack) -> Mapping[str, Mapping[str, frozenset[str] | None]]:
    """What may have words: for each table its keys, and for each key the keys inside it; None for words themselves."""
    sets = raw.choice_sets
    own_choices = {one.id: one.choices for one in raw.questions() if one.choices and not one.choice_set}
    return {
        "questions": {one.id: _OF_QUESTION for one in pack.questions()},
        "choices": {question: frozenset(choices) for question, choices in own_choices.items()},
        "columns": {
            one.id: frozenset(column.id for column in one.columns) for one in pack.questions() if one.columns
        },
        "pages": {page.id: frozenset({"title", *(["note"] * page.note)}) for page in raw.pages},
        "choice_sets": {name: frozenset(choices) for name, choices in sets.items()},
        "rules": {rule.id: None for rule in pack.rules},
        "gone": dict.fromkeys(pack.gone, None),
    }


def _left_over(
    own: Mapping[str, object], known: Mapping[str, Mapping[str, frozenset[str] | None]]
) -> Iterator[str]:
    for name, table in own.items():
        if name not in {*known, "title", "about", "words"}:
            yield name
        if name not in known or not isinstance(table, Mapping):
            continue
        for key, inside in table.items():
            if key not in known[name]:
                yield f"{name}.{key}"
            elif isinstance(inside, Mapping):
                allowed = known[name][key] or frozenset()
                yield from (f"{name}.{key}.{one}" for one in inside if one not in allowed)
