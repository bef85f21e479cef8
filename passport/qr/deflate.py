"""Packing for a code: zlib (RFC 1950, 1951) with a published dictionary, and one spelling for every content.

Reading is Python's own zlib. Writing is ours, because zlib's output differs between its versions, and a code must
encode back to the same bytes on every computer: otherwise a letter could be changed and still mean the same.
The rule a second writer would follow: one block with the fixed codes; of all ways to write the content, the one with
the fewest bits; where two are equal, the one whose first step is shorter; each copy from the nearest place that has it.
"""

import zlib
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import chain, groupby, pairwise

from passport.errors import NotOurs

MOST_INSIDE = 4096
"""More than four times what the largest code of ours holds."""
_LONGEST = 258
_END = 256
_LENGTHS = (3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258)  # fmt: skip  # RFC 1951 3.2.5
_DISTANCES = (1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577)  # fmt: skip  # the same


def inflate(packed: bytes, dictionary: bytes) -> bytes:
    """What is inside. Raises NotOurs for more than a code could hold, for anything left over, and for another spelling."""
    opener = zlib.decompressobj(zdict=dictionary)
    try:
        plain = opener.decompress(packed, MOST_INSIDE + 1)
    except zlib.error as wrong:
        raise NotOurs(step="unpacking") from wrong
    if len(plain) > MOST_INSIDE:
        raise NotOurs(step="size")
    if not opener.eof or opener.unused_data or opener.unconsumed_tail:
        raise NotOurs(step="unpacking")
    if deflate(plain, dictionary) != packed:
        raise NotOurs(step="unpacking")
    return plain


def deflate(plain: bytes, dictionary: bytes) -> bytes:
    """The one packed spelling of a content."""
    bits = _Bits()
    bits.add(0b011, 3)  # the last block, with the fixed codes
    at = 0
    steps = _cheapest(plain, dictionary)
    while at < len(plain):
        step = steps[at]
        if step.distance:
            _copy(bits, step)
        else:
            bits.code(plain[at])
        at += step.length
    bits.code(_END)
    flags = 0x20  # a dictionary follows, named by its checksum
    flags += -(0x7800 + flags) % 31
    return b"".join(
        (
            bytes((0x78, flags)),
            zlib.adler32(dictionary).to_bytes(4, "big"),
            bits.out(),
            zlib.adler32(plain).to_bytes(4, "big"),
        )
    )


_Run = tuple[int, int, int]
"""Lengths from the shortest to the longest that can be copied from one distance."""


@dataclass(frozen=True, slots=True)
class _Step:
    """One letter as it is, or a copy of ``length`` letters from ``distance`` back."""

    length: int
    distance: int


def _cheapest(plain: bytes, dictionary: bytes) -> list[_Step]:
    """The best step from every place, found from the end."""
    whole, before = dictionary + plain, len(dictionary)
    far = _places(dictionary)
    near: dict[bytes, list[int]] = defaultdict(list)
    copies: list[list[_Run]] = []
    for at in range(max(0, before - 2), len(whole)):
        three = whole[at : at + 3]
        if at >= before:
            places = chain(reversed(near[three]), far.get(three, ()))
            copies.append(_copies(whole, at, places) if len(three) == 3 else [])
        near[three].append(at)
    steps = [_Step(0, 0)] * (len(plain) + 1)
    after = [0] * (len(plain) + 1)  # bits from there to the end
    for at in range(len(plain) - 1, -1, -1):
        best, by, back = (8 if plain[at] < 144 else 9) + after[at + 1], 1, 0
        for shortest, longest, distance in copies[at]:
            for start, end, dear in _LENGTHS_ALIKE:
                if longest < start:
                    break
                if shortest <= end:
                    least = max(shortest, start)
                    rest = after[at + least : at + min(longest, end) + 1]
                    fewest = min(rest)
                    bits = dear + _BITS_OF_DISTANCE[distance] + fewest
                    if bits < best:
                        best, by, back = bits, least + rest.index(fewest), distance
        after[at] = best
        steps[at] = _Step(by, back)
    return steps


@cache
def _places(dictionary: bytes) -> dict[bytes, list[int]]:
    """Where each three letters stand in a dictionary, the nearest to its end first."""
    places: dict[bytes, list[int]] = defaultdict(list)
    for at in range(len(dictionary) - 3, -1, -1):
        places[dictionary[at : at + 3]].append(at)
    return dict(places)


