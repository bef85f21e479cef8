"""Kinds of question: read what was typed, say what is wrong with it, show a value in words.

Reading never refuses: words that cannot be read give a Problem beside a value of None, and the words are kept.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from passport.forms.conditions import form_of_link
from passport.forms.dates import no_such_day, read_date, show_date
from passport.forms.pack import Choice, Kind, Question
from passport.record.answers import Value, texts_in

PREFER_NOT = "prefer not to say"
LONGEST = 100_000
"""Characters in one text answer. More is kept, with a problem."""
PERSON_PARTS = ("name", "job", "how", "date", "contact")


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that stops an answer from being finished, never from being saved."""

    code: str
    """Key of the sentence in wording, under ``problems``."""
    gaps: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Reading:
    """What we made of what was typed."""

    value: Value
    problem: Problem | None = None


def choices_of(question: Question, yes_no: Mapping[str, str]) -> tuple[Choice, ...]:
    """What may be chosen; yes/no questions take their labels from wording."""
    if question.kind is Kind.YES_NO:
        return (Choice("yes", yes_no["yes"]), Choice("no", yes_no["no"]))
    if question.kind is Kind.YES_NO_DO_NOT_KNOW:
        return tuple(Choice(one, yes_no[one]) for one in ("yes", "no", "do_not_know"))
    return question.choices


_YES = {"yes", "y", "true"}
_NO = {"no", "n", "false"}
_DO_NOT_KNOW = {"do_not_know", "do not know", "i do not know", "don't know", "not sure"}


def read(question: Question, words: Value, today: date) -> Reading:
    """A value out of what was typed, or out of a file. Empty words give None and no problem."""
    if words is None or (isinstance(words, str) and not words.strip()) or words == ():
        return Reading(None)
    if (
        isinstance(words, str)
        and words.strip().lower() == PREFER_NOT
        and question.kind is not Kind.SHORT_TEXT
    ):
        return Reading(None)
    return _READERS[question.kind](question, words, today)


def _text(question: Question, words: Value, _today: date) -> Reading:
    if isinstance(words, (tuple, Mapping)):
        return Reading(None, Problem("text_wanted", {"label": question.label}))
    text = str(words)
    if len(text) > LONGEST:
        return Reading(text, Problem("too_long", {"label": question.label, "most": f"{LONGEST:,}"}))
    if question.kind is Kind.SHORT_TEXT and "\n" in text.strip():
        return Reading(text, Problem("one_line", {"label": question.label}))
    return Reading(text)


def _yes_no(question: Question, words: Value, _today: date) -> Reading:
    plain = ("yes" if words else "no") if isinstance(words, bool) else _plain(words)
    if plain in _YES:
        return Reading("yes")
    if plain in _NO:
        return Reading("no")
    if question.kind is Kind.YES_NO_DO_NOT_KNOW and plain in _DO_NOT_KNOW:
        return Reading("do_not_know")
    code = "yes_no_wanted" if question.kind is Kind.YES_NO else "yes_no_do_not_know_wanted"
    return Reading(None, Problem(code, {"label": question.label}))


def _choose_one(question: Question, words: Value, _today: date) -> Reading:
    if isinstance(words, tuple) and len(words) == 1:
        words = words[0]
    chosen = _chosen(question, words)
    if chosen is None:
        return Reading(None, Problem("choice_wanted", {"label": question.label}))
    return Reading(chosen)


def _choose_many(question: Question, words: Value, _today: date) -> Reading:
    asked = words if isinstance(words, tuple) else (words,)
    chosen = {_chosen(question, one) for one in asked}
    value = tuple(choice.id for choice in question.choices if choice.id in chosen)
    if None in chosen:
        return Reading(value, Problem("choice_wanted", {"label": question.label}))
    alone = next(
        (choice for choice in question.choices if choice.id in {*value}.intersection(question.alone)), None
    )
    if alone is not None and len(value) > 1:
        return Reading(value, Problem("stands_alone", {"choice": alone.label, "label": question.label}))
    return Reading(value)


def _chosen(question: Question, words: Value) -> str | None:
    plain = _plain(words)
    for choice in question.choices:
        if plain in {choice.id.lower(), " ".join(choice.label.lower().split())}:
            return choice.id
    return None


def _plain(words: Value) -> str:
    return " ".join(str(words).lower().split()) if isinstance(words, (str, int)) else ""


def _list(question: Question, words: Value, _today: date) -> Reading:
    if isinstance(words, str):
        words = tuple(line for line in words.splitlines() if line.strip())
    items = tuple(_list_item(question, item) for item in (words if isinstance(words, tuple) else (words,)))
    kept = tuple(item for item in items if item is not None)
    if len(kept) != len(items):
        return Reading(kept or None, Problem("list_wanted", {"label": question.label}))
    if question.most is not None and len(kept) > question.most:
        return Reading(kept, Problem("too_many", {"label": question.label, "most": str(question.most)}))
    return Reading(kept)


def _list_item(question: Question, item: Value) -> Value:
    columns = [column.id for column in question.columns]
    if isinstance(item, Mapping):
        if not set(item) <= set(columns) or not all(isinstance(text, (str, int)) for text in item.values()):
            return None
        return {
            column: str(item[column]) for column in columns if column in item and str(item[column]).strip()
        }
    if isinstance(item, (str, int)) and not isinstance(item, bool):
        return {columns[0]: str(item)} if columns else str(item)
    return None


