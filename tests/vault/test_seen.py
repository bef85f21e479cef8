"""An older copy is named as older, two copies that were both changed are noticed, and nothing else is said."""

import json
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passport.actions.put_together import put_together
from passport.actions.unlock import Opened, Standing, how_it_stands, unlock
from passport.record.answers import Answer
from passport.vault.seen import LastSeen, read_seen, write_seen
from passport.vault.vault import Vault
from passport.wording.words import Words

pytestmark = pytest.mark.usefixtures("cheap_keys")
MARCH, APRIL = datetime(2026, 3, 3, 9, 0, tzinfo=UTC), datetime(2026, 4, 9, 9, 0, tzinfo=UTC)
PASSPHRASE = "kettle harbour violin meadow lantern"


@pytest.fixture
def laptop(tmp_path: Path) -> Path:
    """A record with an answer of March, closed."""
    vault, _ = Vault.create(tmp_path / "laptop", PASSPHRASE, MARCH)
    write(vault, "begun", MARCH)
    vault.close()
    return tmp_path / "laptop"


def write(vault: Vault, words: str, at: datetime, place: str = "a") -> None:
    section = vault.passport().sections[0].id if vault.passport().sections else ""
    section = section or vault.add_section("about_me", 1, at.date()).id
    vault.put(section, {place: Answer(words, words, at)})


def use(folder: Path, now: datetime, *words: str) -> Opened:
    """Open it on this computer, write, and close."""
    opened = unlock(folder, PASSPHRASE, now, folder.parent / "seen")
    for number, one in enumerate(words):
        write(opened.vault, one, now + timedelta(seconds=number))
    opened.vault.close()
    return opened


def copy_of(folder: Path, name: str = "stick") -> Path:
    return Path(shutil.copytree(folder, folder.parent / name))


def test_an_older_copy_is_named_with_both_dates_and_can_be_read_and_written(laptop: Path) -> None:
    use(laptop, MARCH)
    stick = copy_of(laptop)
    use(laptop, APRIL, "newer")
    opened = unlock(stick, PASSPHRASE, APRIL, laptop.parent / "seen")
    assert (
        opened.copy.told(Words())
        == "This is an older copy (3 March 2026). A newer one was used on this computer on 9 April 2026."
    )
    write(opened.vault, "still possible", APRIL)
    opened.vault.close()
    assert use(laptop, APRIL).copy.standing is Standing.NEWEST


def test_a_copy_that_says_the_same_is_not_named(laptop: Path) -> None:
    use(laptop, MARCH)
    stick = copy_of(laptop)
    for _ in range(3):
        assert use(laptop, APRIL).copy.standing is Standing.NEWEST
        assert use(stick, APRIL).copy.standing is Standing.NEWEST


@pytest.mark.parametrize("saves", [1, 9])
def test_two_copies_that_were_both_changed_are_noticed_whichever_has_more_saves(
    laptop: Path, saves: int
) -> None:
    use(laptop, MARCH)
    stick = copy_of(laptop)
    use(laptop, APRIL, "one", "two", "three", "four")
    elsewhere = Vault.open_with_passphrase(stick, PASSPHRASE, APRIL)
    for number in range(saves):
        write(elsewhere, f"stick {number}", APRIL, "b")
    elsewhere.close()
    found = use(stick, APRIL).copy
    assert found.standing is Standing.APART
    assert "both changed" in found.told(Words())
    assert "9 April 2026" in found.told(Words())
    assert use(laptop, APRIL).copy.standing is Standing.NEWEST
    opened = unlock(laptop, PASSPHRASE, APRIL, laptop.parent / "seen")
    put_together(opened.vault, stick, PASSPHRASE, {}, APRIL)
    opened.vault.close()
    assert use(stick, APRIL).copy.standing is Standing.OLDER
    assert use(laptop, APRIL).copy.standing is Standing.NEWEST


def test_the_copy_that_was_apart_is_the_newest_once_the_other_was_put_into_it(laptop: Path) -> None:
    use(laptop, MARCH)
    stick = copy_of(laptop)
    use(laptop, APRIL, "on the laptop")
    elsewhere = Vault.open_with_passphrase(stick, PASSPHRASE, APRIL)
    write(elsewhere, "on the stick", APRIL, "b")
    elsewhere.close()
    seen = laptop.parent / "seen"
    opened = unlock(stick, PASSPHRASE, APRIL, seen)
    assert opened.copy.standing is Standing.APART
    put_together(opened.vault, laptop, PASSPHRASE, {}, APRIL)
    assert how_it_stands(opened.vault, seen, APRIL).standing is Standing.NEWEST
    opened.vault.close()
    assert use(laptop, APRIL).copy.standing is Standing.OLDER


