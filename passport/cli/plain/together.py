"""Two copies put together, in plain lines: each place where both have new words is shown, and the person chooses."""

from passport.actions.places import place_typed
from passport.actions.put_together import put_together, to_choose, told
from passport.actions.unlock import how_it_stands
from passport.cli.plain.session import Session
from passport.cli.plain.talk import Way
from passport.cli.under_way import doing
from passport.vault.merge import At, Merged


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

    def found_in_both() -> Merged:
        with doing("copy"):
            return put_together(session.vault, place_typed(typed), secret, choices, session.now())

    while (found := found_in_both()).clashes:
        for clash in found.clashes:
            asked = to_choose(session.vault, session.shelf, clash, session.words)
            for line in (asked.where, asked.mine, asked.theirs):
                talk.line(line)
            picked = ""
            while picked not in {"1", "2"}:
                talk.say("together.choose")
                answer = talk.ask()
                if answer is Way.BACK:
                    return
                picked = "" if isinstance(answer, Way) else answer.strip()
            choices[asked.at] = picked == "2"
    for line in told(session.vault, session.shelf, found, session.words):
        talk.line(line)
    how_it_stands(session.vault, session.at.seen, session.now())
    talk.let_read()
