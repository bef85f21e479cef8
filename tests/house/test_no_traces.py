"""Nothing is written down by itself: no core file, no screen in a file, and what is made is for its owner only."""

import os
import subprocess
import sys
from pathlib import Path

SHOWS = """
import os, resource, sys
from passport import __main__ as start
sys.argv = ["passport", "--version"]
try:
    start.main()
except SystemExit:
    pass
print(resource.getrlimit(resource.RLIMIT_CORE)[0], oct(os.umask(0)), sorted(one for one in os.environ if "TEXTUAL" in one))
"""


def test_every_start_of_the_program_leaves_no_traces(tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "TEXTUAL": "devtools",
        "TEXTUAL_SCREENSHOT": "1",
        "TEXTUAL_LOG": str(tmp_path / "log"),
    }
    done = subprocess.run(
        [sys.executable, "-c", SHOWS], env=environment, capture_output=True, text=True, check=True
    )
    core, mask, left = done.stdout.splitlines()[-1].split(" ", 2)
    assert core == "0"
    assert mask == "0o77"
    assert left == "[]"
    assert list(tmp_path.iterdir()) == []
