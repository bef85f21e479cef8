"""G15: what two programs could read in two ways is refused, and what the standards allow is read.

Our own list, written along the grammars of JSON (RFC 8259) and TOML 1.0: each text goes through the readers that take in files
of that kind. Control: Python's own reader of JSON must take in some of what is to be refused.
"""

import json
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.goals.outcome import Outcome
from passport.actions.settings import Settings, read_settings
from passport.cli.answers import read_answers
from passport.errors import PassportError
from passport.forms.tables import read_table
from passport.keys.slots import read_keys
from passport.keys.trust import read_met
from passport.record.strict_json import DEEPEST, NotStrict, read_json
from passport.vault.backup_file import MAC, MAGIC, look_at
from passport.vault.seen import read_seen

_MOST = 1_000_000
NOT_JSON: dict[str, bytes] = {
    "nothing": b"",
    "only spaces": b" \n",
    "name twice": b'{"a": 1, "a": 2}',
    "name twice, spelled in two ways": b'{"a": 1, "\\u0061": 2}',
    "name twice, inside": b'{"x": [{"a": 1, "a": 1}]}',
    "not a number": b'{"a": NaN}',
    "infinity": b"[Infinity]",
    "less than all": b"[-Infinity]",
    "a number too large to be told from infinity": b"[1e999]",
    "the same, less than nothing": b"[-1e999]",
    "more digits than a number may have": b"[" + b"9" * 5000 + b"]",
    "deep lists": b"[" * 100_000,
    "deep lists that end": b"[" * (DEEPEST + 1) + b"]" * (DEEPEST + 1),
    "deep tables": b'{"a":' * 100_000,
    "deep, behind a text with brackets": b'["]]]]]]\\"]]]", ' + b"[" * DEEPEST + b"]" * (DEEPEST + 1),
    "too long": b'"' + b"a" * _MOST + b'"',
    "no UTF-8": b'["\xff"]',
    "half of UTF-8": b'["\xe2\x82"]',
    "a long spelling of a letter": b'["\xc1\x81"]',
    "UTF-16": '{"a": 1}'.encode("utf-16"),
    "UTF-16 without its mark": '{"a": 1}'.encode("utf-16-le"),
    "UTF-32": '{"a": 1}'.encode("utf-32"),
    "a mark before it": b'\xef\xbb\xbf{"a": 1}',
    "a comma too many": b"[1,]",
    "a comma too many in a table": b'{"a": 1,}',
    "a comma before": b"[,1]",
    "two commas": b"[1,,2]",
    "no comma": b"[1 2]",
    "no colon": b'{"a" 1}',
    "two colons": b'{"a":: 1}',
    "a name that is a number": b"{1: 1}",
    "a name without marks": b"{a: 1}",
    "single marks": b"{'a': 1}",
    "a remark": b"[1] // one",
    "a remark inside": b"[1, /* two */ 2]",
    "two in one": b"[1] [2]",
    "more after it": b'{"a": 1}}',
    "not closed": b'{"a": 1',
    "closed by another": b"[1}",
    "text not closed": b'["a',
    "text over a line": b'["a\nb"]',
    "a tab in a text": b'["a\tb"]',
    "a nought in a text": b'["a\x00b"]',
    "an unknown sign after a stroke": b'["\\x41"]',
    "three digits after a stroke": b'["\\u041"]',
    "no digits after a stroke": b'["\\uzzzz"]',
    "a stroke at the end": b'["\\"]',
    "a number with a nought before": b"[01]",
    "a plus": b"[+1]",
    "only a minus": b"[-]",
    "a point without digits": b"[1.]",
    "a point without digits before": b"[.5]",
    "no digits after e": b"[1e]",
    "hex": b"[0x1F]",
    "true in capitals": b"[True]",
    "none": b"[None]",
    "undefined": b"[undefined]",
    "half a word": b"[tru]",
    "another space": b"[\xc2\xa01]",
    "a form feed": b"[\x0c1]",
}
JSON: dict[str, bytes] = {
    "empty table": b"{}",
    "empty list": b"[]",
    "a text alone": b'"a"',
    "a number alone": b"-0",
    "true alone": b"true",
    "null alone": b"null",
    "spaces around": b" \t\r\n[ 1 , 2 ] \n",
    "a name that is empty": b'{"": 0}',
    "names that differ in capitals": b'{"a": 1, "A": 2}',
    "one name in two tables": b'[{"a": 1}, {"a": 1}]',
    "as deep as may be": b"[" * DEEPEST + b"]" * DEEPEST,
    "brackets in a text": b'["' + b"[{" * 500 + b'"]',
    "brackets behind strokes": b'["\\\\", "\\"' + b"[" * 500 + b'\\\\"]',
    "every short spelling": b'["\\"\\\\\\/\\b\\f\\n\\r\\t"]',
    "a letter in two halves": b'["\\ud83d\\ude00"]',
    "half a letter": b'["\\ud83d"]',
    "a nought, spelled": b'["\\u0000"]',
    "other scripts": '["Zażółć", "\U0001f600", "\u2028"]'.encode(),
    "numbers": b"[0, -1, 1.5, 1E2, 1e-2, -0.0, 123456789012345678901234567890]",
    "a number so small that it is nought": b"[1e-999]",
    "DEL": b'["\x7f"]',
}
NOT_TOML: dict[str, bytes] = {
    "key twice": b'a = "1"\na = "2"',
    "table twice": b"[a]\nx = 1\n[a]\ny = 1",
    "key twice, spelled in two ways": b'a = 1\n"a" = 2',
    "a list made a table": b"[[a]]\nx = 1\n[a]\ny = 1",
    "deep lists": b"a = " + b"[" * 100_000,
    "deep lists that end": b"a = " + b"[" * 100 + b"]" * 100,
    "deep keys": b".".join([b"a"] * 5000) + b" = 1",
    "no UTF-8": b'a = "\xff"',
    "UTF-16": 'a = "x"'.encode("utf-16"),
    "no value": b"a = ",
    "no key": b'= "a"',
    "text not closed": b'a = "b',
    "text over a line": b'a = "b\nc"',
    "half a letter": b'a = "\\ud800"',
    "an unknown sign after a stroke": b'a = "\\q"',
    "a nought in a text": b'a = "b\x00c"',
    "two in one line": b"a = 1 b = 2",
    "a number with a nought before": b"a = 01",
    "no such date": b"a = 2026-02-30",
    "true in capitals": b"a = True",
    "a comma in a table over a line": b"a = { x = 1,\n y = 2 }",
    "too long": b'a = "' + b"b" * 20_000_001 + b'"',
}
TOML: dict[str, bytes] = {
    "a text": b'a = "b"',
    "a mark before it": b'\xef\xbb\xbfa = "b"',
    "Windows lines": b'a = "b"\r\nc = "d"\r\n',
    "a long text": b'a = """\nb\nc"""',
    "a text as it is": b"a = 'b\\c'",
    "a list of tables": b'[[a]]\nx = "1"\n[[a]]\nx = "2"',
    "a list with a comma at its end": b'a = ["b", "c",]',
    "a date": b"a = 2026-11-23",
    "a remark": b'a = "b" # c',
    "another script": 'a = "Zażółć"'.encode(),
}
Reads = Callable[[Path], object]


