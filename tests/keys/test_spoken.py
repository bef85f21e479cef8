"""passport/keys/spoken.py: the words of a key, as papers show them now and showed them before (docs/formats/spoken-words.md)."""

import hashlib
import re
import tomllib
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from passport.keys.identity import Identity, earlier_fingerprint, new_identity, spoken_fingerprint
from passport.keys.spoken import COUNT, spoken_words
from passport.keys.wordlist import kind_words, words
from passport.record.audience import Audience
from tests.keys.spoken_vectors import FILE, told
from tests.keys.test_identity import MADE_ON, an_identity

PAGE = Path(__file__).parents[2] / "docs" / "formats" / "spoken-words.md"
FROM_BEFORE = bytes.fromhex(
    "50494b31631111111111111111111111111111111111111111111111111111111111111111308201843082012aa00302"
    "0102020901bc609618bfe80ad8300a06082a8648ce3d040302302c312a302806035504030c216b656c702072616e7361"
    "636b20626f6f7a7920756e63616e6e79206272656174683020170d3236313132333030303030305a180f393939393132"
    "33313233353935395a302c312a302806035504030c216b656c702072616e7361636b20626f6f7a7920756e63616e6e79"
    "206272656174683059301306072a8648ce3d020106082a8648ce3d030107034200040217e617f0b6443928278f96999e"
    "69a23a4f2c152bdf6d6cdf66e5b80282d4ed194a7debcb97712d2dda3ca85aa8765a56f45fc758599652f2897c65306e"
    "5794a3333031300c0603551d130101ff04023000300e0603551d0f0101ff0404030206c030110603551d0e040a0408bc"
    "609618bfe80ad8300a06082a8648ce3d0403020348003045022100cb92d13dc930e56500b09ad30d55fa21076c0efec3"
    "29ab2e48fc975d4895281002207ba72a5139d8d482d8e7182cd04a7f972e5ab1bca147dc5ecfe8b1eeeb2efd6b"
)
"""The identity of ``an_identity``, as a record kept it in the time of version 1."""


def test_the_words_of_known_keys_are_those_that_were_printed() -> None:
    assert FILE.read_text(encoding="ascii") == told()
    for one in tomllib.loads(FILE.read_text(encoding="ascii"))["keys"]:
        key = bytes.fromhex(one["key"])
        assert [spoken_words(key, number) for number in (1, 2)] == [one["version_1"], one["version_2"]]
        assert spoken_words(key) == one["version_2"]


@given(st.binary(min_size=33, max_size=33))
def test_no_paper_says_a_word_that_may_hurt(key: bytes) -> None:
    spoken = spoken_words(key).split()
    assert len(spoken) == COUNT
    assert set(spoken) <= set(kind_words())


def test_words_about_illness_and_custody_are_not_among_them() -> None:
    unkind = {"diagnoses", "diagnosis", "disorder", "symptom", "unwell", "detention", "seclusion", "neurotic"}
    assert unkind <= set(words())
    assert not unkind & set(kind_words())


def test_the_list_is_the_one_that_its_page_names() -> None:
    """A word more or less would change what every printed paper is compared with."""
    digest = hashlib.sha256("\n".join(kind_words()).encode()).hexdigest()
    page = PAGE.read_text(encoding="utf-8")
    assert re.findall(r"[0-9a-f]{64}", page) == [digest]
    assert f"{len(kind_words()):,}" in page


def test_the_hand_check_of_the_page_gives_both() -> None:
    (code,) = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    said: list[str] = []
    key = an_identity().public
    not_given = set(words()) - set(kind_words())
    exec(code, {"key": key.compressed, "words": words(), "not_given": not_given, "print": said.append})
    assert said == [spoken_fingerprint(key), earlier_fingerprint(key)]


def test_a_key_from_before_knows_the_words_of_its_first_papers_and_a_new_one_has_none() -> None:
    new = an_identity()
    assert new.spoken_before == ""
    assert Identity.from_bytes(FROM_BEFORE).spoken_before == earlier_fingerprint(new.public)
    assert Identity.from_bytes(FROM_BEFORE).public == new.public
    assert new_identity(Audience.CARE, MADE_ON).spoken_before == ""
