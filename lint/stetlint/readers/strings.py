"""Apple's .strings: "key" = "text"; with comments."""

from __future__ import annotations

import re
from collections.abc import Sequence

from stetlint.document import Comment, Content, Prose
from stetlint.language.patterns import Pattern
from stetlint.readers import broken, escapes, messages, paths
from stetlint.readers.prose import ProseBuilder
from stetlint.source import Source

ENTRY = Pattern(
    rb"/\*(?P<comment>(?:[^*/]|\*(?!/)|/(?!\*))*+)\*/|//(?P<line>[^\n]*)"
    rb"|(?:\"(?P<key>(?:[^\"\\]|\\.)*+)\"|(?<![\w.-])[\w.-]++)\s*+=\s*+\"(?P<text>(?:[^\"\\]|\\.)*+)\"\s*+;"
    rb"|(?:\"(?:[^\"\\]|\\.)*+\"|(?<![\w.-])[\w.-]++)\s*+=\s*+[\w.$/-]++\s*+;"  # a value without marks
    rb"|(?P<stray>\"(?:[^\"\\]|\\.)*+\"?)",  # one of no entry: not to be tried from each mark in it again
    re.DOTALL,
)
OTHER_FORMS = (b"<", b"{", b"(", b"bplist")  # a property list may be written in other ways as well
NO_ENTRY = 'no entry ("key" = "text";) whose texts have a backslash in front of each quotation mark'


def declared_language(source: Source) -> str | None:
    """Return the language that the path names: de.lproj/Localizable.strings."""
    return paths.language_of(source.path)


def read(source: Source, lang: str) -> Content:
    """Read the texts of a file; a key that is a text itself is the original."""
    content = Content([], [], [])
    data = source.data
    at, wrong = 0, None  # where the last entry or comment ends, and where first something else begins
    for match in ENTRY.finditer(data):
        if wrong is None and (match["stray"] is not None or data[at : match.start()].strip()):
            wrong = at
        at = match.end()
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
    rest = data[at if wrong is None else wrong :].lstrip()
    if not rest or data.lstrip().startswith(OTHER_FORMS):
        return content
    return content._replace(complaints=broken.at_byte(source, len(data) - len(rest), NO_ENTRY))
