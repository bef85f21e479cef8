"""After a lock the program starts itself again: this very program, wherever the person is."""

import subprocess
import sys
from pathlib import Path


def test_after_a_lock_it_is_this_program_that_starts_and_none_of_the_folder_one_is_in(tmp_path: Path) -> None:
    (tmp_path / "passport.py").write_text("print('another program')")
    again = "from pathlib import Path; from passport.actions.leaving import start_again; start_again(Path('x'), '--version')"
    ran = subprocess.run(
        [sys.executable, "-P", "-c", again], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert "another program" not in ran.stdout
    assert "version" in ran.stdout
