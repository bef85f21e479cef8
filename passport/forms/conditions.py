"""The closed language of ``show_if`` and of rules' ``when``: data, never code.

It follows the meaning of FHIR ``enableWhen`` (exists, =, !=, before, after, with all and any), so that a pack can be
exported as a FHIR Questionnaire. A condition is compiled once, then asked many times.

    { answered = "q" }                          something was answered
    { question = "q", is = "v" }                exactly this value;  is_not: any other, or none
    { question = "q", one_of = ["v", "w"] }     one of these
    { question = "q", includes = "v" }          a choose-many or a list holds it
    { question = "q", form = "f" }              a link that names a paper of this form
    { question = "q", before = "2007-10-01" }   a date that is surely before;  after: surely after
    { all = [..] }  { any = [..] }  { not = {..} }  { always = true }
    { fact = "name", ... }                      a named predicate; only rules may use one
"""

from collections.abc import Callable, Collection, Mapping
from typing import Protocol

from passport.forms.dates import span
from passport.record.answers import Value


class Facts(Protocol):
    """What a condition is asked about."""

    def value(self, question: str) -> Value:
        """The value answered for a question, or None."""

    def fact(self, name: str, settings: Mapping[str, object], /) -> bool:
        """Whether a named predicate holds."""


Ask = Callable[[Facts], bool]


class ConditionUnreadable(ValueError):
    """A condition is not in the language. The text says what to write."""


def is_answered(value: Value) -> bool:
    """Whether a value holds anything: blanks and empty lists do not."""
    if isinstance(value, str):
        return bool(value.strip())
    return value is not None and value != ()


def compile_condition(
    condition: object, questions: Collection[str], facts: Collection[str] = (), *, at: str = "when"
) -> Ask:
    """A question to ask of facts. Raises ConditionUnreadable for an unknown key, question or fact."""
    if not isinstance(condition, Mapping) or not condition:
        raise ConditionUnreadable(f'{at}: write a table such as {{ answered = "a_question" }}')
    given = dict(condition)
    if set(given) == {"all"} or set(given) == {"any"}:
        word = next(iter(given))
        parts = given[word]
        if not isinstance(parts, (list, tuple)) or not parts:
            raise ConditionUnreadable(f"{at}.{word}: write a list of conditions")
        asks = [compile_condition(part, questions, facts, at=f"{at}.{word}") for part in parts]
        if word == "all":
            return lambda known: all(ask(known) for ask in asks)
        return lambda known: any(ask(known) for ask in asks)
    if set(given) == {"not"}:
        inner = compile_condition(given["not"], questions, facts, at=f"{at}.not")
        return lambda known: not inner(known)
    if given == {"always": True}:
        return lambda _known: True
    if set(given) == {"answered"}:
        question = _known_question(given["answered"], questions, at)
        return lambda known: is_answered(known.value(question))
    if "fact" in given:
        return _fact(given, facts, at)
    return _comparison(given, questions, at)


def _known_question(question: object, questions: Collection[str], at: str) -> str:
    if not isinstance(question, str) or question not in questions:
        raise ConditionUnreadable(f"{at}: there is no question {question!r}")
    return question


def _fact(given: Mapping[str, object], facts: Collection[str], at: str) -> Ask:
    name = given["fact"]
    if not isinstance(name, str) or name not in facts:
        raise ConditionUnreadable(f"{at}: there is no fact {name!r}")
    settings = {key: value for key, value in given.items() if key != "fact"}
    return lambda known: known.fact(name, settings)


def _comparison(given: Mapping[str, object], questions: Collection[str], at: str) -> Ask:
    words = set(given) - {"question"}
    if "question" not in given or len(words) != 1:
        raise ConditionUnreadable(
            f'{at}: write question = "..." and one of is, is_not, one_of, includes, form, before, after'
        )
    question, word = _known_question(given["question"], questions, at), words.pop()
    wanted = given[word]
    match word:
        case "is":
            return lambda known: known.value(question) == wanted
        case "is_not":
            return lambda known: known.value(question) != wanted
        case "one_of" if isinstance(wanted, (list, tuple)):
            return lambda known: known.value(question) in wanted
        case "includes":
            return lambda known: _includes(known.value(question), wanted)
        case "form" if isinstance(wanted, str):
            return lambda known: form_of_link(known.value(question)) == wanted
        case "before" | "after" if span(wanted) is not None:
            return lambda known: _ordered(known.value(question), wanted, after=word == "after")
    raise ConditionUnreadable(
        f"{at}.{word}: this word is not in the language, or its value has the wrong shape"
    )


def form_of_link(value: Value) -> str:
    """The form that a link's section is of; empty where the value is no link."""
    section = value.get("section") if isinstance(value, Mapping) else None
    return section.rpartition("-")[0] if isinstance(section, str) else ""


def _includes(value: Value, wanted: object) -> bool:
    if not isinstance(value, tuple):
        return False
    return any(item == wanted or (isinstance(item, Mapping) and wanted in item.values()) for item in value)


def _ordered(value: Value, wanted: object, *, after: bool) -> bool:
    mine, other = span(value), span(wanted)
    if mine is None or other is None:
        return False
    return other.surely_before(mine) if after else mine.surely_before(other)
