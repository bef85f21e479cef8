"""Ask one question: its words, what is answered now, how to answer, and a prompt for each kind."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from passport.actions.form_now import YES_NO
from passport.cli.plain.talk import EMPTY, Leave, Talk, Way, number_in
from passport.forms.kinds import PERSON_PARTS, choices_of
from passport.forms.pack import Kind, Question
from passport.record.answers import Value, texts_in


@dataclass(frozen=True, slots=True)
class Asked:
    """One question, ready to be asked."""

    question: Question
    words: Value
    """What is answered now, as typed."""
    shown: tuple[str, ...]
    """The same, in words to read."""
    help: tuple[str, ...]


Typed: TypeAlias = "Value | Way"
"""What was typed; a Way; or None to leave the answer as it is."""
Prompt = Callable[[Talk, Asked], Typed]
"""Asks for one kind. Raises Leave, with what was half typed."""


def ask(talk: Talk, asked: Asked) -> Typed:
    """One question from its heading to what was typed."""
    talk.line(asked.question.label)
    if asked.question.help:
        talk.line(asked.question.help)
    if asked.shown and asked.question.kind not in _SHOW_THEMSELVES:
        talk.say("plain.now", answer="; ".join(asked.shown))
    return PROMPTS[asked.question.kind](talk, asked)


def _line(talk: Talk, asked: Asked) -> Typed:
    talk.say("plain.keep" if asked.shown else "plain.empty_line")
    return _or_nothing(talk.ask(asked.help))


def _date(talk: Talk, asked: Asked) -> Typed:
    talk.say("screens.date.like")
    return _line(talk, asked)


def _money(talk: Talk, asked: Asked) -> Typed:
    talk.say("plain.money")
    return _line(talk, asked)


def _choose_one(talk: Talk, asked: Asked) -> Typed:
    choices = _numbered(talk, asked)
    talk.say("plain.choose_one")
    typed = _or_nothing(talk.ask(asked.help))
    if isinstance(typed, str) and (at := number_in(typed, len(choices))) is not None:
        return choices[at]
    return typed


def _choose_many(talk: Talk, asked: Asked) -> Typed:
    choices = _numbered(talk, asked)
    talk.say("plain.choose_many")
    typed = _or_nothing(talk.ask(asked.help))
    if not isinstance(typed, str) or not typed:
        return typed
    picked = [number_in(one, len(choices)) for one in typed.replace(",", " ").split()]
    if None in picked:
        return tuple(part.strip() for part in typed.split(","))
    return tuple(choices[at] for at in picked if at is not None)


def _numbered(talk: Talk, asked: Asked) -> list[str]:
    labels = {one: talk.words(f"answers.{one}") for one in YES_NO}
    choices = choices_of(asked.question, labels)
    for number, choice in enumerate(choices, 1):
        talk.line(f"{number} {choice.label}")
    return [choice.id for choice in choices]


def _long_text(talk: Talk, asked: Asked) -> Typed:
    talk.say("plain.keep" if asked.shown else "plain.empty_line")
    talk.say("plain.long_text")
    first = _or_nothing(talk.ask(asked.help))
    if not isinstance(first, str) or not first:
        return first
    lines = [first]
    while True:
        try:
            line = talk.more()
        except Leave as leaving:
            leaving.half_typed = "\n".join(lines)
            raise
        if line.strip() == ".":
            return "\n".join(lines)
        lines.append(line)


def _list(talk: Talk, asked: Asked) -> Typed:
    """Lines, or rows of columns: add, change or take out, then an empty line."""
    rows: list[Value] = (
        list(asked.words) if isinstance(asked.words, tuple) else ([asked.words] if asked.words else [])
    )
    changed = False
    while True:
        for number, row in enumerate(rows, 1):
            talk.line(f"{number} {', '.join(texts_in(row))}")
        talk.say("plain.list_rows" if asked.question.columns else "plain.list")
        try:
            typed = talk.ask(asked.help)
            if isinstance(typed, Way):
                return tuple(rows) if changed and typed is Way.SKIP else typed
            if not typed.strip():
                return tuple(rows) if changed else None
            changed = _change(talk, asked.question, rows, typed.strip()) or changed
        except Leave as leaving:
            leaving.half_typed = tuple(rows) if changed else None
            raise


def _change(talk: Talk, question: Question, rows: list[Value], typed: str) -> bool:
    number, _, rest = typed.partition(" ")
    at = number_in(number, len(rows))
    if number == EMPTY and (out := number_in(rest, len(rows))) is not None:
        del rows[out]
    elif at is not None and (rest or question.columns):
        rows[at] = _row(talk, question, rest, rows[at])
    else:
        rows.append(_row(talk, question, "" if typed == "+" else typed, None))
    return True


def _row(talk: Talk, question: Question, typed: str, before: Value) -> Value:
    """One line as typed, or one row, column by column."""
    if not question.columns:
        return typed
    known = before if isinstance(before, Mapping) else {}
    row: dict[str, Value] = {}
    for number, column in enumerate(question.columns):
        if number == 0 and typed:
            row[column.id] = typed
            continue
        row[column.id] = _part(talk, column.label, str(known.get(column.id) or ""))
    return {key: words for key, words in row.items() if words}


def _person(talk: Talk, asked: Asked) -> Typed:
    talk.say("plain.keep" if asked.shown else "plain.empty_line")
    known = asked.words if isinstance(asked.words, Mapping) else {"name": asked.words or ""}
    talk.line(talk.words("screens.person.name"))
    name = _or_nothing(talk.ask(asked.help))
    if not isinstance(name, str) or not name:
        return name
    found = {"name": name}
    try:
        for part in PERSON_PARTS[1:]:
            found[part] = _part(talk, talk.words(f"screens.person.{part}"), str(known.get(part) or ""))
    except Leave as leaving:
        leaving.half_typed = dict(found)
        raise
    return {key: words for key, words in found.items() if words}


def _part(talk: Talk, label: str, before: str) -> str:
    """One named piece of an answer; an empty line keeps it."""
    talk.line(talk.words("plain.part_now", label=label, answer=before) if before else label)
    typed = talk.ask()
    if isinstance(typed, Way) or not typed.strip():
        return before
    return "" if typed.strip() == EMPTY else typed


def _fixed(talk: Talk, asked: Asked) -> Typed:
    talk.say("plain.carry_on")
    typed = talk.ask(asked.help)
    return typed if isinstance(typed, Way) else None


def _or_nothing(typed: str | Way) -> Typed:
    """An empty line leaves the answer as it is; a single dash empties it."""
    if isinstance(typed, Way) or typed.strip() == EMPTY:
        return typed if isinstance(typed, Way) else ""
    return typed if typed.strip() else None


PROMPTS: Mapping[Kind, Prompt] = {
    Kind.SHORT_TEXT: _line,
    Kind.LONG_TEXT: _long_text,
    Kind.YES_NO: _choose_one,
    Kind.YES_NO_DO_NOT_KNOW: _choose_one,
    Kind.CHOOSE_ONE: _choose_one,
    Kind.CHOOSE_MANY: _choose_many,
    Kind.LIST: _list,
    Kind.PART: _fixed,
    Kind.DATE: _date,
    Kind.NUMBER: _line,
    Kind.MONEY: _money,
    Kind.PERSON: _person,
    Kind.FILE: _line,
    Kind.FIXED: _fixed,
}
"""One for each kind that is asked. The items of a part are walked by ``items``."""
_SHOW_THEMSELVES = {Kind.LIST, Kind.PART, Kind.FIXED}
