"""The numbered proof for a paper: a PDF that somebody handed us, with our sealed answers inside.

The words that are shown come from the sealed answers, never from the pages. The file itself is read in a child process.
"""

from dataclasses import dataclass
from datetime import date

from passport.checking import pages
from passport.checking.check_qr import short
from passport.checking.child import PDF, Reads, read_apart
from passport.checking.known import earlier_words, key_check, newest_checks, worth_remembering
from passport.checking.report import Came, Check, Report
from passport.checking.rules import rules_checks
from passport.checking.said import Labels
from passport.checking.stopped import broken, cannot_tell, not_reached, stopped, stopped_by
from passport.errors import NotOurs, SealError
from passport.keys.identity import PublicKey, earlier_fingerprint, spoken_fingerprint
from passport.keys.seal import open_sealed
from passport.keys.trust import Met, Paper
from passport.paper.enclose import ANSWERS_NAME, CODE_NAME, PUBLIC_AT, TEXT_NAME, Enclosed, read_answers
from passport.paper.unwrap import Unwrapped
from passport.qr.token import read as read_code
from passport.record.audience import SIDES
from passport.record.visible import visible
from passport.wording.words import Words


@dataclass(frozen=True, slots=True)
class _Inside:
    """The sealed answers of a paper, opened."""

    payload: bytes
    public: PublicKey
    answers: Enclosed


def check_pdf(pdf: bytes, today: date, met: Met, words: Words, read: Reads | None = None) -> Report:
    """Every fact of a PDF. Never raises for what the file holds. ``read``: what reads it, in place of a child."""
    try:
        found = Unwrapped.from_plain((read or read_apart)(PDF, pdf))
        # 1  is it ours, and which format
        if ANSWERS_NAME not in found.files:
            return stopped("not_enclosed", words)
        inside = _opened(found.files[ANSWERS_NAME])
        paper = _paper(inside)
    except SealError as wrong:
        return stopped_by(wrong, words)
    except (KeyError, TypeError, ValueError):
        return stopped("unreadable", words)
    ours = Check("ours", Came.AS_SEALED, words("checks.ours.paper", version=1))
    # 2  is the seal whole, over all the bytes
    if not found.signatures:
        return _stop_at(ours, Check("seal", Came.FOUND, words("checks.seal.missing"), "seal"), words)
    if not found.sealed_whole:
        return Report((ours, *broken(words).checks[1:]))
    seal = Check("seal", Came.AS_SEALED, words("checks.seal.whole"))
    # 3  was anything added
    added = _added(found, words)
    # 4  is the key one we have met, and the same one throughout
    key = key_check(inside.public, paper, met, words)
    if found.key != paper.key:
        key = Check("key", Came.FOUND, words("checks.key.different"))
    checks = (
        ours,
        seal,
        added,
        key,
        *_from_before(found, inside, words),
        *_agrees(found, inside, words),  # 5  do the code, the pages and the sealed answers agree
        *newest_checks(  # 6  is it older than one we have met, stopped, a draft
            paper, inside.answers.stopped_on, inside.answers.look_again, met, today, words
        ),
        *rules_checks(inside.answers, words),  # 7  what the rules found, and under which law notes
        cannot_tell(words),  # 8  what none of this can tell
    )
    return Report(checks, _document(inside, len(found.pages), words), worth_remembering(checks, paper))


def _opened(sealed: bytes) -> _Inside:
    """Raises NotOurs, SealBroken."""
    opened = open_sealed(sealed, public_at=PUBLIC_AT)
    return _Inside(opened.payload, opened.public, read_answers(opened.plain))


def _paper(inside: _Inside) -> Paper:
    """What we would remember of it. Raises NotOurs where a fact is not as we write it."""
    answers = inside.answers
    in_order = answers.look_again is None or answers.look_again >= answers.made_on
    if len(answers.document) != 16 or bytes.fromhex(answers.document).hex() != answers.document:
        raise NotOurs(step="contents")
    if answers.version < 1 or answers.status not in {"draft", "ready", "stopped"} or not in_order:
        raise NotOurs(step="contents")
    if answers.audience not in {one.value for one in SIDES}:
        raise NotOurs(step="contents")
    return Paper(
        inside.public.compressed.hex(), answers.document, answers.version, answers.made_on, answers.status
    )


