"""What a document says, as one text without the way back to the file: cheap to look through.

A rule looks here first. Where nothing in the gist arouses suspicion, the segments are never made.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from itertools import accumulate, compress, count
from typing import TYPE_CHECKING

from stetlint.language.patterns import Pattern, compiled

if TYPE_CHECKING:
    from stetlint.language.loops import Repeats

OBJECT = "\ufffc"
LINE_BREAK = "\u2028"  # a line break that the reader of the page sees; a wrapped line is "\n"
SEPARATOR = "\x1e\1"  # in a line of its own behind each block
BEHIND = f"\n{SEPARATOR}\n"
NO_WORD = b"\1"  # in the place of what is no word, in the separator too
NO_LETTERS = Pattern(r"[^\w\x00-\x7f]+")
# For bytes.translate: what parts words becomes a blank, what makes them none NO_WORD.
TO_WORDS = bytearray(b" " * 0x80 + bytes(range(0x80, 0x100)))
for _kept in b"abcdefghijklmnopqrstuvwxyz" + SEPARATOR.encode():
    TO_WORDS[_kept] = TO_WORDS[ord(chr(_kept).upper())] = _kept
TO_WORDS[ord("0") : ord("9") + 1] = NO_WORD * 10


def without_controls(text: str) -> str:
    """Return a text in which nothing can be taken for a SEPARATOR."""
    for control in SEPARATOR:
        if control in text:
            text = text.replace(control, " ")
    return text


class Gist:
    """The text of a document in blocks, which are its segments or nearly so.

    Each segment stands in it whole and within one block. There may be more: what a segment has an OBJECT
    for, two segments as one block.

    text   the blocks, each with a SEPARATOR behind it
    """

    def __init__(self, text: str) -> None:
        self.text = text

    @classmethod
    def of(cls, texts: Iterable[str]) -> Gist:
        """Return the gist whose blocks are some texts."""
        return cls("".join([without_controls(text) + BEHIND for text in texts]))

    @cached_property
    def data(self) -> bytes:
        """The ``text`` as UTF-8."""
        return self.text.encode()

    def blocks_with(self, pattern: str) -> Iterator[int]:
        """Yield the numbers of the blocks that the matches of an RE2 pattern touch."""
        data, starts, search = self.data, self._starts, compiled(pattern).search
        number, last = 0, len(starts) - 1
        # Of a block one match is enough: there are texts of nothing else.
        while number < last and (match := search(data, starts[number])) is not None:
            first = max(bisect_right(starts, match.start()) - 1, number)
            number = max(bisect_left(starts, match.end()), first + 1)  # it may reach over several
            yield from range(first, number)

    @cached_property
    def _starts(self) -> list[int]:
        """Where each block begins in ``data``."""
        sizes = (len(block.encode()) + len(BEHIND) for block in self.blocks)
        return list(accumulate(sizes, initial=0))

    @cached_property
    def blocks(self) -> list[str]:
        """The text of each block."""
        return self.text.split(BEHIND)[:-1]

    def has(self, pattern: str) -> bool:
        """Whether an RE2 pattern matches anywhere."""
        return compiled(pattern).search(self.data) is not None

    def only(self, chars: str) -> list[str]:
        """Return what is left of each block without all but some characters."""
        return only(chars, self.text)

    @cached_property
    def words(self) -> list[bytes]:
        """The words of all blocks as UTF-8 in small letters, without what stands between them.

        What is code, a link or a number has NO_WORD in it, and so has the SEPARATOR behind each block.
        """
        data = self.data.replace(OBJECT.encode(), b" " + NO_WORD + b" ").replace(LINE_BREAK.encode(), b"\n")
        if not data.isascii():
            data = NO_LETTERS.sub(" ", data.decode().lower()).encode()
        return data.translate(TO_WORDS).split()

    @cached_property
    def vocabulary(self) -> frozenset[bytes]:
        """The ``words``, each once."""
        return frozenset(self.words)

    @cached_property
    def repeats(self) -> Repeats:
        """The ``words``, in which repetitions are looked for."""
        from stetlint.language.loops import Repeats

        return Repeats(self.words)

    def blocks_of(self, words: Iterable[int]) -> list[int]:
        """Return the numbers of the blocks in which some of the ``words`` stand, given by their numbers."""
        return sorted({bisect_left(self.ends, word) for word in words})

    @cached_property
    def ends(self) -> list[int]:
        """The numbers of the words that are SEPARATORs, one for each block."""
        return list(compress(count(), map(SEPARATOR.encode().__eq__, self.words)))


def only(chars: str, text: str) -> list[str]:
    """Return what is left of each block of a text without all but some characters."""
    return "".join(_any_of(chars + SEPARATOR).findall(text)).split(SEPARATOR)[:-1]


@cache
def _any_of(chars: str) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(chars)}]")
