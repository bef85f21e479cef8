"""TOML to Pack. Every complaint names the file, the key and what to write.

A pack is a folder: ``pack.toml`` (what is asked), ``rules.toml`` (may be absent), ``en.toml`` (the words), ``examples/``.
"""

from collections.abc import Collection, Mapping
from importlib.resources.abc import Traversable
from typing import Annotated

import msgspec

from passport.errors import PackUnreadable
from passport.forms.agrees import what_does_not_agree
from passport.forms.like import like, rules_like, words_like
from passport.forms.pack import Choice, Kind, Pack, Page, Question, Rule, Source
from passport.forms.tables import converted, read_table
from passport.record.audience import Audience, Share

SEVERITIES = ("blocks", "blocks_life_sustaining", "stops", "warns", "informs", "refuses_export")
CHECKED = ("verified", "secondary", "seed", "recalled", "inferred", "design")
SCOPES = ("paper", "refusal", "signing")
_ID = r"^[a-z][a-z0-9_]*$"
Id = Annotated[str, msgspec.Meta(pattern=_ID, max_length=60)]
ChoiceId = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9][a-z0-9_]*$")]


class _Question(msgspec.Struct, forbid_unknown_fields=True):
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
    questions: list["_Question"] = []


class _Page(msgspec.Struct, forbid_unknown_fields=True):
    id: Id
    questions: list[_Question]
    note: bool = False
    once: bool = False


class _Pack(msgspec.Struct, forbid_unknown_fields=True):
    id: Id
    version: Annotated[int, msgspec.Meta(ge=1)]
    audience: Audience
    pages: list[_Page]
    nations: list[str] = []
    repeats: bool = False
    entry_title: str = ""
    runs_out: str = ""
    refusals: str = ""
    group: str = "me"
    order: int = 0
    quiet: bool = False
    needs_consent: bool = False
    choice_sets: dict[Id, list[ChoiceId]] = {}
    gone: list[Id] = []


class _Rule(msgspec.Struct, forbid_unknown_fields=True):
    severity: str
    when: dict[str, object]
    source: str
    checked: str = "verified"
    scope: str = "paper"
    dormant: bool = False
    cannot_check: bool = False


def read_pack(folder: Traversable, language: str = "en", shelf: Traversable | None = None) -> Pack:
    """One pack out of its folder; ``shelf`` is where another stands that it may be like. Raises PackUnreadable."""
    name = folder.name
    asked, said, ruled = _tables_of(folder, language, shelf)
    raw = converted(asked, _Pack, f"{name}/pack.toml")
    words = _Wording(said, f"{name}/{language}.toml")
    if raw.id != name:
        raise PackUnreadable(
            file=f"{name}/pack.toml", at="id", remedy=f'write id = "{name}", as the folder is called'
        )
    _ids_once(raw)
    pages = tuple(_page(page, raw, words) for page in raw.pages)
    pack = Pack(
        id=raw.id,
        version=raw.version,
        title=words.at("title"),
        about=words.at("about"),
        audience=raw.audience,
        pages=pages,
        rules=rules_in(ruled, f"{name}/rules.toml", words),
        nations=tuple(raw.nations),
        repeats=raw.repeats,
        entry_title=raw.entry_title,
        runs_out=raw.runs_out,
        refusals=raw.refusals,
        group=raw.group,
        order=raw.order,
        quiet=raw.quiet,
        needs_consent=raw.needs_consent,
        gone={one: words.at("gone", one) for one in raw.gone},
        words=words.table("words"),
    )
    for at, remedy in what_does_not_agree(pack):
        raise PackUnreadable(file=f"{name}/pack.toml", at=at, remedy=remedy)
    words.all_used(pack, raw.choice_sets)
    return pack


def _tables_of(
    folder: Traversable, language: str, shelf: Traversable | None
) -> tuple[Mapping[str, object], Mapping[str, object], Mapping[str, object]]:
    """What ``pack.toml``, the wording and ``rules.toml`` say, with what comes from a pack that this one is like."""
    asked, said = read_table(folder, "pack.toml"), read_table(folder, f"{language}.toml")
    ruled = read_table(folder, "rules.toml") if (folder / "rules.toml").is_file() else {}
    if "like" not in asked:
        return asked, said, ruled
    other = shelf / str(asked["like"]) if shelf is not None else None
    if other is None or not (other / "pack.toml").is_file() or other.name == folder.name:
        remedy = "name another form that stands beside this one"
        raise PackUnreadable(file=f"{folder.name}/pack.toml", at="like", remedy=remedy)
    base = read_table(other, "pack.toml")
    if "like" in base:
        remedy = f"name the form that {other.name} is like"
        raise PackUnreadable(file=f"{folder.name}/pack.toml", at="like", remedy=remedy)
    base_said, base_ruled = (
        read_table(other, f"{language}.toml"),
        read_table(other, "rules.toml") if (other / "rules.toml").is_file() else {},
    )
    return (
        like(asked, base),
        words_like(said, asked, base_said, base),
        rules_like(ruled, base_ruled, base),
    )


def read_rules(folder: Traversable, file: str, words: "_Wording") -> tuple[Rule, ...]:
    """The rules of a file, with their sentences. Raises PackUnreadable."""
    return rules_in(read_table(folder, file), f"{folder.name}/{file}", words)


