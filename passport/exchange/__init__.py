"""How a passport travels between people and programs."""
