"""``settings``: how long it waits before it locks by itself, how it looks and starts, and its keys."""

import click

from passport.actions import settings as chosen
from passport.actions.places import places
from passport.cli.opening import json_option, opens_no_vault
from passport.cli.say import Voice, words
from passport.errors import NotAKey

_STARTS = ("plain", "full")


@click.command(help=words("lock.settings"))
@click.option("--lock-after", "minutes", metavar="MINUTES", help=words("lock.settings_after"))
@click.option("--look", metavar="LOOK", help=words("looks.command_look"))
@click.option("--start", type=click.Choice(_STARTS), help=words("looks.command_start"))
@click.option("--key", "keys", metavar="WHAT=KEY", multiple=True, help=words("looks.command_key"))
@opens_no_vault
@json_option
def settings(
    *, minutes: str | None, look: str | None, start: str | None, keys: tuple[str, ...], as_json: bool
) -> None:
    """Show them, or change them. Raises NotMinutes, NotALook, NotAKey, KeyTaken, NoRoom, NoPermission."""
    file, voice = places().settings, Voice(as_json=as_json)
    if minutes is not None:
        chosen.lock_after(file, minutes)
    if look is not None:
        chosen.look(file, look)
    if start is not None:
        chosen.start_plain(file, plain=start == "plain")
    for one in keys:
        what, told, key = one.partition("=")
        if not told:
            raise NotAKey
        chosen.another_key(file, what, key)
    now = chosen.read_settings(file)
    starts = _STARTS[not now.plain]
    voice.document(
        {
            "lock_after_minutes": now.idle_minutes,
            "look": now.theme,
            "start": starts,
            "keys": {
                what: [chosen.key_name(key) for key in chosen.keys_for(now, what)] for what in chosen.KEYS
            },
        }
    )
    voice.words("lock.now" if minutes is None else "lock.changed", minutes=now.idle_minutes)
    voice.words("looks.command_now", look=now.theme, start=starts)
    for what in chosen.KEYS:
        voice.line(f"{words(f'screens.keys.{what}')}: {chosen.keys_in_words(now, what, words)}")
