"""How fast it is where people wait, next to what cannot be avoided: ``./run bench``. Ends with 1 if a thing could not be measured.

``./run bench scan-lab [TRIES]`` measures how well the codes scan instead; ``./run bench many-pages`` how papers
grow, which takes some minutes; ``./run bench long-list`` and ``first-frame`` only what their names say.
"""

import contextlib
import io
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from argon2.low_level import Type, hash_secret_raw
from pypdf import PdfReader

from bench.long_list import long_list
from bench.many_answers import many_answers
from bench.many_pages import many_pages
from bench.measure import Figure, seconds, side_by_side, until_it_says
from passport.actions import answer, demo
from passport.actions.assess import assess
from passport.actions.offer import choose
from passport.actions.share import Handing, rehearse, share
from passport.actions.sign import sign
from passport.actions.unlock import make
from passport.checking.check import check_bytes, check_text
from passport.forms.examples import read_example
from passport.forms.shelf import shelf
from passport.keys.passphrase import PERSON
from passport.keys.trust import Met
from passport.law.across import across
from passport.paper.compose import compose
from passport.paper.enclose import ANSWERS_NAME, CODE_NAME, TEXT_NAME
from passport.paper.seal import seal_pdf
from passport.paper.typeset import typeset
from passport.record.audience import Audience
from passport.vault.vault import Vault
from passport.vault.whole import write_whole
from passport.wording.words import Words

NOW = datetime(2026, 11, 23, 14, 2, tzinfo=UTC)
PASSPHRASE = "kettle harbour violin meadow lantern"  # of a made-up person
WORDS = Words()
BARE = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("A bare one")
Bare().run()
"""
MEMORY = """
import sys
from pathlib import Path
from bench.bench import NOW, PASSPHRASE, share_once
from passport.vault.vault import Vault
vault = Vault.open_with_passphrase(Path(sys.argv[1]), PASSPHRASE, NOW)
if sys.argv[2] == "share":
    share_once(vault, Path(sys.argv[3]))
vault.close()
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""


def shown(value: float) -> str:
    return f"{value * 1000:.1f} ms" if value < 1 else f"{value:.2f} s"


