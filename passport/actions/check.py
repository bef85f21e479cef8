"""Check a paper or a code that somebody gave us. No vault, no network, no account."""

import re
import sys
from datetime import date
from pathlib import Path

from passport.actions.places import must_be_there, place_typed
from passport.checking.check import check_bytes, check_text
from passport.checking.child import MOST_BYTES
from passport.checking.report import Report
from passport.errors import FileMissing, FileUnreadable, TrustUnreadable, VaultError
from passport.keys.trust import Met, met_bytes, read_met
from passport.vault.whole import write_whole
from passport.wording.words import Words

_CODE = re.compile(r"\s*PIP\d:", re.IGNORECASE)


def check(
    given: str, today: date, words: Words, *, trusted: Path | None = None, met: Path | None = None
) -> Report:
    """A report on a file's path as typed, a code's text, or standard input for ``-``.

    ``met`` is the file of what this computer has met: read, and written where nothing is wrong with the thing itself;
    an older or stopped paper is worth remembering. ``trusted`` is
    another of the same kind, only read. Raises FileMissing where a file is not there, and TrustUnreadable.
    """
    known = _together(read_met(met) if met else Met(), read_trusted(trusted) if trusted else Met())
    if is_code(given):
        report = check_text(given.strip(), today, known, words)
    else:
        report = check_bytes(_bytes(given), today, known, words)
    if met is not None and report.paper is not None:
        _remember(met, report, today)
    return report


def read_trusted(file: Path) -> Met:
    """What a file of trusted keys holds. Raises FileMissing, and TrustUnreadable for anything else than such a file."""
    must_be_there(file)
    try:
        return read_met(file)
    except FileUnreadable:
        raise TrustUnreadable(file=file.name) from None


def is_code(given: str) -> bool:
    """Whether somebody gave the text of a code, of any version, and not the name of a file."""
    return _CODE.match(given) is not None


def _together(mine: Met, trusted: Met) -> Met:
    """What is known from both files; the earlier day of a key, and every paper."""
    keys = {**trusted.keys, **mine.keys}
    newest = mine
    for paper in trusted.papers:
        newest = newest.with_paper(paper, paper.made_on)
    return Met(keys, newest.papers)


def _remember(met: Path, report: Report, today: date) -> None:
    """A place that cannot be written to is left: a check does not depend on it."""
    assert report.paper is not None
    try:
        write_whole(met, met_bytes(read_met(met).with_paper(report.paper, today)))
    except VaultError:
        return


def _bytes(given: str) -> bytes:
    if given == "-":
        return sys.stdin.buffer.read(MOST_BYTES + 1)
    path = Path(given)
    try:
        path = path if path.exists() else place_typed(given)
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except (OSError, ValueError):
        raise FileMissing(file=path.name) from None
