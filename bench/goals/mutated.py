"""G14: a file that was changed ends in one of our own sentences. No surprise, no hang, and nothing changed is taken for whole.

Keys, codes and what is sealed in them, form packs, backups, records and papers of ours, changed in seeded ways, through the readers that take them in.
Controls: plain readers of the same keys must end in surprises, and a check of codes that does not look at the seal must pass some.
"""

import json
import logging
import random
import shutil
import signal
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import FrameType

from bench.goals.changes import changed
from bench.goals.forged import read_here
from bench.goals.made_up import NOW, PASSPHRASE, a_record, cheap_keys, opened, words_in
from bench.goals.needs import fast_folder
from bench.goals.outcome import Outcome
from passport.actions import back_up
from passport.checking.check import check_bytes
from passport.errors import Exit, PassportError
from passport.forms.read import read_pack
from passport.forms.shelf import packs_folder
from passport.keys import seal
from passport.keys.slots import read_keys
from passport.keys.trust import Met
from passport.qr import base45, token
from passport.qr.deflate import inflate
from passport.qr.table import dictionary
from passport.vault.folder import DATABASE, KEYS
from tests.checking.papers import WORDS
from tests.paper.test_attacks import PAPER, TODAY

_QUICK = {
    "keys": 1500,
    "codes": 1000,
    "sealed": 900,
    "packs": 1200,
    "backups": 250,
    "records": 100,
    "papers": 50,
}
_FULL = 20
"""So many times as many."""
_STUCK = 10
"""Seconds: one that takes longer hangs."""
_CONTROL = 100
Takes = Callable[[bytes], str]
"""What is wrong with how a changed file ended; empty where it ended in a sentence, or as if it had not been changed."""


class _Stuck(BaseException):
    """No reader catches this."""


def g14(full: bool) -> Outcome:
    """So many of each kind of file; the note says how many of each were refused, and what the controls came to."""
    seen: Counter[str] = Counter()
    slowest = 0.0
    logging.disable()  # the parser complains of every changed byte, and quotes it
    with tempfile.TemporaryDirectory(dir=fast_folder()) as place, cheap_keys(), ExitStack() as stack:
        stack.callback(logging.disable, logging.NOTSET)
        if not full:
            stack.enter_context(read_here())
        rng = random.Random(14)
        for kind, (files, takes) in _kinds(Path(place)).items():
            for number in range(_QUICK[kind] * (_FULL if full else 1)):
                spoiled, how = changed(files[number % len(files)], rng)
                began = time.perf_counter()
                wrong = _ended(takes, spoiled)
                slowest = max(slowest, time.perf_counter() - began)
                seen[kind] += 1
                if wrong:
                    seen["failures"] += 1
                    print(f"g14: {kind}, {how}, number {number}: {wrong}")
    surprised, passed = _plain_reader_surprised(), _passed_without_the_seal()
    note = ", ".join(f"{seen[kind]} {kind}" for kind in _QUICK) + f"; slowest {slowest:.1f} s; "
    note += f"control: of {_CONTROL} each, a plain reader of keys was surprised by {surprised}, {passed} codes passed without the seal"
    cases = sum(seen[kind] for kind in _QUICK)
    return Outcome(cases, seen["failures"] + (not surprised) + (not passed), note)


def _ended(takes: Takes, spoiled: bytes) -> str:
    try:
        with _no_longer_than(_STUCK):
            return takes(spoiled)
    except PassportError as told:
        return (
            "" if WORDS.error(told).strip().endswith((".", "?")) else f"no sentence for {type(told).__name__}"
        )
    except _Stuck:
        return "hangs"
    except BaseException as surprise:  # noqa: BLE001  # a surprise is what is counted
        return type(surprise).__name__


