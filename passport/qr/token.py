"""A check code's text: ``PIP1:`` and what is sealed inside. Format: docs/formats/qr-token.md.

Written:  facts, canonical CBOR with whole-number keys, COSE_Sign1, zlib with our dictionary, Base45, prefix.
Read:     the same backwards, stopping at the first step that is not exactly as we write it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from passport.errors import NotOurs, TooMuchForCode
from passport.keys.identity import Identity, PublicKey
from passport.keys.seal import Plain, canonical, open_sealed, seal
from passport.qr import base45
from passport.qr.deflate import MOST_INSIDE, deflate, inflate
from passport.qr.room import MOST_LETTERS
from passport.qr.table import dictionary, table
from passport.record.audience import Audience

PREFIX = "PIP1:"
_LATER = re.compile(r"PIP[2-9]:")

Said = str | tuple[str, ...]
"""What a code says at one question: text, or a few texts."""

# Keys of the sealed map. 6 is "issued at" of a CWT (RFC 8392); never 4, its end date: nothing of ours expires.
_MADE_ON, _KIND, _PUBLIC, _DOCUMENT, _VERSION, _LOOK_AGAIN, _AUDIENCE, _STATUS, _DIGEST = (
    6,
    *range(-1, -9, -1),
)
_STOPPED_ON, _FORMS, _FACTS, _ENTRIES, _ENTRIES_IN_ALL = range(-9, -14, -1)
_IS_TOKEN = 1
_AUDIENCES = (Audience.INVOLVEMENT, Audience.CARE, Audience.CARER_INVOLVEMENT, Audience.CARER_CARE)
_STATUSES = ("draft", "ready", "stopped")
_DAY = 24 * 60 * 60
_FIRST = date(1970, 1, 1)
_MOST_NUMBER = 0xFFFF


@dataclass(frozen=True, slots=True)
class EntryFacts:
    """What a code says of one entry, such as one piece of work."""

    form: str
    facts: Mapping[str, Said]


@dataclass(frozen=True, slots=True)
class TokenFacts:
    """Everything a check code says, but for the key."""

    document: str
    """16 hex digits, the same for every version of a paper."""
    version: int
    made_on: date
    audience: Audience
    status: str
    """``draft``, ``ready`` or ``stopped``."""
    digest: bytes
    """The first 16 bytes of SHA-256 of the enclosed answers: what ties the code to the paper's words."""
    look_again: date | None = None
    stopped_on: date | None = None
    forms: tuple[str, ...] = ()
    """The forms the paper holds."""
    facts: Mapping[str, Said] = field(default_factory=dict)
    """By question id."""
    entries: tuple[EntryFacts, ...] = ()
    entries_in_all: int = 0
    """How many the paper holds: the code says "4 of 7"."""


@dataclass(frozen=True, slots=True)
class Token:
    """A code that was read, and whose seal is whole."""

    facts: TokenFacts
    public: PublicKey
    text: str


def write(facts: TokenFacts, identity: Identity, most: int = MOST_LETTERS) -> str:
    """The code's text. Raises TooMuchForCode where it is more letters than ``most``, naming what to leave out."""
    sealed = seal(payload(facts, identity.public), identity)
    text = wrap(sealed) if len(sealed) <= MOST_INSIDE else ""
    if not text or len(text) > most:
        raise TooMuchForCode(leave_out=_longest(facts))
    return text


def wrap(sealed: bytes) -> str:
    """A sealed thing as the text of a code."""
    return PREFIX + base45.write(deflate(sealed, dictionary()))


@lru_cache(maxsize=2)
def read(text: str) -> Token:
    """What a code says. Raises NotOurs and SealBroken, each with the step that was not as we write it."""
    if len(text) > MOST_LETTERS:
        raise NotOurs(step="size")
    if not text.startswith(PREFIX):
        raise NotOurs(step="newer" if _LATER.match(text) else "prefix")
    packed = base45.read(text[len(PREFIX) :])
    opened = open_sealed(inflate(packed, dictionary()), public_at=_PUBLIC)
    facts = _facts(opened.plain)
    if payload(facts, opened.public) != opened.payload:
        raise NotOurs(step="contents")
    if facts.look_again is not None and facts.look_again < facts.made_on:
        raise NotOurs(step="dates")
    return Token(facts, opened.public, text)


