"""The named facts: what rules ask that the closed language cannot say. Each takes what is known and the rule's settings.

A fact that reads what is never shared is marked private: a rule that asks it and only warns or informs stays out of
every export. Facts stand in modules by what they are about; importing this package registers them all.
"""

from passport.law.predicates import (
    other_papers,
    person,
    plan,
    refusals,
    signing,
    since,
    taking_part,
    whole,
)
from passport.law.predicates.registry import PREDICATES, Predicate, Settings

__all__ = [
    "PREDICATES",
    "Predicate",
    "Settings",
    "other_papers",
    "person",
    "plan",
    "refusals",
    "signing",
    "since",
    "taking_part",
    "whole",
]
