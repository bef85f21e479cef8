"""Share in plain lines, and who has a copy: the same four steps as on the screen."""

from collections.abc import Callable, Collection, Mapping
from datetime import datetime

from passport.actions.copies import seal_words, seal_words_before
from passport.actions.demo import papers_beside
from passport.actions.drafts import unfinished_labels
from passport.actions.erase import What
from passport.actions.lists import COPIES, View
from passport.actions.offer import Part, offer
from passport.actions.places import place_typed
from passport.actions.share import Handing, Made, rehearse
from passport.actions.share import share as share_out
from passport.actions.sharing import Sharing, usual_folder, who_for
from passport.cli.plain.code import CODE, choose_code, offer_to_draw
from passport.cli.plain.erase import erase_for_good
from passport.cli.plain.lists import Shown, in_another_way, is_back, picked, print_list, say_ways
from passport.cli.plain.session import Session
from passport.cli.plain.talk import Way, number_in
from passport.cli.under_way import doing
from passport.forms.dates import show_date
from passport.forms.shelf import Shelf
from passport.record.audience import Audience, Selection
from passport.record.passport import who_form
from passport.vault.vault import Vault
from passport.wording.words import Words


def share(session: Session, begun: Sharing | None = None) -> None:
    """Who for, what goes in, who gets it and why, exactly what they will see; then it leaves. Raises Leave.

    ``begun`` is a paper that knows who it is for.
    """
    talk = session.talk
    step = 0 if begun is None else 1
    sharing = begun or Sharing(Audience.CARE)
    while step < len(_STEPS):
        if step == 0:
            talk.heading(session.words("screens.share.who"))
            talk.say("plain.pick_one")
            sides = who_for(session.vault.passport(), session.shelf)
            who = talk.pick([session.words(f"screens.share.{one}") for one in sides])
            if not isinstance(who, int):
                return
            sharing = Sharing(list(sides.values())[who])
            step = 1
        else:
            step += 1 if _STEPS[step](session, sharing) else -1
    talk.say("screens.share.making")
    made = rehearse(*_given(session, sharing))
    _exactly(session, made)
    _say_begun(session, sharing, sharing.selection(session.vault.passport()).sections)
    if not _sure(session, sharing, made):
        talk.say("commands.rehearsed")
        talk.let_read()
        return
    talk.say("screens.share.making")
    with doing("pages"):
        shared = share_out(*_given(session, sharing), place_typed(sharing.folder))
    copy = shared.copy_given
    date = show_date(copy.given_on.isoformat())
    talk.say("screens.share.done", holder=copy.holder, date=date, version=copy.version)
    for kind, path in shared.files.items():
        talk.line(f"{session.words(f'commands.file_{kind}')} {path}")
    talk.say("commands.not_locked")
    talk.say("cover.next_plain")
    offer_to_draw(session, shared)


def _given(session: Session, sharing: Sharing) -> tuple[Vault, Shelf, Selection, Handing, datetime, Words]:
    """What sharing and its rehearsal are given."""
    selection = sharing.selection(session.vault.passport())
    return session.vault, session.shelf, selection, sharing.handing(), session.now(), session.words


def _sure(session: Session, sharing: Sharing, made: Made) -> bool:
    """Whether to share it. ``code`` chooses first what the code says, as often as they like. Raises Leave."""
    talk = session.talk
    while True:
        talk.say("plain.share_sure", holder=sharing.holder)
        typed = talk.ask()
        if isinstance(typed, Way) or typed.strip().lower() != CODE:
            return not isinstance(typed, Way) and typed.strip().lower() in {"y", "yes"}
        picked = choose_code(session, made.code_room, "code.choose_how")
        if picked is not None:
            sharing.code = picked
            talk.say("screens.share.making")
            made = rehearse(*_given(session, sharing))
            _say_code(session, made)


def _what(session: Session, sharing: Sharing) -> bool:
    """Numbers switch what goes in. Returns whether to go on."""
    talk, words = session.talk, session.words
    passport = session.vault.passport()
    stopped = {section.id for section in passport.sections if section.stopped_on is not None}
    parts = [
        part for part in offer(passport, session.shelf, sharing.for_, words) if part.section not in stopped
    ]
    sharing.sections = sharing.sections or {part.section for part in parts}
    talk.heading(words("screens.share.what"))
    talk.say(f"screens.share.what_{sharing.for_.value}")
    _say_begun(session, sharing, [one.id for one in passport.sections if one.id not in stopped])
    if not parts:
        talk.say("screens.share.nothing")
        return False
    rows = [row for part in parts for row in _rows(part)]
    for number, (key, label) in enumerate(rows, 1):
        talk.line(f"{number} {_standing(session, sharing, key, label)}")
    while True:
        talk.say("plain.switch")
        typed = talk.ask()
        if isinstance(typed, Way):
            return False
        if not typed.strip():
            return True
        at = number_in(typed, len(rows))
        if at is None:
            talk.say("plain.number_wanted", most=len(rows))
            continue
        _switch(session, sharing, rows[at][0])
        talk.line(_standing(session, sharing, *rows[at]))


