"""Where a sequence goes on repeating itself, in linear time."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence


class Ranges:
    """Ranges of positions below a size. To ask is cheap in the order of starts: it goes on where it was."""

    def __init__(self, size: int) -> None:
        self._ends = [0] * (size + 1)  # the farthest end of the ranges that begin at a position
        self._seen = self._reach = 0  # how many positions were looked at, and the farthest end of theirs

    def add(self, start: int, end: int) -> None:
        """Add the range [start, end)."""
        self._ends[start] = max(self._ends[start], end)
        if start < self._seen:
            self._reach = max(self._reach, end)

    def cover(self, start: int, end: int) -> bool:
        """Whether all of [start, end) is in one range."""
        if start + 1 < self._seen:
            self._seen = self._reach = 0
        if self._seen <= start:
            self._reach = max(self._reach, *self._ends[self._seen : start + 1])
            self._seen = start + 1
        return end <= self._reach


class Repeats:
    """A sequence, in which stretches are looked for that go on repeating themselves."""

    def __init__(self, items: Sequence[object]) -> None:
        self._items = items
        # Each item becomes one byte of a number, in which whole sequences are compared at once.
        self._number = int.from_bytes(array("q", map(hash, items)).tobytes()[::8], "little")

    def find(self, periods: Sequence[int], least: Sequence[int]) -> Iterator[tuple[int, int, int]]:
        """Yield (start, end, period) of each stretch in which every item equals the one a period further on.

        The stretch is the whole loop: its items from the first repetition to the last. ``least`` is, for each
        period, how many items in a row must be equal to the one a period before them.

        The number is compared with itself a period further on: equal bytes leave a zero. A hash may collide,
        so each stretch is compared again.
        """
        items, number = self._items, self._number
        size = len(items)
        for period, enough in zip(periods, least, strict=True):
            length = size - period
            if length < enough:
                return
            zeros = ((number >> 8 * period) ^ number).to_bytes(size, "little")
            wanted = bytes(enough)
            at = zeros.find(wanted, 0, length)
            while at >= 0:
                end = start = at
                while end < length and items[end] == items[end + period]:
                    end += 1
                if end - start >= enough:
                    yield start, end + period, period
                at = zeros.find(wanted, max(end, at + 1), length)
