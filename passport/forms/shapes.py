"""The shape of a pack's files: every key that may be written, and nothing else. See ``docs/formats/packs.md``."""

from typing import Annotated

import msgspec

from passport.forms.pack import Kind
from passport.record.audience import Audience, Share

SEVERITIES = ("blocks", "blocks_life_sustaining", "stops", "warns", "informs", "refuses_export")
CHECKED = ("verified", "secondary", "seed", "recalled", "inferred", "design")
SCOPES = ("paper", "refusal", "signing")
ID = r"^[a-z][a-z0-9_]*$"
Id = Annotated[str, msgspec.Meta(pattern=ID, max_length=60)]
ChoiceId = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9][a-z0-9_]*$")]


class RawQuestion(msgspec.Struct, forbid_unknown_fields=True):
    """One of ``[[pages.questions]]``."""

    id: Id
    kind: Kind
    required: bool = False
    share: Share = Share.STANDARD
    audience: Audience | None = None
    source: str = ""
    checked: str = "verified"
    choices: list[ChoiceId] = []
    choice_set: str = ""
    alone: list[ChoiceId] = []
    to: list[Id] = []
    columns: list[Id] = []
    most: int | None = None
    show_if: dict[str, object] | None = None
    one_of: str = ""
    ask_choices: list[str] = []
    questions: list["RawQuestion"] = []


class RawPage(msgspec.Struct, forbid_unknown_fields=True):
    """One of ``[[pages]]``."""

    id: Id
    questions: list[RawQuestion]
    note: bool = False
    once: bool = False


class RawPack(msgspec.Struct, forbid_unknown_fields=True):
    """A whole ``pack.toml``."""

    id: Id
    version: Annotated[int, msgspec.Meta(ge=1)]
    audience: Audience
    pages: list[RawPage]
    nations: list[str] = []
    repeats: bool = False
    entry_title: str = ""
    began: str = ""
    ended: str = ""
    runs_out: str = ""
    story: list[Id] = []
    looked_at: str = ""
    look_again: str = ""
    grows_old: list[Id] = []
    refusals: str = ""
    group: str = "me"
    order: int = 0
    quiet: bool = False
    needs_consent: bool = False
    choice_sets: dict[Id, list[ChoiceId]] = {}
    gone: list[Id] = []

    def questions(self) -> list[RawQuestion]:
        """Every question, those inside parts included."""
        asked = [question for page in self.pages for question in page.questions]
        return [question for one in asked for question in (one, *one.questions)]


class RawRule(msgspec.Struct, forbid_unknown_fields=True):
    """One table of ``rules.toml``."""

    severity: str
    when: dict[str, object]
    source: str
    checked: str = "verified"
    scope: str = "paper"
    dormant: bool = False
    cannot_check: bool = False
