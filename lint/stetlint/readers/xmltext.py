"""XML: its tokens with their places in the file, and the text of an element as prose.

Parsers of XML give places of tags, not of what entities and sections stand for. Nothing is expanded here: an
entity that XML does not know by itself is an OBJECT. What is not well-formed is read as far as it goes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from stetlint.document import Comment
from stetlint.language.patterns import Pattern
from stetlint.readers import messages
from stetlint.readers.prose import ProseBuilder
from stetlint.source import Source

TOKEN = Pattern(
    rb"<!--(?P<comment>(?:[^-]|-(?!-))*+)-->"
    rb"|<!\[CDATA\[(?P<section>(?:[^\]<]|\](?!\]>)|<(?!!\[CDATA\[))*+)\]\]>"
    rb"|<(?P<slash>/?)(?:[A-Za-z_][\w.-]*+:)?+(?P<name>[A-Za-z_][\w.-]*+)"
    rb"(?P<attributes>(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+)>"
    rb"|<[!?][^<>]*+>"
)
ATTRIBUTE = Pattern(rb"([\w.:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
REFERENCE = Pattern(
    rb"&(?:\#(\d{1,7})|\#x([0-9A-Fa-f]{1,6})|([A-Za-z_][\w.-]{0,60}));|(?<![ \t])[ \t]*\r?\n[ \t\r\n]*"
)
NAMED = {b"amp": "&", b"lt": "<", b"gt": ">", b"quot": '"', b"apos": "'"}
AMPERSAND = ord("&")


class Kind(IntEnum):
    """What a token is."""

    START = 0
    END = 1
    EMPTY = 2  # an element without content: <x/>
    TEXT = 3
    SECTION = 4  # of characters: <![CDATA[ ... ]]>
    COMMENT = 5


START, END, EMPTY, TEXT, SECTION, COMMENT = Kind


class Token(NamedTuple):
    """A token, in bytes, half open. ``name`` is without its prefix; ``inside`` are the attributes of a tag,
    or what stands between the marks of a section or a comment."""

    kind: Kind
    name: bytes
    start: int
    end: int
    inside: tuple[int, int]


def tokens(data: bytes) -> Iterator[Token]:
    """Yield the tokens of a file; declarations and instructions are none."""
    at = 0
    for match in TOKEN.finditer(data):
        start, end = match.span()
        if at < start:
            yield Token(TEXT, b"", at, start, (at, start))
        at = end
        group = match.lastgroup
        if group == "attributes":
            inside = match.span("attributes")
            kind = END if match["slash"] else EMPTY if match["attributes"].endswith(b"/") else START
            yield Token(kind, match["name"], start, end, inside)
        elif group is not None:
            yield Token(SECTION if group == "section" else COMMENT, b"", start, end, match.span(group))
    if at < len(data):
        yield Token(TEXT, b"", at, len(data), (at, len(data)))


class Walk:
    """The tokens of a source, one after the other. Comments are put aside where they are met."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.comments: list[Comment] = []
        self._tokens = tokens(source.data)

    def __iter__(self) -> Iterator[Token]:
        return self

    def __next__(self) -> Token:
        for token in self._tokens:
            if token.kind is not COMMENT:
                return token
            words = self.source.data[slice(*token.inside)].decode().strip()
            self.comments.append(Comment(token.start, token.end, words))
        raise StopIteration

    def attributes(self, token: Token) -> dict[str, str]:
        """Return the attributes of a tag, by their names as they are written."""
        found: dict[str, str] = {}
        for match in ATTRIBUTE.finditer(self.source.data, *token.inside):
            value = match[2] if match[2] is not None else match[3]
            found[match[1].decode(errors="replace")] = value.decode()
        return found

    def content(
        self, builder: ProseBuilder, *, shown: frozenset[bytes], hidden: frozenset[bytes] = frozenset()
    ) -> Token | None:
        """Add the content of an element whose start tag was met. Return the end tag that ends it.

        shown    elements that only dress their text
        hidden   elements whose content is no prose; of all others only the tags are none
        """
        opened: list[bytes] = []
        counts: Counter[bytes] = Counter()
        hiding: tuple[int, int] | None = None  # how many were open, and where the element begins that hides
        for token in self:
            kind = token.kind
            if kind is END and not counts[token.name]:
                if hiding is not None:
                    builder.opaque(hiding[1], token.start)
                return token
            if kind is END:
                name = b""
                while name != token.name:
                    name = opened.pop()
                    counts[name] -= 1
                if hiding is not None and len(opened) <= hiding[0]:
                    builder.opaque(hiding[1], token.end)
                    hiding = None
                elif hiding is None and token.name not in shown:
                    builder.opaque(token.start, token.end)
                continue
            if kind is START:
                if hiding is None and (token.name in hidden or self._is_kept(token)):
                    hiding = len(opened), token.start
                elif hiding is None and token.name not in shown:
                    builder.opaque(token.start, token.end)
                opened.append(token.name)
                counts[token.name] += 1
            elif hiding is not None:
                continue
            elif kind is EMPTY:
                builder.opaque(token.start, token.end)
            elif kind is TEXT:
                add_text(builder, token.start, token.end)
            else:
                add_text(builder, *token.inside, is_section=True)
        return None

    def _is_kept(self, token: Token) -> bool:
        """Whether an element says that its text stays as it is."""
        inside = self.source.data[slice(*token.inside)]
        if b"protected" not in inside and b"translate" not in inside:
            return False
        attributes = self.attributes(token)
        return attributes.get("translate") == "no" or attributes.get("mtype") == "protected"


def add_text(builder: ProseBuilder, start: int, end: int, *, is_section: bool = False) -> None:
    """Add the text at [start, end): references are read, but in a section."""
    data = builder.source.data
    at = start
    for match in REFERENCE.finditer(data, start, end):
        if is_section and data[match.start()] == AMPERSAND:
            continue
        if at < match.start():
            builder.verbatim(at, match.start(), data[at : match.start()].decode())
        at = match.end()
        if data[match.start()] != AMPERSAND:
            builder.decoded(match.start(), at, messages.newline(data[at : at + 4].decode(errors="ignore")))
        elif match[3] is None:
            builder.decoded(match.start(), at, _character(match))
        elif match[3] in NAMED:
            builder.decoded(match.start(), at, NAMED[match[3]])
        else:
            builder.opaque(match.start(), at)
    if at < end:
        builder.verbatim(at, end, data[at:end].decode())


def _character(match: re.Match[bytes]) -> str:
    code = int(match[1]) if match[1] is not None else int(match[2], 16)
    return chr(code) if 0 < code < 0xD800 or 0xE000 <= code < 0x110000 else "\ufffd"
