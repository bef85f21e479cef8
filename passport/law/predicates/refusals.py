"""Named facts about refusals: stopped, about staying alive, the words in them, and the attorney's power over them."""

from collections.abc import Mapping

from passport.law.attorney import is_registered, order
from passport.law.facts import Known
from passport.law.matchers import matchers
from passport.law.predicates.registry import PREDICATES, Settings
from passport.law.wishes import names_of
from passport.record.answers import Value, texts_in
from passport.record.sections import stopped_date

_fact = PREDICATES.add


@_fact()
def paper_stopped(known: Known, _settings: Settings) -> bool:
    """The whole paper was stopped."""
    return known.paper.section.stopped_on is not None


@_fact(of_refusal=True)
def refusal_stopped(known: Known, _settings: Settings) -> bool:
    """This refusal was stopped."""
    return known.item is not None and stopped_date(known.item.value("rfz_status")) is not None


@_fact(of_refusal=True)
def life_sustaining(known: Known, _settings: Settings) -> bool:
    """It may keep the person alive, or they said it counts even then (ruling 7)."""
    return known.refusal is not None and known.refusal.life_sustaining


@_fact()
def no_refusal_is_life_sustaining(known: Known, _settings: Settings) -> bool:
    """There are refusals that stand, and none of them is about staying alive."""
    standing = known.paper.standing
    return bool(standing) and not any(one.life_sustaining for one in standing)


@_fact({"list": str, "in": str})
def says(known: Known, settings: Settings) -> bool:
    """An answer holds one of the phrases of a list. Only ever for a warning."""
    matcher = matchers()[str(settings["list"])]
    return any(matcher.found_in(text) for text in _own_words(known.value(str(settings["in"]))))


@_fact(of_refusal=True, private=True)
def wanted_elsewhere(known: Known, _settings: Settings) -> bool:
    """The same treatment is asked for in a live paper of theirs (ruling 25). Otherwise say nothing."""
    return known.refusal is not None and not known.paper.wishes.isdisjoint(names_of(known.refusal.treatment))


@_fact({"made": str}, reads=("ad_lpa_signed", "ad_lpa_registered"))
def attorney(known: Known, settings: Settings) -> bool:
    """When the power of attorney was made, seen from this paper (ruling 18)."""
    signed, registered = known.value("ad_lpa_signed"), known.value("ad_lpa_registered")
    return order(signed, registered, known.paper.made, known.paper.today) == settings["made"]


@_fact(reads=("ad_lpa_registered",))
def attorney_registered(known: Known, _settings: Settings) -> bool:
    """The power of attorney is registered by today."""
    return is_registered(known.value("ad_lpa_registered"), known.paper.today)


@_fact({"is": str}, reads=("rfz_lpa_covers", "ad_lpa_covers"), of_refusal=True)
def attorney_covers(known: Known, settings: Settings) -> bool:
    """Whether they may decide about this treatment; the paper's own answer is the default for all (ruling 18)."""
    own = known.value("rfz_lpa_covers")
    return (own if own is not None else known.value("ad_lpa_covers")) == settings["is"]


def _own_words(value: Value) -> tuple[str, ...]:
    """A text; of a helper only how they helped, for a name says nothing."""
    return texts_in(value.get("how")) if isinstance(value, Mapping) else texts_in(value)
