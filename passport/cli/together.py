"""``merge``: two copies of one record, put together."""

from datetime import datetime
from pathlib import Path

import click

from passport.actions.put_together import put_together
from passport.cli.opening import opens_vault, secret
from passport.cli.say import Voice, words
from passport.cli.typed_path import a_path
from passport.errors import Exit
from passport.vault.vault import Vault


@click.command(help=words("commands.merge"))
@click.argument("other", type=a_path)
@click.option("--keep", type=click.Choice(["these", "others"]), help=words("commands.merge_choose"))
@click.option("--other-passphrase-file", type=a_path, help=words("commands.merge_passphrase"))
@opens_vault
def merge(
    *,
    vault: Vault,
    now: datetime,
    voice: Voice,
    other: Path,
    keep: str | None,
    other_passphrase_file: Path | None,
) -> int:
    """Merge, or say where the person has to choose."""
    typed = secret(other_passphrase_file, "passphrase")
    found = put_together(vault, other, typed, {}, now)
    if found.clashes and keep is not None:
        choices = {(one.section, one.place): keep == "others" for one in found.clashes}
        found = put_together(vault, other, typed, choices, now)
    open_ = [{"section": one.section, "place": one.place} for one in found.clashes]
    voice.document({"answers": found.answers, "entries": found.entries, "to_choose": open_})
    if found.clashes:
        for one in found.clashes:
            voice.words("together.both", section=one.section, place=one.place)
        voice.words("together.undecided", count=len(found.clashes))
        return Exit.FOUND
    for section, place in found.stops:
        voice.words("together.stop", section=section, place=place)
    if not found.answers and not found.entries:
        voice.words("together.nothing")
        return Exit.DONE
    voice.words("together.done", answers=found.answers, entries=found.entries)
    voice.words("together.older")
    return Exit.DONE
