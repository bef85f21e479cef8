"""Files I keep, in plain lines: the list, one file, and keeping another."""

from collections.abc import Callable, Iterator
from functools import partial

from passport.actions import files, laid_out
from passport.actions.erase import What
from passport.actions.places import place_typed
from passport.cli.files import file_line
from passport.cli.plain.erase import erase_for_good
from passport.cli.plain.session import Session
from passport.cli.plain.talk import Way, number_in
from passport.errors import PassportError
from passport.vault.attachments import KeptFile


def kept_files(session: Session) -> None:
    """Until the person goes back. Raises Leave."""
    talk = session.talk
    while True:
        does = list(_rows(session))
        talk.say("kept.ways")
        typed = talk.ask([session.words("page_help.kept")])
        if isinstance(typed, Way) or not typed.strip():
            return
        at = number_in(typed, len(does))
        try:
            if typed.strip() == "+":
                _keep(session)
            elif at is None:
                talk.say("plain.not_that")
            else:
                does[at]()
        except PassportError as error:
            talk.line(session.words.error(error))


def _rows(session: Session) -> Iterator[Callable[[], None]]:
    """Print every file with its number, and give what each does."""
    talk, words, vault = session.talk, session.words, session.vault
    talk.heading(words("kept.title"))
    talk.say("kept.how")
    there, out = files.kept(vault), files.taken_out(vault)
    if not there:
        talk.say("kept.none")
    number = 0
    for title, some in (("", there), ("kept.out_title", out)):
        if title and some:
            talk.say(title)
        for one in some:
            number += 1
            talk.line(f"{number} {file_line(one, words)}")
            yield partial(_one, session, one)
    named = files.named_in_answers(vault, session.shelf)
    if named:
        talk.say("kept.named_title")
    for offer in named:
        number += 1
        talk.line(f"{number} {words('kept.named', name=offer.path.name, label=offer.label)}")
        yield partial(_keep_named, session, offer)


def _keep_named(session: Session, offer: files.Named) -> None:
    _say_kept(session, files.keep_named(session.vault, offer, session.now()))


def _keep(session: Session) -> None:
    talk = session.talk
    talk.say("kept.path")
    typed = talk.ask()
    if isinstance(typed, Way) or not typed.strip():
        return
    _say_kept(session, files.keep(session.vault, session.shelf, place_typed(typed), session.now()))


def _say_kept(session: Session, one: KeptFile) -> None:
    session.talk.say("kept.done", name=one.name)
    session.talk.say("kept.original")


def _one(session: Session, one: KeptFile) -> None:
    """One file: look, save a copy out, take out or bring back, erase."""
    talk, words, vault = session.talk, session.words, session.vault
    talk.heading(file_line(one, words))
    talk.say("kept.out_ways" if one.removed else "kept.one_ways")
    typed = talk.ask([words("page_help.file")])
    what = "" if isinstance(typed, Way) else typed.strip().lower()
    if what == words("erase.word"):
        erase_for_good(session, What(file=one.id))
    elif what == words("kept.word_back") and one.removed:
        files.bring_file_back(vault, one.id)
        talk.say("kept.is_back")
    elif what == words("kept.word_out"):
        files.take_out(vault, one.id)
        talk.say("kept.taken")
    elif what == words("kept.word_look"):
        _look(session, one)
    elif what == words("kept.word_save"):
        talk.say("kept.save_folder")
        folder = talk.ask()
        if not isinstance(folder, Way) and folder.strip():
            talk.say("kept.saved", path=files.save_out(vault, one.id, place_typed(folder)))


def _look(session: Session, one: KeptFile) -> None:
    talk = session.talk
    seen = files.look(session.vault, one.id)
    for line in seen.lines:
        talk.line(line)
    if seen.pixels is not None:
        talk.say("kept.pixels", wide=seen.pixels[0], high=seen.pixels[1])
    if seen.lines or one.media == files.TEXT:
        return
    talk.say("kept.look_how")
    if not talk.yes("kept.lay_out_sure"):
        return
    laid = files.lay_out(session.vault, one.id)
    try:
        talk.say("kept.laid_memory" if laid.in_memory else "kept.laid_disk", path=laid.path)
        talk.say("plain.carry_on")
        talk.ask()
    finally:
        laid_out.take_away()
