"""passport/keys/seal.py: COSE_Sign1 over canonical CBOR, and nothing else.

RFC 8949 4.2.1 one spelling; RFC 9052 4.2 COSE_Sign1 with tag 18; RFC 9053 2.1 a signature of 64 bytes.
"""

from datetime import date

import cbor2
import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from hypothesis import given
from hypothesis import strategies as st

from passport.errors import NotOurs, PassportError, SealBroken
from passport.keys.identity import key_id, new_identity
from passport.keys.seal import canonical, open_sealed, read_canonical, seal
from passport.record.audience import Audience

IDENTITY = new_identity(Audience.CARE, date(2026, 11, 23), lambda size: b"\x11" * size)
OTHER = new_identity(Audience.CARE, date(2026, 11, 23), lambda size: b"\x22" * size)
KEY_AT = -2
ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551

plain_data = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(1 << 64), (1 << 64) - 1)
    | st.binary(max_size=40)
    | st.text(max_size=20),
    lambda inside: (
        st.lists(inside, max_size=5)
        | st.dictionaries(st.integers(-300, 70000) | st.text(max_size=8), inside, max_size=5)
    ),
    max_leaves=20,
)


def sealed_words(words: str = "Alex") -> bytes:
    return seal(canonical({KEY_AT: IDENTITY.public.compressed, 1: words}), IDENTITY)


def rebuilt(**parts: object) -> bytes:
    """The sealed words with some parts of the wrapping put in by hand."""
    protected, unprotected, payload, signature = cbor2.loads(sealed_words()).value
    whole = {
        "protected": protected,
        "unprotected": unprotected,
        "payload": payload,
        "signature": signature,
        **parts,
    }
    return b"\xd2" + cbor2.dumps(list(whole.values()), canonical=True)


@given(plain_data)
def test_plain_data_reads_back_the_same(plain: object) -> None:
    assert read_canonical(canonical(plain)) == plain


@given(st.binary(max_size=60))
def test_any_bytes_that_are_read_are_the_one_spelling(written: bytes) -> None:
    try:
        plain = read_canonical(written)
    except NotOurs:
        return
    assert canonical(plain) == written


@pytest.mark.parametrize(
    ("written", "wrong"),
    [
        ("", "nothing"),
        ("0000", "bytes left over"),
        ("1800", "a long spelling of zero"),
        ("190001", "a longer spelling of one"),
        ("580100", "a long spelling of a length"),
        ("9f00ff", "a list without a stated length"),
        ("bf0000ff", "a map without a stated length"),
        ("5f4100ff", "bytes in chunks"),
        ("a201000101", "the same key twice"),
        ("a202000100", "keys out of order"),
        ("a16161f97e00", "not a number"),
        ("f93c00", "a float"),
        ("fb3ff0000000000000", "a long float"),
        ("c11a514b67b0", "a date tag"),
        ("c249010000000000000000", "a wide number"),
        ("d81c80", "a shared reference"),
        ("d9d9f700", "the CBOR tag"),
        ("f7", "undefined"),
        ("f0", "a simple value"),
        ("f820", "a long simple value"),
        ("ff", "a break"),
        ("1c", "a reserved length"),
        ("61ff", "text that is not UTF-8"),
        ("63eda080", "half a character"),
        ("a1f500", "true as a key"),
        ("a1400", "half a byte"),
        ("a14000", "bytes as a key"),
        ("9bffffffffffffffff", "a list of more than there is"),
        ("5bffffffffffffffff", "bytes of more than there are"),
        ("bb7fffffffffffffff", "a map of more than there is"),
        ("62", "cut short"),
        ("81" * 100 + "00", "too deep"),
        ("81" * 100_000, "much too deep"),
    ],
)
def test_every_other_spelling_is_refused(written: str, wrong: str) -> None:
    with pytest.raises(NotOurs):
        read_canonical(bytes.fromhex(written + "0" * (len(written) % 2)))


@pytest.mark.parametrize(
    "plain",
    [
        1.5,
        float("nan"),
        1 << 64,
        {1.0: 1},
        {True: 1},
        {None: 1},
        {b"x": 1},
        object(),
        {1, 2},
        "\ud800",
        date(2026, 1, 1),
    ],
)
def test_what_a_sealed_thing_may_not_hold_is_our_own_mistake(plain: object) -> None:
    with pytest.raises(TypeError):
        canonical(plain)


def test_more_bytes_than_allowed_are_not_read() -> None:
    with pytest.raises(NotOurs) as refused:
        read_canonical(canonical(b"x" * 100), most=50)
    assert refused.value.fields["step"] == "length"


def test_what_was_sealed_opens_with_the_key_inside() -> None:
    opened = open_sealed(sealed_words(), public_at=KEY_AT)

    assert opened.plain[1] == "Alex"
    assert opened.public == IDENTITY.public
    assert canonical(opened.plain) == opened.payload


