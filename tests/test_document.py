"""Prose and its way back."""

from __future__ import annotations

from stetlint.document import DECODED, OPAQUE, VERBATIM, Document, Prose
from stetlint.finding import Span
from stetlint.readers import get
from stetlint.source import Source

SOURCE = Source("x", "ä &amp; `c` d".encode())
PIECES = [
    (0, 0, 3, VERBATIM),
    (2, 3, 8, DECODED),
    (3, 8, 9, VERBATIM),
    (4, 9, 12, OPAQUE),
    (5, 12, 14, VERBATIM),
]
PROSE = Prose("ä & \ufffc d", PIECES, SOURCE)


def test_ranges_map_back() -> None:
    assert PROSE.to_source(0, 1) == Span(0, 1)
    assert PROSE.to_source(2, 3) == Span(2, 7)
    assert PROSE.to_source(0, 7) == Span(0, 13)
    assert PROSE.to_bytes(1, 5) == (2, 12)


def test_only_one_verbatim_piece_can_be_edited() -> None:
    assert PROSE.is_editable(0, 2)
    assert PROSE.is_editable(6, 7)
    assert not PROSE.is_editable(1, 3)
    assert not PROSE.is_editable(2, 3)


def test_verbatim_shares_of_a_range() -> None:
    assert list(PROSE.verbatim_in(1, 6)) == [(1, 2, Span(1, 2)), (3, 4, Span(7, 8)), (5, 6, Span(11, 12))]


def test_constructs_stand_in_the_raw_segment() -> None:
    document = Document(Source("x", "ä [b](c)".encode()), "en", get("markdown").read)
    start, end = document.range_in_raw(document.links[0])
    assert document.raw.text[start:end] == "[b](c)"
    assert document.place(document.segments[0], 2, 3)[2:] == (1, 4, 1, 5, "b")
