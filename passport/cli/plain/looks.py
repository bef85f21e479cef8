"""How the full screen looks, how the program starts, and another key, in plain lines."""

from passport.actions import settings
from passport.cli.plain.session import Session
from passport.cli.plain.talk import Way


def looks(session: Session) -> None:
    """One numbered list of all of it; Enter leaves it. Raises NotAKey, KeyTaken, NoRoom, NoPermission, Leave."""
    talk, words, at = session.talk, session.words, session.at.settings
    now = settings.read_settings(at)
    starts = {"full": not now.plain, "plain": now.plain}
    rows = [
        *(
            (words("screens.find.theme", theme=words(f"screens.find.{one}")), one == now.theme)
            for one in settings.THEMES
        ),
        *((words(f"looks.{one}"), chosen) for one, chosen in starts.items()),
        *(
            (f"{words(f'screens.keys.{one}')}: {settings.keys_in_words(now, one, words)}", False)
            for one in settings.KEYS
        ),
    ]
    talk.heading(words("looks.title"))
    talk.say("looks.keys_why")
    talk.say("looks.pick_how")
    picked = talk.pick([words("looks.chosen", row=row) if chosen else row for row, chosen in rows])
    if picked is None or isinstance(picked, Way):
        return
    if picked < len(settings.THEMES):
        settings.look(at, settings.THEMES[picked])
    elif (start := picked - len(settings.THEMES)) < len(starts):
        settings.start_plain(at, plain=list(starts)[start] == "plain")
    else:
        what = list(settings.KEYS)[start - len(starts)]
        talk.say("looks.key_title", what=words(f"screens.keys.{what}"))
        talk.say("looks.key_how")
        typed = talk.ask()
        if isinstance(typed, Way):
            return
        settings.another_key(at, what, typed)
    talk.say("looks.changed")
    talk.let_read()
