"""The role pack: under each entry whose words these are, in the same place and size; and at the end who can say so."""

from collections.abc import Iterable, Iterator

from passport.forms.dates import show_date, span
from passport.law.confirmed import ENDORSEMENTS, confirmed, id_in
from passport.paper.document import Block, Heading, Paragraph
from passport.paper.lines import Printer
from passport.record.answers import ME
from passport.record.passport import Passport
from passport.wording.words import Words


def whose_words(printer: Printer) -> Paragraph:
    """One line under an entry: in the person's words, or confirmed by somebody. Neither counts for more."""
    found, words = confirmed(printer.section), printer.words
    if found is None:
        key = "paper.in_words_of" if printer.whose else "paper.in_their_words"
        return Paragraph(words(key, name=printer.whose))
    question = printer.pack.question(found.question) if found.question else None
    choice = question.choice(found.by) if question is not None else None
    if choice is not None:
        return Paragraph(words("paper.confirmed_by_role", who=choice.label))
    if found.on is None:
        return Paragraph(words("paper.confirmed_by", name=found.by))
    days = span(found.on)
    key = "confirmed_by_on" if days is not None and days.first == days.last else "confirmed_by_in"
    return Paragraph(words(f"paper.{key}", name=found.by, date=show_date(found.on)))


def referees(printers: Iterable[Printer], words: Words) -> Iterator[Block]:
    """Everybody who agreed to say what the person did, each under a heading of their own."""
    blocks = [block for printer in printers for block in _of_entry(printer)]
    if blocks:
        yield Heading(2, words("paper.referees"))
        yield from blocks


def _of_entry(printer: Printer) -> Iterator[Block]:
    list_id, name_id = (id_in(printer.section, one) for one in (ENDORSEMENTS, "en_name"))
    part = printer.pack.question(list_id)
    inside = part.questions if part is not None else ()
    for item in printer.section.items(list_id):
        said = [
            block
            for question in inside
            if question.id != name_id
            for block in printer.in_item(item, question.id)
        ]
        name, title = str(item.value(name_id) or ""), printer.title
        if said or name:
            yield Heading(3, printer.words("paper.referee", name=name, title=title) if name else title)
            yield from said


def helped(shared: Passport, words: Words) -> Iterator[Block]:
    """Who helped with words that stand here, and how, as the person agreed to it."""
    by = (one.by for section in shared.sections for one in section.answers.values())
    if who := [one for one in dict.fromkeys(by) if one != ME]:
        yield Paragraph(words("helping.paper", who="; ".join(who)))
