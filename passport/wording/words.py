"""Look up a sentence by key in one language, fall back to English, fill in the gaps."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

from passport.errors import PassportError

ENGLISH = "en"


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
            sentence = self._english[key]
            self.fallen_back.add(key)
        return sentence.format_map({name: str(value) for name, value in gaps.items()}) if gaps else sentence

    def has(self, key: str) -> bool:
        """Whether English has this key."""
        return key in self._english

    def error(self, error: PassportError) -> str:
        """What to tell the person about an error."""
        return self(f"errors.{type(error).__name__}", **error.fields)


@cache
def _catalogue(language: str) -> Mapping[str, str]:
    """Every sentence of one language, keyed ``table.key``."""
    folder = resources.files(__package__)
    flat: dict[str, str] = {}
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        if file.name == f"{language}.toml" or file.name.endswith(f".{language}.toml"):
            flat.update(_flat(tomllib.loads(file.read_text(encoding="utf-8"))))
    return flat


def _flat(table: Mapping[str, object], start: str = "") -> dict[str, str]:
    found: dict[str, str] = {}
    for key, value in table.items():
        if isinstance(value, dict):
            found.update(_flat(value, f"{start}{key}."))
        else:
            found[f"{start}{key}"] = str(value)
    return found
