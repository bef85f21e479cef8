"""Fact 5: do the pages show the words that are sealed? Latin letters and digits are compared, and nothing else.

Three things in a row: the person's texts stand in ``words.txt``; its digest stands in the sealed answers; and each page is
exactly its part of it, between its own banner and its own last line. Other scripts cannot be read back from any PDF in
order, so there we say that we could not compare, never "changed".
"""

import hashlib
from collections.abc import Iterator, Mapping

from passport.checking.report import Came, Check
from passport.checking.said import Labels
from passport.forms.dates import show_date
from passport.paper.enclose import Enclosed
from passport.paper.printable import all_comparable, at_foot, comparable, printable
from passport.record.answers import Value, freeze
from passport.wording.words import Words


def digest(content: bytes) -> bytes:
    """SHA-256."""
    return hashlib.sha256(content).digest()


def compare(pages: tuple[str, ...], text: bytes, answers: Enclosed, short: str, words: Words) -> Check:
    """Whether the pages hold the sealed words: all of them, in order, and nothing else."""
    if digest(text) != answers.text_digest:
        return Check("agrees", Came.FOUND, words("checks.agrees.pages_differ"), "words.txt")
    try:
        sealed = text.decode()
    except UnicodeDecodeError:
        return Check("agrees", Came.FOUND, words("checks.agrees.pages_differ"), "words.txt")
    if not all_comparable(sealed):
        return Check("agrees", Came.NOT_CHECKED, words("checks.agrees.cannot_compare"))
    wanted = comparable(sealed)
    if any(comparable(printable(said)) not in wanted for said in _typed(answers, words)):
        return Check("agrees", Came.FOUND, words("checks.agrees.pages_differ"), "words.txt")
    banner, _ = _edges(1, 1, answers, short, words)
    if not wanted.startswith(banner):
        return Check("agrees", Came.FOUND, words("checks.agrees.pages_differ"), "words.txt")
    wanted = wanted[len(banner) :]
    for number, page in enumerate(pages, 1):
        start, ends = _edges(number, len(pages), answers, short, words)
        plain = comparable(page)
        bodies = ((plain[len(start) : len(plain) - len(end)], end) for end in ends)
        body = next(
            (one for one, end in bodies if plain == start + one + end and wanted.startswith(one)), None
        )
        if body is None:
            place = words("checks.parts.page", number=number)
            return Check("agrees", Came.FOUND, words("checks.agrees.pages_differ"), place)
        wanted = wanted[len(body) :]
    if wanted:
        return Check("agrees", Came.FOUND, words("checks.agrees.pages_differ"), "words.txt")
    return Check("agrees", Came.AS_SEALED, words("checks.agrees.pages"))


def _edges(page: int, pages: int, answers: Enclosed, short: str, words: Words) -> tuple[str, tuple[str, ...]]:
    """The banner and the last line of a page, as ``paper.compose`` writes them, now and before it cut long names."""
    banner = words("paper.draft") if answers.status == "draft" else ""
    if answers.status == "stopped":
        day = show_date((answers.stopped_on or answers.made_on).isoformat())
        banner = words("paper.stopped", date=day)
    lasts = (
        words(
            "paper.footer",
            name=name or words("paper.untitled"),
            document=answers.document,
            version=answers.version,
            short=short,
            page=page,
            pages=pages,
        )
        for name in dict.fromkeys((at_foot(answers.name), answers.name))
    )
    return comparable(printable(banner)), tuple(comparable(printable(last)) for last in lasts)


def _typed(answers: Enclosed, words: Words) -> Iterator[str]:
    """Every text the person typed that a paper prints."""
    labels = Labels(words)
    for section in answers.sections:
        yield from labels.typed(str(section["form"]), answers_of(section))


def answers_of(section: Mapping[str, object]) -> Iterator[tuple[str, Value, Value]]:
    """Each answer of an enclosed section: place, value, words as typed."""
    answers = section["answers"]
    assert isinstance(answers, list)
    for answer in answers:
        yield str(answer["at"]), _frozen(answer["value"]), _frozen(answer["words"])


def _frozen(plain: object) -> Value:
    """Bytes are no answer of ours: nothing is shown for them."""
    try:
        return freeze(plain)
    except TypeError:
        return None
