"""What every error is, and the exit codes of every command."""

from enum import IntEnum


class Exit(IntEnum):
    """Exit codes of every command: a contract that scripts use."""

    DONE = 0
    FOUND = 1
    """Found by ``check`` (changed, broken, older, stopped, not ours) or by ``forms check``."""
    USAGE = 2
    CANNOT_OPEN = 3
    REFUSED = 4
    NO_ROOM = 5


class PassportError(Exception):
    """Something stopped us. ``fields`` fill the gaps in the sentence that wording holds for this class."""

    exit_code = Exit.CANNOT_OPEN

    def __init__(self, **fields: str | int) -> None:
        super().__init__(type(self).__name__)
        self.fields = fields
