"""Paper that may not leave, cannot be made, or is not what was sealed."""

from passport.errors.base import Exit, PassportError


class RefusedByRule(PassportError):
    """A rule says no: nothing was made. ``sentence`` is the rule's own, from ``law.door``."""

    exit_code = Exit.REFUSED


class WallCrossed(RefusedByRule):
    """A form or field of one side of the wall was asked for in an export of the other. Fields: what, sentence."""


class NothingToShare(RefusedByRule):
    """The choice holds no answer at all."""


class NotAgreed(RefusedByRule):
    """IR-02: somebody whose words would be shared has not agreed yet. Field: sentence."""


class StoppedPaper(RefusedByRule):
    """EX-04: a stopped paper only leaves for the person's own records. Field: sentence."""


class NeverLeaves(RefusedByRule):
    """A field that is shared with nobody was picked by name. Field: question."""


class NothingToStop(RefusedByRule):
    """The form is not a paper that people act on, so it cannot be stopped. Field: form."""


class OnlyThePerson(RefusedByRule):
    """CA-01: nobody makes a paper that speaks for somebody else. Field: sentence, the rule's own."""


class ConsentNotNoted(RefusedByRule):
    """CA-02: it is about the person a carer supports, and no leave of theirs is noted. Fields: sentence, form (a title)."""


class SealError(PassportError):
    """A file or a code is not what was sealed."""


class SealBroken(SealError):
    """It was changed after it was sealed."""


class NotOurs(SealError):
    """It was not made by this program, or in a way that it never uses. Field: step."""


class PaperError(PassportError):
    """A page or a code could not be made."""


class CannotPrint(PaperError):
    """A character has no shape in our fonts. Fields: character, name."""

    exit_code = Exit.USAGE


class FontMissing(PaperError):
    """A font of ours is not there, or not as it came: pages would look another way, or lack letters. Field: file."""


class TooMuchForCode(PaperError):
    """What was chosen does not fit in a code that scans. Field: leave_out."""

    exit_code = Exit.REFUSED


class NotForCode(PaperError):
    """Something was picked for a code that no code of this paper may say. Field: what."""

    exit_code = Exit.USAGE


class OwnCheckFailed(PaperError):
    """What we made did not pass our own check, so it was not given out. Field: check."""

    exit_code = Exit.REFUSED


class NobodyToTell(RefusedByRule):
    """Every holder has what the person would give today."""


class NothingChosen(RefusedByRule):
    """Words were to leave one by one, and none was chosen."""


class CodeWouldAct(PaperError):
    """A words code begins with what a phone takes as an order, such as a web address."""

    exit_code = Exit.REFUSED


class AlertTooLong(PaperError):
    """An alert line has more letters than such fields take. Fields: most, over."""

    exit_code = Exit.REFUSED


class NoCopyHere(RefusedByRule):
    """A cover letter goes with a copy, and there is none, or none of that name."""


class CardLineTooLong(PaperError):
    """A line has no room on a card for a wallet. Fields: number, most."""

    exit_code = Exit.REFUSED


class OpenCardTooLong(PaperError):
    """More lines than an open card can have. Field: most."""

    exit_code = Exit.REFUSED


class OnlyHelping(RefusedByRule):
    """This is what somebody asked help with, not a record of one's own: nothing leaves it but suggestions."""


class WordsChangedSince(RefusedByRule):
    """The person's words are not those that the suggestion was shown beside. Nothing is taken."""


class NothingOpenToHelp(RefusedByRule):
    """No question of what was chosen may be shown to a helper."""
