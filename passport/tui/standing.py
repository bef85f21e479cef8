"""Where one refusal stands, in words: the outcome, what would change it, and what is good to know."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget

from passport.law.assess import good_to_know, steps, why_stopped
from passport.law.findings import Assessment, Finding, Severity
from passport.tui.widgets.text import Line, Numbered
from passport.wording.words import Words


class Standing(Vertical):
    """Stays in view under the questions, and changes with every letter. On a low screen it says only the next step."""

    def __init__(self, words: Words) -> None:
        super().__init__(id="standing")
        self._words = words

    def compose(self) -> ComposeResult:
        """The outcome first."""
        yield Line(id="outcome")
        yield Line(id="to-change")
        yield Line(id="warning")
        yield Line(id="limits")

    def show(self, assessment: Assessment, refusal_id: str) -> None:
        """Say where this refusal stands now."""
        words = self._words
        found = assessment.refusal(refusal_id)
        outcome = words(f"outcome.{found.outcome}") if found is not None else ""
        self.query_one("#outcome", Line).say(words("screens.standing.stands", outcome=outcome))
        ended = why_stopped(assessment, refusal_id)
        todo = steps(assessment, refusal_id)
        self.query_one("#to-change", Line).say(ended[0].sentence if ended else _next_step(words, todo))
        warnings = [one for one in good_to_know(assessment, refusal_id) if one.severity is Severity.WARNS]
        self.query_one("#warning", Line).say(warnings[0].sentence if warnings else "")
        limits = (assessment.could_not_check, words("outcome.footer"))
        self.query_one("#limits", Line).say(" ".join(one for one in limits if one))


def _next_step(words: Words, todo: tuple[Finding, ...]) -> str:
    if not todo:
        return words("screens.standing.nothing")
    first = todo[0].sentence
    more = len(todo) - 1
    if more:
        return words("screens.standing.next_of", step=first, more=more)
    return words("screens.standing.next", step=first)


def everything(assessment: Assessment, refusal_id: str, words: Words) -> Iterator[Widget]:
    """Every step with its source, in the order a person would do them, then what is good to know."""
    for one in why_stopped(assessment, refusal_id):
        yield Line(one.sentence, classes="finding")
        yield Line(one.source.words, classes="source")
    todo = steps(assessment, refusal_id)
    if todo:
        yield Line(words("screens.standing.to_change"), classes="group")
    for number, one in enumerate(todo, 1):
        yield Numbered(number, one.sentence)
        yield Line(one.source.words, classes="source")
    known = good_to_know(assessment, refusal_id)
    if known:
        yield Line(words("screens.standing.good_to_know"), classes="group")
    for one in known:
        yield Line(one.sentence, classes="finding")
        yield Line(one.source.words, classes="source")
