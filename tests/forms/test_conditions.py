from collections.abc import Mapping

import pytest

from passport.forms.conditions import ConditionUnreadable, compile_condition
from passport.record.answers import Value


class Known:
    def __init__(self, **answers: Value) -> None:
        self.answers = answers

    def value(self, question: str) -> Value:
        return self.answers.get(question)

    def fact(self, name: str, settings: Mapping[str, object], /) -> bool:
        return name == "tall" and settings.get("over") == 2


QUESTIONS = ("a", "b", "many", "on")


def holds(condition: Mapping[str, object], **answers: Value) -> bool:
    return compile_condition(condition, QUESTIONS, ("tall",))(Known(**answers))


@pytest.mark.parametrize(
    ("condition", "answers", "expected"),
    [
        ({"answered": "a"}, {"a": "x"}, True),
        ({"answered": "a"}, {"a": "  "}, False),
        ({"answered": "many"}, {"many": ()}, False),
        ({"question": "a", "is": "x"}, {"a": "x"}, True),
        ({"question": "a", "is": "x"}, {}, False),
        ({"question": "a", "is_not": "x"}, {}, True),
        ({"question": "a", "one_of": ["x", "y"]}, {"a": "y"}, True),
        ({"question": "many", "includes": "x"}, {"many": ("x", "y")}, True),
        ({"question": "many", "includes": "x"}, {"many": ({"what": "x"},)}, True),
        ({"question": "many", "includes": "x"}, {"many": "x"}, False),
        (
            {"question": "a", "form": "crisis_plan"},
            {"a": {"section": "crisis_plan-2", "title": "Mine"}},
            True,
        ),
        ({"question": "a", "form": "crisis"}, {"a": {"section": "crisis_plan-2", "title": "Mine"}}, False),
        ({"question": "a", "form": "crisis_plan"}, {"a": "crisis_plan-2"}, False),
        ({"question": "a", "form": "crisis_plan"}, {"a": {"section": ("crisis_plan-2",)}}, False),
        ({"question": "a", "form": "crisis_plan"}, {}, False),
        ({"question": "on", "before": "2007-10-01"}, {"on": "2007"}, False),
        ({"question": "on", "before": "2007-10-01"}, {"on": "2006"}, True),
        ({"question": "on", "after": "2007-10-01"}, {"on": "2008"}, True),
        ({"question": "on", "after": "2007-10-01"}, {}, False),
        ({"all": [{"answered": "a"}, {"answered": "b"}]}, {"a": "x"}, False),
        ({"any": [{"answered": "a"}, {"answered": "b"}]}, {"a": "x"}, True),
        ({"not": {"answered": "a"}}, {}, True),
        ({"always": True}, {}, True),
        ({"fact": "tall", "over": 2}, {}, True),
        ({"fact": "tall", "over": 3}, {}, False),
    ],
)
def test_each_word_of_the_language(
    condition: Mapping[str, object], answers: dict[str, Value], expected: bool
) -> None:
    assert holds(condition, **answers) is expected


@pytest.mark.parametrize(
    "condition",
    [
        {},
        [],
        "a",
        {"answered": "zz"},
        {"question": "zz", "is": "x"},
        {"question": "a"},
        {"question": "a", "is": "x", "is_not": "y"},
        {"question": "a", "like": "x"},
        {"question": "on", "before": "soon"},
        {"question": "a", "one_of": "x"},
        {"fact": "short"},
        {"all": []},
        {"any": {"answered": "a"}},
        {"not": {"python": "1+1"}},
        {"always": False},
    ],
)
def test_anything_else_is_a_complaint_that_says_where(condition: object) -> None:
    with pytest.raises(ConditionUnreadable, match="when"):
        compile_condition(condition, QUESTIONS, ("tall",))
