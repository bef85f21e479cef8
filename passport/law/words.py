"""A person's words made ready to look through, and two names held beside each other. Nothing of it is kept."""

import re
import unicodedata

LOOKED_THROUGH = 20_000
"""Characters of one answer that are looked through: enough for anybody's words, and quick."""
# "Nothing but" and "all but" do not begin something new; the points in E.C.T. and 2.5 end nothing.
# Each way to stop begins with a plain letter or sign: so Python looks for those first, which is quick.
_STOPS = re.compile(
    r";|!|\?|\n|\r|\.(?!\w)(?<!\.\w\.)|\.(?<=\w\w\.)|but\b(?<=\bbut)(?<!thing but)(?<!\ball but)"
)
_COMMAS = re.compile('[,:()/"\u201c\u201d\u2014]|(?<=\\s)[-\u2013](?=\\s)')
_LIST_BELOW = re.compile(r":\s*\n")
_NOT_WORDS = re.compile(r"[^\w\s]+|_+")
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_APOSTROPHES = dict.fromkeys(map(ord, "'`\u00b4\u2018\u2019\u201b\u02bc\u2032\uff07"), "'")


def tidy(text: str) -> str:
    """Words without capitals, punctuation, apostrophes or double spaces; the marks of a letter stay with it."""
    return _spaced(plain(text))


def sentences(text: str) -> list[str]:
    """A text in sentences, tidied. A space stands before each word and each comma; brackets and dashes are commas.

    Lines under a colon are a list, in one sentence with what stands above them.
    """
    text = plain(text[:LOOKED_THROUGH])
    if _LIST_BELOW.search(text):
        text = text.replace("\n", ", ")
    parts = ([_spaced(part) for part in _COMMAS.split(one)] for one in _STOPS.split(text))
    return [f" {' , '.join(filter(None, one))}" for one in parts if any(one)]


def names_match(one: str, other: str) -> bool:
    """Whether two names are written the same, capitals and outer spaces aside. Two blanks never are (ruling 11).

    Marks and hyphens are part of a name: Anne-Marie is not Anne Marie. Only the shape of an apostrophe is not.
    """
    return bool(_name(one)) and _name(one) == _name(other)


def plain(text: str) -> str:
    """Without capitals and apostrophes, which phones type in many shapes; composed again once capitals are gone."""
    if text.isascii():
        return text.lower().replace("'", "").replace("`", "")
    folded = unicodedata.normalize("NFKC", text.translate(_APOSTROPHES)).casefold().replace("'", "")
    return unicodedata.normalize("NFKC", folded)


def with_plain_dashes(text: str) -> str:
    """The same, with one kind of dash, for numbers written with them."""
    return _DASHES.sub("-", plain(text[:LOOKED_THROUGH]))


def _spaced(plain: str) -> str:
    return " ".join(_NOT_WORDS.sub(_marks_or_space, plain).split())


def _marks_or_space(found: re.Match[str]) -> str:
    """What stays of a run of signs: vowel signs and accents of the letter before it. Any other sign parts two words.

    A joiner that nobody sees does not.
    """
    on_a_letter = found.string[found.start() - 1 : found.start()].isalnum()
    kept = ""
    for one in found[0]:
        kind = unicodedata.category(one)
        if kind[0] == "M":
            kept += one * on_a_letter
        elif kind != "Cf":
            return f"{kept} "
    return kept


def _name(name: str) -> str:
    composed = unicodedata.normalize("NFC", name.translate(_APOSTROPHES)).casefold()
    return " ".join(unicodedata.normalize("NFC", composed).split())
