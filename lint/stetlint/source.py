"""One file as it was read: bytes, text, and the way between bytes, code points, lines and columns."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from stetlint.language.patterns import compiled

BOM = b"\xef\xbb\xbf"
OTHER_BOMS = {
    b"\xff\xfe\x00\x00": "UTF-32",
    b"\x00\x00\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}
CONTINUATION_BYTES = bytes(range(0x80, 0xC0))
STRIDE = 1024


class SourceError(Exception):
    """A file that cannot be read as text: names the path, what is wrong and what to do."""

    def __init__(self, path: str, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.path = path
        self.message = message
        self.line = line


class Source:
    """The bytes of one file and their text.

    A byte order mark is kept apart (``bom``): offset 0 is the first character behind it. Newlines stay as
    they are. A line ends with LF or CRLF, as git counts them.

    path   as it is reported
    data   UTF-8, without the byte order mark
    text   ``data`` decoded; its offsets are code points
    """

    def __init__(self, path: str, raw: bytes) -> None:
        """Raise SourceError where ``raw`` is not UTF-8."""
        self.path = path
        self.bom = raw[:3] if raw.startswith(BOM) else b""
        self.data = raw[len(self.bom) :]
        try:
            self.text = self.data.decode("utf-8")
        except UnicodeDecodeError as error:
            raise self._not_utf8(raw, error.start) from None
        self.is_ascii = len(self.text) == len(self.data)

    def _not_utf8(self, raw: bytes, at: int) -> SourceError:
        for mark, name in OTHER_BOMS.items():
            if raw.startswith(mark):
                return SourceError(self.path, f"this is {name}, not UTF-8: save the file as UTF-8")
        line = self.data.count(b"\n", 0, at) + 1
        return SourceError(
            self.path,
            f"not UTF-8: byte 0x{self.data[at]:02X} at offset {at + len(self.bom)} (line {line}): "
            "save the file as UTF-8",
            line,
        )

    @cached_property
    def _marks(self) -> list[int]:
        # How many code points begin before every STRIDE-th byte: offset() never counts more than a stride.
        marks = [0]
        for at in range(0, len(self.data), STRIDE):
            marks.append(marks[-1] + len(self.data[at : at + STRIDE].translate(None, CONTINUATION_BYTES)))
        return marks

    def offset(self, byte: int) -> int:
        """Return the code point offset of a byte offset that stands between characters."""
        if self.is_ascii:
            return byte
        mark = byte // STRIDE
        rest = self.data[mark * STRIDE : byte]
        return self._marks[mark] + len(rest.translate(None, CONTINUATION_BYTES))

    def byte(self, offset: int) -> int:
        """Return the byte offset of a code point offset: the way back of ``offset``."""
        if self.is_ascii:
            return offset
        if offset >= len(self.text):
            return len(self.data)
        mark = bisect_right(self._marks, offset) - 1
        stride = self.data[mark * STRIDE : (mark + 1) * STRIDE]
        # A character that is cut at the start of the stride is counted before it; one cut at its end, in it.
        whole = stride.lstrip(CONTINUATION_BYTES)
        before = whole.decode(errors="ignore")[: offset - self._marks[mark]]
        return mark * STRIDE + len(stride) - len(whole) + len(before.encode())

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        at = self.text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        return starts

    def position(self, offset: int) -> tuple[int, int]:
        """Return line and column of a code point offset, both counted from 1, columns in code points."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def lines_with(self, pattern: str) -> Iterator[tuple[int, int]]:
        """Yield where the lines stand that a match of an RE2 pattern touches, in code points, half open.

        For rules that look long at a text, and whose trigger holds for each line by itself.
        """
        data = self.data
        behind = 0
        for match in compiled(pattern).finditer(data):
            if match.end() > behind:
                start = max(data.rfind(b"\n", behind, match.start()) + 1, behind)
                behind = data.find(b"\n", match.end())
                behind = len(data) if behind < 0 else behind
                yield self.offset(start), self.offset(behind)

    def line(self, number: int) -> str:
        """Return the text of a line (from 1) without its newline."""
        start = self._line_starts[number - 1]
        end = self._line_starts[number] if number < len(self._line_starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")
