"""Each finding with the line that it stands in, for people."""

from __future__ import annotations

from collections.abc import Iterator

from stetlint.finding import Finding, Place, Severity
from stetlint.reporters import Outcome, errors, quoted, remedy, summary, visible

WIDTH = 100  # characters of a line that are shown: paragraphs are often one line of a thousand
BEFORE = 40  # of these, in front of the finding
TAB = "    "
CUT = "…"
COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}


def report(outcome: Outcome) -> Iterator[str]:
    """Yield the findings and how many there are."""
    for finding in outcome.findings:
        yield from _Writer(outcome, finding).lines()
    if outcome.findings or not outcome.problems:
        yield summary(outcome)


def notes(outcome: Outcome) -> Iterator[str]:
    """Yield the errors."""
    yield from errors(outcome.problems)


class _Writer:
    """Writes one finding."""

    def __init__(self, outcome: Outcome, finding: Finding) -> None:
        self.outcome = outcome
        self.finding = finding
        self.colour = COLOURS[finding.severity]
        self.margin = " " * len(str(finding.place.end_line))

    def lines(self) -> Iterator[str]:
        finding, place = self.finding, self.finding.place
        position = self._style("1", f"{place.path}:{place.line}:{place.column}")
        yield f"{position}: {self._style(self.colour, finding.rule)}: {visible(finding.message)}\n"
        yield from self._snippet(place)
        if what_to_do := remedy(finding):
            yield f"{self.margin} = {what_to_do}\n"
        for related in finding.related:
            where = f"{related.path}:{related.line}:{related.column}"
            yield f"{self.margin} = see {where}: {quoted(related.text)}\n"
        yield "\n"

    def _style(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.outcome.has_colour else text

    def _snippet(self, place: Place) -> Iterator[str]:
        """Yield the first and the last line of the finding with what each has of it underlined."""
        for number in sorted({place.line, place.end_line}):
            line = self.outcome.line_of(place.path, number)
            start = place.column - 1 if number == place.line else len(line) - len(line.lstrip())
            end = min(place.end_column - 1, len(line)) if number == place.end_line else len(line)
            if start >= end:
                continue  # nothing but the newline is found there, or the line is gone
            if number == place.end_line > place.line + 1:
                yield f"{self.margin} {CUT}\n"
            shown, blank, marked = window(line, start, end)
            yield f"{number:>{len(self.margin)}} | {shown}\n"
            yield f"{self.margin} | {' ' * blank}{self._style(self.colour, '^' * marked)}\n"


def window(line: str, start: int, end: int) -> tuple[str, int, int]:
    """Return what is shown of a line around [start, end), in code points; and how many terminal cells stand
    in front of the range there, and how many it takes."""
    first, last = 0, len(line)
    if len(line) > WIDTH:
        first = max(0, min(start - BEFORE, len(line) - WIDTH))
        last = min(first + WIDTH, len(line))
        if first:  # between words, where there are any
            first = max(first, line.find(" ", first, start) + 1)
        if last < len(line):
            last = max(line.rfind(" ", end, last), min(end, last)) if " " in line[end:last] else last
    end = min(end, last)
    before = CUT * (first > 0) + _shown(line[first:start])
    marked = _shown(line[start:end])
    after = _shown(line[end:last]) + CUT * (last < len(line))
    return (before + marked + after).rstrip(), cells(before), max(1, cells(before + marked) - cells(before))


def _shown(text: str) -> str:
    return visible(text.replace("\t", TAB))


def cells(text: str) -> int:
    """Return how many cells of a terminal a text takes, which has no control characters."""
    if all(map(_is_narrow, text)):
        return len(text)
    from wcwidth import wcswidth  # its import takes longer than the check of a small file

    width = wcswidth(text)
    return width if width >= 0 else len(text)


def _is_narrow(char: str) -> bool:
    """Whether a character takes one cell for sure: the letters of Europe, marks of punctuation."""
    return char < "\u0300" or "\u0370" <= char < "\u0483" or "\u2010" <= char < "\u2028"
