"""What is done to a record while a goal watches, by name; run as a child: ``python -m bench.goals.doing NAME FOLDER``.

The child opens the record, says BEGIN, does it, and says DONE once it has returned; what stops it is told in one sentence.
To add one: a function here, and its name in OPERATIONS.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from bench.goals.made_up import NOW, PASSPHRASE, PLACE, SECTION, cheaply, opened
from passport.actions import answer, recovery
from passport.errors import PassportError
from passport.forms.shelf import shelf
from passport.vault import connection
from passport.vault.vault import Vault
from passport.wording.words import Words

NEW_PASSPHRASE = "marble otter lantern quiver meadow"


def save(vault: Vault) -> None:
    answer.put(vault, shelf(), SECTION, PLACE, "save 1", NOW)


def save_much(vault: Vault) -> None:
    answer.put_all(vault, shelf(), "about_me", {"am_important": "Long words. " * 3000, "am_name": "R H"}, NOW)


def add_entry(vault: Vault) -> None:
    answer.put_all(vault, shelf(), "contacts", {"ct_name": "Kit Marlowe"}, NOW)


def remove_entry(vault: Vault) -> None:
    answer.remove_section(vault, "contacts-3")


def change_passphrase(vault: Vault) -> None:
    recovery.new_passphrase(vault, PASSPHRASE, NEW_PASSPHRASE)


OPERATIONS: dict[str, Callable[[Vault], None]] = {
    "save": save,
    "save_much": save_much,
    "add_entry": add_entry,
    "remove_entry": remove_entry,
    "change_passphrase": change_passphrase,
}


def main(name: str, folder: str, how: str = "") -> int:
    """Do it once. ``without_sync``: as it would be without waiting for the disk, for the control."""
    cheaply()
    if how == "without_sync":
        usual = connection._AFTER_KEY
        off = tuple(one.replace("synchronous = EXTRA", "synchronous = OFF") for one in usual)
        setattr(connection, "_AFTER_KEY", off)  # noqa: B010  # as above
        setattr(os, "fsync", lambda _file: None)  # noqa: B010  # as above
    shelf()
    try:
        vault = opened(Path(folder))
        os.write(1, b"BEGIN\n")
        OPERATIONS[name](vault)
        os.write(1, b"DONE\n")
    except PassportError as stopped:
        os.write(1, b"STOPPED " + Words().error(stopped).encode() + b"\n")
        return stopped.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
