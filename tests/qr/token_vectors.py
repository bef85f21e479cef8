"""Makes tests/vectors/token: one good code of each kind, and codes each named by what is wrong with it.

Run: python -m tests.qr.token_vectors. The same bytes come out every time; a change here is a change of the format.
"""

import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import cbor2

from passport.keys.identity import Identity, new_identity
from passport.keys.seal import canonical, seal
from passport.qr import base45
from passport.qr.deflate import deflate
from passport.qr.table import dictionary
from passport.qr.token import PREFIX, EntryFacts, TokenFacts, payload, wrap, write
from passport.record.audience import Audience

FOLDER = Path(__file__).parent.parent / "vectors" / "token"
MADE_ON = date(2026, 11, 23)
ALEX = new_identity(Audience.INVOLVEMENT, MADE_ON, lambda size: bytes(range(1, size + 1)))
SOMEONE_ELSE = new_identity(Audience.INVOLVEMENT, MADE_ON, lambda size: bytes(range(2, size + 2)))

CARD = TokenFacts(
    document="a1b2c3d4e5f60718",
    version=1,
    made_on=MADE_ON,
    audience=Audience.CARE,
    status="ready",
    digest=bytes.fromhex("3f79bb7b435b05321651daefd374cdc6"),
    facts={"am_known_as": "Alex"},
)
CARD_LINES = replace(
    CARD,
    facts={
        "cp_card": (
            "Call me Alex",
            "Ring Jamie: 07700 900118",
            "Sit down. Ask me about the allotment",
            "Do not hold me. Turn the lights down",
            "My plan is in the blue folder in my kitchen",
        )
    },
)
"""The same with the five lines that stand on it."""
ROLE_PACK = TokenFacts(
    document="0011223344556677",
    version=3,
    made_on=MADE_ON,
    audience=Audience.INVOLVEMENT,
    status="ready",
    digest=bytes.fromhex("9f86d081884c7d659a2feaa0c55ad015"),
    look_again=date(2027, 11, 23),
    forms=("about_me", "involvement_record", "training_record"),
    facts={
        "am_name": "Alex Morgan",
        "am_known_as": "Alex",
        "am_pronouns": "they/them",
        "am_communicate": "Short sentences. Give me time to think.",
        "am_languages": ("English", "British Sign Language"),
        "na_contact": "Text me first",
        "na_format": ("large_print", "plain_email"),
        "na_breaks": "A break every hour",
    },
    entries=(
        EntryFacts(
            "involvement_record",
            {
                "ir_title": "Interview panel for a ward manager",
                "ir_org": "Northfield NHS Foundation Trust",
                "ir_start": "2026-03",
                "ir_role": ("panel_member",),
            },
        ),
        EntryFacts(
            "training_record",
            {"tr_title": "Safeguarding", "tr_provider": "Northfield Recovery College", "tr_date": "2026-02"},
        ),
    ),
    entries_in_all=7,
)
STOPPED = TokenFacts(
    document="a1b2c3d4e5f60718",
    version=2,
    made_on=date(2026, 12, 1),
    audience=Audience.CARE,
    status="stopped",
    digest=bytes.fromhex("3f79bb7b435b05321651daefd374cdc6"),
    stopped_on=date(2026, 12, 1),
)
CARER = TokenFacts(
    document="c4e5f60718a1b2c3",
    version=1,
    made_on=MADE_ON,
    audience=Audience.CARER_INVOLVEMENT,
    status="ready",
    digest=bytes.fromhex("2c26b46b68ffc68ff99b453c1d304134"),
    forms=("carer_about_me", "carer_involvement_record"),
    facts={"cr_name": "Ngozi Okafor", "cr_known_as": "Ngozi", "cr_languages": ("English", "Igbo")},
    entries=(
        EntryFacts(
            "carer_involvement_record",
            {
                "carer_ir_title": "How wards work with families",
                "carer_ir_org": "Northside Trust",
                "carer_ir_start": "2025-02",
                "carer_ir_role": ("monitor", "critical_friend"),
            },
        ),
    ),
    entries_in_all=2,
)
"""What somebody keeps as a carer: a side of its own, with its own numbers."""


