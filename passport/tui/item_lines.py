"""How the items of a list are shown in a row each: a title, and where it stands."""

from passport.actions.assess import assess
from passport.forms.kinds import show
from passport.forms.pack import Kind, Question
from passport.record.sections import Item, Section
from passport.tui.session import Session
from passport.tui.widgets.box import ItemLine
from passport.tui.widgets.choices import YES_NO


async def of(session: Session, section: Section, question: Question) -> tuple[ItemLine, ...]:
    """The items of a list of pages; nothing for any other question."""
    if question.kind is not Kind.PART:
        return ()
    standing: dict[str, str] = {}
    if question.id == session.shelf.pack(section.form).refusals and section.items(question.id):
        found = await session.desk.do(assess, session.shelf, section.id, session.today())
        standing = {one.id: session.say(f"outcome.{one.outcome}") for one in found.refusals}
    return tuple(
        ItemLine(item.id, title(session, question, item), standing.get(item.id, ""))
        for item in section.items(question.id)
    )


def title(session: Session, part: Question, item: Item) -> str:
    """The first thing that was answered about an item."""
    labels = {one: session.say(f"answers.{one}") for one in YES_NO}
    for question in part.questions:
        if question.kind is not Kind.AUTOMATIC and (shown := show(question, item.value(question.id), labels)):
            return ", ".join(shown)
    return session.say("home.untitled")
