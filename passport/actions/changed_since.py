"""What changed since I signed: each place with the words that were signed and the words of today. It changes nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from passport.actions.form_now import item_title, shown
from passport.actions.history import label_at
from passport.actions.signature import signed_whole
from passport.forms.pack import Pack
from passport.forms.shelf import Shelf
from passport.law.made import signing_that_counts
from passport.law.signed_text import signed_words
from passport.record.answers import Place, place_in, question_of
from passport.record.sections import SIGNINGS, Section
from passport.vault.vault import Vault
from passport.wording.words import Words


@dataclass(frozen=True, slots=True)
class Changed:
    """One place. ``then`` is empty where it was not answered yet, ``now`` where it is not answered any more."""

    place: Place
    label: str
    then: tuple[str, ...]
    now: tuple[str, ...]

    def to_plain(self) -> dict[str, object]:
        """As JSON."""
        return {"place": self.place, "label": self.label, "then": list(self.then), "now": list(self.now)}


def was_signed_here(section: Section) -> bool:
    """Whether a signing of this paper was written down here, so that we know what was signed."""
    signing = signing_that_counts(section)
    return signing is not None and signing.signed and signing.text is not None


def changed_since(vault: Vault, shelf: Shelf, section_id: str, words: Words) -> tuple[Changed, ...]:
    """In the order of the form. Empty where nothing changed, or nothing was signed here. Raises UnknownEntry."""
    section = vault.section(section_id)
    if not was_signed_here(section):
        return ()
    pack, then = shelf.pack(section.form), _as_signed(vault, section)
    was, is_now = signed_words(then, pack), signed_words(section, pack)
    places = [one for one in (*is_now, *was) if was.get(one) != is_now.get(one)]
    order = [question.id for question in pack.questions()]
    places = sorted(dict.fromkeys(places), key=lambda one: order.index(question_of(one)))
    found = [
        Changed(
            one, label_at(pack, one, words), _shown(pack, then, one, words), _shown(pack, section, one, words)
        )
        for one in places
    ]
    return (*found, *_in_another_order(pack, then, section, words))


def _as_signed(vault: Vault, section: Section) -> Section:
    """The section as it stood when the signing that counts was written down."""
    signing, whole = signing_that_counts(section), signed_whole(section.form)
    assert signing is not None
    text = whole.text if whole is not None else place_in(SIGNINGS, signing.item.id, "sg_doc_hash")
    revisions = vault.history(section.id)
    last = max((one.number for one in revisions if one.place == text), default=0)
    return replace(section, answers={one.place: one.answer for one in revisions if one.number <= last})


def _shown(pack: Pack, section: Section, place: Place, words: Words) -> tuple[str, ...]:
    question, part = pack.question(question_of(place)), place.partition(".")[0]
    there = "." not in place or place.split(".")[1] in {one.id for one in section.items(part)}
    return shown(question, section.answers.get(place), words) if question is not None and there else ()


def _in_another_order(pack: Pack, then: Section, section: Section, words: Words) -> tuple[Changed, ...]:
    """Lists whose items stand in another order than in what was signed."""
    found = []
    for part in (one for one in pack.questions() if one.questions and one.id != SIGNINGS):
        before, after = (_titles(one, part.id, pack, words) for one in (then, section))
        both = before.keys() & after.keys()
        if [one for one in before if one in both] != [one for one in after if one in both]:
            found.append(Changed(part.id, part.label, tuple(before.values()), tuple(after.values())))
    return tuple(found)


def _titles(section: Section, part: str, pack: Pack, words: Words) -> Mapping[str, str]:
    asked = pack.question(part)
    assert asked is not None
    return {one.id: item_title(asked, one, words) for one in section.items(part)}
