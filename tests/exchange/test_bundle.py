"""The files of helping: what is written comes back, and nothing else is read."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passport.errors import BundleDamaged, BundleNewer, NotABundle
from passport.exchange.bundle import (
    Asked,
    Bundle,
    Reply,
    answered_bundle,
    bundle_id,
    lock_bundle,
    lock_reply,
    open_bundle,
    open_reply,
)
from passport.keys import passphrase
from passport.record.suggestions import Helper, Suggestion
from tests.exchange.helping_vectors import BUNDLE, FOLDER, PASSPHRASE, REPLY, SECRET

BAD = sorted(one for one in FOLDER.iterdir() if not one.name.startswith(("good_", "expected")))
REFUSED = (BundleDamaged, BundleNewer, NotABundle)


def test_the_good_ones_say_what_they_should() -> None:
    said = tomllib.loads((FOLDER / "expected.toml").read_text(encoding="utf-8"))
    bundle = open_bundle((FOLDER / "good_bundle").read_bytes(), said["passphrase"])
    assert bundle == BUNDLE
    assert (bundle.id, bundle.name) == (said["bundle"], said["name"])
    reply = open_reply((FOLDER / "good_suggestions").read_bytes(), bytes.fromhex(said["secret"]))
    assert reply == REPLY
    assert (reply.helper.name, reply.suggestions[0].words) == (said["helper"], said["suggested"])


@pytest.fixture
def opens_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """The vectors are stretched for real; once is enough."""
    known: dict[object, bytes] = {}
    stretch = passphrase.stretch

    def once(*given: object) -> bytes:
        if given not in known:
            known[given] = stretch(*given)  # type: ignore[arg-type]  # as it was called
        return known[given]

    monkeypatch.setattr(passphrase, "stretch", once)


@pytest.mark.parametrize("vector", BAD, ids=lambda one: one.name)
def test_what_is_wrong_is_refused(vector: Path, opens_quickly: None) -> None:
    data = vector.read_bytes()
    with pytest.raises(REFUSED):
        open_reply(data, SECRET) if vector.name.startswith("suggestions") else open_bundle(data, PASSPHRASE)


def test_newer_files_are_named_as_newer(opens_quickly: None) -> None:
    with pytest.raises(BundleNewer):
        open_bundle((FOLDER / "bundle_newer_format").read_bytes(), PASSPHRASE)
    with pytest.raises(BundleNewer):
        open_reply((FOLDER / "suggestions_newer_format").read_bytes(), SECRET)


def test_only_who_asked_opens_the_answer() -> None:
    data = (FOLDER / "good_suggestions").read_bytes()
    assert answered_bundle(data) == BUNDLE.id
    with pytest.raises(BundleDamaged):
        open_reply(data, bytes([9]) * 32)
    assert b"Sam Patel" not in data


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
WORDS = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**40), 2**40) | TEXT,
    lambda inner: st.lists(inner, max_size=3).map(tuple) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=6,
)
IDS = st.from_regex(r"[a-z][a-z0-9_]{0,12}", fullmatch=True)


@given(
    asks=st.lists(IDS, max_size=4, unique=True),
    words=st.dictionaries(IDS, WORDS, max_size=4),
    name=TEXT.filter(lambda one: "\n" not in one),
)
@pytest.mark.usefixtures("cheap_keys")
def test_a_bundle_comes_back_word_for_word(asks: list[str], words: dict[str, object], name: str) -> None:
    asked = Asked("form-1", "form", 1, tuple(asks), words)  # type: ignore[arg-type]  # plain values
    bundle = Bundle(BUNDLE.id, BUNDLE.made_on, name, BUNDLE.answer_to, (asked,))
    data = lock_bundle(bundle, PASSPHRASE)
    assert bundle_id(data) == BUNDLE.id
    assert open_bundle(data, PASSPHRASE) == bundle


@given(words=WORDS, fields=st.dictionaries(IDS, WORDS, min_size=1, max_size=3))
def test_suggestions_come_back_word_for_word(words: object, fields: dict[str, object]) -> None:
    one = Suggestion("form-1", "question", words)  # type: ignore[arg-type]  # plain values
    item = Suggestion("form-1", "part", None, fields)  # type: ignore[arg-type]  # plain values
    reply = Reply(BUNDLE.id, REPLY.id, REPLY.made_on, Helper("Sam", "typed"), (one, item))
    assert open_reply(lock_reply(reply, BUNDLE.answer_to), SECRET) == reply


@given(st.binary(max_size=300))
def test_any_bytes_end_in_a_sentence(data: bytes) -> None:
    for begins in (b"", b"PASSPORT ASKING\n", b"PASSPORT ANSWER\n"):
        for opens in (lambda one: open_bundle(one, PASSPHRASE), lambda one: open_reply(one, SECRET)):
            with pytest.raises(REFUSED):
                opens(begins + data)
