"""The two files of helping: a bundle for a helper, and their answer for the person. See docs/formats/helping.md.

A bundle is locked with a passphrase of its own. The answer is locked for the one who asked: nobody else opens it, not even
the helper. Both are read strictly, in one spelling.
"""

import json
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from passport.errors import (
    BundleDamaged,
    BundleNewer,
    KeysDamaged,
    KeySettingsRefused,
    NewerFormat,
    NotABundle,
    WrongBundlePassphrase,
    WrongPassphrase,
)
from passport.exchange.strict import a_day, a_list, a_name, a_text, a_value, exactly, read_table
from passport.keys.slots import LARGEST as LARGEST_KEYS
from passport.keys.slots import KeysFile, read_keys
from passport.keys.ways import PASSPHRASE, new_data_key, passphrase_way
from passport.keys.wrapping import NONCE, PUBLIC, TAG, Wrapped, locked_under, unlocked_under, unwrap, wrap
from passport.record.answers import Place, Value, thaw
from passport.record.suggestions import HOWS, Helper, Suggestion

FORMAT = 1
ASKS, ANSWERS = b"PASSPORT ASKING\n", b"PASSPORT ANSWER\n"
"""How each file begins."""
LARGEST = 5_000_000
_PURPOSE = b"passport helping 1"
_ID = re.compile(r"[0-9a-f]{32}")
_NAME = re.compile(r"[a-z][a-z0-9_]*(?:-[0-9]+)?")
_PLACE = re.compile(r"[a-z][a-z0-9_]*(?:\.[0-9]{1,9}\.[a-z][a-z0-9_]*)?")


