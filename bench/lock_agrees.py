"""Whether requirements.lock pins everything pyproject.toml asks for, with hashes and no host. Exits 1 if not."""

import re
import sys
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent


def asked_for(pyproject: dict[str, object]) -> list[Requirement]:
    """Every requirement of the program, its build and its tests."""
    project, groups, build = pyproject["project"], pyproject["dependency-groups"], pyproject["build-system"]
    assert isinstance(project, dict)
    assert isinstance(groups, dict)
    assert isinstance(build, dict)
    return [Requirement(line) for line in [*project["dependencies"], *groups["dev"], *build["requires"]]]


def disagreements(lock: str, requirements: list[Requirement]) -> list[str]:
    """One sentence for each way the lock and the project differ."""
    pins = dict(re.findall(r"^([a-z0-9][\w.-]*)==([^\s;\\]+)", lock, flags=re.MULTILINE))
    found = [f"the lock names a host: {line.strip()}" for line in lock.splitlines() if "://" in line]
    for requirement in requirements:
        pinned = pins.get(canonicalize_name(requirement.name))
        if pinned is None or not requirement.specifier.contains(pinned):
            found.append(f"{requirement} is not what the lock pins ({pinned})")
    blocks = re.split(r"^(?=[a-z0-9][\w.-]*==)", lock, flags=re.MULTILINE)[1:]
    found += [f"no hash for {block.split()[0]}" for block in blocks if "--hash=sha256:" not in block]
    return found


if __name__ == "__main__":
    problems = disagreements(
        (ROOT / "requirements.lock").read_text(encoding="utf-8"),
        asked_for(tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))),
    )
    print("\n".join(problems) or "The lock agrees with pyproject.toml.")
    sys.exit(bool(problems))
