"""JSON resources: the strings of a program by their keys, in objects and lists of any depth.

Keys with "@" or "$" in front speak of others. In the messages of a browser extension (_locales) the texts are
those of the key "message".
"""

from __future__ import annotations

from collections.abc import Iterator

from stetlint.document import BLANKED, GONE, Content
from stetlint.language.patterns import Pattern
from stetlint.readers import broken, escapes, messages, paths
from stetlint.readers.prose import ProseBuilder
from stetlint.source import Source

TOKEN = Pattern(
    rb"\"(?P<string>(?:[^\"\\\n]|\\[^\n])*+)\"|(?P<mark>[{}\[\],])|//[^\n]*|/\*(?:[^*/]|\*(?!/)|/(?!\*))*+\*/"
    rb"|\"(?:[^\"\\\n]|\\[^\n])*+"  # one that is not closed: not to be tried from each quote in it again
)
LAST_COMMA = Pattern(rb",(?=\s*+[}\]])")
NO_COPY = ("@", "$", "_comment", "//")
LANGUAGE_KEY = Pattern(rb"\"@@locale\"\s*:\s*\"([\w-]+)\"")

Span = tuple[int, int]


def declared_language(source: Source) -> str | None:
    """Return the language that ARB's @@locale or the path names."""
    match = LANGUAGE_KEY.search(source.data, 0, 10_000)
    return paths.declared(match, source.path)


def read(source: Source, lang: str) -> Content:
    """Read the strings of a file."""
    content = Content([], [], [], complaints(source))
    path = source.path.replace("\\", "/")
    is_extension = "/_locales/" in f"/{path}"
    message_of: Span | None = None  # the key of the object whose message was met
    for keys, places, value in strings(source.data):
        if is_extension and (len(keys) != 2 or keys[1] != "message"):
            continue
        if not keys or any(key.startswith(NO_COPY) for key in keys[-3:]) or keys[0].startswith(NO_COPY):
            continue
        if len(keys) > 1 and keys[-1] == "message":
            message_of = places[-2]
        elif len(keys) > 1 and keys[-1] == "description" and places[-2] == message_of:
            continue  # it tells translators where the message stands
        add(content, source, value, lang)
    return content


def complaints(source: Source) -> broken.Complaints:
    """Return what keeps a file from being JSON, with comments and commas behind the last value let pass."""
    if not source.text.strip() or not broken.not_json(source.text):
        return []
    data = TOKEN.sub(lambda match: _blanked(match[0]), source.data)
    return broken.not_json(LAST_COMMA.sub(b" ", data).decode())


def _blanked(token: bytes) -> bytes:
    return token.translate(BLANKED).translate(None, GONE) if token.startswith(b"/") else token


def add(content: Content, source: Source, value: Span, lang: str) -> None:
    """Add the string at ``value`` (bytes, without its quotes) as a segment."""
    builder = ProseBuilder(source)
    escapes.add(builder, *value)
    content.segments.extend(messages.segments(builder, lang))


def strings(
    data: bytes, start: int = 0, end: int | None = None
) -> Iterator[tuple[list[str], list[Span], Span]]:
    """Yield the strings that are values: the keys above each, where these stand, and where it stands itself.

    Only [start, end) is read. Places are bytes, half open, without the quotes. The lists change as the walk
    goes on; a list of JSON has no key. What is no JSON is read as far as it goes.
    """
    keys: list[str] = []
    places: list[Span] = []
    around: list[bool] = []  # whether each thing that is open is an object
    has_key = False
    for match in TOKEN.finditer(data, start, len(data) if end is None else end):
        mark = match["mark"]
        if match["string"] is not None:
            span = match.span("string")
            if around and around[-1] and not has_key:
                keys.append(escapes.plain(match["string"].decode()))
                places.append(span)
                has_key = True
            else:
                yield keys, places, span
        elif mark in (b"{", b"["):
            around.append(mark == b"{")
            has_key = False
        elif mark is not None:
            if has_key and around and around[-1]:
                keys.pop()
                places.pop()
            has_key = False
            if mark != b",":
                if around:
                    around.pop()
                has_key = bool(around) and around[-1] and bool(keys)
