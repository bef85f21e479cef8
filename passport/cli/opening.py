"""What every command that opens the record has in common: where it is, the passphrase, today's date."""

import contextlib
import functools
import getpass
import os
import sys
import warnings
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from passport.actions.places import places
from passport.cli.say import Voice, complain, words
from passport.cli.typed_path import a_path
from passport.errors import FileMissing, FileUnreadable, NotADate, NoTerminal
from passport.forms.dates import read_date

PASSPHRASE_FILE = "PASSPORT_PASSPHRASE_FILE"  # noqa: S105  # the name of a variable
_LONGEST_PASSPHRASE = 10_000
_YEARS = range(1970, 9999)
"""What every part of us can count with: a code's dates begin in 1970, and papers plan a year ahead."""

vault_option = click.option("--vault", "vault_folder", type=a_path, help=words("commands.vault"))
passphrase_option = click.option("--passphrase-file", type=a_path, help=words("commands.passphrase_file"))
vault_unused = click.option("--vault", type=a_path, hidden=True, expose_value=False)
passphrase_unused = click.option("--passphrase-file", type=a_path, hidden=True, expose_value=False)
today_option = click.option("--today", "today_words", metavar="DATE", help=words("commands.today"))
json_option = click.option("--json", "as_json", is_flag=True, help=words("commands.json"))
entry_option = click.option("--entry", metavar="ID", help=words("commands.entry"))


def opens_no_vault(command: Callable[..., Any]) -> Callable[..., Any]:
    """A command that opens no record. It takes the options that every command takes, and has no use for them."""
    return vault_unused(passphrase_unused(command))


def day(today_words: str | None) -> date:
    """The date a command works with. Raises NotADate."""
    if today_words is None:
        return datetime.now(UTC).date()
    edtf = read_date(today_words, datetime.now(UTC).date())
    if edtf is None or len(edtf) != len("2026-11-23"):
        raise NotADate(words=today_words[:40])
    found = date.fromisoformat(edtf)
    if found.year not in _YEARS:
        raise NotADate(words=today_words[:40])
    return found


def moment(today: date) -> datetime:
    """This moment, on that date: what a save made by a command is stamped with."""
    return datetime.combine(today, datetime.now(UTC).time(), UTC)


def passphrase(file: Path | None) -> str:
    """The passphrase: from a file, the variable, or typed. Raises as ``secret``."""
    named = file or (Path(os.environ[PASSPHRASE_FILE]) if os.environ.get(PASSPHRASE_FILE) else None)
    return secret(named, "passphrase")


def secret(file: Path | None, what: str) -> str:
    """``passphrase``, ``new_passphrase`` or ``words``: from a file, or typed and not shown where there is a terminal.

    Raises FileMissing, FileUnreadable, NoTerminal.
    """
    if file is not None:
        return read_text(file, _LONGEST_PASSPHRASE).rstrip("\r\n")
    if sys.stdin.isatty():
        with contextlib.suppress(getpass.GetPassWarning), warnings.catch_warnings():
            warnings.simplefilter("error", getpass.GetPassWarning)  # else it is typed for all to see
            return getpass.getpass(words(f"commands.ask_{what}") + " ")
    raise NoTerminal(remedy=words(f"commands.no_{what}"))


def read_text(path: Path, most: int) -> str:
    """A text file, or standard input for ``-``. Raises FileMissing, FileUnreadable."""
    try:
        if str(path) == "-":
            data = sys.stdin.buffer.read(most + 1)
        else:
            with path.open("rb") as file:
                data = file.read(most + 1)
    except OSError:
        raise FileMissing(file=path.name) from None
    if len(data) > most:
        raise FileUnreadable(file=path.name, remedy=words("commands.too_big"))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise FileUnreadable(file=path.name, remedy=words("commands.not_text")) from None


def typed_line(what: str) -> str:
    """A line typed at the terminal, in view. Raises NoTerminal."""
    if not sys.stdin.isatty():
        raise NoTerminal(remedy=words(f"commands.no_{what}"))
    complain(words(f"commands.ask_{what}"))
    return input("> ")


def new_secret(file: Path | None, what: str) -> str:
    """A passphrase that somebody chooses now: as ``secret``, and what would make it stronger is said."""
    from passport.actions.advice import advice_on

    chosen = secret(file, what)
    for sentence in advice_on(chosen, words):
        complain(sentence)
    return chosen


def opens_vault(command: Callable[..., Any]) -> Callable[..., Any]:
    """A command with the record open: it is called with ``vault``, ``now`` and ``voice`` and its own options."""
    return _with_vault(command, tells_passphrase=False)


def changes_ways(command: Callable[..., Any]) -> Callable[..., Any]:
    """The same for a command that changes what opens the record: it gets the ``passphrase`` that was typed, too."""
    return _with_vault(command, tells_passphrase=True)


def _with_vault(command: Callable[..., Any], *, tells_passphrase: bool) -> Callable[..., Any]:
    @vault_option
    @passphrase_option
    @today_option
    @json_option
    @functools.wraps(command)
    def with_vault(
        *,
        vault_folder: Path | None,
        passphrase_file: Path | None,
        today_words: str | None,
        as_json: bool,
        **options: object,
    ) -> object:
        from passport.actions.unlock import unlock  # only commands that open the record pay for this

        at = places(vault_folder)
        now = moment(day(today_words))
        voice = Voice(as_json=as_json)
        typed = passphrase(passphrase_file)
        opened = unlock(at.vault, typed, now, at.seen)
        try:
            if opened.older_by:
                voice.words("commands.older_copy", count=opened.older_by)
            told = {"passphrase": typed} if tells_passphrase else {}
            done = command(vault=opened.vault, now=now, voice=voice, **told, **options)
            if opened.vault.backup_trouble is not None:
                voice.words("backups.own_trouble")
            return done
        finally:
            opened.vault.close()

    return with_vault
