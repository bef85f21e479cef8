"""``merge``: two copies of one record, put together."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path

import click

from passport.actions.put_together import ToChoose, put_together, to_choose, told
from passport.cli.answers import read_answers
from passport.cli.opening import opens_vault, secret
from passport.cli.say import Voice, words
from passport.cli.typed_path import a_path
from passport.cli.under_way import takes_a_while
from passport.errors import Exit, FileUnreadable
from passport.forms.shelf import shelf
from passport.vault.merge import At
from passport.vault.vault import Vault

_THESE, _OTHERS = "these", "others"


@click.command(help=words("commands.merge"))
@click.argument("other", type=a_path)
@click.option("--keep", type=click.Choice([_THESE, _OTHERS]), help=words("commands.merge_choose"))
@click.option("--choices", "choices_file", type=a_path, help=words("commands.merge_choices"))
@click.option("--other-passphrase-file", type=a_path, help=words("commands.merge_passphrase"))
@opens_vault
@takes_a_while("copy")
def merge(
    *,
    vault: Vault,
    now: datetime,
    voice: Voice,
    other: Path,
    keep: str | None,
    choices_file: Path | None,
    other_passphrase_file: Path | None,
) -> int:
    """Merge, or say where the person has to choose. A choice in the file goes before ``--keep``."""
    choices = _choices(choices_file) if choices_file is not None else {}
    typed = secret(other_passphrase_file, "passphrase")
    found = put_together(vault, other, typed, choices, now)
    if found.clashes and keep is not None:
        choices |= {(one.section, one.place): keep == _OTHERS for one in found.clashes}
        found = put_together(vault, other, typed, choices, now)
    open_ = [to_choose(vault, shelf(), one, words) for one in found.clashes]
    voice.document(
        {
            "answers": found.answers,
            "entries": found.entries,
            "erased": found.erased,
            "stay_erased": found.stay_erased,
            "keys_differ": found.keys_differ,
            "stops": [{"section": section, "place": place} for section, place in found.stops],
            "to_choose": [_plain(one) for one in open_],
        }
    )
    for one in open_:
        for line in (one.where, one.mine, one.theirs):
            voice.line(line)
    if open_:
        voice.words("together.undecided", count=len(open_))
        return Exit.FOUND
    for line in told(vault, shelf(), found, words):
        voice.line(line)
    return Exit.DONE


def _plain(one: ToChoose) -> dict[str, str]:
    section, place = one.at
    return {
        "section": section,
        "place": place,
        "where": one.where,
        _THESE: one.mine,
        _OTHERS: one.theirs,
    }


def _choices(file: Path) -> dict[At, bool]:
    """Choices by section and place. Raises FileMissing, FileUnreadable."""
    found: dict[At, bool] = {}
    for section, tables in read_answers(file).items():
        for place, choice in _flat(tables):
            if choice not in {_THESE, _OTHERS}:
                raise FileUnreadable(file=file.name, remedy=words("together.choices_how"))
            found[section, place] = choice == _OTHERS
    return found


def _flat(tables: object, start: str = "") -> Iterator[tuple[str, object]]:
    """Places with points in them, whether the file has them as one name or as tables inside each other."""
    if not isinstance(tables, Mapping):
        yield start, tables
        return
    for name, inside in tables.items():
        yield from _flat(inside, f"{start}.{name}" if start else str(name))
