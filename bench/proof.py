"""What is promised, tried: ``./run proof [quick|full] [NAME ...]``. One line a goal, then one line a guard.

The goals are in ``bench/goals``. A guard switched off must make a test fail: the edit is made in a copy of the tree, never
here. First the tests run in the copy as it is, and must pass: a test that fails anyway would see nothing. A name is a goal's,
``goals`` for all of them, ``guards`` for all of those, or a guard's. ``full`` tries many more cases, and changed bytes.
Ends with 1 if anything was not as promised. What this computer does not allow is skipped by name.
"""

import io
import logging
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from bench.goals import GOALS
from bench.goals.needs import NotHere

ROOT = Path(__file__).resolve().parent.parent
TREE = (
    "passport",
    "forms",
    "tests",
    "bench",
    "pyproject.toml",
    "requirements.lock",
    "README.md",
    "docs",
    "run",
)
_FAILED = re.compile(r"^FAILED (\S+?)(?:\[| - |$)", re.MULTILINE)


def guards() -> dict[str, dict[str, object]]:
    """Every guard, by name."""
    return tomllib.loads((ROOT / "bench" / "guards.toml").read_text(encoding="utf-8"))


def edits(guard: dict[str, object]) -> Iterator[tuple[str, str, str]]:
    """File, text, and what takes its place."""
    yield str(guard["file"]), str(guard["from"]), str(guard["to"])
    if "also_file" in guard:
        yield str(guard["also_file"]), str(guard["also_from"]), str(guard["also_to"])


def stands_once(guard: dict[str, object], root: Path = ROOT) -> bool:
    """Whether each text to change is in its file exactly once."""
    return all((root / file).read_text(encoding="utf-8").count(text) == 1 for file, text, _ in edits(guard))


def copy_of_the_tree(folder: Path) -> Path:
    """The tree as it stands here, elsewhere."""
    tree = folder / "tree"
    tree.mkdir()
    for name in TREE:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, tree / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, tree / name)
    return tree


