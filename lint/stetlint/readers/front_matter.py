"""YAML and TOML front matter: which bytes it takes, the language it names, and the values that are prose.

Parsers of YAML and TOML either give no positions or take longer for the front matter than stet for the
file. The shapes that a scalar can have are few; tests hold what is read here against a YAML parser.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from stetlint.document import LINE_BREAK, Segment
from stetlint.language.codes import is_language
from stetlint.language.patterns import Pattern
from stetlint.readers.prose import ProseBuilder
from stetlint.source import Source

PROSE_KEYS = frozenset(
    """
    abstract alt blurb caption dek description excerpt headline intro introduction kicker lead lede
    linktitle longdescription metadescription metatitle ogdescription ogtitle pagetitle
    seodescription seotitle shorttitle sidebarlabel sidebartitle standfirst subheading subtitle
    summary tagline teaser title
    """.split()
)

FENCES = (b"---", b"+++")
QUOTES = (b'"', b"'")
# A quoted value: in double marks a backslash escapes, in single ones of YAML a mark stands twice.
DOUBLE = Pattern(rb'"(?:[^"\\]|\\.)*+"', re.DOTALL)
SINGLE = Pattern(rb"'(?:[^']|'')*+'")
LITERAL = Pattern(rb"'[^']*+'")  # of TOML
LANGUAGE = Pattern(
    rb"^(?:lang|language|locale)[ \t]*[:=][ \t]*"
    rb"([\"']?)([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*)\1[ \t]*(?:#.*)?\r?$",
    re.MULTILINE,
)
KEY = Pattern(rb"(?P<indent>[ ]*(?:-[ ]+)*)([\"']?)(?P<key>[\w-]+)\2[ \t]*[:=](?=[ \t\r\n]|$)[ \t]*")
ESCAPE = Pattern(
    r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|\r?\n[ \t]*|.)|''|[ \t]*\r?\n[ \t]*", re.DOTALL
)
NAMED_ESCAPES = {"0": "\0", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r"}
NAMED_ESCAPES |= {"e": "\x1b", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029"}


class FrontMatter(NamedTuple):
    """Where front matter stands, in bytes, half open: as a whole with its fences, and its body."""

    start: int
    end: int
    body_start: int
    body_end: int
    is_toml: bool


def find(data: bytes) -> FrontMatter | None:
    """Return the front matter at the start of a file, None where there is none."""
    fence = data[:3]
    if fence not in FENCES:
        return None
    line_end = data.find(b"\n")
    if line_end < 0 or data[3:line_end].strip():
        return None
    at = line_end
    while at >= 0:
        end = data.find(b"\n", at + 1)
        line = data[at + 1 : end if end >= 0 else len(data)]
        if line.rstrip() == fence or (fence == b"---" and line.rstrip() == b"..."):
            return FrontMatter(0, end + 1 if end >= 0 else len(data), line_end + 1, at + 1, fence == b"+++")
        at = end
    return None


def declared_language(data: bytes) -> str | None:
    """Return the language that the front matter names, as a BCP 47 tag."""
    front = find(data)
    if front is None:
        return None
    match = LANGUAGE.search(data, front.body_start, front.body_end)
    if match is None:
        return None
    tag = match[2].decode().replace("_", "-")
    return tag if is_language(tag) else None


def segments(source: Source, front: FrontMatter, lang: str) -> Iterator[Segment]:
    """Yield the values of the keys that readers of the page see, each as a segment."""
    data = source.data
    at = front.body_start
    while at < front.body_end:
        line_end = line_end_of(data, at, front.body_end)
        match = KEY.match(data, at, line_end)
        if match is None:
            at = line_end
            continue
        indent = len(match["indent"])
        start = match.end()
        end = value_end(data, start, line_end, indent, front)
        key = match["key"].decode(errors="replace").replace("_", "").replace("-", "").lower()
        if key in PROSE_KEYS:
            builder = ProseBuilder(source)
            add_value(builder, data, start, end, front.is_toml)
            prose = builder.build()
            if prose.text:
                yield Segment(prose, "front-matter", lang)
            at = end
        else:
            # The keys below this one are looked at too; the lines of a quoted or block value are not.
            at = end if data[start : start + 1] in (b'"', b"'", b"|", b">") else line_end


def line_end_of(data: bytes, at: int, limit: int) -> int:
    end = data.find(b"\n", at, limit)
    return limit if end < 0 else end + 1


def value_end(data: bytes, start: int, line_end: int, indent: int, front: FrontMatter) -> int:
    """Return the end of the value that begins at ``start`` in a line that ends at ``line_end``."""
    if data[start : start + 1] in QUOTES:
        close = _closing_quote(data, start, front.body_end, front.is_toml)
        return line_end_of(data, close, front.body_end) if close >= 0 else line_end
    if front.is_toml:
        return line_end
    end = line_end
    while end < front.body_end:  # lines that are indented deeper, and blank ones, belong to the value
        following = line_end_of(data, end, front.body_end)
        line = data[end:following]
        if line.strip() and len(line) - len(line.lstrip(b" ")) <= indent:
            break
        end = following
    return end


def _closing_quote(data: bytes, start: int, limit: int, is_toml: bool) -> int:
    """Return where the quotation mark stands that closes the one at ``start``, of three the last; else -1."""
    quote = data[start : start + 1]
    if is_toml and data[start : start + 3] == quote * 3:
        close = data.find(quote * 3, start + 3, limit)
        return close + 2 if close >= 0 else -1
    pattern = DOUBLE if quote == b'"' else LITERAL if is_toml else SINGLE
    match = pattern.match(data, start, limit)
    return match.end() - 1 if match else -1


def add_value(builder: ProseBuilder, data: bytes, start: int, end: int, is_toml: bool) -> None:
    first = data[start : start + 1]
    if first in QUOTES:
        size = 3 if is_toml and data[start : start + 3] == first * 3 else 1
        close = _closing_quote(data, start, end, is_toml) - size + 1
        if close > start:
            text = data[start + size : close].decode()
            _add_scalar(builder, start + size, text, first == b'"', not is_toml)
        return
    if first in (b"|", b">") and not is_toml:
        _add_block(builder, data, line_end_of(data, start, end), end, is_literal=first == b"|")
        return
    if first in (b"[", b"{", b"&", b"*", b"!", b"#", b"%", b"@", b"`", b""):
        return
    text = data[start:end].decode()
    comment = re.search(r"[ \t]#", text)
    if comment:
        text = text[: comment.start()]
    lines = text.split("\n")
    if len(lines) > 1 and any(re.match(rb"[ ]*(?:- |[\w-]+:(?:\s|$))", line.encode()) for line in lines[1:]):
        text = lines[0] if lines[0].strip() else ""
    _add_scalar(builder, start, text.rstrip(), False, False)


def _add_block(builder: ProseBuilder, data: bytes, at: int, end: int, *, is_literal: bool) -> None:
    """Add the lines of a block scalar, without their indentation. A blank line parts, and in a literal scalar
    each line break but in front of a small letter, where somebody wrapped the text by hand."""
    before = None
    is_parted = False
    while at < end:
        line_end = line_end_of(data, at, end)
        line = data[at:line_end]
        body = line.strip()
        if body:
            lead = at + len(line) - len(line.lstrip())
            if before is not None:
                text = body[:4].decode(errors="ignore")
                is_parted = is_parted or (is_literal and not text[:1].islower())
                builder.decoded(before, lead, LINE_BREAK if is_parted else "\n")
            builder.verbatim(lead, lead + len(body), body.decode())
            before = lead + len(body)
        is_parted = not body
        at = line_end


def _add_scalar(builder: ProseBuilder, start: int, text: str, has_escapes: bool, doubles: bool) -> None:
    """Add the text of a scalar at byte ``start``: folded lines, backslash escapes, doubled quotes."""
    at = 0
    byte = start
    for match in ESCAPE.finditer(text):
        token = match[0]
        if (token[0] == "\\" and not has_escapes) or (token == "''" and (has_escapes or not doubles)):
            continue
        plain = text[at : match.start()]
        if plain:
            builder.verbatim(byte, byte + len(plain.encode()), plain)
            byte += len(plain.encode())
        size = len(token.encode())
        builder.decoded(byte, byte + size, _decoded(token))
        byte += size
        at = match.end()
    if text[at:]:
        builder.verbatim(byte, byte + len(text[at:].encode()), text[at:])


def _decoded(token: str) -> str:
    if token == "''":
        return "'"
    if token[0] != "\\":
        return "\n"
    if token[1] in "xuU" and len(token) > 2:
        code = int(token[2:], 16)
        return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
    if token[1] in "\r\n":
        return ""
    return NAMED_ESCAPES.get(token[1], token[1])
