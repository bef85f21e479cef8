"""The goals that anyone can try: ``./run proof [quick|full]``. One line a goal; its function takes ``full`` and returns an Outcome."""

GOALS: dict[str, tuple[str, str]] = {
    "g1": ("no saved word is lost to a kill", "bench.goals.kills:g1"),
    "g3": ("no saved word is lost to a power cut", "bench.goals.power:g3"),
}
"""Each goal: what it shows, and the module and function that show it."""
