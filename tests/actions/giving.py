"""Giving out Alex's crisis plan, for tests of the one door."""

from pathlib import Path

from passport.actions import share as sharing
from passport.actions.offer import choose
from passport.actions.share import Handing, rehearse, share
from passport.forms.shelf import shelf
from passport.record.audience import Audience, Selection
from passport.vault.vault import Vault
from passport.wording.words import Words
from tests.builders import NOW

WORDS = Words()
KINDS = ("pdf", "code_png", "code_svg", "code_text", "text", "html")


def care(vault: Vault) -> Selection:
    return choose(vault.passport(), shelf(), Audience.CARE, ("crisis_plan",), ())


def give(vault: Vault, out: Path, holder: str = "Northside Ward") -> sharing.Shared:
    return share(vault, shelf(), care(vault), Handing(holder, "Going in"), NOW, WORDS, out)


def files_in(folder: Path) -> dict[str, bytes]:
    return (
        {one.name: one.read_bytes() for one in folder.iterdir() if one.is_file()} if folder.exists() else {}
    )


def names(vault: Vault) -> dict[str, str]:
    """What each file will be called when it is given to the ward."""
    made = rehearse(vault, shelf(), care(vault), Handing("Northside Ward", "Going in"), NOW, WORDS)
    name = f"care-{made.facts.document[:8]}-v{made.facts.version}-{made.facts.short}"
    ends = (".pdf", "-code.png", "-code.svg", "-code.txt", ".txt", ".html")
    return dict(zip(KINDS, (f"{name}{end}" for end in ends), strict=True))
