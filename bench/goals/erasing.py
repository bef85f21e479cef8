"""What is erased for good is on no page of the file any more: every page is decrypted with the raw key and looked through.

The reader shares no code with SQLCipher: AES-256-CBC as its design page says, with the 16 bytes after the page's 4,016 as IV.
The control erases with ``secure_delete`` off and without writing the file anew, and must be seen. Every other time the words are
erased before the index of words has them; they must not come into it then. A third time they are erased in a copy, and the two are
put together.
"""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from unittest.mock import patch

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from bench.goals.outcome import Outcome
from passport.actions import back_up
from passport.actions.erase import What, erase
from passport.actions.put_together import put_together
from passport.forms.shelf import shelf
from passport.keys import passphrase
from passport.record.answers import Answer, Value
from passport.record.audience import Audience
from passport.record.copies import CopyGiven
from passport.vault.erasing import Erasing
from passport.vault.folder import DATABASE, PAGE
from passport.vault.vault import Vault
from passport.wording.words import Words

NOW = datetime(2026, 11, 23, 14, 2, tzinfo=UTC)
PASSPHRASE = "kettle harbour violin meadow lantern"  # of a made-up person
RESERVED, IV, SALT = 80, 16, 16
WORDS = Words()
Plants = Callable[[Vault, str], What]


def decrypted(folder: Path, key: bytes) -> bytes:
    """Every page of the database, and of a journal that lies beside it, as it is under the key."""
    found = []
    for name, header, between in ((DATABASE, 0, 0), (f"{DATABASE}-journal", 512, 8)):
        file = folder / name
        data = file.read_bytes() if file.exists() else b""
        at = header + between // 2
        while at + PAGE <= len(data):
            found.append(_page(data[at : at + PAGE], key, first=name == DATABASE and at == 0))
            at += PAGE + between
    return b"".join(found)


def _page(page: bytes, key: bytes, *, first: bool) -> bytes:
    body, iv = page[SALT if first else 0 : -RESERVED], page[-RESERVED : IV - RESERVED]
    decryptor = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
    return decryptor.update(body) + decryptor.finalize()


def _an_answer(words: Value) -> Answer:
    return Answer(words, words, NOW)


def _answer(vault: Vault, canary: str) -> What:
    section = vault.add_section("about_me", 1, NOW.date())
    for words in (f"{canary} " * 900, f"first {canary}", f"then {canary} again"):
        vault.put(section.id, {"am_important": _an_answer(words)})
    vault.save_draft(section.id, "am_important", f"half {canary}")
    return What(section.id, "am_important")


def _item(vault: Vault, canary: str) -> What:
    section = vault.add_section("advance_decision", 1, NOW.date())
    why = {
        "ad_refusals.1.rfz_treatment": _an_answer(canary),
        "ad_refusals.1.rfz_why": _an_answer(canary * 60),
    }
    vault.put(section.id, {"ad_refusals": _an_answer(("1", "2")), **why})
    vault.put(section.id, {"ad_refusals.1.rfz_why": _an_answer(f"or {canary}")})
    return What(section.id, "ad_refusals", "1")


def _entry(vault: Vault, canary: str) -> What:
    section = vault.add_section("reflection", 1, NOW.date())
    vault.put(section.id, {f"q{number}": _an_answer(f"{canary} {number} " * 80) for number in range(20)})
    vault.save_draft(section.id, "q1", f"half {canary}")
    vault.keep("carry_on", f"{section.id} {canary}")
    vault.keep_file([f"scan {canary} ".encode() * 9000], f"{canary}.pdf", "application/pdf", NOW, section.id)
    return What(section.id)


def _taken_out(vault: Vault, canary: str) -> What:
    what = _entry(vault, canary)
    vault.remove_section(what.section)
    return what


