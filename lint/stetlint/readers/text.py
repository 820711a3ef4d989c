"""Plain text: paragraphs, with hard-wrapped lines joined."""

from __future__ import annotations

from stetlint.document import Content, Segment
from stetlint.language.patterns import Pattern
from stetlint.readers.prose import ProseBuilder
from stetlint.source import Source

WIDEST_WRAP = 120  # code points; a text with longer lines is not hard-wrapped
BULLET = Pattern(r"[ \t]*(?:[-*+•‣–—][ \t]|\(?\w{1,3}[.)][ \t])")
RULE = Pattern(r"[ \t]*([-=_*~#+.^])(?:[ \t]*\1){2,}[ \t]*$")
ENDS = ".!?:;…。！？”\"»)“’'"


def declared_language(source: Source) -> str | None:
    """Plain text declares none."""
    return None


def read(source: Source, lang: str) -> Content:
    """Read paragraphs: blank lines part them, and a line break parts them that is no wrap."""
    segments: list[Segment] = []
    block: list[tuple[int, str]] = []
    width = max(map(len, source.text.split("\n")), default=0)
    at = 0
    for line in source.text.split("\n"):
        size = len(line) if source.is_ascii else len(line.encode())
        body = line.rstrip()
        if not body or RULE.match(body):
            _flush(source, block, segments, lang)
        else:
            if block and not _continues(block[-1][1], body, width):
                _flush(source, block, segments, lang)
            block.append((at, line))
        at += size + 1
    _flush(source, block, segments, lang)
    return Content(segments, [], [])


def _continues(line: str, following: str, width: int) -> bool:
    """Whether a line break is a wrap.

    It is one where the next word would not have fitted into the line, and where a sentence is under way
    and goes on with a small letter.
    """
    if BULLET.match(following):
        return False
    line, start = line.rstrip(), following.lstrip()
    if width <= WIDEST_WRAP and len(line) + 1 + len(start.split(None, 1)[0]) > width:
        return True
    return line[-1] not in ENDS and start[0].islower()


def _flush(source: Source, block: list[tuple[int, str]], segments: list[Segment], lang: str) -> None:
    if not block:
        return
    builder = ProseBuilder(source)
    end = 0
    for number, (start, line) in enumerate(block):
        body = line.strip()
        start += len(line[: len(line) - len(line.lstrip())].encode())
        if number:
            if source.data[end:start] == b"\n":
                builder.verbatim(end, start, "\n")
            else:
                builder.decoded(end, start, "\n")
        end = start + len(body.encode())
        builder.verbatim(start, end, body)
    segments.append(Segment(builder.build(), "paragraph", lang))
    block.clear()
