"""Recovery shares (SLIP-0039): any few of them give the secret back, and every slip, mixture and repeat is named."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shamir_mnemonic import generate_mnemonics

from passport.errors import (
    NotEnoughShares,
    ShareHasSlip,
    ShareOfAnother,
    SharesNotOurs,
    ShareTwice,
    ShareWanted,
)
from passport.keys.shares import (
    Share,
    ShareSet,
    add_share,
    new_shares,
    read_share,
    secret_in,
    still_needed,
)

MADE = new_shares(2, 3)
WORD_LIST = sorted({word for line in MADE.lines for word in line.split()})


def typed(*lines: str, of: ShareSet = MADE.which) -> tuple[Share, ...]:
    found: tuple[Share, ...] = ()
    for line in lines:
        found = add_share(found, line, [of])
    return found


@given(st.integers(2, 5), st.integers(0, 4))
def test_any_of_them_that_are_enough_give_the_secret_back(need: int, more: int) -> None:
    made = new_shares(need, need + more)
    for some in combinations(made.lines, need):
        assert secret_in(typed(*some, of=made.which)) == made.secret


def test_it_says_how_many_more_are_needed() -> None:
    assert still_needed(()) is None
    assert still_needed(typed(MADE.lines[0])) == 1
    assert still_needed(typed(*MADE.lines[:2])) == 0
    with pytest.raises(NotEnoughShares) as told:
        secret_in(typed(MADE.lines[0]))
    assert told.value.fields == {"count": 1}


def test_capitals_commas_and_numbers_make_no_difference() -> None:
    words = MADE.lines[0].upper().split()
    spelled = ", ".join(f"{number} {word}" for number, word in enumerate(words, 1))
    assert read_share(spelled) == read_share(MADE.lines[0])


@given(st.integers(0, 32), st.sampled_from(WORD_LIST))
def test_another_word_in_a_line_is_a_slip(at: int, other: str) -> None:
    words = MADE.lines[0].split()
    if words[at] != other:
        with pytest.raises(ShareHasSlip):
            read_share(" ".join([*words[:at], other, *words[at + 1 :]]))


@pytest.mark.parametrize(
    "line", ["", "kettle", MADE.lines[0] + " academic", MADE.lines[0].rsplit(" ", 1)[0], "\udcff", "é" * 40]
)
def test_what_is_no_line_of_ours_is_a_slip(line: str) -> None:
    with pytest.raises(ShareHasSlip):
        read_share(line)


def test_the_same_share_twice_is_said() -> None:
    with pytest.raises(ShareTwice):
        typed(MADE.lines[0], MADE.lines[0])


def test_a_share_of_an_older_set_or_another_record_is_said_at_once() -> None:
    other = new_shares(2, 3, not_these=[MADE.which])
    with pytest.raises(ShareOfAnother):
        typed(other.lines[0])
    with pytest.raises(ShareOfAnother):
        typed(MADE.lines[0], other.lines[1])


@pytest.mark.parametrize(
    ("groups", "exponent", "extendable", "size"),
    [
        ([(2, 3)], 15, True, 32),
        ([(2, 3)], 1, False, 32),
        ([(2, 3)], 1, True, 16),
        ([(1, 1), (1, 1)], 1, True, 32),
    ],
)
def test_a_line_that_another_program_made_is_not_taken(
    groups: list[tuple[int, int]], exponent: int, extendable: bool, size: int
) -> None:
    """An exponent of 15 would keep us stretching for a long time."""
    lines = generate_mnemonics(1, groups, bytes(size), extendable=extendable, iteration_exponent=0)
    from shamir_mnemonic import Share as Theirs

    share = Theirs.from_mnemonic(lines[0][0])
    changed = Theirs(**{**vars(share), "iteration_exponent": exponent})
    with pytest.raises(SharesNotOurs):
        read_share(changed.mnemonic())


@pytest.mark.parametrize(("need", "count"), [(1, 3), (0, 0), (4, 3), (2, 17), (2, 1)])
def test_shares_that_make_no_sense_are_not_made(need: int, count: int) -> None:
    with pytest.raises(ShareWanted):
        new_shares(need, count)