def _copies(whole: bytes, at: int, places: Iterable[int]) -> list[_Run]:
    """Every length that can be copied here, shortest first, each with the nearest distance that has it.

    ``places``: where the same three letters stand, the nearest first.
    """
    most = min(_LONGEST, len(whole) - at)
    found: list[_Run] = []
    length = 2
    wanted = whole[at : at + 3]
    for place in places:
        if at - place > 32768 or length == most:
            break
        if not whole.startswith(wanted, place):
            continue
        further = _alike(whole, place, at, length + 1, most)
        found.append((length + 1, further, at - place))
        length, wanted = further, whole[at : at + further + 1]
    return found


def _alike(whole: bytes, place: int, at: int, length: int, most: int) -> int:
    """How many letters are the same at both places. So many are known to be."""
    while (
        length + 16 <= most
        and whole[place + length : place + length + 16] == whole[at + length : at + length + 16]
    ):
        length += 16
    while length < most and whole[place + length] == whole[at + length]:
        length += 1
    return length


def _slot(value: int, starts: tuple[int, ...]) -> int:
    return bisect_right(starts, value) - 1


def _extra_bits(slot: int, group: int) -> int:
    """How many bits follow a length (groups of four slots) or a distance (groups of two) code."""
    return max(0, slot // group - 1)


def _length_extra(slot: int) -> int:
    return 0 if slot == 28 else _extra_bits(slot, 4)


def _length_bits(length: int) -> int:
    slot = _slot(length, _LENGTHS)
    return (7 if slot < 23 else 8) + _length_extra(slot)


_LENGTHS_ALIKE = tuple(
    (lengths[0], lengths[-1], bits)
    for bits, lengths in ((bits, tuple(some)) for bits, some in groupby(range(3, _LONGEST + 1), _length_bits))
)
"""Lengths that take the same number of bits: from, to, bits."""
_BITS_OF_DISTANCE = (
    0,
    *chain.from_iterable(
        [5 + _extra_bits(slot, 2)] * (end - start)
        for slot, (start, end) in enumerate(pairwise((*_DISTANCES, 32769)))
    ),
)


def _copy(bits: "_Bits", step: _Step) -> None:
    slot = _slot(step.length, _LENGTHS)
    bits.code(257 + slot)
    bits.add(step.length - _LENGTHS[slot], _length_extra(slot))
    slot = _slot(step.distance, _DISTANCES)
    bits.add_high_first(slot, 5)
    bits.add(step.distance - _DISTANCES[slot], _extra_bits(slot, 2))


class _Bits:
    """Bits in the order of RFC 1951 3.1.1: numbers lowest bit first, codes highest bit first."""

    def __init__(self) -> None:
        self._whole = bytearray()
        self._number = 0
        self._count = 0

    def add(self, number: int, count: int) -> None:
        self._number |= number << self._count
        self._count += count
        while self._count >= 8:
            self._whole.append(self._number & 0xFF)
            self._number >>= 8
            self._count -= 8

    def add_high_first(self, number: int, count: int) -> None:
        self.add(_turned_round(number, count), count)

    def code(self, symbol: int) -> None:
        """A letter, the end or a length."""
        self.add(*_CODES[symbol])

    def out(self) -> bytes:
        """The bytes; what is left of the last one is zero."""
        return bytes(self._whole) + bytes((self._number,)) * (self._count > 0)


def _turned_round(number: int, count: int) -> int:
    """The same bits, the highest last."""
    return int(f"{number:0{count}b}"[::-1], 2)


def _code(symbol: int) -> tuple[int, int]:
    """A letter, the end or a length in the fixed codes of RFC 1951 3.2.6, ready to add, and how many bits it is."""
    if symbol < 144:
        code, count = 0x30 + symbol, 8
    elif symbol < 256:
        code, count = 0x190 + symbol - 144, 9
    elif symbol < 280:
        code, count = symbol - 256, 7
    else:
        code, count = 0xC0 + symbol - 280, 8
    return _turned_round(code, count), count


_CODES = tuple(_code(symbol) for symbol in range(288))
