"""PO: the catalogues of gettext. The translations are the prose, each with its original.

Fuzzy entries are guesses that no program shows, and obsolete ones are shown by none: they are not read.
"""

from __future__ import annotations

import re

from stetlint.document import Comment, Content
from stetlint.language.patterns import Pattern
from stetlint.readers import escapes, messages, paths
from stetlint.readers.prose import ProseBuilder
from stetlint.source import Source

LINE = Pattern(
    rb"^[ \t]*(?:(?P<comment>#[^\n]*)"
    rb"|(?P<keyword>msgid_plural|msgid|msgctxt|msgstr(?:\[\d+\])?)?[ \t]*\"(?P<text>(?:[^\"\\\n]|\\.)*+)"
    rb"|(?P<blank>\r?$))",
    re.MULTILINE,
)
LANGUAGE = Pattern(rb"^\"Language:[ \t]*([A-Za-z]{2,3}(?:[_@-]\w+)*)", re.MULTILINE)
HEADER_SIZE = 10_000  # bytes
ESCAPE = Pattern(r"\\(?:[0-7]{1,3}|x[0-9A-Fa-f]{1,2}|.)", re.DOTALL)
ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
QT_FLAGS = (b"qt-format", b"qt-plural-format", b"kde-format")
ACCELERATOR = Pattern(r"&(?=[^\W_])(?!#?\w+;)|_(?=[^\W_])")

Strings = list[tuple[int, int]]  # where the strings of a field stand, without their quotes: bytes, half open


def declared_language(source: Source) -> str | None:
    """Return the language that the header names, or else the path."""
    match = LANGUAGE.search(source.data, 0, HEADER_SIZE)
    return (match and paths.tag_of(match[1].decode())) or paths.language_of(source.path)


def read(source: Source, lang: str) -> Content:
    """Read the translations of a catalogue."""
    return _Reading(source, lang).content


class _Reading:
    """One pass over the lines of a catalogue."""

    def __init__(self, source: Source, lang: str) -> None:
        self.source = source
        self.lang = lang
        self.content = Content([], [], [])
        self.flags = b""
        self.fields: dict[bytes, Strings] = {}
        self._walk()

    def _walk(self) -> None:
        strings: Strings | None = None  # of the field that goes on
        for match in LINE.finditer(self.source.data):
            if match["text"] is not None:
                keyword: bytes | None = match["keyword"]
                if keyword is not None:
                    if keyword in self.fields or (
                        keyword in (b"msgid", b"msgctxt") and b"msgid" in self.fields
                    ):
                        self._end_entry()
                    strings = self.fields[keyword] = []
                if strings is not None:
                    strings.append(match.span("text"))
            else:
                if self.fields:
                    self._end_entry()
                    strings = None
                if match["comment"] is not None:
                    self._comment(match)
        self._end_entry()

    def _comment(self, match: re.Match[bytes]) -> None:
        comment: bytes = match["comment"]
        if comment.startswith(b"#,"):
            self.flags += comment
        elif b"stet:" in comment:
            start, end = match.span("comment")
            self.content.comments.append(Comment(start, end, comment.decode().lstrip("#. ").strip()))

    def _end_entry(self) -> None:
        """Make segments of the translations of the entry."""
        fields, flags = self.fields, self.flags
        if not fields:
            return
        self.fields, self.flags = {}, b""
        original = fields.get(b"msgid", [])
        if b"fuzzy" in flags or all(start == end for start, end in original):
            return
        is_qt = any(flag in flags for flag in QT_FLAGS)
        for keyword, strings in fields.items():
            if not keyword.startswith(b"msgstr") or all(start == end for start, end in strings):
                continue
            if keyword not in (b"msgstr", b"msgstr[0]"):
                original = fields.get(b"msgid_plural", original)
            builder = self._builder(original)
            accelerators = ACCELERATOR.findall("".join(builder.parts))
            accelerator = accelerators[0] if len(accelerators) == 1 else ""
            first = messages.proses_of(builder, accelerator=accelerator, is_qt=is_qt)
            text = self._builder(strings)
            segments = messages.segments(text, self.lang, first, accelerator=accelerator, is_qt=is_qt)
            self.content.segments.extend(segments)

    def _builder(self, strings: Strings) -> ProseBuilder:
        data = self.source.data
        builder = ProseBuilder(self.source)
        for i, (start, end) in enumerate(strings):
            following = data[slice(*strings[i + 1])].decode()[:1] if i + 1 < len(strings) else ""
            escapes.add(builder, start, end, escape=ESCAPE, decode=_decoded, after=following)
        return builder


def _decoded(code: str, following: str) -> str:
    """Return what an escape stands for."""
    if code == "n":
        return messages.newline(following)
    if code.isdigit() and code.isascii():
        return chr(int(code, 8)) if code.strip("89") == code else code
    if code[0] == "x" and len(code) > 1:
        return chr(int(code[1:], 16))
    return ESCAPES.get(code, code)
