"""Two copies put together, in plain lines: each place where both have new words is shown, and the person chooses."""

from passport.actions.places import place_typed
from passport.actions.put_together import put_together
from passport.cli.plain.session import Session
from passport.cli.plain.talk import Way
from passport.forms.dates import show_date
from passport.record.answers import Answer, texts_in
from passport.vault.merge import At


def together(session: Session) -> None:
    """Where the other copy is, its passphrase, the choices; then what came of it. Raises Leave and VaultErrors."""
    talk = session.talk
    talk.heading(session.words("together.title"))
    talk.say("together.how")
    talk.say("together.where")
    typed = talk.ask()
    if isinstance(typed, Way) or not typed.strip():
        return
    secret, choices = talk.secret("together.passphrase"), dict[At, bool]()
    while (found := put_together(session.vault, place_typed(typed), secret, choices, session.now())).clashes:
        for clash in found.clashes:
            talk.say("together.both", section=clash.section, place=clash.place)
            talk.say("together.mine", **_shown(clash.mine))
            talk.say("together.theirs", **_shown(clash.theirs))
            picked = ""
            while picked not in {"1", "2"}:
                talk.say("together.choose")
                answer = talk.ask()
                if answer is Way.BACK:
                    return
                picked = "" if isinstance(answer, Way) else answer.strip()
            choices[clash.section, clash.place] = picked == "2"
    for section, place in found.stops:
        talk.say("together.stop", section=section, place=place)
    if found.keys_differ:
        talk.say("together.keys_differ")
    if found.answers or found.entries:
        talk.say("together.done", answers=found.answers, entries=found.entries)
        talk.say("together.older")
    else:
        talk.say("together.nothing")
    talk.let_read()


def _shown(answer: Answer) -> dict[str, str]:
    return {"date": show_date(answer.when.date().isoformat()), "words": " ".join(texts_in(answer.words))}
