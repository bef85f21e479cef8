"""The numbered proof for a check code: what it says, and what a code alone cannot show."""

from datetime import date

from passport.checking.known import earlier_words, key_check, newest_checks, worth_remembering
from passport.checking.report import Came, Check, Report
from passport.checking.said import Labels
from passport.checking.stopped import cannot_tell, stopped, stopped_by
from passport.errors import SealError
from passport.keys.identity import earlier_fingerprint, spoken_fingerprint
from passport.keys.trust import Met, Paper
from passport.qr.token import Token, TokenFacts, read
from passport.record.visible import visible
from passport.wording.words import Words


def check_code(text: str, today: date, met: Met, words: Words) -> Report:
    """Every fact of the code with this text. Never raises for what the text holds."""
    if is_words_code(text, words):
        return stopped("words_code", words)
    try:
        token = read(text)
    except SealError as wrong:
        return stopped_by(wrong, words)
    facts = token.facts
    paper = Paper(token.public.compressed.hex(), facts.document, facts.version, facts.made_on, facts.status)
    document = document_of(token, words)
    checks = (
        Check("ours", Came.AS_SEALED, words("checks.ours.code")),  # 1
        Check("seal", Came.AS_SEALED, words("checks.seal.whole")),  # 2
        Check(
            "added", Came.AS_SEALED, words("checks.added.nothing")
        ),  # 3: it encodes back to the same letters
        key_check(token.public, paper, met, words),  # 4
        earlier_words(token.public, words),  # what stands beside it on paper may be from before
        Check(  # 5: the code promises the digest of answers that are not here
            "agrees",
            Came.NOT_CHECKED,
            words(
                "checks.agrees.code_alone",
                document=facts.document,
                version=facts.version,
                short=document["short"],
            ),
        ),
        *newest_checks(paper, facts.stopped_on, facts.look_again, met, today, words),  # 6
        Check("rules", Came.NOT_CHECKED, words("checks.rules.code_alone")),  # 7
        cannot_tell(words),  # 8
    )
    return Report(checks, document, worth_remembering(checks, paper))


def is_words_code(text: str, words: Words) -> bool:
    """Whether its last line says that it is plain words without a seal (docs/formats/words-code.md)."""
    return text.rpartition("\n")[2].startswith(words("words_code.mark", date="").strip())


def document_of(token: Token, words: Words) -> dict[str, object]:
    """What a code says of itself, as plain data, its texts safe to show."""
    facts = token.facts
    return {
        "kind": "code",
        "document": facts.document,
        "version": facts.version,
        "made_on": facts.made_on.isoformat(),
        "look_again": _day(facts.look_again),
        "audience": facts.audience.value,
        "status": facts.status,
        "stopped_on": _day(facts.stopped_on),
        "key": token.public.compressed.hex(),
        "spoken": spoken_fingerprint(token.public),
        "spoken_before": earlier_fingerprint(token.public),
        "answers_digest": facts.digest.hex(),
        "short": short(facts.digest.hex()),
        "forms": [visible(form) for form in facts.forms],
        "sections": _sections(facts, Labels(words)),
        "entries": len(facts.entries),
        "entries_in_all": facts.entries_in_all,
    }


def short(digest: str) -> str:
    """The start of a digest as it is printed on every page: two groups of four."""
    return f"{digest[:4]} {digest[4:8]}"


def _sections(facts: TokenFacts, labels: Labels) -> list[dict[str, object]]:
    """Who it is and what they need, then the entries."""
    about = [(question, said, said) for question, said in facts.facts.items()]
    sections: list[dict[str, object]] = []
    if about:
        sections.append({"form": "", "title": "", "says": labels.says("", about)})
    for entry in facts.entries:
        says = labels.says(entry.form, [(one, said, said) for one, said in entry.facts.items()])
        sections.append({"form": visible(entry.form), "title": labels.title(entry.form), "says": says})
    return sections


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
