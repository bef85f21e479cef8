"""G17: an older copy that is put in the place of a newer one is named as older, with dates, and can still be read and written.

The control opens the newest copy of the same record at the same place: that one must not be named.
"""

import random
import shutil
import tempfile
from datetime import datetime, timedelta
from pathlib import Path

from bench.goals.made_up import NOW, PASSPHRASE, PLACE, SECTION, a_record, cheap_keys
from bench.goals.outcome import Outcome
from passport.actions import answer
from passport.actions.unlock import Standing, unlock
from passport.forms.dates import show_date
from passport.forms.shelf import shelf
from passport.wording.words import Words


def g17(full: bool) -> Outcome:
    """Swaps of older folders, each from another day and some saves behind."""
    swaps, rng = 100 if full else 10, random.Random(17)
    missed = false_alarms = cannot = 0
    with tempfile.TemporaryDirectory() as place, cheap_keys():
        record, aside = Path(place) / "record", Path(place) / "aside"
        a_record(record, 2)
        for number in range(swaps):
            old, seen = Path(place) / f"old{number}", Path(place) / "seen"
            then, now = NOW + timedelta(days=7 * number), NOW + timedelta(days=7 * number + 6)
            used(record, seen, then, f"saved in week {number}")
            shutil.copytree(record, old)
            for later in range(rng.randrange(1, 4)):  # by one use or several, of one save or several
                used(record, seen, now, *(f"{number} {later} {one}" for one in range(rng.randrange(1, 4))))
            record.rename(aside)
            old.rename(record)
            opened = unlock(record, PASSPHRASE, now, seen)
            told = opened.copy.told(Words())
            dates = all(show_date(day.date().isoformat()) in told for day in (then, now))
            missed += opened.copy.standing is not Standing.OLDER or not dates
            cannot += opened.vault.section(SECTION).answers[PLACE].words != f"saved in week {number}"
            answer.put_all(opened.vault, shelf(), "about_me", {PLACE: "written in the old one"}, now)
            opened.vault.close()
            shutil.rmtree(record)
            aside.rename(record)
            false_alarms += used(record, seen, now) is not Standing.NEWEST
    return Outcome(
        2 * swaps,
        missed + false_alarms + cannot,
        f"{swaps - missed} of {swaps} older copies named with both dates, {false_alarms} newest copies named",
    )


def used(record: Path, seen: Path, now: datetime, *saves: str) -> Standing:
    """Open it as the fronts do, save these words one after another, close."""
    opened = unlock(record, PASSPHRASE, now, seen)
    for words in saves:
        answer.put_all(opened.vault, shelf(), "about_me", {PLACE: words}, now)
    opened.vault.close()
    return opened.copy.standing
