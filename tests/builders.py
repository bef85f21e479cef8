"""Papers for tests: everything is in order unless a test says otherwise, so a test names only what it is about.

    decision = an_advance_decision(refusals=[a_refusal(of="CPR", even_if_life_at_risk=True)], signed="spoken")
    assert assess_today(decision).outcomes == (Outcome.READY_NOT_LS,)

Words are given as a person types them, and read by the program's own readers. Everybody here is made up.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from passport.forms.kinds import read
from passport.forms.pack import Kind, Pack
from passport.forms.shelf import shelf
from passport.law.assess import assess
from passport.law.findings import Assessment
from passport.law.notes import NotesShelf, notes_shelf
from passport.law.signed_text import signed_digests
from passport.record.answers import Answer, Place, Value, freeze, place_in, question_of
from passport.record.audience import Audience
from passport.record.copies import CopyGiven
from passport.record.passport import Passport
from passport.record.sections import SIGNINGS, Section

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
Words = Mapping[str, object]

ALEX: Words = {
    "am_name": "Alex Morgan",
    "am_dob": "27 3 1988",
    "am_nation": "england",
    "am_gp": "Dr Nair, Riverbank Surgery",
}
IN_ORDER: Words = {
    "ad_intro_ok": "yes",
    "ad_able": "yes",
    "ad_lpa_health": "no",
    "ad_pregnant": "does_not_fit_me",
    "ad_gp_copy": "yes",
}
A_GOOD_SIGNING: Words = {
    "sg_how": "pen",
    "sg_who": "me",
    "sg_date": "1 11 2026",
    "sg_wit_saw": "saw",
    "sg_wit_name": "Robin Hale",
    "sg_wit_relation": "none",
    "sg_wit_adult": "yes",
    "sg_wit_signed": "signed",
    "sg_wit_place": "same_room",
    "sg_scan": "signed-paper.pdf",
}


def a_refusal(of: str = "ECT", *, even_if_life_at_risk: bool = True, **answers: object) -> Words:
    """One refusal that passes every check, but for the words a test gives."""
    return {
        "rfz_treatment": of,
        "rfz_kind": "ect",
        "rfz_when": "any",
        "rfz_ls": "yes",
        "rfz_ls_statement": "yes" if even_if_life_at_risk else "",
        "rfz_why": "I had it before and lost months of memory",
        **answers,
    }


def a_signing(**answers: object) -> Words:
    """Signed with a pen, in a room with a witness."""
    return {**A_GOOD_SIGNING, **answers}


SPOKEN: Words = {"sg_how": "spoken"}


@dataclass(frozen=True)
class Paper:
    """One section in its passport, as a test holds it."""

    section: Section
    about: Section
    others: tuple[Section, ...] = ()
    copies: tuple[CopyGiven, ...] = ()

    @property
    def passport(self) -> Passport:
        return Passport((self.about, self.section, *self.others), self.copies)

    @property
    def pack(self) -> Pack:
        return shelf().pack(self.section.form)

    def changed(self, **answers: object) -> "Paper":
        """With other answers at some places, dots written as two lines: ``ad_refusals__1__rfz_why``."""
        places = {key.replace("__", "."): words for key, words in answers.items()}
        return replace(self, section=self.section.with_answers(answers_for(self.pack, places)))

    def about_me(self, **answers: object) -> "Paper":
        """With other answers about the person."""
        pack = shelf().pack("about_me")
        return replace(self, about=self.about.with_answers(answers_for(pack, answers)))

    def with_refusal(self, refusal: Words, when: datetime = NOW) -> "Paper":
        """With one more refusal."""
        return replace(self, section=with_item(self.section, self.pack, "ad_refusals", refusal, when))

    def signed(self, signing: Words, when: datetime = NOW, pages: tuple[int, ...] = ()) -> "Paper":
        """Signed as it stands now."""
        section = with_item(self.section, self.pack, SIGNINGS, signing, when)
        item = section.items(SIGNINGS)[-1].id
        digests = signed_digests(self.section, self.pack, pages)
        kept = {place_in(SIGNINGS, item, "sg_doc_hash"): Answer(digests, digests, when)}
        return replace(self, section=section.with_answers(kept))

    def stopped(self, refusal: str | None = None, on: str = "2026-11-20", when: datetime = NOW) -> "Paper":
        """Stopped: all of it, or one refusal."""
        status: Value = {"status": "stopped", "on": on, "how": "pressed stop"}
        place = "doc_status" if refusal is None else place_in("ad_refusals", refusal, "rfz_status")
        return replace(self, section=self.section.with_answers({place: Answer(status, status, when)}))


def an_advance_decision(
    refusals: Sequence[Words] | None = None,
    signed: Words | None = A_GOOD_SIGNING,
    about: Words | None = None,
    made_on: date = date(2026, 11, 1),
    pages: tuple[int, ...] = (),
    in_order: Words = IN_ORDER,
    **paper: object,
) -> Paper:
    """Alex's advance decision: one refusal of ECT, signed with a witness, unless a test says otherwise.

    ``signed=None`` leaves it unsigned; an answer given as None is not there at all.
    """
    pack = shelf().pack("advance_decision")
    answers = {key: words for key, words in {**in_order, **paper}.items() if words is not None}
    section = Section("advance_decision-1", "advance_decision", 1, made_on, answers_for(pack, answers))
    for refusal in [a_refusal()] if refusals is None else refusals:
        section = with_item(section, pack, "ad_refusals", refusal)
    decision = Paper(section, who(**(ALEX if about is None else about)))
    return decision if signed is None else decision.signed(signed, pages=pages)


def a_form(
    form: str,
    about: Words | None = None,
    others: Sequence[Section] = (),
    copies: Sequence[CopyGiven] = (),
    made_on: date = date(2026, 11, 1),
    **answers: object,
) -> Paper:
    """Any other form of Alex's, with these answers: a part is a list of tables. One given as None is not there."""
    return Paper(
        a_section(form, made_on, 1, **answers),
        who(**(ALEX if about is None else about)),
        tuple(others),
        tuple(copies),
    )


