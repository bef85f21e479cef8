"""TOML to Pack. Every complaint names the file, the key and what to write.

A pack is a folder: ``pack.toml`` (what is asked), ``rules.toml`` (may be absent), ``en.toml`` (the words), ``examples/``.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable

from passport.forms.agrees import what_does_not_agree
from passport.forms.complaints import Complaints
from passport.forms.like import Table, like, rules_like, what_cannot_be_like, words_like
from passport.forms.pack import Choice, Pack, Page, Question, Rule, Source
from passport.forms.said import Wording
from passport.forms.shapes import CHECKED, ID, SCOPES, SEVERITIES, RawPack, RawPage, RawQuestion, RawRule
from passport.forms.tables import read_table, shaped, stands_in, table_in

_NOT_NAMED = "not_named"
"""Stands in for the id of a page or a question that has none."""
_KEYS = frozenset(key for shape in (RawPack, RawPage, RawQuestion) for key in shape.__struct_fields__)
_RULE_STANDS_IN = {"severity": "warns", "when": {"always": True}, "source": "-"}


def read_pack(folder: Traversable, language: str = "en", shelf: Traversable | None = None) -> Pack:
    """One pack out of its folder; ``shelf`` is where another stands that it may be like. Raises PackUnreadable."""
    complaints = Complaints()
    pack = look_over(folder, complaints, language, shelf)
    complaints.raise_first()
    assert pack is not None
    return pack


def look_over(
    folder: Traversable, complaints: Complaints, language: str = "en", shelf: Traversable | None = None
) -> Pack | None:
    """A pack as far as it can be read, or None. Everything that is wrong with it is said in the complaints."""
    name = folder.name
    file = f"{name}/pack.toml"
    before = len(complaints.found)
    tables = _tables_of(folder, complaints, language, shelf)
    if tables.asked is None:
        return None
    stand_ins = {
        "id": _NOT_NAMED,
        "version": 1,
        "audience": "private",
        "pages": [],
        "kind": "short_text",
        "questions": [],
    }
    raw = shaped(tables.asked, RawPack, file, complaints, stand_ins=stand_ins)
    if raw is None:
        return None
    doubted = _doubted(
        raw, complaints.keys_since(before), [str(one.fields["at"]) for one in complaints.found]
    )
    words = Wording(tables.said, f"{name}/{language}.toml", complaints)
    if raw.id not in {name, _NOT_NAMED}:
        complaints.say(file, "id", f'write id = "{name}", as the folder is called')
    for at in _twice(raw):
        complaints.say(file, at, "give each its own id: this one stands twice")
    pack = Pack(
        id=name,
        version=raw.version,
        title=words.at("title"),
        about=words.at("about"),
        audience=raw.audience,
        pages=tuple(_page(page, raw, words, file, complaints) for page in raw.pages if page.id != _NOT_NAMED),
        rules=_rules(tables.ruled, f"{name}/rules.toml", words, complaints),
        nations=tuple(raw.nations),
        repeats=raw.repeats,
        entry_title=raw.entry_title,
        began=raw.began,
        ended=raw.ended,
        runs_out=raw.runs_out,
        story=tuple(raw.story),
        looked_at=raw.looked_at,
        look_again=raw.look_again,
        grows_old=tuple(raw.grows_old),
        refusals=raw.refusals,
        group=raw.group,
        order=raw.order,
        quiet=raw.quiet,
        needs_consent=raw.needs_consent,
        gone={one: words.at("gone", one) for one in raw.gone},
        words=words.table("words"),
    )
    for at, remedy in what_does_not_agree(pack):
        if doubted is not None and at.split(".")[0] not in doubted:
            complaints.say(file, at, remedy)
    words.all_used(tables.own_said, pack, raw, doubted)
    return pack


def _doubted(raw: RawPack, keys: frozenset[str], at: list[str]) -> frozenset[str] | None:
    """The ids whose table had something wrong: what hangs on them cannot be judged. None where that is any of them."""
    pages_unsure = any(one.rpartition(".")[2] in {"pages", "questions"} for one in at)
    nameless = _NOT_NAMED in {*(page.id for page in raw.pages), *(one.id for one in raw.questions())}
    return None if pages_unsure or nameless else keys - _KEYS


@dataclass(frozen=True, slots=True)
class _Tables:
    """What the three files say; None for one that cannot be read."""

    asked: Table | None
    said: Table | None
    own_said: Table
    """What its own wording says, without that of a pack it is like."""
    ruled: Table | None


def _tables_of(
    folder: Traversable, complaints: Complaints, language: str, shelf: Traversable | None
) -> _Tables:
    """What ``pack.toml``, the wording and ``rules.toml`` say, with what comes from a pack that this one is like."""
    asked = table_in(folder, "pack.toml", complaints)
    said = table_in(folder, f"{language}.toml", complaints)
    ruled = table_in(folder, "rules.toml", complaints) if stands_in(folder, "rules.toml") else {}
    if asked is None or "like" not in asked:
        return _Tables(asked, said, said or {}, ruled)
    base = _other(str(asked["like"]), folder, language, shelf)
    if base is None or base.asked is None or base.said is None:
        remedy = "name another form that stands beside this one, reads well, and is not like a third"
        complaints.say(f"{folder.name}/pack.toml", "like", remedy)
        return _Tables(None, said, said or {}, ruled)
    slips = tuple(what_cannot_be_like(asked, base.asked))
    for at, remedy in slips:
        complaints.say(f"{folder.name}/pack.toml", at, remedy)
    if any(at != "leave_out" for at, _remedy in slips):
        return _Tables(None, said, said or {}, ruled)
    return _Tables(
        like(asked, base.asked),
        None if said is None else words_like(said, asked, base.said, base.asked),
        said or {},
        None if ruled is None else rules_like(ruled, base.ruled or {}, base.asked),
    )


def _other(name: str, folder: Traversable, language: str, shelf: Traversable | None) -> _Tables | None:
    """The files of the pack that one is like; None where there is none, or it cannot be used so."""
    if shelf is None or name == folder.name or not re.match(ID, name) or not stands_in(shelf, name):
        return None
    wrong = Complaints()
    look_over(shelf / name, wrong, language)
    tables = _tables_of(shelf / name, Complaints(), language, None)
    return tables if not wrong.found and tables.asked is not None and "like" not in tables.asked else None


def read_rules(folder: Traversable, file: str, wording: str) -> tuple[Rule, ...]:
    """The rules of a file, with their sentences. Raises PackUnreadable."""
    complaints = Complaints()
    words = Wording(read_table(folder, wording), f"{folder.name}/{wording}", complaints)
    rules = _rules(read_table(folder, file), f"{folder.name}/{file}", words, complaints)
    complaints.raise_first()
    return rules


def read_sentences(folder: Traversable, file: str, table: str) -> Mapping[str, str]:
    """A table of a wording file that belongs to no pack. Raises PackUnreadable."""
    return Wording(read_table(folder, file), f"{folder.name}/{file}", Complaints()).table(table)


def _rules(
    tables: Mapping[str, object] | None, file: str, words: Wording, complaints: Complaints
) -> tuple[Rule, ...]:
    rules = []
    for rule_id, table in (tables or {}).items():
        raw = shaped(table, RawRule, file, complaints, rule_id, _RULE_STANDS_IN)
        if raw is None:
            raw = RawRule("warns", {"always": True}, "-")
        for key, given, allowed in (
            ("severity", raw.severity, SEVERITIES),
            ("checked", raw.checked, CHECKED),
            ("scope", raw.scope, SCOPES),
        ):
            if given not in allowed:
                complaints.say(file, f"{rule_id}.{key}", "use one of " + ", ".join(allowed))
        if not raw.source.strip():
            complaints.say(file, f"{rule_id}.source", "say where the rule comes from")
        source = Source(raw.source, raw.checked)
        sentence = words.at("rules", rule_id)
        keys = (raw.when, raw.scope, raw.dormant, raw.cannot_check)
        rules.append(Rule(rule_id, raw.severity, sentence, source, *keys))
    return tuple(rules)


def _twice(pack: RawPack) -> Iterator[str]:
    """Every id that stands twice: of pages, of questions, and of the choices and columns of one question."""
    yield from _stand_twice([page.id for page in pack.pages], "pages.")
    yield from _stand_twice([one.id for one in pack.questions()])
    for one in pack.questions():
        yield from _stand_twice(one.choices, f"{one.id}.choices.")
        yield from _stand_twice(one.columns, f"{one.id}.columns.")
    for name, choices in pack.choice_sets.items():
        yield from _stand_twice(choices, f"choice_sets.{name}.")


def _stand_twice(ids: list[str], start: str = "") -> Iterator[str]:
    seen: set[str] = set()
    said = {_NOT_NAMED}
    for one in ids:
        if one in seen and one not in said:
            yield f"{start}{one}"
            said.add(one)
        seen.add(one)


def _page(raw: RawPage, pack: RawPack, words: Wording, file: str, complaints: Complaints) -> Page:
    return Page(
        id=raw.id,
        title=words.at("pages", raw.id, "title"),
        questions=tuple(
            _question(question, pack, words, file, complaints)
            for question in raw.questions
            if question.id != _NOT_NAMED
        ),
        note=words.at("pages", raw.id, "note") if raw.note else "",
        once=raw.once,
    )


def _question(raw: RawQuestion, pack: RawPack, words: Wording, file: str, complaints: Complaints) -> Question:
    if raw.checked not in CHECKED:
        complaints.say(file, f"{raw.id}.checked", "use one of " + ", ".join(CHECKED))
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
        choices=_choices(raw, pack, words, file, complaints),
        columns=tuple(Choice(one, words.at("columns", raw.id, one)) for one in raw.columns),
        questions=tuple(
            _question(inner, pack, words, file, complaints)
            for inner in raw.questions
            if inner.id != _NOT_NAMED
        ),
        show_if=raw.show_if,
        one_of=raw.one_of,
        ask_choices=tuple(raw.ask_choices),
        most=raw.most,
        alone=tuple(raw.alone),
        to=tuple(raw.to),
    )


def _choices(
    raw: RawQuestion, pack: RawPack, words: Wording, file: str, complaints: Complaints
) -> tuple[Choice, ...]:
    """The question's own, or those of a set that many questions share."""
    if not raw.choice_set:
        return tuple(Choice(one, words.at("choices", raw.id, one)) for one in raw.choices)
    if raw.choices or raw.choice_set not in pack.choice_sets:
        remedy = "name a set of choice_sets, and give no choices beside it"
        complaints.say(file, f"{raw.id}.choice_set", remedy)
    return tuple(
        Choice(one, words.at("choice_sets", raw.choice_set, one))
        for one in pack.choice_sets.get(raw.choice_set, ())
    )
