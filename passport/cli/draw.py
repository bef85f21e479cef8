"""A code drawn in lines, only where somebody asked for it: what it says in words first, then the drawing."""

from pathlib import Path

from passport.actions.share import Made
from passport.actions.show_code import show_code
from passport.cli.say import Voice, words


def draw(voice: Voice, made: Made, picture: Path) -> None:
    """The words that a scanner will read, the code, and under it the letters. ``picture`` is where it is as a file."""
    shown = show_code(made, *voice.drawing_room(), words)
    voice.words("code.reads")
    for line in shown.reads:
        voice.line(f"  {line}")
    if not shown.drawn or not voice.can_draw():
        voice.line(shown.too_small or words("code.no_blocks"))
        voice.line(str(picture))
        return
    voice.words("code.shown_how")
    voice.drawing(shown.drawn)
    voice.words("code.letters", count=len(shown.letters), start=shown.letters[:_START])
    voice.words("code.picture")
    voice.line(str(picture))


_START = 12
"""Letters that are enough to know a code by."""
