"""What to say of a passphrase that somebody is choosing: how strong it is, and what would make it stronger."""

from passport.keys.passphrase import advice, strength
from passport.wording.words import Words

_MOST = 2
"""Sentences of advice at a time: more than that is not read."""


def said_of(passphrase: str, words: Words) -> tuple[str, ...]:
    """How strong it is, then at most two sentences of advice. Empty for an empty passphrase."""
    if not passphrase:
        return ()
    return (words(f"screens.passphrase.{strength(passphrase)}"), *advice_on(passphrase, words))


def advice_on(passphrase: str, words: Words) -> tuple[str, ...]:
    """The advice alone. A sentence that we have no words for is left out."""
    keys = (f"advice.{key}" for key in advice(passphrase))
    return tuple(words(key) for key in keys if words.has(key))[:_MOST]
