"""Strings with backslash escapes, as JSON, Java and Apple write them."""

from __future__ import annotations

import re
from collections.abc import Callable

from stetlint.language.patterns import Pattern
from stetlint.readers import messages
from stetlint.readers.prose import ProseBuilder

# Two halves of a pair, a code, the end of a line that goes on, any other character.
ESCAPE = Pattern(
    r"\\(?:u[dD][89abAB][0-9A-Fa-f]{2}\\u[dD][c-fC-F][0-9A-Fa-f]{2}|[uU][0-9A-Fa-f]{4}|\r?\n[ \t\f]*|.)",
    re.DOTALL,
)
NAMED = {"b": "\b", "f": "\f", "r": "\r", "t": "\t"}


def add(
    builder: ProseBuilder,
    start: int,
    end: int,
    *,
    escape: Pattern = ESCAPE,
    decode: Callable[[str, str], str] | None = None,
    after: str = "",
) -> None:
    """Add the string that stands at [start, end), in bytes and without its quotes, with its escapes read.

    ``decode`` is given what stands behind the backslash and the next character of the text, which at its end
    is ``after``.
    """
    decode = decode or _decoded
    text = builder.source.data[start:end].decode()
    if "\\" not in text:
        if text:
            builder.verbatim(start, end, text)
        return
    at = 0
    for match in escape.finditer(text):
        plain = text[at : match.start()]
        if plain:
            until = start + len(plain.encode())
            builder.verbatim(start, until, plain)
            start = until
        at = match.end()
        until = start + len(match[0].encode())
        decoded = decode(match[0][1:], text[at : at + 1] or after)
        builder.decoded(start, until, decoded)
        start = until
    if at < len(text):
        builder.verbatim(start, end, text[at:])


def plain(text: str) -> str:
    """Return a string with its escapes read."""
    shown: str = ESCAPE.sub(lambda match: _decoded(match[0][1:], ""), text)
    return shown


def _decoded(code: str, following: str) -> str:
    if code[0] in "uU" and len(code) > 1:
        first = int(code[1:5], 16)
        if len(code) > 5:
            return chr(0x10000 + ((first - 0xD800) << 10) + int(code[7:], 16) - 0xDC00)
        return "\ufffd" if 0xD800 <= first < 0xE000 else chr(first)
    if code == "n":
        return messages.newline(following)
    if code[0] in "\r\n":
        return ""
    return NAMED.get(code, code)
