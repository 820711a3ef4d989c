"""Android's string resources: strings.xml, with plurals and arrays."""

from __future__ import annotations

import re

from stetlint.document import Content, Prose
from stetlint.language.patterns import Pattern
from stetlint.readers import broken, messages, paths
from stetlint.readers.prose import ProseBuilder
from stetlint.readers.xmltext import START, Walk
from stetlint.source import Source

# In a string g (xliff:g) holds what is put in for it.
SHOWN = frozenset(b"a annotation b big em font i li small span strike strong sub sup tt u ul".split())
HIDDEN = frozenset((b"g",))
LISTS = frozenset((b"plurals", b"string-array", b"array"))
ESCAPE = Pattern(r"\\(?:u[0-9A-Fa-f]{4}|.)|(?<!\\)\"", re.DOTALL)
ESCAPES = {"n": "\n", "t": " "}


def declared_language(source: Source) -> str | None:
    """Return the language that the path names: res/values-pt-rBR/strings.xml."""
    return paths.language_of(source.path)


def read(source: Source, lang: str) -> Content:
    """Read the strings of a file."""
    walk = Walk(source)
    content = Content([], [], walk.comments, broken.not_xml(source))
    is_kept = False
    for token in walk:
        if token.kind is not START:
            continue
        if token.name in LISTS:
            is_kept = walk.attributes(token).get("translatable") == "false"
        elif token.name in (b"string", b"item"):
            is_own = token.name == b"string"
            builder = ProseBuilder(source)
            is_hidden = walk.attributes(token).get("translatable") == "false" or (is_kept and not is_own)
            walk.content(builder, shown=SHOWN, hidden=HIDDEN)
            text = _unescaped(builder)
            if not is_hidden and not "".join(text.parts).lstrip().startswith(("@", "?attr")):
                content.segments.extend(messages.segments(text, lang))
    return content


def _unescaped(builder: ProseBuilder) -> ProseBuilder:
    """Return the text with backslash escapes read, and without the quotation marks that only keep blanks."""
    text = "".join(builder.parts)
    if "\\" not in text and '"' not in text:
        return builder
    prose = Prose(text, builder.pieces, builder.source)
    read = ProseBuilder(builder.source)
    at = 0
    for match in ESCAPE.finditer(text):
        read.part_of(prose, at, match.start())
        at = match.end()
        escape = match[0]
        if escape == '"':
            continue
        if escape[1] == "u" and len(escape) > 2:
            code = int(escape[2:], 16)
            decoded = "\ufffd" if 0xD800 <= code < 0xE000 else chr(code)
        elif escape[1] == "n":
            decoded = messages.newline(text[at:])
        else:
            decoded = ESCAPES.get(escape[1], escape[1])
        read.decoded(*prose.to_bytes(match.start(), at), decoded)
    read.part_of(prose, at, len(text))
    return read
