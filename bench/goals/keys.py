"""G8, what a guess costs, and G16, getting back in: on a record of our own, made and opened as people do it.

G8 reads the settings out of the file and works out what half of all passphrases would cost to try, by the model below. G16
counts in cheap key settings, for there the point is what opens what; one round of it has the settings people get.
"""

import json
import random
import secrets
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from bench.goals.outcome import Outcome
from passport.errors import KeySettingsRefused, PassportError, WrongPassphrase
from passport.keys import passphrase as stretching
from passport.keys.passphrase import BOUNDS, MIB, PERSON, SMALL, Settings, new_passphrase
from passport.keys.recovery import Rows, new_recovery_words, read_recovery_words
from passport.keys.shares import Share, add_share, new_shares, read_share
from passport.keys.wordlist import kind_words
from passport.record.answers import Answer
from passport.vault.folder import DATABASE, KEYS
from passport.vault.vault import Vault
from passport.vault.ways_in import keys_in

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
LEAST_DOLLARS = 100e6
FEWEST_WORDS = 4
"""The weakest generated passphrase that we reckon with; we offer five."""

_BANDWIDTH, _DOLLARS_AN_HOUR = 4.8e12, 3.0
"""Bytes a second of the memory of the best card to rent, and its price: an attacker's best case."""


def dollars(settings: Settings, words: int = FEWEST_WORDS) -> float:
    """The price of trying half of all passphrases of so many words.

    A guess moves (3t - 1) * m bytes through memory, so a card makes bandwidth / ((3t - 1) * m) guesses a second.
    """
    guesses_a_second = _BANDWIDTH / ((3 * settings.passes - 1) * settings.memory_kib * 1024)
    tried = float(len(kind_words())) ** words / 2
    return tried / guesses_a_second / 3600 * _DOLLARS_AN_HOUR


def g8(full: bool) -> Outcome:  # every goal is called alike
    """The cost of guessing, read from a header; and that no edited header lowers it. ``full`` opens more of them."""
    cases = failures = 0
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "record"
        with _settings(SMALL if not full else PERSON):
            vault, _rows = Vault.create(folder, "kettle harbour violin meadow lantern", NOW)
        vault.close()
        plain = json.loads((folder / KEYS).read_text())
        found = Settings(**plain["slots"][0]["settings"])
        prices = [dollars(one) for one in (found, PERSON, SMALL, BOUNDS.least)]
        cases += len(prices)
        failures += sum(price < LEAST_DOLLARS for price in prices)
        for edit, error in _edits(found, full=full):
            changed = json.loads((folder / KEYS).read_text())
            changed["slots"][0]["settings"] = edit
            cases += 1
            failures += not _refused(folder, json.dumps(changed).encode(), error)
    return Outcome(
        cases,
        failures,
        f"{FEWEST_WORDS} words: ${dollars(found) / 1e6:,.0f} M as set, ${dollars(BOUNDS.least) / 1e6:,.0f} M at the floor",
    )


def _edits(found: Settings, *, full: bool) -> Iterator[tuple[dict[str, int], type[PassportError]]]:
    """Other settings for a slot, and how each is refused: at once where it is out of bounds, else by not opening."""
    own = {"memory_kib": found.memory_kib, "passes": found.passes, "lanes": found.lanes}
    weaker = [19 * MIB, 8, 0, -1, BOUNDS.least.memory_kib - 1, BOUNDS.most.memory_kib + 1]
    for memory in weaker:
        yield {**own, "memory_kib": memory}, KeySettingsRefused
    for passes in (0, 1, 2, -3, 21, 10_000):
        yield {**own, "passes": passes}, KeySettingsRefused
    for lanes in (0, 17, -1):
        yield {**own, "lanes": lanes}, KeySettingsRefused
    within = [{**own, "memory_kib": BOUNDS.least.memory_kib, "passes": BOUNDS.least.passes}]
    if full:
        within += [{**own, "passes": found.passes + 1}, {**own, "lanes": found.lanes - 1}]
    for settings in within:
        yield settings, WrongPassphrase


def _refused(folder: Path, keys: bytes, error: type[PassportError]) -> bool:
    with tempfile.TemporaryDirectory() as place:
        copy = Path(shutil.copytree(folder, Path(place) / "record"))
        (copy / KEYS).write_bytes(keys)
        try:
            Vault.open_with_passphrase(copy, "kettle harbour violin meadow lantern", NOW).close()
        except error:
            return True
        except PassportError:
            return False
        return False


def g16(full: bool) -> Outcome:  # every goal is called alike
    """Forgotten passphrase to full content, by words and by shares; slips found; what is old opens nothing new."""
    rounds = 200 if full else 3
    slips = 20_000 if full else 500
    counted = {"rounds": 0, "missed": 0, "slips": 0, "unseen": 0}
    with _cheap():
        for number in range(rounds):
            with tempfile.TemporaryDirectory() as place:
                wanted, found = _round(Path(place) / "record", number)
                counted["rounds"] += wanted
                counted["missed"] += wanted - found
    rng = random.Random(16)
    for slip in (_slip_in_words, _slip_in_share):
        for _ in range(slips):
            counted["slips"] += 1
            counted["unseen"] += slip(rng)
    too_many = counted["unseen"] > counted["slips"] / 1000
    return Outcome(
        counted["rounds"] + counted["slips"],
        counted["missed"] + (counted["unseen"] if too_many else 0),
        f"{rounds} rounds by words and by shares; {counted['unseen']} of {counted['slips']} slips of a letter went unseen",
    )


