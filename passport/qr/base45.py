"""Base45 (RFC 9285): bytes as the letters a QR code holds in its compact alphanumeric way."""

from passport.errors import NotOurs

LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_VALUES = {letter: value for value, letter in enumerate(LETTERS)}


def write(plain: bytes) -> str:
    """Two bytes as three letters, lowest first; one left over as two."""
    written = []
    for at in range(0, len(plain), 2):
        pair = plain[at : at + 2]
        number = int.from_bytes(pair, "big")
        for _ in range(len(pair) + 1):
            number, value = divmod(number, 45)
            written.append(LETTERS[value])
    return "".join(written)


def read(written: str) -> bytes:
    """The bytes. Raises NotOurs for a letter that is not one of the 45, and for a group that is too big or too short.

    Every spelling that is let through is the only one of its bytes (RFC 9285 section 6).
    """
    if len(written) % 3 == 1 or not set(written) <= set(LETTERS):
        raise NotOurs(step="letters")
    plain = bytearray()
    for at in range(0, len(written), 3):
        group = written[at : at + 3]
        number = sum(_VALUES[letter] * 45**place for place, letter in enumerate(group))
        size = len(group) - 1
        if number >= 1 << 8 * size:
            raise NotOurs(step="letters")
        plain += number.to_bytes(size, "big")
    return bytes(plain)
