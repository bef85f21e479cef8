"""Leave no traces: nothing that Textual or the system would write down by itself.

Textual can write the screen to a file when told so by a variable, and a crash can leave the memory in a file.
"""

import os
import sys


def leave_no_traces() -> None:
    """Before anything is done: drop Textual's variables, let no core file be written, and make files for their owner only."""
    for name in [one for one in os.environ if one.startswith("TEXTUAL") or one == "PYTHONFAULTHANDLER"]:
        del os.environ[name]
    if sys.platform != "win32":
        os.umask(0o077)
        import resource

        _soft, hard = resource.getrlimit(resource.RLIMIT_CORE)
        resource.setrlimit(resource.RLIMIT_CORE, (0, hard))
