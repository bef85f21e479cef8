"""G10: no paper that was changed, put together or sealed by another passes our own check; every untouched one does.

The attacks are those of ``forgeries`` and of the tests of the paper; then come single changed bytes and places, seeded. Each goes
through the child that reads strangers' files, or every tenth in a quick run: the others are read here, by the same reader.
Control: a check that only asks if the seal fits the bytes that it names, as many programs do, must let some through.
"""

import base64
import io
import logging
import random
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from bench.goals.forgeries import ON_A_PAPER, Attack
from bench.goals.outcome import Outcome
from bench.goals.prepared import not_seen, prepared
from passport.checking import check_pdf
from passport.checking.check import check_bytes
from passport.checking.child import read_apart
from passport.checking.report import Came, Check, Report
from passport.errors import Exit, NotOurs, PassportError
from passport.keys.trust import Met
from passport.paper import unwrap
from tests.checking.papers import WORDS
from tests.paper.test_attacks import ATTACKS, PAPER, TODAY

_QUICK, _FULL = 100, 600
_CONTROL = 5
"""So many must get through where the guard is off; a quick run stops looking then."""
_EVERY = 10
"""So many are read here for one that is read in a child, in a quick run."""
_UNTOUCHED: dict[str, Attack] = {
    "as it was made": lambda pdf: pdf,
    "by post": lambda pdf: base64.b64decode(base64.encodebytes(pdf)),
    "out of an archive": lambda pdf: _unpacked(pdf),  # noqa: PLW0108  # it stands below
}


def g10(full: bool) -> Outcome:
    """Every attack that has a name; bytes and places to fill up. ``full`` has more of those, and reads all in children."""
    logging.disable()  # the parser complains of every changed byte, and quotes it
    try:
        return _tried(_FULL if full else _QUICK, all_in_children=full)
    finally:
        logging.disable(logging.NOTSET)


def _tried(many: int, *, all_in_children: bool) -> Outcome:
    seen: Counter[str] = Counter()
    forged = list(_forged(many))
    apart = forged if all_in_children else forged[::_EVERY]
    here = [] if all_in_children else [one for number, one in enumerate(forged) if number % _EVERY]
    with ThreadPoolExecutor(2) as two:
        reports = [*two.map(lambda one: _report(one[1]), apart)]
    with read_here():
        reports += [_report(pdf) for _, pdf in here]
        for name, report in zip([name for name, _ in [*apart, *here]], reports, strict=True):
            seen["cases"] += 1
            for wrong in _wrong(report):
                seen["failures"] += 1
                print(f"g10: {wrong}: {name}")
        for name, sends in _UNTOUCHED.items():
            seen["untouched"] += 1
            if _report(sends(PAPER.pdf)).exit_code != Exit.DONE:
                seen["failures"] += 1
                print(f"g10: untouched and found wrong: {name}")
        unseen = [name for name, make in not_seen().items() if _report(make()).exit_code == Exit.DONE]
        tried = let_through = 0
        for _, pdf in forged:
            if all_in_children or let_through < _CONTROL:
                tried += 1
                let_through += _by_a_naive_check(pdf)
    note = f"{seen['untouched']} untouched as sealed; {len(apart)} read in a child; "
    note += f"out of our reach and not counted: {', '.join(unseen) or 'none'}; "
    note += f"control: a naive check lets {let_through} of {tried} through"
    return Outcome(seen["cases"] + seen["untouched"], seen["failures"] + (let_through < _CONTROL), note)


def _forged(many: int) -> Iterator[tuple[str, bytes]]:
    """Names and files. One that an attack left as it was is no forgery: that is our own mistake."""
    for name, (attack, _, _) in ATTACKS.items():
        yield name, _changed(attack(PAPER.pdf))
    for name, on_a_paper in ON_A_PAPER.items():
        yield name, _changed(on_a_paper(PAPER.pdf))
    made = prepared()
    for name, make in made.items():
        yield name, _changed(make())
    rng = random.Random(10)
    for number in range(max(0, many - len(ATTACKS) - len(ON_A_PAPER) - len(made))):
        kind = list(_ANYWHERE)[number % len(_ANYWHERE)]
        yield f"{kind}, number {number}", _changed(_ANYWHERE[kind](PAPER.pdf, rng))


