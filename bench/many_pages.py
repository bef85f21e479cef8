"""How papers grow: a role pack of two hundred entries, and the time a page takes."""

import io
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from pathlib import Path

from pypdf import PdfReader

from bench.measure import Figure, side_by_side
from passport.actions import answer
from passport.actions.offer import choose
from passport.actions.share import Handing, rehearse, share
from passport.actions.unlock import make
from passport.forms.examples import read_example
from passport.forms.shelf import shelf
from passport.record.audience import Audience, Selection
from passport.vault.vault import Vault
from passport.wording.words import Words

WORDS = Words()
ENTRIES = (20, 200)


def many_pages(folder: Path, passphrase: str, now: datetime) -> Iterator[Figure]:
    """The same person with ever more pieces of work behind them: each paper beside the first."""
    vault, _rows = make(folder / "record", passphrase, now)
    example = read_example(next(iter(shelf().examples("involvement_record"))))
    first, count = 0.0, 0
    for entries in ENTRIES:
        while count < entries:
            answer.put_all(vault, shelf(), "involvement_record", example.answers, now)
            count += 1
        selection = choose(vault.passport(), shelf(), Audience.INVOLVEMENT, ("involvement_record",), ())
        made = rehearse(vault, shelf(), selection, Handing("A panel"), now, WORDS)
        pages = len(PdfReader(io.BytesIO(made.pdf)).pages)
        again = partial(_share_to_another, vault, selection, now, folder / "out", iter(range(1000)))
        (took,) = side_by_side(again, times=1)
        each = took / pages
        first = first or each
        yield Figure(
            f"share a role pack of {entries} entries",
            f"{took:.2f} s",
            f"{pages} pages, {each * 1000:.1f} ms a page; the first {first * 1000:.1f} ms",
            each / first,
        )
    vault.close()


def _share_to_another(
    vault: Vault, selection: Selection, now: datetime, out: Path, numbers: Iterator[int]
) -> None:
    share(vault, shelf(), selection, Handing(f"A panel {next(numbers)}"), now, WORDS, out)
