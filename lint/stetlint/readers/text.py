"""Plain text: paragraphs, with hard-wrapped lines joined.

Nothing in a plain text says where a paragraph ends. Blank lines, ruled lines, form feeds, items of a list and
another depth of quotation part paragraphs; every other line break does so unless it is a wrap.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from stetlint.document import Content
from stetlint.language.patterns import Pattern
from stetlint.readers.flow import Flow
from stetlint.source import Source

NARROWEST_WRAP = 40
WIDEST_WRAP = 120  # code points; a text that is hard-wrapped has few longer lines (addresses, tables)
QUOTE = Pattern(r"[ \t]*(?:>[ \t]?)*")
BULLET = Pattern(r"(?:[-*+•‣–—][ \t]|\(?\w{1,3}[.)][ \t])")
RULE = Pattern(r"([-=_*~#+.^])(?:[ \t]*\1){2,}$")
ENDS = ".!?:;…。！？”\"»)“’'"
BLANKS = " \t\r\f\v"


class _Line(NamedTuple):
    """A line of a paragraph: where its text begins (bytes), the text, its depth of quotation, its length."""

    start: int
    text: str
    depth: int
    length: int


def declared_language(source: Source) -> str | None:
    """Plain text declares none."""
    return None


def read(source: Source, lang: str) -> Content:
    """Read the paragraphs of a text."""
    flow = Flow(source, lang)
    width = _wrap_width(source.text)
    before: _Line | None = None
    for line in _lines(source):
        if line is None or before is None or not _continues(before, line, width):
            flow.end_segment()
        else:
            flow.break_line(before.start + len(before.text.encode()), line.start, "\n")
        if line is not None:
            flow.prose.verbatim(line.start, line.start + len(line.text.encode()), line.text)
        before = line
    flow.end_segment()
    return flow.content


def _lines(source: Source) -> Iterator[_Line | None]:
    """Yield the lines; None for one that parts paragraphs: blank, or ruled as below a heading."""
    at = 0
    for line in source.text.split("\n"):
        size = len(line) if source.is_ascii else len(line.encode())
        marks = QUOTE.match(line)[0]
        text = line[len(marks) :].strip(BLANKS)
        if "\f" in line:
            yield None
        if not text or RULE.match(text):
            yield None
        else:
            lead = line[: line.index(text, len(marks))]
            yield _Line(at + len(lead.encode()), text, marks.count(">"), len(line.rstrip(BLANKS)))
        at += size + 1


def _wrap_width(text: str) -> int:
    """Return the width to which a text is hard-wrapped, 0 where it is not."""
    lengths = [len(line) for line in text.split("\n") if line]
    narrow = [length for length in lengths if length <= WIDEST_WRAP]
    width = max(narrow, default=0)
    return width if width >= NARROWEST_WRAP and len(narrow) >= 0.98 * len(lengths) else 0


def _continues(before: _Line, line: _Line, width: int) -> bool:
    """Whether the break between two lines is a wrap.

    It is one where the next word would not have fitted into the line, and where a sentence is under way
    and goes on with a small letter.
    """
    if line.depth != before.depth or BULLET.match(line.text):
        return False
    if width and before.length + 1 + len(line.text.split(None, 1)[0]) > width:
        return True
    return before.text[-1] not in ENDS and line.text[0].islower()
