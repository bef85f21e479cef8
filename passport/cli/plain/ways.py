"""Ways to open my record in plain lines: what stands, a second person, recovery shares; and opening with shares."""

from collections.abc import Callable
from datetime import datetime

from passport.actions import sheets
from passport.actions import ways as acting
from passport.actions.advice import said_of
from passport.actions.places import Places, place_typed
from passport.actions.unlock import Opened, another_share, open_with_shares
from passport.cli.plain.session import Session
from passport.cli.plain.talk import Talk, Way
from passport.errors import ShareHasSlip, ShareOfAnother, SharesNotOurs, ShareTwice, ShareWanted
from passport.keys.shares import LEAST, MOST, Share, still_needed
from passport.keys.ways import SECOND, SHARES


def ways(session: Session) -> None:
    """The list, and what can be done, until Enter or ``b``. Raises WrongPassphrase, Leave and what an action does."""
    talk, words = session.talk, session.words
    while True:
        talk.heading(words("screens.ways.title"))
        found = acting.ways_in(session.vault)
        for way in found:
            talk.line(acting.told(way, words))
        talk.say("ways.them_all")
        if last := acting.last_opened(session.vault, words):
            talk.line(last)
        rows = _rows({way.kind for way in found})
        talk.say("plain.ways_which")
        picked = talk.pick([words(key) for key in rows])
        if not isinstance(picked, int):
            return
        list(rows.values())[picked](session)


def _rows(kinds: set[str]) -> dict[str, Callable[[Session], None]]:
    rows: dict[str, Callable[[Session], None]] = {}
    for kind, adds, removes in ((SECOND, _second, _second_out), (SHARES, _shares, _shares_out)):
        rows[f"screens.ways.{kind}_{'other_' if kind in kinds else ''}row"] = adds
        if kind in kinds:
            rows[f"screens.new_keys.{kind}_remove"] = removes
    return rows


def _second(session: Session) -> None:
    talk = session.talk
    for key in ("screens.new_keys.second_how", "ways.second_can", "screens.ways.second_name"):
        talk.say(key)
    name = talk.ask()
    if isinstance(name, Way) or not name.strip():
        return
    talk.say("screens.ways.second_theirs_how")
    theirs = talk.secret("commands.ask_second_passphrase")
    for sentence in said_of(theirs, session.words):
        talk.line(sentence)
    mine = talk.secret("screens.new_keys.now")
    acting.add_second(session.vault, mine, name, theirs, session.today())
    talk.say("ways.second_added", name=name.strip())
    talk.let_read()


def _second_out(session: Session) -> None:
    talk = session.talk
    talk.say("screens.new_keys.second_remove_how")
    acting.remove_second(session.vault, talk.secret("screens.new_keys.now"))
    talk.say("ways.second_removed")
    talk.say("ways.second_kept")
    talk.let_read()


def _shares(session: Session) -> None:
    talk = session.talk
    talk.say("screens.new_keys.shares_how")
    talk.say("screens.ways.shares_names")
    talk.say("screens.ways.shares_names_how")
    names = talk.ask()
    if isinstance(names, Way) or not names.strip():
        return
    talk.say("screens.ways.shares_need")
    talk.say("screens.ways.shares_need_how")
    typed = talk.ask()
    if isinstance(typed, Way):
        return
    plain = typed.strip()
    if not (plain.isascii() and plain.isdigit() and len(plain) <= len(str(MOST))):
        raise ShareWanted(least=LEAST, most=MOST)
    need, today = int(plain), session.today()
    mine = talk.secret("screens.new_keys.now")
    made = acting.make_shares(session.vault, mine, need, acting.names_in(names), today)
    talk.say("ways.shares_made", need=need)
    for one in made:
        talk.say("ways.share_for", number=one.number, count=len(made), name=one.name)
        for row in acting.rows_of(one.line):
            talk.line(row)
    talk.say("ways.shares_give")
    talk.say("ways.shares_old")
    if place := asks_for_sheet(talk):
        written = sheets.write_share_sheets(place_typed(place), made, need, today, session.words)
        for one, path in zip(made, written, strict=True):
            talk.say("ways.sheets_written", number=one.number, name=one.name, file=path)
        talk.say("ways.sheet_delete")
    talk.let_read()


def _shares_out(session: Session) -> None:
    talk = session.talk
    talk.say("screens.new_keys.shares_remove_how")
    acting.remove_shares(session.vault, talk.secret("screens.new_keys.now"))
    talk.say("ways.shares_removed")
    talk.let_read()


def asks_for_sheet(talk: Talk) -> str:
    """Where a page to print should go, or an empty text for none. Raises Leave."""
    talk.say("plain.ways_sheet")
    typed = talk.ask(home=False)
    return "" if isinstance(typed, Way) else typed.strip()


def open_by_shares(talk: Talk, at: Places, now: datetime) -> Opened:
    """Shares one by one until there are enough; an empty line goes back. Raises NoShares, NotEnoughShares, Leave."""
    found: tuple[Share, ...] = ()
    talk.say("screens.ways.recover_how")
    while still_needed(found) != 0:
        talk.say("plain.ways_shares")
        typed = talk.raw()  # in view: nobody types 33 words blindly, and one share alone opens nothing
        if not typed.strip():
            break
        try:
            found = another_share(at.vault, found, typed)
            talk.say("ways.shares_needed", count=still_needed(found))
        except (ShareHasSlip, ShareTwice, ShareOfAnother, SharesNotOurs) as error:
            talk.line(talk.words.error(error))
    return open_with_shares(at.vault, found, now, at.seen)
