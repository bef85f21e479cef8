"""The words to find: in step with every save, in step again where they were not, and never anything but plain words."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passport.errors import NoRoom, VaultDamaged
from passport.record.answers import Answer, Value
from passport.record.audience import Audience
from passport.record.copies import CopyGiven
from passport.vault import found
from passport.vault.folder import DATABASE, PAGE
from passport.vault.vault import Vault

pytestmark = pytest.mark.usefixtures("cheap_keys")
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PASSPHRASE = "kettle harbour violin meadow lantern"
MOST = 50


def an_answer(words: Value) -> Answer:
    return Answer(words, words, NOW)


def a_copy() -> CopyGiven:
    day = date(2026, 1, 1)
    return CopyGiven(
        "copy-1", "Northside Trust", Audience.CARE, "0" * 16, 1, ("about_me-1",), (), "s", day, "review", "d"
    )


@pytest.fixture
def vault(tmp_path: Path, cheap_keys: None) -> Vault:
    vault, _ = Vault.create(tmp_path / "record", PASSPHRASE, NOW)
    vault.add_section("about_me", 1, NOW.date())
    return vault


def places(vault: Vault, typed: str) -> list[str]:
    return [hit.place for hit in vault.find(typed, MOST)]


def again(vault: Vault) -> Vault:
    vault.close()
    return Vault.open_with_passphrase(vault.folder, PASSPHRASE, NOW)


def test_what_is_saved_is_found_by_how_a_word_begins_and_without_its_accents(vault: Vault) -> None:
    vault.put("about_me-1", {"am_name": an_answer("Zoë Álvarez"), "am_important": an_answer(("Tea", "Cats"))})
    assert places(vault, "zoe") == ["am_name"]
    assert places(vault, "ALV zo") == ["am_name"]
    assert places(vault, "cat") == ["am_important"]
    assert places(vault, "dog") == []
    assert places(vault, "  ") == []


def test_what_it_took_the_place_of_is_not_found(vault: Vault) -> None:
    vault.put("about_me-1", {"am_name": an_answer("Alex")})
    vault.put("about_me-1", {"am_name": an_answer("Robin")})
    assert places(vault, "alex") == []
    vault.put("about_me-1", {"am_name": an_answer("")})
    assert places(vault, "robin") == []


def test_an_item_that_is_taken_out_is_not_found(vault: Vault) -> None:
    vault.put("about_me-1", {"list": an_answer(("1",)), "list.1.what": an_answer("kettle")})
    assert places(vault, "kettle") == ["list.1.what"]
    vault.put("about_me-1", {"list": an_answer(())})
    assert places(vault, "kettle") == []


def test_an_entry_that_is_taken_out_is_not_found_until_it_is_brought_back(vault: Vault) -> None:
    vault.put("about_me-1", {"am_name": an_answer("Alex")})
    vault.remove_section("about_me-1")
    assert places(vault, "alex") == []
    assert [one.id for one in vault.taken_out()] == ["about_me-1"]
    vault.bring_section_back("about_me-1")
    assert places(vault, "alex") == ["am_name"]
    assert vault.taken_out() == ()


def test_who_holds_a_copy_is_found_until_it_is_taken_back(vault: Vault) -> None:
    take_back = vault.give_copy(a_copy(), "care:about_me-1")
    assert places(vault, "northside") == places(vault, "review") == ["copy copy-1"]
    take_back()
    assert places(vault, "northside") == []


@pytest.mark.parametrize("spoil", ["DELETE FROM found", "DROP TABLE found", "UPDATE found SET words = 'x'"])
def test_an_index_that_is_not_in_step_is_made_again(vault: Vault, spoil: str) -> None:
    vault.put("about_me-1", {"am_name": an_answer("Alex")})
    vault._rows.beside_the_seal(spoil)
    opened = again(vault)
    assert places(opened, "alex") == ["am_name"]
    assert opened._rows.select("SELECT place FROM found") == [("am_name",)]
    opened.close()


def test_where_nothing_can_be_written_the_words_are_looked_through(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault.put("about_me-1", {"am_name": an_answer("Zoë")})
    vault._rows.beside_the_seal("DROP TABLE found")
    vault._index._there = None

    def no_room(*_: object) -> None:
        raise NoRoom

    monkeypatch.setattr("passport.vault.content_seal.ContentSeal.write", no_room)
    assert places(vault, "zoe") == ["am_name"]


HOSTILE = st.text("aZé \"'*()^-+:{}[]\\.,;?!\0\x1b\n", max_size=30) | st.sampled_from(
    ['"', 'a" OR "b', "words:a", "NEAR(a b)", "a AND", "NOT a", "*", '"" *', "a*b", "^a", "\ud800", "(((("]
)


@given(typed=HOSTILE | st.text(max_size=30))
def test_whatever_is_typed_is_plain_words(typed: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No quote, no operator and no character stops it, and it finds nothing but the words themselves."""
    vault = _one_vault(tmp_path_factory)
    assert vault.find(typed, MOST) is not None


LETTERS = st.text("abAéÉ -'1", max_size=12)


@given(texts=st.lists(LETTERS, min_size=1, max_size=4), typed=LETTERS)
def test_the_index_finds_what_looking_through_finds(
    texts: list[str], typed: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    vault = _one_vault(tmp_path_factory)
    vault.put("about_me-1", {f"q{number}": an_answer("") for number in range(4)})
    vault.put("about_me-1", {f"q{number}": an_answer(text) for number, text in enumerate(texts)})
    wanted = found.wanted_words(typed)
    plainly = {f"q{number}" for number, text in enumerate(texts) if wanted and found.stands_in(wanted, text)}
    assert set(places(vault, typed)) - {"am_name"} == plainly


_VAULTS: list[Vault] = []


def _one_vault(folders: pytest.TempPathFactory) -> Vault:
    if not _VAULTS:
        vault, _ = Vault.create(folders.mktemp("words") / "record", PASSPHRASE, NOW)
        vault.add_section("about_me", 1, NOW.date())
        vault.put("about_me-1", {"am_name": an_answer("a b NEAR or not and")})
        _VAULTS.append(vault)
    return _VAULTS[0]


@pytest.mark.parametrize("pages", [-1, -2, 1, 3])
def test_a_file_with_pages_too_many_or_too_few_is_damaged(vault: Vault, pages: int) -> None:
    """The checks of each table do not look at what belongs to none of them."""
    vault.put("about_me-1", {"am_name": an_answer("Alex " * 4000)})
    vault.close()
    file = vault.folder / DATABASE
    whole = file.read_bytes()
    file.write_bytes(whole[: pages * PAGE] if pages < 0 else whole + whole[-pages * PAGE :])
    with pytest.raises(VaultDamaged):
        Vault.open_with_passphrase(vault.folder, PASSPHRASE, NOW)
