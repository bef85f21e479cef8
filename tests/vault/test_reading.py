"""What is read back is what was answered last, in one pass over the whole history."""

import hashlib
import json
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from passport.record.answers import Answer
from passport.vault.codec import answer_of, read_passport
from passport.vault.content_seal import row_digest
from passport.vault.vault import Vault

pytestmark = pytest.mark.usefixtures("cheap_keys")
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PASSPHRASE = "kettle harbour violin meadow lantern"
LAST = (
    "SELECT section, place, value, words, at, who FROM answers"
    " WHERE n IN (SELECT max(n) FROM answers GROUP BY section, place) ORDER BY n"
)
PLACES = ("am_name", "am_known_as", "am_important")


@settings(max_examples=10, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 1), st.sampled_from(PLACES), st.text(max_size=8)), max_size=12))
def test_the_last_answer_of_each_place_stands_in_the_order_they_were_given(
    said: list[tuple[int, str, str]],
) -> None:
    with TemporaryDirectory() as folder:
        vault, _ = Vault.create(Path(folder) / "record", PASSPHRASE, NOW)
        ids = [vault.add_section("about_me", 1, NOW.date()).id for _ in range(2)]
        for number, place, text in said:
            vault.put(ids[number], {place: Answer(text, text.strip(), NOW)})
        passport = read_passport(vault._rows)
        for number, id_ in enumerate(ids):
            section = passport.section(id_)
            assert section is not None
            asked = [row for row in vault._rows.select(LAST) if row[0] == id_]
            assert list(section.answers.items()) == [(row[1], answer_of(row[2:])) for row in asked]
            assert section.changes == sum(one[0] == number for one in said)
        vault.close()


@given(
    st.lists(st.one_of(st.none(), st.integers(-(2**63), 2**63 - 1), st.text(), st.binary()), max_size=5),
    st.binary(min_size=32, max_size=32),
)
def test_a_row_is_sealed_as_its_format_page_says(row: list[object], key: bytes) -> None:
    """docs/formats/vault-folder.md: a JSON array without spaces, bytes as hex."""
    plain = [one.hex() if isinstance(one, bytes) else one for one in row]
    written = json.dumps(["answers", *plain], ensure_ascii=False, separators=(",", ":"))
    digest = hashlib.blake2b(written.encode("utf-8", "surrogatepass"), key=key, digest_size=32).digest()
    assert row_digest(key, "answers", tuple(row)) == int.from_bytes(digest, "big")
