"""A words code: a few lines that any phone shows, chosen word for word. On a page, or on a card for a wallet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from passport.actions.chosen import (
    Piece,
    To,
    about_me,
    as_chosen,
    chosen_from,
    file_name,
    register_line,
)
from passport.actions.copy_kinds import WORDS_CODE
from passport.actions.hand_out import Contents, Given, Line, hand_out
from passport.checking.child import PICTURE, read_here
from passport.errors import CardLineTooLong, OwnCheckFailed, TooMuchForCode
from passport.forms.dates import show_date
from passport.forms.shelf import Shelf
from passport.paper.card import MOST_LETTERS
from passport.paper.twin import html_twin, text_twin
from passport.paper.typeset import typeset
from passport.paper.words_code import words_card, words_page
from passport.qr.draw import largest_module, png, svg
from passport.qr.plain import bytes_of, first_without_room, letters_too_many, plain_text
from passport.qr.room import A4, CARD
from passport.record.answers import Value
from passport.record.audience import Audience
from passport.vault.vault import Vault
from passport.wording.words import Words

MOST_LINES, MOST_ON_CARD = 12, 5


@dataclass(frozen=True, slots=True)
class MadeWords:
    """Everything that would leave."""

    shows: str
    """What a phone shows, letter for letter."""
    percent: int
    """How full the code is."""
    text: str
    html: str
    pdf: bytes
    code_svg: bytes
    code_png: bytes
    line: Line


def to_choose(vault: Vault, shelf: Shelf, for_: Audience, words: Words) -> tuple[Piece, ...]:
    """What may be chosen for one side of the wall. None of it goes in by itself."""
    return tuple(about_me(vault.passport(), shelf, for_, words))


def mark(now: datetime, words: Words) -> str:
    """The line of ours at the end of every such code."""
    return words("words_code.mark", date=show_date(now.date().isoformat()))


def how_full(lines: Sequence[str], now: datetime, words: Words, *, card: bool) -> int:
    """Per cent of the code's room; above 100 where it is too much."""
    room = CARD if card else A4
    return -(-100 * bytes_of(as_chosen(lines), mark(now, words)) // room.bytes)


def rehearse_words(
    vault: Vault,
    shelf: Shelf,
    for_: Audience,
    lines: Sequence[str],
    to: To,
    now: datetime,
    words: Words,
    *,
    card: bool = False,
) -> MadeWords:
    """Everything that would leave, without leaving a trace.

    Raises HolderWanted, NothingChosen, CodeWouldAct, TooMuchForCode, CardLineTooLong, CannotPrint.
    """
    to, chosen, room, last = to.as_kept(), as_chosen(lines), CARD if card else A4, mark(now, words)
    shows = plain_text(chosen, last)
    at = first_without_room(chosen, last, room, MOST_ON_CARD if card else MOST_LINES)
    if at is not None:
        letters = letters_too_many(chosen, last, room)
        key = "words_code.leave_out_letters" if letters else "words_code.leave_out_lines"
        raise TooMuchForCode(leave_out=words(key, line=at, letters=letters))
    for number, one in enumerate(chosen, 1):
        if card and len(one) > MOST_LETTERS:
            raise CardLineTooLong(number=number, most=MOST_LETTERS)
    pieces = chosen_from(chosen, to_choose(vault, shelf, for_, words))
    line = register_line(vault, shelf, WORDS_CODE, for_, "\n".join(chosen), pieces, to, now.date())
    page = words_card if card else words_page
    document = page(chosen, last, line.copy, words)
    code_svg = svg(shows, room, title=words("words_code.title"), module=largest_module(shows, room))
    return MadeWords(
        shows,
        how_full(lines, now, words, card=card),
        text_twin(document),
        html_twin(document),
        typeset(document, code_svg, {}, words, large_print=to.large_print and not card),
        code_svg,
        png(shows, room),
        line,
    )


def words_code(
    vault: Vault,
    shelf: Shelf,
    for_: Audience,
    lines: Sequence[str],
    to: To,
    now: datetime,
    words: Words,
    out: Path,
    *,
    card: bool = False,
) -> Given[MadeWords]:
    """Give it out: files in ``out`` and a line in the register, or neither. Raises as ``rehearse_words``, and NoRoom, NoRoomThere, NoPermission."""
    made = rehearse_words(vault, shelf, for_, lines, to, now, words, card=card)
    name = file_name("words-code", made.line) + ("-card" if card else "-large" * to.large_print)
    contents = Contents(
        made.pdf, made.code_png, made.code_svg, made.shows.encode(), made.text.encode(), made.html.encode()
    )

    def checks() -> Mapping[str, Value]:
        if read_here(PICTURE, made.code_png)["text"] != made.shows:
            raise OwnCheckFailed(check=words("words_code.differs"))
        return {}

    hand_out(vault, out, contents.files(name), made.line, checks)
    return Given(made, made.line.copy, {kind: out / file for kind, file in contents.named(name).items()})
