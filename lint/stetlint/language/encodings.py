"""Text that was written as UTF-8 and read in another encoding: where it is, and what it was.

A run of characters is garbled where it makes a run of UTF-8 sequences in the bytes of one encoding, and
where what these decode to is likelier there than the run itself. Nothing is guessed from statistics: a few
facts about letters decide (no word goes on with a capital and a symbol, for one).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from stetlint.language.patterns import Pattern

# The encodings that UTF-8 is mistaken for, the frequent ones first.
ENCODINGS = ("cp1252", "cp1250", "cp1251", "mac_roman", "cp437", "cp850")
# Marks that stand behind a capital in right text, too: of Ã» in AMANHû nothing can be said.
LOOSE = frozenset("\u00a0«»‘’“”„‚‹›–—…´¨¸·®™°²³¹ªº")
LATIN = ((0xC0, 0x180), (0x218, 0x21C), (0x1E00, 0x1F00))
MARKS = (
    (0xA0, 0xC0), (0x2010, 0x2060), (0x20A0, 0x20C0), (0x2100, 0x2800), (0x3000, 0x3040), (0xFE0F, 0xFE10),
    (0xFEFF, 0xFF60), (0xFFFD, 0xFFFE), (0x1F000, 0x1FB00),
)  # fmt: skip
# Scripts of which one letter is no proof: two in a row are. Japanese mixes kana and ideographs.
OTHER_SCRIPTS = (
    ((0x370, 0x400),), ((0x400, 0x530),), ((0x590, 0x600),), ((0x600, 0x700),), ((0x900, 0xE00),),
    ((0xE00, 0xE80),), ((0x3040, 0x3100), (0x4E00, 0xA000)), ((0xAC00, 0xD7B0),),
)  # fmt: skip
FIRST_OF_OTHERS = "\u0370"
# What is left where the last byte had no character (the closing quotation mark in Windows-1252) or became
# a blank (the no-break space); no encoding gives them back.
CLIPPED = Pattern(
    "â€(?![\u0080-\u00bf\u0152-\u0178\u02c6\u02dc\u2013-\u203a\u20ac\u2122])|(?<=[a-z.,;:!?)])Â(?=[ \n])"
)
CLIPPED_AS = {"â€": "”", "Â": "\u00a0"}


class Garbled(NamedTuple):
    """A run of garbled characters: where it stands, in code points, and what it was ("" if lost)."""

    start: int
    end: int
    repaired: str


def find(text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[Garbled]:
    """Yield the garbled runs of a text, or of its range [start, end), in their order."""
    found: dict[int, Garbled] = {}
    for match in CLIPPED.finditer(text, start, end):
        found[match.start()] = Garbled(match.start(), match.end(), CLIPPED_AS[match[0]])
    for encoding in ENCODINGS:
        for run in _runs(encoding).finditer(text, start, end):
            first, last = run.span()
            repaired = _decoded(encoding, run[0])
            if repaired is None or first in found:
                continue
            around = text[first - 1 : first], text[last : last + 1]
            again = _read_again(repaired)
            if again is not None or _is_likely(run[0], repaired, *around, encoding):
                repaired = repaired if again is None else again
                found[first] = Garbled(first, last, "" if "\ufffd" in repaired else repaired)
    behind = 0
    for _, garbled in sorted(found.items()):
        if garbled.start >= behind:
            yield garbled
            behind = garbled.end


def _read_again(repaired: str) -> str | None:
    """Return what a repaired run was, if all of it is garbled: it was read wrongly twice."""
    again = next(find(repaired), None) if len(repaired) > 1 else None
    is_whole = again is not None and (again.start, again.end) == (0, len(repaired))
    return again.repaired if again is not None and is_whole else None


@cache
def _table(encoding: str) -> dict[int, int]:
    """Return the byte of each character that an encoding has above ASCII, with the C1 controls for gaps."""
    table = {byte: byte for byte in range(0x80, 0xA0)}
    for byte in range(0x80, 0x100):
        char = bytes((byte,)).decode(encoding, "ignore")
        if char:
            table[ord(char)] = byte
    return table


@cache
def _runs(encoding: str) -> Pattern:
    """Return the pattern of UTF-8 sequences in the characters of an encoding."""
    table = _table(encoding)

    def chars(first: int, last: int) -> str:
        return "[" + "".join(f"\\U{char:08x}" for char, byte in table.items() if first <= byte <= last) + "]"

    tail = chars(0x80, 0xBF)
    two, three, four = chars(0xC2, 0xDF), chars(0xE0, 0xEF), chars(0xF0, 0xF4)
    # The search is fast where a pattern begins with one class: what may follow it is told apart behind it.
    lead = chars(0xC2, 0xF4)
    first = f"{lead}{tail}(?:(?<={two}{tail})|(?<={three}{tail}){tail}|(?<={four}{tail}){tail}{{2}})"
    return Pattern(f"{first}(?:{two}{tail}|{three}{tail}{{2}}|{four}{tail}{{3}})*")


def _decoded(encoding: str, run: str) -> str | None:
    try:
        return run.translate(_table(encoding)).encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return None


@lru_cache(1 << 12)
def _is_in(char: str, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= ord(char) < last for first, last in ranges)


def _is_likely(run: str, repaired: str, before: str, after: str, encoding: str) -> bool:
    """Whether a run is garbled, by what it decodes to and by its neighbours."""
    for script in OTHER_SCRIPTS if max(repaired) >= FIRST_OF_OTHERS else ():
        letters = sum(_is_in(char, script) for char in repaired)
        if letters and letters + sum(_is_in(char, MARKS) for char in repaired) == len(repaired):
            # Each letter is a capital and another character; in Cyrillic words, that one is no capital.
            return letters >= 2 and (encoding != "cp1251" or sum(not char.isupper() for char in run) >= 2)
    if not all(_is_in(char, MARKS + LATIN) for char in repaired):
        return False
    if encoding == "cp1251" and run.isalpha() and not run.startswith("вЂ"):
        return False
    is_letter = _is_in(repaired[0], LATIN)
    if len(run) >= 3 * len(repaired) and not is_letter:
        return True  # three and four bytes: â€™, ðŸ˜€; no right text has the like
    if any("\u0080" <= char <= "\u009f" for char in run):
        return True  # control characters that no text has
    if len(repaired) > 1 and encoding in ("cp1252", "cp1250"):
        return True
    lead, tail = run[0], run[1]
    if len(run) == 3:
        return after.isalpha()  # Vietnamese: á»‡
    if encoding == "cp1251" and tail in LOOSE and not (before + after).isascii():
        return False  # a letter and an apostrophe in a Cyrillic word
    if encoding not in ("cp1252", "cp1250"):
        # √© and ├®: signs of mathematics and of tables become letters only inside of a word.
        return is_letter and (before.islower() or after.islower()) and not (before + after).isupper()
    if before.islower():
        return True  # a capital inside of a word
    if lead == "Ã" and tail == "\u00a0":
        return not before.isupper()
    if before.isupper() and tail in LOOSE:
        return False
    if tail in LOOSE:
        return after.islower() or (lead == "Â" and tail in "©®°«»£§²³ºª" and not before.isalpha())
    return lead in "ÃÂĂ" or after.islower()
