"""How known a word is: a frequency band for 159,000 English words and names.

The list is ``known.txt`` beside this module, written by ``benchmarks/known_words.py``. Its head says what
it was made from and under which licences, and how to read it. Nothing is read before the first question,
and then only the words that begin like the word in question are parsed.
"""

from __future__ import annotations

import os
from collections import Counter
from functools import cache, lru_cache
from typing import NamedTuple

from stetlint.language.romanise import plain


class Known(NamedTuple):
    """What the list says of a word.

    band      0 not in the list, 1 less than one word in 65 million, each further band e times as
              frequent, 10 more than one word in 22,000
    is_name   whether it is mostly written with a capital; True of words that are not in the list
    """

    band: int
    is_name: bool


UNKNOWN = Known(0, True)
SELDOM = 8  # words that are looked for in a line before it is parsed
_asked: Counter[str] = Counter()  # for how many words that begin with two letters


@cache
def _list() -> bytes:
    # Not importlib.resources: its import takes longer than reading the list.
    with open(os.path.join(os.path.dirname(__file__), "known.txt"), "rb") as file:
        return file.read()


def _line(start: str) -> str:
    """Return the line of the words that begin with two letters, without these, a blank on either side of
    each; "" where there is none.

    The lines are sorted. To split the list takes longer than to check a small file, so it is bisected.
    """
    data, mark = _list(), start.encode(errors="replace") + b" "
    low, high = data.index(b"\n\n") + 2, len(data)  # beginnings of lines
    while low < high:
        middle = data.rfind(b"\n", low, (low + high) // 2) + 1 or low
        end = data.index(b"\n", middle)
        head = data[middle : middle + len(mark)]
        if head == mark:
            return data[middle + len(mark) - 1 : end].decode() + " "
        if head < mark:
            low = end + 1
        else:
            high = middle
    return ""


@cache
def _words(start: str) -> dict[str, Known]:
    """Return the words that begin with two letters, without these."""
    words: dict[str, Known] = {}
    kind = UNKNOWN
    for entry in _line(start).split():
        if entry[0].isupper():
            kind = _kind(entry)
        else:
            words[entry] = kind
    return words


def _kind(entry: str) -> Known:
    return Known(int(entry[1:]), entry[0] == "N")


def _look_up(word: str) -> Known | None:
    start, rest = word[:2], word[2:]
    _asked[start] += 1
    if _asked[start] > SELDOM:
        return _words(start).get(rest)
    line = _line(start)
    at = line.find(f" {rest} ") if rest.isalnum() else -1  # as all of them are
    if at < 0:
        return None
    kind = max(line.rfind(" N", 0, at), line.rfind(" W", 0, at))
    return _kind(line[kind + 1 : line.index(" ", kind + 1)])


@lru_cache(1 << 15)
def known(word: str) -> Known:
    """Return how known a word is, its capitals aside; without its diacritics where it has some."""
    small = word.lower()
    return _look_up(small) or _look_up(plain(small)) or UNKNOWN
