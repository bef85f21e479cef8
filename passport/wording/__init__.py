"""Our own words, one file for each language."""