def test_the_same_words_make_the_same_seal() -> None:
    """RFC 6979: no chance in a signature, so no weak chance can give the key away."""
    assert sealed_words() == sealed_words()


def test_the_wrapping_is_exactly_as_the_format_page_says() -> None:
    """RFC 9052: tag 18; algorithm and key id protected; nothing unprotected; 64 bytes of signature."""
    tag = cbor2.loads(sealed_words())
    protected, unprotected, _payload, signature = tag.value

    assert tag.tag == 18
    assert protected == bytes.fromhex("a201260448") + key_id(IDENTITY.public)
    assert unprotected == {}
    assert len(signature) == 64


def test_the_signature_is_plain_es256_that_any_library_can_check() -> None:
    """RFC 9052 4.4: the bytes that are signed."""
    protected, _, payload, signature = cbor2.loads(sealed_words()).value
    signed = cbor2.dumps(["Signature1", protected, b"", payload])
    r, s = int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big")

    IDENTITY.public.point.verify(encode_dss_signature(r, s), signed, ec.ECDSA(hashes.SHA256()))


def test_every_changed_bit_is_noticed() -> None:
    sealed = sealed_words()
    for at in range(len(sealed)):
        for bit in range(8):
            changed = bytearray(sealed)
            changed[at] ^= 1 << bit
            with pytest.raises((SealBroken, NotOurs)):
                open_sealed(bytes(changed), public_at=KEY_AT)


@pytest.mark.parametrize("more", [b"\0", b"\xf6", b"Alex"])
def test_bytes_after_a_sealed_thing_are_noticed(more: bytes) -> None:
    with pytest.raises(NotOurs):
        open_sealed(sealed_words() + more, public_at=KEY_AT)


def test_a_thing_without_its_tag_is_not_ours() -> None:
    """RFC 9052 2: an untagged COSE_Sign1 is allowed elsewhere, never here."""
    with pytest.raises(NotOurs):
        open_sealed(sealed_words()[1:], public_at=KEY_AT)


@pytest.mark.parametrize(
    "parts",
    [
        {"unprotected": {4: key_id(IDENTITY.public)}},
        {"unprotected": {1: -7}},
        {"protected": b""},
        {"protected": b"\xa0"},
        {"protected": canonical({1: -7})},
        {"protected": canonical({1: -35, 4: key_id(IDENTITY.public)})},
        {"protected": canonical({1: -7, 2: [4], 4: key_id(IDENTITY.public)})},
        {"protected": canonical({1: -7, 4: key_id(OTHER.public)})},
        {"signature": b""},
        {"signature": b"\0" * 63},
        {"signature": b"\0" * 65},
        {"payload": None},
        {"payload": canonical({1: "Alex"})},
        {"payload": canonical([1, 2])},
        {"payload": b"Alex"},
    ],
)
def test_any_other_wrapping_is_refused(parts: dict[str, object]) -> None:
    with pytest.raises((SealBroken, NotOurs)):
        open_sealed(rebuilt(**parts), public_at=KEY_AT)


@pytest.mark.parametrize("r", [0, 1, ORDER - 1, ORDER, ORDER + 1, (1 << 256) - 1])
@pytest.mark.parametrize("s", [0, 1, ORDER - 1, ORDER, ORDER + 1, (1 << 256) - 1])
def test_the_edges_of_the_signature_numbers_are_refused(r: int, s: int) -> None:
    """The classic vectors for ECDSA P-256: zero, one, the order and beyond."""
    with pytest.raises(SealBroken):
        open_sealed(rebuilt(signature=r.to_bytes(32, "big") + s.to_bytes(32, "big")), public_at=KEY_AT)


def test_the_other_half_of_a_signature_is_accepted_as_the_standard_says() -> None:
    """FIPS 186-5 does not ask for a low s: (r, n - s) is the same person's seal over the same bytes."""
    signature = cbor2.loads(sealed_words()).value[3]
    high = signature[:32] + (ORDER - int.from_bytes(signature[32:], "big")).to_bytes(32, "big")

    assert open_sealed(rebuilt(signature=high), public_at=KEY_AT).plain[1] == "Alex"


def test_another_key_cannot_stand_in_for_the_key_inside() -> None:
    stolen = seal(canonical({KEY_AT: IDENTITY.public.compressed, 1: "Alex"}), OTHER)

    with pytest.raises(SealBroken):
        open_sealed(stolen, public_at=KEY_AT)


@given(st.binary(max_size=300))
def test_strange_bytes_only_ever_raise_our_own_errors(strange: bytes) -> None:
    for written in (strange, b"\xd2" + strange, b"\xd2\x84\x4d" + strange):
        with pytest.raises(PassportError):
            open_sealed(written, public_at=KEY_AT)
