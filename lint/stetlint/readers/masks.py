"""What stands in Markdown but is none: template tags, directives, MDX. It is covered before parsing.

A covered stretch keeps its length in bytes, so every offset stays what it is; the parser takes the MASK
bytes for a word, and the reader makes one OBJECT character of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from stetlint.language.patterns import Pattern
from stetlint.readers.front_matter import FrontMatter
from stetlint.readers.prose import MASK

LONGEST_TAG = 4000  # bytes; a template tag that is not closed within is none
OPENING = Pattern(rb"\{\{\{?[<%]?|\{[%#:]")
CLOSING = {
    b"{{": (b"}}",),
    b"{{{": (b"}}}", b"}}"),
    b"{{<": (b">}}",),
    b"{{%": (b"%}}",),
    b"{%": (b"%}",),
    b"{#": (b"#}", b"}"),  # a comment of Jinja, an attribute list of Pandoc
    b"{:": (b"}",),  # an attribute list of kramdown
}
# Tags that hold code, of Hugo and of Liquid, and the tag that ends each.
PAIRED = Pattern(
    rb"(?:\{\{[<%]|\{%-?)[ \t]*"
    rb"(highlight|codeblock|codenew|code|comment|gist|katex|math|mermaid|raw|verbatim|chart)\b"
)
DIRECTIVES = Pattern(
    rb"^[ \t>]*(?P<mark>:{3,}(?:image[ \t][^\n]*:::|[ \t]*(?:moniker|zone|row|column)[^\n]*"
    rb"|[ \t]*\{[^}\n]*\}|[ \t]*[\w-]*))",
    re.MULTILINE,
)
ADMONITIONS = Pattern(rb"^[ \t]*(?P<mark>(?:!!!|\?\?\?)\+?[ \t]+[\w-]+)", re.MULTILINE)
MDX_LINES = Pattern(rb"^(?:import|export)[ \t{*](?:[^\n]|\n(?![ \t]*\r?\n))*", re.MULTILINE)
FENCES = Pattern(
    rb"^[ \t>]*(```+|~~~+)[^\n]*\n(?:.*?^[ \t>]*\1[`~]*[ \t]*\r?$|.*\Z)|`[^`\n]+`", re.MULTILINE | re.DOTALL
)


def find(data: bytes, is_mdx: bool) -> list[tuple[int, int]]:
    """Return the stretches to cover, in bytes, half open, sorted and apart."""
    found: list[tuple[int, int]] = []
    if b"{{" in data or b"{%" in data or b"{#" in data or b"{:" in data:
        found.extend(_templates(data))
    if b":::" in data:
        found.extend(match.span("mark") for match in DIRECTIVES.finditer(data))
    if b"!!! " in data or b"??? " in data or b"???+" in data:
        found.extend(match.span("mark") for match in ADMONITIONS.finditer(data))
    if is_mdx:
        found.extend(_mdx(data))
    if MASK.encode() in data:
        found.extend(match.span() for match in re.finditer(b"\x1a+", data))
    found.sort()
    apart: list[tuple[int, int]] = []
    for start, end in found:
        if apart and start < apart[-1][1]:
            apart[-1] = (apart[-1][0], max(apart[-1][1], end))
        else:
            apart.append((start, end))
    return apart


def _templates(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield the template tags; those that hold code with all that is in them."""
    unclosed: set[bytes] = set()
    at = 0
    while opening := OPENING.search(data, at):
        start = opening.start()
        at = end = opening.end()
        for mark in CLOSING.get(opening[0], (b"}}",)):
            close = data.find(mark, at, start + LONGEST_TAG)
            if close >= 0 and b"\n\n" not in data[at:close]:
                end = close + len(mark)
                break
        if end == at:
            continue
        paired = PAIRED.match(data, start)
        if paired and paired[1] not in unclosed:
            ending = re.compile(
                rb"\{\{[<%%][ \t]*/[ \t]*%b[ \t]*[>%%]\}\}|\{%%-?[ \t]*end%b[ \t]*-?%%\}"
                % (paired[1], paired[1])
            ).search(data, end)
            if ending:
                end = ending.end()
            else:
                unclosed.add(paired[1])
        yield start, end
        at = end


def _mdx(data: bytes) -> list[tuple[int, int]]:
    """Return the imports, exports and expressions of MDX; code is left alone."""
    code = [match.span() for match in FENCES.finditer(data)]
    found = [match.span() for match in MDX_LINES.finditer(data)]
    depth = 0
    begin = 0
    for match in re.finditer(rb"\\[{}]|[{}]", data):
        token = match[0]
        if token == b"{":
            if not depth:
                begin = match.start()
            depth += 1
        elif token == b"}" and depth:
            depth -= 1
            if not depth:
                found.append((begin, match.end()))
    blocked = iter(code)
    fence = next(blocked, None)
    kept = []
    for start, end in sorted(found):
        while fence is not None and fence[1] <= start:
            fence = next(blocked, None)
        if fence is None or start < fence[0]:
            kept.append((start, end))
    return kept


def cover(data: bytes, front: FrontMatter | None, masked: list[tuple[int, int]]) -> bytes:
    """Return the data with the masked stretches covered and the front matter blank."""
    parts = []
    at = 0
    if front is not None:
        parts.append(b"\n" * front.end)
        at = front.end
    for start, end in masked:
        if start >= at:
            parts.append(data[at:start])
            parts.append(MASK.encode() * (end - start))
            at = end
    parts.append(data[at:])
    return b"".join(parts)
