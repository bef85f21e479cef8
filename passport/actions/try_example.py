"""Try an example of a pack: its answers as a file would put them, signed and stopped as it says, then assessed.

Nothing is kept anywhere. What does not load, or does not come out as it says, is a complaint.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from functools import partial

from passport.actions.answers_in_file import answers_in, answers_of_item
from passport.actions.signature import with_signed_text
from passport.actions.withdraw import STATUS, stopped_answer
from passport.errors import FilledByDoing, NotAList, NothingToPick, PackError, PackUnreadable, UnknownChoice
from passport.forms.complaints import Complaints
from passport.forms.examples import THE_DAY, Example, example_in
from passport.forms.interview import troubles
from passport.forms.pack import Kind, Pack
from passport.forms.shelf import Shelf
from passport.law.assess import assess
from passport.law.findings import Assessment
from passport.law.notes import notes_shelf
from passport.law.signed_text import signed_digests
from passport.record.answers import Answer, Place, place_in
from passport.record.passport import WHO_I_AM, Passport
from passport.record.sections import SIGNINGS, Section
from passport.wording.words import Words

_NOT_WRONG = frozenset({"answer_wanted", "one_wanted"})
"""An example may leave out what its form asks for."""
_FINDINGS = ("findings", "not_findings")


def try_example(
    pack: Pack,
    example: Example,
    shelf: Shelf,
    file: str,
    complaints: Complaints,
    words: Words,
    *,
    whole: bool = True,
) -> None:
    """Everything that is wrong with an example of a pack goes to the complaints; ``file`` is what it is called there.

    A pack with something wrong can be answered, and no more: then it is not ``whole``.
    """
    trial = _Trial(pack, example, shelf, file, complaints, words)
    beside = trial.beside()
    section = trial.answered(beside)
    if whole:
        trial.signed_and_assessed(section, beside)


@dataclass(frozen=True, slots=True)
class _Trial:
    """One example being tried."""

    pack: Pack
    example: Example
    shelf: Shelf
    file: str
    complaints: Complaints
    words: Words

    @property
    def now(self) -> datetime:
        """The moment at which everything in it was saved."""
        return datetime.combine(self.example.today or THE_DAY, time(10), UTC)

    def beside(self) -> tuple[Section, ...]:
        """What stands in the passport beside it: answers that it gives, and the same person's other examples."""
        given = dict(self.example.others)
        person = self.example.name.partition("_")[0]
        for form in self.example.beside:
            files = [one for one in self.shelf.examples(form) if one.name.startswith(person)]
            found = example_in(files[0], files[0].name, Complaints()) if files else None
            given[form] = {} if found is None else found.answers
        sections = []
        for form, typed in given.items():
            pack = self.shelf.packs.get(form)
            if pack is None:
                self._say(form, "form", form=form)
            else:
                empty = Section(f"{form}-1", form, pack.version, self.now.date(), {})
                sections.append(self._loaded(pack, empty, typed, (), f"others.{form}."))
        return tuple(sections)

    def answered(self, beside: tuple[Section, ...]) -> Section:
        """The section with the answers that load, signed where they say that it was."""
        empty = Section(f"{self.pack.id}-1", self.pack.id, self.pack.version, self.now.date(), {})
        section = self._loaded(self.pack, empty, self.example.answers, beside)
        return section.with_answers(with_signed_text(empty, self.pack, section.answers, self.now))

    def signed_and_assessed(self, section: Section, beside: tuple[Section, ...]) -> None:
        """Who the person is; then sign, change, stop, assess."""
        about_pack = self.shelf.packs.get(WHO_I_AM)
        about = Section(f"{WHO_I_AM}-1", WHO_I_AM, 1, self.now.date(), {})
        if about_pack is not None:
            about = self._loaded(about_pack, about, self.example.about_me, (), "about_me.")
        section = self._stopped(self._changed(self._signed(section)))
        self._can_be_read(self.pack, section)
        if not self.complaints.found and self.example.expect:
            self._comes_out(section, Passport((about, section, *beside)))

    def _say(self, at: str, key: str, **gaps: object) -> None:
        self.complaints.say(self.file, at, self.words(f"forms_check.{key}", **gaps))

    def _loaded(
        self,
        pack: Pack,
        section: Section,
        typed: Mapping[str, object],
        beside: tuple[Section, ...] = (),
        at: str = "",
    ) -> Section:
        """The section with the answers that load. One that does not is looked at line by line."""
        passport = Passport(beside)
        for key, given in typed.items():
            question = pack.question(key)
            if question is not None and question.kind is Kind.LINK and not beside:
                continue  # it names another of the person's own forms, and there is none here
            if question is not None and question.kind is Kind.PART and not question.questions:
                continue  # the pack has been complained about already
            try:
                found = answers_in(pack, section, {key: given}, passport, self.shelf, self.now)
            except PackError:
                for place, one in _line_by_line(key, given):
                    load = partial(answers_in, pack, section, one, passport, self.shelf, self.now)
                    self._try(load, f"{at}{place}")
                continue
            except (TypeError, ValueError):
                self._say(f"{at}{key}", "shape")
                continue
            section = section.with_answers(found)
        return section

    def _try(self, load: Callable[[], dict[Place, Answer]], at: str) -> dict[Place, Answer]:
        """What loads, or nothing and a complaint."""
        try:
            return load()
        except UnknownChoice as wrong:
            self._say(at, "choice", choices=wrong.fields["choices"])
        except NothingToPick:
            self._say(at, "others")
        except FilledByDoing:
            self._say(at, "done")
        except NotAList as wrong:
            self._say(at, "list", question=wrong.fields["question"])
        except PackError:
            self._say(at, "question")
        except (TypeError, ValueError):
            self._say(at, "shape")
        return {}

    def _signed(self, section: Section) -> Section:
        part = self.pack.question(SIGNINGS)
        if not self.example.sign:
            return section
        if part is None or part.kind is not Kind.PART:
            self._say("sign", "no_signing")
            return section
        answers: dict[Place, Answer] = {}
        for key, words in self.example.sign.items():
            load = partial(answers_of_item, section, part, "1", {key: words}, self.now)
            answers |= self._try(load, f"sign.{key}")
        digests = signed_digests(section, self.pack, ())
        answers[place_in(SIGNINGS, "1", "sg_doc_hash")] = Answer(digests, digests, self.now)
        answers[SIGNINGS] = Answer(("1",), ("1",), self.now)
        return section.with_answers(answers)

    def _changed(self, section: Section) -> Section:
        """What was changed after signing: of a list, the answers of each item that are named."""
        for key, given in self.example.after_signing.items():
            part = self.pack.question(key)
            if part is None or part.kind is not Kind.PART or not isinstance(given, list):
                section = self._loaded(self.pack, section, {key: given}, at="after_signing.")
                continue
            for item, row in zip(section.items(key), given, strict=False):
                for name, words in row.items() if isinstance(row, Mapping) else ():
                    load = partial(answers_of_item, section, part, item.id, {name: words}, self.now)
                    at = f"after_signing.{key}.{item.id}.{name}"
                    section = section.with_answers(self._try(load, at))
        return section

    def _stopped(self, section: Section) -> Section:
        for which in self.example.stop:
            place = STATUS if which == "all" else place_in(self.pack.refusals, which, "rfz_status")
            if which != "all" and which not in {one.id for one in section.items(self.pack.refusals)}:
                self._say("stop", "stop", which=which)
                continue
            section = section.with_answers({place: stopped_answer(self.now)})
        return section

    def _can_be_read(self, pack: Pack, section: Section) -> None:
        for trouble in troubles(pack, section, self.now.date()):
            problem = trouble.problem
            if problem.code not in _NOT_WRONG and trouble.question.kind is not Kind.LINK:
                sentence = self.words(f"problems.{problem.code}", **problem.gaps)
                self.complaints.say(self.file, trouble.place, sentence.rstrip("."))

    def _comes_out(self, section: Section, passport: Passport) -> None:
        """Whether the outcome and the findings are those that it expects."""
        try:
            found = assess(section, passport, self.pack, notes_shelf(), self.now.date())
        except PackUnreadable:
            return  # the rules have been complained about already
        expect = self.example.expect
        for key in sorted(set(expect) - {"outcome", "refusals", *_FINDINGS}):
            self._say(f"expect.{key}", "expect_key")
        for key, is_so in (
            ("outcome", found.outcome.value),
            ("refusals", [one.outcome.value for one in found.refusals]),
        ):
            if key in expect and expect[key] != is_so:
                said = ", ".join(is_so) if isinstance(is_so, list) else is_so
                self._say(f"expect.{key}", "comes_out", found=said or "-")
        for at, key, rule in _findings_that_differ(found, expect):
            self._say(at, key, rule=rule)


def _line_by_line(key: str, given: object) -> Iterator[tuple[str, Mapping[str, object]]]:
    """A list of tables as one answer after the other, each with its place; anything else as it is."""
    rows = given if isinstance(given, list) and all(isinstance(row, Mapping) for row in given) else []
    if not rows:
        yield key, {key: given}
    for number, row in enumerate(rows, 1):
        for name, words in row.items():
            yield f"{key}.{number}.{name}", {key: [{name: words}]}


def _findings_that_differ(
    found: Assessment, expect: Mapping[str, object]
) -> Iterator[tuple[str, str, object]]:
    said = {one.id for one in found.findings}
    for key in _FINDINGS:
        wanted = expect.get(key, [])
        for rule in wanted if isinstance(wanted, list) else [wanted]:
            if (str(rule) in said) != (key == "findings"):
                yield f"expect.{key}", "silent" if key == "findings" else "speaks", rule
