"""``passport open-card``: a few lines that anyone may read without unlocking. Without any, it shows what could be chosen."""

from datetime import datetime

import click

from passport.actions import open_card as acting
from passport.cli.opening import opens_vault
from passport.cli.say import Voice, words
from passport.forms.shelf import shelf
from passport.vault.vault import Vault


@click.command("open-card", help=f"{words('open_card.command')} {words('chosen.offer')}")
@click.option("--line", "lines", multiple=True, metavar="TEXT", help=words("open_card.option"))
@click.option("--off", is_flag=True, help=words("open_card.off_option"))
@opens_vault
def open_card(*, vault: Vault, now: datetime, voice: Voice, lines: tuple[str, ...], off: bool) -> None:
    """Put lines out, take them away, or say how it stands and what may be chosen."""
    del now
    if off and lines:
        raise click.UsageError(words("open_card.one_of_both"))
    if off:
        acting.switch_off(vault)
        voice.document({"on": False, "lines": []})
        voice.words("open_card.off_done")
        for one in acting.cannot_reach(words):
            voice.line(one)
    elif lines:
        out = acting.put_out(vault, shelf(), lines, words)
        voice.document({"on": True, "lines": list(out)})
        _say(voice, out)
        for one in acting.notes(vault.folder, words):
            voice.line(one)
    else:
        _stands(voice, vault)


def _stands(voice: Voice, vault: Vault) -> None:
    stands = acting.standing(vault, shelf(), words)
    pieces = acting.to_choose(vault, shelf(), words)
    on = bool(stands.lines) or stands.not_ours
    plain = {"on": on, "lines": list(stands.lines), "not_ours": stands.not_ours, "old": stands.old}
    voice.document({**plain, "offered": [{"label": one.label, "text": one.text} for one in pieces]})
    if stands.lines:
        _say(voice, stands.lines)
    else:
        voice.words("open_card.cannot_read" if on else "open_card.is_off")
    for key in ("not_ours", "old"):
        if getattr(stands, key) and stands.lines:
            voice.words(f"open_card.{key}")
    if not voice.as_json:
        for piece in pieces:
            voice.line(f"{piece.label}\n    {piece.text}")


def _say(voice: Voice, lines: tuple[str, ...]) -> None:
    voice.words("open_card.is_on")
    for line in lines:
        voice.line(f"    {line}")