def first_frame(home: Path) -> Iterator[Figure]:
    """From starting it to the first words on the screen, next to a Textual app with one widget; and to posting, where it is."""
    ours_command = [str(Path(sys.executable).with_name("passport")), "--vault", str(home / "nowhere")]
    (home / ".config" / "passport").mkdir(parents=True, exist_ok=True)
    (home / ".config" / "passport" / "settings").write_text("{}")
    # as on a person's computer, where what was read once is kept compiled, whatever this shell says
    place = {
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "PYTHONDONTWRITEBYTECODE": "",
    }
    posting = shutil.which("posting", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    ours, bare, theirs = [], [], []
    for _ in range(15):
        ours.append(until_it_says(ours_command, "Start my passport", place))
        bare.append(until_it_says([sys.executable, "-c", BARE], "A bare one", place))
        if posting is not None:
            theirs.append(until_it_says([posting], "Send", place))
    first, other = statistics.median(ours), statistics.median(bare)
    yield Figure(
        "first painted frame", shown(first), f"a bare Textual app {shown(other)}", first / other, 1.4
    )
    if theirs:
        beside = statistics.median(theirs)
        yield Figure("the same", shown(first), f"posting {shown(beside)}", first / beside, 0.5)
    else:
        yield Figure("the same, beside posting", "", "not measured: posting is not installed here")


def unlocking(record: Path) -> Figure:
    """Opening with everything checked, next to Argon2id alone with the same settings."""

    def opens() -> None:
        Vault.open_with_passphrase(record, PASSPHRASE, NOW).close()

    def stretches() -> None:
        hash_secret_raw(
            PASSPHRASE.encode(), bytes(16), PERSON.passes, PERSON.memory_kib, PERSON.lanes, 32, Type.ID
        )

    ours, alone = side_by_side(opens, stretches)
    return Figure(
        "unlock, all of it checked", shown(ours), f"Argon2id alone {shown(alone)}", ours / alone, 1.2
    )


def saving(vault: Vault, folder: Path) -> Iterator[Figure]:
    """One answer on disk, next to a plain SQLite commit with the same durability.

    The second line says what of it is ours: next to the same rows in the same tables, by SQLCipher alone. On a disk that has
    written before it is asked, a plain commit costs next to nothing, and the lock alone more than the aim.
    """
    plain = sqlite3.connect(folder / "plain.db", isolation_level=None)
    for pragma in (
        "journal_mode = DELETE",
        "synchronous = EXTRA",
        "locking_mode = EXCLUSIVE",
        "secure_delete = ON",
    ):
        plain.execute(f"PRAGMA {pragma}")
    plain.execute("CREATE TABLE answers (n INTEGER PRIMARY KEY, words TEXT)")
    section = vault.passport().of_form("about_me")[0].id
    count = iter(range(10_000))

    def saves() -> None:
        answer.put(vault, shelf(), section, "am_known_as", f"Alex {next(count)}", NOW)

    def commits() -> None:
        plain.execute("INSERT INTO answers (words) VALUES (?)", (f"Alex {next(count)}",))

    bare, _rows = make(folder / "bare", PASSPHRASE, NOW)
    bare.add_section("about_me", 1, NOW.date())
    locked = bare._connection  # noqa: SLF001  # what a save does, and nothing around it

    def locks() -> None:
        said = f'"Alex {next(count)}"'
        row = ("about_me-1", "am_known_as", said, said, NOW.isoformat(), "me")
        locked.execute("BEGIN IMMEDIATE")
        locked.execute(
            "INSERT INTO answers (section, place, value, words, at, who) VALUES (?, ?, ?, ?, ?, ?)", row
        )
        locked.execute("UPDATE seal SET total = ? WHERE one = 1", (said.encode(),))
        locked.execute("COMMIT")

    ours, alone, cipher = side_by_side(saves, commits, locks, times=60)
    plain.close()
    bare.close()
    yield Figure(
        "save one answer",
        shown(ours),
        f"a plain commit, as safe on disk, {shown(alone)}",
        ours / alone,
        1.5,
    )
    yield Figure("of it ours", "", f"the same rows, SQLCipher alone, {shown(cipher)}", ours / cipher)


def sharing(vault: Vault, out: Path) -> Iterator[Figure]:
    """A sealed decision, from the choice to files on disk; then checking it."""
    selection = choose(vault.passport(), shelf(), Audience.CARE, ("advance_decision",), ())
    handing = Handing("Riverbank Surgery", large_print=True)
    made = rehearse(vault, shelf(), selection, handing, NOW, WORDS)
    shared_part = vault.passport().only(selection, shelf().labels())
    document = compose(shared_part, shelf().packs, made.facts, WORDS, made.code_room.beside())
    enclosed = {ANSWERS_NAME: b"x" * 4000, TEXT_NAME: made.text.encode(), CODE_NAME: made.code.encode()}
    identity = vault.identity(Audience.CARE)

    count = iter(range(1000))  # each time another holder and title, so that nothing is remembered from before

    def alone() -> None:
        """The same pages, fonts, standards and enclosed sizes, the same kind of signature, and the file safe on disk."""
        other_title = replace(document, title=f"{document.title} {next(count)}")
        pages = typeset(other_title, made.code_svg, enclosed, WORDS, large_print=True)
        write_whole(out / "alone.pdf", seal_pdf(pages, identity, made.facts))

    def makes() -> None:
        """Assessed, composed, coded, typeset and sealed: all that is made, before it is checked and written down."""
        other_holder = replace(handing, holder=f"Riverbank Surgery {next(count)}")
        rehearse(vault, shelf(), selection, other_holder, NOW, WORDS)

    def shares() -> None:
        other_holder = replace(handing, holder=f"Riverbank Surgery {next(count)}")
        share(vault, shelf(), selection, other_holder, NOW, WORDS, out)

    only_made, ours, other = side_by_side(makes, shares, alone, times=5)
    pages = len(PdfReader(io.BytesIO(made.pdf)).pages)
    beside = f"Typst and pyHanko alone {shown(other)}"
    yield Figure(f"make a sealed decision of {pages} pages", shown(only_made), beside, only_made / other, 1.5)
    yield Figure("share it: read back, registered, saved", shown(ours), beside, ours / other, 1.5)
    check_pdf, check_code = side_by_side(
        lambda: check_bytes(made.pdf, NOW.date(), Met(), WORDS),
        lambda: check_text(made.code, NOW.date(), Met(), WORDS),
        times=5,
    )
    yield Figure("check that paper", shown(check_pdf), "in a child of its own")
    yield Figure("check its code", shown(check_code))
    command = [sys.executable, "-m", "passport", "check", "--no-remember", made.code]
    whole = seconds(lambda: subprocess.run(command, capture_output=True, check=True))
    yield Figure("check its code, from the command line", shown(whole), "starting Python included")


def assessing(vault: Vault) -> Figure:
    section = vault.passport().of_form("advance_decision")[0].id
    (ours,) = side_by_side(lambda: assess(vault, shelf(), section, NOW.date()), times=30)
    count = len(vault.section(section).items("ad_refusals"))
    return Figure(f"assess {count} refusals", shown(ours))


def agreeing(vault: Vault) -> Figure:
    passport = vault.passport()
    (ours,) = side_by_side(lambda: across(passport, shelf()), times=30)
    return Figure(f"whether {len(passport.sections)} papers agree", shown(ours))


def share_once(vault: Vault, out: Path) -> None:
    """One sharing, for its memory."""
    selection = choose(vault.passport(), shelf(), Audience.CARE, ("advance_decision",), ())
    share(vault, shelf(), selection, Handing("Riverbank Surgery"), NOW, WORDS, out)


def memory(record: Path, out: Path) -> Iterator[Figure]:
    """The most memory a fresh program held. Unlocking holds what Argon2id asks for (256 MiB) for half a second."""
    for what in ("unlock", "share"):
        said = subprocess.run(
            [sys.executable, "-c", MEMORY, str(record), what, str(out)],
            capture_output=True,
            check=True,
            text=True,
        )
        yield Figure(
            f"memory: {what}",
            f"{int(said.stdout) / 1024:.0f} MiB",
            "at its most; Argon2id asks 256 MiB of it",
        )


def a_full_record(folder: Path) -> Vault:
    """The made-up person's forms, and a decision with ten refusals."""
    vault, _rows = make(folder / "record", PASSPHRASE, NOW)
    demo._fill(vault, shelf(), NOW)  # noqa: SLF001  # the same person as the demo's
    ten = next(one for one in shelf().examples("advance_decision") if one.name == "ten_refusals.toml")
    example = read_example(ten)
    old = vault.passport().of_form("advance_decision")[0]
    vault.remove_section(old.id)
    section = answer.put_all(vault, shelf(), "advance_decision", example.answers, NOW).section
    if example.sign:
        sign(vault, shelf(), section.id, example.sign, NOW + timedelta(minutes=1))
    return vault


def figures(folder: Path) -> Iterator[Figure]:
    vault = a_full_record(folder)
    yield assessing(vault)
    yield agreeing(vault)
    yield from saving(vault, folder)
    yield from sharing(vault, folder / "papers")
    vault.close()
    yield unlocking(folder / "record")
    yield from many_answers(folder / "many")
    yield from long_list(folder / "list")
    yield from first_frame(folder)
    yield from memory(folder / "record", folder / "more")


def main() -> int:
    if sys.argv[1:2] == ["scan-lab"]:
        from bench import scan_lab

        return int(not scan_lab.main(int(sys.argv[2]) if len(sys.argv) > 2 else 6))
    print("Medians, measured side by side in this run.\n")
    with tempfile.TemporaryDirectory() as folder, contextlib.suppress(BrokenPipeError):
        alone: dict[str, Callable[[Path], Iterable[Figure]]] = {
            "many-pages": lambda at: many_pages(at, PASSPHRASE, NOW),
            "long-list": long_list,
            "first-frame": first_frame,
        }
        found = alone.get(" ".join(sys.argv[1:2]), figures)(Path(folder))
        for figure in found:
            print(figure.line(), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
