"""``passport words-code``, ``alert`` and ``cover``: words that leave one by one. Without any, they show what may be chosen."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

import click

from passport.actions.alert import MOST_LETTERS, SAFE_LETTERS, MadeAlert, rehearse_alert, to_choose_for_alert
from passport.actions.alert import alert as alert_out
from passport.actions.chosen import Piece, To
from passport.actions.cover import Chosen, copy_to_cover, rehearse_cover, to_choose_for_cover
from passport.actions.cover import cover as cover_out
from passport.actions.words_code import rehearse_words, to_choose
from passport.actions.words_code import words_code as words_out
from passport.cli.opening import opens_vault
from passport.cli.say import Voice, words
from passport.cli.typed_path import a_path
from passport.cli.under_way import takes_a_while
from passport.forms.shelf import shelf
from passport.record.audience import SIDES, Audience
from passport.record.copies import CopyGiven
from passport.vault.vault import Vault

_line = click.option("--line", "lines", multiple=True, metavar="TEXT", help=words("chosen.option"))
_to = click.option("--to", "holder", metavar="NAME", default="", help=words("commands.to"))
_reason = click.option("--reason", default="", metavar="TEXT", help=words("commands.reason"))
_out = click.option("--out", type=a_path, help=words("commands.out"))
_large = click.option("--large-print", is_flag=True, help=words("commands.large_print"))


@click.command(help=f"{words('words_code.command')} {words('chosen.offer')}")
@click.option(
    "--for",
    "for_",
    required=True,
    type=click.Choice([side.value for side in SIDES]),
    help=words("chosen.for"),
)
@_line
@click.option("--card", is_flag=True, help=words("words_code.card_option"))
@_to
@_reason
@_out
@_large
@opens_vault
@takes_a_while("pages")
def words_code(
    *,
    vault: Vault,
    now: datetime,
    voice: Voice,
    for_: str,
    lines: tuple[str, ...],
    card: bool,
    holder: str,
    reason: str,
    out: Path | None,
    large_print: bool,
) -> None:
    """A code with these lines; without ``--out`` only what a phone would show."""
    side = Audience(for_)
    if not lines:
        _offer(voice, {"lines": to_choose(vault, shelf(), side, words)})
        return
    to = To(holder, reason, large_print)
    if out is None:
        made = rehearse_words(vault, shelf(), side, lines, to, now, words, card=card)
        voice.document({"rehearsed": True, "shows": made.shows, "percent": made.percent})
        voice.line(made.shows)
        voice.words("words_code.full", percent=made.percent)
        voice.words("commands.no_out")
        return
    given = words_out(vault, shelf(), side, lines, to, now, words, out, card=card)
    _given(voice, given.copy_given, given.files, {"shows": given.made.shows, "percent": given.made.percent})
    voice.words("words_code.done")


@click.command(help=f"{words('alert.command')} {words('chosen.offer')}")
@_line
@_to
@_reason
@_out
@opens_vault
def alert(
    *,
    vault: Vault,
    now: datetime,
    voice: Voice,
    lines: tuple[str, ...],
    holder: str,
    reason: str,
    out: Path | None,
) -> None:
    """The line that these become; without ``--out`` it is only shown."""
    if not lines:
        _offer(voice, {"lines": to_choose_for_alert(vault, shelf(), now.date(), words)})
        return
    to = To(holder, reason)
    if out is None:
        made = rehearse_alert(vault, shelf(), lines, to, now, words)
        voice.document({"rehearsed": True, "line": made.text, "letters": len(made.text)})
        _alert(voice, made)
        voice.words("commands.no_out")
        return
    given = alert_out(vault, shelf(), lines, to, now, words, out)
    made = given.made
    _given(voice, given.copy_given, given.files, {"line": made.text, "letters": len(made.text)})
    _alert(voice, made)
    voice.words("alert.done")


@click.command(help=f"{words('cover.command')} {words('chosen.offer')}")
@click.option("--copy", "copy_id", default="", metavar="ID", help=words("cover.copy_option"))
@click.option("--from", "sender", default="", metavar="NAME", help=words("cover.sender_option"))
@click.option("--line", "lines", multiple=True, metavar="TEXT", help=words("cover.lines_option"))
@click.option("--alert", "alert_", default="", metavar="TEXT", help=words("cover.alert_option"))
@click.option("--tell", "tell_", multiple=True, metavar="TEXT", help=words("cover.tell_option"))
@_reason
@_out
@_large
@opens_vault
@takes_a_while("pages")
def cover(
    *,
    vault: Vault,
    now: datetime,
    voice: Voice,
    copy_id: str,
    sender: str,
    lines: tuple[str, ...],
    alert_: str,
    tell_: tuple[str, ...],
    reason: str,
    out: Path | None,
    large_print: bool,
) -> None:
    """The letter for a copy; without ``--out`` it is only shown, with what may be chosen for it."""
    chosen = Chosen(sender, lines, (alert_,) if alert_ else (), tell_)
    if out is None:
        copy = copy_to_cover(vault, copy_id)
        made = rehearse_cover(vault, shelf(), copy_id, chosen, To("", reason), now, words)
        offered = to_choose_for_cover(vault, shelf(), copy, now.date(), words)
        voice.document({"rehearsed": True, "copy": copy.id, "text": made.text, **_plain(offered)})
        if not voice.as_json:
            _offer(voice, offered)
        voice.line(made.text)
        voice.words("commands.no_out")
        return
    given = cover_out(vault, shelf(), copy_id, chosen, To("", reason, large_print), now, words, out)
    _given(voice, given.copy_given, given.files, {"text": given.made.text})
    voice.words("cover.done")


def _offer(voice: Voice, offered: Mapping[str, Sequence[Piece]]) -> None:
    """What may be chosen: each label, and under it the words as they would stand there."""
    voice.document(_plain(offered))
    for pieces in offered.values():
        for one in pieces:
            voice.line(f"{one.label}\n    {one.text}")
    if not any(offered.values()):
        voice.words("chosen.nothing")


def _plain(offered: Mapping[str, Sequence[Piece]]) -> dict[str, object]:
    return {
        "offered": {
            part: [{"label": one.label, "text": one.text} for one in pieces]
            for part, pieces in offered.items()
        }
    }


def _alert(voice: Voice, made: MadeAlert) -> None:
    voice.line(made.text)
    voice.words("alert.length", count=len(made.text), most=MOST_LETTERS)
    if made.cut_off:
        voice.words("alert.may_cut", safe=SAFE_LETTERS, over=made.cut_off)


def _given(voice: Voice, copy: CopyGiven, files: Mapping[str, Path], said: Mapping[str, object]) -> None:
    paths = {kind: str(path) for kind, path in files.items()}
    voice.document({"copy": copy.id, "version": copy.version, **said, "files": paths})
    for kind, path in paths.items():
        voice.line(f"{words(f'chosen.file_{kind}')}  {path}")
