"""``backup``, ``restore`` and ``drill``: the record as one locked file."""

from datetime import UTC, datetime
from pathlib import Path

import click

from passport.actions import back_up
from passport.actions.places import places
from passport.cli.opening import json_option, opens_vault, passphrase, passphrase_option, secret, vault_option
from passport.cli.say import Voice, words
from passport.cli.typed_path import a_path
from passport.cli.under_way import takes_a_while
from passport.forms.dates import show_date
from passport.vault.vault import Vault


@click.command(help=words("commands.backup"))
@click.argument("file", type=a_path)
@opens_vault
@takes_a_while("backup")
def backup(*, vault: Vault, now: datetime, voice: Voice, file: Path) -> None:
    """Write one and read it back."""
    made = back_up.back_up(vault, file, now)
    voice.document({"file": str(made.file), "made_on": made.made_on.isoformat(), "size": made.size})
    voice.words("backups.made", file=made.file)
    voice.words("backups.made_next")


@click.command(help=words("commands.restore"))
@click.argument("file", type=a_path)
@vault_option
@passphrase_option
@click.option("--set-aside", is_flag=True, help=words("commands.restore_aside"))
@json_option
@takes_a_while("copy")
def restore(
    file: Path, vault_folder: Path | None, passphrase_file: Path | None, set_aside: bool, as_json: bool
) -> None:
    """A backup as a record in a new place, found whole before it counts."""
    voice = Voice(as_json=as_json)
    at = places(vault_folder)
    done = back_up.restore(
        file, at.vault, passphrase(passphrase_file), datetime.now(UTC), set_aside=set_aside
    )
    aside = str(done.set_aside) if done.set_aside else None
    made = done.made_on.date().isoformat()
    voice.document({"vault": str(done.folder), "made_on": made, "answers": done.answers, "set_aside": aside})
    voice.words("backups.restored", made=show_date(made), folder=done.folder, answers=done.answers)
    if aside:
        voice.words("backups.set_aside", folder=aside)


@click.command(help=words("commands.drill"))
@click.argument("file", type=a_path)
@click.option("--backup-passphrase-file", type=a_path, help=words("commands.drill_passphrase"))
@opens_vault
@takes_a_while("copy")
def drill(
    *, vault: Vault, now: datetime, voice: Voice, file: Path, backup_passphrase_file: Path | None
) -> None:
    """Try a backup against the record that is open."""
    typed = secret(backup_passphrase_file, "passphrase")
    done = back_up.drill(vault, file, typed, now)
    made = done.made_on.date().isoformat()
    voice.document({"made_on": made, "answers": done.answers, "behind": done.behind, "good": True})
    voice.words(
        "backups.tried_good", made=show_date(made), answers=done.answers, seconds=f"{done.seconds:.1f}"
    )
    if done.behind:
        voice.words("backups.tried_behind", count=done.behind)
