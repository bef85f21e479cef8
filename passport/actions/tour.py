"""A calm walk round a made-up person's passport: a few steps, each with something to look at. It can be left at any of them."""

from dataclasses import dataclass

from passport.vault.vault import Vault
from passport.wording.words import Words


@dataclass(frozen=True, slots=True)
class Stop:
    """One step of the tour."""

    id: str
    shows: str = ""
    """What can be looked at: ``form ID``, ``place FORM QUESTION``, ``share``, or nothing."""

    def title(self, words: Words) -> str:
        """Its heading."""
        return words(f"tour.{self.id}_title")

    def text(self, words: Words) -> str:
        """What it says."""
        return words(f"tour.{self.id}")


TOUR = (
    Stop("home"),
    Stop("question", "place about_me am_known_as"),
    Stop("refusal", "form advance_decision"),
    Stop("share", "share"),
    Stop("keys"),
    Stop("own"),
)


def section_shown(vault: Vault, stop: Stop) -> tuple[str, str]:
    """The section that a step shows, and the question in it; empty where it shows none."""
    kind, _, rest = stop.shows.partition(" ")
    form, _, question = rest.partition(" ")
    sections = vault.passport().of_form(form) if kind in {"form", "place"} else ()
    return (sections[-1].id, question) if sections else ("", "")
