"""How it is asked: reads packs and runs the interview."""
