"""Code among words: what is glued to it, and names in it that an engine broke.

Positions are code points of the source.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from stetlint.document import OBJECT, Segment
from stetlint.language import raw, sentences
from stetlint.language.delimiters import CJK, WORD
from stetlint.language.patterns import Pattern

# What may be broken in code (RE2).
IN_CODE = (
    rf"`[a-z_][{raw.WORD}]+\. [A-Za-z_][{raw.WORD}]+(?:\(\))?`|\. [a-z_][{raw.WORD}]*\(\)"
    r"|[\x{400}-\x{4ff}][A-Z][a-z]{2}|[a-z]{3}[\x{410}-\x{42f}][\x{430}-\x{44f}]{2}"
    rf"|[{raw.WORD}]``[{raw.LETTERS}]"
)
# Two pieces of code without anything between them: `one``two`.
MET_CODE = Pattern(r"(?<=\w)``(?=[^\W\d_])")
# Names of programs are written without blanks.
BROKEN_NAME = "a blank breaks this name: take it away"
SPACED_NAME = Pattern(r"`+[a-z_]\w+\. [A-Za-z_]\w+(?:\(\))?`+\Z")
SPACED_CALL = Pattern(r"(?<![\w.])[a-z_]\w+\. [a-z_]\w*\(\)")
# Names in the prose: IDocument:: Open, System. Data. SqlClient, C + +; and where one may be (RE2).
IN_NAMES = r"[a-z0-9]:: ~?[A-Za-z_]|[a-z]\. [A-Z][A-Za-z0-9_]{1,40}\. [A-Z]|[A-Za-z] \+ \+"
SPACED_NAMES = Pattern(
    r"(?<![\w.:])(?=\w{2,60}:: )(?=\w{1,60}[a-z])[A-Z]\w+:: ~?[A-Za-z_]\w+"
    r"|(?<![\w.])(?=(?:\w{1,40}\. ){0,6}\w{0,40}[a-z]{2}[A-Z])(?:[A-Z]\w{1,40}\. ){2,8}"
    r"[A-Z]\w+(?![\w.]| [A-Z])"
    r"|(?<![\w+])(?!(?i:alt|cmd|command|control|ctrl|maj|option|shift|strg|tab|umschalt|win)\b)"
    r"[A-Z][A-Za-z]{0,20} \+ \+(?![\w+])"
)
HALF_NAME = Pattern(r"[\u0400-\u04ff]{2,}[A-Z][a-z]{2,}|\b[a-z]{3,}[\u0410-\u042f][\u0430-\u044f]{2,}")
# What touches a word, and words that are whole.
GLUED = Pattern(rf"{OBJECT}(?=[^\W\d_])|(?<=[^\W\d_]){OBJECT}")
LAST_WORD, FIRST_WORD = Pattern(r"(?<![\w'’-])[^\W\d_]{2,24}\Z"), Pattern(r"[^\W\d_]{3,24}(?![\w'’-])")
PREFIXED = Pattern(r"(?<![\w'’-])(?:[^\W\d_]{2}|non|não|nie)`[^\W\d_]+`")  # re`use`, non`null`
# No prefix of a word: макро`имя`, multi`name`.
CYRILLIC_WORD = Pattern(r"[\u0430-\u045f]{5}")
WHOLE_WORD = Pattern(
    r"(?!(?:super|ultra|multi|micro|macro|pseudo|hyper|inter|under|extra|infra|meta)\Z)[a-zà-ÿ\u0430-\u045f]{5}"
)
WITHOUT_COMPOUNDS = frozenset("bg bs ca cs de el en es fr hr id it ms pl pt ro ru sk sl sr tr uk vi".split())
WITH_ENDINGS = frozenset(("et", "fi", "hu", "tr"))  # which are words, too


class Slip(NamedTuple):
    """Code that is not as it was: where, what is wrong with it, and how it should be where that is sure."""

    start: int
    end: int
    what: str
    mended: str | None = None


def _code(segment: Segment) -> Iterator[tuple[int, int, str]]:
    """Yield the code in a segment: where it stands, and what it is there."""
    source = segment.prose.source.text
    at = segment.text.find(OBJECT)
    while at >= 0:
        start, end = segment.prose.to_source(at, at + 1)
        if source[start] == "`":
            yield start, end, source[start:end]
        at = segment.text.find(OBJECT, at + 1)


def glued_code(segment: Segment) -> Iterator[Slip]:
    """Yield code that an engine glued to its neighbours."""
    if "`" in segment.text:
        return  # what looks like code may be what stands between two runs of it
    source = segment.prose.source.text
    for match in GLUED.finditer(segment.text):
        start, end = segment.prose.to_source(match.start(), match.start() + 1)
        code = source[start:end]
        if not code.startswith("`") or not WORD.search(code) or "\n" in code:
            continue
        before, after = source[start - 1 : start].isalpha(), source[end : end + 1].isalpha()
        if not (before or after):
            continue  # the words of a link
        if before and after and "<" in code:
            continue  # part of a name: lib`<version>`d.so
        if code.strip("` ")[:1] in ("[", "("):
            continue  # what is indexed or called: item`[0]`
        if not after and PREFIXED.search(source, max(0, start - 3), end):
            continue
        if is_glued(segment.text, match.start(), segment.lang):
            yield Slip(start, end, "this code is glued to the words around it: put the blanks back")


def is_glued(text: str, at: int, lang: str) -> bool:
    """Whether words touch what stands at an offset: on both sides, or one that is no part of a word."""
    around = text[at - 1 : at] + text[at + 1 : at + 2]
    if len(around) == 2 and around.isalpha():
        return CJK.search(around) is None
    before, after = LAST_WORD.search(text, max(0, at - 25), at), FIRST_WORD.match(text, at + 1)
    primary = lang.partition("-")[0]
    if (primary == "vi" and (before or after)) or (primary == "tr" and before and not after):
        return True  # each syllable stands apart, and no word has a first part that is none itself
    words = sentences.continuing(lang) if primary not in WITH_ENDINGS else ()
    if before and not after:
        whole = WHOLE_WORD if primary in WITHOUT_COMPOUNDS else CYRILLIC_WORD
        return before[0].lower() in words or whole.match(before[0]) is not None
    return after is not None and not before and after[0] in words


def broken_code(segment: Segment) -> Iterator[Slip]:
    """Yield names in code that an engine broke."""
    for start, end, code in _code(segment):
        for met in MET_CODE.finditer(code) if not code.startswith("``") else ():
            message = "two pieces of code met here: put back what stood between them"
            yield Slip(start + met.start(), start + met.end(), message)
        if SPACED_NAME.match(code):
            yield Slip(start, end, BROKEN_NAME, code.replace(". ", "."))
        elif call := SPACED_CALL.search(code):
            yield Slip(start + call.start(), start + call.end(), BROKEN_NAME, call[0].replace(". ", "."))
        elif half := HALF_NAME.search(code):
            message = "half of this name was translated: write it as the program knows it"
            yield Slip(start + half.start(), start + half.end(), message)
