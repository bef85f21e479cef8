"""How papers grow: a role pack of two hundred entries, and the time a page takes."""

import io
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from pathlib import Path

from pypdf import PdfReader

from bench.measure import Figure, shown, side_by_side
from passport.actions import answer
from passport.actions.offer import choose
from passport.actions.share import Handing, rehearse, share
from passport.actions.unlock import make
from passport.forms.examples import read_example
from passport.forms.shelf import shelf
from passport.qr.summary import _letters
from passport.record.audience import Audience, Selection
from passport.vault.vault import Vault
from passport.wording.words import Words

WORDS = Words()
ENTRIES = (20, 60, 200)
PLACES = ("Riverbank", "Northside", "Millbrook", "Harbour Street", "Westgate", "Oakfield", "Saint Anne's")
KINDS = ("reading group", "interview panel", "walking group", "website", "carers' evening", "garden")


def many_pages(folder: Path, passphrase: str, now: datetime) -> Iterator[Figure]:
    """The same person with ever more pieces of work behind them: what a page takes, beside a page of the shortest paper.

    The pieces of work are not alike, so that not all of them fit in the code: it has to be found out how many do.
    """
    vault, _rows = make(folder / "record", passphrase, now)
    first: list[float] = []
    for entries in ENTRIES:
        for number in range(
            sum(one.form == "involvement_record" for one in vault.passport().sections), entries
        ):
            answer.put_all(vault, shelf(), "involvement_record", _a_piece_of_work(number), now)
        selection = choose(vault.passport(), shelf(), Audience.INVOLVEMENT, ("involvement_record",), ())
        made = rehearse(vault, shelf(), selection, Handing("A panel"), now, WORDS)
        pages = len(PdfReader(io.BytesIO(made.pdf)).pages)
        numbers = iter(range(1000))
        took = side_by_side(
            partial(_rehearse, vault, selection, now, numbers),
            partial(_share, vault, selection, now, folder / "out", numbers),
            times=3,
        )
        each = [one / pages for one in took]
        first = first or each
        for what, whole, page, page_first in zip(("rehearse", "share"), took, each, first, strict=True):
            yield Figure(
                f"{what} a role pack of {entries} entries",
                shown(whole),
                f"{pages} pages, {shown(page)} a page; first {shown(page_first)}",
                page / page_first,
                1.2,
            )
    vault.close()


def _a_piece_of_work(number: int) -> dict[str, object]:
    """Unlike the others in its title, its place and its years."""
    example = read_example(next(iter(shelf().examples("involvement_record"))))
    began = 1980 + number % 40
    return {
        **example.answers,
        "ir_title": f"{PLACES[number % 7]} {KINDS[number % 6]} {number + 1}",
        "ir_org": f"{PLACES[number // 7 % 7]} Voices",
        "ir_start": f"{began}",
        "ir_end": f"{began + 1 + number % 5}",
    }


def _rehearse(vault: Vault, selection: Selection, now: datetime, numbers: Iterator[int]) -> None:
    _letters.cache_clear()  # nothing is remembered from before
    rehearse(vault, shelf(), selection, Handing(f"A panel {next(numbers)}"), now, WORDS)


def _share(vault: Vault, selection: Selection, now: datetime, out: Path, numbers: Iterator[int]) -> None:
    _letters.cache_clear()
    share(vault, shelf(), selection, Handing(f"A panel {next(numbers)}"), now, WORDS, out)