def inside(**changes: object) -> dict[int, object]:
    """The card's sealed map; ``_8`` stands for key -8, ``k6`` for key 6; None takes a key out."""
    plain: dict[int, object] = cbor2.loads(payload(CARD, ALEX.public))
    for name, value in changes.items():
        key = -int(name[1:]) if name[0] == "_" else int(name[1:])
        plain[key] = value
        if value is None:
            del plain[key]
    return plain


def resealed(identity: Identity = ALEX, **changes: object) -> str:
    """A code with a whole seal around a changed map."""
    return wrap(seal(canonical(inside(**changes)), identity))


def packed(packing: bytes) -> str:
    return PREFIX + base45.write(packing)


def codes() -> Iterator[tuple[str, str]]:
    """File names and codes: the step that stops them, then what is wrong."""
    yield "good_card", write(CARD, ALEX)
    yield "good_card_lines", write(CARD_LINES, ALEX)
    yield "good_role_pack", write(ROLE_PACK, ALEX)
    yield "good_stopped", write(STOPPED, ALEX)
    yield "good_carer_involvement", write(CARER, ALEX)
    yield from _not_packed_as_we_pack()
    yield from _not_sealed_as_we_seal()
    yield from _not_said_as_we_say()


def _not_packed_as_we_pack() -> Iterator[tuple[str, str]]:
    good = write(CARD, ALEX)
    sealed = seal(payload(CARD, ALEX.public), ALEX)
    small = deflate(sealed, dictionary())
    yield "prefix_missing", good.removeprefix(PREFIX)
    yield "newer_version_2", good.replace("PIP1:", "PIP2:", 1)
    yield "prefix_small_letters", good.replace("PIP1:", "pip1:", 1)
    yield "size_too_many_letters", good + "0" * 4296
    yield "letters_one_small", good[:-1] + "a"
    yield "letters_one_missing", good[:-1]
    yield "letters_group_too_big", PREFIX + ":::" + good[len(PREFIX) + 3 :]
    yield "unpacking_empty", PREFIX
    yield "unpacking_cut_short", packed(small[:-5])
    yield "unpacking_byte_after", packed(small + b"\0")
    yield "unpacking_padding_bit_set", packed(_padding_set(small))
    yield "unpacking_no_dictionary", packed(zlib.compress(sealed))
    yield "unpacking_other_dictionary", packed(deflate(sealed, b"PIP"))
    yield "unpacking_stored_not_packed", packed(_by_zlib(sealed, level=0))
    yield "unpacking_other_spelling", packed(_by_zlib(sealed, level=9))
    yield "size_bomb", packed(zlib_bomb())


def _not_sealed_as_we_seal() -> Iterator[tuple[str, str]]:
    sealed = seal(payload(CARD, ALEX.public), ALEX)
    yield "wrapping_no_tag", wrap(sealed[1:])
    yield "wrapping_mac_tag", wrap(b"\xd1" + sealed[1:])
    yield "contents_byte_after_seal", wrap(sealed + b"\0")
    yield "wrapping_unprotected_header", wrap(_wrapped(unprotected={4: b"12345678"}))
    yield "seal_other_algorithm", wrap(_wrapped(protected=canonical({1: -35, 4: b"12345678"})))
    yield "wrapping_short_signature", wrap(_wrapped(signature=b"\x01" * 63))
    yield "seal_zero_signature", wrap(_wrapped(signature=b"\0" * 64))
    yield "seal_changed_version", wrap(sealed.replace(canonical(-4) + b"\x01", canonical(-4) + b"\x02", 1))
    yield "seal_changed_name", wrap(sealed.replace(b"dAlex", b"dAlec", 1))
    yield "seal_other_key_inside", resealed(SOMEONE_ELSE)
    yield "seal_swapped_key", wrap(sealed.replace(ALEX.public.compressed, SOMEONE_ELSE.public.compressed, 1))
    yield "key_missing", resealed(_2=None)
    yield "key_not_on_the_curve", resealed(_2=b"\x02" + b"\xff" * 32)


