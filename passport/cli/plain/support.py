"""Get support now, in plain lines. It calls no one."""

from passport.cli.plain.talk import Talk
from passport.law.crisis_lines import crisis_lines


def support(talk: Talk, nation: str = "") -> None:
    """Who answers, how, and when."""
    talk.heading(talk.words("screens.support.title"))
    talk.say("screens.support.emergency")
    for one in crisis_lines(nation):
        how = talk.words(f"screens.support.how_{one.how}")
        more = [
            talk.words("screens.support.line", name=one.name, how=how, number=one.number) + ".",
            talk.words("screens.support.say", say=one.say) if one.say else "",
            talk.words("screens.support.hours", hours=one.hours) if one.hours else "",
            "" if one.checked_on else talk.words("screens.support.not_checked"),
        ]
        talk.line(" ".join(text for text in more if text))
    talk.say("screens.support.calls")
    talk.line()
