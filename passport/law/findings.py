"""What the rules found: findings with their source, and an outcome for each refusal."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from passport.forms.pack import Source


class Severity(StrEnum):
    """What a finding does to an outcome."""

    STOPS = "stops"
    BLOCKS = "blocks"
    BLOCKS_LIFE_SUSTAINING = "blocks_life_sustaining"
    WARNS = "warns"
    INFORMS = "informs"
    REFUSES_EXPORT = "refuses_export"


class Outcome(StrEnum):
    """Where one refusal, or a paper, stands. Never "valid": staff decide at the time."""

    READY = "ready"
    READY_NOT_LS = "ready_not_ls"
    """Ready, but not for treatment that keeps you alive."""
    NOT_READY = "not_ready"
    STOPPED = "stopped"
    CANNOT_CHECK = "cannot_check"


WORST_FIRST = (Outcome.CANNOT_CHECK, Outcome.NOT_READY, Outcome.READY_NOT_LS, Outcome.READY)
"""The order for the headline; stopped refusals are left out of it (ruling 1)."""

WHOLE_PAPER = ""
"""Where a finding about the whole paper stands."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a rule has to say."""

    id: str
    severity: Severity
    sentence: str
    source: Source
    at: str = WHOLE_PAPER
    """The refusal's id, ``signings`` for the signing record, or empty for the whole paper."""
    question: str = ""
    """The question whose answer would change it, where there is one."""
    private: bool = False
    """It tells something that is never shared: only the person sees it, and it stays out of every export."""
    good_practice: bool = False
    """A rule of another place, shown because it is wise to follow it here too."""

    def to_plain(self) -> dict[str, object]:
        """For the command line's document."""
        plain: dict[str, object] = {
            "id": self.id,
            "severity": self.severity.value,
            "sentence": self.sentence,
            "source": self.source.words,
            "at": self.at,
        }
        return {**plain, "good_practice": True} if self.good_practice else plain


@dataclass(frozen=True, slots=True)
class RefusalOutcome:
    """Where one refusal stands, and which findings say so."""

    id: str
    treatment: str
    outcome: Outcome
    findings: tuple[str, ...]
    """Rule ids: its own, and those of the paper and the signing that count for it."""

    def to_plain(self) -> dict[str, object]:
        """For the command line's document."""
        return {
            "id": self.id,
            "treatment": self.treatment,
            "outcome": self.outcome.value,
            "findings": list(self.findings),
        }


@dataclass(frozen=True, slots=True)
class Assessment:
    """Everything the rules make of one paper today. Computed, never stored."""

    form: str
    law: Mapping[str, str]
    """Which law notes were used, and how old they are."""
    outcome: Outcome
    """The headline: the worst refusal that is not stopped."""
    refusals: tuple[RefusalOutcome, ...]
    findings: tuple[Finding, ...]
    """Stops first, then what blocks, in the order a person would do them; then what warns and what informs."""
    could_not_check: str = ""
    """A sentence where somebody answered "do not know" and so we could not check everything; else empty."""

    @property
    def speaks(self) -> bool:
        """Whether the rules have anything to say of this form at all."""
        return bool(self.refusals or self.findings)

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """The outcome of each refusal, in order."""
        return tuple(one.outcome for one in self.refusals)

    def refusal(self, refusal_id: str) -> RefusalOutcome | None:
        """One refusal's outcome, or None."""
        return next((one for one in self.refusals if one.id == refusal_id), None)

    def findings_of(self, refusal_id: str = WHOLE_PAPER) -> tuple[Finding, ...]:
        """The findings that one refusal has for itself; or those of the paper and its signing."""
        refusals = {one.id for one in self.refusals}
        return tuple(
            one
            for one in self.findings
            if (one.at == refusal_id if refusal_id in refusals else one.at not in refusals)
        )

    def without_private(self) -> "Assessment":
        """The same without any finding that tells what is never shared: for papers, codes and bundles."""
        hidden = {finding.id for finding in self.findings if finding.private}
        return replace(
            self,
            refusals=tuple(
                replace(one, findings=tuple(rule for rule in one.findings if rule not in hidden))
                for one in self.refusals
            ),
            findings=tuple(finding for finding in self.findings if not finding.private),
        )

    def to_plain(self) -> dict[str, object]:
        """The document that ``passport assess --json`` prints."""
        plain: dict[str, object] = {
            "form": self.form,
            "law": dict(self.law),
            "outcome": self.outcome.value,
            "refusals": [one.to_plain() for one in self.refusals],
            "findings": [finding.to_plain() for finding in self.findings],
        }
        return {**plain, "could_not_check": self.could_not_check} if self.could_not_check else plain


def worst(outcomes: Iterable[Outcome]) -> Outcome | None:
    """The worst outcome of those that are not stopped, or None where there is none."""
    found = set(outcomes)
    return next((one for one in WORST_FIRST if one in found), None)
