"""How we check someone else's paper or code: a report of facts."""