@dataclass(frozen=True, slots=True)
class Asked:
    """One form that a helper may look at."""

    section: str
    form: str
    pack: int
    asks: tuple[str, ...]
    """The questions that are open to the helper: every one that the person let out, answered or not."""
    words: Mapping[Place, Value]
    """What the person wrote, word for word."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """What a person asks help with."""

    id: str
    made_on: date
    name: str
    """What to call the person; may be empty."""
    answer_to: bytes
    """The public key that the answer is locked for."""
    sections: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """What a helper suggests."""

    bundle: str
    id: str
    made_on: date
    helper: Helper
    suggestions: tuple[Suggestion, ...]


def new_id() -> str:
    """32 hex digits at random: they say nothing of anybody."""
    return secrets.token_hex(16)


def lock_bundle(bundle: Bundle, passphrase: str) -> bytes:
    """The file for a helper."""
    data_key = new_data_key()
    slot = passphrase_way(PASSPHRASE, passphrase).slot(bundle.id, 1, data_key)
    keys = KeysFile(bundle.id, (slot,)).to_bytes()
    head = ASKS + len(keys).to_bytes(4, "big") + keys
    return head + locked_under(_bundle_bytes(bundle), data_key.key, _PURPOSE, head)


def bundle_id(data: bytes) -> str:
    """Which bundle this is, without opening it. Raises NotABundle, BundleDamaged, BundleNewer."""
    return _head(data)[0].vault


def open_bundle(data: bytes, passphrase: str) -> Bundle:
    """What is asked. Raises NotABundle, BundleDamaged, BundleNewer, WrongBundlePassphrase."""
    keys, at = _head(data)
    try:
        data_key = keys.with_passphrase(passphrase)[0]
    except WrongPassphrase:
        raise WrongBundlePassphrase from None
    except KeySettingsRefused:
        raise BundleDamaged from None
    plain = unlocked_under(data[at:], data_key.key, _PURPOSE, data[:at])
    if plain is None:
        raise BundleDamaged
    bundle = _read_bundle(plain)
    if bundle.id != keys.vault or _bundle_bytes(bundle) != plain:
        raise BundleDamaged
    return bundle


def lock_reply(reply: Reply, public: bytes) -> bytes:
    """The file for the person who asked."""
    head = ANSWERS + bytes.fromhex(reply.bundle)
    wrapped = wrap(_reply_bytes(reply), public, head)
    return head + wrapped.sender + wrapped.nonce + wrapped.sealed


def answered_bundle(data: bytes) -> str:
    """Which bundle a reply answers. Raises NotABundle, BundleDamaged."""
    _must_begin(data, ANSWERS)
    if len(data) < len(ANSWERS) + 16 + PUBLIC + NONCE + TAG or len(data) > LARGEST:
        raise BundleDamaged
    return data[len(ANSWERS) : len(ANSWERS) + 16].hex()


def open_reply(data: bytes, secret: bytes) -> Reply:
    """What is suggested. Raises NotABundle, BundleDamaged, BundleNewer."""
    bundle = answered_bundle(data)
    at = len(ANSWERS) + 16
    sender, nonce = data[at : at + PUBLIC], data[at + PUBLIC : at + PUBLIC + NONCE]
    plain = unwrap(Wrapped(sender, nonce, data[at + PUBLIC + NONCE :]), secret, data[:at])
    if plain is None:
        raise BundleDamaged
    reply = _read_reply(plain)
    if reply.bundle != bundle or _reply_bytes(reply) != plain:
        raise BundleDamaged
    return reply


def _head(data: bytes) -> tuple[KeysFile, int]:
    """The keys of a bundle, and where its locked part begins."""
    _must_begin(data, ASKS)
    start = len(ASKS) + 4
    size = int.from_bytes(data[len(ASKS) : start], "big")
    if len(data) > LARGEST or size > LARGEST_KEYS or len(data) < start + size + NONCE + TAG:
        raise BundleDamaged
    written = data[start : start + size]
    try:
        keys = read_keys(written)
    except NewerFormat:
        raise BundleNewer from None
    except (KeysDamaged, KeySettingsRefused):
        raise BundleDamaged from None
    if [slot.kind for slot in keys.slots] != [PASSPHRASE] or keys.to_bytes() != written:
        raise BundleDamaged
    return keys, start + size


def _must_begin(data: bytes, mark: bytes) -> None:
    if not data.startswith(mark):
        raise NotABundle


def _bundle_bytes(bundle: Bundle) -> bytes:
    sections = [
        {
            "id": one.section,
            "form": one.form,
            "pack": one.pack,
            "asks": list(one.asks),
            "answers": [[at, thaw(words)] for at, words in one.words.items()],
        }
        for one in bundle.sections
    ]
    return _spelled(
        {
            "format": FORMAT,
            "bundle": bundle.id,
            "made_on": bundle.made_on.isoformat(),
            "name": bundle.name,
            "answer_to": bundle.answer_to.hex(),
            "sections": sections,
        }
    )


def _read_bundle(plain: bytes) -> Bundle:
    table = read_table(plain, {"bundle", "made_on", "name", "answer_to", "sections"}, FORMAT, LARGEST)
    answer_to = a_text(table["answer_to"], re.compile(r"[0-9a-f]{64}"))
    sections = tuple(_asked(one) for one in a_list(table["sections"]))
    if len({one.section for one in sections}) != len(sections):
        raise BundleDamaged
    return Bundle(
        a_text(table["bundle"], _ID),
        a_day(table["made_on"]),
        a_name(table["name"]),
        bytes.fromhex(answer_to),
        sections,
    )


def _asked(plain: object) -> Asked:
    table = exactly(plain, {"id", "form", "pack", "asks", "answers"})
    if type(table["pack"]) is not int:
        raise BundleDamaged
    pairs = [a_list(one) for one in a_list(table["answers"])]
    if any(len(one) != 2 for one in pairs):
        raise BundleDamaged
    words = {a_text(at, _PLACE): a_value(said) for at, said in pairs}
    if len(words) != len(pairs):
        raise BundleDamaged
    return Asked(
        a_text(table["id"], _NAME),
        a_text(table["form"], _NAME),
        table["pack"],
        tuple(a_text(one, _NAME) for one in a_list(table["asks"])),
        words,
    )


def _reply_bytes(reply: Reply) -> bytes:
    suggestions = [
        {
            "section": one.section,
            "at": one.at,
            "over": one.over,
            "words": thaw(one.words),
            "item": [[question, thaw(words)] for question, words in one.fields.items()],
        }
        for one in reply.suggestions
    ]
    return _spelled(
        {
            "format": FORMAT,
            "bundle": reply.bundle,
            "reply": reply.id,
            "made_on": reply.made_on.isoformat(),
            "helper": reply.helper.name,
            "how": reply.helper.how,
            "suggestions": suggestions,
        }
    )


def _read_reply(plain: bytes) -> Reply:
    table = read_table(plain, {"bundle", "reply", "made_on", "helper", "how", "suggestions"}, FORMAT, LARGEST)
    if table["how"] not in HOWS or not a_name(table["helper"]).strip():
        raise BundleDamaged
    return Reply(
        a_text(table["bundle"], _ID),
        a_text(table["reply"], _ID),
        a_day(table["made_on"]),
        Helper(a_name(table["helper"]), table["how"]),
        tuple(_suggestion(one) for one in a_list(table["suggestions"])),
    )


def _suggestion(plain: object) -> Suggestion:
    table = exactly(plain, {"section", "at", "over", "words", "item"})
    pairs = [a_list(one) for one in a_list(table["item"])]
    if any(len(one) != 2 for one in pairs):
        raise BundleDamaged
    fields = {a_text(question, _NAME): a_value(said) for question, said in pairs}
    if len(fields) != len(pairs) or (fields and table["words"] is not None):
        raise BundleDamaged
    return Suggestion(
        a_text(table["section"], _NAME),
        a_text(table["at"], _PLACE),
        a_value(table["words"]),
        fields,
        a_text(table["over"], re.compile(r"(?:[0-9a-f]{32})?")),
    )


def _spelled(plain: object) -> bytes:
    """The one way to write it."""
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
