"""The wheel holds everything that the program reads: every pack, every sentence, fonts, styles, words."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from bench.lock_agrees import ROOT
from passport.forms.shelf import packs_folder, shelf


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (made,) = folder.glob("*.whl")
    return made


def test_the_wheel_holds_every_pack_and_every_file_of_the_program(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    ours = {
        f"passport/{path.relative_to(ROOT / 'passport').as_posix()}"
        for path in (ROOT / "passport").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    packs = {
        f"passport/forms/packs/{path.relative_to(ROOT / 'forms').as_posix()}"
        for path in (ROOT / "forms").rglob("*.toml")
    }
    assert ours - inside == set()
    assert packs - inside == set()
    assert len(packs) > 20
    assert any(one.endswith(".ttf") for one in inside)
    assert any("/OFL-" in one for one in inside)


def test_packs_are_found_inside_the_package_and_beside_it(wheel: Path, tmp_path: Path) -> None:
    """An installed wheel reads them from inside; this checkout reads ``forms/`` as it stands."""
    assert (packs_folder() / "about_me" / "pack.toml").read_text() == (
        ROOT / "forms/about_me/pack.toml"
    ).read_text()
    zipfile.ZipFile(wheel).extractall(tmp_path)
    says = "from passport.forms.shelf import packs_folder, shelf; print(packs_folder()); print(len(shelf().packs))"
    done = subprocess.run(
        [sys.executable, "-c", says],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path), "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    where, count = done.stdout.split()
    assert where.startswith(str(tmp_path))
    assert int(count) == len(shelf().packs)
