"""Everything that we cannot promise is said in plain words in the README. The list is that of the threats we thought through."""

from pathlib import Path

import pytest

README = (Path(__file__).resolve().parent.parent.parent / "README.md").read_text(encoding="utf-8")
CANNOT = README.partition("## What it cannot do\n")[2].partition("\n## ")[0]
SAID = {
    "shared computer: its presence is not hidden": "does not hide that it is here",
    "partner: who knows the passphrase, watches or logs": "someone who knows your passphrase, watches you type",
    "computer of others: keys and screen are recorded": "if someone records the keys or the screen",
    "stolen laptop: asleep and open": "A laptop that sleeps with the record open can be read",
    "stick: old parts stay in flash": "may keep old parts of a file after it was erased",
    "made to open it: no hidden record": "There is no hidden record",
    "advocate: what was shown cannot be taken back": "cannot call back copies that you gave out",
    "receiver: not who, not capacity, not the newest": "cannot know who the person is, or if they could decide",
    "forger: what another viewer shows": "Another program may show a changed PDF as fine",
    "old copies: none that nobody listed, no newer one known": "if a newer paper exists",
    "lost passphrase and words": "If you lose the passphrase and the recovery words",
    "loss of capacity: no waiting time, no right to decide": "no waiting time for a second person",
    "swap and hibernation": "moves out of memory to disk can stay there",
    "crash dumps: root": "root, or an administrator",
    "temporary files: what viewers and printers keep": "other programs, printers and cloud folders may keep",
    "terminal: recordings and pictures": "A terminal that records everything",
    "clipboard: histories": "Some clipboards keep what you copied",
    "printer: their disks": "printers and cloud folders may keep their own copies",
    "a hostile computer": "cannot make a computer safe that someone else controls",
    "a bad file in another program": "stop a bad file from harming you in another program",
}


@pytest.mark.parametrize("what", SAID)
def test_what_we_cannot_do_is_said_in_the_readme(what: str) -> None:
    assert SAID[what] in CANNOT


def test_every_goal_has_its_row_on_the_page_about_proofs() -> None:
    from bench.goals import GOALS

    page = (Path(__file__).resolve().parent.parent.parent / "docs" / "proof.md").read_text(encoding="utf-8")
    assert [name for name in GOALS if f"| `{name}` |" not in page] == []
