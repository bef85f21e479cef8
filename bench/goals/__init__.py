"""The goals that anyone can try: ``./run proof [quick|full]``. One line a goal; its function takes ``full`` and returns an Outcome."""

GOALS: dict[str, tuple[str, str]] = {
    "g1": ("no saved word is lost to a kill", "bench.goals.kills:g1"),
    "g2": ("no call to the disk that is cut off or refused loses a saved word", "bench.goals.syscalls:g2"),
    "g3": ("no saved word is lost to a power cut", "bench.goals.power:g3"),
    "g4": ("a damaged record is named, and its backup brings all back", "bench.goals.corruption:g4"),
    "g5": ("a full disk loses nothing, and is told as one", "bench.goals.full_disk:g5"),
    "g6": ("a second opener is told, and two copies put together lose no word", "bench.goals.two:g6"),
    "g7": ("passphrase, key and words leak nowhere", "bench.goals.leaks:g7"),
    "g8": ("a guess at a passphrase is dear, and no edited file makes it cheap", "bench.goals.keys:g8"),
    "g9": ("nobody waits long: to open a large record, for a lock, for a save", "bench.goals.times:g9"),
    "g10": ("no forged paper passes our own check, and every untouched one does", "bench.goals.forged:g10"),
    "g14": ("a changed file ends in one of our own sentences", "bench.goals.mutated:g14"),
    "g15": ("what could be read in two ways is refused", "bench.goals.strict:g15"),
    "g16": ("a forgotten passphrase is not the end", "bench.goals.keys:g16"),
    "g17": ("an older copy is named as older", "bench.goals.older:g17"),
    "g19": ("open files hold what another program reads in the record", "bench.goals.export:g19"),
    "erasing": ("what is erased for good is on no page", "bench.goals.erasing:erasing"),
}
"""Each goal: what it shows, and the module and function that show it."""
