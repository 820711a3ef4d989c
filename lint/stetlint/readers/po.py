"""PO: the catalogues of gettext. The translations are the prose, each with its original.

Fuzzy entries are guesses that no program shows, and obsolete ones are shown by none: they are not read.
"""

from __future__ import annotations

import re

from stetlint.document import Comment, Content
from stetlint.language.patterns import Pattern, compiled
from stetlint.readers import broken, escapes, messages, paths
from stetlint.readers.prose import ProseBuilder
from stetlint.source import Source

STRING = Pattern(rb"\"((?:[^\"\\\n]|\\.)*+)\"?+")
# Comments up to the next line that is none, or a field with all of its strings.
PART = Pattern(
    rb"^[ \t]*+(?:(?P<comments>#[^\n]*+(?:\n[ \t]*+#[^\n]*+)*+)"
    rb"|(?P<keyword>msgid_plural|msgid|msgctxt|msgstr(?:\[\d+\])?+)[ \t]*+"
    rb"(?P<strings>\"(?:[^\"\\\n]|\\.)*+\"?+(?:[ \t\r]*+\n[ \t]*+\"(?:[^\"\\\n]|\\.)*+\"?+)*+))",
    re.MULTILINE,
)
# A line that no catalogue has: no comment and no field; a string that does not end, or with words behind it.
BROKEN = (
    r"(?m)^[ \t]*(?:[^#\"md \t\r\n]|[md][a-z_]*(?:\[[0-9]+\])?(?:[^a-z_\[\" \t\r\n]|[ \t]+[^\[\" \t\r\n])"
    r"|(?:[md][a-z_]*(?:\[[0-9]+\])?[ \t]*)?\"(?:[^\"\\\n]|\\[^\n])*(?:\\?$|\"[ \t]*[^\"# \t\r\n]))"
)
NO_LINE = 'no line of a catalogue: texts stand in quotation marks, and each " in them behind a backslash'
MARKS = b'" \t\r\n'  # around and between the strings of a field
LANGUAGE = Pattern(rb"^\"Language:[ \t]*([A-Za-z]{2,3}(?:[_@-]\w+)*)", re.MULTILINE)
HEADER_SIZE = 10_000  # bytes
ESCAPE = Pattern(r"\\(?:[0-7]{1,3}|x[0-9A-Fa-f]{1,2}|.)", re.DOTALL)
ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
QT_FLAGS = (b"qt-format", b"qt-plural-format", b"kde-format")
ACCELERATOR = Pattern(r"&(?=[^\W_])(?!#?\w+;)|_(?=[^\W_])")

Span = tuple[int, int]  # bytes, half open


def declared_language(source: Source) -> str | None:
    """Return the language that the header names, or else the path."""
    match = LANGUAGE.search(source.data, 0, HEADER_SIZE)
    return paths.declared(match, source.path)


def read(source: Source, lang: str) -> Content:
    """Read the translations of a catalogue."""
    return _Reading(source, lang).content


class _Reading:
    """One pass over the lines of a catalogue."""

    def __init__(self, source: Source, lang: str) -> None:
        self.source = source
        self.lang = lang
        self.content = Content([], [], [], _complaints(source))
        self.flags: list[bytes] = []
        self.fields: dict[bytes, Span] = {}
        self._walk()

    def _walk(self) -> None:
        for match in PART.finditer(self.source.data):
            keyword: bytes | None = match["keyword"]
            if keyword is None:
                self._end_entry()
                self._comments(match)
                continue
            fields = self.fields
            if keyword in fields or (keyword in (b"msgid", b"msgctxt") and b"msgid" in fields):
                self._end_entry()
            self.fields[keyword] = match.span("strings")
        self._end_entry()

    def _comments(self, match: re.Match[bytes]) -> None:
        comments: bytes = match["comments"]
        if b"#," not in comments and b"stet:" not in comments:
            return
        start = match.start("comments")
        for line in comments.split(b"\n"):
            comment = line.strip()
            if comment.startswith(b"#,"):
                self.flags.append(comment)
            elif b"stet:" in comment:
                at = start + line.index(b"#")
                words = comment.decode().lstrip("#. ").strip()
                self.content.comments.append(Comment(at, at + len(line) - line.index(b"#"), words))
            start += len(line) + 1

    def _end_entry(self) -> None:
        """Make segments of the translations of the entry."""
        fields = self.fields
        if not fields:
            return
        flags = b"".join(self.flags)
        self.fields, self.flags = {}, []
        if b"fuzzy" in flags or self._is_empty(original := fields.get(b"msgid", (0, 0))):
            return
        is_qt = bool(flags) and any(flag in flags for flag in QT_FLAGS)
        for keyword, place in fields.items():
            if not keyword.startswith(b"msgstr") or self._is_empty(place):
                continue
            if keyword not in (b"msgstr", b"msgstr[0]"):
                original = fields.get(b"msgid_plural", original)
            builder = self._builder(original)
            accelerators = ACCELERATOR.findall("".join(builder.parts))
            accelerator = accelerators[0] if len(accelerators) == 1 else ""
            first = messages.proses_of(builder, accelerator=accelerator, is_qt=is_qt)
            text = self._builder(place)
            segments = messages.segments(text, self.lang, first, accelerator=accelerator, is_qt=is_qt)
            self.content.segments.extend(segments)

    def _is_empty(self, place: Span) -> bool:
        """Whether there is nothing in the strings of a field but blanks."""
        return not self.source.data[slice(*place)].strip(MARKS)

    def _builder(self, place: Span) -> ProseBuilder:
        data = self.source.data
        builder = ProseBuilder(self.source)
        start, end = place
        if data.find(b"\n", start, end) < 0 and data.endswith(b'"', start + 1, end):
            escapes.add(builder, start + 1, end - 1, escape=ESCAPE, decode=_decoded)
            return builder
        strings = [match.span(1) for match in STRING.finditer(data, *place)]
        for i, (start, end) in enumerate(strings, 1):
            following = data[slice(*strings[i])].decode()[:1] if i < len(strings) else ""
            escapes.add(builder, start, end, escape=ESCAPE, decode=_decoded, after=following)
        return builder


def _complaints(source: Source) -> broken.Complaints:
    match = compiled(BROKEN).search(source.data)
    return [] if match is None else broken.at_byte(source, match.end() - 1, NO_LINE)


def _decoded(code: str, following: str) -> str:
    """Return what an escape stands for."""
    if code == "n":
        return messages.newline(following)
    if code.isdigit() and code.isascii():
        return chr(int(code, 8)) if code.strip("89") == code else code
    if code[0] == "x" and len(code) > 1:
        return chr(int(code[1:], 16))
    return ESCAPES.get(code, code)
