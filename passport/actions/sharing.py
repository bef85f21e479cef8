"""What a person has chosen so far on the way to sharing. Nothing of it is kept unless they share."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from passport.actions.demo import papers_beside
from passport.actions.home import carers_begun
from passport.actions.share import Handing
from passport.forms.shelf import Shelf
from passport.record.audience import Audience, Selection
from passport.record.passport import WHO_I_AM, Passport, who_form
from passport.wording.words import Words

FOR = {
    "crisis_team": Audience.CARE,
    "gp": Audience.CARE,
    "ward": Audience.CARE,
    "friend": Audience.CARE,
    "other_care": Audience.CARE,
    "new_role": Audience.INVOLVEMENT,
    "other_role": Audience.INVOLVEMENT,
}
"""Who it may be for, and which side that is."""
FOR_AS_CARER = {
    "carer_steps_in": Audience.CARER_CARE,
    "carer_team": Audience.CARER_CARE,
    "carer_role": Audience.CARER_INVOLVEMENT,
    "carer_other_role": Audience.CARER_INVOLVEMENT,
}
"""The same, of what somebody keeps as a carer."""

PAPERS = "passport-papers"


def who_for(passport: Passport, shelf: Shelf) -> Mapping[str, Audience]:
    """Who a paper may be for today: a carer's sides only where something was begun as a carer."""
    return {**FOR, **(FOR_AS_CARER if carers_begun(passport, shelf) else {})}


def sides_for(passport: Passport, shelf: Shelf) -> tuple[Audience, ...]:
    """The sides of the wall that there is anything of: a carer's only where something was begun as a carer."""
    return tuple(dict.fromkeys(who_for(passport, shelf).values()))


@dataclass(slots=True)
class Sharing:
    """One paper in the making."""

    for_: Audience
    sections: set[str] = field(default_factory=set)
    fields: set[tuple[str, str]] = field(default_factory=set)
    """(section id, question id) of what was ticked by itself."""
    holder: str = ""
    reason: str = ""
    folder: str = ""
    large_print: bool = False
    code: frozenset[str] | None = None
    """What the person picked for the code; None for what we would pick."""

    def switch(self, section: str, question: str = "") -> None:
        """Put a section in or leave it out, or one field of it. What the code says is then ours to pick again."""
        if question:
            self.fields ^= {(section, question)}
        else:
            self.sections ^= {section}
        self.code = None

    def selection(self, passport: Passport) -> Selection:
        """The choice, with who the person is."""
        who = {section.id for section in passport.of_form(who_form(self.for_))}
        sections = tuple(one.id for one in passport.sections if one.id in self.sections | who)
        return Selection(self.for_, sections, frozenset(self.fields))

    def handing(self) -> Handing:
        """Who gets it, why, and how it is printed."""
        return Handing(self.holder, self.reason, large_print=self.large_print, code=self.code)


def usual_folder(record: Path) -> Path:
    """The folder we offer for the files: in the person's own; beside the record of somebody who is made up."""
    return papers_beside(record) or Path.home() / PAPERS


def to_sign(passport: Passport, section_id: str, words: Words) -> Sharing:
    """The way to print one paper for the person themselves: this form alone, with who they are."""
    who = {section.id for section in passport.of_form(WHO_I_AM)}
    return Sharing(Audience.CARE, {section_id, *who}, holder=words("screens.signing.holder"))
