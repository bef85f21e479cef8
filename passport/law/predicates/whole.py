"""Named facts about papers as a whole: signed once, stopped at once, or standing beside an older one."""

from collections.abc import Mapping

from passport.law.facts import Known
from passport.law.made import days_made, signing_that_counts
from passport.law.predicates.registry import PREDICATES, Settings
from passport.law.predicates.since import copies_given
from passport.law.words import tidy

_fact = PREDICATES.add


@_fact()
def signed_text_changed(known: Known, _settings: Settings) -> bool:
    """What the paper says is not what was signed here (ruling 14)."""
    signed = known.paper.signed_text
    return signed is not None and signed.paper != known.paper.text_now.paper


@_fact()
def stopped_at_once(known: Known, _settings: Settings) -> bool:
    """The whole paper was stopped, and stopping it takes no notice that is signed and witnessed."""
    fields = known.paper.fields
    return known.paper.section.stopped_on is not None and not (fields is not None and fields.stops_by_notice)


@_fact(private=True)
def copy_was_given(known: Known, _settings: Settings) -> bool:
    """Somebody was given a copy that we know of."""
    return copies_given(known)


@_fact({"in": str, "column": str, "begins": list})
def a_row_says_otherwise(known: Known, settings: Settings) -> bool:
    """A row of a list whose column begins with none of these words, such as an older paper that was not withdrawn.

    Only ever for a warning.
    """
    rows, begins = known.value(str(settings["in"])), settings["begins"]
    if not isinstance(rows, tuple) or not isinstance(begins, list):
        return False
    said = [tidy(str(row.get(str(settings["column"])) or "")) for row in rows if isinstance(row, Mapping)]
    return any(not text.startswith(tuple(tidy(str(one)) for one in begins)) for text in said)


@_fact(private=True)
def older_paper_in_use(known: Known, _settings: Settings) -> bool:
    """Another signed paper of this form was made before this one, or on the same day, and was not stopped."""
    paper = known.paper
    others = [one for one in paper.passport.of_form(paper.section.form) if one.id != paper.section.id]
    return paper.section.stopped_on is None and any(
        one.stopped_on is None
        and (signing := signing_that_counts(one)) is not None
        and signing.signed
        and days_made(one, signing).first <= paper.made.last
        for one in others
    )
