"""Named facts about the person: age, nation, and the law notes that speak for them."""

from passport.forms.conditions import is_answered
from passport.forms.dates import span
from passport.law.facts import Known
from passport.law.made import age_when
from passport.law.predicates.registry import PREDICATES, Settings

_fact = PREDICATES.add


@_fact({"surely_under": int, "maybe_under": int}, reads=("am_dob",))
def age_when_made(known: Known, settings: Settings) -> bool:
    """Younger than this when the paper was made: surely, or perhaps where a date is not exact."""
    born = span(known.value("am_dob"))
    if born is None:
        return False
    least, most = age_when(born, known.paper.made)
    under = settings.get("surely_under")
    return most < under if isinstance(under, int) else least < _number(settings["maybe_under"])


@_fact(reads=("am_nation",))
def lives_elsewhere(known: Known, _settings: Settings) -> bool:
    """The person lives in a nation that the form is not for."""
    nation = known.value("am_nation")
    return bool(known.paper.pack.nations) and is_answered(nation) and nation not in known.paper.pack.nations


@_fact({"days": int})
def law_notes_older_than(known: Known, settings: Settings) -> bool:
    """The law notes that speak about this paper were last checked longer ago than this."""
    law = known.paper.law
    return law is not None and (known.paper.today - law.checked_on).days > _number(settings["days"])


@_fact()
def law_not_started(known: Known, _settings: Settings) -> bool:
    """The law about this form has not started, as far as we know."""
    law = known.paper.law
    return law is not None and law.not_started(known.paper.section.form, known.paper.today)


@_fact({"of": str})
def law_started(known: Known, settings: Settings) -> bool:
    """A part of the law that the notes name has started by today."""
    law = known.paper.law
    return law is not None and law.has_started(str(settings["of"]), known.paper.today)


def _number(setting: object) -> int:
    assert isinstance(setting, int)
    return setting
