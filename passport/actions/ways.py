"""The ways into a record: which there are, a second person's passphrase, and recovery shares for people one trusts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from passport.errors import NameWanted
from passport.forms.dates import show_date
from passport.keys.ways import PASSPHRASE, SECOND, SHARES
from passport.record.answers import one_line
from passport.vault.vault import Vault
from passport.vault.ways_in import WayIn
from passport.wording.words import Words


@dataclass(frozen=True, slots=True)
class ShareGiven:
    """One person's share, as it is shown once."""

    number: int
    """From 1; it stands on the sheet in place of the name."""
    name: str
    line: str


def ways_in(vault: Vault) -> tuple[WayIn, ...]:
    """Every way in, the person's own passphrase first. Raises KeysDamaged."""
    return vault.ways_in()


def told(way: WayIn, words: Words) -> str:
    """One way in, as a line: what it is, whose, and since when."""
    what = words(f"ways.{way.kind}", name=_names(way.names, words), need=way.need, count=len(way.names))
    since = words("ways.since", date=show_date(way.made_on.isoformat())) if way.made_on else ""
    return " ".join(part for part in (what, since) if part)


def last_opened(vault: Vault, words: Words) -> str:
    """Who opened it before this, and by which way in. Empty where nobody did."""
    if vault.last_opened is None:
        return ""
    kind, name = vault.last_way
    at = show_date(vault.last_opened[0][:10])
    return words(f"ways.opened_{kind or 'somehow'}", date=at, name=name or words("ways.no_name"))


def opened_by_another(vault: Vault, words: Words) -> str:
    """The same, where it was not by the person's own passphrase: that is worth a word at home. Else empty."""
    return "" if vault.last_way[0] in {"", PASSPHRASE} else last_opened(vault, words)


def add_second(vault: Vault, passphrase: str, name: str, theirs: str, on: date) -> None:
    """A passphrase of their own for a second person, in place of the one there was. ``passphrase`` is the owner's.

    Raises NameWanted, WeakPassphrase, WrongPassphrase, PassphraseTaken, NoRoom, NoPermission.
    """
    vault.set_second(passphrase, _named([name])[0], theirs, on)


def remove_second(vault: Vault, passphrase: str) -> None:
    """The second person's passphrase opens nothing any more. Raises WrongPassphrase, WayNotThere, NoRoom, NoPermission."""
    vault.remove_way(passphrase, SECOND)


def make_shares(
    vault: Vault, passphrase: str, need: int, names: Sequence[str], on: date
) -> tuple[ShareGiven, ...]:
    """A share for each name, in place of all there were; any ``need`` of them open the record together.

    Raises NameWanted, ShareWanted, WrongPassphrase, NoRoom, NoPermission.
    """
    each = _named(names)
    lines = vault.make_shares(passphrase, need, each, on)
    return tuple(
        ShareGiven(number, name, line) for number, (name, line) in enumerate(zip(each, lines, strict=True), 1)
    )


def remove_shares(vault: Vault, passphrase: str) -> None:
    """The shares open nothing any more. Raises WrongPassphrase, WayNotThere, NoRoom, NoPermission."""
    vault.remove_way(passphrase, SHARES)


def names_in(typed: str) -> tuple[str, ...]:
    """Names out of a line with commas between them."""
    return tuple(name.strip() for name in typed.split(",") if name.strip())


def rows_of(line: str, a_row: int = 4) -> tuple[str, ...]:
    """A share in numbered rows, so that it can be copied by hand. It is read with the numbers or without."""
    each = line.split()
    rows = [each[at : at + a_row] for at in range(0, len(each), a_row)]
    return tuple(f"{number} {' '.join(row)}" for number, row in enumerate(rows, 1))


def _named(names: Sequence[str]) -> tuple[str, ...]:
    each = tuple(one_line(name) for name in names)
    if not all(each) or len(set(each)) != len(each):
        raise NameWanted
    return each


def _names(names: Sequence[str], words: Words) -> str:
    return ", ".join(names) or words("ways.no_name")
