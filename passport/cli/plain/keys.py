"""Recovery words and the passphrase in plain lines: shown, typed back, made new."""

import secrets
from datetime import date

from passport.actions import recovery
from passport.actions.advice import said_of
from passport.actions.places import place_typed
from passport.actions.sheets import write_recovery_sheet
from passport.cli.plain.session import Session
from passport.cli.plain.talk import Talk, Way
from passport.cli.plain.ways import asks_for_sheet
from passport.errors import PassportError
from passport.keys.recovery import Rows

PRINT = "print"


def write_down(talk: Talk, rows: Rows, today: date) -> None:
    """Shown once, and one row typed back; ``b`` shows them again, and ``print`` makes a page of them. Raises Leave."""
    number = secrets.randbelow(len(rows))
    shown = False
    while True:
        if not shown:
            talk.heading(talk.words("screens.recovery.title"))
            talk.say("screens.recovery.what")
            for count, row in enumerate(rows, 1):
                talk.line(f"{count} {' '.join(row)}")
            talk.say("screens.recovery.keep")
            talk.say("plain.print_how")
            shown = True
        talk.say("screens.recovery.type_back", row=number + 1)
        talk.say("plain.type_back_how")
        typed = talk.ask(home=False)
        if typed is Way.BACK:
            shown = False
            continue
        if not isinstance(typed, Way) and typed.strip().lower() == PRINT:
            _print(talk, rows, today)
            continue
        said = [] if isinstance(typed, Way) else [word.strip(".,;:|").lower() for word in typed.split()]
        if tuple(word for word in said if not word.isdigit()) == rows[number]:
            talk.say("plain.recovery_right")
            return
        talk.say("plain.not_this_row", row=number + 1)


def _print(talk: Talk, rows: Rows, today: date) -> None:
    """A page to print, where the person says. What stops us is said, and the words can still be written down."""
    place = asks_for_sheet(talk)
    if place:
        try:
            path = write_recovery_sheet(place_typed(place), rows, today, talk.words)
        except PassportError as error:
            talk.line(talk.words.error(error))
            return
        talk.say("ways.sheet_written", file=path)
        talk.say("ways.sheet_delete")


def new_recovery_words(session: Session) -> None:
    """New words, once the passphrase is typed; the old ones stop working. Raises WrongPassphrase, Leave."""
    talk = session.talk
    talk.heading(session.words("screens.new_keys.words"))
    talk.say("screens.new_keys.words_how")
    today = session.today()
    rows = recovery.new_recovery_words(session.vault, talk.secret("screens.new_keys.now"), today)
    write_down(talk, rows, today)
    recovery.written_down(session.vault)


def new_passphrase(session: Session) -> None:
    """Another passphrase; the recovery words stay. Raises WrongPassphrase, WeakPassphrase, Leave."""
    talk = session.talk
    talk.heading(session.words("screens.new_keys.passphrase"))
    talk.say("screens.new_keys.passphrase_how")
    old = talk.secret("screens.new_keys.now")
    new = talk.secret("screens.new_keys.new")
    for sentence in said_of(new, session.words):
        talk.line(sentence)
    recovery.new_passphrase(session.vault, old, new, session.today())
    talk.say("screens.new_keys.changed")
    talk.let_read()