def _changed(pdf: bytes) -> bytes:
    assert pdf != PAPER.pdf, "the attack did nothing"
    return pdf


def _bit(pdf: bytes, rng: random.Random) -> bytes:
    at = rng.randrange(len(pdf))
    return pdf[:at] + bytes([pdf[at] ^ 1 << rng.randrange(8)]) + pdf[at + 1 :]


def _piece_out(pdf: bytes, rng: random.Random) -> bytes:
    at, size = rng.randrange(len(pdf)), rng.choice((1, 10, 1000))
    return pdf[:at] + pdf[at + size :]


def _piece_twice(pdf: bytes, rng: random.Random) -> bytes:
    at, size = rng.randrange(len(pdf)), rng.choice((1, 10, 1000))
    return pdf[:at] + pdf[at : at + size] + pdf[at:]


def _cut(pdf: bytes, rng: random.Random) -> bytes:
    return pdf[: rng.randrange(len(pdf))]


def _behind(pdf: bytes, rng: random.Random) -> bytes:
    return pdf + rng.choice((b"\n", b" ", b"%\n", b"\0", b"%%EOF\n", rng.randbytes(40)))


_ANYWHERE: Mapping[str, Callable[[bytes, random.Random], bytes]] = {
    "a bit": _bit,
    "a piece out": _piece_out,
    "a piece twice": _piece_twice,
    "cut off": _cut,
    "bytes behind": _behind,
}


def _unpacked(pdf: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("renamed.pdf", pdf)
    return zipfile.ZipFile(packed).read("renamed.pdf")


def _report(pdf: bytes) -> Report:
    return check_bytes(pdf, TODAY, Met(), WORDS)


def _wrong(report: Report) -> Iterator[str]:
    if report.exit_code != Exit.FOUND:
        yield "passed"
    if not report.found or not all(one.sentence for one in report.found):
        yield "not named"
    seal_broken = any(one.id in {"ours", "seal"} and one.outcome is Came.FOUND for one in report.checks)
    if seal_broken and report.document:
        yield "words shown of a broken seal"


@contextmanager
def read_here() -> Iterator[None]:
    """The reader of the child, in this process: quicker, and a guard that is switched off here is off in it."""

    def reads(_kind: str, foreign: bytes) -> Mapping[str, object]:
        try:
            return unwrap.unwrap(foreign).to_plain()
        except PassportError:
            raise
        except Exception as wrong:  # a parser's own complaint: the child makes it "unreadable"
            raise NotOurs(step="unreadable") from wrong

    setattr(check_pdf, "read_apart", reads)  # noqa: B010  # put back below
    try:
        yield
    finally:
        setattr(check_pdf, "read_apart", read_apart)  # noqa: B010  # as it was


def _by_a_naive_check(pdf: bytes) -> bool:
    """Whether it would pass where only the bytes that a seal names are looked at, and nothing that was added."""
    before = unwrap._sealed_bytes, check_pdf._added
    setattr(unwrap, "_sealed_bytes", _named_bytes)  # noqa: B010  # the guard off
    setattr(check_pdf, "_added", lambda *_given: Check("added", Came.AS_SEALED, ""))  # noqa: B010  # the same
    try:
        return _report(pdf).exit_code == Exit.DONE
    finally:
        unwrap._sealed_bytes, check_pdf._added = before


def _named_bytes(pdf: bytes) -> tuple[bytes, bytes] | None:
    """What the first range in the file names, whatever else there is."""
    ranges = unwrap._BYTE_RANGE.findall(pdf)
    if not ranges:
        return None
    start, first, after, rest = (int(number) for number in ranges[0])
    try:
        value = bytes.fromhex(pdf[start + first + 1 : after - 1].decode())
    except ValueError:
        return None
    return pdf[start : start + first] + pdf[after : after + rest], value
