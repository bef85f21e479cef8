"""Makes the vectors again: ``./run vectors``. Refuses to work on a tree with changes, so that a commit shows what a format lost.

With ``--anyway`` it works on any tree, for while a format is being made.
"""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MAKERS = (
    "tests.keys.spoken_vectors",
    "tests.qr.token_vectors",
    "tests.qr.words_vectors",
    "tests.paper.enclosed_vectors",
    "tests.vault.vault_vectors",
    "tests.vault.backup_vectors",
    "tests.vault.open_card_vectors",
    "tests.exchange.helping_vectors",
)


def changed() -> str:
    """What differs from the last commit; empty text where nothing does."""
    done = subprocess.run(
        ["git", "status", "--porcelain"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return done.stdout


def main(arguments: Sequence[str]) -> int:
    if "--anyway" not in arguments and changed():
        print(
            "There are changes here that are not committed. Commit them first, then make the vectors again."
        )
        return 1
    for maker in MAKERS:
        subprocess.run([sys.executable, "-m", maker], cwd=ROOT, check=True)
        print(f"made by {maker}")
    print(changed() or "Every vector came out as it was.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