def _say_begun(session: Session, sharing: Sharing, sections: Collection[str]) -> None:
    """What was begun and not finished, and so is not on the paper."""
    for label in unfinished_labels(session.vault, session.shelf, sections, sharing.for_):
        session.talk.say("screens.share.begun", label=label)


def _standing(session: Session, sharing: Sharing, key: tuple[str, str], label: str) -> str:
    return session.words("plain.goes_in" if _goes_in(sharing, key) else "plain.stays_out", what=label)


def _rows(part: Part) -> list[tuple[tuple[str, str], str]]:
    fields = [one for one in part.fields if not one.standard]
    return [
        ((part.section, ""), part.title),
        *(((part.section, one.question), one.short) for one in fields),
    ]


def _goes_in(sharing: Sharing, key: tuple[str, str]) -> bool:
    return key in sharing.fields if key[1] else key[0] in sharing.sections


def _switch(session: Session, sharing: Sharing, key: tuple[str, str]) -> None:
    if key[1]:
        sharing.switch(*key)
    elif session.vault.section(key[0]).form == who_form(sharing.for_):
        session.talk.say("plain.who_i_am_stays")
    else:
        sharing.switch(key[0])


def _give(session: Session, sharing: Sharing) -> bool:
    """Who gets it, why, and where the files go. Returns whether to go on."""
    talk = session.talk
    talk.heading(session.words("screens.share.give"))
    if papers_beside(session.at.vault):
        talk.say("screens.share.made_up")
    usual = {
        "holder": sharing.holder,
        "reason": sharing.reason,
        "folder": sharing.folder or str(usual_folder(session.at.vault)),
    }
    names, at = list(usual), 0
    while at < len(names):
        name = names[at]
        talk.say(f"screens.share.{name}")
        talk.say(f"screens.share.{name}_how")
        if usual[name]:
            talk.say("plain.now", answer=usual[name])
        typed = talk.ask()
        if isinstance(typed, Way):
            at += -1 if typed is Way.BACK else 1
            if at < 0:
                _remember(sharing, usual)
                return False
            continue
        usual[name] = typed.strip() or usual[name]
        if name == "holder" and not usual[name]:
            talk.say("screens.share.name_wanted")
            continue
        at += 1
    _remember(sharing, usual)
    if not sharing.holder:
        talk.say("screens.share.name_wanted")
        return _give(session, sharing)
    sharing.large_print = talk.yes("plain.large_print")
    return True


def _remember(sharing: Sharing, typed: Mapping[str, str]) -> None:
    sharing.holder, sharing.reason, sharing.folder = typed["holder"], typed["reason"], typed["folder"]


_STEPS: tuple[Callable[[Session, Sharing], bool], ...] = (lambda _session, _sharing: True, _what, _give)
"""Who it is for, what goes in, who gets it: ``b`` goes back one."""


def _exactly(session: Session, made: Made) -> None:
    talk = session.talk
    talk.heading(session.words("screens.share.see"))
    if not made.facts.name:
        talk.say("share.no_name", form=session.shelf.pack(who_form(made.facts.audience)).title)
    refusals = [one for found in made.assessments.values() for one in found.refusals]
    if refusals or made.found:
        talk.say("screens.share.rules")
    for one in refusals:
        talk.line(f"{one.treatment}: {session.words(f'outcome.{one.outcome}')}")
    for finding in made.found:
        talk.line(finding.sentence)
    talk.heading(session.words("screens.share.pages"))
    talk.line(made.text)
    _say_code(session, made)
    talk.say("commands.not_locked")


def _say_code(session: Session, made: Made) -> None:
    talk = session.talk
    talk.say("screens.share.code")
    talk.say("screens.share.code_checks")
    for said in (*made.code_room.says(), *made.code_room.in_words()):
        talk.line(said)


def copies(session: Session) -> None:
    """Who has a copy, newest first; and the words of the seals. Raises Leave."""
    talk, words, shown = session.talk, session.words, Shown(COPIES, View.STORY)
    while True:
        talk.heading(words("screens.copies.title"))
        print_list(session, shown)
        if not shown.count:
            talk.say("screens.copies.none")
        _say_seals(session)
        if not shown.count:
            talk.let_read()
            return
        talk.say("erase.copy_ways")
        say_ways(session, shown)
        typed = talk.ask([words("page_help.copies")])
        if is_back(typed):
            return
        assert isinstance(typed, str)
        word = words("erase.word")
        if typed.strip().lower().startswith(word):
            one = picked(shown, typed.strip()[len(word) :])
            if one is not None:
                erase_for_good(session, What(copy=one.id))
                return
            talk.say("plain.not_that")
            continue
        if picked(shown, typed) is not None or not in_another_way(session, shown, typed):
            talk.say("plain.not_that")


def _say_seals(session: Session) -> None:
    talk = session.talk
    talk.line()
    talk.heading(session.words("screens.copies.seal"))
    talk.say("screens.copies.seal_how")
    for for_, spoken in seal_words(session.vault).items():
        talk.say(f"screens.copies.seal_{for_}", spoken=spoken)
    for before in seal_words_before(session.vault).values():
        talk.say("screens.copies.seal_before", spoken=before)
