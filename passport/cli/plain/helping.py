"""Help in plain lines, for the one who asks: the locked file, and each suggestion beside their own words."""

from collections.abc import Callable, Mapping
from pathlib import Path

from passport.actions import bring_suggestions, suggestions
from passport.actions.advice import said_of
from passport.actions.ask_for_help import ToAsk, ask_for_help, goes_out, selected, to_ask
from passport.actions.chosen import To
from passport.actions.helping import read_file
from passport.actions.places import place_typed
from passport.actions.sharing import sides_for
from passport.cli.plain.ask import Asked, Turned, ask
from passport.cli.plain.printing import folder_for
from passport.cli.plain.session import Session
from passport.cli.plain.talk import Way, number_in
from passport.keys.passphrase import new_passphrase
from passport.record.answers import Value, question_of
from passport.record.audience import Selection


def help_menu(session: Session, out: Callable[[Session], None]) -> None:
    """The ways to help and be helped, until Enter or ``b``. ``out`` helps somebody else. Raises Leave, and what each does."""
    talk, words = session.talk, session.words
    ways: Mapping[str, Callable[[Session], None]] = {
        "ask": ask_someone,
        "suggestions": look_at_suggestions,
        "bring": bring,
        "out": out,
    }
    talk.heading(words("helping.title"))
    waiting = suggestions.waiting(session.vault, session.shelf, words)
    if waiting:
        talk.say("helping.made_here", count=len(waiting))
    talk.say("plain.pick_one")
    picked = talk.pick([words(f"helping.{way}_row") for way in ways], [words("page_help.help_menu")])
    if isinstance(picked, int):
        list(ways.values())[picked](session)


def ask_someone(session: Session) -> None:
    """Which part, which forms, exactly what they will see; then the file. Raises Leave, and as ``ask_for_help``."""
    talk, words = session.talk, session.words
    talk.heading(words("helping.ask_row"))
    talk.say("helping.side")
    sides = sides_for(session.vault.passport(), session.shelf)
    picked = talk.pick([words(f"chosen.side_{side}") for side in sides])
    if not isinstance(picked, int):
        return
    found = to_ask(session.vault, session.shelf, sides[picked], words)
    talk.say("helping.what_how")
    keys = _ticked(session, {one.key: one.title for one in found}, "helping.what")
    if not keys:
        return
    fields = _fields(session, [one for one in found if one.key in keys])
    if fields is None:
        return
    given = (session.vault, session.shelf)
    selection = selected(*given, sides[picked], sorted(keys), fields, session.today())
    going = goes_out(*given, selection, session.now(), words)
    talk.heading(words("helping.goes"))
    for line in going.lines:
        talk.line(line)
    if going.bundle.name:
        talk.say("helping.your_name", name=going.bundle.name)
    _make(session, selection)


def _ticked(session: Session, rows: Mapping[str, str], key: str) -> set[str] | None:
    """What goes in, switched by number. None where they went back. Raises Leave."""
    talk, chosen = session.talk, set[str]()
    talk.say(key)

    def said(one: str) -> str:
        return session.words("plain.goes_in" if one in chosen else "plain.stays_out", what=rows[one])

    names = list(rows)
    for number, one in enumerate(names, 1):
        talk.line(f"{number} {said(one)}")
    while True:
        talk.say("plain.switch")
        typed = talk.ask()
        if isinstance(typed, Way):
            return None
        if not typed.strip():
            return chosen
        at = number_in(typed, len(names))
        if at is None:
            talk.say("plain.number_wanted", most=len(names))
            continue
        chosen ^= {names[at]}
        talk.line(said(names[at]))


def _fields(session: Session, chosen: list[ToAsk]) -> list[str] | None:
    """The questions that are open only when they are ticked by themselves. None where they went back."""
    rows = {
        f"{one.key}.{question}" if one.key.rpartition("-")[2].isdigit() else question: f"{one.title}: {label}"
        for one in chosen
        for question, label in one.only_if_ticked
    }
    if not rows:
        return []
    ticked = _ticked(session, rows, "helping.only_if_ticked")
    return None if ticked is None else sorted(ticked)


def _make(session: Session, selection: Selection) -> None:
    talk, words = session.talk, session.words
    talk.say("helping.to")
    holder = talk.ask()
    if isinstance(holder, Way) or not holder.strip():
        talk.say("helping.not_made")
        return
    offered = new_passphrase()
    talk.say("helping.passphrase_how")
    talk.say("plain.offered", passphrase=offered)
    passphrase = talk.secret("plain.own_passphrase") or offered
    for sentence in said_of(passphrase, words):
        talk.line(sentence)
    folder = folder_for(session)
    if folder is None or not talk.yes("helping.sure"):
        talk.say("helping.not_made")
        return
    given = (session.vault, session.shelf, selection, To(holder), passphrase, session.now(), words)
    made = ask_for_help(*given, place_typed(folder))
    talk.line(f"{words('helping.file')} {made.files['bundle']}")
    talk.say("helping.made", name=made.copy_given.holder)
    talk.say("helping.made_next")
    talk.say("helping.kept")
    talk.let_read()


def bring(session: Session) -> None:
    """Where the file is that came back. Raises Leave, and as ``bring_in``."""
    talk = session.talk
    talk.say("helping.bring_how")
    typed = talk.ask()
    if isinstance(typed, Way) or not typed.strip():
        return
    data = read_file(Path(place_typed(typed)))
    for line in bring_suggestions.told(
        bring_suggestions.bring_in(session.vault, session.shelf, data), session.words
    ):
        talk.line(line)
    look_at_suggestions(session)


def look_at_suggestions(session: Session) -> None:
    """Each beside their own words, one after the other: take, change or leave it, or come back later. Raises Leave."""
    talk, words = session.talk, session.words
    waiting = suggestions.waiting(session.vault, session.shelf, words)
    talk.heading(words("helping.beside_title"))
    talk.say("helping.list_intro" if waiting else "helping.none")
    for one in waiting:
        talk.heading(f"{one.form}: {one.label}")
        for line in suggestions.side_by_side(one, words):
            talk.line(line)
        talk.say("helping.take_ask")
        typed = talk.ask([words("page_help.suggestion")])
        if typed is Way.BACK:
            return
        said = "" if isinstance(typed, Way) else typed.strip().lower()
        if said == "leave":
            suggestions.leave(session.vault, one.id)
            talk.say("helping.left")
        elif said == "take" or (said == "change" and not one.is_item):
            changed = _changed(session, one) if said == "change" else None
            if said == "change" and changed is None:
                continue
            given = (session.vault, session.shelf, one.id, one.beside, session.now(), words)
            suggestions.take(*given, changed)
            talk.say("helping.taken")
    talk.let_read()


def _changed(session: Session, one: suggestions.Beside) -> Value:
    """Other words for the same question, asked as it always is; None where they left it. Raises Leave."""
    question = session.shelf.pack(one.section.rpartition("-")[0]).question(question_of(one.place))
    assert question is not None
    session.talk.say("helping.change_ask")
    found = ask(session.talk, Asked(question, one.words, one.theirs, ()))
    typed = found.words if isinstance(found, Turned) else found
    return None if isinstance(typed, Way) else typed
