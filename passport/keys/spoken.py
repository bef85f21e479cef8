"""The five words of a key, to read out on the phone or from paper: docs/formats/spoken-words.md.

Version 2 draws from the words that we give to people, so that no paper says "diagnoses" of itself. Version 1 drew from the
whole EFF long list; papers that were printed in its time still show it, so it can be worked out for ever.
"""

import hashlib
from collections.abc import Callable, Mapping

from passport.keys.wordlist import kind_words, words

COUNT = 5
VERSION = 2
_LISTS: Mapping[int, Callable[[], tuple[str, ...]]] = {1: words, 2: kind_words}


def spoken_words(compressed: bytes, version: int = VERSION) -> str:
    """The words of a public key (33 bytes, SEC 1 2.3.3): 64 of the bits of its digest. Raises KeyError for no such version."""
    number = int.from_bytes(hashlib.sha256(compressed).digest(), "big")
    listed = _LISTS[version]()
    spoken = []
    for _ in range(COUNT):
        number, at = divmod(number, len(listed))
        spoken.append(listed[at])
    return " ".join(spoken)
