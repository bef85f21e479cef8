"""What is enclosed in a paper: exactly the answers that were shared, and the words of the page. See docs/formats."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from passport.errors import NotOurs
from passport.keys.identity import PublicKey
from passport.keys.seal import Plain, canonical
from passport.law.findings import Assessment
from passport.paper.facts import DocumentFacts
from passport.record.answers import thaw
from passport.record.passport import Passport

FORMAT = 1
ANSWERS_NAME = "answers.cose"
TEXT_NAME = "words.txt"
CODE_NAME = "code.txt"
PUBLIC_AT = "key"
"""Where the map holds the public key it was sealed with."""
_KEYS: Mapping[str, type | tuple[type, ...]] = {
    "format": int,
    "document": str,
    "version": int,
    "made_on": str,
    "look_again": (str, type(None)),
    "audience": str,
    "name": str,
    "status": str,
    "stopped_on": (str, type(None)),
    "sections": list,
    "assessments": dict,
    "text": bytes,
    "key": bytes,
}
_SECTION = {"id": str, "form": str, "pack": int, "made_on": str, "answers": list}
_ANSWER: Mapping[str, type] = {"at": str, "value": object, "words": object}


@dataclass(frozen=True, slots=True)
class Enclosed:
    """Enclosed answers that were read, their shape as we write it. Nothing here says that a seal is whole."""

    document: str
    version: int
    made_on: date
    look_again: date | None
    audience: str
    name: str
    status: str
    stopped_on: date | None
    sections: tuple[Mapping[str, object], ...]
    """id, form, pack, made_on, answers: each at, value, words."""
    assessments: Mapping[str, object]
    """Section id to what the rules found when it was made (the contract's document)."""
    text_digest: bytes
    """SHA-256 of the words enclosed beside it."""


def answers_payload(
    shared: Passport,
    facts: DocumentFacts,
    assessments: Mapping[str, Assessment],
    public: PublicKey,
    text_digest: bytes,
) -> bytes:
    """The canonical bytes of exactly the words shared: what is sealed, and what the code promises."""
    sections = [
        {
            "id": section.id,
            "form": section.form,
            "pack": section.pack_version,
            "made_on": section.made_on.isoformat(),
            "answers": [
                {"at": place, "value": thaw(answer.value), "words": thaw(answer.words)}
                for place, answer in sorted(section.answers.items())
            ],
        }
        for section in shared.sections
    ]
    return canonical(
        {
            "format": FORMAT,
            "document": facts.document,
            "version": facts.version,
            "made_on": facts.made_on.isoformat(),
            "look_again": facts.look_again and facts.look_again.isoformat(),
            "audience": facts.audience.value,
            "name": facts.name,
            "status": facts.status,
            "stopped_on": facts.stopped_on and facts.stopped_on.isoformat(),
            "sections": sections,
            "assessments": {
                section: assessment.without_private().to_plain()
                for section, assessment in assessments.items()
            },
            "text": text_digest,
            PUBLIC_AT: public.compressed,
        }
    )


def read_answers(plain: Plain) -> Enclosed:
    """Enclosed answers out of a sealed map, strictly. Raises NotOurs."""
    table = _exactly(plain, _KEYS)
    if table["format"] != FORMAT:
        raise NotOurs(step="newer" if table["format"] > FORMAT else "contents")
    for section in table["sections"]:
        for answer in _exactly(section, _SECTION)["answers"]:
            _exactly(answer, _ANSWER)
    try:
        return Enclosed(
            document=table["document"],
            version=table["version"],
            made_on=date.fromisoformat(table["made_on"]),
            look_again=table["look_again"] and date.fromisoformat(table["look_again"]),
            audience=table["audience"],
            name=table["name"],
            status=table["status"],
            stopped_on=table["stopped_on"] and date.fromisoformat(table["stopped_on"]),
            sections=tuple(table["sections"]),
            assessments=table["assessments"],
            text_digest=table["text"],
        )
    except ValueError as wrong:
        raise NotOurs(step="contents") from wrong


def _exactly(plain: object, shape: Mapping[str, type | tuple[type, ...]]) -> dict[str, Any]:
    """A table with exactly these keys and kinds. Raises NotOurs."""
    if not isinstance(plain, dict) or set(plain) != set(shape):
        raise NotOurs(step="contents")
    if any(
        (isinstance(plain[key], bool) and kind is int) or not isinstance(plain[key], kind)
        for key, kind in shape.items()
    ):
        raise NotOurs(step="contents")
    return plain
