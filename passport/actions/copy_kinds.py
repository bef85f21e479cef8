"""Which document a copy is a version of, and of which kind: worked out, and kept nowhere."""

from collections.abc import Iterable

from passport.record.audience import Audience
from passport.record.copies import CopyGiven
from passport.vault.vault import Vault

WORDS_CODE, ALERT, COVER = "words", "alert", "cover"
"""The kinds of a document whose words were chosen one by one."""
BUNDLE = "bundle"
"""What somebody was asked to help with."""
SEALED = ("paper", "card")
"""The kinds that hold sealed answers."""


def series(for_: Audience, sections: Iterable[str], kind: str = "") -> str:
    """The name of a document: every version of it holds the same sections, for the same side of the wall.

    ``kind`` tells a card from a paper of the same form.
    """
    return " ".join([for_, *sorted(sections), *([kind] if kind else [])])


def kind_of(vault: Vault, copy: CopyGiven) -> str:
    """``paper``, ``card`` or one of the kinds above: worked out from its document, and kept nowhere."""
    kinds = {kind: series(copy.audience, (), kind) for kind in (WORDS_CODE, ALERT, COVER)}
    kinds |= {kind: series(copy.audience, copy.sections, kind) for kind in ("card", BUNDLE)}
    return next(
        (kind for kind, named in kinds.items() if vault.next_document(named, "")[0] == copy.document), "paper"
    )