def payload(facts: TokenFacts, public: PublicKey) -> bytes:
    """The bytes that are sealed. What is empty is left out, so that nothing has two spellings."""
    facts_plain = {_known(table().question_number(one)): _plain(said) for one, said in facts.facts.items()}
    plain: dict[int, object] = {
        _MADE_ON: int(datetime.combine(facts.made_on, time(tzinfo=UTC)).timestamp()),
        _KIND: _IS_TOKEN,
        _PUBLIC: public.compressed,
        _DOCUMENT: bytes.fromhex(facts.document),
        _VERSION: facts.version,
        _LOOK_AGAIN: _days(facts.look_again),
        _AUDIENCE: _AUDIENCES.index(facts.audience) + 1,
        _STATUS: _STATUSES.index(facts.status) + 1,
        _DIGEST: facts.digest,
        _STOPPED_ON: _days(facts.stopped_on),
        _FORMS: [_known(table().form_number(form)) for form in facts.forms],
        _FACTS: facts_plain,
        _ENTRIES: [
            [
                _known(table().form_number(entry.form)),
                {_known(table().question_number(one)): _plain(said) for one, said in entry.facts.items()},
            ]
            for entry in facts.entries
        ],
        _ENTRIES_IN_ALL: facts.entries_in_all,
    }
    return canonical({key: value for key, value in plain.items() if value not in (None, [], {}, 0)})


def _known(number: int | None) -> int:
    assert number is not None, "summary only takes what the table has a number for"
    return number


def _plain(said: Said) -> Plain:
    return said if isinstance(said, str) else list(said)


def _days(day: date | None) -> int | None:
    return None if day is None else (day - _FIRST).days


def _longest(facts: TokenFacts) -> str:
    """What takes the most room: the entries, or the longest fact."""
    if facts.entries:
        return facts.entries[-1].form
    sizes = {question: len(canonical(_plain(said))) for question, said in facts.facts.items()}
    return max(sizes, key=lambda one: sizes[one]) if sizes else "-"


def _facts(plain: dict[int | str, Plain]) -> TokenFacts:
    """The facts of a sealed map. Raises NotOurs where it is not the kind of map that ``payload`` makes."""
    try:
        return _facts_or_error(plain)
    except (KeyError, TypeError, ValueError, IndexError, OverflowError, AttributeError) as wrong:
        raise NotOurs(step="contents") from wrong


def _facts_or_error(plain: dict[int | str, Plain]) -> TokenFacts:
    kind, document, digest = plain[_KIND], plain[_DOCUMENT], plain[_DIGEST]
    if kind != _IS_TOKEN or isinstance(kind, bool):
        raise ValueError
    if not isinstance(document, bytes) or len(document) != 8:
        raise ValueError
    if not isinstance(digest, bytes) or len(digest) != 16:
        raise ValueError
    entries = tuple(_entry(one) for one in _list(plain.get(_ENTRIES)))
    made_on = _FIRST + timedelta(days=_whole(plain[_MADE_ON], 1 << 40) // _DAY)
    return TokenFacts(
        document=document.hex(),
        version=_whole(plain[_VERSION]),
        made_on=made_on,
        audience=_AUDIENCES[_whole(plain[_AUDIENCE]) - 1],
        status=_STATUSES[_whole(plain[_STATUS]) - 1],
        digest=digest,
        look_again=_date(plain.get(_LOOK_AGAIN)),
        stopped_on=_date(plain.get(_STOPPED_ON)),
        forms=tuple(table().form(_whole(one)) for one in _list(plain.get(_FORMS))),
        facts=_said(plain.get(_FACTS, {})),
        entries=entries,
        entries_in_all=_whole(plain.get(_ENTRIES_IN_ALL, 0), least=len(entries)),
    )


def _whole(number: Plain, most: int = _MOST_NUMBER, least: int = 1) -> int:
    if isinstance(number, bool) or not isinstance(number, int) or not least <= number <= most:
        raise ValueError
    return number


def _date(days: Plain) -> date | None:
    return None if days is None else _FIRST + timedelta(days=_whole(days, 1 << 22))


def _list(items: Plain) -> list[Plain]:
    if items is None:
        return []
    if not isinstance(items, list):
        raise TypeError
    return items


def _entry(plain: Plain) -> EntryFacts:
    form, facts = _list(plain)
    return EntryFacts(table().form(_whole(form)), _said(facts))


def _said(plain: Plain) -> dict[str, Said]:
    if not isinstance(plain, dict):
        raise TypeError
    return {table().question(_whole(number)): _text(said) for number, said in plain.items()}


def _text(said: Plain) -> Said:
    if isinstance(said, str) and said:
        return said
    texts = tuple(one for one in _list(said) if isinstance(one, str) and one)
    if not texts or len(texts) != len(_list(said)):
        raise ValueError
    return texts
