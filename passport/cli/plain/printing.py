"""Print a blank form, the card or letters, in plain lines."""

from passport.actions.blank import blank_form
from passport.actions.card import card_code, print_card
from passport.actions.places import place_typed
from passport.actions.sharing import usual_folder
from passport.actions.tell import tell, to_tell
from passport.cli.plain.code import CODE, choose_code, offer_to_draw
from passport.cli.plain.session import Session
from passport.cli.plain.talk import Way
from passport.cli.under_way import doing
from passport.errors import NobodyToTell


def print_blank(session: Session) -> None:
    """Which form, how large, and where to. Raises Leave."""
    talk, words = session.talk, session.words
    packs = list(session.shelf.packs.values())
    talk.heading(words("blank.row"))
    talk.say("plain.pick_one")
    picked = talk.pick([pack.title for pack in packs])
    if not isinstance(picked, int):
        return
    large = talk.yes("plain.large_print")
    folder = folder_for(session)
    if folder is None:
        return
    files = blank_form(
        session.shelf, packs[picked].id, session.today(), words, place_typed(folder), large_print=large
    )
    talk.say("blank.done")
    for kind, path in files.items():
        talk.line(f"{words(f'blank.file_{kind}')} {path}")
    talk.let_read()


def folder_for(session: Session) -> str | None:
    """The folder for the files, as typed; the usual one for Enter. None where they went back."""
    usual = str(usual_folder(session.at.vault))
    session.talk.say("blank.where")
    session.talk.say("plain.now", answer=usual)
    typed = session.talk.ask()
    return None if isinstance(typed, Way) else typed.strip() or usual


def save_card(session: Session) -> bool:
    """Whether they want it, and what its code says; where to; then the card is there, and in the register. Raises Leave."""
    talk, words, code = session.talk, session.words, frozenset[str]()
    while True:
        talk.say("card.sure")
        typed = talk.ask()
        answer = "" if isinstance(typed, Way) else typed.strip().lower()
        if answer == CODE:
            room = card_code(session.vault, session.shelf, session.now(), words, code)
            picked = choose_code(session, room, "code.choose_card")
            code = code if picked is None else picked
        elif answer in {"y", "yes"}:
            break
        else:
            return False
    folder = folder_for(session)
    if folder is None:
        return True
    with doing("pages"):
        shared = print_card(session.vault, session.shelf, session.now(), words, place_typed(folder), code)
    talk.say("card.done")
    for kind, path in shared.files.items():
        talk.line(f"{words(f'commands.file_{kind}')} {path}")
    offer_to_draw(session, shared)
    return True


def tell_holders(session: Session) -> None:
    """Who holds an old copy; then a letter for each. Raises Leave, NobodyToTell."""
    talk, words = session.talk, session.words
    olds = to_tell(session.vault, session.shelf)
    if not olds:
        raise NobodyToTell
    talk.heading(words("letter.title"))
    talk.say("letter.who")
    for one in olds:
        standing = words(f"commands.copy_{one.stands}")
        talk.say("letter.line", holder=one.copy.holder, version=one.copy.version, standing=standing)
    large = talk.yes("plain.large_print")
    folder = folder_for(session)
    if folder is None or not talk.yes("letter.sure"):
        return
    for path in tell(
        session.vault, session.shelf, session.today(), words, place_typed(folder), large_print=large
    ).values():
        talk.line(str(path))
    talk.say("letter.done")
    talk.let_read()
