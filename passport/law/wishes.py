"""What the person asks for in their live papers, so that a yes in one can be seen beside a no in another (ruling 25).

What is not plainly asked for is left out: a wrong "you say yes in another place" is worse than none.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Literal

from passport.forms.shelf import shelf
from passport.law.matchers import any_of
from passport.law.papers import papers
from passport.law.treatments import treatments
from passport.law.words import sentences, tidy
from passport.record.answers import Place, Value, question_of, texts_in
from passport.record.passport import Passport
from passport.record.readings.refusals import read_refusal
from passport.record.sections import Section, stopped_date

Around = Literal["asked", "refused", "listed"]
"""What an answer is about: treatments asked for, not wanted, or listed. Each has words of its own around a treatment."""
_AND_OR = re.compile(r"(?: ,| and| or)(?!\S)")


def wishes(passport: Passport) -> tuple[str, ...]:
    """Every wish in parts, tidied: one treatment may stand among others."""
    return tuple(wish for section in passport.sections for wish in wishes_in(section))


def wishes_in(section: Section) -> tuple[str, ...]:
    """Every wish of one paper."""
    return tuple(wish for text in _texts(section, "wants") for wish in asked_for(text))


def texts_of(passport: Passport, which: str) -> Iterator[str]:
    """What was answered to questions that ``papers.toml`` lists under a key, such as ``wants``, in every live paper."""
    for section in passport.sections:
        yield from _texts(section, which)


def refused_in(section: Section) -> tuple[str, ...]:
    """The treatments that a live paper refuses with the force of one, in the person's words. Stopped refusals are none."""
    pack = shelf().packs.get(section.form)
    if pack is None or not pack.refusals or section.stopped_on is not None:
        return ()
    refusals = [read_refusal(item) for item in section.items(pack.refusals)]
    return tuple(one.treatment for one in refusals if one.treatment and one.stopped_on is None)


def lines_of(value: Value, column: str) -> tuple[str, ...]:
    """The treatments that an answer names: of each row of a list, what stands in this column; any other answer whole."""
    rows = value if isinstance(value, tuple) else (value,)
    return tuple(
        text
        for row in rows
        for text in texts_in(row.get(column) if column and isinstance(row, Mapping) else row)
    )


def stands(section: Section, place: Place) -> bool:
    """Whether a place is the paper's own, or in an item that was neither taken out nor stopped."""
    if "." not in place:
        return True
    part, item, _ = place.split(".")
    ids = section.value(part)
    stopped = stopped_date(section.value(f"{part}.{item}.rfz_status"))
    return isinstance(ids, tuple) and item in ids and stopped is None


def asked_for(text: str) -> tuple[str, ...]:
    """The treatments, or other things, that these words ask for: "Lithium, or ECT if nothing else helps" for both.

    A no governs the rest of its sentence, over commas: "No lithium, ECT, or restraint" asks for nothing.
    """
    return tuple(wish for sentence in sentences(text) for part in _wanted(sentence) if (wish := bare(part)))


def treatments_in(text: str) -> frozenset[str]:
    """Every treatment that these words name, whatever they say of it: each by one of its names, tidied."""
    return frozenset(found[0].strip() for one in sentences(text) for found in _any_name().finditer(one))


def names_of(treatment: str) -> frozenset[str]:
    """A treatment by every name we know for it, tidied. Empty for a blank."""
    whole = tidy(treatment)
    alone = bare(f" {whole}")
    return frozenset(name for one in (whole, alone) if one for name in (one, *_rows().get(one, ())))


def _wanted(sentence: str) -> list[str]:
    """The parts of a sentence up to the first that is not asked for; none of them where it ends in a no."""
    wanted: list[str] = []
    for part in _AND_OR.split(_without_conditions(sentence)):
        refused = _asked("not_asked").search(part)
        if refused is not None:
            return wanted if bare(part[refused.end() :]) else []
        instead_of = _asked("instead_of").search(part)
        if instead_of is not None:
            return [*wanted, part[: instead_of.start()]]
        wanted.append(part)
    return wanted


def _without_conditions(sentence: str) -> str:
    """When it is wanted is cut away: "ECT if nothing else helps" asks for ECT."""
    return " ,".join(_asked("on_condition").split(clause, 1)[0] for clause in sentence.split(" ,"))


def bare(part: str, which: Around = "asked") -> str:
    """A part without the words around it: "please give me some lithium first" is lithium, "no ECT ever" is ECT."""
    before = ""
    while before != part:
        before = part
        first = around(which, "before").match(part)
        part = around(which, "after").sub("", part if first is None else part[first.end() :])
    return part.strip()


@cache
def around(which: Around, key: str) -> re.Pattern[str]:
    """The words around a treatment by their key in ``treatments.toml``, ready to look for."""
    return any_of(getattr(getattr(treatments(), which), key), {}, then="$" if key == "after" else "")


def _asked(key: str) -> re.Pattern[str]:
    return around("asked", key)


@cache
def _any_name() -> re.Pattern[str]:
    """Any name of any treatment, ready to look for."""
    return any_of(treatments().names, {})


@cache
def _rows() -> Mapping[str, frozenset[str]]:
    """Every name to all the names of its treatment, tidied."""
    rows = [frozenset(map(tidy, row)) for row in treatments().rows]
    return {name: row for row in rows for name in row}


def _texts(section: Section, which: str) -> Iterator[str]:
    fields = papers().get(section.form)
    if fields is None or section.stopped_on is not None or not (questions := getattr(fields, which)):
        return
    for place, answer in section.answers.items():
        if question_of(place) in questions and stands(section, place):
            yield from lines_of(answer.value, fields.treatment)
