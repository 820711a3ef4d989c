"""What a place in the source is: prose, inline code, or neither (blocks of code, front matter, comments)."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from stetlint.document import OPAQUE, Document
from stetlint.language.patterns import Pattern

_WORD = Pattern(r"[^\W\d_]+")


class Coverage:
    """The stretches of a document's source that its segments hold. Offsets are code points of the source."""

    def __init__(self, document: Document) -> None:
        source = document.source
        stretches = document.stretches
        self._starts = [source.offset(start) for start, _, _ in stretches]
        self._ends = [source.offset(end) for _, end, _ in stretches]
        self._is_code = [
            kind == OPAQUE and source.data[start : start + 1] == b"`" for start, _, kind in stretches
        ]

    def _has(self, offset: int, is_code: bool) -> bool:
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset < self._ends[at] and self._is_code[at] is is_code

    def is_prose(self, offset: int) -> bool:
        """Whether a place is prose, or markup between prose that a reader made opaque."""
        return self._has(offset, False)

    def is_inline_code(self, offset: int) -> bool:
        """Whether a place is code between words."""
        return self._has(offset, True)


class WordsOutside:
    """The words of what is no prose in a document (code, addresses, markup), in small letters."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @cached_property
    def _text(self) -> str:
        data = bytearray(self._document.source.data)
        for start, end, kind in self._document.stretches:
            if kind != OPAQUE:
                data[start:end] = b" " * (end - start)
        return data.decode("utf-8", "replace").lower()

    def __contains__(self, word: str) -> bool:
        if word not in self._text or not _WORD.fullmatch(word):
            return False
        # It begins with letters, which are found fast.
        return re.search(rf"{word}(?<![^\W\d_]{word})(?![^\W\d_])", self._text) is not None
