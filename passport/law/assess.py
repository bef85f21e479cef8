"""What the rules make of one paper today: findings, then the outcome of each refusal, then the headline.

Per refusal: stopped if a STOP rule fires; else ``cannot_check`` where no law can be applied, or a rule says that nobody
knows; else ``not_ready`` if a rule that blocks fires; else ``ready_not_ls`` if one fires that blocks for treatment that
keeps you alive; else ``ready`` (rulings 1 to 6). The answer about pressure (G-12) is no part of it: see ``private``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from passport.forms.interview import without_hidden
from passport.forms.pack import Pack
from passport.law.facts import Known, PaperFacts
from passport.law.findings import WHOLE_PAPER, Assessment, Finding, Outcome, RefusalOutcome, Severity, worst
from passport.law.gaps import filled
from passport.law.notes import NotesShelf, law_words
from passport.law.place import PlaceOfLaw, place_of
from passport.law.predicates import PREDICATES
from passport.law.rules import ReadyRule, Rules, rules_for
from passport.record.passport import Passport
from passport.record.sections import SIGNINGS, Section

BLOCKING = (Severity.BLOCKS, Severity.BLOCKS_LIFE_SUSTAINING)
_RANK = {severity: place for place, severity in enumerate(Severity)}


def assess(section: Section, passport: Passport, pack: Pack, notes: NotesShelf, today: date) -> Assessment:
    """The findings and outcomes of one section. Raises PackUnreadable where the pack's rules cannot be used."""
    place = place_of(pack, passport, notes)
    section = without_hidden(pack, section)  # what a form does not ask now, no rule reads
    paper = PaperFacts(section, passport, pack, place.home, place.law, today)
    rules = rules_for(pack)
    about_paper = Known(paper, PREDICATES)
    about_each = [
        Known(paper, PREDICATES, item, refusal)
        for item, refusal in zip(paper.items, paper.refusals, strict=True)
    ]
    on_paper = _firing(rules.paper, about_paper)
    on_signing = _firing(rules.signing, about_paper)
    looks = [_look(known, _firing(rules.refusal, known), on_paper, on_signing, place) for known in about_each]
    headline = _headline(paper, on_paper, looks, place)
    said = [(one, look.known, look.outcome, look.at) for look in looks for one in look.own]
    if any(look.needs_signing for look in looks):
        said += [(one, about_paper, headline, SIGNINGS) for one in on_signing]
    after_stopping = paper.fields.after_stopping if paper.fields is not None else frozenset()
    for one in on_paper:
        if headline is not Outcome.STOPPED or one.severity is Severity.STOPS or one.id in after_stopping:
            said.append((one, about_paper, headline, WHOLE_PAPER))
    said.sort(key=lambda one: (_RANK[one[0].severity], rules.order[one[0].rule.id]))
    return Assessment(
        form=section.form,
        law=place.to_plain(),
        outcome=headline,
        refusals=tuple(_refusal_outcome(look, rules) for look in looks),
        findings=tuple(_finding(rule, known, outcome, at, place) for rule, known, outcome, at in said),
        could_not_check=law_words()["could_not_check"]
        if _someone_did_not_know(rules, about_paper, about_each)
        else "",
    )


def steps(assessment: Assessment, refusal_id: str = WHOLE_PAPER) -> tuple[Finding, ...]:
    """What would make this refusal, or the paper, count further, in the order a person would do it."""
    return tuple(one for one in _said_of(assessment, refusal_id) if one.severity in BLOCKING)


def why_stopped(assessment: Assessment, refusal_id: str = WHOLE_PAPER) -> tuple[Finding, ...]:
    """What ended this refusal, or the paper. Empty while it stands."""
    return tuple(one for one in _said_of(assessment, refusal_id) if one.severity is Severity.STOPS)


def good_to_know(assessment: Assessment, refusal_id: str = WHOLE_PAPER) -> tuple[Finding, ...]:
    """What else there is to say about this refusal, or about the paper: warnings first. It changes no outcome."""
    telling = {Severity.WARNS, Severity.INFORMS}
    return tuple(
        one
        for one in _said_of(assessment, refusal_id)
        if one.severity in telling and (one.at == WHOLE_PAPER) == (refusal_id == WHOLE_PAPER)
    )


def _said_of(assessment: Assessment, refusal_id: str) -> Iterator[Finding]:
    refusal = assessment.refusal(refusal_id)
    for finding in assessment.findings:
        if refusal is None:
            if finding.at == refusal_id == WHOLE_PAPER:
                yield finding
        elif finding.id in refusal.findings and finding.at in {refusal_id, WHOLE_PAPER, SIGNINGS}:
            yield finding


