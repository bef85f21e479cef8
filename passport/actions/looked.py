"""Where each paper stands today: assessed once, however many rows of a page ask."""

from datetime import date

from passport.forms.pack import Pack
from passport.law.assess import assess
from passport.law.findings import Assessment
from passport.law.notes import notes_shelf
from passport.record.passport import Passport
from passport.record.sections import Section


class Looked:
    """One look at the papers of a passport. It is made for one page and not kept."""

    def __init__(self, passport: Passport, today: date) -> None:
        self._passport, self._today = passport, today
        self._found: dict[str, Assessment] = {}

    def at(self, section: Section, pack: Pack) -> Assessment:
        """What the rules find of this paper."""
        if section.id not in self._found:
            self._found[section.id] = assess(section, self._passport, pack, notes_shelf(), self._today)
        return self._found[section.id]
