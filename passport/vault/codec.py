"""Values as rows, and rows as values."""

import json
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date, datetime

from passport.record.answers import Answer, Place, freeze, thaw
from passport.record.audience import Audience
from passport.record.copies import CopyGiven
from passport.record.passport import Passport
from passport.record.sections import Section
from passport.vault.content_seal import Row
from passport.vault.rows import Rows

_read = json.JSONDecoder().decode


def columns(answer: Answer) -> dict[str, object]:
    """An answer's columns."""
    return {
        "value": json.dumps(thaw(answer.value), ensure_ascii=False),
        "words": json.dumps(thaw(answer.words), ensure_ascii=False),
        "at": answer.when.isoformat(),
        "who": answer.by,
    }


def answer_of(row: Row) -> Answer:
    """An answer from its columns: value, words, at, who."""
    value, words, at, who = map(str, row)
    kept = freeze(_read(value))
    typed = kept if words == value else freeze(_read(words))
    return Answer(kept, typed, datetime.fromisoformat(at), who)


def copy_text(copy: CopyGiven) -> str:
    """A copy given, as JSON."""
    plain = {field.name: getattr(copy, field.name) for field in fields(copy)}
    return json.dumps({**plain, "given_on": copy.given_on.isoformat()}, ensure_ascii=False)


def copy_of(text: str) -> CopyGiven:
    """A copy given, from JSON."""
    plain = json.loads(text)
    plain["audience"] = Audience(plain["audience"])
    plain["given_on"] = date.fromisoformat(plain["given_on"])
    plain["sections"] = tuple(plain["sections"])
    plain["fields"] = tuple((section, question) for section, question in plain["fields"])
    return CopyGiven(**plain)


def _empty(row: Row) -> Section:
    return Section(str(row[0]), str(row[1]), int(str(row[2])), date.fromisoformat(str(row[3])), {})


def read_passport(rows: Rows, *, removed: bool = False) -> Passport:
    """Everything in one reading of each table; or the sections that were taken out, with no copies."""
    answers, counts = _current(rows)
    sections = tuple(
        replace(_empty(row).after_saving(answers.get(str(row[0]), {})), changes=counts[str(row[0])])
        for row in rows.select(
            "SELECT id, form, pack, made_on FROM sections WHERE removed = ? ORDER BY rowid", int(removed)
        )
    )
    if removed:
        return Passport(sections)
    copies = tuple(copy_of(str(row[0])) for row in rows.select("SELECT body FROM copies ORDER BY rowid"))
    return Passport(sections, copies)


def _current(rows: Rows) -> tuple[Mapping[str, Mapping[Place, Answer]], Counter[str]]:
    """Today's answers of each section, the one answered last at the end, and how many each ever had.

    All in the order they were written, a later one over an earlier one: asking SQLite for the last of each place takes twenty
    times as long, for it wipes each small piece of memory that it borrows on the way.
    """
    latest: dict[Row, Row] = {}
    counts: Counter[str] = Counter()
    for row in rows.each("SELECT section, place, value, words, at, who FROM answers ORDER BY n"):
        place = row[:2]
        latest.pop(place, None)
        latest[place] = row
        counts[str(row[0])] += 1
    answers: dict[str, dict[Place, Answer]] = defaultdict(dict)
    for row in latest.values():
        answers[str(row[0])][str(row[1])] = answer_of(row[2:])
    return answers, counts
