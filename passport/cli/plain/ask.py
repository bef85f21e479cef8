"""Ask one question: its words, what is answered now, how to answer, and a prompt for each kind."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from passport.actions.form_now import YES_NO
from passport.cli.plain.talk import EMPTY, Leave, Talk, Way, is_number, number_in
from passport.forms.kinds import PERSON_PARTS, choices_of
from passport.forms.pack import Kind, Question
from passport.record.answers import Value, texts_in

END = "."
"""Alone on a line, it ends a long text."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question, ready to be asked."""

    question: Question
    words: Value
    """What is answered now, as typed."""
    shown: tuple[str, ...]
    """The same, in words to read."""
    help: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Turned:
    """An answer that was changed, and the way the person took from it: both count."""

    words: Value
    way: Way


Typed: TypeAlias = "Value | Way | Turned"
"""What was typed; a Way; both; or None to leave the answer as it is."""
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
    return _one_line(talk, asked)


def _one_line(talk: Talk, asked: Asked) -> Typed:
    """A line of words. Raises Leave, with a line that was cut off as what was half typed."""
    try:
        return _or_nothing(talk.ask(asked.help))
    except Leave as leaving:
        leaving.half_typed = leaving.line or None
        raise


def _date(talk: Talk, asked: Asked) -> Typed:
    talk.say("screens.date.like")
    return _line(talk, asked)


def _money(talk: Talk, asked: Asked) -> Typed:
    talk.say("plain.money")
    return _line(talk, asked)


def _choose_one(talk: Talk, asked: Asked) -> Typed:
    choices = _numbered(talk, asked)
    talk.say("plain.choose_one")
    while True:
        typed = _or_nothing(talk.ask(asked.help))
        if not isinstance(typed, str) or not is_number(typed):
            return typed
        if (at := number_in(typed, len(choices))) is not None:
            return choices[at]
        talk.say("plain.number_wanted", most=len(choices))


def _link(talk: Talk, asked: Asked) -> Typed:
    if asked.question.choices:
        return _choose_one(talk, asked)
    talk.say("answers.nothing_to_pick")
    return _or_nothing(talk.ask(asked.help))


def _choose_many(talk: Talk, asked: Asked) -> Typed:
    choices = _numbered(talk, asked)
    talk.say("plain.choose_many")
    while True:
        typed = _or_nothing(talk.ask(asked.help))
        if not isinstance(typed, str) or not typed:
            return typed
        words = typed.replace(",", " ").split()
        if not any(is_number(one) for one in words):
            return tuple(part.strip() for part in typed.split(","))
        picked = [number_in(one, len(choices)) for one in words]
        if None not in picked:
            return tuple(choices[at] for at in picked if at is not None)
        talk.say("plain.number_wanted", most=len(choices))


def _numbered(talk: Talk, asked: Asked) -> list[str]:
    labels = {one: talk.words(f"answers.{one}") for one in YES_NO}
    choices = choices_of(asked.question, labels)
    for number, choice in enumerate(choices, 1):
        talk.line(f"{number} {choice.label}")
    return [choice.id for choice in choices]


def _long_text(talk: Talk, asked: Asked) -> Typed:
    talk.say("plain.keep" if asked.shown else "plain.empty_line")
    talk.say("plain.long_text")
    first = _one_line(talk, asked)
    if not isinstance(first, str) or not first:
        return first
    if first.strip() == END:
        return None
    lines = [first]
    while True:
        try:
            line = talk.more()
        except Leave as leaving:
            leaving.half_typed = "\n".join([*lines, leaving.line] if leaving.line else lines)
            raise
        if line.strip() == END:
            return "\n".join(lines)
        lines.append(line)


