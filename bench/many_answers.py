"""A record of 10,000 answers: how long words take to find as somebody types, and how long it takes to open."""

import secrets
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from argon2.low_level import Type, hash_secret_raw

from bench.measure import Figure, seconds, side_by_side
from passport.actions.find import MOST, find
from passport.actions.unlock import make
from passport.forms.shelf import shelf
from passport.keys.passphrase import PERSON
from passport.record.answers import Answer
from passport.vault.vault import Vault
from passport.wording.words import Words

NOW = datetime(2026, 11, 23, 14, 2, tzinfo=UTC)
PASSPHRASE = "kettle harbour violin meadow lantern"  # of a made-up person
ENTRIES, EACH = 1_000, 10
RARE, COMMON = "marmalade", "meeting"
SEARCH_AIM, OPEN_AIM = 0.020, 1.3


def a_record_of_many_answers(folder: Path, entries: int = ENTRIES) -> Vault:
    """Looking-back entries with a sentence in each answer. One word is in one of them, one in most of them."""
    vault, _rows = make(folder, PASSPHRASE, NOW)
    questions = [one.id for one in shelf().pack("reflection").questions() if not one.choices][:EACH]
    with vault._rows.saving():  # noqa: SLF001  # ten thousand saves one by one would take a minute
        for number in range(entries):
            section = vault.add_section("reflection", 1, NOW.date())
            rare = RARE if number == entries // 2 else "bread"
            said = [
                f"{COMMON} {number} on day {place}: we spoke about {rare} and the ward"
                for place in range(len(questions))
            ]
            vault.put(
                section.id,
                {one: Answer(text, text, NOW) for one, text in zip(questions, said, strict=True)},
            )
    return vault


def many_answers(folder: Path) -> Iterator[Figure]:
    """Each figure with its aim."""
    vault = a_record_of_many_answers(folder)
    words, count = Words(), sum(len(one.answers) for one in vault.passport().sections)
    first = seconds(lambda: find(vault, shelf(), RARE, words))
    yield Figure(f"find words: first of {count:,}", f"{first * 1000:.1f} ms", "the index is looked at once")
    one, many, none = side_by_side(
        lambda: find(vault, shelf(), RARE, words),
        lambda: find(vault, shelf(), COMMON[:3], words),
        lambda: find(vault, shelf(), "zebra", words),
    )
    hits = len(find(vault, shelf(), RARE, words).found)
    for what, took, found in (("none", none, 0), ("few", one, hits), ("more than shown", many, MOST)):
        yield Figure(
            f"find words: {what}",
            f"{took * 1000:.1f} ms",
            f"{found} shown, of {count:,} answers; aim 20 ms",
            took / SEARCH_AIM,
            1.0,
        )
    vault.close()

    salt = secrets.token_bytes(16)

    def stretch() -> None:
        hash_secret_raw(
            PASSPHRASE.encode(), salt, PERSON.passes, PERSON.memory_kib, PERSON.lanes, 32, Type.ID
        )

    def open_it() -> None:
        opened = Vault.open_with_passphrase(folder, PASSPHRASE, NOW)
        opened.passport()
        opened.close()

    alone, whole = side_by_side(stretch, open_it, times=5)
    yield Figure(
        f"unlock and check {count:,} answers",
        f"{whole * 1000:.0f} ms",
        f"Argon2id alone {alone * 1000:.0f} ms, and 100 ms",
        whole / (alone + 0.1),
        OPEN_AIM,
    )