def _firing(rules: tuple[ReadyRule, ...], known: Known) -> tuple[ReadyRule, ...]:
    return tuple(one for one in rules if one.asks(known))


@dataclass(frozen=True, slots=True)
class _Look:
    """One refusal, looked at."""

    known: Known
    own: tuple[ReadyRule, ...]
    """What is said of it alone."""
    counting: tuple[ReadyRule, ...]
    """Everything that has a part in its outcome, and what is said of it."""
    outcome: Outcome

    @property
    def at(self) -> str:
        assert self.known.item is not None
        return self.known.item.id

    @property
    def needs_signing(self) -> bool:
        """Whether the formalities of signing count for it (ruling 13)."""
        refusal = self.known.refusal
        return self.outcome is not Outcome.STOPPED and refusal is not None and refusal.life_sustaining


def _look(
    known: Known,
    own: tuple[ReadyRule, ...],
    on_paper: tuple[ReadyRule, ...],
    on_signing: tuple[ReadyRule, ...],
    place: PlaceOfLaw,
) -> _Look:
    # Where a paper cannot be checked, only what is not of another place's law stops it: the person's own stop.
    stops = tuple(
        one for one in (*on_paper, *own) if one.severity is Severity.STOPS and place.says_as_it_is(one)
    )
    if stops:
        # Nothing is left to say of a refusal that was stopped.
        return _Look(known, tuple(one for one in own if one in stops), stops, Outcome.STOPPED)
    counting = (*(one for one in on_paper if one.severity in BLOCKING or one.rule.cannot_check), *own)
    if known.refusal is not None and known.refusal.life_sustaining:
        counting += on_signing
    return _Look(known, own, counting, _outcome(counting, place))


def _outcome(counting: tuple[ReadyRule, ...], place: PlaceOfLaw) -> Outcome:
    spoken = [one for one in counting if place.says_as_it_is(one)]
    severities = {one.severity for one in spoken}
    if Severity.STOPS in severities:
        return Outcome.STOPPED
    if not place.can_check or any(one.rule.cannot_check for one in spoken):
        return Outcome.CANNOT_CHECK
    if Severity.BLOCKS in severities:
        return Outcome.NOT_READY
    if Severity.BLOCKS_LIFE_SUSTAINING in severities:
        return Outcome.READY_NOT_LS
    return Outcome.READY


def _headline(
    paper: PaperFacts, on_paper: tuple[ReadyRule, ...], looks: list[_Look], place: PlaceOfLaw
) -> Outcome:
    """The worst refusal that is not stopped; stopped if all are; the paper's own outcome if it has none."""
    of_paper = _outcome(on_paper, place)
    if paper.section.stopped_on is not None or of_paper is Outcome.STOPPED:
        return Outcome.STOPPED
    if not paper.pack.refusals:
        return of_paper
    if not looks:
        return Outcome.NOT_READY  # ruling 1: an empty list, whatever the nation
    return worst(look.outcome for look in looks if look.outcome is not Outcome.STOPPED) or Outcome.STOPPED


def _refusal_outcome(look: _Look, rules: Rules) -> RefusalOutcome:
    in_order = sorted(look.counting, key=lambda one: (_RANK[one.severity], rules.order[one.rule.id]))
    treatment = look.known.refusal.treatment if look.known.refusal is not None else ""
    return RefusalOutcome(look.at, treatment, look.outcome, tuple(dict.fromkeys(one.id for one in in_order)))


def _finding(rule: ReadyRule, known: Known, outcome: Outcome, at: str, place: PlaceOfLaw) -> Finding:
    sentence = filled(rule.rule.sentence, known, outcome, rule.question)
    said_as_it_is = place.says_as_it_is(rule)
    if not said_as_it_is:
        sentence = law_words()["good_practice"].format(sentence=sentence)
    return Finding(
        id=rule.id,
        severity=rule.severity,
        sentence=sentence,
        source=place.source_of(rule),
        at=at,
        question=rule.question,
        private=rule.private,
        good_practice=not said_as_it_is,
    )


def _someone_did_not_know(rules: Rules, about_paper: Known, about_each: list[Known]) -> bool:
    return any(
        known.value(question) == "do_not_know" and (shown is None or shown(known))
        for question, shown in rules.unsure
        for known in (about_paper, *about_each)
    )
