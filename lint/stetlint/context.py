"""What stands around a finding: its paragraph, and the fingerprint by which it is known again later.

Both are read from the lines of the file when a report is written. Nothing of a file is kept until then.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from typing import NamedTuple

from stetlint.finding import Finding, Place

LineOf = Callable[[str, int], str]

REACH = 320  # code points that are read of a paragraph on either side of a finding
FARTHEST = 8  # lines, on either side
WORDS = 3  # on either side, that tell one finding from another
WORD = re.compile(r"\w+")


class Excerpt(NamedTuple):
    """A stretch of one paragraph, with "\n" between its lines.

    line, column    where it begins, from 1
    before, found, after
    is_cut          whether the paragraph goes on before it, and behind it
    """

    line: int
    column: int
    before: str
    found: str
    after: str
    is_cut: tuple[bool, bool]

    @property
    def text(self) -> str:
        return self.before + self.found + self.after

    def offset(self, line: int, column: int) -> int:
        """Return where a position of the file stands in the text, in code points."""
        if line == self.line:
            return column - self.column
        start, text = 0, self.text
        for _ in range(line - self.line):
            start = text.find("\n", start) + 1
        return start + column - 1


def excerpt(place: Place, line_of: LineOf, reach: int = REACH) -> Excerpt:
    """Return the paragraph around a place, up to ``reach`` code points on either side of it, cut at a blank.

    Where the file has changed since it was checked, only what was found is left.
    """
    path = place.path
    found = place.text.replace("\r\n", "\n")
    parts = found.split("\n")
    head, tail = line_of(path, place.line), line_of(path, place.end_line)
    start, end = place.column - 1, place.end_column - 1
    if not (head.startswith(parts[0], start) and tail.endswith(parts[-1], 0, end)):
        return Excerpt(place.line, place.column, "", found, "", (False, False))

    before, line = head[max(0, start - reach) : start], place.line
    column = place.column - len(before)
    goes_on = start > reach
    while not goes_on and (previous := line_of(path, line - 1)).strip():
        room = reach - len(before) - 1
        goes_on = room < len(previous) or place.line - line == FARTHEST
        if room > 0 and place.line - line < FARTHEST:
            column = max(0, len(previous) - room) + 1
            before, line = previous[column - 1 :] + "\n" + before, line - 1
    if goes_on and (blank := before.find(" ")) >= 0:
        newline = before.rfind("\n", 0, blank)
        line += before.count("\n", 0, blank)
        column = blank + 1 - newline if newline >= 0 else column + blank + 1
        before = before[blank + 1 :]

    after, last = tail[end : end + reach], place.end_line
    goes_on_behind = len(tail) - end > reach
    while not goes_on_behind and (following := line_of(path, last + 1)).strip():
        room = reach - len(after) - 1
        goes_on_behind = room < len(following) or last - place.end_line == FARTHEST
        if room > 0 and last - place.end_line < FARTHEST:
            after, last = after + "\n" + following[:room], last + 1
    if goes_on_behind and (blank := after.rfind(" ")) >= 0:
        after = after[:blank]
    return Excerpt(line, column, before, found, after, (goes_on, goes_on_behind))


def fingerprints(findings: Iterable[Finding], line_of: LineOf) -> Iterator[str]:
    """Yield the fingerprint of each finding, which are in the order of their files.

    It is made of the rule, what was found and the words around, so that it stays the same when the file
    is edited elsewhere, wrapped anew, moved or renamed. Findings of one file that are alike in all of this
    are told apart by a number behind it.
    """
    path, seen = None, Counter[str]()
    for finding in findings:
        if finding.place.path != path:
            path, seen = finding.place.path, Counter()
        mark = fingerprint(finding, line_of)
        seen[mark] += 1
        yield f"{mark}:{seen[mark]}"


def fingerprint(finding: Finding, line_of: LineOf) -> str:
    """Return the fingerprint of a finding without its number: 16 hexadecimal digits."""
    around = excerpt(finding.place, line_of, reach=100)
    before = WORD.findall(around.before)[-WORDS:]
    after = WORD.findall(around.after)[:WORDS]
    parts = (finding.rule, " ".join(finding.place.text.split()), " ".join(before), " ".join(after))
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
