"""A slot of ``vault.keys`` opens only where it was made: the same vault, epoch, kind and settings (AES-GCM's bound data)."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from passport.errors import WrongPassphrase, WrongRecoveryWords
from passport.keys.recovery import new_recovery_words
from passport.keys.slots import KeysFile, read_keys
from passport.keys.ways import new_data_key
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


CHANGES = [_other_vault, _other_epoch]


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
