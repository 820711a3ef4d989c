"""Bytes, code points, lines and columns."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stetlint.source import Source, SourceError

TEXTS = st.lists(st.sampled_from(["a", "ä", "中", "😀", "\n", "\r\n", "\r", "\t", "x" * 700, "é" * 600])).map(
    "".join
)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_bytes_and_code_points_are_each_others_way_back(text: str) -> None:
    source = Source("x", text.encode())
    for offset in {0, len(text), *range(0, len(text), 37)}:
        byte = len(text[:offset].encode())
        assert source.offset(byte) == offset
        assert source.byte(offset) == byte


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_positions_are_those_of_the_lines(text: str) -> None:
    source = Source("x", text.encode())
    lines = text.split("\n")
    for offset in {0, len(text), *range(0, len(text), 13)}:
        line, column = source.position(offset)
        assert sum(len(before) + 1 for before in lines[: line - 1]) + column - 1 == offset
        assert 1 <= column <= len(lines[line - 1]) + 1
        assert source.line(line) == lines[line - 1].rstrip("\r")


def test_a_byte_order_mark_is_kept_apart() -> None:
    source = Source("x", b"\xef\xbb\xbfa")
    assert (source.bom, source.text, source.position(0)) == (b"\xef\xbb\xbf", "a", (1, 1))


@pytest.mark.parametrize(
    ("raw", "message", "line"),
    [
        (b"a\nb\xff", "not UTF-8: byte 0xFF at offset 3 (line 2): save the file as UTF-8", 2),
        (b"\xef\xbb\xbf\xe4", "not UTF-8: byte 0xE4 at offset 3 (line 1): save the file as UTF-8", 1),
        ("ä".encode("utf-16"), "this is UTF-16, not UTF-8: save the file as UTF-8", None),
        (b"\xed\xa0\x80", "not UTF-8: byte 0xED at offset 0 (line 1): save the file as UTF-8", 1),
    ],
)
def test_what_is_not_utf8_is_named(raw: bytes, message: str, line: int | None) -> None:
    with pytest.raises(SourceError) as caught:
        Source("x", raw)
    assert (caught.value.message, caught.value.line) == (message, line)


def test_lines_with_a_match_are_found_once() -> None:
    source = Source("x", "ä one, one\r\ntwo\nthree\n\none".encode())
    lines = [source.text[start:end] for start, end in source.lines_with("one|three")]
    assert lines == ["ä one, one\r", "three", "one"]
    assert [source.text[start:end] for start, end in source.lines_with(r"two\nthree")] == ["two\nthree"]
