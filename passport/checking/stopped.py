"""A report of something that stopped us at one step: that fact in plain words, and the rest as not reached."""

from passport.checking.report import FACTS, Came, Check, Report
from passport.errors import SealBroken, SealError
from passport.wording.words import Words


def stopped(step: str, words: Words) -> Report:
    """Not ours, for the reason named by ``step``, a key of ``checks.ours``."""
    key = f"checks.ours.{step}"
    sentence = words(key if words.has(key) else "checks.ours.not_ours")
    return Report((Check("ours", Came.FOUND, sentence, step), *not_reached("ours", words)))


def stopped_by(error: SealError, words: Words) -> Report:
    """What a refusal of ``keys.seal`` or ``qr`` means."""
    if isinstance(error, SealBroken):
        return broken(words)
    return stopped(str(error.fields.get("step", "")), words)


def broken(words: Words) -> Report:
    """It looks like ours, and the seal does not match what is in it."""
    return Report(
        (
            Check("ours", Came.NOT_CHECKED, words("checks.ours.not_ours")),
            Check("seal", Came.FOUND, words("checks.seal.broken"), "seal"),
            *not_reached("seal", words),
        )
    )


def not_reached(last: str, words: Words) -> tuple[Check, ...]:
    """The facts after ``last``: not checked, but for what no check can tell."""
    return tuple(
        cannot_tell(words)
        if fact == "cannot_tell"
        else Check(fact, Came.NOT_CHECKED, words(f"checks.{fact}.not_reached"))
        for fact in FACTS[FACTS.index(last) + 1 :]
    )


def cannot_tell(words: Words) -> Check:
    """8: said every time, whatever else was found."""
    return Check("cannot_tell", Came.NOTED, words("checks.cannot_tell.all"))