def g15(_full: bool) -> Outcome:
    """Each text through each reader of its kind. Quick and full are the same: there is nothing to try more of."""
    seen: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "file"
        for what, wrong in _tried(file):
            seen["cases"] += 1
            if wrong:
                seen["failures"] += 1
                print(f"g15: {what}: {wrong}")
    took_in = sum(_takes_in(text) for text in NOT_JSON.values())
    control = f"Python's own reader takes in {took_in} of {len(NOT_JSON)}"
    return Outcome(seen["cases"], seen["failures"] + (not took_in), f"control: {control}")


def _tried(file: Path) -> Iterator[tuple[str, str]]:
    """What was tried, and what was wrong with how it ended, if anything."""
    for name, text in NOT_JSON.items():
        for reader, reads in {**_JSON_READERS, **_TABLE_READERS}.items():
            if not (
                reader == "answers" and (name == "a mark before it" or not text.strip().startswith(b"{"))
            ):
                file.write_bytes(text)
                yield f"{reader}, {name}", _wrong(reads, file, refuses=True)
        for reader, (lenient, usual) in _LENIENT.items():
            file.write_bytes(text)
            yield f"{reader}, {name}", "" if lenient(file) == usual else "something was taken from it"
    for name, text in JSON.items():
        file.write_bytes(text)
        yield f"JSON, {name}", _wrong(_JSON_READERS["JSON"], file, refuses=False)
    for name, text in NOT_TOML.items():
        for reader, reads in _TOML_READERS.items():
            file.write_bytes(text)
            yield f"{reader}, {name}", _wrong(reads, file, refuses=True)
    for name, text in TOML.items():
        for reader, reads in _TOML_READERS.items():
            file.write_bytes(text)
            yield f"{reader}, {name}", _wrong(reads, file, refuses=False)


def _wrong(reads: Reads, file: Path, *, refuses: bool) -> str:
    try:
        reads(file)
    except (PassportError, NotStrict):
        return "" if refuses else "refused"
    except Exception as surprise:  # noqa: BLE001  # a surprise is what is counted
        return type(surprise).__name__
    return "taken in" if refuses else ""


def _takes_in(text: bytes) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _manifest(file: Path) -> object:
    """The text as the manifest of a backup."""
    text = file.read_bytes()
    file.write_bytes(MAGIC + len(text).to_bytes(4, "big") + text + bytes(MAC))
    return look_at(file)


_JSON_READERS: dict[str, Reads] = {
    "JSON": lambda file: read_json(file.read_bytes(), _MOST),
    "answers": read_answers,
}
_TABLE_READERS: dict[str, Reads] = {
    "keys": lambda file: read_keys(file.read_bytes()),
    "met": read_met,
    "backup": _manifest,
}
"""These take in no JSON but that of their own shape, so only what is to be refused goes through them."""
_TOML_READERS: dict[str, Reads] = {
    "answers, TOML": read_answers,
    "forms": lambda file: read_table(file.parent, file.name),
}
_LENIENT: dict[str, tuple[Reads, object]] = {
    "seen": (read_seen, {}),
    "settings": (read_settings, Settings()),
}
"""These fall back on the usual: the program works without them."""
