"""Keys and papers that were checked on this computer before: the small neutral file ``met``.

It holds no name and no word of a paper: keys, document ids, versions and dates. It can say "the same key as before" and
"a newer version is known here". It cannot say whose key it is, or what other computers know.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from pathlib import Path

from passport.errors import FileUnreadable
from passport.record.strict_json import read_json
from passport.wording.words import Words

_FORMAT = 1
_MOST_BYTES = 4 * 1024 * 1024
_STATUSES = frozenset({"draft", "ready", "stopped"})


@dataclass(frozen=True, slots=True)
class Paper:
    """The newest version of one document that was met, under one key."""

    key: str
    """The public key, 66 hex digits."""
    document: str
    """16 hex digits."""
    version: int
    made_on: date
    """As the paper says."""
    status: str
    """``draft``, ``ready`` or ``stopped``."""


@dataclass(frozen=True, slots=True)
class Met:
    """What this computer has met: keys with the day of first meeting, and the newest of each paper."""

    keys: Mapping[str, date] = field(default_factory=dict)
    papers: tuple[Paper, ...] = ()

    def first_met(self, key: str) -> date | None:
        """The day this key was first met here, or None."""
        return self.keys.get(key)

    def paper(self, key: str, document: str) -> Paper | None:
        """The newest version met of a document under this key, or None."""
        return next((one for one in self.papers if (one.key, one.document) == (key, document)), None)

    def under_another_key(self, key: str, document: str) -> bool:
        """Whether this document was only ever met under other keys: somebody else may have made it again."""
        return self.paper(key, document) is None and any(one.document == document for one in self.papers)

    def with_paper(self, paper: Paper, today: date) -> "Met":
        """After meeting this paper today. An older version never takes the place of a newer one."""
        known = self.paper(paper.key, paper.document)
        others = tuple(one for one in self.papers if one is not known)
        newest = known if known is not None and known.version > paper.version else paper
        if known is not None and known.version == paper.version and known.status == "stopped":
            newest = known
        return replace(self, keys={paper.key: today, **self.keys}, papers=(*others, newest))


def read_met(file: Path) -> Met:
    """What was met so far; nothing where there is no file. Raises FileUnreadable for anything else than ``met_bytes`` makes."""
    try:
        with file.open("rb") as opened:
            written = opened.read(_MOST_BYTES + 1)
    except FileNotFoundError:
        return Met()
    except OSError as wrong:
        raise _unreadable(file) from wrong
    try:
        return _met(read_json(written, _MOST_BYTES))
    except (ValueError, TypeError, KeyError) as wrong:
        raise _unreadable(file) from wrong


def met_bytes(met: Met) -> bytes:
    """What the file ``met`` holds."""
    plain = {
        "format": _FORMAT,
        "keys": {key: day.isoformat() for key, day in sorted(met.keys.items())},
        "papers": [
            {**asdict(one), "made_on": one.made_on.isoformat()}
            for one in sorted(met.papers, key=lambda one: (one.key, one.document))
        ],
    }
    return json.dumps(plain, indent=1).encode("ascii")


def _unreadable(file: Path) -> FileUnreadable:
    return FileUnreadable(file=str(file), remedy=Words()("checks.met_remedy"))


def _met(plain: object) -> Met:
    if (
        not isinstance(plain, dict)
        or set(plain) != {"format", "keys", "papers"}
        or plain["format"] != _FORMAT
    ):
        raise ValueError
    keys, papers = plain["keys"], plain["papers"]
    if not isinstance(keys, dict) or not isinstance(papers, list):
        raise TypeError
    return Met({_hex(key, 33): date.fromisoformat(day) for key, day in keys.items()}, tuple(_papers(papers)))


def _papers(plain: list[object]) -> Iterator[Paper]:
    for one in plain:
        if not isinstance(one, dict) or set(one) != {"key", "document", "version", "made_on", "status"}:
            raise ValueError
        version = one["version"]
        if isinstance(version, bool) or not isinstance(version, int) or version < 1:
            raise ValueError
        if one["status"] not in _STATUSES:
            raise ValueError
        yield Paper(
            _hex(one["key"], 33),
            _hex(one["document"], 8),
            version,
            date.fromisoformat(one["made_on"]),
            one["status"],
        )


def _hex(text: object, size: int) -> str:
    if not isinstance(text, str) or len(text) != 2 * size or bytes.fromhex(text).hex() != text:
        raise ValueError
    return text
