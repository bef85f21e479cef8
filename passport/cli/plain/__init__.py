"""The program in plain lines: one line out, one line in. For screen readers, braille, pipes and quiet terminals."""