def test_what_was_used_elsewhere_and_came_back_is_a_continuation(laptop: Path) -> None:
    use(laptop, MARCH)
    stick = copy_of(laptop)
    for number in range(3):
        away = Vault.open_with_passphrase(stick, PASSPHRASE, APRIL)
        write(away, f"away {number}", APRIL)
        away.close()
    assert use(stick, APRIL).copy.standing is Standing.NEWEST
    assert use(laptop, APRIL).copy.standing is Standing.OLDER


def test_two_that_were_put_together_elsewhere_are_a_continuation_of_either(laptop: Path) -> None:
    """Whichever of the two was used here last."""
    stick = copy_of(laptop)
    use(stick, APRIL, "on the stick, here")
    one = Vault.open_with_passphrase(laptop, PASSPHRASE, APRIL)
    write(one, "on the laptop, elsewhere", APRIL, "b")
    put_together(one, stick, PASSPHRASE, {}, APRIL)
    one.close()
    assert use(laptop, APRIL).copy.standing is Standing.NEWEST
    assert use(stick, APRIL).copy.standing is Standing.OLDER


def test_after_a_program_was_killed_an_older_copy_is_still_named(laptop: Path) -> None:
    use(laptop, MARCH)
    stick = copy_of(laptop)
    opened = unlock(laptop, PASSPHRASE, APRIL, laptop.parent / "seen")
    write(opened.vault, "saved, then killed", APRIL)
    opened.vault.before_close = None
    opened.vault.close()
    assert use(stick, APRIL).copy.standing is Standing.OLDER
    assert use(laptop, APRIL).copy.standing is Standing.NEWEST


def test_our_own_backup_from_the_middle_of_a_use_is_older_and_not_apart(laptop: Path) -> None:
    opened = unlock(laptop, PASSPHRASE, MARCH, laptop.parent / "seen")
    write(opened.vault, "before the risky step", MARCH)
    opened.vault.roll(MARCH)
    shutil.copytree(laptop, laptop.parent / "backup")  # as it was packed
    write(opened.vault, "after it", MARCH)
    opened.vault.close()
    assert use(laptop.parent / "backup", APRIL).copy.standing is Standing.OLDER


def test_a_file_of_before_is_read_and_names_without_dates(laptop: Path) -> None:
    opened = use(laptop, MARCH)
    (laptop.parent / "seen").write_text(json.dumps({opened.vault.id: 999, "other": 3}))
    assert (
        use(laptop, APRIL).copy.told(Words())
        == "This is an older copy. A newer one was used on this computer."
    )
    (laptop.parent / "seen").write_text(json.dumps({opened.vault.id: 1, "other": 3}))
    assert use(laptop, APRIL).copy.standing is Standing.NEWEST
    assert read_seen(laptop.parent / "seen")["other"] == LastSeen(3)


def test_the_file_holds_no_word_and_no_name(laptop: Path) -> None:
    use(laptop, MARCH, "lighthouse")
    said = (laptop.parent / "seen").read_text()
    assert "lighthouse" not in said
    assert "laptop" not in said
    assert (laptop.parent / "seen").stat().st_mode & 0o777 == 0o600


_plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda one: st.lists(one, max_size=3) | st.dictionaries(st.text(max_size=9), one, max_size=3),
    max_leaves=9,
)


@given(
    st.dictionaries(
        st.text(max_size=9),
        _plain
        | st.fixed_dictionaries(
            {"counter": _plain, "at": st.text(max_size=9), "states": _plain, "is_open": _plain}
        ),
        max_size=4,
    )
)
def test_whatever_stands_in_the_file_it_is_read(
    tmp_path_factory: pytest.TempPathFactory, plain: dict[str, object]
) -> None:
    file = tmp_path_factory.mktemp("seen") / "seen"
    file.write_text(json.dumps(plain))
    found = read_seen(file)
    write_seen(file, found)
    assert read_seen(file) == found
