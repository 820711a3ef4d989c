"""Lines of a source, for formats in which the lines say what a block is; and the text of some, joined.

Texts are without the blanks around them: where a line begins, and how deep it is indented, it says itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from unicodedata import combining, east_asian_width

from stetlint.language.patterns import Pattern
from stetlint.readers.flow import Flow
from stetlint.source import Source

TAB = 8  # columns
# A value in a line of values that commas part.
VALUE = Pattern(r"[ \t]*(?:\"(?P<quoted>(?:[^\"]|\"\")*)(?:\"|\Z)[^,\n]*|(?P<plain>[^,\n]*))(?P<end>,|\n|\Z)")


class Line:
    """A line, or the rest of one, whose marker was read.

    indent   columns in front of the text
    text     without blanks around it, "" in a blank line
    start    where the text begins in the source, in bytes
    """

    __slots__ = ("indent", "start", "text")

    def __init__(self, indent: int, text: str, start: int) -> None:
        self.indent = indent
        self.text = text
        self.start = start

    def without(self, size: int) -> Line:
        """Return what is left behind the first ``size`` characters of the text."""
        head = self.text[:size]
        text = self.text[size:].lstrip()
        lead = self.text[: len(self.text) - len(text)]
        width = len((" " * self.indent + lead).expandtabs(TAB)) if "\t" in lead else self.indent + len(lead)
        if not text:
            lead = head
        return Line(width, text, self.start + (len(lead) if lead.isascii() else len(lead.encode())))


def lines_of(source: Source) -> list[Line]:
    """Return the lines of a source."""
    found = []
    at = 0
    is_ascii = source.is_ascii
    for raw in source.text.split("\n"):
        text = raw.strip()
        indent = start = 0
        if text and not raw.startswith(text):
            lead = raw[: raw.index(text)]
            start = len(lead) if lead.isascii() else len(lead.encode())
            # A line that begins with a blank of another kind (as a Chinese paragraph does) is not indented.
            if lead[0] in " \t\f\v":
                indent = len(lead.expandtabs(TAB)) if "\t" in lead else len(lead)
        found.append(Line(indent, text, at + start))
        at += 1 + (len(raw) if is_ascii else len(raw.encode()))
    return found


def columns_of(text: str) -> int:
    """Return how many columns a text takes where some characters are wide."""
    if text.isascii():
        return len(text)
    return sum((2 if east_asian_width(char) in "WF" else 1) for char in text if not combining(char))


class Text:
    """The text of lines, joined by "\\n", and the way back. Positions are asked for from left to right.

    text   the joined text; offsets are its code points
    """

    def __init__(self, flow: Flow, lines: Sequence[Line]) -> None:
        self.flow = flow
        self.lines = lines
        self.text = "\n".join([line.text for line in lines]) if len(lines) > 1 else lines[0].text
        self.is_ascii = self.text.isascii()
        self._line = 0
        self._line_end = len(lines[0].text)
        self._at = 0
        self._byte = lines[0].start

    def byte(self, at: int) -> int:
        """Return where the character at an offset stands in the source, in bytes; the offset may be the
        end of a line, and is not before the one that was asked for last."""
        while at > self._line_end:
            self._line += 1
            self._at = self._line_end + 1
            line = self.lines[self._line]
            self._line_end = self._at + len(line.text)
            self._byte = line.start
        self._byte += at - self._at if self.is_ascii else len(self.text[self._at : at].encode())
        self._at = at
        return self._byte

    def add(self, start: int, end: int) -> None:
        """Add the prose of [start, end), with its wraps."""
        while start < end:
            stop = self.text.find("\n", start, end)
            if stop < 0:
                stop = end
            if stop > start:
                first = self.byte(start)
                self.flow.prose.verbatim(first, self.byte(stop), self.text[start:stop])
            if stop < end:
                first = self.byte(stop)
                self.flow.break_line(first, self.byte(stop + 1), "\n")
            start = stop + 1

    def add_all(self) -> None:
        """Add all of it, where there is no markup in it."""
        first = self.lines[0].start
        data = self.text.encode()
        if self.flow.source.data.startswith(data, first):  # not indented: it stands there as it is
            self.flow.prose.verbatim(first, first + len(data), self.text)
        else:
            self.add(0, len(self.text))


class Cutter:
    """Cuts a line into parts, from left to right."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self._at = 0
        self._byte = line.start

    def part(self, start: int, end: int) -> Line:
        """Return the characters [start, end) without blanks around them."""
        text = self.line.text
        words = text[start:end].strip()
        if words:
            start += text[start:end].index(words[0])
        self._byte += len(text[self._at : start].encode())
        self._at = start
        return Line(self.line.indent, words, self._byte)


def comma_cells(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the values of lines that are parted by commas; a quoted one may hold commas and line breaks."""
    if not lines:
        return
    text = "\n".join(line.text for line in lines)
    starts = [0]  # of each line in the text
    for line in lines:
        starts.append(starts[-1] + len(line.text) + 1)
    number = at = 0
    cutter = Cutter(lines[0])
    while at < len(text):
        match = VALUE.match(text, at)
        at = max(match.end(), at + 1)
        start, end = match.span("plain" if match["quoted"] is None else "quoted")
        cell: list[Line] = []
        while start < end or not cell:
            while starts[number + 1] <= start:
                number += 1
                cutter = Cutter(lines[number])
            cell.append(
                cutter.part(start - starts[number], min(end, starts[number + 1] - 1) - starts[number])
            )
            start = starts[number + 1]
        yield cell
