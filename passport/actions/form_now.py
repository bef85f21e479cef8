"""One filled-in form as it stands, in the words that every front shows: what is asked, what was answered, why we ask."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from passport.actions.assess import assess
from passport.actions.home import stopped_at
from passport.actions.links import with_links
from passport.forms.dates import show_date
from passport.forms.interview import Step, every_step, steps
from passport.forms.kinds import read, show
from passport.forms.ladders import ladders
from passport.forms.pack import Kind, Pack, Question
from passport.forms.shelf import Shelf
from passport.record.answers import Answer, Place, Value, texts_in
from passport.record.audience import ON_ITS_OWN_PAGE
from passport.record.sections import SIGNINGS, Item, Section
from passport.vault.vault import Vault
from passport.wording.words import Words

YES_NO = ("yes", "no", "do_not_know")


@dataclass(frozen=True, slots=True)
class FormNow:
    """One filled-in form as it stands: the section, its pack, and what is asked given the answers so far."""

    section: Section
    pack: Pack
    steps: tuple[Step, ...]
    carry_on: Place | None
    """The first question that nobody answered, from where they stopped, else of all: a place that has a page."""

    def step(self, place: Place) -> Step:
        """The step at a place, also where other answers have hidden it since."""
        for step in self.steps:
            if step.place == place:
                return step
        page, question = next(
            (page, one) for page in self.pack.pages for one in page.questions if one.id == place
        )
        return Step(place, question, page)

    def after(self, place: Place) -> Step | None:
        """The step after a place."""
        places = [step.place for step in self.steps]
        at = places.index(place) + 1 if place in places else len(places)
        return self.steps[at] if at < len(places) else None

    def before(self, place: Place) -> Step | None:
        """The step before a place."""
        places = [step.place for step in self.steps]
        return self.steps[places.index(place) - 1] if place in places[1:] else None


def form_now(vault: Vault, shelf: Shelf, section_id: str) -> FormNow:
    """One form as it stands. Raises UnknownEntry, UnknownForm."""
    section = vault.section(section_id)
    pack = shelf.pack(section.form)
    first_entry = vault.passport().of_form(section.form)[0].id == section_id
    asked = tuple(every_step(pack, section, first_entry=first_entry))
    unanswered = _carry_on(asked, section, stopped_at(vault))
    passport = vault.passport()
    shown_now = tuple(
        replace(step, question=with_links(step.question, passport, shelf))
        for step in steps(pack, section, first_entry=first_entry)
    )
    return FormNow(section, pack, shown_now, unanswered)


def _carry_on(asked: tuple[Step, ...], section: Section, stopped: tuple[str, Place] | None) -> Place | None:
    places = [step.place for step in asked]
    here = stopped[1] if stopped is not None and stopped[0] == section.id else ""
    start = next((places.index(one) for one in (here, here.split(".", 1)[0]) if one in places), 0)
    for step in (*asked[start:], *asked[:start]):
        if step.place not in section.answers and step.question.kind is not Kind.FIXED:
            return SIGNINGS if step.place.startswith(f"{SIGNINGS}.") else step.place
    return None


def opens_at(form: FormNow, place: Place) -> Place | None:
    """The place to go to in a form; None where no question is asked there now, so that the form as a whole is meant."""
    top = place.split(".", 1)[0]
    return place if any(step.place == top for step in form.steps) else None


def shown(question: Question, answer: Answer | None, words: Words) -> tuple[str, ...]:
    """An answer in words, as it is read or as it was typed. Empty where nothing was answered.

    What was answered when the form asked in another way, and cannot be read now, is shown as it was typed.
    """
    if answer is None:
        return ()
    labels = {one: words(f"answers.{one}") for one in YES_NO}
    if question.kind is Kind.LIST or _read_now(question, answer.words, answer):
        lines = show(question, answer.value, labels) or texts_in(answer.words)
    else:
        lines = tuple(
            line for one in texts_in(answer.words) for line in _one_shown(question, one, answer, labels)
        )
    return tuple(line.rstrip() for line in lines if line.strip())


def _one_shown(question: Question, one: str, answer: Answer, labels: Mapping[str, str]) -> tuple[str, ...]:
    """One of several choices by its label, where it can still be chosen; anything else as it was typed."""
    choosing = question.kind in {Kind.CHOOSE_ONE, Kind.CHOOSE_MANY}
    value = read(question, one, answer.when.date()).value if choosing else None
    return show(question, value, labels) or (one,)


def choices_gone(question: Question, answer: Answer | None) -> tuple[str, ...]:
    """What was chosen that cannot be chosen any more, as it was typed. They are asked to choose again."""
    if answer is None or question.kind not in {Kind.CHOOSE_ONE, Kind.CHOOSE_MANY}:
        return ()
    return tuple(
        one for one in texts_in(answer.words) if one.strip() and not _read_now(question, one, answer)
    )


def _read_now(question: Question, words: Value, answer: Answer) -> bool:
    """Whether these words can be read as the question is asked now."""
    return read(question, words, answer.when.date()).problem is None


def listed(question: Question, answer: Answer | None, words: Words) -> tuple[str, ...]:
    """As ``shown``, for a list of answers: what belongs on its own page alone is not in it, answered or not."""
    if question.id in ON_ITS_OWN_PAGE:
        return (words("answers.own_page"),)
    return shown(question, answer, words)


def item_title(part: Question, item: Item, words: Words) -> str:
    """What to call an item of a list: the first thing that was answered about it."""
    facts = item_facts(part, item, words)
    return ", ".join(facts[0][1]) if facts else words("home.untitled")


def item_facts(part: Question, item: Item, words: Words) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What was answered about an item: each label with the words for it."""
    return tuple(
        (question.label, lines)
        for question in part.questions
        if question.kind is not Kind.AUTOMATIC
        and (lines := shown(question, item.answers.get(question.id), words))
    )


def item_lines(
    vault: Vault, shelf: Shelf, section_id: str, part: Question, today: date, words: Words
) -> tuple[tuple[str, str, str], ...]:
    """Each item of a list of pages: its id, its title, and where it stands. Nothing for any other question."""
    section = vault.section(section_id)
    if part.kind is not Kind.PART:
        return ()
    standing: dict[str, str] = {}
    if part.id == shelf.pack(section.form).refusals and section.items(part.id):
        found = assess(vault, shelf, section_id, today)
        standing = {one.id: words(f"outcome.{one.outcome}") for one in found.refusals}
    if part.id == SIGNINGS:
        dates = {item.id: item.value("sg_date") for item in section.items(SIGNINGS)}
        standing = {item: show_date(str(day)) for item, day in dates.items() if day is not None}
    return tuple(
        (item.id, item_title(part, item, words), standing.get(item.id, "")) for item in section.items(part.id)
    )


def why_we_ask(question: Question, words: Words, chosen: Value = None) -> list[str]:
    """What help says of a question: its hint, why we ask, what others call what was chosen, and where it comes from."""
    lines = [question.help, question.why, *ladders().about(question, words, chosen)]
    if question.source.words:
        checked = words(f"help.checked_{question.source.checked}")
        lines.append(words("help.source", source=question.source.words, checked=checked))
    return [line for line in lines if line]


def has_signing_day(pack: Pack) -> bool:
    """Whether a paper of this form is signed step by step."""
    return next(signing_steps(pack), None) is not None


def signing_steps(pack: Pack) -> Iterator[str]:
    """What to do on signing day, in order."""
    number = 1
    while (text := pack.words.get(f"signing_{number}")) is not None:
        yield text
        number += 1
