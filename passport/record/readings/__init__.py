"""Typed views of answers: computed each time, never stored."""
