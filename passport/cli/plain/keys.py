"""Recovery words and the passphrase in plain lines: shown, typed back, made new."""

import secrets

from passport.actions import recovery
from passport.cli.plain.session import Session
from passport.cli.plain.talk import Talk, Way
from passport.keys.recovery import Rows


def write_down(talk: Talk, rows: Rows) -> None:
    """Shown once, and one row typed back; ``b`` shows them again. Raises Leave."""
    number = secrets.randbelow(len(rows))
    shown = False
    while True:
        if not shown:
            talk.heading(talk.words("screens.recovery.title"))
            talk.say("screens.recovery.what")
            for count, row in enumerate(rows, 1):
                talk.line(f"{count} {' '.join(row)}")
            talk.say("screens.recovery.keep")
            shown = True
        talk.say("screens.recovery.type_back", row=number + 1)
        talk.say("plain.type_back_how")
        typed = talk.ask(home=False)
        if typed is Way.BACK:
            shown = False
            continue
        said = [] if isinstance(typed, Way) else [word.strip(".,;:|").lower() for word in typed.split()]
        if tuple(word for word in said if not word.isdigit()) == rows[number]:
            talk.say("plain.recovery_right")
            return
        talk.say("plain.not_this_row", row=number + 1)


def new_recovery_words(session: Session) -> None:
    """New words, once the passphrase is typed; the old ones stop working. Raises WrongPassphrase, Leave."""
    talk = session.talk
    talk.heading(session.words("screens.new_keys.words"))
    talk.say("screens.new_keys.words_how")
    rows = recovery.new_recovery_words(session.vault, talk.secret("screens.new_keys.now"))
    write_down(talk, rows)
    recovery.written_down(session.vault)


def new_passphrase(session: Session) -> None:
    """Another passphrase; the recovery words stay. Raises WrongPassphrase, WeakPassphrase, Leave."""
    talk = session.talk
    talk.heading(session.words("screens.new_keys.passphrase"))
    talk.say("screens.new_keys.passphrase_how")
    old = talk.secret("screens.new_keys.now")
    recovery.new_passphrase(session.vault, old, talk.secret("screens.new_keys.new"))
    talk.say("screens.new_keys.changed")
    talk.let_read()
