"""How a passport fits in one code: summary, token, draw, scan."""
