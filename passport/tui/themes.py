"""Three themes of our own, and the terminal's own colours. A test measures every colour that meets another: text 7:1, borders 3:1 (WCAG 2.2 AAA, 1.4.11).

The names in ``variables`` are the only colours that our styles use, beside ``foreground``, ``background``, ``surface``,
``panel``, ``primary`` and ``error``.
"""

from textual.theme import Theme


def _theme(name: str, *, dark: bool, ansi: bool = False, **colours: str) -> Theme:
    """A theme in which every colour is chosen by hand; nothing is blended from others."""
    return Theme(
        name=name,
        dark=dark,
        ansi=ansi,
        text_alpha=1.0,
        foreground=colours["ink"],
        background=colours["page"],
        surface=colours["box"],
        panel=colours["band"],
        primary=colours["main"],
        secondary=colours["main"],
        accent=colours["main"],
        success=colours["main"],
        warning=colours["problem"],
        error=colours["problem"],
        variables={
            "quiet": colours["quiet"],
            "line": colours["line"],
            "on-primary": colours["on_main"],
            "input-cursor-background": colours["ink"],
            "input-cursor-foreground": colours["page"],
            "input-cursor-text-style": "reverse" if ansi else "none",
            "ansi-background": colours["page"],
            "ansi-foreground": colours["ink"],
            "input-selection-background": colours["main"],
            "input-selection-foreground": colours["on_main"],
            "block-cursor-background": colours["main"],
            "block-cursor-foreground": colours["on_main"],
            "scrollbar": colours["line"],
            "scrollbar-hover": colours["quiet"],
            "scrollbar-active": colours["main"],
            "scrollbar-background": colours["page"],
            "scrollbar-background-hover": colours["page"],
            "scrollbar-background-active": colours["page"],
            "scrollbar-corner-color": colours["page"],
        },
    )


CLEAR_LIGHT = _theme(
    "clear-light",
    dark=False,
    ink="#1c1b19",
    page="#fbf8f1",
    box="#ffffff",
    band="#efe9dc",
    quiet="#4b4840",
    line="#7d776a",
    main="#0f4c5c",
    on_main="#ffffff",
    problem="#8b1a1a",
)
"""Nearly black on cream."""

CLEAR_DARK = _theme(
    "clear-dark",
    dark=True,
    ink="#f4f1ea",
    page="#15181b",
    box="#1d2125",
    band="#262b30",
    quiet="#c3c0b8",
    line="#8b9096",
    main="#8fd0e0",
    on_main="#10181b",
    problem="#ffb4ab",
)
"""Nearly white on nearly black."""

CALM = _theme(
    "calm",
    dark=True,
    ink="#e2e6de",
    page="#24302e",
    box="#1e2927",
    band="#2c3937",
    quiet="#c9d1c8",
    line="#8da29b",
    main="#c2dfc6",
    on_main="#1b2624",
    problem="#ffc9b8",
)
"""Soft green dusk."""

ANSI = _theme(
    "ansi",
    dark=True,
    ansi=True,
    **dict.fromkeys(
        ("ink", "page", "box", "band", "quiet", "line", "main", "on_main", "problem"), "ansi_default"
    ),
)
"""The colours of the person's own terminal: ours are all its usual two, and what stands out is turned round or underlined."""

OURS = (CLEAR_LIGHT, CLEAR_DARK, CALM)
"""Those whose colours we choose, and measure."""
THEMES = (*OURS, ANSI)
OUR_COLOURS = {"quiet": "#000000", "line": "#000000", "on-primary": "#ffffff"}
"""Stand-ins, so that our styles can be read before a theme of ours is chosen."""
