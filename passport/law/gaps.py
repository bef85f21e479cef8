"""What fills the gaps in a rule's sentence, such as the day a refusal was stopped."""

import string
from collections.abc import Callable, Mapping

from passport.forms.dates import show_date
from passport.forms.shelf import shelf
from passport.law.facts import Known
from passport.law.findings import Outcome
from passport.law.made import last_looked
from passport.law.medicines import medicines_from
from passport.law.notes import law_words, notes_shelf
from passport.law.predicates.other_papers import name_not_told, refused_and_wanted
from passport.law.standing_copies import old_copy_holders
from passport.record.sections import stopped_date

DATE = "date"
"""The gap for the date that a rule reads first."""


def filled(sentence: str, known: Known, outcome: Outcome, question: str = "") -> str:
    """A rule's sentence with its gaps filled. ``outcome`` is that of the refusal it is about, else of the paper.

    ``question`` is the one that the rule reads first.
    """
    fills = {name: GAPS[name](known, outcome) for name in gaps_in(sentence) - {DATE}}
    if DATE in gaps_in(sentence):
        fills[DATE] = show_date(str(known.value(question) or ""))
    return sentence.format_map(fills) if fills else sentence


def gaps_in(sentence: str) -> frozenset[str]:
    """The names of the gaps in a sentence."""
    return frozenset(name for _, name, _, _ in string.Formatter().parse(sentence) if name)


def _stopped_on(known: Known, _outcome: Outcome) -> str:
    own = stopped_date(known.item.value("rfz_status")) if known.item is not None else None
    return show_date(own or known.paper.section.stopped_on or "")


def _for_nation(known: Known, _outcome: Outcome) -> str:
    nations = known.paper.pack.nations
    notes = [notes_shelf().of_nation(nation) for nation in nations]
    names = tuple(dict.fromkeys(one.name for one in notes if one is not None))
    if len(names) < 2:
        return "".join(names)
    return law_words()["either"].format(first=", ".join(names[:-1]), last=names[-1])


def _notes_checked_on(known: Known, _outcome: Outcome) -> str:
    return show_date(known.paper.law.checked_on.isoformat()) if known.paper.law is not None else ""


def _home_nation(known: Known, _outcome: Outcome) -> str:
    asked = shelf().pack("about_me").question("am_nation")
    nation = known.value("am_nation")
    return next((one.label for one in asked.choices if one.id == nation), "") if asked is not None else ""


def _medicines_from(known: Known, _outcome: Outcome) -> str:
    return show_date(medicines_from(known.paper) or "")


def _last_checked(known: Known, _outcome: Outcome) -> str:
    paper = known.paper
    return show_date(last_looked(paper.section, paper.signing, paper.today))


def _people_have(known: Known, _outcome: Outcome) -> str:
    count = len(old_copy_holders(known.paper))
    return law_words()["one_person_has" if count == 1 else "people_have"].format(count=count)


def _people_still_have(known: Known, _outcome: Outcome) -> str:
    count = len(old_copy_holders(known.paper))
    return law_words()["one_person_still_has" if count == 1 else "people_still_have"].format(count=count)


def _treatment(known: Known, _outcome: Outcome) -> str:
    named = known.refusal.treatment if known.refusal is not None else ""
    return named or law_words()["this_treatment"]


def _refused_elsewhere(known: Known, _outcome: Outcome) -> str:
    return next(iter(refused_and_wanted(known)), law_words()["this_treatment"])


def _name(known: Known, _outcome: Outcome) -> str:
    return name_not_told(known)


def _for_what(_known: Known, outcome: Outcome) -> str:
    return law_words()["for_what"] if outcome is Outcome.READY_NOT_LS else ""


GAPS: Mapping[str, Callable[[Known, Outcome], str]] = {
    "stopped_on": _stopped_on,
    "for_nation": _for_nation,
    "notes_checked_on": _notes_checked_on,
    "home_nation": _home_nation,
    "medicines_from": _medicines_from,
    "last_checked": _last_checked,
    "people_have": _people_have,
    "people_still_have": _people_still_have,
    "treatment": _treatment,
    "refused_elsewhere": _refused_elsewhere,
    "name": _name,
    "for_what": _for_what,
}
