"""Every document and layout that leaves the program, made from the made-up person: for the pictures, and for the judges."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from passport.actions import answer, demo
from passport.actions.blank import blank_form
from passport.actions.card import print_card
from passport.actions.chosen import To
from passport.actions.cover import Chosen, copies_to_cover, cover
from passport.actions.offer import choose
from passport.actions.share import Handing, share
from passport.actions.sheets import write_recovery_sheet, write_share_sheets
from passport.actions.stop import stop
from passport.actions.tell import tell
from passport.actions.unlock import make
from passport.actions.ways import ShareGiven
from passport.actions.withdraw import begin_notice
from passport.actions.words_code import words_code
from passport.forms.examples import Example, read_example
from passport.forms.shelf import shelf
from passport.law.papers import papers
from passport.paper.card import LINES
from passport.record.audience import Audience
from passport.record.passport import WHO_I_AM
from passport.vault.vault import Vault
from passport.wording.words import Words

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
WORDS = Words()
NAMES = ("advance-decision", "crisis-plan", "advance-statement", "involvement-passport")
"""One for each paper of the demo, in its order."""
PICTURED = frozenset({"crisis_plan", "advance_decision"})
"""Forms whose blank paper has a picture; the judges see them all."""
STATEMENT, NOTICE = "advance_statement_scotland", "withdrawal_notice"
CARER = ("carer_emergency_plan", "carer_view")
ROWS = (
    ("kettle", "harbour", "violin", "meadow"),
    ("lantern", "pebble", "orchard", "saddle"),
    ("timber", "velvet", "willow", "zebra"),
)
"""Not words of any record."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One file of the gallery."""

    name: str
    about: str
    pdf: Path
    sealed: bool
    pictured: bool = True
    also: tuple[int, str] | None = None
    """Another page that has a picture of its own, and what it is called."""


@dataclass(frozen=True, slots=True)
class Given:
    """A paper that is shared with one holder."""

    name: str
    for_: Audience
    forms: tuple[str, ...]
    fields: tuple[str, ...]
    holder: str
    also: tuple[int, str] | None = None


def every_paper(folder: Path) -> Iterator[Paper]:
    """Each document in clear print and in large print."""
    vault, _rows = make(folder / "record", demo.PASSPHRASE, NOW)
    try:
        demo._fill(vault, shelf(), NOW)  # noqa: SLF001  # the same person as the demo's
        usual = [Given(name, *paper) for name, paper in zip(NAMES, demo.PAPERS, strict=True)]
        choices = Given("advance-choice", Audience.CARE, ("advance_choice_document",), (), "Harbour Ward")
        yield from _sealed(vault, folder / "papers", (*usual, choices))
        card = print_card(vault, shelf(), NOW, WORDS, folder / "card")
        yield Paper("card", "Card for a wallet", card.files["pdf"], sealed=True)
        lines = print_card(vault, shelf(), NOW, WORDS, folder / "card", {LINES})
        yield Paper("card-lines", "Card with its lines in the code", lines.files["pdf"], sealed=True)
        yield from _chosen(vault, folder / "chosen")
        yield from _letters(vault, folder)
    finally:
        vault.close()
    yield from _sheets(folder / "sheets")
    yield from _scotland(folder / "scotland")
    yield from _carer(folder / "carer")
    for form, pack in shelf().packs.items():
        for large in (False, True):
            pdf = blank_form(shelf(), form, NOW.date(), WORDS, folder / "blank", large_print=large)["pdf"]
            about = f"Blank form: {pack.title}{', large print' * large}"
            yield Paper(pdf.stem, about, pdf, sealed=False, pictured=form in PICTURED)


def _sealed(vault: Vault, out: Path, papers: Iterable[Given]) -> Iterator[Paper]:
    for one in papers:
        selection = choose(vault.passport(), shelf(), one.for_, one.forms, one.fields)
        for large in (False, True):
            handing = Handing(one.holder, large_print=large)
            made = share(vault, shelf(), selection, handing, NOW, WORDS, out)
            about = f"{one.name.replace('-', ' ').capitalize()}{', large print' * large}"
            also = None if large else one.also
            yield Paper(f"{one.name}{'-large' * large}", about, made.files["pdf"], sealed=True, also=also)


