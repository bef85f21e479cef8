"""Named facts about what somebody did: dates in order, what ran out, what was said in another form, whose name it is."""

from passport.forms.dates import span
from passport.forms.like import PREFIX
from passport.forms.pack import Kind
from passport.law.facts import Known
from passport.law.matchers import matchers
from passport.law.predicates.registry import PREDICATES, Settings
from passport.record.answers import question_of, texts_in

_fact = PREDICATES.add
_WRITTEN = {Kind.SHORT_TEXT, Kind.LONG_TEXT, Kind.LIST}


@_fact({"one": str, "other": str})
def comes_before(known: Known, settings: Settings) -> bool:
    """One date is surely before another; where the order is not certain, it is not."""
    one, other = (span(known.value(str(settings[key]))) for key in ("one", "other"))
    return one is not None and other is not None and one.surely_before(other)


@_fact({"in": str})
def date_passed(known: Known, settings: Settings) -> bool:
    """A date is before today, surely; today itself has not passed (ruling 21)."""
    days = span(known.value(str(settings["in"])))
    return days is not None and days.last < known.paper.today


@_fact({"asked": str, "said": str}, private=True)
def said_in_another_form(known: Known, settings: Settings) -> bool:
    """A question of another form of the same profile has this answer: a carer's own where this form is a carer's."""
    asked = str(settings["asked"])
    question = f"{PREFIX}{asked}" if known.paper.pack.audience.of_carer else asked
    return any(section.value(question) == settings["said"] for section in known.paper.passport.sections)


@_fact({"list": str}, private=True)
def says_somewhere(known: Known, settings: Settings) -> bool:
    """Something written anywhere in the form, private answers too, holds a phrase of a list. Only ever for a warning."""
    matcher = matchers()[str(settings["list"])]
    written = {one.id for one in known.paper.pack.questions() if one.kind in _WRITTEN}
    return any(
        matcher.found_in(text)
        for place, answer in known.paper.section.answers.items()
        if question_of(place) in written
        for text in texts_in(answer.words)
    )
