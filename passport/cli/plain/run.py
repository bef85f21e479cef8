"""Open the program in plain lines: the first run or the passphrase, then home, until the person goes."""

import gc
import io
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime

from passport.actions.advice import advice_on
from passport.actions.demo import papers_beside, take_away
from passport.actions.drafts import Here, keep_drafts, take_locked_place
from passport.actions.helping import finish, helping
from passport.actions.laid_out import take_away as take_away_laid_out
from passport.actions.laid_out import take_away_leftovers
from passport.actions.leaving import start_again, wipe_terminal
from passport.actions.news import is_news
from passport.actions.places import Places
from passport.actions.repair import DAMAGE
from passport.actions.settings import read_settings
from passport.actions.unlock import Opened, open_with_words, unlock
from passport.cli.plain.damaged import damaged
from passport.cli.plain.first_run import first_run
from passport.cli.plain.help_out import help_home, open_or_leave
from passport.cli.plain.home import at_home
from passport.cli.plain.session import Session
from passport.cli.plain.support import support
from passport.cli.plain.talk import SUPPORT, Leave, Talk
from passport.cli.plain.watch import Watch
from passport.cli.plain.ways import open_by_shares
from passport.cli.say import Voice, words
from passport.errors import (
    Exit,
    NoShares,
    NotEnoughShares,
    PassphraseTaken,
    PassportError,
    SharesNotOurs,
    WeakPassphrase,
    WrongPassphrase,
    WrongRecoveryWords,
)
from passport.forms.shelf import shelf
from passport.record.answers import Place
from passport.vault.vault import Vault

_MOST_TRIES = 10


def run(at: Places, clock: Callable[[], datetime]) -> int:
    """The whole program in plain lines. Returns the exit code."""
    gc.enable()  # it was off since ``__main__``: see there
    with suppress(AttributeError, io.UnsupportedOperation):  # after a lock it is set already
        sys.stdin.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    talk = Talk(Voice(), words, lambda talk: support(talk, at.vault))
    for name in ("SIGHUP", "SIGTERM"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), lambda _signal, _frame: talk.no_more())
    vault: Vault | None = None
    session: Session | None = None
    watch = Watch(talk, lambda: read_settings(at.settings).idle_minutes)
    hide, fresh, kept = False, at.bundle is None and not at.vault.exists(), True
    try:
        at, vault = _begin(talk, at, clock)
        _tell_leftovers(talk)
        if vault is None:
            fresh, vault = False, _unlock(talk, at, clock())
        session = Session(at, vault, shelf(), words, talk, clock)
        session.news = is_news(at.settings)[0]
        session.tour = fresh and papers_beside(at.vault) is not None
        watch.begin()
        opens = at_home if helping(vault) is None else help_home
        opens(session, take_locked_place(vault))
    except Leave as leaving:
        hide = leaving.hide
    except PassportError as error:
        return _stopped(talk, at, error, clock) if vault is None else _told(talk, error)
    finally:
        watch.end()
        at, vault = (at, vault) if session is None else (session.at, session.vault)
        if vault is not None:
            kept = _close(vault, session.here if session is not None else None, locked=hide)
        if not hide:
            _take_off(talk, at, session)
    if hide:
        wipe_terminal()
        return _hidden(at, clock) if vault is not None else Exit.DONE
    talk.say("plain.goodbye" if vault is not None and kept else "plain.closed")
    return Exit.DONE if vault is not None or fresh else Exit.CANNOT_OPEN


def _begin(talk: Talk, at: Places, clock: Callable[[], datetime]) -> tuple[Places, Vault | None]:
    """What is open at first: what somebody asks help with, what a first run made, or nothing yet. Raises Leave."""
    if at.bundle is not None:
        return open_or_leave(talk, at, clock())
    if not at.vault.exists():
        return first_run(talk, at, shelf(), clock())
    talk.say("plain.hello")
    return at, None


def _take_off(talk: Talk, at: Places, session: Session | None) -> None:
    """What goes with its screen: a made-up person, and what somebody finished helping with."""
    with suppress(OSError):
        take_away(at.vault)
    if session is not None and session.finished:
        finish(at.vault)
        talk.say("helping.done")
        talk.say("helping.done_disk")


def _told(talk: Talk, error: PassportError) -> int:
    talk.line(words.error(error))
    return error.exit_code


def _stopped(talk: Talk, at: Places, error: PassportError, clock: Callable[[], datetime]) -> int:
    """What stopped it from opening; where that is damage, what helps is offered."""
    if not isinstance(error, DAMAGE):
        return _told(talk, error)
    try:
        damaged(talk, at.vault, error, clock())
    except Leave:
        return error.exit_code
    except PassportError as further:
        return _told(talk, further)
    return error.exit_code


def _unlock(talk: Talk, at: Places, now: datetime) -> Vault:
    """The passphrase, or the recovery words. Raises VaultError for what cannot be tried again, and Leave."""
    for _ in range(_MOST_TRIES):
        while (typed := talk.secret("plain.passphrase")).strip().lower() == SUPPORT:
            support(talk, at.vault)
        try:
            way = _OTHER_WAYS.get(typed.strip().lower())
            opened = unlock(at.vault, typed, now, at.seen) if way is None else _recover(way, talk, at, now)
        except (WrongPassphrase, WrongRecoveryWords, NotEnoughShares, NoShares, SharesNotOurs) as error:
            talk.line(words.error(error))
            talk.say("plain.forgot")
        else:
            break
    else:
        raise Leave
    if of_copy := opened.copy.told(words):
        talk.line(of_copy)
    if opened.vault.backup_trouble is not None:
        talk.say("backups.own_trouble")
    return opened.vault


def _by_words(talk: Talk, at: Places, now: datetime) -> Opened:
    return open_with_words(at.vault, talk.secret("plain.recovery").split(), now, at.seen)


_OTHER_WAYS = {"recover": _by_words, "shares": open_by_shares}
"""What a person types in place of a passphrase that they forgot."""


def _recover(way: Callable[..., Opened], talk: Talk, at: Places, now: datetime) -> Opened:
    """The words or the shares first, then a new passphrase until one is strong enough. Raises what the way does, and Leave."""
    opened = way(talk, at, now)
    try:
        while True:
            typed = talk.secret("plain.new_passphrase")
            try:
                opened.vault.change_passphrase(typed, now.date())
            except (WeakPassphrase, PassphraseTaken) as error:
                talk.line(words.error(error))
                for sentence in advice_on(typed, words):
                    talk.line(sentence)
            else:
                return opened
    except BaseException:
        opened.vault.close()
        raise


def _tell_leftovers(talk: Talk) -> None:
    """Copies of kept files that were left open by a program that was killed are gone now, and that is said."""
    if count := take_away_leftovers():
        talk.say("kept.leftover", count=count)


def _close(vault: Vault, here: tuple[str, Place] | None, *, locked: bool) -> bool:
    """Remember where the person was, if they hid it, and close. Whether anything can be saved there still."""
    take_away_laid_out()
    try:
        keep_drafts(vault, [Here(*here)] if here is not None else [], locked=locked)
    except PassportError:
        return False
    finally:
        vault.close()
    return True


def _hidden(at: Places, clock: Callable[[], datetime]) -> int:
    """On a terminal, a fresh program, so that no word stays in memory."""
    if sys.stdin.isatty():
        start_again(at.vault, "--plain")
    return run(at, clock)
