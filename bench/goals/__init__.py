"""The goals that anyone can try: ``./run proof [quick|full]``. One line a goal; its function takes ``full`` and returns an Outcome."""

GOALS: dict[str, tuple[str, str]] = {
    "g1": ("no saved word is lost to a kill", "bench.goals.kills:g1"),
    "g3": ("no saved word is lost to a power cut", "bench.goals.power:g3"),
    "g8": ("a guess at a passphrase is dear, and no edited file makes it cheap", "bench.goals.keys:g8"),
    "g16": ("a forgotten passphrase is not the end", "bench.goals.keys:g16"),
    "erasing": ("what is erased for good is on no page", "bench.goals.erasing:erasing"),
}
"""Each goal: what it shows, and the module and function that show it."""
