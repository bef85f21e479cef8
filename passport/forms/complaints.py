"""Everything that is wrong with a pack, gathered, so that its writer is told once and not over and over."""

from passport.errors import PackUnreadable


class Complaints:
    """What was found so far, in the order it was met."""

    def __init__(self) -> None:
        self.found: list[PackUnreadable] = []

    def say(self, file: str, at: str, remedy: str) -> None:
        """One more: the file, the key, and what to write."""
        self.found.append(PackUnreadable(file=file, at=at or "-", remedy=remedy))

    def keys_since(self, before: int) -> frozenset[str]:
        """Every step of the keys named since there were so many: what hangs on them cannot be judged."""
        return frozenset(step for one in self.found[before:] for step in str(one.fields["at"]).split("."))

    def raise_first(self) -> None:
        """Raises the first PackUnreadable, if there is one."""
        if self.found:
            raise self.found[0]
