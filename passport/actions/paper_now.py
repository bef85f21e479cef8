"""What a paper says of itself: whose it is, its version, whether it stands, and what the rules found. Nothing is written."""

from collections.abc import Mapping
from datetime import date, datetime

from passport.actions.copy_kinds import series
from passport.actions.offer import as_asked
from passport.errors import ConsentNotNoted, NotAgreed, StoppedPaper, WallCrossed
from passport.forms.pack import Pack
from passport.forms.shelf import Shelf
from passport.law.assess import assess
from passport.law.confirmed import ENDORSEMENTS, id_in
from passport.law.consent import CONSENT, consent_missing
from passport.law.door import Leaving, at_the_door, sentence
from passport.law.findings import Assessment, Finding, Outcome
from passport.law.made import look_again_by
from passport.law.notes import law_words, notes_shelf
from passport.law.place import place_of
from passport.law.signed_text import changed_since_signing
from passport.paper.facts import DocumentFacts, Standing
from passport.record.audience import Audience, Labels, Selection
from passport.record.copies_now import state_of
from passport.record.passport import Passport
from passport.record.sections import Section, stopped_date
from passport.vault.vault import Vault


def only_chosen(whole: Passport, shelf: Shelf, selection: Selection) -> Passport:
    """The part that was chosen, and nothing else. Raises WallCrossed, with what EX-01 says."""
    try:
        return as_asked(whole, shelf).only(selection, shelf.labels())
    except WallCrossed as crossed:
        pack = shelf.pack(str(crossed.fields["what"]))
        raise WallCrossed(what=pack.title, sentence=sentence(_wall_rule(pack, selection.for_))) from None


def _wall_rule(pack: Pack, for_: Audience) -> str:
    if pack.audience.of_carer is not for_.of_carer:
        return "EX-01/carer"
    return "EX-01/care" if for_ in {Audience.CARE, Audience.CARER_CARE} else "EX-01"


def assessments_of(whole: Passport, shared: Passport, shelf: Shelf, today: date) -> dict[str, Assessment]:
    """Section id to assessment, for each section with refusals of which anything about a refusal is shared."""
    found = {}
    for entire in _entire(whole, shared):
        pack = shelf.packs[entire.form]
        told_of = shared.section(entire.id) if entire.id in shared.in_part else entire
        if told_of is not None and pack.refusals and told_of.items(pack.refusals):
            found[entire.id] = assess(entire, whole, pack, notes_shelf(), today)
    return found


def _entire(whole: Passport, shared: Passport) -> tuple[Section, ...]:
    """The sections that anything is shared of, with everything that is in them."""
    ids = {section.id for section in shared.sections}
    return tuple(section for section in whole.sections if section.id in ids)


def standing_of(
    whole: Passport, shared: Passport, shelf: Shelf, assessments: Mapping[str, Assessment], today: date
) -> Standing:
    """What is printed with room to sign again, what is printed as ended, and in which of the packs' own words."""
    return Standing(
        nation=shared.nation,
        changed=frozenset(
            one.id for one in _entire(whole, shared) if changed_since_signing(one, shelf.packs[one.form])
        ),
        ended=frozenset(
            (section, refusal.id)
            for section, assessment in assessments.items()
            for refusal in assessment.refusals
            if refusal.outcome is Outcome.STOPPED
        ),
        variants={
            one.id: place_of(shelf.packs[one.form], whole, notes_shelf()).variants(one.form, today)
            for one in _entire(whole, shared)
        },
    )


def facts_of(
    vault: Vault,
    whole: Passport,
    shared: Passport,
    selection: Selection,
    assessments: Mapping[str, Assessment],
    holder: str,
    now: datetime,
    news: Labels,
    *,
    for_my_records: bool,
    kind: str = "",
) -> DocumentFacts:
    """What stands on every page and in the code. Raises StoppedPaper unless it is for the person's own records."""
    stopped = [
        day
        for section in _entire(whole, shared)
        if (day := _stopped_on(section, assessments.get(section.id), now.date())) is not None
    ]
    if stopped and not for_my_records:
        raise StoppedPaper(sentence=sentence("EX-04"))
    drafts = {Outcome.NOT_READY}
    status = "draft" if any(one.outcome in drafts for one in assessments.values()) else "ready"
    ids = [section.id for section in shared.sections]
    document, version = vault.next_document(series(selection.for_, ids, kind), state_of(whole, ids, news))
    return DocumentFacts(
        document=document,
        version=version,
        made_on=now.date(),
        look_again=_look_again(shared, now.date()),
        audience=selection.for_,
        name=shared.name(selection.for_),
        status="stopped" if stopped else status,
        stopped_on=max(stopped, default=None),
        holder=holder,
    )


def must_be_agreed(whole: Passport, shared: Passport) -> None:
    """IR-02: somebody else's words about the person leave only if they agreed. Raises NotAgreed."""
    for section in shared.sections:
        entire = whole.section(section.id) or section
        part = id_in(section, ENDORSEMENTS)
        for item in section.items(part):
            theirs = entire.item(part, item.id)
            if item.answers and theirs.value(id_in(section, "en_agreed_to_share")) != "yes":
                name = str(theirs.value(id_in(section, "en_name")) or law_words()["somebody"])
                raise NotAgreed(sentence=sentence("IR-02", name=name))


def must_be_noted(whole: Passport, shared: Passport, shelf: Shelf) -> None:
    """CA-02: what is about the person a carer supports leaves only once it is noted that they agreed. Raises ConsentNotNoted."""
    if consent_missing(whole, shared, shelf.packs):
        raise ConsentNotNoted(sentence=sentence("CA-02"), form=shelf.pack(CONSENT).title)


def said_at_the_door(
    shared: Passport, assessments: Mapping[str, Assessment], today: date
) -> tuple[Finding, ...]:
    """What the rules of the door say about what would leave, and do not refuse."""
    return at_the_door(
        Leaving(section, _stands(section, assessments.get(section.id), today)) for section in shared.sections
    )


def _stands(section: Section, assessment: Assessment | None, today: date) -> Outcome | None:
    if _stopped_on(section, assessment, today) is not None:
        return Outcome.STOPPED
    return None if assessment is None else assessment.outcome


def _look_again(shared: Passport, today: date) -> date | None:
    """The first day to look again of anything shared. One that has passed is not printed as a plan."""
    days = [look_again_by(section) for section in shared.sections if section.id not in shared.in_part]
    return min((day for day in days if day is not None and day >= today), default=None)


def _stopped_on(section: Section, assessment: Assessment | None, today: date) -> date | None:
    """The day a paper stopped standing: all of it, or the last of its refusals. None while anything of it stands."""
    if section.stopped_on is not None:
        return date.fromisoformat(section.stopped_on)
    if assessment is None or assessment.outcome is not Outcome.STOPPED:
        return None
    days = [stopped_date(answer.value) for answer in section.answers.values()]
    return max((date.fromisoformat(day) for day in days if day is not None), default=today)
