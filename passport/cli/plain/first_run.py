"""The first run in plain lines: what this is, a name, a passphrase, and the recovery words typed back."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from passport.actions.advice import said_of
from passport.actions.begin import begin
from passport.actions.demo import PASSPHRASE, look_around, place_to_look_around
from passport.actions.places import Places, is_portable, place_typed, places
from passport.actions.recovery import written_down
from passport.actions.unlock import make
from passport.cli.plain.check import check_paper
from passport.cli.plain.help_out import open_bundle
from passport.cli.plain.keys import write_down
from passport.cli.plain.talk import Talk, Way
from passport.errors import PassportError, WeakPassphrase
from passport.forms.shelf import Shelf
from passport.keys.passphrase import new_passphrase
from passport.vault.folder import look_at_folder
from passport.vault.vault import Vault

WAYS = ("start", "open", "check", "look", "help")


def first_run(talk: Talk, at: Places, shelf: Shelf, now: datetime) -> tuple[Places, Vault | None]:
    """Where the record is, and the record if it is open now. Raises Leave."""
    while True:
        talk.heading(talk.words("screens.welcome.title"))
        for key in ("what", "where", "limits"):
            talk.say(f"screens.welcome.{key}")
        way = talk.pick([talk.words(f"screens.welcome.{one}") for one in WAYS], home=False)
        if way == WAYS.index("start"):
            if (vault := _start(talk, at, shelf, now)) is not None:
                return at, vault
        elif way == WAYS.index("open"):
            if (folder := _other_folder(talk)) is not None:
                return places(folder) if is_portable(folder) else replace(at, vault=folder), None
        elif way == WAYS.index("check"):
            check_paper(talk, at, now.date)
        elif way == WAYS.index("help") and (opened := open_bundle(talk, at, now)) is not None:
            return opened
        elif way == WAYS.index("look"):
            return _look(talk, at, shelf, now)


def _look(talk: Talk, at: Places, shelf: Shelf, now: datetime) -> tuple[Places, Vault]:
    talk.say("screens.made_up.what")
    talk.say("screens.made_up.passphrase", passphrase=PASSPHRASE)
    talk.say("screens.made_up.making")
    at = replace(at, vault=place_to_look_around())
    return at, look_around(at.vault, shelf, now)


def _other_folder(talk: Talk) -> Path | None:
    """Where a record is, or None where the person goes back or there is none. Raises Leave."""
    talk.say("screens.open_other.how")
    typed = talk.ask(home=False)
    if isinstance(typed, Way) or not typed.strip():
        return None
    folder = place_typed(typed)
    try:
        look_at_folder(folder)
    except PassportError as error:
        talk.line(talk.words.error(error))
        return None
    return folder


def _start(talk: Talk, at: Places, shelf: Shelf, now: datetime) -> Vault | None:
    talk.heading(talk.words("screens.make.name"))
    talk.say("screens.make.name_how")
    typed = talk.ask(home=False)
    if typed is Way.BACK:
        return None
    name = "" if isinstance(typed, Way) else typed.strip()
    talk.heading(talk.words("screens.make.passphrase"))
    offered = new_passphrase()
    talk.say("plain.offered", passphrase=offered)
    while True:
        passphrase = talk.secret("plain.own_passphrase") or offered
        for sentence in said_of(passphrase, talk.words):
            talk.line(sentence)
        try:
            vault, rows = make(at.vault, passphrase, now)
            break
        except WeakPassphrase as error:
            talk.line(talk.words.error(error))
        except PassportError as error:
            talk.line(talk.words.error(error))
            return None
    begin(vault, shelf, name, now)
    write_down(talk, rows, now.date())
    written_down(vault)
    return vault