@contextmanager
def _no_longer_than(seconds: int) -> Iterator[None]:
    """Where there are alarms, and in the thread that hears them."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def rings(_signal: int, _frame: FrameType | None) -> None:
        raise _Stuck

    before = signal.signal(signal.SIGALRM, rings)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _takes_code_or_paper(spoiled: bytes) -> str:
    report = check_bytes(spoiled, TODAY, Met(), WORDS)
    if not all(one.sentence for one in report.checks):
        return "no sentence"
    same = spoiled.strip(b"\r\n") == PAPER.code.encode()
    return "passed" if report.exit_code == Exit.DONE and not same else ""


def _takes_sealed(spoiled: bytes) -> str:
    """What is sealed in a code, changed and put into letters again: past all that keeps out misread letters."""
    return (
        _takes_code_or_paper(token.wrap(spoiled[:2000]).encode())
        if spoiled[:2000] != _sealed_in_the_code()
        else ""
    )


def _kinds(place: Path) -> Mapping[str, tuple[list[bytes], Takes]]:
    """Files of each kind as they were made, and what takes in a changed one."""
    record = place / "record"
    a_record(record)
    vault = opened(record)
    wanted, backup = words_in(vault), back_up.back_up(vault, place / "one.passport", NOW).file.read_bytes()
    vault.close()
    keys = (record / KEYS).read_bytes()
    opens = read_keys(keys).with_passphrase(PASSPHRASE)
    packs = packs_folder()
    about_me = place / "packs" / "about_me"
    about_me.mkdir(parents=True)
    asked = {name: (packs / "about_me" / name).read_bytes() for name in ("pack.toml", "en.toml")}

    def takes_keys(spoiled: bytes) -> str:
        return "" if read_keys(spoiled).with_passphrase(PASSPHRASE) == opens else "opens with another key"

    def takes_pack(spoiled: bytes) -> str:
        """Nobody seals a pack: it is read, or said to be unreadable."""
        for name, content in asked.items():
            (about_me / name).write_bytes(content)
        name = "pack.toml" if spoiled[:40] == asked["pack.toml"][:40] else "en.toml"
        (about_me / name).write_bytes(spoiled)
        return "" if read_pack(about_me).id == "about_me" else "another form"

    def takes_backup(spoiled: bytes) -> str:
        file, folder = place / "changed.passport", place / "restored"
        file.write_bytes(spoiled)
        try:
            back_up.restore(file, folder, PASSPHRASE, NOW)
        except PassportError:
            if folder.exists():
                return "half of it is left"
            raise
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        return "taken for whole"

    def takes_record(spoiled: bytes) -> str:
        folder = place / "opened"
        folder.mkdir()
        try:
            (folder / KEYS).write_bytes(keys)
            (folder / DATABASE).write_bytes(spoiled)
            vault = opened(folder)
            same = words_in(vault) == wanted
            vault.close()
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        return "" if same else "opened with other words"

    return {
        "keys": ([keys], takes_keys),
        "codes": ([PAPER.code.encode()], _takes_code_or_paper),
        "sealed": ([_sealed_in_the_code()], _takes_sealed),
        "packs": (list(asked.values()), takes_pack),
        "backups": ([backup], takes_backup),
        "records": ([(record / DATABASE).read_bytes()], takes_record),
        "papers": ([PAPER.pdf], _takes_code_or_paper),
    }


# Controls


def _plain_reader_surprised() -> int:
    """How many changed keys files stop a reader that trusts what it reads."""
    rng, surprised = random.Random(15), 0
    keys = json.dumps({"slots": [{"kind": "passphrase", "wrapped": "00" * 80, "epoch": 1}] * 3}, indent=1)
    for _ in range(_CONTROL):
        spoiled, _how = changed(keys.encode(), rng)
        try:
            [(bytes.fromhex(one["wrapped"]), 1 // one["epoch"]) for one in json.loads(spoiled)["slots"]]
        except Exception:  # noqa: BLE001  # these are counted
            surprised += 1
    return surprised


def _passed_without_the_seal() -> int:
    """How many codes with one bit of the signature changed pass where nobody looks at the seal."""
    rng, passed, before, sealed = random.Random(16), 0, seal._check, _sealed_in_the_code()
    setattr(seal, "_check", lambda *_given: None)  # noqa: B010  # the guard off
    try:
        for _ in range(_CONTROL):
            at = rng.randrange(len(sealed) - 64, len(sealed))
            other = sealed[:at] + bytes([sealed[at] ^ 1 << rng.randrange(8)]) + sealed[at + 1 :]
            report = check_bytes(token.wrap(other).encode(), TODAY, Met(), WORDS)
            passed += report.exit_code == Exit.DONE
    finally:
        setattr(seal, "_check", before)  # noqa: B010  # as it was
    return passed


def _sealed_in_the_code() -> bytes:
    return inflate(base45.read(PAPER.code.removeprefix(token.PREFIX)), dictionary())
