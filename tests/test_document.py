"""Prose and its way back."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from stetlint.document import DECODED, OPAQUE, VERBATIM, Content, Document, Prose, Segment
from stetlint.finding import Span
from stetlint.gist import Gist
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


def of(text: str) -> Document:
    return Document(Source("x", text.encode()), "en", get("markdown").read)


def texts(segments: Iterable[Segment]) -> list[str]:
    return [segment.text for segment in segments]


def test_segments_with_a_match_are_found_once() -> None:
    document = of("é one, one\n\n- two\n- one\n\n# three")
    assert texts(document.segments_with("one")) == ["é one, one", "one"]
    assert texts(document.segments_with("(?m:^t)")) == ["two", "three"]
    assert texts(document.segments_with("four")) == []


def test_a_match_may_reach_over_segments() -> None:
    document = of("one\n\ntwo\n\nthree\n\none two")
    assert texts(document.segments_with(r"one\s+\x1e\x01\s+two")) == ["one", "two"]


def test_words_know_their_segments() -> None:
    document = of("The `x` of Ébène, 12\n\nA1 b\n\nc")
    assert texts(document.segments_where(lambda gist: gist.blocks_of([7, 0, 2]))) == [
        "The \ufffc of Ébène, 12",
        "A1 b",
    ]
    assert texts(document.segments_where(lambda gist: gist.blocks_of([gist.words.index(b"c")]))) == ["c"]
    assert texts(document.segments_where(lambda _: [])) == []


def test_where_the_gist_arouses_no_suspicion_nothing_is_parsed() -> None:
    def read(source: Source, lang: str) -> Content:
        raise AssertionError("parsed")

    document = Document(Source("x", b"One two."), "en", read, lambda source, _: Gist.of([source.text]).text)
    assert texts(document.segments_with("three")) == []
    assert texts(document.segments_where(lambda gist: [] if b"two" in gist.words else [0])) == []
    with pytest.raises(AssertionError, match="parsed"):
        list(document.segments_with("two"))


def test_controls_in_a_source_part_no_segments() -> None:
    document = of("a \x1e\x01 (b\x01 \x1e)\n\nc \x1ed")
    assert document.exact.only("()") == document.gist.only("()") == ["()", ""]
    where_c_stands = document.segments_where(lambda gist: gist.blocks_of([gist.words.index(b"c")]))
    assert texts(where_c_stands) == [document.segments[1].text]
