"""A blank form: the questions of a pack with room to write. Nothing of anybody's is on it, and it is not sealed."""

from collections.abc import Iterator
from datetime import date

from passport.forms.kinds import choices_of
from passport.forms.pack import Kind, Pack, Question
from passport.paper.document import PAGE, PAGES, Block, Document, Heading, Paragraph, ToFill
from passport.record.audience import ON_ITS_OWN_PAGE
from passport.record.sections import SIGNINGS
from passport.wording.words import Words

_LEFT_OUT = ON_ITS_OWN_PAGE | {SIGNINGS}
"""What no list shows; and how it was signed, which is written down once it was."""
_NOT_ASKED = frozenset({Kind.AUTOMATIC, Kind.FIXED, Kind.LINK, Kind.FILE})
_ROOM = {Kind.LONG_TEXT: 5, Kind.LIST: 4, Kind.SHORT_TEXT: 1, Kind.DATE: 1, Kind.PERSON: 1}
_TICKED = frozenset({Kind.YES_NO, Kind.YES_NO_DO_NOT_KNOW, Kind.CHOOSE_ONE, Kind.CHOOSE_MANY})
_TIMES = 3
"""How often the questions of a list's item stand on the form."""


def blank(pack: Pack, words: Words, made_on: date) -> Document:
    """The form as a document. ``made_on`` dates the file and is not printed."""
    footer = words(
        "blank.footer", title=pack.title, form=pack.id, version=pack.version, page=PAGE, pages=PAGES
    )
    return Document(pack.title, words.language, made_on, "", footer, tuple(_blocks(pack, words)))


def _blocks(pack: Pack, words: Words) -> Iterator[Block]:
    yield Heading(1, pack.title)
    yield Paragraph(pack.about)
    yield Paragraph(words("blank.how"))
    yield Paragraph(words("blank.ids"))
    for page in pack.pages:
        asked = [block for question in page.questions for block in _asked(question, words)]
        if asked:
            yield Heading(2, page.title)
            if page.note:
                yield Paragraph(page.note)
            yield from asked


def _asked(question: Question, words: Words) -> Iterator[Block]:
    if question.id in _LEFT_OUT or question.kind in _NOT_ASKED:
        return
    if question.kind is Kind.PART:
        for number in range(1, _TIMES + 1):
            inside = [block for inner in question.questions for block in _asked(inner, words)]
            if inside:
                yield Heading(3, words("paper.item", label=question.label, number=number))
                yield from inside
        return
    choices: tuple[str, ...] = ()
    if question.kind in _TICKED:
        yes_no = {one: words(f"answers.{one}") for one in ("yes", "no", "do_not_know")}
        choices = tuple(choice.label for choice in choices_of(question, yes_no))
    columns = tuple(column.label for column in question.columns)
    if question.kind is Kind.PERSON:
        columns = tuple(words(f"blank.person_{one}") for one in ("name", "job", "how"))
    lines = 0 if choices else _ROOM.get(question.kind, 1)
    yield ToFill(question.label, question.help, question.id, choices, columns, lines)
