"""Apple's .strings: "key" = "text"; with comments."""

from __future__ import annotations

import re
from collections.abc import Sequence

from stetlint.document import Comment, Content, Prose
from stetlint.language.patterns import Pattern
from stetlint.readers import escapes, messages, paths
from stetlint.readers.prose import ProseBuilder
from stetlint.source import Source

ENTRY = Pattern(
    rb"/\*(?P<comment>(?:[^*/]|\*(?!/)|/(?!\*))*+)\*/|//(?P<line>[^\n]*)"
    rb"|(?:\"(?P<key>(?:[^\"\\]|\\.)*+)\"|[\w.-]++)\s*+=\s*+\"(?P<text>(?:[^\"\\]|\\.)*+)\"\s*+;"
    rb"|\"(?:[^\"\\]|\\.)*+\"?",  # a string of no entry: not to be tried from each quote in it again
    re.DOTALL,
)


def declared_language(source: Source) -> str | None:
    """Return the language that the path names: de.lproj/Localizable.strings."""
    return paths.language_of(source.path)


def read(source: Source, lang: str) -> Content:
    """Read the texts of a file; a key that is a text itself is the original."""
    content = Content([], [], [])
    for match in ENTRY.finditer(source.data):
        if match["text"] is not None:
            builder = ProseBuilder(source)
            escapes.add(builder, *match.span("text"))
            originals: Sequence[Prose] = ()
            if match["key"] is not None and b" " in match["key"]:
                original = ProseBuilder(source)
                escapes.add(original, *match.span("key"))
                originals = messages.proses_of(original)
            content.segments.extend(messages.segments(builder, lang, originals))
            continue
        words = match["comment"] if match["comment"] is not None else match["line"]
        if words is not None:
            content.comments.append(Comment(match.start(), match.end(), words.decode().strip()))
    return content
