"""PO: the catalogues of gettext. The translations are the prose, each with its original.

Fuzzy entries are guesses that no program shows, and obsolete ones are shown by none: they are not read. Nor
are blocks of code.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from typing import Any

from stetlint.document import VERBATIM, Comment, Content, Prose, Segment
from stetlint.language.patterns import Pattern, compiled
from stetlint.readers import broken, escapes, messages, paths
from stetlint.readers.prose import ProseBuilder
from stetlint.source import Source

STRING = Pattern(rb"\"((?:[^\"\\\n]++|\\.)*+)\"?+")
_STRINGS = rb"[ \t]*+(%s\"(?:[^\"\\\n]++|\\.)*+\"?+(?:[ \t\r]*+\n[ \t]*+\"(?:[^\"\\\n]++|\\.)*+\"?+)*+)"
# The rest of a line, and lines that belong to nothing.
_GAP = rb"[^\n]*+(?:\n[ \t]*+(?!#|msg(?:id|str|ctxt))[^\n]*+)*+\n[ \t]*+"
# The comments of an entry and its fields, as many as there are. Obsolete entries are no comments of the next.
ENTRY = Pattern(
    rb"^[ \t]*+(?=[#m])(?P<comments>(?:#(?!~)[^\n]*+\n\s*+)*+)"
    + rb"(?:msgctxt" + _STRINGS % b"?:" + _GAP + rb")?+"
    + rb"(?:msgid" + _STRINGS % b"?P<original>"
    + rb"(?:" + _GAP + rb"msgid_plural" + _STRINGS % b"?P<plural>" + rb")?+"
    + rb"(?:" + _GAP + rb"msgstr" + _STRINGS % b"?P<text>" + rb")?+"
    + rb"(?P<forms>(?:" + _GAP + rb"msgstr\[\d+\]" + _STRINGS % b"?:" + rb")*+))?+",
    re.MULTILINE,
)  # fmt: skip
FORM = Pattern(rb"^[ \t]*+msgstr\[(\d+)\]" + _STRINGS % b"", re.MULTILINE)
FLAGS = Pattern(rb"^[ \t]*+#,[^\n]*+", re.MULTILINE)
COMMENT = Pattern(rb"^[ \t]*+(#[^\n]*+)", re.MULTILINE)
# What stands in a field in another way than in prose; addresses do so too.
SPECIAL = Pattern(r"[<%${&`@|\\_\n]")
ACCELERATORS = "&_"
SIZE = 6  # numbers that a segment is made of
QUOTE = ord('"')
# A line that no catalogue has: no comment and no field; a string that does not end, or with words behind it.
BROKEN = (
    r"(?m)^[ \t]*(?:[^#\"md \t\r\n]|[md][a-z_]*(?:\[[0-9]+\])?(?:[^a-z_\[\" \t\r\n]|[ \t]+[^\[\" \t\r\n])"
    r"|(?:[md][a-z_]*(?:\[[0-9]+\])?[ \t]*)?\"(?:[^\"\\\n]|\\[^\n])*(?:\\?$|\"[ \t]*[^\"# \t\r\n]))"
)
NO_LINE = 'no line of a catalogue: texts stand in quotation marks, and each " in them behind a backslash'
MARKS = b'" \t\r\n'  # around and between the strings of a field
LANGUAGE = Pattern(rb"^\"Language:[ \t]*([A-Za-z]{2,3}(?:[_@-]\w+)*)", re.MULTILINE)
# The first line of a function or a class, or what is typed at the prompt of Python.
CODE = Pattern(rb"^[ \t]*+\"(?:>>> |(?:async )?def \w+\(|class \w+(?:\([^)\"\n]*\))?:\\n)", re.MULTILINE)
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
    catalogue = _Catalogue(source, lang)
    segments, comments = list(catalogue.segments()), list(_comments(source.data))
    return Content(segments, [], comments, _complaints(source), stretches=catalogue.stretches)


def _complaints(source: Source) -> broken.Complaints:
    match = compiled(BROKEN).search(source.data)
    return [] if match is None else broken.at_byte(source, match.end() - 1, NO_LINE)


def _comments(data: bytes) -> Iterator[Comment]:
    for match in COMMENT.finditer(data) if b"stet:" in data else ():
        if b"stet:" in match[1]:
            start, end = match.span(1)
            yield Comment(start, end, match[1].decode().lstrip("#. ").strip())


class _Translation(Segment):
    """A segment of which only the text is made; the rest is where somebody asks for it."""

    __slots__ = ("_at", "_catalogue")

    def __init__(self, text: str, catalogue: _Catalogue, at: int) -> None:
        self.text = text
        self.lang = catalogue.lang
        self.original_lang = None
        self._catalogue = catalogue
        self._at = at

    def __getattr__(self, name: str) -> Any:
        # Asked only for what is not there.
        if name == "role":
            self.role = self._catalogue.role(self._at)
        elif name in ("prose", "original"):
            self.prose, self.original = self._catalogue.made(self._at)
        return object.__getattribute__(self, name)


class _Catalogue:
    """The entries of a catalogue. It knows nothing of its segments, which know it.

    stretches   as in ``Content``, of the segments that were read
    """

    def __init__(self, source: Source, lang: str) -> None:
        self.source = source
        self.lang = lang
        self.stretches = array("q")
        self._parts = array("q")  # what the segments are made of, SIZE numbers each

    def segments(self) -> Iterator[Segment]:
        """Read the entries."""
        data = self.source.data
        has_fuzzy = b"fuzzy" in data
        has_qt = any(flag in data for flag in QT_FLAGS)
        for match in ENTRY.finditer(data):
            _, comments, original, plural, text, forms = match.regs
            if text[1] - text[0] <= len('""') and forms[0] == forms[1]:
                continue
            flags = b""
            if has_fuzzy or has_qt:
                flags = b"".join(FLAGS.findall(data, *comments))
            if b"fuzzy" in flags or self._is_empty(original) or self._is_code(original, text):
                continue
            is_qt = has_qt and any(flag in flags for flag in QT_FLAGS)
            if text[0] >= 0:
                yield from self._segments(original, text, is_qt)
            for form in FORM.finditer(data, *forms) if forms[0] < forms[1] else ():
                is_first = form[1] == b"0" or plural[0] < 0
                yield from self._segments(original if is_first else plural, form.span(2), is_qt)

    def _is_code(self, original: Span, place: Span) -> bool:
        """Whether an entry is a block of code, as documentation puts them into its catalogues."""
        data = self.source.data
        if data.find(b'\\n"', *original) < 0:
            return False
        if CODE.search(data, *original):
            return True
        return data[slice(*original)] == data[slice(*place)] and data.find(b'\n"  ', *original) > 0

    def _segments(self, original: Span, place: Span, is_qt: bool) -> Iterator[Segment]:
        """Yield the segments of a translation."""
        text = self._plain(place)
        if text:
            yield self._segment(text, original, place, is_qt, 0)
            self.stretches.extend((place[0] + 1, place[1] - 1, VERBATIM))
        elif not self._is_empty(place):
            for number, prose in enumerate(self._proses(original, place, is_qt)):
                if prose.text.strip(messages.NO_WORDS):
                    yield self._segment(prose.text, original, place, is_qt, number)
                    for piece in prose.pieces:
                        self.stretches.extend(piece[1:])

    def _segment(self, text: str, original: Span, place: Span, is_qt: bool, number: int) -> Segment:
        at = len(self._parts)
        self._parts.extend((*original, *place, is_qt, number))
        return _Translation(text, self, at)

    def role(self, at: int) -> str:
        """Return the role of the segment whose parts begin at a number."""
        start, end = self._parts[at : at + 2]
        text = self._plain((start, end))
        return messages.role_of(text or self.made(at)[1].text)

    def made(self, at: int) -> tuple[Prose, Prose]:
        """Return the prose of the segment whose parts begin at a number, and its original's."""
        start, end, first, last, is_qt, number = self._parts[at : at + SIZE]
        original = start, end
        proses = self._proses(original, (first, last), bool(is_qt))
        accelerator = self._accelerator(original)
        originals = messages.proses_of(self._builder(original), accelerator=accelerator, is_qt=bool(is_qt))
        return proses[number], originals[number if len(originals) == len(proses) else 0]

    def _plain(self, place: Span) -> str:
        """Return the text of a field that is one string and stands there as in prose, "" of another one."""
        start, end = place[0] + 1, place[1] - 1
        data = self.source.data
        if start >= end or data[end] != QUOTE:
            return ""
        text = data[start:end].decode()
        is_plain = (
            SPECIAL.search(text) is None
            and "://" not in text
            and "www." not in text
            and len(text) == len(text.strip(messages.NO_WORDS))
        )
        return text if is_plain else ""

    def _proses(self, original: Span, place: Span, is_qt: bool) -> list[Prose]:
        """Return the proses of a translation: one, and those of other forms."""
        builder = self._builder(place)
        has_accelerator = any(mark in part for part in builder.parts for mark in ACCELERATORS)
        accelerator = self._accelerator(original) if has_accelerator else ""
        return messages.proses_of(builder, accelerator=accelerator, is_qt=is_qt)

    def _accelerator(self, original: Span) -> str:
        """Return the mark of an accelerator in an original, "" where it has none."""
        found: list[str] = ACCELERATOR.findall("".join(self._builder(original).parts))
        return found[0] if len(found) == 1 else ""

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


def _decoded(code: str, following: str) -> str:
    """Return what an escape stands for."""
    if code == "n":
        return messages.newline(following)
    if code.isdigit() and code.isascii():
        return chr(int(code, 8)) if code.strip("89") == code else code
    if code[0] == "x" and len(code) > 1:
        return chr(int(code[1:], 16))
    return ESCAPES.get(code, code)
