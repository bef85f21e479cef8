"""The home screen says what is worth knowing of a form with many entries: what ran out, what soon will, or the last one."""

from datetime import date

import pytest

from passport.actions.home import entry_title, home
from passport.actions.links import link_title
from passport.forms.shelf import shelf
from passport.vault.vault import Vault
from tests.actions.giving import WORDS

pytestmark = pytest.mark.usefixtures("cheap_keys")


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2026, 9, 14), "Last: Sharing your story, and keeping some of it for yourself"),
        (date(2026, 9, 15), "1 runs out on 14 December 2026"),
        (date(2026, 12, 14), "1 runs out on 14 December 2026"),
        (date(2026, 12, 15), "1 ran out"),
    ],
)
def test_training_that_runs_out_is_said_three_months_before_and_after(
    vault: Vault, today: date, said: str
) -> None:
    """IR-03; screens.md, home."""
    rows = {row.form: row for group in home(vault, shelf(), today, WORDS).groups for row in group.rows}
    assert rows["training_record"].detail == said
    assert rows["involvement_record"].detail == "Last: Ward welcome pack"


@pytest.mark.parametrize("form", ["reflection", "four_pi"])
def test_an_entry_about_a_piece_of_work_is_called_by_its_name(vault: Vault, form: str) -> None:
    """And by no id: what a link leads to is read out everywhere."""
    pack = shelf().pack(form)
    last = vault.passport().of_form(form)[-1]
    names = {"reflection": "Interview panels", "four_pi": "Monday group"}
    assert entry_title(pack, last, WORDS) == link_title(pack, last) == names[form]