def _date(question: Question, words: Value, today: date) -> Reading:
    typed = str(words) if isinstance(words, (str, int)) else ""
    if edtf := read_date(typed, today):
        return Reading(edtf)
    if wrong := no_such_day(typed, today):
        return Reading(
            None, Problem("no_such_day", {"day": wrong[0], "month": wrong[1], "label": question.label})
        )
    return Reading(None, Problem("date_wanted", {"label": question.label}))


def _number(question: Question, words: Value, _today: date) -> Reading:
    number = _decimal(str(words)) if isinstance(words, (str, int)) else None
    if number is None:
        return Reading(None, Problem("number_wanted", {"label": question.label}))
    if question.most is not None and Decimal(number) > question.most:
        return Reading(
            number, Problem("number_too_high", {"label": question.label, "most": str(question.most)})
        )
    return Reading(number)


def _money(question: Question, words: Value, _today: date) -> Reading:
    number = _decimal(str(words).replace("£", "")) if isinstance(words, (str, int)) else None
    if number is None or Decimal(number) != round(Decimal(number), 2):  # no part of a penny is dropped
        return Reading(None, Problem("money_wanted", {"label": question.label}))
    return Reading(f"{Decimal(number):.2f}")


def _decimal(text: str) -> str | None:
    plain = re.sub(r"[,\s]", "", text)
    if not re.fullmatch(r"\d{1,12}(\.\d{1,6})?", plain):
        return None
    try:
        return format(Decimal(plain).normalize(), "f")
    except InvalidOperation:
        return None


def _person(question: Question, words: Value, _today: date) -> Reading:
    if isinstance(words, (str, int)):
        return Reading({"name": str(words)})
    if isinstance(words, Mapping) and set(words) <= set(PERSON_PARTS):
        value = {part: str(words[part]) for part in PERSON_PARTS if is_text(words.get(part))}
        return Reading(value or None)
    return Reading(None, Problem("person_wanted", {"label": question.label}))


def is_text(value: object) -> bool:
    """Whether a value is text with something in it."""
    return isinstance(value, str) and bool(value.strip())


def _file(question: Question, words: Value, _today: date) -> Reading:
    name = words.get("name") if isinstance(words, Mapping) else words
    if not is_text(name):
        return Reading(None, Problem("file_wanted", {"label": question.label}))
    return Reading({"name": re.split(r"[\\/]", str(name))[-1]})


def _link(question: Question, words: Value, _today: date) -> Reading:
    """A table of a section and its title, as ``actions.links`` makes it. Words that name none are kept as they are."""
    if form_of_link(words) in question.to:
        return Reading(words)
    return Reading(None, Problem("link_wanted", {"label": question.label}))


def _not_typed(_question: Question, words: Value, _today: date) -> Reading:
    return Reading(words)


_READERS: dict[Kind, Callable[[Question, Value, date], Reading]] = {
    Kind.SHORT_TEXT: _text,
    Kind.LONG_TEXT: _text,
    Kind.YES_NO: _yes_no,
    Kind.YES_NO_DO_NOT_KNOW: _yes_no,
    Kind.CHOOSE_ONE: _choose_one,
    Kind.CHOOSE_MANY: _choose_many,
    Kind.LIST: _list,
    Kind.PART: _not_typed,
    Kind.DATE: _date,
    Kind.NUMBER: _number,
    Kind.MONEY: _money,
    Kind.PERSON: _person,
    Kind.FILE: _file,
    Kind.LINK: _link,
    Kind.AUTOMATIC: _not_typed,
    Kind.FIXED: _not_typed,
}


def show(question: Question, value: Value, yes_no: Mapping[str, str]) -> tuple[str, ...]:
    """A value in words: one line of text, or one for each item of a list. Empty for None."""
    if value is None:
        return ()
    if question.kind in {Kind.YES_NO, Kind.YES_NO_DO_NOT_KNOW, Kind.CHOOSE_ONE, Kind.CHOOSE_MANY}:
        labels = {choice.id: choice.label for choice in choices_of(question, yes_no)}
        return tuple(labels.get(one, one) for one in texts_in(value))
    if question.kind is Kind.DATE:
        return (show_date(str(value)),)
    if question.kind is Kind.MONEY:
        return (f"£{value}",)
    if question.kind is Kind.LINK and isinstance(value, Mapping):
        return texts_in(value.get("title"))
    if question.kind is Kind.LIST and isinstance(value, tuple):
        return tuple(_in_one_line(question, item) for item in value)
    return (_in_one_line(question, value),) if isinstance(value, Mapping) else texts_in(value)


def _in_one_line(question: Question, item: Value) -> str:
    """A row of a list, or a person, in the order that the form asks: what was sealed is sorted another way."""
    if isinstance(item, Mapping):
        asked = [*(column.id for column in question.columns), *PERSON_PARTS]
        item = tuple(
            item[name]
            for name in sorted(item, key=lambda one: asked.index(one) if one in asked else len(asked))
        )
    return ", ".join(texts_in(item))