def _round(folder: Path, number: int) -> tuple[int, int]:
    """One record, forgotten twice. Returns how many things had to hold, and how many did."""
    text = f"What only this person wrote, round {number}."
    mine, second, third = (new_passphrase() for _ in range(3))
    vault, rows = Vault.create(folder, mine, NOW)
    section = vault.add_section("about_me", 1, NOW.date())
    vault.put(section.id, {"am_important": Answer(text, text, NOW)})
    need = 2 + number % 2
    old_lines = vault.make_shares(mine, need, ("A", "B", "C"))
    lines = vault.make_shares(mine, need, ("A", "B", "C", "D"))
    vault.close()

    def read(opens: Callable[[], Vault], new: str = "") -> bool:
        try:
            opened = opens()
        except PassportError:
            return False
        same = opened.section("about_me-1").value("am_important") == text
        if new:
            opened.change_passphrase(new)
        opened.close()
        return same

    first_keys, first_database = (folder / KEYS).read_bytes(), (folder / DATABASE).read_bytes()
    holds = [
        read(lambda: _by_words(folder, rows), second),
        not read(lambda: Vault.open_with_passphrase(folder, mine, NOW)),
        read(lambda: Vault.open_with_passphrase(folder, second, NOW)),
        read(lambda: _by_shares(folder, secrets.SystemRandom().sample(lines, need)), third),
        not read(lambda: _by_shares(folder, old_lines[:need])),
        not read(lambda: _by_shares(folder, lines[: need - 1])),
        not read(lambda: Vault.open_with_passphrase(folder, second, NOW)),
        read(lambda: Vault.open_with_passphrase(folder, third, NOW)),
    ]
    newest = (folder / KEYS).read_bytes()
    (folder / KEYS).write_bytes(first_keys)
    holds += [
        not read(
            lambda: Vault.open_with_passphrase(folder, mine, NOW)
        ),  # old passphrase, old keys, new record
        not read(lambda: _by_words(folder, rows)),
        not read(lambda: _by_shares(folder, lines[:need])),
    ]
    (folder / KEYS).write_bytes(newest)
    (folder / DATABASE).write_bytes(first_database)
    holds.append(not read(lambda: Vault.open_with_passphrase(folder, third, NOW)))  # new keys, old record
    return len(holds), sum(holds)


def _by_words(folder: Path, rows: Rows) -> Vault:
    return Vault.open_with_recovery_words(folder, [" ".join(row) for row in rows], NOW)


def _by_shares(folder: Path, lines: tuple[str, ...] | list[str]) -> Vault:
    shares: tuple[Share, ...] = ()
    for line in lines:
        shares = add_share(shares, line, keys_in(folder).share_sets())
    return Vault.open_with_shares(folder, shares, NOW)


_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def _with_slip(text: str, rng: random.Random) -> str:
    """One letter put in place of another, left out, doubled or moved."""
    at = rng.randrange(len(text))
    while text[at] == " ":
        at = rng.randrange(len(text))
    match rng.randrange(4):
        case 0:
            return text[:at] + rng.choice(_LETTERS.replace(text[at], "")) + text[at + 1 :]
        case 1:
            return text[:at] + text[at + 1 :]
        case 2:
            return text[:at] + rng.choice(_LETTERS) + text[at:]
    return text[:at] + text[at + 1 : at + 2] + text[at] + text[at + 2 :]


def _slip_in_words(rng: random.Random) -> bool:
    """Whether a slip in recovery words would go unseen by their own checks."""
    rows = new_recovery_words(rng.choice)
    text = " ".join(" ".join(row) for row in rows)
    slipped = _with_slip(text, rng)
    try:
        return slipped != text and read_recovery_words(slipped.split()) != rows
    except PassportError:
        return False


_SOME_SHARES = new_shares(2, 16).lines


def _slip_in_share(rng: random.Random) -> bool:
    """The same for a share."""
    line = rng.choice(_SOME_SHARES)
    slipped = _with_slip(line, rng)
    try:
        return slipped != line and read_share(slipped).line != line
    except PassportError:
        return False


@contextmanager
def _settings(settings: Settings) -> Iterator[None]:
    """What a new record gets on this computer, chosen."""
    before = stretching.settings_here
    setattr(stretching, "settings_here", lambda: settings)  # noqa: B010  # as tests do
    try:
        yield
    finally:
        setattr(stretching, "settings_here", before)  # noqa: B010  # put back


@contextmanager
def _cheap() -> Iterator[None]:
    """Key stretching that takes no time, where its cost is not the point."""
    before = stretching.BOUNDS
    setattr(stretching, "BOUNDS", stretching.Bounds(stretching.CHEAPEST, PERSON))  # noqa: B010  # as tests do
    try:
        with _settings(stretching.CHEAPEST):
            yield
    finally:
        setattr(stretching, "BOUNDS", before)  # noqa: B010  # put back
