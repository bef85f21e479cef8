"""Someone's words, safe to show: every character that could act instead of being read is spelled out."""

import json
import re

_ACTS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff\ud800-\udfff"
    "\u115f\u1160\u180e\u2060-\u2064\u3164\uffa0\ufff9-\ufffb\U000e0000-\U000e007f]"  # letters that nobody can see
)


def visible(text: str) -> str:
    """The same text with control characters, escapes and direction overrides written as ``<U+001B>``.

    New lines and tabs stay. Windows and old Mac line ends become new lines.
    """
    return _ACTS.sub(lambda match: f"<U+{ord(match[0]):04X}>", text.replace("\r\n", "\n").replace("\r", "\n"))


def spelled_out(document: str) -> str:
    r"""A JSON document in which no character acts: each is written as JSON writes it, such as ``\u001b``."""
    return _ACTS.sub(lambda match: json.dumps(match[0])[1:-1], document)
