"""Named facts about a plan: words that anybody could have written, an old list, and what the plan leaves open."""

from passport.forms.dates import span
from passport.law.crisis_lines import lines_to_add
from passport.law.facts import Known
from passport.law.made import months_after
from passport.law.matchers import matchers
from passport.law.medicines import medicines_from
from passport.law.predicates.registry import PREDICATES, Settings
from passport.law.wishes import names_of, texts_of, treatments_in
from passport.record.answers import texts_in

_fact = PREDICATES.add


@_fact({"list": str, "in": str})
def nothing_but(known: Known, settings: Settings) -> bool:
    """Nothing stands in an answer but phrases of a list; so also where nothing stands in it."""
    matcher = matchers()[str(settings["list"])]
    return all(matcher.found_in(text) for text in texts_in(known.value(str(settings["in"]))) if text.strip())


@_fact({"months": int})
def medicines_older_than(known: Known, settings: Settings) -> bool:
    """A line of the list of medicines was surely last checked longer ago than this."""
    checked, months = span(medicines_from(known.paper)), settings["months"]
    assert isinstance(months, int)
    return checked is not None and months_after(checked.last, months) < known.paper.today


@_fact({"in": str}, reads=("am_nation",))
def crisis_line_missing(known: Known, settings: Settings) -> bool:
    """An answer does not name every crisis line of the person's nation, so that our paper adds it."""
    own = texts_in(known.value(str(settings["in"])))
    return bool(lines_to_add(str(known.value("am_nation") or ""), own))


@_fact({"in": str}, private=True)
def treatment_not_refused(known: Known, settings: Settings) -> bool:
    """An answer names a treatment that no live paper of theirs refuses or asks for (ruling 25). Otherwise say nothing."""
    named = {name for text in texts_in(known.value(str(settings["in"]))) for name in treatments_in(text)}
    if not named:
        return False
    passport = known.paper.passport
    refused = {name for text in texts_of(passport, "refuses") for name in treatments_in(text)}
    said = refused | known.paper.wishes
    return any(said.isdisjoint(names_of(one)) for one in named)
