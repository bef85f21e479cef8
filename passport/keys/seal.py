"""The seal: COSE_Sign1 (RFC 9052) over canonical CBOR (RFC 8949 4.2.1), ES256. One way to write, one way to read.

Everything of ours that is sealed outside a PDF's own signature comes through here: codes, enclosed answers, notices.
A thing has exactly one spelling. What is read must encode back to the same bytes, which refuses doubled keys, long
spellings of short numbers, bytes left over and everything else that two programs could read in two ways.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from passport.errors import NotOurs, SealBroken
from passport.keys.identity import Identity, PublicKey, key_id

Plain: TypeAlias = "bool | int | bytes | str | list[Plain] | dict[int | str, Plain] | None"
"""What a sealed thing may hold. No numbers with a point, no tags, nothing without a stated length."""

MOST_BYTES = 16 * 1024 * 1024
MOST_DEPTH = 24
_HALF = re.compile("[\ud800-\udfff]")
_TAG_18 = b"\xd2"  # COSE_Sign1, RFC 9052 2
_ES256 = -7
_SIGNATURE = 64  # r and s, 32 bytes each: RFC 9053 2.1


@dataclass(frozen=True, slots=True)
class Opened:
    """A sealed thing whose seal is whole."""

    payload: bytes
    """Exactly the bytes that were sealed."""
    plain: dict[int | str, Plain]
    """The same, read."""
    public: PublicKey
    """The key it was sealed with. Whose key that is, nobody here knows."""


def canonical(plain: object) -> bytes:
    """The one spelling of plain data. Raises TypeError for what a sealed thing may not hold: our own mistake."""
    import cbor2

    _must_be_plain(plain, MOST_DEPTH)
    return cbor2.dumps(plain, canonical=True)


def read_canonical(written: bytes, most: int = MOST_BYTES) -> Plain:
    """Plain data from its one spelling. Raises NotOurs for any other bytes."""
    import cbor2

    if not written or len(written) > most:
        raise NotOurs(step="length")
    if _item_end(written, 0, MOST_DEPTH) != len(written):
        raise NotOurs(step="contents")
    try:
        plain: Plain = cbor2.loads(written)
        again = canonical(plain)
    except Exception as wrong:
        # cbor2 5.9 lets unplanned kinds of error out on strange bytes. None of them is ours to show.
        raise NotOurs(step="contents") from wrong
    if again != written:
        raise NotOurs(step="contents")
    return plain


def seal(payload: bytes, identity: Identity) -> bytes:
    """A sealed thing around canonical bytes that hold the public key. The same bytes every time (RFC 6979)."""
    from cwt import COSE

    protected = {1: _ES256, 4: key_id(identity.public)}
    return COSE.new(deterministic_header=True).encode_and_sign(  # type: ignore[no-any-return]
        payload, _signing_key(identity), protected=protected, unprotected={}
    )


def open_sealed(sealed: bytes, public_at: int | str) -> Opened:
    """What is inside, once the seal is found whole. ``public_at``: where the payload's map holds the public key.

    Raises NotOurs where the wrapping is not exactly as ``seal`` makes it, and SealBroken where the key inside did
    not make this seal over these bytes. There is no bool to ignore.
    """
    if not sealed.startswith(_TAG_18):
        raise NotOurs(step="wrapping")
    protected, unprotected, payload, signature = _four(read_canonical(sealed[1:]))
    if unprotected != {} or len(signature) != _SIGNATURE:
        raise NotOurs(step="wrapping")
    plain = read_canonical(payload)
    compressed = plain.get(public_at) if isinstance(plain, dict) else None
    if not isinstance(plain, dict) or not isinstance(compressed, bytes):
        raise NotOurs(step="key")
    public = PublicKey(compressed)
    if protected != canonical({1: _ES256, 4: key_id(public)}):
        raise SealBroken(step="seal")
    _check(sealed, public)
    return Opened(payload, plain, public)


def _four(wrapping: Plain) -> tuple[bytes, Plain, bytes, bytes]:
    if isinstance(wrapping, list) and len(wrapping) == 4:
        protected, unprotected, payload, signature = wrapping
        if isinstance(protected, bytes) and isinstance(payload, bytes) and isinstance(signature, bytes):
            return protected, unprotected, payload, signature
    raise NotOurs(step="wrapping")


def _check(sealed: bytes, public: PublicKey) -> None:
    """Raises SealBroken unless this key made the seal over these bytes."""
    from cwt import COSE, COSEKey
    from cwt.exceptions import VerifyError

    numbers = public.point.public_numbers()
    key = COSEKey.new(
        {
            1: 2,  # kty EC2
            2: key_id(public),
            3: _ES256,
            4: [2],  # verify only
            -1: 1,  # P-256
            -2: numbers.x.to_bytes(32, "big"),
            -3: numbers.y.to_bytes(32, "big"),
        }
    )
    try:
        COSE.new(verify_kid=True).decode(sealed, key)
    except VerifyError as broken:
        raise SealBroken(step="seal") from broken
    except Exception as strange:
        raise NotOurs(step="wrapping") from strange


def _signing_key(identity: Identity) -> Any:
    """A COSE key that signs without chance: the same number for the same bytes (RFC 6979), so no weak random ever leaks it."""
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
    from cwt.algs.ec2 import EC2Key

    class _Steady(EC2Key):
        def sign(self, msg: bytes) -> bytes:
            der = identity.private.sign(msg, ec.ECDSA(hashes.SHA256(), deterministic_signing=True))
            r, s = decode_dss_signature(der)
            return r.to_bytes(32, "big") + s.to_bytes(32, "big")

    return _Steady({**EC2Key.to_cose_key(identity.private), 3: _ES256, 4: [1, 2]})


def _must_be_plain(plain: object, depth: int) -> None:
    """Raises TypeError for floats, tags, wide numbers, surrogates, mixed keys, and anything nested too deep."""
    if depth == 0:
        raise TypeError("too deep")
    if isinstance(plain, (list, tuple)):
        for item in plain:
            _must_be_plain(item, depth - 1)
    elif isinstance(plain, Mapping):
        for key, value in plain.items():
            if isinstance(key, bool) or not isinstance(key, (int, str)):
                raise TypeError("key")
            _must_be_plain(key, depth - 1)
            _must_be_plain(value, depth - 1)
    else:
        _must_be_one_thing(plain)


def _must_be_one_thing(plain: object) -> None:
    if isinstance(plain, str):
        if _HALF.search(plain):
            raise TypeError("half a character")
    elif isinstance(plain, int):
        if not -(1 << 64) <= plain < 1 << 64:
            raise TypeError("too wide a number")
    elif plain is not None and not isinstance(plain, bytes):
        raise TypeError(type(plain).__name__)


def _item_end(written: bytes, at: int, depth: int) -> int:
    """Where the item that begins at ``at`` ends, without building any of it. Raises NotOurs.

    Goes first, so that the reader never meets a tag, a float, an open-ended item or a length beyond the bytes.
    """
    if depth == 0 or at >= len(written):
        raise NotOurs(step="contents")
    major, short = written[at] >> 5, written[at] & 31
    at += 1
    if major == 7:
        if short not in {20, 21, 22}:  # false, true, null
            raise NotOurs(step="contents")
        return at
    if major == 6 or short > 27:  # a tag; or a length that is not stated
        raise NotOurs(step="contents")
    size = 0 if short < 24 else 1 << (short - 24)
    argument = int.from_bytes(written[at : at + size], "big") if size else short
    at += size
    if at > len(written):
        raise NotOurs(step="contents")
    if major in {0, 1}:
        return at
    if argument > len(written) - at:
        raise NotOurs(step="contents")
    if major in {2, 3}:
        return at + argument
    for _ in range(argument * (major - 3)):  # a list has one item each, a map two
        at = _item_end(written, at, depth - 1)
    return at
