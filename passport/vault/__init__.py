"""Where a passport rests: an encrypted folder, owned by one thread."""
