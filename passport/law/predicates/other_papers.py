"""Named facts about a wish, a refusal or a person here, seen beside their other papers (ruling 25; AS-05).

They read what stands in another paper, so they only ever warn, and what they say is never shared.
"""

from collections.abc import Iterable, Iterator, Mapping

from passport.forms.dates import span
from passport.law.facts import Known
from passport.law.made import months_after
from passport.law.predicates.registry import PREDICATES, Settings
from passport.law.wishes import lines_of, names_of, refused_in, treatments_in, wishes_in
from passport.law.words import names_match
from passport.record.answers import texts_in
from passport.record.sections import Section

_fact = PREDICATES.add


@_fact(private=True)
def refused_elsewhere(known: Known, _settings: Settings) -> bool:
    """Something asked for here is refused in another live paper of theirs."""
    return bool(refused_and_wanted(known))


@_fact({"in": str, "link": str}, private=True)
def line_not_refused(known: Known, settings: Settings) -> bool:
    """A treatment on a list that no live refusal of theirs is about; with ``link``, none of the paper it names."""
    link = known.value(str(settings["link"])) if "link" in settings else None
    if "link" in settings:
        named = link.get("section") if isinstance(link, Mapping) else None
        papers = [one for one in _others(known) if one.id == named]
    else:
        papers = list(_others(known))
    column = known.paper.fields.treatment if known.paper.fields is not None else ""
    refused = _refused(papers)
    lines = lines_of(known.value(str(settings["in"])), column)
    return any(refused.isdisjoint(names_of(line)) for line in lines)


@_fact({"in": str}, private=True)
def names_treatment_not_refused(known: Known, settings: Settings) -> bool:
    """Words that name a treatment which no live refusal of theirs is about."""
    refused = _refused(_others(known))
    texts = texts_in(known.value(str(settings["in"])))
    return any(one not in refused for text in texts for one in treatments_in(text))


@_fact(reads=("as_consult",), private=True)
def somebody_named_does_not_know(known: Known, _settings: Settings) -> bool:
    """Somebody who is to be asked has not agreed to be one of their contacts."""
    return bool(name_not_told(known))


@_fact({"in": str, "months": int})
def within_months_of(known: Known, settings: Settings) -> bool:
    """Today is a day in the months after a date, or may be where the date is not exact."""
    day, months = span(known.value(str(settings["in"]))), settings["months"]
    assert isinstance(months, int)
    today = known.paper.today
    return day is not None and day.first <= today <= months_after(day.last, months)


def refused_and_wanted(known: Known) -> tuple[str, ...]:
    """Treatments asked for here, as another live paper of theirs writes the refusal."""
    wanted = set(wishes_in(known.paper.section))
    if not wanted:
        return ()
    return tuple(
        one for paper in _others(known) for one in refused_in(paper) if not wanted.isdisjoint(names_of(one))
    )


def name_not_told(known: Known) -> str:
    """The first person to be asked who does not know it, as the contacts call them; empty where all do."""
    fields = known.paper.fields
    if fields is None or fields.consult is None:
        return ""
    named = [
        text
        for row in lines_of(known.value(fields.consult.list), fields.consult.who)
        for text in (row, row.partition(",")[0])
    ]
    not_agreed = [
        str(section.value(fields.consult.name) or "")
        for section in known.paper.passport.sections
        if section.value(fields.consult.agreed) == "no"
    ]
    return next((one for one in not_agreed if any(names_match(one, text) for text in named)), "")


def _others(known: Known) -> Iterator[Section]:
    return (one for one in known.paper.passport.sections if one.id != known.paper.section.id)


def _refused(papers: Iterable[Section]) -> frozenset[str]:
    """Every name of every treatment that these papers refuse, tidied."""
    return frozenset(name for paper in papers for one in refused_in(paper) for name in names_of(one))