def _copy(vault: Vault, canary: str) -> What:
    vault.give_copy(
        CopyGiven(
            f"copy-{vault.counter}",
            f"Ward {canary}",
            Audience.CARE,
            "0" * 16,
            1,
            (),
            (),
            "s",
            date(2026, 1, 1),
            f"because {canary}",
            "d",
        ),
        f"care:{vault.counter}",
    )
    return What(copy=vault.passport().copies[-1].id)


def _file(vault: Vault, canary: str) -> What:
    kept = vault.keep_file([f"{canary} ".encode() * 20000] * 3, f"{canary}.txt", "text/plain", NOW)
    return What(file=kept.id)


_HOW = ("erased", "merged", "control")
KINDS: tuple[Plants, ...] = (_answer, _item, _entry, _taken_out, _copy, _file)


def erasing(full: bool) -> Outcome:  # every goal is called so
    """Plant words, erase them, and look for them on every page; then the same with the guards off, where they must be found."""
    rounds = 20 if full else 2
    cases = failures = unseen = 0
    with _cheap(), tempfile.TemporaryDirectory() as folder:
        for number, (plant, how) in enumerate(
            (plant, how) for how in _HOW for plant in KINDS for _ in range(rounds)
        ):
            canary = f"qzx{number:05d}kvj"
            place = Path(folder) / str(number)
            control = how == "control"
            still = _stands_after(place, plant, canary, how, in_index=number % 2 == 0)
            cases += 1
            failures += still and not control
            unseen += control and not still
    note = f"controls not seen: {unseen}" if unseen else f"controls seen: {rounds * len(KINDS)}"
    return Outcome(
        cases, failures + unseen, f"{note}; pieces that a disk keeps of old pages are not looked at"
    )


def _stands_after(folder: Path, plant: Plants, canary: str, how: str, *, in_index: bool) -> bool:
    vault, _rows = Vault.create(folder, PASSPHRASE, NOW)
    key = vault._data_key.key  # the raw key, as a reader from outside would have it
    other = vault.add_section("contacts", 1, NOW.date())
    vault.put(other.id, {"ct_name": _an_answer("Jamie stays " * 50)})
    what = plant(vault, canary)
    if how == "control" or in_index:
        vault.look_at_words()
    assert canary.encode() in decrypted(folder, key), "it was never there"
    if how == "control":
        vault._connection.execute("PRAGMA secure_delete = OFF")  # a guard is switched off from outside
        vault._connection.execute("INSERT INTO found (found, rank) VALUES ('secure-delete', 0)")  # as above
        with patch.object(Erasing, "_write_anew", lambda _self: True):
            erase(vault, shelf(), what, NOW, WORDS)
    elif how == "merged":
        _erased_in_a_copy(vault, what)
    else:
        erase(vault, shelf(), what, NOW, WORDS)
    vault.close()
    found = canary.encode() in decrypted(folder, key)
    again = Vault.open_with_passphrase(folder, PASSPHRASE, NOW)
    assert again.section(other.id).value("ct_name") == "Jamie stays " * 50
    found = found or bool(again.find(canary, 5))
    again.close()
    return found


def _erased_in_a_copy(vault: Vault, what: What) -> None:
    """As if on a stick, which is then put into this one."""
    with tempfile.TemporaryDirectory() as place:
        back_up.back_up(vault, Path(place) / "now.passport", NOW)
        back_up.restore(Path(place) / "now.passport", Path(place) / "stick", PASSPHRASE, NOW)
        other = Vault.open_with_passphrase(Path(place) / "stick", PASSPHRASE, NOW)
        erase(other, shelf(), what, NOW, WORDS)
        other.close()
        put_together(vault, Path(place) / "stick", PASSPHRASE, {}, NOW)


@contextmanager
def _cheap() -> Iterator[None]:
    """Key stretching that takes no time: nothing here depends on it."""
    bounds = passphrase.Bounds(passphrase.CHEAPEST, passphrase.PERSON)
    with (
        patch.object(passphrase, "BOUNDS", bounds),
        patch.object(passphrase, "settings_here", lambda: passphrase.CHEAPEST),
    ):
        yield
