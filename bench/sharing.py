"""A sealed decision of six pages, from the choice to files on disk, next to Typst and pyHanko alone; then checking it."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from bench.alone import same_pages, words_of
from bench.by_web import ByWeb, named_when_missing
from bench.measure import Figure, seconds, shown, side_by_side
from passport.actions import answer
from passport.actions.offer import choose
from passport.actions.share import Handing, Made, rehearse, share
from passport.actions.sign import sign
from passport.checking.check import check_bytes, check_text
from passport.forms.examples import read_example
from passport.forms.shelf import shelf
from passport.keys.trust import Met
from passport.qr.summary import _letters
from passport.qr.token import read
from passport.record.audience import Audience
from passport.vault.vault import Vault
from passport.vault.whole import write_whole
from passport.wording.words import Words

WORDS = Words()
PAGES = 6
REFUSALS = 6
"""In large print they make so many pages."""


def sharing(vault: Vault, out: Path, now: datetime) -> Iterator[Figure]:
    """Made, shared and checked; and the same page as other people would make it."""
    _with_refusals(vault, now)
    selection = choose(vault.passport(), shelf(), Audience.CARE, ("advance_decision",), ())
    count = iter(range(1000))  # each time another holder, so that nothing is remembered from before

    def handing() -> Handing:
        _letters.cache_clear()
        return Handing(f"Riverbank Surgery {next(count)}", large_print=True)

    def makes() -> Made:
        """Assessed, composed, coded, typeset and sealed: all that is made, before it is checked and written down."""
        return rehearse(vault, shelf(), selection, handing(), now, WORDS)

    def shares() -> None:
        share(vault, shelf(), selection, handing(), now, WORDS, out)

    made, alone = same_pages(makes, vault.identity(Audience.CARE))
    pages = len(words_of(made.pdf)[0])
    assert pages == PAGES, f"the aim speaks of {PAGES} pages, not {pages}"

    def saves_alone() -> None:
        write_whole(out / "alone.pdf", alone.sealed())

    only_made, ours, other, saved = side_by_side(makes, shares, alone.sealed, saves_alone, times=9)
    beside = f"Typst and pyHanko alone {shown(other)}"
    yield Figure(f"make a sealed decision of {pages} pages", shown(only_made), beside, only_made / other, 1.5)
    yield Figure(
        "share it: read back, registered, saved",
        shown(ours),
        f"alone and saved {shown(saved)}",
        ours / saved,
        1.5,
    )
    yield from _by_web(made, only_made, vault, out)
    yield from _checked(made, now)


def _with_refusals(vault: Vault, now: datetime) -> None:
    ten = next(one for one in shelf().examples("advance_decision") if one.name == "ten_refusals.toml")
    example = read_example(ten)
    answers = dict(example.answers)
    refusals = answers["ad_refusals"]
    assert isinstance(refusals, list | tuple)
    vault.remove_section(vault.passport().of_form("advance_decision")[0].id)
    answers["ad_refusals"] = refusals[:REFUSALS]
    section = answer.put_all(vault, shelf(), "advance_decision", answers, now).section
    if example.sign:
        sign(vault, shelf(), section.id, example.sign, now + timedelta(minutes=1))


def _by_web(made: Made, only_made: float, vault: Vault, out: Path) -> Iterator[Figure]:
    """The same page by WeasyPrint and the pyHanko command line, where they are here."""
    if missing := named_when_missing():
        said = f"{' and '.join(missing)} {'is' if len(missing) == 1 else 'are'} not here: not compared"
        yield Figure("the same page through WeasyPrint", "", said)
        return
    web = ByWeb(made, vault.identity(Audience.CARE), out)
    (theirs,) = side_by_side(web.sealed, times=3)
    yield Figure(
        "the same page through WeasyPrint",
        shown(theirs),
        f"and the pyHanko command; ours {shown(only_made)}",
        theirs / only_made,
        10,
        at_least=True,
    )


def _checked(made: Made, now: datetime) -> Iterator[Figure]:
    def checks_code() -> None:
        read.cache_clear()  # nothing is remembered from before
        check_text(made.code, now.date(), Met(), WORDS)

    check_pdf, check_code = side_by_side(
        lambda: check_bytes(made.pdf, now.date(), Met(), WORDS), checks_code, times=5
    )
    yield Figure("check that paper", shown(check_pdf), "in a child of its own")
    yield Figure("check its code", shown(check_code))
    command = [sys.executable, "-m", "passport", "check", "--no-remember", made.code]
    whole = seconds(lambda: subprocess.run(command, capture_output=True, check=True))
    yield Figure("check its code, from the command line", shown(whole), "starting Python included")
