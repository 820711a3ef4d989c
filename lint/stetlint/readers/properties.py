"""Java's .properties: key = text, with lines that go on behind a backslash."""

from __future__ import annotations

import re

from stetlint.document import Comment, Content
from stetlint.language.patterns import Pattern
from stetlint.readers import escapes, messages, paths
from stetlint.readers.prose import ProseBuilder
from stetlint.source import Source

ENTRY = Pattern(
    rb"^[ \t\f]*+(?:(?P<comment>[\#!][^\n]*)"
    rb"|(?P<key>(?:[^\\=: \t\f\r\n]|\\.)++)[ \t\f]*+[=:]?[ \t\f]*+(?P<text>(?:[^\\\r\n]|\\\r?\n|\\.)*+))",
    re.MULTILINE,
)
APOSTROPHES = Pattern(rb"''")  # where a text has arguments, one apostrophe is written as two


def declared_language(source: Source) -> str | None:
    """Return the language that the path names: messages_de.properties."""
    return paths.language_of(source.path)


def read(source: Source, lang: str) -> Content:
    """Read the texts of a file."""
    content = Content([], [], [])
    for match in ENTRY.finditer(source.data):
        if match["comment"] is not None:
            start, end = match.span("comment")
            comment: bytes = match["comment"].rstrip()
            content.comments.append(Comment(start, start + len(comment), comment[1:].decode().strip()))
            continue
        builder = ProseBuilder(source)
        start, end = match.span("text")
        if b"{0" in match["text"] and b"''" in match["text"]:
            for quote in APOSTROPHES.finditer(source.data, start, end):
                escapes.add(builder, start, quote.start())
                start = quote.end()
                builder.decoded(quote.start(), start, "'")
        escapes.add(builder, start, end)
        content.segments.extend(messages.segments(builder, lang))
    return content
