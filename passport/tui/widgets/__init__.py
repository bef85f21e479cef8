"""What stands on a page: one widget for each kind of question, and the pieces they share. Widgets hold no rules."""
