"""Lines that fit: broken between words, by how wide each letter is on a terminal."""

from rich.cells import cell_len


def broken(text: str, width: int) -> list[str]:
    """The lines of a text, broken between words; a word that is wider than a line is broken where it has to be."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        if cell_len(paragraph) <= width:
            lines.append(paragraph)
            continue
        line, room = "", max(1, width)
        for word in paragraph.split(" "):
            left = word
            if line and cell_len(line) + 1 + cell_len(left) <= room:
                line = f"{line} {left}"
                continue
            if line:
                lines.append(line)
            while cell_len(left) > room:
                cut = _fitting(left, room)
                lines.append(left[:cut])
                left = left[cut:]
            line = left
        lines.append(line)
    return lines


def _fitting(word: str, room: int) -> int:
    """How many letters of a word fit; one at least."""
    cells = 0
    for number, letter in enumerate(word):
        cells += cell_len(letter)
        if cells > room:
            return max(1, number)
    return len(word)
