"""What a person reads, sentence by sentence, and the words we do not use (domain 9; research ux 1)."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
WORDING = sorted([*(ROOT / "passport" / "wording").glob("*.en.toml"), *(ROOT / "forms").glob("*/en.toml")])
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs" / "guide").glob("*.md")])
LINES = ROOT / "forms" / "law" / "crisis_lines.toml"
LONGEST = 20
LONGEST_FOR_STAFF = 25
"""Text for staff on paper may be a little longer."""
FOR_STAFF = re.compile(r"staff|reader|panel")

INSTEAD_OF = {
    # Domain 9, its table: what stands in the first column, and what we say.
    r"(?:in)?valid(?:ity|ly)?": "ready, not ready yet",
    r"revok(?:e[sd]?|ing)|revocation|rescind(?:s|ed|ing)?": "stop",
    r"execut(?:e[sd]?|ing|ion)|subscrib(?:e[sd]?|ing)": "sign",
    r"donee|donor|attorneys?": "the person you gave power to decide (attorney)",
    r"life[- ]sustaining": "treatment that keeps you alive",
    r"lack(?:s|ing)? (?:mental )?capacity|incapacit(?:y|ated)": "cannot decide for myself at that time",
    r"contemporaneous(?:ly)?": "at the time",
    r"stakeholders?|ppi|ebe": "people with lived experience",
    r"(?:non-)?complian(?:t|ce)|meets? (?:the )?criteria": "passes our checks",
    # Domain 9, the lines around it.
    r"legal(?:ly)?|binding": "nothing: staff decide at the time",
    r"fail(?:s|ed|ure|ures|ing)?": "say what happened and what to do",
    r"suffer(?:s|ed|ing)?(?: from)?|vulnerable|commit(?:s|ted)? suicide": "say what it is",
    r"mentally ill|mental illness|drug users?|bme": "mental health, unwell, distress",
    r"e\.g\.?|i\.e\.?|etc\.?|pursuant|herein|hereby|commence[sd]?": "English",
    # Research ux 1.1, error wording and words about mental health.
    r"please|sorry|forbidden|oops": "say how to put it right",
    r"victims?(?: of)?": "people",
}
"""What we do not write, as a pattern of whole words, and what we write in its place."""
EXCEPTIONS = {
    "this is not legal advice": "the fixed sentence at the foot of every assessment (domain 8)",
    "it is not legal advice": "the same, in the README",
    "power of attorney": "the name of the paper; there is no other word for it",
    "your attorney": "said once the power of attorney has been named (domain 8, AD-38)",
    "(attorney)": "in brackets, after what it means (domain 9, its table)",
    "attorney or deputy": "the two people who may decide for somebody, as the field list has it (domain 7.8)",
    "welfare attorney": "what the law of Scotland calls them (domain 7.11)",
    "an attorney for health": "said of the power of attorney that the advance decision has asked about (CF-04)",
    "staff have to ask an attorney": "said in one breath with your attorney (CF-09)",
    'a legal "no"': "set off against a wish, as the field list has it (domain 7.8, as_not)",
    "=if i get upset in a session, please": "what the person says to others, as the field list has it (domain 7.6)",
    "=attorney (health)": "a choice, as the field list has it: short, beside the other parts people play (domain 7.2)",
    "=attorney (money)": "the same",
    "=new attorney, new illness, a change of mind": "a hint, as the field list has it (domain 7.9, ad_events)",
    "=please do": "what the person says to others, as the field list has it (domain 7.1)",
    "=please do not": "the same",
    "is it life-sustaining?": "the panel for staff, who know the word (domain 8.2)",
    "give life-sustaining treatment": "the same panel, in the words of s.26(5)",
    "please make a new one": "AD-51, as the rulings give it (ruling 30)",
    "please stop. talk to someone": "G-12, as the domain gives it: it asks a person under pressure",
    "please take them out": "G-14, as the domain gives it",
}
"""Short and reviewed: each with its reason, and each still needed (a test). One that begins with = is the whole text."""

_PATTERNS = {
    re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE): say for words, say in INSTEAD_OF.items()
}


def of_wording(file: Path) -> Iterator[tuple[str, str]]:
    """Every text of a wording file, with its key."""
    yield from _texts(tomllib.loads(file.read_text(encoding="utf-8")))


def of_lines(file: Path) -> Iterator[tuple[str, str]]:
    """What is shown of each crisis line."""
    for line in tomllib.loads(file.read_text(encoding="utf-8"))["lines"]:
        for key in ("name", "say", "hours"):
            yield f"{line['id']}.{key}", line.get(key, "")


def of_page(file: Path) -> Iterator[tuple[str, str]]:
    """The sentences of a page of ours: no code, no addresses, a cell of a table by itself."""
    text = file.read_text(encoding="utf-8")
    text = re.sub(r"```.*?```", "\n\n", text, flags=re.DOTALL)
    text = re.sub(r"^ {4}.*$", "", text, flags=re.MULTILINE)
    text = re.sub(r"<[^>]*>", "\n\n", text)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", re.sub(r"`[^`]*`", "code", text))
    for number, block in enumerate(re.split(r"\n\s*\n|\n(?=[-#|]|\d+\. )", text)):
        cells = block.strip().strip("|").split("|") if block.strip().startswith("|") else [block]
        for cell in cells:
            yield f"{file.name}:{number}", " ".join(re.sub(r"^[-#\s]+|[*_]{2}", "", cell).split())


def everything() -> Iterator[tuple[str, str]]:
    """Everything a person reads, with where it stands."""
    for file in WORDING:
        yield from ((f"{file.parent.name}/{file.name}: {key}", text) for key, text in of_wording(file))
    for page in PAGES:
        yield from of_page(page)
    yield from of_lines(LINES)


def sentences(text: str) -> list[str]:
    return [one for one in re.split(r"(?<=[.!?:])[\"\u201d)]*\s+|\n+", text) if one.strip()]


def words_of(sentence: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:['\u2019.-][^\W_]+)*\.?", re.sub(r"\{\w+\}", "x", sentence))


def too_long(text: str, longest: int = LONGEST) -> list[str]:
    """The sentences of a text with more words than may be."""
    return [one for one in sentences(text) if len(words_of(one)) > longest]


def not_ours(text: str, exceptions: Mapping[str, str] = EXCEPTIONS) -> list[str]:
    """The words of a text that we do not use, each with what to write."""
    plain = re.sub(r"\{\w+\}", "x", text)
    if f"={plain.lower()}" in exceptions:
        return []
    for allowed in sorted(exceptions, key=len, reverse=True):
        plain = re.sub(re.escape(allowed), "-", plain, flags=re.IGNORECASE)
    return [f"{found[0]}: {say}" for pattern, say in _PATTERNS.items() for found in pattern.finditer(plain)]


def longest_of(key: str) -> int:
    """How many words a sentence at this key may have."""
    return LONGEST_FOR_STAFF if FOR_STAFF.search(key) else LONGEST


def _texts(table: Mapping[str, object], key: str = "") -> Iterator[tuple[str, str]]:
    for name, value in table.items():
        at = f"{key}.{name}".lstrip(".")
        if isinstance(value, Mapping):
            yield from _texts(value, at)
        elif isinstance(value, str):
            yield at, value
