"""G19: what is saved as open files is what another program reads out of the record, row by row, with the raw key alone.

The other program is SQLite3MultipleCiphers, which shares no code with SQLCipher. The control changes one letter.
"""

import hashlib
import json
import random
import tempfile
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

from bench.goals.made_up import NOW, a_record, cheap_keys, opened
from bench.goals.needs import NotHere
from bench.goals.outcome import Outcome
from passport.actions.export import RECORD, export
from passport.forms.shelf import shelf
from passport.record.answers import Answer
from passport.record.audience import Audience
from passport.record.copies import CopyGiven
from passport.vault.folder import DATABASE
from passport.vault.vault import Vault
from passport.wording.words import Words

_LETTERS = "aZ 0é\u4e2d\u0627\U0001f600\n\t\"'\\{}[]\u200b\u202e\x1b"
"""Letters of many kinds, those among them that act."""


def g19(full: bool) -> Outcome:  # every goal is called alike
    """Made-up records, saved as open files and read by the other program; the control must differ."""
    records = 20 if full else 2
    cases = failures = unseen = 0
    rng = random.Random(19)
    with tempfile.TemporaryDirectory() as place, cheap_keys():
        for number in range(records):
            folder, out = Path(place) / f"record{number}", Path(place) / f"open{number}"
            a_record(folder)
            vault = opened(folder)
            _fill(vault, rng)
            export(vault, shelf(), out, NOW, Words())
            key = vault._data_key  # the raw key, as a reader from outside would have it
            vault.close()
            said = json.loads((out / RECORD).read_text(encoding="utf-8"))
            found = read_by_another(folder, f"{key.key.hex()}{key.salt.hex()}")
            for what, rows in as_rows(said, out).items():
                cases += max(len(rows), len(found[what]))
                failures += len([one for one in rows if one not in found[what]])
                failures += len([one for one in found[what] if one not in rows])
            said["entries"][0]["answers"][0]["words"] += "x"
            unseen += as_rows(said, out)["answers"] == found["answers"]
    note = f"{records} records; " + (
        f"controls not seen: {unseen}" if unseen else f"controls seen: {records}"
    )
    return Outcome(cases, failures + unseen, note)


def read_by_another(folder: Path, raw_key: str) -> Mapping[str, list[Any]]:
    """Every row that a person would call theirs, in the order of the file. Raises NotHere."""
    try:
        import apsw
    except ImportError:
        raise NotHere("no apsw-sqlite3mc") from None
    connection = apsw.Connection(str(folder / DATABASE))
    connection.pragma("cipher", "sqlcipher")
    connection.pragma("legacy", 4)
    connection.pragma("key", f"raw:{raw_key}")

    def rows(statement: str) -> list[tuple[Any, ...]]:
        return list(connection.execute(statement))

    answered = "removed = 0 OR id IN (SELECT section FROM answers)"
    files = []
    for id_, *rest in rows(
        "SELECT id, section, place, name, media, size, hex(digest), at, removed FROM attachments"
    ):
        pieces = connection.execute("SELECT bytes FROM attached_bytes WHERE id = ? ORDER BY n", (id_,))
        files.append([id_, *rest, hashlib.sha256(b"".join(piece for (piece,) in pieces)).hexdigest()])
    found = {
        "sections": [list(row) for row in rows(f"SELECT * FROM sections WHERE {answered}")],
        "answers": [
            [n, section, place, json.loads(value), json.loads(words), at, who]
            for n, section, place, value, words, at, who in rows("SELECT * FROM answers ORDER BY n")
        ],
        "copies": [json.loads(body) for (body,) in rows("SELECT body FROM copies")],
        "half_typed": [list(row) for row in rows("SELECT section, place, words FROM drafts")],
        "files": files,
    }
    connection.close()
    return found


def as_rows(said: Mapping[str, Any], folder: Path) -> Mapping[str, list[Any]]:
    """The same out of ``record.json`` and the files beside it."""
    entries = said["entries"]
    return {
        "sections": [
            [one["id"], one["form"], one["form_version"], one["made_on"], int(one["taken_out"])]
            for one in entries
        ],
        "answers": [
            [a["number"], one["id"], a["place"], a["value"], a["words"], a["when"], a["by"]]
            for one in entries
            for a in one["answers"]
        ],
        "copies": said["copies"],
        "half_typed": [
            [one["id"], place, words] for one in entries for place, words in one["half_typed"].items()
        ],
        "files": [
            [
                *(one[name] for name in ("id", "entry", "place", "name", "media", "size")),
                one["sha256"].upper(),
                one["when"],
                int(one["taken_out"]),
                hashlib.sha256((folder / one["file"]).read_bytes()).hexdigest(),
            ]
            for one in said["files"]
        ],
    }


def _fill(vault: Vault, rng: random.Random) -> None:
    """Answers said twice, things taken out, lists, half-typed words, copies given and files."""
    section = vault.add_section("crisis_plan", 1, NOW.date())
    for number in range(20):
        text = "".join(rng.choice(_LETTERS) for _ in range(rng.randrange(1, 3000)))
        answer = Answer(text, text, NOW + timedelta(seconds=number), rng.choice(("me", "Sam")))
        vault.put(section.id, {f"cp_{rng.randrange(8)}": answer})
    ids = ("1", "2")
    vault.put(section.id, {"list": Answer(ids, ids, NOW), "list.2.one": Answer(None, "?", NOW)})
    gone = vault.add_section("reflection", 1, NOW.date())
    vault.put(gone.id, {"one": Answer("yes", "yes", NOW)})
    vault.remove_section(gone.id)
    vault.save_draft(section.id, "cp_1", "half ty")
    for number in range(3):
        data = rng.randbytes(rng.randrange(1, 200_000))
        kept = vault.keep_file([data[:65536], data[65536:]], "scan.pdf", "application/pdf", NOW, section.id)
        if number == 1:
            vault.take_file_out(kept.id)
        vault.give_copy(
            CopyGiven(
                f"copy-{number}",
                "Ward \u00e9",
                Audience.CARE,
                "0" * 16,
                number + 1,
                (section.id,),
                ((section.id, "cp_1"),),
                f"s{number}",
                NOW.date(),
                "why",
                "d",
            ),
            "care:1",
        )
