"""An answer: what a person typed, and how we read it. Answers are the one stored truth."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

Value: TypeAlias = "bool | int | str | tuple[Value, ...] | Mapping[str, Value] | None"
"""Plain data that JSON and CBOR both carry. Numbers with a point and dates are text: nothing is rounded."""

Place: TypeAlias = str
"""Where an answer belongs in its form: ``am_name``, or ``ad_refusals.2.rfz_why`` for a question in a list's item."""


ME = "me"
"""Who an answer is by, where nobody helped."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer, word for word, with how we read it."""

    value: Value
    """As read. None where the words are empty, declined or could not be read."""
    words: Value
    """Exactly as typed: text, or a list or table of text for kinds that have parts."""
    when: datetime
    """When it was saved, in UTC."""
    by: str = ME
    """Who typed it: ``me``, or a helper's name."""


def whole_letters(text: str) -> str:
    """The same text, where half a letter (a lone surrogate) is no text: it could be kept, printed and sealed nowhere."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def one_line(text: str) -> str:
    """The same text on one line, so that nobody's name takes the line of another."""
    return " ".join(whole_letters(text).split())


def freeze(plain: object) -> Value:
    """A value out of what a JSON, TOML or CBOR reader gives. Raises TypeError for anything else, such as a float."""
    if plain is None or isinstance(plain, (bool, int, str)):
        return plain
    if isinstance(plain, (list, tuple)):
        return tuple(freeze(item) for item in plain)
    if isinstance(plain, Mapping):
        return {str(key): freeze(item) for key, item in plain.items()}
    raise TypeError(type(plain).__name__)


def thaw(value: Value) -> object:
    """A value as lists and dictionaries, for JSON and CBOR writers."""
    if isinstance(value, tuple):
        return [thaw(item) for item in value]
    if isinstance(value, Mapping):
        return {key: thaw(item) for key, item in value.items()}
    return value


def place_in(part: str, item: str, question: str) -> Place:
    """The place of a question inside one item of a list."""
    return f"{part}.{item}.{question}"


def question_of(place: Place) -> str:
    """The id of the question asked at a place."""
    return place.rsplit(".", 1)[-1]


def named(value: Value) -> str:
    """What a value calls the thing it names: a link's title, or the words themselves. Empty for none."""
    title = value.get("title") if isinstance(value, Mapping) else value
    return "" if title is None else str(title)


def texts_in(value: Value) -> tuple[str, ...]:
    """Every piece of text in a value, in order."""
    if isinstance(value, str):
        return (value,)
    if isinstance(value, tuple):
        return tuple(text for item in value for text in texts_in(item))
    if isinstance(value, Mapping):
        return tuple(text for item in value.values() for text in texts_in(item))
    return ()
