"""What the first page says: every paper with where it stands, and the first of what there is to do. Each paper is assessed once."""

from dataclasses import dataclass
from datetime import date

from passport.actions.home import OWN, Home, home
from passport.actions.looked import Looked
from passport.actions.to_do import on_first_page
from passport.forms.shelf import Shelf
from passport.record.audience import Audience
from passport.vault.vault import Vault
from passport.wording.words import Words

PAPERS = ("copies", "to_do", "share", "check", "help", "more")
"""The rows about papers that are out there, in the order of every front."""
MORE = ("agree", "tell", "blank", "words_code", "alert", "cover")
"""What stands behind the last of them."""


@dataclass(frozen=True, slots=True)
class PaperRow:
    """One line about papers that are out there: what it is, and where it stands."""

    what: str
    """One of ``PAPERS``."""
    title: str
    status: str
    detail: str


@dataclass(frozen=True, slots=True)
class FirstPage:
    """All of it."""

    home: Home
    papers: tuple[PaperRow, ...]


def first_page(vault: Vault, shelf: Shelf, today: date, words: Words, profile: Audience = OWN) -> FirstPage:
    """The task list of one profile, and the papers that are out there."""
    looked = Looked(vault.passport(), today)
    now = home(vault, shelf, today, words, profile, looked)
    cells = {
        "copies": (_held(now, words), _old(now, words)),
        "to_do": on_first_page(vault, shelf, today, words, looked),
        "more": ("", words("home.more")),
    }
    rows = (PaperRow(what, words(f"screens.home.{what}_row"), *cells.get(what, ("", ""))) for what in PAPERS)
    return FirstPage(now, tuple(rows))


def _held(now: Home, words: Words) -> str:
    return (
        words("home.one_copy" if now.copies == 1 else "home.copies", count=now.copies) if now.copies else ""
    )


def _old(now: Home, words: Words) -> str:
    many = now.hold_old
    return words("home.one_holds_old" if many == 1 else "home.hold_old", count=many) if many else ""
