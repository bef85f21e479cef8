"""How fast it is where people wait, next to what cannot be avoided: ``./run bench``. Ends with 1 if a thing could not be measured.

``./run bench papers`` measures only what leaves as paper; ``long-list`` and ``first-frame`` only what their names say.
``./run bench many-pages`` how papers grow, which takes some minutes; ``./run bench scan-lab [TRIES]`` how well the codes scan.
"""

import contextlib
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from argon2.low_level import Type, hash_secret_raw

from bench.at_a_window import until_it_says
from bench.long_list import long_list
from bench.many_answers import many_answers
from bench.many_pages import many_pages
from bench.measure import Figure, shown, side_by_side
from bench.sharing import sharing
from passport.actions import answer, demo
from passport.actions.assess import assess
from passport.actions.offer import choose
from passport.actions.share import Handing, share
from passport.actions.sign import sign
from passport.actions.unlock import make
from passport.forms.examples import read_example
from passport.forms.shelf import shelf
from passport.keys.passphrase import PERSON
from passport.law.across import across
from passport.record.audience import Audience
from passport.vault.vault import Vault
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
    yield Figure("of it ours", "", f"the same rows, SQLCipher alone, {shown(cipher)}", ours / cipher, 1.5)


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
    yield from sharing(vault, folder / "papers", NOW)
    vault.close()
    yield unlocking(folder / "record")
    yield from many_answers(folder / "many")
    yield from long_list(folder / "list")
    yield from first_frame(folder)
    yield from memory(folder / "record", folder / "more")


def papers(folder: Path) -> Iterator[Figure]:
    """Only what leaves as paper."""
    vault = a_full_record(folder)
    yield from sharing(vault, folder / "papers", NOW)
    vault.close()


def main() -> int:
    which = sys.argv[1] if len(sys.argv) > 1 else ""
    if which == "scan-lab":
        from bench import scan_lab

        return int(not scan_lab.main(int(sys.argv[2]) if len(sys.argv) > 2 else 6))
    print("Medians, measured side by side in this run.\n")
    with tempfile.TemporaryDirectory() as folder, contextlib.suppress(BrokenPipeError):
        alone: dict[str, Callable[[Path], Iterable[Figure]]] = {
            "papers": papers,
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
