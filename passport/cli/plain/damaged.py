"""A damaged record, in plain lines: what is wrong, what helps, and doing it."""

from datetime import date, datetime
from pathlib import Path

from passport.actions import back_up, repair
from passport.cli.plain.talk import Talk
from passport.errors import PassportError
from passport.forms.dates import show_date
from passport.forms.shelf import shelf


def damaged(talk: Talk, folder: Path, error: PassportError, now: datetime) -> None:
    """Tell, and offer the last good backup and saving what can be read. Raises Leave and what the actions do."""
    words = talk.words
    found = repair.what_helps(folder, error, words)
    talk.heading(words("repair.title"))
    talk.line(words.error(error))
    for line in found.lines:
        talk.line(line)
    ways = [words("repair.bring_back", date=found.backup_made)] if found.backup is not None else []
    ways += [words("repair.save")] if found.can_save else []
    if not ways:
        return
    talk.say("repair.choose")
    picked = talk.pick(ways)
    if not isinstance(picked, int):
        return
    typed = talk.secret("repair.passphrase")
    if picked == 0 and found.backup is not None:
        back = back_up.restore(found.backup, folder, typed, now, set_aside=True)
        made: date = back.made_on.date()
        talk.say("repair.brought_back", made=show_date(made.isoformat()), answers=back.answers)
        talk.say("repair.set_aside", folder=back.set_aside)
        return
    done = repair.salvage(folder, typed, folder, now)
    for line in repair.said(done, shelf(), words):
        talk.line(line)
    from passport.cli.plain.keys import write_down

    write_down(talk, done.recovery_words, now.date())
