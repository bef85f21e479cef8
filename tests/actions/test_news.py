"""What is new is told once after an update, and never to somebody who is new."""

import json
import tomllib
from pathlib import Path

from bench.lock_agrees import ROOT
from passport.actions.news import is_news, releases
from passport.actions.settings import Settings, read_settings, write_settings
from passport.actions.tour import TOUR, section_shown
from passport.forms.shelf import shelf
from passport.vault.vault import Vault
from passport.wording.words import Words


def test_the_newest_told_of_is_the_version_that_runs() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert releases()[0].version == version
    assert all(one.lines for one in releases())


def test_after_an_update_it_is_told_once_and_nothing_else_is_changed(tmp_path: Path) -> None:
    file = tmp_path / "settings"
    write_settings(file, Settings(theme="calm", idle_minutes=7, news="0.0.9"))
    assert is_news(file)[0]
    assert not is_news(file)[0]
    assert read_settings(file) == Settings(theme="calm", idle_minutes=7, news=releases()[0].version)


def test_settings_of_before_there_was_news_are_of_somebody_who_was_here(tmp_path: Path) -> None:
    (tmp_path / "settings").write_text(json.dumps({"plain": False, "theme": "calm", "idle_minutes": 10}))
    assert is_news(tmp_path / "settings")[0]


def test_somebody_new_is_told_nothing(tmp_path: Path) -> None:
    assert not is_news(tmp_path / "settings")[0]
    assert not is_news(tmp_path / "settings")[0]


def test_where_nothing_can_be_written_it_goes_on(tmp_path: Path) -> None:
    (tmp_path / "settings").mkdir()
    assert is_news(tmp_path / "settings")[0] in {True, False}


def test_every_stop_of_the_tour_has_words_and_something_that_is_there(vault: Vault) -> None:
    words = Words()
    assert 5 <= len(TOUR) <= 6
    for stop in TOUR:
        assert stop.title(words)
        assert stop.text(words)
        section, question = section_shown(vault, stop)
        if stop.shows.startswith(("form ", "place ")):
            assert vault.section(section).answers
        if question:
            assert shelf().pack(vault.section(section).form).question(question) is not None
