"""The named facts: what rules ask that the closed language cannot say. Each takes what is known and the rule's settings.

A fact that reads what is never shared is marked private: a rule that asks it and only warns or informs stays out of
every export. Facts stand in modules by what they are about; importing this package registers them all.
"""

from passport.law.predicates import person, refusals, signing, since, taking_part
from passport.law.predicates.registry import PREDICATES, Predicate, Settings

__all__ = ["PREDICATES", "Predicate", "Settings", "person", "refusals", "signing", "since", "taking_part"]
