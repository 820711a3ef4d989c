"""Plain text: what is a paragraph."""

from __future__ import annotations

import pytest

from stetlint.readers import text
from stetlint.source import Source


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("a b\n\nc", ["a b", "c"]),
        (
            "The first line is wrapped where it is full\nBecause of its width.\nNext",
            ["The first line is wrapped where it is full\nBecause of its width.", "Next"],
        ),
        ("One paragraph.\nAnother paragraph.", ["One paragraph.", "Another paragraph."]),
        ("a sentence\ngoes on", ["a sentence\ngoes on"]),
        ("A Title\n=======\nText", ["A Title", "Text"]),
        ("- one\n- two\n  goes on", ["- one", "- two\ngoes on"]),
        ("He wrote\n> that it\n> is so", ["He wrote", "that it\nis so"]),
        ("a page\fb page", ["a page\fb page"]),
        ("a page\n\fthe next", ["a page", "the next"]),
        ("這" * 40 + "\n這是另一行。", ["這" * 40 + "\n這是另一行。"]),
        ("ä wrapped\r\n  line\r\n", ["ä wrapped\nline"]),
    ],
)
def test_paragraphs(lines: str, expected: list[str]) -> None:
    source = Source("x", lines.encode())
    segments = text.read(source, "en").segments
    assert [segment.text for segment in segments] == expected
    for segment in segments:
        for start, end, span in segment.prose.verbatim_in(0, len(segment.text)):
            assert lines[span.start : span.end] == segment.text[start:end]
