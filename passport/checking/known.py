"""Facts 4 and 6: what this computer remembers of a key and a paper, and what the paper says of its own age."""

from datetime import date

from passport.checking.report import Came, Check
from passport.forms.dates import show_date
from passport.keys.identity import PublicKey, earlier_fingerprint, spoken_fingerprint
from passport.keys.trust import Met, Paper
from passport.wording.words import Words


def key_check(public: PublicKey, paper: Paper, met: Met, words: Words) -> Check:
    """4: is the key one we have met? A new key is a fact, not a fault; a known paper under a new key is a fault."""
    spoken = spoken_fingerprint(public)
    if met.under_another_key(paper.key, paper.document):
        return Check("key", Came.FOUND, words("checks.key.other"))
    first = met.first_met(paper.key)
    if first is None:
        return Check("key", Came.NOTED, words("checks.key.new", spoken=spoken))
    return Check("key", Came.AS_SEALED, words("checks.key.met", date=in_words(first), spoken=spoken))


def earlier_words(public: PublicKey, words: Words) -> Check:
    """4, of what may have been printed before the words of keys were drawn from another list (docs/formats/spoken-words.md)."""
    return Check("key", Came.NOTED, words("checks.key.before", spoken=earlier_fingerprint(public)))


def newest_checks(
    paper: Paper, stopped_on: date | None, look_again: date | None, met: Met, today: date, words: Words
) -> tuple[Check, ...]:
    """6: is it older than one we have met, stopped, a draft, or past the day its person meant to look again?"""
    checks = [_age(paper, stopped_on, met, words)]
    if look_again is not None and look_again < today:
        checks.append(
            Check("newest", Came.NOTED, words("checks.newest.look_again", date=in_words(look_again)))
        )
    if paper.made_on > today:
        checks.append(Check("newest", Came.NOTED, words("checks.newest.ahead", date=in_words(paper.made_on))))
    return tuple(checks)


def _age(paper: Paper, stopped_on: date | None, met: Met, words: Words) -> Check:
    known = met.paper(paper.key, paper.document)
    stated = in_words(paper.made_on)
    if paper.status == "stopped":
        day = in_words(stopped_on or paper.made_on)
        return Check("newest", Came.FOUND, words("checks.newest.stopped", date=day))
    if known is not None and known.status == "stopped" and known.version >= paper.version:
        return Check("newest", Came.FOUND, words("checks.newest.stopped_known", date=in_words(known.made_on)))
    if known is not None and known.version > paper.version:
        sentence = words(
            "checks.newest.older", version=paper.version, known=known.version, date=in_words(known.made_on)
        )
        return Check("newest", Came.FOUND, sentence)
    if paper.status == "draft":
        return Check("newest", Came.NOTED, words("checks.newest.draft", version=paper.version, date=stated))
    return Check(
        "newest", Came.AS_SEALED, words("checks.newest.newest_here", version=paper.version, date=stated)
    )


def worth_remembering(checks: tuple[Check, ...], paper: Paper) -> Paper | None:
    """The paper, unless something is wrong with the thing itself: being older or stopped is not."""
    wrong = [check for check in checks if check.outcome is Came.FOUND and check.id != "newest"]
    return None if wrong else paper


def in_words(day: date) -> str:
    """A day as people say it."""
    return show_date(day.isoformat())