def a_section(form: str, made_on: date = date(2026, 11, 1), number: int = 1, **answers: object) -> Section:
    """One filled-in form, with an id such as ``crisis_plan-1``."""
    pack = shelf().pack(form)
    given = {key: words for key, words in answers.items() if words is not None}
    parts = {question.id for question in pack.questions() if question.kind is Kind.PART}
    own = answers_for(pack, {key: words for key, words in given.items() if key not in parts})
    section = Section(f"{form}-{number}", form, pack.version, made_on, own)
    for part in parts & set(given):
        rows = given[part]
        assert isinstance(rows, list)
        for row in rows:
            section = with_item(section, pack, part, row)
    return section


def who(**answers: object) -> Section:
    """The section that says who the person is."""
    kept = {key: words for key, words in answers.items() if words is not None}
    return Section("about_me-1", "about_me", 1, TODAY, answers_for(shelf().pack("about_me"), kept))


def a_copy(
    of: Paper, holder: str = "Northside Crisis Team", state: str = "as it was", version: int = 1
) -> CopyGiven:
    """A copy given out and written in the register."""
    return CopyGiven(
        id=f"copy-{holder}",
        holder=holder,
        audience=Audience.CARE,
        document="0123456789abcdef",
        version=version,
        sections=(of.section.id,),
        fields=(),
        state=state,
        given_on=date(2026, 11, 2),
        reason="",
        answers_digest="00" * 16,
    )


def assess_today(paper: Paper, today: date = TODAY, notes: NotesShelf | None = None) -> Assessment:
    """What the rules make of it."""
    return assess(paper.section, paper.passport, paper.pack, notes or notes_shelf(), today)


def findings(paper: Paper, today: date = TODAY) -> set[str]:
    """The ids of everything that is said."""
    return {finding.id for finding in assess_today(paper, today).findings}


def answers_for(pack: Pack, typed: Words, when: datetime = NOW) -> dict[Place, Answer]:
    """Answers by place, read as the program reads them."""
    found: dict[Place, Answer] = {}
    for place, typed_words in typed.items():
        question = pack.question(question_of(place))
        assert question is not None, place
        words = freeze(str(typed_words) if isinstance(typed_words, float) else typed_words)
        value = words if question.kind is Kind.AUTOMATIC else read(question, words, when.date()).value
        found[place] = Answer(value, words, when)
    return found


def with_item(section: Section, pack: Pack, part: str, typed: Words, when: datetime = NOW) -> Section:
    """A section with one more item in a list."""
    item = str(len(section.items(part)) + 1)
    ids = (*(one.id for one in section.items(part)), item)
    inside = {place_in(part, item, key): words for key, words in typed.items() if words is not None}
    return section.with_answers({part: Answer(ids, ids, when), **answers_for(pack, inside, when)})


def where(assessment: Assessment, rule: str) -> list[str]:
    """Where a rule speaks."""
    return [finding.at for finding in assessment.findings if finding.id == rule]


def sentence(paper: Paper, rule: str, today: date = TODAY) -> str:
    """What a rule says."""
    return next(finding.sentence for finding in assess_today(paper, today).findings if finding.id == rule)