def _stop_at(ours: Check, check: Check, words: Words) -> Report:
    return Report((ours, check, *not_reached(check.id, words)))


def _added(found: Unwrapped, words: Words) -> Check:
    """3: one signature, one revision, no change allowed, and nothing in it that our papers never hold."""
    more = [*found.extra]
    if set(found.files) != {ANSWERS_NAME, TEXT_NAME, CODE_NAME}:
        more.append("file")
    if found.signatures != 1:
        more.append("signature")
    if not found.one_revision:
        more.append("revision")
    if not found.certified:
        more.append("certificate")
    if not more:
        return Check("added", Came.AS_SEALED, words("checks.added.nothing"))
    named = ", ".join(words(f"checks.added_things.{one}") for one in dict.fromkeys(more))
    return Check("added", Came.FOUND, words("checks.added.something", what=named), more[0])


def _from_before(found: Unwrapped, inside: _Inside, words: Words) -> tuple[Check, ...]:
    """4: the words that stand on the page, where it is from the time of other ones."""
    shown = earlier_fingerprint(inside.public).encode() in found.files.get(TEXT_NAME, b"")
    return (earlier_words(inside.public, words),) if shown else ()


def _agrees(found: Unwrapped, inside: _Inside, words: Words) -> tuple[Check, ...]:
    """5: the code promises these answers, and the pages show their words."""
    code = _code_check(found, inside, words)
    text = found.files.get(TEXT_NAME, b"")
    compared = pages.compare(found.pages, text, inside.answers, _short(inside), words)
    return (code, compared) if code is not None else (compared,)


def _code_check(found: Unwrapped, inside: _Inside, words: Words) -> Check | None:
    """A code of other words, another paper or another key. None where it is this paper's."""
    try:
        token = read_code(found.files.get(CODE_NAME, b"").decode("ascii"))
    except (SealError, UnicodeDecodeError):
        return Check("agrees", Came.FOUND, words("checks.agrees.code_differs"), "code")
    facts, answers = token.facts, inside.answers
    same = (
        token.public == inside.public
        and facts.digest == pages.digest(inside.payload)[:16]
        and (facts.document, facts.version, facts.made_on)
        == (answers.document, answers.version, answers.made_on)
        and (facts.status, facts.audience.value) == (answers.status, answers.audience)
        and (facts.look_again, facts.stopped_on) == (answers.look_again, answers.stopped_on)
    )
    return None if same else Check("agrees", Came.FOUND, words("checks.agrees.code_differs"), "code")


def _short(inside: _Inside) -> str:
    return short(pages.digest(inside.payload).hex())


def _document(inside: _Inside, pages_: int, words: Words) -> dict[str, object]:
    """What the paper says of itself, as plain data, its texts safe to show."""
    answers = inside.answers
    labels = Labels(words)
    return {
        "kind": "paper",
        "document": answers.document,
        "version": answers.version,
        "made_on": answers.made_on.isoformat(),
        "look_again": answers.look_again and answers.look_again.isoformat(),
        "audience": answers.audience,
        "name": visible(answers.name),
        "status": answers.status,
        "stopped_on": answers.stopped_on and answers.stopped_on.isoformat(),
        "key": inside.public.compressed.hex(),
        "spoken": spoken_fingerprint(inside.public),
        "spoken_before": earlier_fingerprint(inside.public),
        "answers_digest": pages.digest(inside.payload)[:16].hex(),
        "short": _short(inside),
        "pages": pages_,
        "sections": [
            {
                "form": visible(str(section["form"])),
                "title": labels.title(str(section["form"])),
                "says": labels.says(str(section["form"]), pages.answers_of(section)),
            }
            for section in answers.sections
        ],
    }
