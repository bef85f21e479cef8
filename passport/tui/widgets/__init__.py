"""One widget for each kind of question. Widgets hold no rules."""
