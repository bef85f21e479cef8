"""The pages of a locked database, as SQLCipher 4 writes them: whether one is as it was written, and how to take one out of use.

Page n: AES-256-CBC over all but its last 80 bytes, then 16 bytes of IV, then HMAC-SHA512 over both and n (four bytes, little end
first). Page 1 begins with the salt in the clear. The key of the HMAC is PBKDF2-HMAC-SHA512 of the data key, two rounds, with the
salt's every byte XOR 0x3a. From its design page, https://www.zetetic.net/sqlcipher/design/.
"""

import hashlib
import hmac
import secrets

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from passport.keys.ways import DataKey

PAGE = 4096
_IV, _MAC = 16, 64
_WORDS = PAGE - _IV - _MAC


class Pages:
    """The pages of one database under its data key."""

    def __init__(self, data_key: DataKey) -> None:
        self._key, self._salt = data_key.key, data_key.salt
        salt = bytes(one ^ 0x3A for one in data_key.salt)
        self._mac_key = hashlib.pbkdf2_hmac("sha512", data_key.key, salt, 2, 32)

    def is_as_written(self, number: int, page: bytes) -> bool:
        """Whether a page, counted from 1, was written at this place under this key, and not changed since."""
        return len(page) == PAGE and hmac.compare_digest(self._mac(number, page[:-_MAC]), page[-_MAC:])

    def opened(self, number: int, page: bytes) -> bytes:
        """A page as SQLite sees it, with zeros for the salt that stands at the beginning of the first. It must be as it was written."""
        begin = len(self._salt) if number == 1 else 0
        decryptor = Cipher(algorithms.AES(self._key), modes.CBC(page[_WORDS:-_MAC])).decryptor()
        return bytes(begin) + decryptor.update(page[begin:_WORDS]) + decryptor.finalize()

    def out_of_use(self, number: int) -> bytes:
        """A page that opens, and that SQLite refuses whatever it looks for on it: no kind of page, no next page, no text.

        So a lost page stops only what touches it. SQLCipher refuses all that follows where a page does not open.
        """
        assert number > 1
        iv = secrets.token_bytes(_IV)
        encryptor = Cipher(algorithms.AES(self._key), modes.CBC(iv)).encryptor()
        locked = encryptor.update(b"\xff" * _WORDS) + encryptor.finalize() + iv
        return locked + self._mac(number, locked)

    def _mac(self, number: int, locked: bytes) -> bytes:
        own = locked[len(self._salt) :] if number == 1 else locked
        return hmac.digest(self._mac_key, own + number.to_bytes(4, "little"), "sha512")
