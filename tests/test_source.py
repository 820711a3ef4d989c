"""Bytes, code points, lines and columns."""

from __future__ import annotations

import gzip
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stetlint import source as module
from stetlint.source import NO_TEXT, Lines, Source, SourceError, sources

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
        (b"a\nb\xff", "not UTF-8: byte 0xFF at offset 3: save the file as UTF-8", 2),
        (b"\xef\xbb\xbf\xe4", "not UTF-8: byte 0xE4 at offset 3: save the file as UTF-8", 1),
        ("ä".encode("utf-16"), "this is UTF-16, not UTF-8: save the file as UTF-8", None),
        (b"\xed\xa0\x80", "not UTF-8: byte 0xED at offset 0: save the file as UTF-8", 1),
        (b"\x89PNG\r\n\x1a\n\0\0\0", NO_TEXT, None),
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


@pytest.fixture
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PART", 10)
    monkeypatch.setattr(module, "LONGEST_LINE", 60)


def parts(raw: bytes, path: str = "x") -> list[Source | SourceError]:
    return list(sources(path, BytesIO(raw), by_lines=True))


@pytest.mark.usefixtures("small_parts")
@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["a", "ä", "😀", "\n", "\r\n", "\r", "x" * 7])).map("".join))
def test_parts_make_up_the_file(text: str) -> None:
    raw = text.encode()
    whole = Source("x", raw)
    plain = [part for part in parts(raw) if isinstance(part, Source)]
    read = [part for part in parts(gzip.compress(raw), "x.gz") if isinstance(part, Source)]
    assert [part.text for part in read] == [part.text for part in plain]
    assert "".join(part.text for part in read) == text
    for part in read[:-1]:
        assert part.text.endswith("\n")
    for part in read:
        for offset in range(len(part.text)):
            assert part.position(offset) == whole.position(part.before + offset)
    lines = Lines(lambda: read)
    numbers = range(1, text.count("\n") + 2)
    assert [lines[number] for number in (*numbers, *reversed(numbers), 1)] == [
        whole.line(number) for number in (*numbers, *reversed(numbers), 1)
    ]
    assert (lines[0], lines[len(numbers) + 1]) == ("", "")


@pytest.mark.usefixtures("small_parts")
def test_a_bad_line_is_an_error_by_itself() -> None:
    found = parts(b"one two three\n" + b"four\n\xe4\r\nfive six\nseven eight nine\nten")
    (error,) = [each for each in found if isinstance(each, SourceError)]
    assert (error.message, error.line) == ("not UTF-8: byte 0xE4 at byte 1 of the line: save it as UTF-8", 3)
    texts = [part.text for part in found if isinstance(part, Source)]
    assert "".join(texts) == "one two three\nfour\n\nfive six\nseven eight nine\nten"


@pytest.mark.usefixtures("small_parts")
def test_what_is_no_text_at_all_is_one_error() -> None:
    found = parts("ä\n".encode("utf-16") * 3 + b"\xff" * 30)
    assert [getattr(each, "message", None) for each in found] == [
        "this is UTF-16, not UTF-8: save the file as UTF-8"
    ]


@pytest.mark.parametrize(
    ("raw", "by_lines"),
    [
        (b"PK\x03\x04\0\0\n\xb5", False),
        (b"PK\x03\x04\0\0\n\xb5", True),
        ("two words\n".encode("utf-16-le"), False),
    ],
)
def test_a_file_that_is_no_text(raw: bytes, by_lines: bool) -> None:
    (error,) = sources("x", BytesIO(raw), by_lines=by_lines)
    assert isinstance(error, SourceError)
    assert (error.message, error.line) == (NO_TEXT, None)


def test_a_nul_in_a_text_is_damage() -> None:
    (source,) = sources("x", BytesIO(b"one\0two"))
    assert isinstance(source, Source)
    assert source.text == "one\0two"


@pytest.mark.usefixtures("small_parts")
def test_a_line_without_end() -> None:
    first, error = parts(b"one\n" + b"x" * 200)
    assert isinstance(first, Source)
    assert isinstance(error, SourceError)
    assert first.text == "one\n"
    assert error.message == "a line of over 0 MiB: each record has to be a line of its own"


@pytest.mark.parametrize("by_lines", [False, True])
def test_damaged_gzip(by_lines: bool) -> None:
    data = gzip.compress(b"".join(b"line %d\n" % i for i in range(100_000)))
    for damaged, expected in (
        (data[: len(data) // 2], "the gzip file is cut off, behind "),
        (data[:1000] + b"\0" * 1000 + data[2000:], "no gzip file, or damaged"),
        (data[:-8] + b"\0" * 8, "no gzip file, or damaged behind 1,088,890 bytes of text (CRC check failed"),
        (b"{}\n", "no gzip file, or damaged (Not a gzipped file"),
    ):
        *read, error = sources("x.gz", BytesIO(damaged), by_lines=by_lines)
        assert isinstance(error, SourceError)
        assert error.message.startswith(expected)
        assert error.message.endswith("copy or compress it once more")
        texts = "".join(part.text for part in read if isinstance(part, Source))
        assert texts.splitlines() == [f"line {i}" for i in range(texts.count("\n"))]
        assert by_lines or not read
