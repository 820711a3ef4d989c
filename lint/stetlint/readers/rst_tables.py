"""Tables of reStructuredText: the lines of each cell, with their places in the source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from stetlint.language.patterns import Pattern
from stetlint.readers.lines import TAB, Line, columns_of

BORDER = Pattern(r"=[ =]*$")
SPANS = Pattern(r"[-=][- =]*$")
COLUMN = Pattern(r"[-=]+")


class _Row:
    """A line by its columns: what is wide takes two, what combines none.

    cells   one character for each column; NUL behind a wide one
    """

    def __init__(self, line: Line, base: int) -> None:
        self.line = line
        text = line.text
        self.lead = max(line.indent - base, 0)
        # Of each column behind the lead, where it begins in the text: in characters, in bytes.
        self.starts: list[tuple[int, int]] | None = None
        if text.isascii() and "\t" not in text:
            self.cells = " " * self.lead + text
            return
        columns: list[str] = []
        self.starts = []
        size = 0
        for number, char in enumerate(text):
            width = columns_of(char)
            shown = char + "\0" * (width - 1)
            if char == "\t":
                width = TAB - (self.lead + len(columns)) % TAB
                shown = " " * width
            if width:
                columns.extend(shown)
                self.starts.extend([(number, size)] * width)
            size += len(char.encode())
        self.starts.append((len(text), size))
        self.cells = " " * self.lead + "".join(columns)

    def part(self, start: int, end: int) -> Line:
        """Return what stands in the columns [start, end)."""
        first, byte = self._place(start)
        whole = self.line.text[first : self._place(end)[0]]
        text = whole.strip()
        lead = whole.index(text) if text else 0
        at = self.line.start + byte + len(whole[:lead].encode())
        return Line(max(self.lead - start, 0) + lead, text, at)

    def _place(self, column: int) -> tuple[int, int]:
        column = max(column - self.lead, 0)
        if self.starts is None:
            column = min(column, len(self.line.text))
            return column, column
        return self.starts[min(column, len(self.starts) - 1)]


def grid_cells(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the cells of a table that is drawn with lines, in the order in which they end; none where the
    lines do not meet."""
    rows = [_Row(line, lines[0].indent) for line in lines]
    width = len(rows[0].cells)
    if any(len(row.cells) != width for row in rows):
        return
    open_cells = [(0, width - 1, 0)]  # left and right border in columns, the row above the cell
    for number, row in enumerate(rows):
        cells = row.cells
        still: list[tuple[int, int, int]] = []
        closed: list[tuple[int, int]] = []  # what has a border below, in stretches that touch
        for left, right, top in open_cells:
            inner = cells[left + 1 : right]
            is_border = "-" in inner or "=" in inner
            if not (is_border and cells[left] == cells[right] == "+" and not inner.strip("-+=")):
                still.append((left, right, top))
                continue
            if number > top + 1:
                yield [each.part(left + 1, right) for each in rows[top + 1 : number]]
            if closed and closed[-1][1] == left:
                closed[-1] = (closed[-1][0], right)
            else:
                closed.append((left, right))
        if closed and number + 1 < len(rows):
            for left, right in closed:
                edges = [left, *_edges(rows, number, left, right), right]
                still.extend((a, b, number) for a, b in pairwise(edges))
            still.sort()
            open_cells = still


def _edges(rows: list[_Row], number: int, left: int, right: int) -> Iterator[int]:
    """Yield the columns between two borders at which cells below a row are parted."""
    cells = rows[number].cells
    column = cells.find("+", left + 1, right)
    while column >= 0:
        below = number + 1
        while below < len(rows) - 1 and rows[below].cells[column] == "|":
            below += 1
        if below > number + 1 and rows[below].cells[column] == "+":
            yield column
        column = cells.find("+", column + 1, right)


def end_of_simple(lines: Sequence[Line], at: int, end: int) -> int | None:
    """Return the number of the line behind a table with lines above and below, None where it has no end."""
    found = 0
    indent = lines[at].indent
    for number in range(at + 1, end):
        line = lines[number]
        if line.text and line.indent < indent:
            return None
        if line.text and line.indent == indent and BORDER.match(line.text):
            found += 1
            if found == 2 or number + 1 == end or not lines[number + 1].text:
                return number + 1
    return None


def simple_cells(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the cells of a table with lines above, below and under its head."""
    rows = [_Row(line, lines[0].indent) for line in lines]
    columns = [match.span() for match in COLUMN.finditer(rows[0].cells)]
    gathered: list[_Row] = []
    has_text = False
    for row in rows[1:]:
        cells = row.cells
        if SPANS.match(cells):
            yield from _row(gathered, [match.span() for match in COLUMN.finditer(cells)], columns)
            gathered, has_text = [], False
            continue
        if cells[columns[0][0] : columns[0][1]].strip():
            if has_text:
                yield from _row(gathered, columns, columns)
                gathered = []
            has_text = True
        elif not has_text:
            gathered = []
            continue
        gathered.append(row)


def _row(
    rows: list[_Row], spans: list[tuple[int, int]], columns: list[tuple[int, int]]
) -> Iterator[list[Line]]:
    """Yield the cells of a row. The last column has no right border."""
    if not any(row.line.text for row in rows):
        return
    widest = max(len(row.cells) for row in rows)
    last = columns[-1][0]
    for start, end in spans:
        if start >= widest:
            break
        right = max(widest, end) if end > last else end
        yield [row.part(start, right) for row in rows]
