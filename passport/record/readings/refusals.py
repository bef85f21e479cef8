"""One refusal of an advance decision, as a typed view of its answers. Computed each time, never stored."""

from dataclasses import dataclass

from passport.record.sections import Item, stopped_date


@dataclass(frozen=True, slots=True)
class Refusal:
    """What one refusal says."""

    id: str
    treatment: str
    """In the person's words; empty where nothing is named yet."""
    kind: str | None
    only_in_situations: bool
    """True for "only in these situations"."""
    situations: str
    could_keep_me_alive: str | None
    """``yes``, ``no``, ``not_sure``, or None where nothing was answered. Staff decide it at the time."""
    says_even_if_life_at_risk: bool
    """MCA 2005 s.25(5)(a)."""
    why: str
    instead: str
    """What they would accept instead: a wish."""
    attorney_covers: str | None
    """Whether an attorney may decide about this treatment, where it differs from the paper's own answer."""
    stopped_on: str | None
    """A date as text, or None while it stands."""

    @property
    def life_sustaining(self) -> bool:
        """Whether the extra formalities matter: it may keep them alive, or they said it counts even then.

        Nothing answered counts as not sure, for it is staff who decide (MCA 2005 s.4(10)).
        """
        return self.could_keep_me_alive != "no" or self.says_even_if_life_at_risk


def read_refusal(item: Item) -> Refusal:
    """The typed view of one item of ``ad_refusals``."""
    return Refusal(
        id=item.id,
        treatment=_text(item, "rfz_treatment").strip(),
        kind=_choice(item, "rfz_kind"),
        only_in_situations=item.value("rfz_when") == "only",
        situations=_text(item, "rfz_situations"),
        could_keep_me_alive=_choice(item, "rfz_ls"),
        says_even_if_life_at_risk=item.value("rfz_ls_statement") == "yes",
        why=_text(item, "rfz_why"),
        instead=_text(item, "rfz_instead"),
        attorney_covers=_choice(item, "rfz_lpa_covers"),
        stopped_on=stopped_date(item.value("rfz_status")),
    )


def _text(item: Item, question: str) -> str:
    value = item.value(question)
    return value if isinstance(value, str) else ""


def _choice(item: Item, question: str) -> str | None:
    return _text(item, question) or None
