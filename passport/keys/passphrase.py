"""From a passphrase to a key: Argon2id (RFC 9106) with named settings, a floor and a ceiling."""

import re
import secrets
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from passport.errors import KeySettingsRefused, WeakPassphrase
from passport.keys.wordlist import kind_words

MIB = 1024
"""In Argon2's own unit of memory, the kibibyte."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How hard a guess is made."""

    memory_kib: int
    passes: int
    lanes: int


PERSON = Settings(256 * MIB, 3, 4)
"""The default. RFC 9106 4 asks for 64 MiB and 3 passes at the least; four times the memory makes a guess dear."""
SMALL = Settings(64 * MIB, 10, 4)
"""Where less than 1 GB of memory is free: less memory, more passes. KeePassXC's default is near this."""
CHEAPEST = Settings(8 * 4, 1, 4)
"""For tests only: below the floor, so nothing that a person runs can make or open a vault with it."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """Which settings a vault may be opened with."""

    least: Settings
    most: Settings

    def allow(self, settings: Settings) -> bool:
        """Whether settings are neither a downgrade nor an attack on our time and memory."""
        return all(
            low <= given <= high
            for low, given, high in (
                (self.least.memory_kib, settings.memory_kib, self.most.memory_kib),
                (self.least.passes, settings.passes, self.most.passes),
                (1, settings.lanes, self.most.lanes),
            )
        )


BOUNDS = Bounds(Settings(64 * MIB, 3, 1), Settings(1024 * MIB, 20, 16))
"""A floor that refuses an edited, weaker header; a ceiling that refuses a hostile one."""

_LEAST_CHARACTERS = 8
_LEAST_GUESSES = 10**10
"""zxcvbn's estimate. At about 2,000 guesses a second for PERSON on the best hardware, 50 days of work."""
_LOOKED_AT = 72
"""zxcvbn slows down with length; what is longer than this is judged by its beginning."""


def stretch(passphrase: str, salt: bytes, settings: Settings) -> bytes:
    """A 32-byte key from a passphrase. Raises KeySettingsRefused for settings outside the bounds."""
    if not BOUNDS.allow(settings):
        raise KeySettingsRefused
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(
        secret=unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass"),
        salt=salt,
        time_cost=settings.passes,
        memory_cost=settings.memory_kib,
        parallelism=settings.lanes,
        hash_len=32,
        type=Type.ID,
    )


def settings_here(free_kib: Callable[[], int] | None = None) -> Settings:
    """The settings for a new vault on this computer."""
    free = (free_kib or _free_kib)()
    return PERSON if free >= 1024 * MIB else SMALL


def _free_kib() -> int:
    """Memory that is free now, in KiB; enough where the system does not tell."""
    try:
        with open("/proc/meminfo", encoding="ascii") as lines:  # noqa: PTH123  # a window of the kernel, not a file
            for line in lines:
                if line.startswith("MemAvailable:"):
                    return int(line.split()[1])
    except (OSError, ValueError):
        pass
    return 1024 * MIB


def strength(passphrase: str) -> str:
    """How long guessing would take, as the key of a word: ``too_easy``, ``fair``, ``good`` or ``strong``."""
    if len(passphrase) < _LEAST_CHARACTERS:
        return "too_easy"
    from zxcvbn import zxcvbn

    guesses = int(zxcvbn(passphrase[:_LOOKED_AT])["guesses"])
    steps = ((_LEAST_GUESSES, "too_easy"), (10**12, "fair"), (2**48, "good"))
    return next((word for most, word in steps if guesses < most), "strong")


def advice(passphrase: str) -> tuple[str, ...]:
    """What makes it easy to guess and what would help, as keys of sentences. Empty where there is nothing to say.

    zxcvbn says it in English; each sentence of its own is a key of ours, so that people read our words.
    """
    if not passphrase or strength(passphrase) in {"good", "strong"}:
        return ()
    from zxcvbn import zxcvbn

    said = zxcvbn(passphrase[:_LOOKED_AT])["feedback"]
    return tuple(advice_key(one) for one in (said["warning"], *said["suggestions"]) if one)


def advice_key(sentence: str) -> str:
    """The key of ours for a sentence of zxcvbn's."""
    return re.sub(r"[^a-z0-9]+", "_", sentence.lower().replace("'", "")).strip("_")


def must_be_strong_enough(passphrase: str) -> None:
    """Raises WeakPassphrase for one that would be guessed too soon. No other rules: no capitals, digits or changes asked."""
    if strength(passphrase) == "too_easy":
        raise WeakPassphrase


def new_passphrase(choose: Callable[[tuple[str, ...]], str] = secrets.choice, count: int = 5) -> str:
    """Five words at random: 64 bits."""
    return " ".join(choose(kind_words()) for _ in range(count))
