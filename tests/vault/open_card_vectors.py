"""Makes tests/vectors/open-card: files that must be read, and files that must not, each named by what is wrong.

Run: ./run vectors.
"""

from pathlib import Path

FOLDER = Path(__file__).parent.parent / "vectors" / "open-card"
FILES = {
    "good_one_line.json": '{"format":1,"lines":["Call me Alex"]}',
    "good_five_lines.json": '{"format":1,"lines":["Zoë","b","c","d","Grace: 0113 496 0000"]}',
    "newer_format.json": '{"format":2,"lines":["Call me Alex"]}',
    "six_lines.json": '{"format":1,"lines":["a","b","c","d","e","f"]}',
    "no_line.json": '{"format":1,"lines":[]}',
    "empty_line.json": '{"format":1,"lines":["a",""]}',
    "long_line.json": '{"format":1,"lines":["' + "a" * 91 + '"]}',
    "acts.json": '{"format":1,"lines":["a\\u001b[2J"]}',
    "turns_round.json": '{"format":1,"lines":["a\u202eb"]}',
    "two_in_one.json": '{"format":1,"lines":["a\\nb"]}',
    "space_at_the_end.json": '{"format":1,"lines":["a "]}',
    "stands_twice.json": '{"format":1,"lines":["a"],"lines":["b"]}',
    "another_key.json": '{"format":1,"lines":["a"],"more":1}',
    "another_spelling.json": '{"format": 1, "lines": ["a"]}',
    "not_text.json": '{"format":1,"lines":[1]}',
    "more_after.json": '{"format":1,"lines":["a"]}\n',
    "too_large.json": '{"format":1,"lines":["a"]}' + " " * 4096,
}

if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in FILES.items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")
