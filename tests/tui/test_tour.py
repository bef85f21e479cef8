"""The tour can be left at any step; what is new is one line at home, once."""

import json
from pathlib import Path

import pytest

from passport.tui import routes
from passport.tui.screens.home import HomePage
from passport.tui.screens.made_up import MadeUpPage
from passport.tui.screens.question import QuestionPage
from passport.tui.screens.tour import NewsPage, TourPage
from passport.wording.words import Words
from tests.tui.on_screen import NARROW, Person, a_record, at_the_screen, places_in

pytestmark = pytest.mark.usefixtures("cheap_keys")
WORDS = Words()


async def to_the_tour(person: Person) -> None:
    await person.app.push_screen(MadeUpPage())
    await person.on(MadeUpPage)
    await person.click("go")
    await person.on(TourPage)


async def test_the_tour_goes_step_by_step_and_shows_things_themselves(tmp_path: Path) -> None:
    async with at_the_screen(places_in(tmp_path), NARROW) as person:
        await to_the_tour(person)
        assert WORDS("tour.step", step=1, count=6) in person.text
        first = person.app.screen
        await person.press("enter")
        await person.leaves(first)
        await person.click("show")
        await person.on(QuestionPage)
        await person.press("escape")
        await person.on(TourPage)
        assert WORDS("tour.question_title") in person.text
        for _ in range(5):
            page = person.app.screen
            await person.press("enter")
            await person.leaves(page)
        assert isinstance(person.app.screen, HomePage)


async def test_it_can_be_left_at_any_step(tmp_path: Path) -> None:
    async with at_the_screen(places_in(tmp_path)) as person:
        await to_the_tour(person)
        await person.click("leave")
        await person.on(HomePage)
        assert "Alex" in person.text


async def test_what_is_new_is_one_line_at_home_once_and_opens_a_page(tmp_path: Path) -> None:
    at = a_record(tmp_path, {"about_me": {"am_known_as": "Robin"}})
    async with at_the_screen(at) as person:
        at.settings.write_text(json.dumps({"theme": "calm"}))
        await person.home()
        assert WORDS("news.row") in person.text
        await routes.show(person.app, routes.NEWS)
        await person.on(NewsPage)
        assert WORDS("news.version", version="0.1.0") in person.text
        await person.press("escape")
        await person.on(HomePage)
        await person.settled()
        assert WORDS("news.row") not in person.text
    assert json.loads(at.settings.read_text())["theme"] == "calm"
    async with at_the_screen(at) as person:
        at.settings.write_text(json.dumps({"theme": "calm", "news": "0.1.0"}))
        await person.home()
        assert WORDS("news.row") not in person.text
