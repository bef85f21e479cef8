"""Values as rows, and rows as values."""

import json
from collections import defaultdict
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

_CURRENT = (
    "SELECT section, place, value, words, at, who FROM answers"
    " WHERE n IN (SELECT max(n) FROM answers GROUP BY section, place) ORDER BY n"
)


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
    value, words, at, who = (str(one) for one in row)
    return Answer(freeze(json.loads(value)), freeze(json.loads(words)), datetime.fromisoformat(at), who)


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
    answers: Mapping[str, dict[Place, Answer]] = defaultdict(dict)
    for row in rows.select(_CURRENT):
        answers[str(row[0])][str(row[1])] = answer_of(row[2:])
    counts = {
        str(row[0]): int(str(row[1]))
        for row in rows.select("SELECT section, count(*) FROM answers GROUP BY section")
    }
    sections = tuple(
        replace(_empty(row).after_saving(answers.get(str(row[0]), {})), changes=counts.get(str(row[0]), 0))
        for row in rows.select(
            "SELECT id, form, pack, made_on FROM sections WHERE removed = ? ORDER BY rowid", int(removed)
        )
    )
    if removed:
        return Passport(sections)
    copies = tuple(copy_of(str(row[0])) for row in rows.select("SELECT body FROM copies ORDER BY rowid"))
    return Passport(sections, copies)