def rules_in(tables: Mapping[str, object], at_file: str, words: "_Wording") -> tuple[Rule, ...]:
    """The same, of tables that were read. Raises PackUnreadable."""
    rules = []
    for rule_id, table in tables.items():
        raw = converted(table, _Rule, at_file, rule_id)
        for key, given, allowed in (
            ("severity", raw.severity, SEVERITIES),
            ("checked", raw.checked, CHECKED),
            ("scope", raw.scope, SCOPES),
        ):
            if given not in allowed:
                raise PackUnreadable(
                    file=at_file, at=f"{rule_id}.{key}", remedy="use one of " + ", ".join(allowed)
                )
        if not raw.source.strip():
            raise PackUnreadable(file=at_file, at=f"{rule_id}.source", remedy="say where the rule comes from")
        source = Source(raw.source, raw.checked)
        sentence = words.at("rules", rule_id)
        keys = (raw.when, raw.scope, raw.dormant, raw.cannot_check)
        rules.append(Rule(rule_id, raw.severity, sentence, source, *keys))
    return tuple(rules)


def read_wording(folder: Traversable, file: str) -> "_Wording":
    """A wording file beside rules. Raises PackUnreadable."""
    return _Wording(read_table(folder, file), f"{folder.name}/{file}")


class _Wording:
    """The words of a pack; a missing one is a complaint that names its key."""

    def __init__(self, tables: Mapping[str, object], file: str) -> None:
        self._tables, self._file = tables, file

    def find(self, *keys: str) -> str | None:
        """The words at a key, or None."""
        here: object = self._tables
        for key in keys:
            here = here.get(key) if isinstance(here, Mapping) else None
        return here if isinstance(here, str) else None

    def at(self, *keys: str) -> str:
        """The words at a key. Raises PackUnreadable."""
        words = self.find(*keys)
        if words is None or not words.strip():
            raise PackUnreadable(file=self._file, at=".".join(keys), remedy="write the words for it here")
        return words

    def table(self, key: str) -> dict[str, str]:
        """A whole table of words."""
        found = self._tables.get(key, {})
        return {name: str(words) for name, words in found.items()} if isinstance(found, Mapping) else {}

    def all_used(self, pack: Pack, choice_sets: Collection[str]) -> None:
        """Raises PackUnreadable for words about something the pack does not have."""
        known = {
            "questions": {question.id for question in pack.questions()},
            "choices": {question.id for question in pack.questions() if question.choices},
            "columns": {question.id for question in pack.questions() if question.columns},
            "pages": {page.id for page in pack.pages},
            "choice_sets": set(choice_sets),
            "rules": {rule.id for rule in pack.rules},
            "gone": set(pack.gone),
        }
        for name, table in self._tables.items():
            if name not in {*known, "title", "about", "words"}:
                raise PackUnreadable(file=self._file, at=name, remedy="take it out: nothing uses it")
            for key in table if isinstance(table, Mapping) and name in known else ():
                if key not in known[name]:
                    raise PackUnreadable(
                        file=self._file, at=f"{name}.{key}", remedy="take it out: nothing uses it"
                    )


def _ids_once(pack: _Pack) -> None:
    asked = [question for page in pack.pages for question in page.questions]
    ids = [question.id for one in asked for question in (one, *one.questions)]
    for twice in {one for one in ids if ids.count(one) > 1}:
        remedy = "give each question its own id: this one stands twice"
        raise PackUnreadable(file=f"{pack.id}/pack.toml", at=twice, remedy=remedy)


def _page(raw: _Page, pack: _Pack, words: _Wording) -> Page:
    return Page(
        id=raw.id,
        title=words.at("pages", raw.id, "title"),
        questions=tuple(_question(question, pack, words) for question in raw.questions),
        note=words.at("pages", raw.id, "note") if raw.note else "",
        once=raw.once,
    )


def _question(raw: _Question, pack: _Pack, words: _Wording) -> Question:
    if raw.checked not in CHECKED:
        remedy = "use one of " + ", ".join(CHECKED)
        raise PackUnreadable(file=f"{pack.id}/pack.toml", at=f"{raw.id}.checked", remedy=remedy)
    return Question(
        id=raw.id,
        kind=raw.kind,
        label=words.at("questions", raw.id, "label"),
        help=words.find("questions", raw.id, "help") or "",
        why=words.find("questions", raw.id, "why") or "",
        required=raw.required,
        share=raw.share,
        audience=raw.audience or pack.audience,
        source=Source(raw.source, raw.checked),
        choices=_choices(raw, pack, words),
        columns=tuple(Choice(one, words.at("columns", raw.id, one)) for one in raw.columns),
        questions=tuple(_question(inner, pack, words) for inner in raw.questions),
        show_if=raw.show_if,
        one_of=raw.one_of,
        ask_choices=tuple(raw.ask_choices),
        most=raw.most,
        alone=tuple(raw.alone),
        to=tuple(raw.to),
    )


def _choices(raw: _Question, pack: _Pack, words: _Wording) -> tuple[Choice, ...]:
    """The question's own, or those of a set that many questions share."""
    if not raw.choice_set:
        return tuple(Choice(one, words.at("choices", raw.id, one)) for one in raw.choices)
    if raw.choices or raw.choice_set not in pack.choice_sets:
        remedy = "name a set of choice_sets, and give no choices beside it"
        raise PackUnreadable(file=f"{pack.id}/pack.toml", at=f"{raw.id}.choice_set", remedy=remedy)
    return tuple(
        Choice(one, words.at("choice_sets", raw.choice_set, one)) for one in pack.choice_sets[raw.choice_set]
    )
