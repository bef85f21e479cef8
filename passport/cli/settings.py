"""``settings``: how long it waits before it locks by itself."""

import click

from passport.actions.places import places
from passport.actions.settings import lock_after, read_settings
from passport.cli.opening import json_option, opens_no_vault
from passport.cli.say import Voice, words


@click.command(help=words("lock.settings"))
@click.option("--lock-after", "minutes", metavar="MINUTES", help=words("lock.settings_after"))
@opens_no_vault
@json_option
def settings(*, minutes: str | None, as_json: bool) -> None:
    """Show it, or change it. Raises NotMinutes, NoRoom, NoPermission."""
    file, voice = places().settings, Voice(as_json=as_json)
    chosen = read_settings(file) if minutes is None else lock_after(file, minutes)
    voice.document({"lock_after_minutes": chosen.idle_minutes})
    voice.words("lock.now" if minutes is None else "lock.changed", minutes=chosen.idle_minutes)
