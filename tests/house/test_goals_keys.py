"""The goals about keys, small: what a guess costs (G8), and getting back in (G16)."""

import pytest

from bench.goals import keys
from passport.keys.passphrase import CHEAPEST, Settings
from passport.keys.wordlist import kind_words


def test_guessing_costs_what_it_must_and_an_edited_header_opens_nothing() -> None:
    outcome = keys.g8(full=False)
    assert outcome.cases >= 20
    assert outcome.failures == 0, outcome.note


def test_a_forgotten_passphrase_is_not_the_end() -> None:
    outcome = keys.g16(full=False)
    assert outcome.cases >= 1000
    assert outcome.failures == 0, outcome.note


def test_the_model_gives_the_figures_that_were_worked_out_by_hand() -> None:
    """security.md 2.4: 256 MiB and 3 passes, 4 words of 7,776: $682 M."""
    words = 7776**4 / len(kind_words()) ** 4
    assert keys.dollars(Settings(256 * 1024, 3, 4)) * words == pytest.approx(682e6, rel=0.01)
    assert keys.dollars(CHEAPEST) < keys.LEAST_DOLLARS  # the measure can say no
