"""Every document and layout that leaves the program, made from the made-up person: for the pictures, and for the judges."""

from collections.abc import Iterator
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
from passport.actions.stop import stop
from passport.actions.tell import tell
from passport.actions.unlock import make
from passport.actions.words_code import words_code
from passport.forms.shelf import shelf
from passport.record.audience import Audience
from passport.vault.vault import Vault
from passport.wording.words import Words

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
WORDS = Words()
NAMES = ("advance-decision", "crisis-plan", "advance-statement", "involvement-passport")
"""One for each paper of the demo, in its order."""
PICTURED = frozenset({"crisis_plan", "advance_decision"})
"""Forms whose blank paper has a picture; the judges see them all."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One file of the gallery."""

    name: str
    about: str
    pdf: Path
    sealed: bool
    pictured: bool = True


def every_paper(folder: Path) -> Iterator[Paper]:
    """Each document in clear print and in large print."""
    vault, _rows = make(folder / "record", demo.PASSPHRASE, NOW)
    try:
        demo._fill(vault, shelf(), NOW)  # noqa: SLF001  # the same person as the demo's
        yield from _sealed(vault, folder / "papers")
        card = print_card(vault, shelf(), NOW, WORDS, folder / "card")
        yield Paper("card", "Card for a wallet", card.files["pdf"], sealed=True)
        yield from _chosen(vault, folder / "chosen")
        yield from _letters(vault, folder)
    finally:
        vault.close()
    for form, pack in shelf().packs.items():
        for large in (False, True):
            pdf = blank_form(shelf(), form, NOW.date(), WORDS, folder / "blank", large_print=large)["pdf"]
            about = f"Blank form: {pack.title}{', large print' * large}"
            yield Paper(pdf.stem, about, pdf, sealed=False, pictured=form in PICTURED)


def _sealed(vault: Vault, out: Path) -> Iterator[Paper]:
    for name, (for_, forms, fields, holder) in zip(NAMES, demo.PAPERS, strict=True):
        selection = choose(vault.passport(), shelf(), for_, forms, fields)
        for large in (False, True):
            handing = Handing(holder, large_print=large)
            made = share(vault, shelf(), selection, handing, NOW, WORDS, out)
            about = f"{name.replace('-', ' ').capitalize()}{', large print' * large}"
            yield Paper(f"{name}{'-large' * large}", about, made.files["pdf"], sealed=True)


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
