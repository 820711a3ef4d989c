"""Apply fixes: the first of those that overlap wins, and the next pass takes the rest.

A fix is kept only where its finding is gone afterwards and no finding has appeared that was not there before.
A file is replaced atomically: at any moment it is the old one or the new one, whole.
"""

from __future__ import annotations

import os
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import accumulate
from typing import NamedTuple

from stetlint.finding import Edit, Finding, Span, Spans
from stetlint.source import Source

PASSES = 10  # a fix may uncover another one; fixes that call each other up end here
AROUND = 20  # code points on either side by which a fix that was undone is known again

Check = Callable[[Source], Sequence[Finding]]


class Fixed(NamedTuple):
    """What fixing made of a source: the source with the fixes applied, and how many these are."""

    source: Source
    applied: int


def can_fix(finding: Finding, include_unsafe: bool) -> bool:
    """Whether a finding has a fix that may be applied."""
    return finding.fix is not None and (finding.fix.is_safe or include_unsafe)


def fix(
    source: Source, check: Check, include_unsafe: bool = False, within: Collection[Span] | None = None
) -> Fixed:
    """Apply the fixes of a source's findings until none is left. ``check`` returns a source's findings.

    Where ``within`` is given, only findings that touch one of these spans are fixed.
    """
    work = _Work(source, check, include_unsafe, within)
    applied = 0
    for _ in range(PASSES):
        edits = list(work.edits())
        if not edits:
            break
        applied += work.attempt(edits)
    return Fixed(work.source, applied)


class _Work:
    """A source under repair."""

    def __init__(
        self, source: Source, check: Check, include_unsafe: bool, within: Collection[Span] | None
    ) -> None:
        self.source = source
        self._check = check
        self._findings = check(source)
        self._include_unsafe = include_unsafe
        self._within = None if within is None else Spans(within)
        self._undone: set[tuple[str, ...]] = set()

    def edits(self) -> Iterator[Edit]:
        """Yield the edits to make, sorted, without those that overlap one before them."""
        end = 0
        for edit in sorted({f.fix for f in self._findings if f.fix and self._may_fix(f)}):
            if edit.span.start >= end:
                yield edit
                end = edit.span.end

    def _may_fix(self, finding: Finding) -> bool:
        if not can_fix(finding, self._include_unsafe):
            return False
        if self._within is not None and not self._within.touch(finding.place.span):
            return False
        assert finding.fix is not None
        return self._known_by(finding.fix) not in self._undone

    def _known_by(self, edit: Edit) -> tuple[str, ...]:
        text, (start, end) = self.source.text, edit.span
        return text[max(0, start - AROUND) : start], text[start : end + AROUND], edit.replacement

    def attempt(self, edits: Sequence[Edit]) -> int:
        """Make edits, and undo those that do not help. Return how many were kept.

        Where all together do not help, each half is tried by itself, the later one first: what is in front of
        it stays where it is.
        """
        pending = {finding.fix for finding in self._findings}
        edits = [edit for edit in edits if edit in pending]
        if not edits:
            return 0
        moves = _Moves(edits)
        changed = _applied(self.source, edits)
        after = self._check(changed)
        if _is_better(self._findings, after, set(edits), moves):
            self.source, self._findings = changed, after
            if self._within is not None:
                self._within = Spans(map(moves.span, self._within.sorted))
            return len(edits)
        if len(edits) == 1:
            self._undone.add(self._known_by(edits[0]))
            return 0
        middle = len(edits) // 2
        return self.attempt(edits[middle:]) + self.attempt(edits[:middle])


class _Moves:
    """Where spans stand once edits are made that are sorted and apart."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._edits = edits
        self._ends = [edit.span.end for edit in edits]
        self._shifts = list(
            accumulate((len(e.replacement) - (e.span.end - e.span.start) for e in edits), initial=0)
        )

    def span(self, span: Span) -> Span:
        """Return where a span stands; what cuts through a replaced range takes in all of its replacement."""
        return Span(self._offset(span.start, is_end=False), self._offset(span.end, is_end=True))

    def _offset(self, offset: int, is_end: bool) -> int:
        before = bisect_right(self._ends, offset)
        if before < len(self._edits) and self._edits[before].span.start < offset:
            if is_end:
                return self._ends[before] + self._shifts[before + 1]
            offset = self._edits[before].span.start
        return offset + self._shifts[before]


def _applied(source: Source, edits: Iterable[Edit]) -> Source:
    """Return a source with edits made that are sorted and apart."""
    parts = []
    at = 0
    for edit in edits:
        parts += [source.text[at : edit.span.start], edit.replacement]
        at = edit.span.end
    parts.append(source.text[at:])
    return Source(source.path, source.bom + "".join(parts).encode())


def _is_better(
    before: Sequence[Finding], after: Sequence[Finding], edits: Collection[Edit], moves: _Moves
) -> bool:
    """Whether each finding afterwards was there before and is not one of those that were to be fixed."""
    expected: dict[str, set[Span]] = defaultdict(set)
    for finding in before:
        if finding.fix not in edits:
            expected[finding.rule].add(moves.span(finding.place.span))
    moved = {rule: Spans(spans) for rule, spans in expected.items()}
    # One that overlaps an edit may cover more or less than it did.
    return len(after) <= len(before) - len(edits) and all(
        finding.rule in moved and moved[finding.rule].touch(finding.place.span) for finding in after
    )


def write(path: str, old: Source, new: Source) -> None:
    """Replace a file by a source, atomically. Links keep pointing to it; its mode and owner are kept.

    Raise OSError where that cannot be done, or where the file is not ``old`` any more. It is untouched then.
    """
    import tempfile

    target = os.path.realpath(path)
    with open(target, "r+b") as file:  # fails where the file is read-only; replacing it would not
        if file.read() != old.bom + old.data:
            raise OSError(None, "it has changed since it was read")
        status = os.fstat(file.fileno())
    handle, temporary = tempfile.mkstemp(prefix=".stet-", dir=os.path.dirname(target))
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(new.bom + new.data)
            file.flush()
            os.fsync(file.fileno())
        if hasattr(os, "chown"):
            with suppress(OSError):  # only root may give files away
                os.chown(temporary, status.st_uid, status.st_gid)
        os.chmod(temporary, status.st_mode & 0o7777)
        os.replace(temporary, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise


def diff(old: Source, new: Source) -> Iterator[str]:
    """Yield the lines of a unified diff, as ``patch -p0`` and ``git apply -p0`` read it."""
    import difflib

    name = old.path + "\t" * (" " in old.path)  # the name ends at the tab, as in diffs of git
    for line in difflib.unified_diff(_lines(old), _lines(new), name, name):
        yield line if line.endswith("\n") else line + "\n\\ No newline at end of file\n"


def _lines(source: Source) -> list[str]:
    # Not splitlines(), for which also U+2028 ends a line
    *lines, last = (source.bom + source.data).decode().split("\n")
    return [line + "\n" for line in lines] + [last] * bool(last)