def _list(talk: Talk, asked: Asked) -> Typed:
    """Lines, or rows of columns: add, change or take out, then an empty line."""
    began: list[Value] = (
        list(asked.words) if isinstance(asked.words, tuple) else ([asked.words] if asked.words else [])
    )
    rows = list(began)
    while True:
        for number, row in enumerate(rows, 1):
            talk.line(f"{number} {', '.join(texts_in(row))}")
        talk.say("plain.list_rows" if asked.question.columns else "plain.list")
        try:
            typed = talk.ask(asked.help)
            if isinstance(typed, Way):
                return Turned(tuple(rows) or "", typed) if rows != began else typed
            if not typed.strip():
                return (tuple(rows) or "") if rows != began else None
            if not _change(talk, asked.question, rows, typed.strip()):
                talk.say("plain.not_that")
        except Leave as leaving:
            if leaving.line.strip() and not asked.question.columns:
                _change(talk, asked.question, rows, leaving.line.strip())
            leaving.half_typed = (tuple(rows) or "") if rows != began else None
            raise


def _change(talk: Talk, question: Question, rows: list[Value], typed: str) -> bool:
    """Do what was typed to the rows. False where it names a line that is not there."""
    if typed == EMPTY:
        rows.clear()
        return True
    if typed.startswith(EMPTY) and is_number(typed[1:]):
        out = number_in(typed[1:], len(rows))
        if out is not None:
            del rows[out]
        return out is not None
    if question.columns:
        at = number_in(typed, len(rows)) if is_number(typed) else len(rows)
        if at is not None:
            _fill(talk, question, rows, at, "" if is_number(typed) or typed == "+" else typed)
        return at is not None
    number, colon, words = typed.partition(":")
    at = number_in(number, len(rows)) if colon else None
    if at is not None and words.strip():
        rows[at] = words.strip()
        return True
    if is_number(typed) and number_in(typed, len(rows)) is not None:
        return False  # the number of a line, and no words for it
    rows.append(typed)
    return True


def _fill(talk: Talk, question: Question, rows: list[Value], at: int, first: str) -> None:
    """Fill one row column by column, a new one at the end. Raises Leave, with what was typed of it in the row."""
    known = rows[at] if at < len(rows) else {}
    columns = {column.id: column.label for column in question.columns}
    parts = {column: str(known.get(column) or "") for column in columns} if isinstance(known, Mapping) else {}
    begin = 0
    if first:
        parts[next(iter(columns))], begin = first, 1
    try:
        _parts(talk, columns, parts, begin)
    finally:
        row = {column: words for column, words in parts.items() if words}
        rows[at : at + 1] = [row] if row else []


def _person(talk: Talk, asked: Asked) -> Typed:
    talk.say("plain.keep" if asked.shown else "plain.empty_line")
    known = asked.words if isinstance(asked.words, Mapping) else {"name": asked.words or ""}
    talk.line(talk.words("screens.person.name"))
    name = _one_line(talk, asked)
    if not isinstance(name, str) or not name:
        return name
    labels = {part: talk.words(f"screens.person.{part}") for part in PERSON_PARTS}
    parts = {part: str(known.get(part) or "") for part in PERSON_PARTS} | {"name": name}
    try:
        _parts(talk, labels, parts, 1)
    except Leave as leaving:
        leaving.half_typed = {part: words for part, words in parts.items() if words}
        raise
    return {part: words for part, words in parts.items() if words}


def _parts(talk: Talk, labels: Mapping[str, str], parts: dict[str, str], at: int) -> None:
    """Ask for named pieces one by one, into ``parts``. An empty line keeps a piece, ``-`` empties it, ``b`` goes back one."""
    names = list(labels)
    while at < len(names):
        before = parts.get(names[at], "")
        label = labels[names[at]]
        talk.line(talk.words("plain.part_now", label=label, answer=before) if before else label)
        try:
            typed = talk.ask()
        except Leave as leaving:
            parts[names[at]] = leaving.line or before
            raise
        if typed is Way.BACK:
            at = max(0, at - 1)
            continue
        if not isinstance(typed, Way) and typed.strip():
            parts[names[at]] = "" if typed.strip() == EMPTY else typed
        at += 1


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
    Kind.LINK: _link,
    Kind.FIXED: _fixed,
}
"""One for each kind that is asked. The items of a part are walked by ``items``."""
_SHOW_THEMSELVES = {Kind.LIST, Kind.PART, Kind.FIXED}
