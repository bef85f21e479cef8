"""Look up a sentence by key in one language, fall back to English, fill in the gaps."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from passport.errors import PassportError

ENGLISH = "en"
_TABLE = re.compile(r"^\[([a-z_.]+)\] *$", re.MULTILINE)


class Words:
    """Our sentences in one language."""

    def __init__(self, language: str = ENGLISH) -> None:
        self.language = language
        self._words = _catalogue(language)
        self._english = _catalogue(ENGLISH)
        self.fallen_back: set[str] = set()
        """Keys that were shown in English because the language has no sentence for them yet."""

    def __call__(self, key: str, /, **gaps: object) -> str:
        """The sentence at a key such as ``home.title``. Raises KeyError for a key that English has not."""
        sentence = self._words.get(key)
        if sentence is None:
            sentence = self._english.get(key)
            if sentence is None:
                raise KeyError(key)
            self.fallen_back.add(key)
        return sentence.format_map({name: str(value) for name, value in gaps.items()}) if gaps else sentence

    def has(self, key: str) -> bool:
        """Whether English has this key."""
        return self._english.get(key) is not None

    def every_key(self) -> Iterator[str]:
        """Every key that English has."""
        return self._english.every_key()

    def error(self, error: PassportError) -> str:
        """What to tell the person about an error."""
        return self(f"errors.{type(error).__name__}", **error.fields)


class _Catalogue:
    """Every sentence of one language, keyed ``table.key``. A table is read when something in it is first asked for."""

    def __init__(self, language: str) -> None:
        self._sentences: dict[str, str] = {}
        self._unread: dict[str, list[str]] = {}
        for file in sorted(Path(__file__).parent.glob(f"*{language}.toml")):
            if file.name == f"{language}.toml" or file.name.endswith(f".{language}.toml"):
                text = file.read_text(encoding="utf-8")
                heads = list(_TABLE.finditer(text))
                ends = [head.start() for head in heads[1:]] + [len(text)]
                for head, end in zip(heads, ends, strict=True):
                    self._unread.setdefault(head[1], []).append(text[head.start() : end])

    def get(self, key: str) -> str | None:
        """One sentence, or None."""
        found = self._sentences.get(key)
        table = key
        while found is None and table:
            table = table.rpartition(".")[0]
            for text in self._unread.pop(table, ()):
                self._sentences.update(_flat(tomllib.loads(text)))
            found = self._sentences.get(key)
        return found

    def every_key(self) -> Iterator[str]:
        """Every key there is."""
        for table in tuple(self._unread):
            self.get(f"{table}.")
        return iter(self._sentences)


def labelled(label: str, text: str) -> str:
    """A label and what stands there, on one line. A question's own mark is enough."""
    return f"{label} {text}" if label.endswith("?") else f"{label}: {text}"


@cache
def _catalogue(language: str) -> _Catalogue:
    return _Catalogue(language)


def _flat(table: Mapping[str, object], start: str = "") -> dict[str, str]:
    found: dict[str, str] = {}
    for key, value in table.items():
        if isinstance(value, dict):
            found.update(_flat(value, f"{start}{key}."))
        else:
            found[f"{start}{key}"] = str(value)
    return found
