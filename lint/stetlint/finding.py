"""What rules report and what becomes of it: spans, hits, edits, findings; and what could not be done."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from enum import StrEnum
from itertools import accumulate
from typing import NamedTuple


class Severity(StrEnum):
    """How much a finding matters; the words are SARIF's levels but for "info" (SARIF: note)."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Span(NamedTuple):
    """A half-open range of the decoded source, in code points."""

    start: int
    end: int


class Spans:
    """Spans that can be asked what they touch, in logarithmic time.

    sorted   by where they begin
    """

    def __init__(self, spans: Iterable[Span]) -> None:
        self.sorted = sorted(spans)
        self._starts = [span.start for span in self.sorted]
        self._reach = [*accumulate((span.end for span in self.sorted), max, initial=0)]

    def touch(self, span: Span) -> bool:
        """Whether one of them has a code point in common with a span."""
        # The farthest end of those that begin before the span's end
        return self._reach[bisect_left(self._starts, span.end)] > span.start

    def cover(self, span: Span) -> bool:
        """Whether one of them holds all of a span."""
        return self._reach[bisect_right(self._starts, span.start)] >= span.end


class Hit(NamedTuple):
    """What a rule reports.

    start, end    code points of the segment's text, half open, never empty
    message       one line: what is wrong, why, and what a copy editor would do
    suggestions   what could stand there instead, the best first
    replacement   text for the range where a fix is certain enough to offer
    is_safe       whether the replacement cannot change the meaning
    related       other places that belong to it, as ``Document.place`` makes them
    """

    start: int
    end: int
    message: str
    suggestions: tuple[str, ...] = ()
    replacement: str | None = None
    is_safe: bool = False
    related: tuple[Place, ...] = ()


class Edit(NamedTuple):
    """A fix: the span of the source to replace, by what, and whether it is safe."""

    span: Span
    replacement: str
    is_safe: bool


class Place(NamedTuple):
    """Where something stands: lines and columns from 1, columns in code points, the end exclusive."""

    path: str
    span: Span
    line: int
    column: int
    end_line: int
    end_column: int
    text: str


class Finding(NamedTuple):
    """A hit at its place in a file, ready to be reported."""

    rule: str
    severity: Severity
    place: Place
    message: str
    suggestions: tuple[str, ...] = ()
    fix: Edit | None = None
    related: tuple[Place, ...] = ()


class Problem(NamedTuple):
    """Something that could not be done: the run ends with exit code 2, and everything else is still done."""

    path: str
    message: str
    line: int | None = None
