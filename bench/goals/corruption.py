"""G4: a record that is not as it was written is named in plain words and never opened as healthy; its backup brings all back."""

import random
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from bench.goals.made_up import NOW, PASSPHRASE, a_record, cheap_keys, opened, words_in
from bench.goals.outcome import Outcome
from passport.actions import answer, back_up
from passport.actions.repair import DAMAGE
from passport.errors import KeySettingsRefused, NewerFormat, NotAVault, WrongPassphrase
from passport.forms.shelf import shelf
from passport.vault.folder import DATABASE, KEYS, PAGE
from passport.vault.vault import Vault
from passport.wording.words import Words

Spoils = Callable[[Path, Path, random.Random], None]
_OF_KEYS = (WrongPassphrase, KeySettingsRefused, NewerFormat, NotAVault)
"""What an edited keys file may be named as, besides damage."""


def g4(full: bool) -> Outcome:  # every goal is called alike
    """Spoil copies of a record, open each, and bring its backup back. The record itself, as it is, must open."""
    cases = 1_000 if full else 50
    rng, words = random.Random(4), Words()
    said = {"opened": 0, "surprises": 0, "unnamed": 0, "not brought back": 0, "same words": 0}
    with tempfile.TemporaryDirectory() as place, cheap_keys():
        older, record, cut_off = (Path(place) / name for name in ("older", "record", "cut_off"))
        a_record(record, entries=20)
        shutil.copytree(record, older)
        wanted = _saves_and_is_cut_off(record, cut_off)
        vault = opened(record)
        backup = back_up.back_up(vault, Path(place) / "one.passport", NOW).file
        vault.close()
        opened(record).close()  # the control
        for number in range(cases):
            folder = Path(place) / f"case{number}"
            spoils = KINDS[number % len(KINDS)]
            shutil.copytree(cut_off if spoils is _lost_journal else record, folder)
            spoils(folder, older, rng)
            how = _how(folder, wanted, words)
            said[how] = said.get(how, 0) + 1
            again = Path(place) / f"again{number}"
            back_up.restore(backup, again, PASSPHRASE, NOW)
            said["not brought back"] += _words_of(again) != wanted
            shutil.rmtree(folder)
            shutil.rmtree(again)
    failures = said["opened"] + said["surprises"] + said["unnamed"] + said["not brought back"]
    named = said.pop("named", 0)
    return Outcome(cases, failures, f"{named} named, " + ", ".join(f"{n} {what}" for what, n in said.items()))


def _how(folder: Path, wanted: object, words: Words) -> str:
    """How opening it ended. A page that no row is on may be changed back and nothing be lost: then the words are the same."""
    try:
        vault = opened(folder)
    except (*DAMAGE, *_OF_KEYS) as error:
        return "named" if words.has(f"errors.{type(error).__name__}") else "unnamed"
    except Exception:  # noqa: BLE001  # a surprise is what is counted
        return "surprises"
    same = words_in(vault) == wanted
    vault.close()
    return "same words" if same else "opened"


def _words_of(folder: Path) -> object:
    vault = opened(folder)
    found = words_in(vault)
    vault.close()
    return found


def _saves_and_is_cut_off(record: Path, cut_off: Path) -> object:
    """A few more saves; and a copy of the file as it is half way through one, whose journal is needed."""
    vault = opened(record)
    for number in range(6):
        answer.put_all(vault, shelf(), "contacts", {"ct_name": f"Later {number} " * 60}, NOW)
    wanted = words_in(vault)
    vault.close()
    shutil.copytree(record, cut_off)
    _half_way(cut_off)
    return wanted


def _half_way(folder: Path) -> None:
    """The pages that one more save changes, every second one of them written: what is left when the journal is lost."""
    before = (folder / DATABASE).read_bytes()
    vault = Vault.open_with_passphrase(folder, PASSPHRASE, NOW)
    answer.put_all(vault, shelf(), "about_me", {"am_name": "Somebody Else", "am_important": "x " * 4000}, NOW)
    vault.close()
    after = (folder / DATABASE).read_bytes()
    changed = [at for at in range(0, len(after), PAGE) if after[at : at + PAGE] != before[at : at + PAGE]]
    data = bytearray(before.ljust(len(after), b"\0"))
    for at in changed[::2]:
        data[at : at + PAGE] = after[at : at + PAGE]
    (folder / DATABASE).write_bytes(data)


def _change(folder: Path, changes: Callable[[bytearray], bytes | bytearray], name: str = DATABASE) -> None:
    (folder / name).write_bytes(changes(bytearray((folder / name).read_bytes())))


def _page(data: bytearray, rng: random.Random) -> slice:
    at = rng.randrange(len(data) // PAGE) * PAGE
    return slice(at, at + PAGE)


def _bit(folder: Path, _older: Path, rng: random.Random) -> None:
    def flip(data: bytearray) -> bytearray:
        data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
        return data

    _change(folder, flip)


def _zeroed(folder: Path, _older: Path, rng: random.Random) -> None:
    def zero(data: bytearray) -> bytearray:
        data[_page(data, rng)] = bytes(PAGE)
        return data

    _change(folder, zero)


def _swapped(folder: Path, _older: Path, rng: random.Random) -> None:
    def swap(data: bytearray) -> bytearray:
        one, other = (slice(at * PAGE, (at + 1) * PAGE) for at in rng.sample(range(len(data) // PAGE), 2))
        data[one], data[other] = data[other], data[one]
        return data

    _change(folder, swap)


def _rolled_back(folder: Path, older: Path, rng: random.Random) -> None:
    was = (older / DATABASE).read_bytes()

    def roll(data: bytearray) -> bytearray:
        changed = [at for at in range(0, len(was), PAGE) if was[at : at + PAGE] != data[at : at + PAGE]]
        at = rng.choice(changed)
        data[at : at + PAGE] = was[at : at + PAGE]
        return data

    _change(folder, roll)


def _cut(folder: Path, _older: Path, rng: random.Random) -> None:
    _change(folder, lambda data: data[: rng.randrange(1, len(data) // PAGE) * PAGE])


def _cut_inside(folder: Path, _older: Path, rng: random.Random) -> None:
    _change(folder, lambda data: data[: rng.randrange(1, len(data) // PAGE) * PAGE + rng.randrange(1, PAGE)])


def _longer(folder: Path, _older: Path, rng: random.Random) -> None:
    _change(folder, lambda data: data + rng.randbytes(rng.choice((1, 100, PAGE, 3 * PAGE))))


def _empty(folder: Path, _older: Path, _rng: random.Random) -> None:
    (folder / DATABASE).write_bytes(b"")


def _lost_journal(folder: Path, _older: Path, _rng: random.Random) -> None:
    (folder / f"{DATABASE}-journal").unlink(missing_ok=True)


def _no_keys(folder: Path, _older: Path, _rng: random.Random) -> None:
    (folder / KEYS).unlink()


def _other_keys(folder: Path, _older: Path, rng: random.Random) -> None:
    def edit(data: bytearray) -> bytearray:
        at = rng.randrange(len(data))
        data[at] = data[at] ^ 1 if chr(data[at]).isalnum() else ord("x")
        return data

    _change(folder, edit, KEYS)


KINDS: tuple[Spoils, ...] = (
    _bit,
    _zeroed,
    _swapped,
    _rolled_back,
    _cut,
    _cut_inside,
    _longer,
    _empty,
    _lost_journal,
    _no_keys,
    _other_keys,
)
