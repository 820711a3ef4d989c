"""Blocks of Markdown whose marks are broken: fences that no other closes, tables that are none.

Positions are code points of the source.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from stetlint.language.patterns import Pattern, compiled
from stetlint.source import Source

# How a line with a fence begins (RE2), and its parts; an item of a list may begin with one.
FENCES = r"(?m:^[ \t>]*(?:[-*+] +|\d+[.)] +)?(?:```|~~~))"
FENCE = Pattern(rb"(`{3,}+|~{3,}+)[ \t]*([^`\r\n]*)(?=\r?\n|\Z)")
NAME = Pattern(rb"[a-zA-Z][\w+#-]*(?:[ {:].*)?\Z")
SHOWS_FENCES = Pattern(rb"(?:md|mdx|markdown|text|txt|diff|console)\b|\Z", 2)  # re.IGNORECASE
# A heading or a sentence, which code has not.
PROSE = Pattern(
    r"\n[ \t]*\r?\n(?:#{2,6} \S"
    r"|[^\W\d_a-z](?:[^\r\n]*+\r?\n(?=[^\s`~])){0,6}[^\r\n]*[.:!?。：][ \t]*(?:\r?\n|\Z))"
)
SECTION = Pattern(rb"\n#{2,6} \S")
# The line below the head of a table, in a paragraph: the reader took it for none.
RULE_OF_TABLE = Pattern(r"^\|?[ ]*[:：]?[ ]*[-—–－][-—–－: ]*(?:\|[-—–－:： ]*)+$", 8)  # re.MULTILINE


class Flaw(StrEnum):
    """What is wrong with a block."""

    UNCLOSED = "unclosed"  # the text behind a fence is shown as code
    NESTED = "nested"  # a fence that should close has a name, as if it opened
    TABLE = "table"  # the line below the head of a table does not fit it


class Fence(NamedTuple):
    """A fence: its marks and their name, and where they stand, in bytes."""

    mark: bytes
    info: bytes
    start: int
    end: int


def broken_fences(source: Source) -> Iterator[tuple[int, int, Flaw]]:
    """Yield the fences that are not closed, and those that cannot close."""
    for fence, flaw in _broken_fences(source.data):
        yield source.offset(fence.start), source.offset(fence.end), flaw


def _broken_fences(data: bytes) -> Iterator[tuple[Fence, Flaw]]:
    opened: Fence | None = None
    for fence in _fences(data):
        if opened is None:
            if not fence.info.startswith(b"--"):  # the end of a comment
                opened = fence
        elif fence.mark[0] == opened.mark[0] and len(fence.mark) >= len(opened.mark):
            if not fence.info:
                opened = None
            elif (
                fence.mark == opened.mark
                and NAME.match(fence.info)
                and SHOWS_FENCES.match(opened.info) is None
            ):
                if PROSE.search(data[opened.end : fence.start].decode()):
                    yield opened, Flaw.UNCLOSED
                    opened = fence
                else:
                    yield fence, Flaw.NESTED
                    opened = opened._replace(info=b"text")  # one finding is enough
    if opened and SECTION.search(data, opened.end):
        yield opened, Flaw.UNCLOSED


def _fences(data: bytes) -> Iterator[Fence]:
    behind = 0
    for match in compiled(FENCES).finditer(data):
        start = match.end() - 3
        fence = FENCE.match(data, start) if start >= behind else None
        if fence is not None:  # else it is code
            yield Fence(fence[1], fence[2].strip(), start, fence.end())
            behind = fence.end()


def broken_tables(text: str) -> Iterator[tuple[int, int]]:
    """Yield the line below a table's head where a paragraph has one; offsets are of the paragraph."""
    for match in RULE_OF_TABLE.finditer(text):
        head = text[text.rfind("\n", 0, max(0, match.start() - 1)) + 1 : max(0, match.start() - 1)]
        cells = match[0].strip("| ").count("|")
        if cells and (head.strip("| ").count("|") != cells or not match[0].isascii()) and "|" in head:
            yield match.span()
