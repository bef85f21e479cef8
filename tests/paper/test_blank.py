"""Blank forms: the same questions as on the screen, with room to write, and nothing of anybody's."""

from pathlib import Path

import pytest

from passport.actions.blank import blank_form
from passport.errors import NoPermission
from passport.forms.shelf import shelf
from passport.paper.blank import blank
from passport.paper.twin import html_twin, text_twin
from passport.record.audience import ON_ITS_OWN_PAGE
from tests.builders import NOW
from tests.checking.papers import WORDS

FORMS = sorted(shelf().packs)


@pytest.mark.parametrize("form", FORMS)
def test_what_only_the_person_may_see_is_not_printed(form: str) -> None:
    document = blank(shelf().pack(form), WORDS, NOW.date())
    assert not [one for one in ON_ITS_OWN_PAGE if one in text_twin(document) + html_twin(document)]


def test_the_files_are_whole_or_not_there(tmp_path: Path) -> None:
    files = blank_form(shelf(), "crisis_plan", NOW.date(), WORDS, tmp_path / "out", large_print=True)
    assert sorted(files) == ["html", "pdf", "text"]
    assert all(file.is_file() for file in files.values())
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(NoPermission):
        blank_form(shelf(), "crisis_plan", NOW.date(), WORDS, tmp_path / "taken")
