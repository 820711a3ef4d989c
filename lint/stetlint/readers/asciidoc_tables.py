"""Tables of AsciiDoc: the lines of each cell, with their places in the source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from stetlint.language.patterns import Pattern
from stetlint.readers.lines import Cutter, Line, comma_cells

# What stands in front of a separator: how often, over how many columns and rows, aligned how, in which style.
SPECIFICATION = (
    r"(?:(?P<columns>\d{1,3})?(?:\.(?P<rows>\d{1,4}))?(?P<kind>[*+]))?"
    r"(?:[<^>](?:\.[<^>])?|\.[<^>])?(?P<style>[a-z])?"
)
COLUMNS = Pattern(r"\bcols\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^,\]]*))")
TIMES = Pattern(r"\s*(\d{1,3})\*")
SEPARATOR = Pattern(r"\bseparator\s*=\s*\"?([^\s,\"\]]+)")
OPAQUE_STYLES = frozenset("lm")
MOST_COLUMNS = MOST_ROWS = 1000


def cells(lines: list[Line], mark: str, attributes: str) -> Iterator[tuple[list[Line], bool]]:
    """Yield the lines of each cell that is prose, and whether they are a document of their own.

    mark         the first character of the line above the table
    attributes   the lines of attributes of the table
    """
    if mark == "," or 'format="csv"' in attributes or "format=csv" in attributes:
        yield from ((cell, False) for cell in comma_cells(lines))
        return
    if mark == ":" or "format=" in attributes:
        return
    named = SEPARATOR.search(attributes)
    separator = named[1] if named else mark
    table = _Columns(attributes, _has_head(lines, separator) or "header" in attributes)
    for specification, cell in _cells(lines, separator):
        style = table.place(specification)
        if style not in OPAQUE_STYLES and any(line.text for line in cell):
            yield cell, style == "a"


@cache
def _pattern(separator: str) -> re.Pattern[str]:
    """Return what finds a separator with its specification; one that is escaped is found too."""
    mark = re.escape(separator)
    return re.compile(rf"(?P<escape>\\{mark})|(?:(?:(?<=[ \t])|^){SPECIFICATION})?{mark}")


def _cells(lines: list[Line], separator: str) -> Iterator[tuple[Any, list[Line]]]:
    """Yield each cell with what was said in front of its separator."""
    pattern = _pattern(separator)
    specification: Any = None
    cell: list[Line] = []
    for line in lines:
        cutter = Cutter(line)
        begin = 0
        for match in pattern.finditer(line.text):
            if match["escape"]:
                continue
            if specification is not None:
                yield specification, [*cell, cutter.part(begin, match.start())]
            specification, cell, begin = match, [], match.end()
        if specification is not None:
            cell.append(cutter.part(begin, len(line.text)) if begin else line)
    if specification is not None:
        yield specification, cell


def _has_head(lines: list[Line], separator: str) -> bool:
    """Whether the first row is a line by itself, and what follows a blank line is the next row."""
    if len(lines) < 2 or not lines[0].text or lines[1].text:
        return False
    following = next((line.text for line in lines[1:] if line.text), "")
    return _pattern(separator).match(following) is not None


class _Columns:
    """In which column a cell stands, and which style it has by that."""

    def __init__(self, attributes: str, has_head: bool) -> None:
        self.styles: list[str] = []
        named = [match[match.lastindex] for match in COLUMNS.finditer(attributes)]
        for column in re.split("[,;]", named[-1]) if named else ():
            times = TIMES.match(column)
            style = column.rstrip()[-1:]
            if len(self.styles) < MOST_COLUMNS:
                self.styles.extend([style if style.isalpha() else ""] * int(times[1] if times else 1))
        self.row_cells = 0  # cells of the row so far
        self.width = 0  # the columns that they take
        self.from_above: list[
            int
        ] = []  # the columns that cells of earlier rows take in this one and the next
        self.in_head = has_head

    def place(self, specification: Any) -> str:
        """Return the style of the next cell.

        To Asciidoctor its column is its number in its row, whatever reaches into the row from above.
        """
        style: str = specification["style"] or ""
        if not self.styles:
            return style
        if not style and not self.in_head and self.row_cells < len(self.styles):
            style = self.styles[self.row_cells]
        columns, rows = int(specification["columns"] or 1), 1
        if specification["kind"] == "+":
            rows = min(int(specification["rows"] or 1), MOST_ROWS)
        self.row_cells += columns if specification["kind"] == "*" else 1
        self.width += columns
        self.from_above.extend([0] * (rows - len(self.from_above)))
        for row in range(1, rows):
            self.from_above[row] += columns
        if self.width + (self.from_above[0] if self.from_above else 0) >= len(self.styles):
            self.row_cells = self.width = 0
            self.in_head = False
            del self.from_above[:1]
        return style
