"""The words of a code: what it says in bits, then what repairs it (ISO/IEC 18004 7.4 and 7.5), as whole numbers.

The library that draws our codes does this bit by bit. Here a block of repair is one number, so that a word is taken in in
one step. The words are the library's own: a test compares.
"""

from functools import lru_cache
from typing import Final, Literal

from passport.errors import TooMuchForCode

ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
"""ISO/IEC 18004 table 5, in its order."""
_VALUE = {letter: number for number, letter in enumerate(ALPHANUMERIC)}
_LETTERS: Final = 2
_BYTES: Final = 4
"""Modes: ISO/IEC 18004 table 2."""
_PADDING = b"\xec\x11"
_FIELD = 0x11D
"""ISO/IEC 18004 7.5.2: the polynomial of the field of 256 numbers."""


def least_version(text: str, level: int) -> int:
    """The smallest shape, 1 to 40, that has room. Raises TooMuchForCode where none has."""
    from qrcode import util

    mode, bits = _said(text)
    for version in range(1, 41):
        if 4 + util.length_in_bits(mode, version) + len(bits) <= util.BIT_LIMIT_TABLE[level][version]:
            return version
    raise TooMuchForCode(leave_out="-")


def codewords(text: str, version: int, level: int) -> list[int]:
    """The words in the order in which they are laid out. There must be room.

    One segment: alphanumeric where every letter is of that table, else UTF-8 bytes without an ECI, as
    docs/formats/words-code.md says.
    """
    from qrcode import util
    from qrcode.base import rs_blocks

    mode, said = _said(text)
    length = len(text) if mode == _LETTERS else len(text.encode())
    bits = f"{mode:04b}{length:0{util.length_in_bits(mode, version)}b}{said}"
    room = util.BIT_LIMIT_TABLE[level][version]
    bits += "0" * min(4, room - len(bits))
    bits += "0" * (-len(bits) % 8)
    words = int(bits, 2).to_bytes(len(bits) // 8, "big")
    left = room // 8 - len(words)
    words += (_PADDING * (left // 2 + 1))[:left]
    parts, repairs, at = [], [], 0
    for block in rs_blocks(version, level):
        part = words[at : at + block.data_count]
        at += block.data_count
        parts.append(part)
        repairs.append(_repair(part, block.total_count - block.data_count))
    return [*_in_turn(parts), *_in_turn(repairs)]


def _said(text: str) -> tuple[Literal[2, 4], str]:
    """Its mode, and what it says as zeros and ones."""
    if not all(letter in _VALUE for letter in text):
        return _BYTES, "".join(f"{byte:08b}" for byte in text.encode())
    pairs = (
        f"{_VALUE[one] * 45 + _VALUE[other]:011b}" for one, other in zip(text[::2], text[1::2], strict=False)
    )
    last = f"{_VALUE[text[-1]]:06b}" if len(text) % 2 else ""
    return _LETTERS, "".join(pairs) + last


def _in_turn(blocks: list[bytes]) -> list[int]:
    """The first word of each block, then the second: ISO/IEC 18004 7.6."""
    longest = max(len(block) for block in blocks)
    return [block[at] for at in range(longest) for block in blocks if at < len(block)]


def _repair(words: bytes, count: int) -> bytes:
    """What is left of the words when they are divided by the generator: ISO/IEC 18004 7.5.2."""
    times = _times_generator(count)
    left, most = 0, (1 << 8 * count) - 1
    for word in words:
        left = (left << 8 & most) ^ times[(left >> 8 * (count - 1)) ^ word]
    return left.to_bytes(count, "big")


@lru_cache(maxsize=8)
def _times_generator(count: int) -> tuple[int, ...]:
    """For each number of the field: the generator of so many repairing words times it, but for its first word."""
    generator = [1]
    root = 1
    for _ in range(count):
        above, below = [*generator, 0], [0, *(_times(root, one) for one in generator)]
        generator = [one ^ other for one, other in zip(above, below, strict=True)]
        root = _times(root, 2)
    doubled = [int.from_bytes(bytes(generator[1:]), "big")]
    for _ in range(7):
        doubled.append(
            int.from_bytes(bytes(_times(2, one) for one in doubled[-1].to_bytes(count, "big")), "big")
        )
    found = [0]
    for power in doubled:  # to multiply by a number is to add up its powers of two
        found += [one ^ power for one in found]
    return tuple(found)


def _times(one: int, other: int) -> int:
    product = 0
    while other:
        product ^= one * (other & 1)
        one, other = one << 1, other >> 1
        if one & 0x100:
            one ^= _FIELD
    return product
