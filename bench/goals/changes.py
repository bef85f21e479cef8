"""Seeded ways to change a file so that a reader may stumble over it."""

import random


def _bit(data: bytes, rng: random.Random) -> bytes:
    at = rng.randrange(len(data))
    return data[:at] + bytes([data[at] ^ 1 << rng.randrange(8)]) + data[at + 1 :]


def _other_sign(data: bytes, rng: random.Random) -> bytes:
    """One byte becomes another that the file has."""
    at = rng.randrange(len(data))
    return data[:at] + bytes([rng.choice(data)]) + data[at + 1 :]


def _piece_out(data: bytes, rng: random.Random) -> bytes:
    at, size = rng.randrange(len(data)), rng.choice((1, 2, 16, 200))
    return data[:at] + data[at + size :]


def _piece_twice(data: bytes, rng: random.Random) -> bytes:
    at, size = rng.randrange(len(data)), rng.choice((1, 2, 16, 200))
    return data[:at] + data[at : at + size] + data[at:]


def _pieces_swapped(data: bytes, rng: random.Random) -> bytes:
    size = rng.choice((1, 16, 64))
    one, other = sorted(rng.randrange(len(data)) for _ in range(2))
    middle = data[one + size : other]
    return data[:one] + data[other : other + size] + middle + data[one : one + size] + data[other + size :]


def _cut(data: bytes, rng: random.Random) -> bytes:
    return data[: rng.randrange(len(data))]


def _put_in(data: bytes, rng: random.Random) -> bytes:
    """Something that readers stumble over."""
    at = rng.randrange(len(data))
    return data[:at] + rng.choice(_HARD) + data[at:]


def _put_over(data: bytes, rng: random.Random) -> bytes:
    at, hard = rng.randrange(len(data)), rng.choice(_HARD)
    return data[:at] + hard + data[at + len(hard) :]


def _lines(data: bytes, rng: random.Random) -> bytes:
    """A line twice, or two that changed places."""
    lines = data.split(b"\n")
    one, other = rng.randrange(len(lines)), rng.randrange(len(lines))
    if rng.random() < 0.5:
        lines.insert(other, lines[one])
    else:
        lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


_HARD = (
    b"\0",
    b"\xff\xfe",
    b"\xed\xa0\x80",
    b"\xe2\x80\xae",
    b"9" * 30,
    b"9" * 5000,
    b"-1",
    b"1e999",
    b"NaN",
    b"[" * 5000,
    b'{"a":' * 2000,
    b'"',
    b"\\u0000",
    b"\\ud800",
    b"\r\n",
    b"%s{0}",
    b"../../",
    b"null",
    b"true",
    b"a" * 100_000,
)
_WAYS = (_bit, _other_sign, _piece_out, _piece_twice, _pieces_swapped, _cut, _put_in, _put_over, _lines)


def changed(data: bytes, rng: random.Random) -> tuple[bytes, str]:
    """Changed in one way or in two, and by what name; never as it was."""
    while True:
        ways = rng.sample(_WAYS, rng.choice((1, 1, 2)))
        spoiled = data
        for way in ways:
            spoiled = way(spoiled, rng) if spoiled else spoiled
        if spoiled != data:
            return spoiled, " and ".join(way.__name__.strip("_") for way in ways)
