"""Loops in sequences, and ranges."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from stetlint.language.loops import Ranges, Repeats


def test_repeats() -> None:
    assert list(Repeats("xabababy").find([1, 2], [2, 3])) == [(1, 7, 2)]
    assert list(Repeats("aaab").find([1, 2], [2, 1])) == [(0, 3, 1), (0, 3, 2)]
    assert list(Repeats("abc").find([1], [1])) == []


RANGE = st.tuples(st.integers(0, 20), st.integers(1, 10)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(st.lists(st.tuples(st.booleans(), RANGE)))
def test_a_range_covers_what_is_within_it(steps: list[tuple[bool, tuple[int, int]]]) -> None:
    ranges = Ranges(40)
    added: list[tuple[int, int]] = []
    for is_new, (start, end) in steps:
        if is_new:
            ranges.add(start, end)
            added.append((start, end))
        assert ranges.cover(start, end) == any(a <= start and end <= b for a, b in added)