def _scotland(folder: Path) -> Iterator[Paper]:
    """Isla's statement as it is signed, her statement once it was, and her notice to withdraw it, to be signed."""
    vault, _rows = make(folder / "record", demo.PASSPHRASE, NOW)
    try:
        example = _example(STATEMENT, "whole_isla_reid")
        answer.put_all(vault, shelf(), WHO_I_AM, example.about_me, NOW)
        to_sign = {
            key: words for key, words in example.answers.items() if key not in papers()[STATEMENT].done
        }
        section = answer.put_all(vault, shelf(), STATEMENT, to_sign, NOW).section
        signatures = (2, "where it is signed and certified")
        paper = Given("scotland-statement-to-sign", Audience.CARE, (STATEMENT,), (), "Dr Aziz", signatures)
        yield from _sealed(vault, folder / "papers", (paper,))
        answer.put_all(vault, shelf(), STATEMENT, example.answers, NOW, section.id)
        paper = Given("scotland-statement", Audience.CARE, (STATEMENT,), (), "Northmuir Health Board")
        yield from _sealed(vault, folder / "papers", (paper,))
        begin_notice(vault, shelf(), section.id, NOW)
        paper = Given("scotland-notice-to-sign", Audience.CARE, (NOTICE,), (), "Northmuir Health Board")
        yield from _sealed(vault, folder / "papers", (paper,))
    finally:
        vault.close()


def _carer(folder: Path) -> Iterator[Paper]:
    """Ngozi's papers: for when she cannot come, her view, and what she has done with other carers."""
    vault, _rows = make(folder / "record", demo.PASSPHRASE, NOW)
    try:
        for form in shelf().packs:
            for file in shelf().examples(form):
                if file.name.startswith("ngozi"):
                    answer.put_all(vault, shelf(), form, read_example(file).answers, NOW)
        plan, view = (
            Given(form.replace("_", "-"), Audience.CARER_CARE, (form,), (), "Northside Crisis Team")
            for form in CARER
        )
        role = Given("carer-involvement-passport", Audience.CARER_INVOLVEMENT, (), (), "Northside Trust")
        yield from _sealed(vault, folder / "papers", (plan, view, role))
    finally:
        vault.close()


def _sheets(folder: Path) -> Iterator[Paper]:
    """What is kept apart from the computer. Its words are made up and open nothing."""
    sheet = write_recovery_sheet(folder, ROWS, NOW.date(), WORDS)
    yield Paper("recovery-sheet", "Recovery sheet", sheet, sealed=False)
    line = " ".join(word for row in ROWS for word in row)
    shares = [ShareGiven(number, "", line) for number in (1, 2, 3)]
    for number, pdf in enumerate(write_share_sheets(folder, shares, 2, NOW.date(), WORDS), 1):
        yield Paper(f"share-{number}", "Recovery share", pdf, sealed=False, pictured=number == 1)


def _example(form: str, name: str) -> Example:
    file = next(one for one in shelf().examples(form) if one.name.startswith(name))
    return read_example(file)


def _chosen(vault: Vault, out: Path) -> Iterator[Paper]:
    """Words that leave one by one: what a person like Alex might choose for a role, for their pocket, and for their GP."""
    role = (
        "Alex Morgan",
        "Text me first: 07700 900142",
        "A break of ten minutes each hour",
        "Papers a week before",
    )
    found = ("Call me Alex", "Ring Jamie: 07700 900118", "Sit down. Ask me about the allotment")
    decision = next(one for one in copies_to_cover(vault) if "advance_decision-1" in one.sections)
    letter = Chosen(
        "Alex Morgan",
        ("My advance decision", "It was signed with a witness on 2 November 2026."),
        ("Advance decision to refuse treatment on file. Read it before you treat.",),
        ("Jamie: 07700 900118",),
    )
    for large in (False, True):
        ends, about = "-large" * large, ", large print" * large
        to = To("Northside Trust", large_print=large)
        made = words_code(vault, shelf(), Audience.INVOLVEMENT, role, to, NOW, WORDS, out)
        yield Paper(f"words-code{ends}", f"Code with words{about}", made.files["pdf"], sealed=False)
        cover_ = cover(vault, shelf(), decision.id, letter, to, NOW, WORDS, out)
        yield Paper(f"cover-letter{ends}", f"Cover letter{about}", cover_.files["pdf"], sealed=False)
    card = words_code(vault, shelf(), Audience.CARE, found, To("Me"), NOW, WORDS, out, card=True)
    yield Paper("words-card", "Card for a wallet with words for any phone", card.files["pdf"], sealed=False)


def _letters(vault: Vault, folder: Path) -> Iterator[Paper]:
    """What changes once a plan has new words and a decision is stopped."""
    plan = answer.section_for(vault, shelf(), "crisis_plan", NOW.date())
    answer.put(vault, shelf(), plan.id, "cp_pets", "Two cats now", NOW)
    stop(vault, shelf(), answer.existing(vault, "advance_decision", None).id, NOW)
    for large in (False, True):
        made = tell(vault, shelf(), NOW.date(), WORDS, folder / "letters", large_print=large)
        for number, pdf in enumerate(made.values(), 1):
            about = f"Letter to a holder{', large print' * large}"
            yield Paper(f"letter-{number}{'-large' * large}", about, pdf, sealed=False, pictured=number <= 3)