def _not_said_as_we_say() -> Iterator[tuple[str, str]]:
    yield "contents_doubled_key", wrap(seal(_doubled(), ALEX))
    yield "contents_long_number", wrap(seal(_long_number(), ALEX))
    yield "contents_keys_out_of_order", wrap(seal(cbor2.dumps(dict(reversed(inside().items()))), ALEX))
    yield "key_none_in_a_list", wrap(seal(canonical([ALEX.public.compressed]), ALEX))
    yield "contents_end_date_of_a_cwt", resealed(k4=1_800_000_000)
    yield "contents_unknown_key", resealed(_20=1)
    yield "contents_another_kind_of_seal", resealed(_1=2)
    yield "contents_version_zero", resealed(_4=0)
    yield "contents_version_as_text", resealed(_4="1")
    yield "contents_document_too_short", resealed(_3=b"1234567")
    yield "contents_digest_too_long", resealed(_8=b"1" * 32)
    yield "contents_unknown_status", resealed(_7=4)
    yield "contents_unknown_side", resealed(_6=5)
    yield "contents_made_at_noon", resealed(k6=1_795_000_000)
    yield "contents_made_in_the_year_30000", resealed(k6=884_541_340_800)
    yield "contents_empty_facts", resealed(_11={})
    yield "contents_fact_is_a_number", resealed(_11={1: 2})
    yield "contents_fact_is_empty", resealed(_11={1: ""})
    yield "contents_more_entries_than_in_all", resealed(_12=[[3, {40: "Panel"}]], _13=0)
    yield "dates_look_again_before_made", resealed(_5=1)


def zlib_bomb() -> bytes:
    """Two megabytes of nothing in two thousand bytes."""
    maker = zlib.compressobj(9, zlib.DEFLATED, 15, 9, zlib.Z_DEFAULT_STRATEGY, dictionary())
    return maker.compress(bytes(2_000_000)) + maker.flush()


def _by_zlib(sealed: bytes, level: int) -> bytes:
    maker = zlib.compressobj(level, zlib.DEFLATED, 15, 9, zlib.Z_DEFAULT_STRATEGY, dictionary())
    return maker.compress(sealed) + maker.flush()


def _padding_set(packing: bytes) -> bytes:
    """The highest bit before the checksum is padding in this code: a reader that skips it would not notice."""
    changed = packing[:-5] + bytes([packing[-5] | 0x80]) + packing[-4:]
    assert changed != packing
    assert zlib.decompressobj(zdict=dictionary()).decompress(changed)
    return changed


def _wrapped(**parts: object) -> bytes:
    protected, unprotected, content, signature = cbor2.loads(seal(payload(CARD, ALEX.public), ALEX)).value
    whole = {"protected": protected, "unprotected": unprotected, "content": content, "signature": signature}
    return b"\xd2" + cbor2.dumps(list({**whole, **parts}.values()), canonical=True)


def _doubled() -> bytes:
    plain = payload(CARD, ALEX.public)
    return bytes([plain[0] + 1]) + plain[1:] + canonical(-4) + b"\x02"


def _long_number() -> bytes:
    plain = payload(CARD, ALEX.public)
    return plain.replace(canonical(-4) + b"\x01", canonical(-4) + b"\x18\x01", 1)


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("*.txt"):
        old.unlink()
    for name, code in codes():
        (FOLDER / f"{name}.txt").write_text(code + "\n", encoding="ascii", newline="\n")
