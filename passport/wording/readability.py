"""How easy a text is to read: the Flesch-Kincaid grade, and the reading age that goes with it.

    grade = 0.39 x (words / sentences) + 11.8 x (syllables / words) - 15.59        reading age = grade + 5

Kincaid and others, 1975. It knows two things: how long sentences are, and how long words are. It does not know if a
word is known, if a sentence is clear, or if the order helps. A low number proves nothing; a high one is a reason to look.

Syllables are counted by rule, and by nothing else:

1. Each run of a, e, i, o, u or y is one syllable, and every word has at least one.
2. A last e is silent, unless it follows another vowel, or a consonant and l (table).
3. So is the e of a last "es", unless after s, x, z, c, g, ch or sh (uses), and of a last "ed", unless after t or d (wanted).
4. So is an e before -ment, -ful, -less, -ly, -thing, -one, -body, -where or -time that follows a consonant other than l, and
   the second e of every.
5. Two vowels in a run are heard apart where ``_APART`` says: (soc)i-al is not, but (per)i-od, (us)u-al, qui-et, do-ing, ide-a are.
6. Capitals alone are read letter by letter (ECT). A number is one syllable.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_SENTENCE_ENDS = re.compile(r"(?<=[.!?:])[\"'\u201d\u2019)]*\s+|\n+")
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*|\d+")
_GAP = re.compile(r"\{\w+\}")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(
    r"(?<=[^aeiouy])(?<![^aeiouy]l)e$|(?<![sxzcg])(?<!ch)(?<!sh)(?<![^aeiouy]l)e(?=s$)|(?<=[^aeiouytd])e(?=d$)"
    r"|(?<=[^aeiouyl])e(?=(?:ment|ful|less|ly|thing|one|body|where|time)s?$)|(?<=ev)e(?=ry)"
)
_APART = re.compile(
    r"(?<![cstgx])i(?=a|u|o(?!n))|(?<![cst])i(?=en(?!d)|et)|(?<![gq])u(?=a|ou)|[aeouy](?=ing)|e(?=o$)"
    r"|(?<=[aeiouy][^aeiouy])e(?=as?$)|(?<=cr)e(?=at)"
)
_TO_AGE = 5


@dataclass(frozen=True, slots=True)
class Readability:
    """The measure of one text."""

    sentences: int
    words: int
    syllables: int

    @property
    def grade(self) -> float:
        """The Flesch-Kincaid grade, to one place. 0 for a text without words."""
        if not self.words:
            return 0.0
        return round(0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59, 1)

    @property
    def reading_age(self) -> int:
        """The age, in whole years, at which the grade is taught; nobody learns to read before 5."""
        return max(_TO_AGE, round(self.grade + _TO_AGE))


def readability(texts: Iterable[str]) -> Readability:
    """The measure of many texts together. A text begins a new sentence."""
    words = [words for text in texts for words in _sentences(text)]
    return Readability(
        len(words), sum(map(len, words)), sum(syllables(one) for each in words for one in each)
    )


def syllables(word: str) -> int:
    """How many syllables a word has by the rule above."""
    if word.isdigit():
        return 1
    if word.isupper() and len(word) > 1:
        return len(word)
    plain = re.sub(r"['\u2019]", "", word.lower())
    heard = _SILENT.sub("", plain) if len(plain) > 2 else plain
    return max(1, len(_VOWELS.findall(heard)) + len(_APART.findall(heard)))


def _sentences(text: str) -> Iterable[list[str]]:
    for sentence in _SENTENCE_ENDS.split(_GAP.sub("one", text)):
        if words := _WORD.findall(sentence):
            yield words
