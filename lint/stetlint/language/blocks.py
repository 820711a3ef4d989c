"""Blocks of Markdown whose marks are broken: fences that no other closes, tables that are none.

Positions are code points of the source.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from stetlint.language.patterns import Pattern
from stetlint.source import Source

# A line with a fence (RE2), and its parts; an item of a list may begin with one.
FENCES = r"(?m:^[ \t>]*(?:[-*+] +|\d+[.)] +)?(?:```|~~~))"
FENCE = Pattern(r"[ \t>]*(?:[-*+] +|\d+[.)] +)?(?P<mark>`{3,}+|~{3,}+)[ \t]*(?P<info>[^`\r\n]*)(?=\r?\n|\Z)")
NAME = Pattern(r"[a-zA-Z][\w+#-]*(?:[ {:].*)?\Z")
SHOWS_FENCES = Pattern(r"(?:md|mdx|markdown|text|txt|diff|console)\b|\Z", 2)  # re.IGNORECASE
# A heading or a sentence, which code has not.
PROSE = Pattern(
    r"\n[ \t]*\r?\n(?:#{2,6} \S"
    r"|[^\W\d_a-z](?:[^\r\n]*+\r?\n(?=[^\s`~])){0,6}[^\r\n]*[.:!?。：][ \t]*(?:\r?\n|\Z))"
)
SECTION = Pattern(r"\n#{2,6} \S")
# The line below the head of a table, in a paragraph: the reader took it for none.
RULE_OF_TABLE = Pattern(r"^\|?[ ]*[:：]?[ ]*[-—–－][-—–－: ]*(?:\|[-—–－:： ]*)+$", 8)  # re.MULTILINE


class Flaw(StrEnum):
    """What is wrong with a block."""

    UNCLOSED = "unclosed"  # the text behind a fence is shown as code
    NESTED = "nested"  # a fence that should close has a name, as if it opened
    TABLE = "table"  # the line below the head of a table does not fit it


class Opened(NamedTuple):
    """A fence that was opened: its marks and their name, and where they stand."""

    mark: str
    info: str
    start: int
    end: int


def broken_fences(source: Source) -> Iterator[tuple[int, int, Flaw]]:
    """Yield the fences that are not closed, and those that cannot close."""
    text = source.text
    opened: Opened | None = None
    for line, _ in source.lines_with(FENCES):
        match = FENCE.match(text, line)
        if match is None or (opened is None and match["info"].startswith("--")):
            continue  # code, or the end of a comment
        fence = Opened(match["mark"], match["info"].strip(), match.start("mark"), match.end())
        if opened is None:
            opened = fence
        elif fence.mark[0] == opened.mark[0] and len(fence.mark) >= len(opened.mark):
            if not fence.info:
                opened = None
            elif (
                fence.mark == opened.mark
                and NAME.match(fence.info)
                and SHOWS_FENCES.match(opened.info) is None
            ):
                if PROSE.search(text, opened.end, fence.start):
                    yield opened.start, opened.end, Flaw.UNCLOSED
                    opened = fence
                else:
                    yield fence.start, fence.end, Flaw.NESTED
                    opened = opened._replace(info="text")  # one finding is enough
    if opened and SECTION.search(text, opened.end):
        yield opened.start, opened.end, Flaw.UNCLOSED


def broken_tables(text: str) -> Iterator[tuple[int, int]]:
    """Yield the line below a table's head where a paragraph has one; offsets are of the paragraph."""
    for match in RULE_OF_TABLE.finditer(text):
        head = text[text.rfind("\n", 0, max(0, match.start() - 1)) + 1 : max(0, match.start() - 1)]
        cells = match[0].strip("| ").count("|")
        if cells and (head.strip("| ").count("|") != cells or not match[0].isascii()) and "|" in head:
            yield match.span()
