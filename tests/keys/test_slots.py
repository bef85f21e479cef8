"""A slot of ``vault.keys`` opens only where it was made: the same vault, epoch, kind and settings (AES-GCM's bound data)."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passport.errors import KeysDamaged, WrongPassphrase, WrongRecoveryWords
from passport.keys.recovery import new_recovery_words
from passport.keys.slots import KeysFile, read_keys
from passport.keys.ways import new_data_key
from passport.keys.wrapping import public_of, unwrap, wrap
from passport.vault.change_keys import first_slots

pytestmark = pytest.mark.usefixtures("cheap_keys")
WORDS = new_recovery_words()
PASSPHRASE = "kettle harbour violin meadow lantern"


def made() -> KeysFile:
    return first_slots("ab" * 16, PASSPHRASE, WORDS, new_data_key())


def edited(keys: KeysFile, change: Callable[[Any], None]) -> KeysFile:
    plain = json.loads(keys.to_bytes())
    change(plain)
    return read_keys(json.dumps(plain).encode())


def _other_vault(plain: Any) -> None:
    plain["vault"] = "cd" * 16


def _other_epoch(plain: Any) -> None:
    for slot in plain["slots"]:
        slot["epoch"] += 1


def _no_sender(plain: Any) -> None:
    """A point of small order: it has the same in common with everybody."""
    for slot in plain["slots"]:
        slot["sender"] = "00" * 32


def _others_sender(plain: Any) -> None:
    one, other = plain["slots"]
    one["sender"], other["sender"] = other["sender"], one["sender"]


def _other_salt(plain: Any) -> None:
    for slot in plain["slots"]:
        slot["salt"] = "00" * 16


CHANGES = [_other_vault, _other_epoch, _no_sender, _others_sender, _other_salt]


def test_untouched_slots_open() -> None:
    keys = made()
    assert keys.with_passphrase(PASSPHRASE) == keys.with_recovery_words(WORDS)


@pytest.mark.parametrize("change", CHANGES)
def test_a_slot_moved_elsewhere_does_not_open(change: Callable[[Any], None]) -> None:
    moved = edited(made(), change)
    with pytest.raises(WrongPassphrase):
        moved.with_passphrase(PASSPHRASE)
    with pytest.raises(WrongRecoveryWords):
        moved.with_recovery_words(WORDS)


def test_a_slot_of_another_record_is_no_way_in() -> None:
    """Somebody who may write the folder puts a slot with their own passphrase there: it holds another data key."""
    mine, theirs = (
        made(),
        first_slots("ef" * 16, "their own five words here", new_recovery_words(), new_data_key()),
    )

    def planted(plain: Any) -> None:
        plain["slots"].append(json.loads(theirs.to_bytes())["slots"][0])

    with pytest.raises(WrongPassphrase):
        edited(mine, planted).with_passphrase("their own five words here")


def test_a_slot_of_one_kind_is_none_of_another() -> None:
    """The person's own slot, called a second person's, opens nothing."""

    def renamed(plain: Any) -> None:
        plain["slots"][0]["kind"] = "second"

    with pytest.raises(WrongPassphrase):
        edited(made(), renamed).with_second(PASSPHRASE)


@pytest.mark.parametrize(
    "settings",
    [None, {}, {"set": -1}, {"set": 1 << 15}, {"set": True}, {"set": 1, "need": 2}, {"memory_kib": 1}],
)
def test_settings_that_no_share_has_are_named(settings: object) -> None:
    def shares(plain: Any) -> None:
        plain["slots"][1].update(kind="shares", settings=settings)

    with pytest.raises(KeysDamaged):
        edited(made(), shares)


@given(st.binary(min_size=32, max_size=32), st.binary(max_size=80), st.binary(max_size=40))
def test_what_is_wrapped_opens_with_its_secret_and_under_what_it_is_bound_to(
    secret: bytes, plain: bytes, bound: bytes
) -> None:
    wrapped = wrap(plain, public_of(secret), bound)
    assert unwrap(wrapped, secret, bound) == plain
    assert unwrap(wrapped, secret, bound + b"x") is None
    assert (
        unwrap(wrapped, bytes([secret[0] ^ 8]) + secret[1:], bound) is None
    )  # not one of the bits X25519 sets itself


def test_what_is_read_is_written_the_same() -> None:
    written = made().to_bytes()
    assert read_keys(written).to_bytes() == written
