"""What the reader of subtitles makes of cues: sentences."""

from __future__ import annotations

import pytest

from stetlint.document import Content
from stetlint.readers import subtitles
from stetlint.source import Source


def read(text: str) -> Content:
    return subtitles.read(Source("x.srt", text.encode()), "en")


def srt(*cues: str) -> str:
    times = "00:00:{:02},000 --> 00:00:{:02},500"
    return "\n".join(f"{i}\n{times.format(i, i)}\n{cue}\n" for i, cue in enumerate(cues, 1))


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("cues", "expected"),
    [
        (["One sentence.", "Another one."], ["One sentence.", "Another one."]),
        (
            ["A sentence goes", "on in\ntwo cues. And", "John here."],
            ["A sentence goes\non in\ntwo cues. And\nJohn here."],
        ),
        (["- Who?\n- Me.", "- Why not\nyou?"], ["- Who?", "- Me.", "- Why not\nyou?"]),
        (["I was...", "...there."], ["I was...\n...there."]),
        (["I was...", "There it is."], ["I was...", "There it is."]),
        (["你好", "我很好", "再见"], ["你好", "我很好", "再见"]),
        (["we were", "at home", "Then he"], ["we were\nat home", "Then he"]),
        (["<i>A</i> {\\an8}b <3 &amp; c", "[MUSIC]", "♪ la ♪"], ["A b <3 & c", "[MUSIC]", "♪ la ♪"]),
        (["He said: “A.", "B.”", "C."], ["He said: “A.\nB.”", "C."]),
        (['"A.', 'B."', "„C.", "D.“ E."], ['"A.\nB."', "„C.\nD.“ E."]),
        (["Ä 😀", "", "b."], ["Ä 😀\nb."]),
        ([], []),
    ],
)
def test_sentences(cues: list[str], expected: list[str], newline: str) -> None:
    text = srt(*cues).replace("\n", newline)
    segments = read(text).segments
    assert [s.text for s in segments] == expected
    for segment in segments:
        for start, end, span in segment.prose.verbatim_in(0, len(segment.text)):
            assert text[span.start : span.end] == segment.text[start:end]


def test_positions() -> None:
    source = Source("x.srt", srt("He saw <i>the", "the</i> sea.").encode())
    (segment,) = subtitles.read(source, "en").segments
    assert segment.text == "He saw the\nthe sea."
    span = segment.prose.to_source(7, 14)
    assert source.position(span.start) == (3, 11)
    assert source.position(span.end) == (7, 4)


def test_cues_without_a_blank_line_between() -> None:
    assert [s.text for s in read(srt("A.", "B 2.", "C.").replace("\n\n", "\n")).segments] == [
        "A.",
        "B 2.",
        "C.",
    ]


def test_webvtt() -> None:
    text = """WEBVTT
Kind: captions
Language: pt-BR

STYLE
::cue { color: red }

NOTE stet: ignore doubled-word
and more

intro
00:01.000 --> 00:02.000 align:start
<v Bob>A <c.yellow>b</c> <00:01.500>c

00:02.000 --> 00:03.000
d.
"""
    source = Source("x.vtt", text.encode())
    assert subtitles.declared_language(source) == "pt-BR"
    content = subtitles.read(source, "pt")
    assert [s.text for s in content.segments] == ["A b c\nd."]
    assert [c.text for c in content.comments] == ["stet: ignore doubled-word\nand more"]


@pytest.mark.parametrize(("path", "lang"), [("film.de.srt", "de"), ("de/film.srt", "de"), ("film.srt", None)])
def test_declared_language(path: str, lang: str | None) -> None:
    assert subtitles.declared_language(Source(path, b"1\n")) == lang
