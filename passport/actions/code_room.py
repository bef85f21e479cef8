"""How full a code is, in words: the same on the full screen, in plain lines and for a command."""

from passport.forms.shelf import Shelf
from passport.qr.meter import Meter
from passport.qr.token import EntryFacts
from passport.wording.words import Words


def in_words(meter: Meter, shelf: Shelf, words: Words) -> tuple[str, ...]:
    """How many entries it holds, how full it is, then a line for each thing that had no room."""
    lines = []
    if meter.entries_in_all:
        lines.append(words("code.holds", count=meter.entries, all=meter.entries_in_all))
    lines.append(words("code.full", percent=meter.percent))
    labels = shelf.labels_by_question()
    left = [labels[question] for question in meter.facts_left_out]
    left += [_named(entry, shelf) for entry in meter.entries_left_out]
    if left:
        lines += [words("code.left_out"), *left]
    return tuple(lines)


def _named(entry: EntryFacts, shelf: Shelf) -> str:
    """The form, and the first thing the person wrote in that entry."""
    title = shelf.pack(entry.form).title
    first = next((said for said in entry.facts.values() if isinstance(said, str)), "")
    return f"{title}: {first}" if first else title
