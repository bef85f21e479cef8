"""A form pack: what is asked, in what order, and in whose words. Data only; see ``forms/`` for the packs themselves."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from passport.record.audience import Audience, Label, Share

Condition = Mapping[str, object]
"""A condition in the closed language of ``forms.conditions``."""


class Kind(StrEnum):
    """A kind of question. Each has a reader in ``kinds``, a widget, a plain prompt and a way onto paper."""

    SHORT_TEXT = "short_text"
    LONG_TEXT = "long_text"
    YES_NO = "yes_no"
    YES_NO_DO_NOT_KNOW = "yes_no_do_not_know"
    CHOOSE_ONE = "choose_one"
    CHOOSE_MANY = "choose_many"
    LIST = "list"
    """A list of short texts, or of rows with named columns."""
    PART = "part"
    """A list whose items are answered question by question, such as refusals."""
    DATE = "date"
    """A date that may be a month, a year, or about one."""
    NUMBER = "number"
    MONEY = "money"
    PERSON = "person"
    """A name, or a table of name, job, how, date and contact."""
    FILE = "file"
    """A file's name, for now."""
    LINK = "link"
    """Another filled-in form of theirs. The value is a table of its section id and its title."""
    AUTOMATIC = "automatic"
    """Filled by doing the thing, never asked and never typed."""
    FIXED = "fixed"
    """A sentence of ours that is shown and printed, with nothing to answer."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a question or a rule comes from."""

    words: str
    """As printed, such as ``MCA 2005 s.25(5)``. Empty where it is our own design."""
    checked: str = "verified"
    """``verified``, ``secondary``, ``seed``, ``recalled``, ``inferred`` or ``design``: domain.md's tags in words."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the answers that may be chosen."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question, with its words in one language."""

    id: str
    kind: Kind
    label: str
    help: str = ""
    """One short line under the label."""
    why: str = ""
    """Why we ask, shown on F1 with the source."""
    required: bool = False
    """Asked for and shown as incomplete. It never changes an outcome by itself."""
    share: Share = Share.STANDARD
    audience: Audience = Audience.PRIVATE
    """The form's, unless the field says otherwise."""
    source: Source = Source("")
    choices: tuple[Choice, ...] = ()
    columns: tuple[Choice, ...] = ()
    """For a list: the named columns of a row. Empty for a list of short texts."""
    questions: tuple["Question", ...] = ()
    """For a part: what is asked of each item."""
    show_if: Condition | None = None
    one_of: str = ""
    """The name of a group of which at least one has to be answered; empty for none."""
    ask_choices: tuple[str, ...] = ()
    """Choices that leave only when the field is picked by name."""
    most: int | None = None
    """For a list: the most items it takes. For a number: the highest; the lowest is then 0."""
    alone: tuple[str, ...] = ()
    """For choose many: choices that cannot stand with others, such as "none"."""
    to: tuple[str, ...] = ()
    """For a link: the forms it may name."""

    def choice(self, choice_id: str) -> Choice | None:
        """The choice with this id, or None."""
        return next((choice for choice in self.choices if choice.id == choice_id), None)


@dataclass(frozen=True, slots=True)
class Page:
    """Some questions that belong together."""

    id: str
    title: str
    questions: tuple[Question, ...]
    note: str = ""
    """A content note, shown before a hard page: what is coming, and that it can be skipped."""
    once: bool = False
    """For a form with many entries: asked in the first entry only."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of law or good sense, before it is read by ``law``. See ``docs/formats/packs.md``."""

    id: str
    severity: str
    """blocks, blocks_life_sustaining, stops, warns, informs or refuses_export."""
    sentence: str
    source: Source
    when: Condition
    scope: str = "paper"
    """``paper``: once for the form. ``refusal``: for each item of the pack's refusals. See ``law.assess``."""
    dormant: bool = False
    cannot_check: bool = False
    """Where it speaks, nobody can say whether the paper counts: the outcome is ``cannot_check``."""


GROUPS = ("unwell", "taking_part", "me")
"""Where a form may stand on the home screen, in order."""


@dataclass(frozen=True, slots=True)
class Pack:
    """One form."""

    id: str
    version: int
    title: str
    about: str
    """One or two sentences: what it is for."""
    audience: Audience
    pages: tuple[Page, ...]
    rules: tuple[Rule, ...] = ()
    nations: tuple[str, ...] = ()
    """Where it is for; empty means everywhere."""
    repeats: bool = False
    """Many entries, such as pieces of work."""
    entry_title: str = ""
    """For a form with many entries: the question whose answer names an entry."""
    began: str = ""
    """For a form with many entries: the question with the day on which an entry began, or on which it was."""
    ended: str = ""
    """For a form with many entries: the question with the day on which it ended. Where it is not answered it still goes on."""
    story: tuple[str, ...] = ()
    """For a form with many entries: the questions that tell of an entry, in the order of a story. Empty for all of them."""
    runs_out: str = ""
    """For a form with many entries: the question with the date on which an entry runs out."""
    looked_at: str = ""
    """The question with the day on which the person last read their answers through."""
    look_again: str = ""
    """The question with the day on which the person means to look at their answers again."""
    grows_old: tuple[str, ...] = ()
    """Questions whose answers may stop being right although nobody changed them, such as a telephone number."""
    refusals: str = ""
    """The part that holds refusals, if the form has outcomes for each."""
    group: str = ""
    """Where it stands on the home screen: unwell, taking_part or me."""
    order: int = 0
    """Its place in the group: a lower number comes first."""
    quiet: bool = False
    """Not on the home screen until it was begun: something else leads to it."""
    needs_consent: bool = False
    """It is about somebody else, who has to agree before any of it leaves (CA-02)."""
    gone: Mapping[str, str] = field(default_factory=dict)
    """Questions that earlier versions asked, by id, to their labels. Their answers stay, and are shown."""
    words: Mapping[str, str] = field(default_factory=dict)
    """The pack's other sentences by key, such as the panel for staff."""
    _by_id: Mapping[str, tuple[Question, Question | None]] = field(init=False, repr=False, compare=False)
    """Each question with the part it stands in: they are asked for very often."""

    def __post_init__(self) -> None:
        found: dict[str, tuple[Question, Question | None]] = {}
        for page in self.pages:
            for question in page.questions:
                found.setdefault(question.id, (question, None))
                for inside in question.questions:
                    found.setdefault(inside.id, (inside, question))
        object.__setattr__(self, "_by_id", found)

    @property
    def has_outcome(self) -> bool:
        """Whether the rules say where a paper of this form stands: it has refusals, or a rule that can keep it from being ready."""
        return bool(self.refusals) or any(
            rule.severity == "blocks" and not rule.dormant for rule in self.rules
        )

    def questions(self) -> Iterator[Question]:
        """Every question, those inside parts included, in order."""
        for page in self.pages:
            for question in page.questions:
                yield question
                yield from question.questions

    def question(self, question_id: str) -> Question | None:
        """The question with this id, or None."""
        return self._by_id.get(question_id, (None, None))[0]

    def part_of(self, question_id: str) -> Question | None:
        """The part a question stands in, or None."""
        return self._by_id.get(question_id, (None, None))[1]

    def labels(self) -> dict[str, Label]:
        """What the wall needs to know of each field."""
        return {
            question.id: Label(question.audience, question.share, frozenset(question.ask_choices))
            for question in self.questions()
        }
