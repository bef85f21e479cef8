"""A fictional person's passport, made with the same actions that everyone uses and the packs' own examples."""

import contextlib
import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from passport.actions import answer
from passport.actions.assess import assess
from passport.actions.check import check
from passport.actions.offer import choose
from passport.actions.share import Handing, Shared, share
from passport.actions.sign import sign
from passport.actions.unlock import make, unlock
from passport.checking.report import Report
from passport.errors import FolderTaken
from passport.forms.examples import read_example
from passport.forms.shelf import Shelf
from passport.law.findings import Assessment
from passport.record.audience import Audience
from passport.vault.backup import forget_rolling
from passport.vault.folder import OWN_FILES
from passport.vault.vault import Vault
from passport.vault.whole import plainly, write_whole
from passport.wording.words import Words

MADE_BY = "made-by-passport-demo"
"""A file that says the folder is ours to make again, and which papers in it are ours."""
REPORT = "check-report.json"
TO_LOOK_AROUND = "made-to-look-around"
"""A file that says the record beside it goes when its screen goes."""
THEIR_PAPERS = "papers"
PASSPHRASE = "kettle-harbour-violin-meadow-lantern"  # noqa: S105  # of a made-up person; printed by the demo
NAMED = "alex"
"""Examples whose name begins so belong to the demo's person."""
PAPERS = (
    (Audience.CARE, ("advance_decision",), ("am_dob",), "Riverbank Surgery"),
    (Audience.CARE, ("crisis_plan", "contacts"), ("cp_medicines",), "Northside Crisis Team"),
    (Audience.CARE, ("advance_statement",), (), "Riverbank House"),
    (Audience.INVOLVEMENT, (), (), "Northside Trust"),
)
"""Each paper of the demo: for whom, which forms (none: all of that side), fields picked by name, and who gets it."""


@dataclass(frozen=True, slots=True)
class Demonstrated:
    """What the demo made and what its own check found."""

    vault: Path
    assessment: Assessment
    shared: tuple[Shared, ...]
    reports: Mapping[str, Report]
    """File name to what our own checker said about it."""
    report_file: Path

    @property
    def sound(self) -> bool:
        """Whether nothing at all was found, and every paper and code was checked."""
        return len(self.reports) == 3 * len(self.shared) and all(
            report.exit_code == 0 for report in self.reports.values()
        )


def demonstrate(folder: Path, shelf: Shelf, now: datetime, words: Words) -> Demonstrated:
    """Make, fill, assess, sign, share and check. Raises FolderTaken over a folder that the demo did not make."""
    _clear(folder)
    record = folder / "record"
    vault, _recovery_words = make(record, PASSPHRASE, now)
    vault.close()
    vault = unlock(record, PASSPHRASE, now).vault
    try:
        _fill(vault, shelf, now)
        decision = answer.existing(vault, "advance_decision", None)
        assessment = assess(vault, shelf, decision.id, now.date())
        shared = tuple(_papers(vault, shelf, now, words, folder))
    finally:
        vault.close()
    reports = dict(_checked(shared, now.date(), words))
    report_file = folder / REPORT
    plain = {"files": [{"name": name, **report.to_plain()} for name, report in reports.items()]}
    write_whole(report_file, json.dumps(plain, ensure_ascii=False, indent=2).encode())
    return Demonstrated(record, assessment, shared, reports, report_file)


def place_to_look_around() -> Path:
    """Where a made-up person's record may stand, in a new folder of its own. ``take_away`` removes it."""
    folder = Path(tempfile.mkdtemp())
    write_whole(folder / TO_LOOK_AROUND, b"")
    return folder / "record"


def look_around(record: Path, shelf: Shelf, now: datetime) -> Vault:
    """The made-up person's passport, open."""
    vault, _recovery_words = make(record, PASSPHRASE, now)
    _fill(vault, shelf, now)
    return vault


def papers_beside(record: Path) -> Path | None:
    """Where papers of a made-up person go, so that they are taken away too. None for any other record."""
    return record.parent / THEIR_PAPERS if (record.parent / TO_LOOK_AROUND).exists() else None


def take_away(record: Path) -> None:
    """Take away what ``look_around`` made. Any other record stays where it is."""
    folder = record.parent
    if (folder / TO_LOOK_AROUND).exists():
        _remove(record)
        _remove(folder / THEIR_PAPERS)
        (folder / TO_LOOK_AROUND).unlink()
        folder.rmdir()


def _fill(vault: Vault, shelf: Shelf, now: datetime) -> None:
    """Save the demo person's examples of every form; sign where an example says how."""
    for form in shelf.packs:
        for file in shelf.examples(form):
            if not file.name.startswith(NAMED):
                continue
            example = read_example(file)
            section = answer.put_all(vault, shelf, form, example.answers, now).section
            if example.sign:
                sign(vault, shelf, section.id, example.sign, now)


def _papers(vault: Vault, shelf: Shelf, now: datetime, words: Words, folder: Path) -> Iterator[Shared]:
    """Each paper, written down as ours as soon as it is made."""
    made: list[str] = []
    for for_, forms, fields, holder in PAPERS:
        selection = choose(vault.passport(), shelf, for_, forms, fields)
        handing = Handing(holder, words("demo.reason"))
        one = share(vault, shelf, selection, handing, now, words, folder / "papers")
        made += [path.name for path in one.files.values()]
        write_whole(folder / MADE_BY, json.dumps(made, indent=1).encode())
        yield one


def _checked(shared: tuple[Shared, ...], today: date, words: Words) -> Iterator[tuple[str, Report]]:
    for one in shared:
        for kind in ("pdf", "code_png"):
            path = one.files[kind]
            yield path.name, check(str(path), today, words)
        yield one.files["code_text"].name, check(one.made.code, today, words)


def _clear(folder: Path) -> None:
    """Take away what an earlier demo made, file by file; anything else stays. Raises FolderTaken, NoPermission."""
    with plainly(folder):
        ours = not folder.exists() or (folder / MADE_BY).exists()
        if not ours and (not folder.is_dir() or any(folder.iterdir())):
            raise FolderTaken(folder=str(folder))
        papers = _made_before(folder / MADE_BY)
        if not (folder / "record").is_symlink():
            forget_rolling(folder / "record")
        for inside, names in (("record", OWN_FILES), ("papers", papers)):
            if (folder / inside).is_symlink():  # the demo makes none: it leads to something of theirs
                raise FolderTaken(folder=str(folder))
            _remove_files(folder / inside, names)
    write_whole(folder / MADE_BY, b"[]")


def _made_before(manifest: Path) -> tuple[str, ...]:
    """Names of the papers an earlier demo made. None where it did not write any down."""
    try:
        names = json.loads(manifest.read_bytes())
    except (FileNotFoundError, ValueError, RecursionError):
        return ()
    return tuple(Path(str(one)).name for one in names) if isinstance(names, list) else ()


def _remove_files(folder: Path, names: Iterable[str]) -> None:
    """These files, and the folder if nothing else is in it."""
    for name in names:
        with contextlib.suppress(FileNotFoundError):
            (folder / name).unlink()
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()


def _remove(folder: Path) -> None:
    if folder.is_dir():
        for file in sorted(folder.rglob("*"), reverse=True):
            file.rmdir() if file.is_dir() else file.unlink()
        folder.rmdir()
