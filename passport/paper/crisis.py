"""The crisis plan: a front of one page for a stranger in a hurry, then the rest. Nothing the person wrote is cut short.

What we add are the crisis lines of the person's nation, after their own, and who says so.
"""

from collections.abc import Iterator, Sequence

from passport.forms.dates import show_date
from passport.law.crisis_lines import CrisisLine, lines_to_add, more_to_say, name_and_number
from passport.paper.document import Block, CodePicture, Field, Front, Heading, Pair, Panel, Paragraph
from passport.paper.lines import Printer
from passport.record.answers import texts_in
from passport.record.sections import stopped_date
from passport.wording.words import Words, labelled

PLAN, DECISION = "crisis_plan", "advance_decision"
WHO = ("am_name", "am_known_as", "am_pronouns", "am_dob", "am_health_no")
"""What the front says of who the person is."""
_OWN = "cp_services"
ROOM = {
    "cp_people": (3, 330),
    "cp_services": (3, 330),
    "cp_allergy": (3, 200),
    "cp_you_do": (4, 330),
    "cp_you_dont": (3, 260),
    "cp_hard": (1, 180),
    "cp_papers": (3, 260),
}
"""How many lines of an answer, and letters in all, the front has room for. What is longer stands on the pages after it, whole."""


class _OnFront:
    """Takes the first lines of answers while there is room, and knows which answers are all there."""

    def __init__(self, printer: Printer) -> None:
        self._printer = printer
        self.whole: set[str] = set()

    def lines(self, question_id: str) -> tuple[str, ...]:
        """The first lines, none of them cut; then where the others are."""
        shown = [
            line
            for block in self._printer.question(question_id)
            if isinstance(block, Field)
            for line in block.lines
        ]
        most, letters = ROOM[question_id]
        taken: list[str] = []
        for line in shown[:most]:
            letters -= len(line)
            if letters < 0:
                break
            taken.append(line)
        if len(taken) == len(shown):
            self.whole.add(question_id)
            return tuple(taken)
        return (*taken, self._printer.words("front.more"))

    def field(self, question_id: str) -> Iterator[Field]:
        """The same, under its label."""
        lines, question = self.lines(question_id), self._printer.pack.question(question_id)
        if lines and question is not None:
            yield Field(question.label, lines)


def front(
    printer: Printer,
    decision: Printer | None,
    heads: Sequence[Block],
    who: Sequence[Block],
    code: CodePicture,
) -> tuple[Front, frozenset[str]]:
    """The front, and the questions that it answers in full.

    ``heads`` are the title and what stands under it, ``who`` the person; ``decision`` is given where the advance decision is
    a part of the same paper.
    """
    on_front, words = _OnFront(printer), printer.words
    blocks: list[Block] = [*heads]
    refused = tuple(_refused(decision)) if decision is not None else ()
    allergy = on_front.lines("cp_allergy")
    read_first = (
        *((words("front.call_me", name=printer.whose),) if printer.whose else ()),
        *(words("front.allergy", what=one) for one in allergy),
        words("front.ask_first"),
    )
    blocks.append(Panel(words("front.read_first"), read_first))
    call = (*on_front.lines("cp_people"), *on_front.lines("cp_services"))
    if call:
        blocks.append(Panel(words("front.call_first"), (*call, *_checked(printer))))
    left, right = list(on_front.field("cp_you_do")), []
    for question_id in ("cp_you_dont", "cp_hard"):
        right += list(on_front.field(question_id))
    if left or right:
        blocks.append(Pair(tuple(left), tuple(right)))
    right_side: tuple[Block, ...]
    if refused:  # this is the paper they lead to
        right_side = (Panel(words("front.refuse"), (*refused, words("front.refuse_full"))),)
    else:
        right_side = tuple(on_front.field("cp_papers"))
    beside = (tuple(_who(who, words)), right_side)
    if any(beside):
        blocks.append(Pair(*beside))
    blocks.append(code)
    return Front(tuple(blocks)), frozenset(on_front.whole)


def _who(fields: Sequence[Block], words: Words) -> Iterator[Field]:
    """Who the person is, a line each."""
    lines = [labelled(one.label, "; ".join(one.lines)) for one in fields if isinstance(one, Field)]
    if lines:
        yield Field(words("paper.who_i_am"), tuple(lines))


def _refused(decision: Printer) -> Iterator[str]:
    """Each refusal that stands, by the name of the treatment alone: its conditions stand in the paper itself."""
    for refusal in decision.section.items(decision.pack.refusals):
        ended = (decision.section.id, refusal.id) in decision.standing.ended
        treatment = refusal.answers.get("rfz_treatment")
        if treatment is not None and not ended and stopped_date(refusal.value("rfz_status")) is None:
            yield decision.words("front.refused", treatment=str(treatment.words))


def _checked(printer: Printer) -> Iterator[str]:
    """The day the person last looked it all over, numbers included."""
    if printer.section.value("cp_checked") is not None:
        answer = printer.section.answers["cp_checked"]
        question = printer.pack.question("cp_checked")
        if question is not None:
            yield printer.words("front.checked", date="; ".join(printer.shown(question, answer)))


def after_front(printer: Printer, done: frozenset[str]) -> Iterator[Block]:
    """Everything that is not on the front in full, page by page, after the lines that we add."""
    yield Heading(2, printer.words("front.all_of_it"))
    yield Paragraph(printer.words("front.goes_on"))
    yield from added(printer)
    yield from printer.the_rest(done)


def added(printer: Printer) -> Iterator[Block]:
    """A box of their own, so that nobody takes them for the person's words. None where the plan names them all."""
    own = texts_in(printer.section.value(_OWN))
    lines = tuple(_in_words(one, printer.words) for one in lines_to_add(printer.standing.nation, own))
    if lines:
        yield Panel(printer.words("paper.lines_added"), lines)


def _in_words(one: CrisisLine, words: Words) -> str:
    checked = (
        words("paper.line_not_checked")
        if one.checked_on is None
        else words("paper.line_checked", date=show_date(one.checked_on.isoformat()))
    )
    return " ".join((f"{name_and_number(one, words)}.", *more_to_say(one, words), checked))
