"""Words that did not go out yet: kept in the record, and erased with the answer that they came from."""

from passport.actions.alert import to_choose_for_alert
from passport.actions.erase import What, erase
from passport.actions.half_chosen import drop_half, half_chosen, keep_half
from passport.forms.shelf import shelf
from passport.vault.vault import Vault
from passport.wording.words import Words
from tests.builders import NOW

WORDS = Words()


def keep(vault: Vault, *lines: str) -> None:
    keep_half(vault, "alert", {"words": lines}, to_choose_for_alert(vault, shelf(), NOW.date(), WORDS))


def test_they_come_back_as_they_were(vault: Vault) -> None:
    keep(vault, "Ring Jo", "", "  before you treat.")
    assert half_chosen(vault, "alert") == {"words": ("Ring Jo", "", "  before you treat.")}
    assert half_chosen(vault, "words care") == {}
    drop_half(vault, "alert")
    assert half_chosen(vault, "alert") == {}


def test_empty_boxes_are_not_kept(vault: Vault) -> None:
    keep(vault, "Ring Jo")
    keep(vault, "", " ")
    assert half_chosen(vault, "alert") == {}


def test_erasing_an_answer_erases_what_was_made_of_it(vault: Vault) -> None:
    keep(vault, "Alex Morgan", "Ring Jo")
    erase(vault, shelf(), What(section="about_me-1", place="am_phone"), NOW, WORDS)
    assert half_chosen(vault, "alert") != {}
    erase(vault, shelf(), What(section="about_me-1", place="am_name"), NOW, WORDS)
    assert half_chosen(vault, "alert") == {}