def run_tests(tree: Path, tests: list[str], *, all_of_them: bool) -> tuple[int, str]:
    """Exit code, and the first test that failed."""
    there = [one for one in tests if (tree / one).exists()]
    command = [sys.executable, "-m", "pytest", "-q", "--no-header", *([] if all_of_them else ["-x"]), *there]
    done = subprocess.run(
        command,
        check=False,
        cwd=tree,
        env={**os.environ, "PYTHONPATH": str(tree), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
    )
    seen = _FAILED.search(done.stdout)
    return done.returncode, seen[1] if seen else ""


def switched_off(tree: Path, guard: dict[str, object]) -> str:
    """The test that saw it, or an empty text."""
    kept = {file: (tree / file).read_text(encoding="utf-8") for file, _, _ in edits(guard)}
    try:
        for file, text, other in edits(guard):
            place = tree / file
            place.write_text(place.read_text(encoding="utf-8").replace(text, other, 1), encoding="utf-8")
        code, seen = run_tests(tree, list(guard["tests"]), all_of_them=False)  # type: ignore[call-overload]
        return seen if code == 1 else ""
    finally:
        for file, text in kept.items():
            (tree / file).write_text(text, encoding="utf-8")


def prove_guards(folder: Path, names: list[str]) -> int:
    """One line a guard. Returns how many went unseen."""
    every = guards()
    chosen = {name: every[name] for name in names or every}
    tree = copy_of_the_tree(folder)
    tests = sorted({str(one) for guard in chosen.values() for one in list(guard["tests"])})  # type: ignore[call-overload]
    code, seen = run_tests(tree, tests, all_of_them=True)
    print(
        f"{'control':<16} {'pass' if code == 0 else 'FAIL'}  every test of the guards, with all of them on  {seen}"
    )
    unseen = int(code != 0)
    for name, guard in chosen.items():
        began = time.perf_counter()
        if not stands_once(guard):
            unseen += 1
            print(f"{name:<16} FAIL  its text does not stand exactly once in {guard['file']}", flush=True)
            continue
        by = switched_off(tree, guard)
        unseen += not by
        took = time.perf_counter() - began
        print(f"{name:<16} {'seen' if by else 'UNSEEN'}  {guard['what']}  [{by}]  {took:.1f} s", flush=True)
    return unseen


def changed_bytes(count: int) -> int:
    """Single changed bits all over a sealed paper and every letter of a code. Returns how many passed."""
    from passport.checking.check import check_text
    from passport.errors import Exit
    from passport.keys.trust import Met
    from passport.paper.unwrap import unwrap
    from tests.builders import a_refusal, an_advance_decision
    from tests.checking.papers import MADE_ON, WORDS, a_sealed_paper

    logging.disable()  # the parser complains of every changed byte, and quotes it
    made = a_sealed_paper(an_advance_decision([a_refusal(), a_refusal("haloperidol")]).passport)
    assert unwrap(made.pdf).sealed_whole
    rng = random.Random(7)
    began, passed = time.perf_counter(), 0
    for _ in range(count):
        changed = bytearray(made.pdf)
        changed[rng.randrange(len(changed))] ^= 1 << rng.randrange(8)
        try:
            found = unwrap(bytes(changed))
            passed += found.sealed_whole and found.one_revision
        except Exception:  # noqa: BLE001  # a parser's own complaint: never a pass
            continue
    print(f"{'paper, bits':<16} {count} changed, {passed} passed  {time.perf_counter() - began:.1f} s")
    began, letters, let_through = time.perf_counter(), "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:", 0
    tried = 0
    for place in range(5, len(made.code)):
        for letter in letters:
            if letter != made.code[place]:
                text = made.code[:place] + letter + made.code[place + 1 :]
                let_through += check_text(text, MADE_ON, Met(), WORDS).exit_code == Exit.DONE
                tried += 1
    print(f"{'code, letters':<16} {tried} changed, {let_through} passed  {time.perf_counter() - began:.1f} s")
    return passed + let_through


def prove_goals(names: list[str], *, full: bool) -> int:
    """One line a goal: what, cases, failures, seconds. Returns how many were not reached. A surprise counts as one."""
    missed = skipped = 0
    for name in names:
        what, place = GOALS[name]
        module, _, function = place.partition(":")
        began = time.perf_counter()
        try:
            found = getattr(import_module(module), function)(full)
        except NotHere as missing:
            skipped += 1
            print(f"{name:<16} SKIPPED  {what}: {missing}", flush=True)
            continue
        except Exception as surprise:  # noqa: BLE001  # one goal's fault must not hide the next one
            missed += 1
            print(f"{name:<16} FAIL  {what}: stopped by {type(surprise).__name__}: {surprise}", flush=True)
            continue
        missed += bool(found.failures) or not found.cases
        took = time.perf_counter() - began
        said = "FAIL" if found.failures or not found.cases else "held"
        print(
            f"{name:<16} {said}  {what}: {found.cases} cases, {found.failures} failures, {took:.1f} s  [{found.note}]",
            flush=True,
        )
    print(f"{len(names)} goals: {len(names) - missed - skipped} held, {missed} not, {skipped} skipped.")
    return missed


def main(arguments: list[str]) -> int:
    """``quick`` or ``full``; after that, only what is named."""
    how = arguments[0] if arguments[:1] in (["quick"], ["full"]) else "quick"
    names = arguments[1:] if arguments[:1] == [how] else arguments
    goals = [name for name in GOALS if name in names or "goals" in names or not names]
    every = guards()
    unknown = [name for name in names if name not in {*GOALS, *every, "goals", "guards"}]
    if unknown:
        print(f"No goal and no guard: {', '.join(unknown)}", file=sys.stderr)
        return 2
    sys.stdout = io.TextIOWrapper(sys.stdout.buffer, line_buffering=True)
    missed = prove_goals(goals, full=how == "full") if goals else 0
    chosen = [name for name in every if name in names]
    unseen = 0
    if chosen or "guards" in names or not names:
        with tempfile.TemporaryDirectory() as folder:
            unseen = prove_guards(Path(folder), chosen)
        if how == "full":
            unseen += changed_bytes(5000)
        print("Every guard was seen." if not unseen else f"{unseen} went unseen.")
    return int(bool(unseen or missed))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
