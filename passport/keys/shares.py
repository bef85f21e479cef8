"""Recovery shares: a secret split among people a person trusts, any few of whom open the record together (SLIP-0039)."""

import secrets
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from passport.errors import (
    NotEnoughShares,
    ShareHasSlip,
    ShareOfAnother,
    SharesNotOurs,
    ShareTwice,
    ShareWanted,
)

LEAST, MOST = 2, 16
"""How many shares may be wanted, and made. SLIP-0039 counts up to 16; one share alone would be a key, not a share."""
WORDS = 33
"""Words in a line, for a secret of 32 bytes."""
_EXPONENT = 1


@dataclass(frozen=True, slots=True)
class ShareSet:
    """Which shares belong together: the number that SLIP-0039 puts in each of them."""

    number: int


@dataclass(frozen=True, slots=True)
class NewShares:
    """What was split, and the line of each holder."""

    secret: bytes
    which: ShareSet
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """One holder's line, read."""

    line: str
    which: ShareSet
    index: int
    need: int
    """How many shares open the record."""


def new_shares(
    need: int,
    count: int,
    rng: Callable[[int], bytes] = secrets.token_bytes,
    not_these: Collection[ShareSet] = (),
) -> NewShares:
    """A secret at random, in ``count`` lines of which any ``need`` give it back. Raises ShareWanted.

    ``not_these``: the sets that stand now, so that an old line can always be told from a new one.
    """
    if not LEAST <= need <= count <= MOST:
        raise ShareWanted(least=LEAST, most=MOST)
    from shamir_mnemonic import generate_mnemonics

    secret = rng(32)
    while True:
        lines = tuple(generate_mnemonics(1, [(need, count)], secret, iteration_exponent=_EXPONENT)[0])
        which = read_share(lines[0]).which
        if which not in not_these:
            return NewShares(secret, which, lines)


def read_share(typed: str) -> Share:
    """One line as typed: capitals, commas and numbers do not matter. Raises ShareHasSlip, SharesNotOurs."""
    plain = (word.strip(".,;:|").lower() for word in typed.split())
    line = " ".join(word for word in plain if word and not word.isdigit())
    from shamir_mnemonic import MnemonicError
    from shamir_mnemonic import Share as Read

    try:
        found = Read.from_mnemonic(line)
    except MnemonicError:
        raise ShareHasSlip from None
    ours = (found.group_threshold, found.group_count, found.iteration_exponent) == (1, 1, _EXPONENT)
    if not ours or not found.extendable or len(line.split()) != WORDS or found.member_threshold < LEAST:
        raise SharesNotOurs
    return Share(line, ShareSet(found.identifier), found.index, found.member_threshold)


def add_share(so_far: Sequence[Share], typed: str, of: Collection[ShareSet]) -> tuple[Share, ...]:
    """The shares typed so far and one more.

    Raises ShareHasSlip, SharesNotOurs, ShareTwice, ShareOfAnother: of an older set, or of another record.
    """
    share = read_share(typed)
    if share.which not in of or any((one.which, one.need) != (share.which, share.need) for one in so_far):
        raise ShareOfAnother
    if any(one.index == share.index for one in so_far):
        raise ShareTwice
    return (*so_far, share)


def still_needed(so_far: Sequence[Share]) -> int | None:
    """How many more are needed; None before the first, which says it."""
    return max(0, so_far[0].need - len(so_far)) if so_far else None


def secret_in(shares: Sequence[Share]) -> bytes:
    """What was split. Raises NotEnoughShares, SharesNotOurs."""
    more = still_needed(shares)
    if more is None or more > 0:
        raise NotEnoughShares(count=more or LEAST)
    from shamir_mnemonic import MnemonicError, combine_mnemonics

    try:
        secret: bytes = combine_mnemonics([one.line for one in shares[: shares[0].need]])
    except MnemonicError:
        raise SharesNotOurs from None
    return secret
