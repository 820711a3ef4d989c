"""One file as it was read: bytes, text, and the way between bytes, code points, lines and columns.

A file whose lines stand by themselves is read in parts, so that memory does not grow with its size. What is
compressed is read decompressed.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import BinaryIO

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
COMPRESSED = ".gz"
PART = 1 << 20  # bytes that are read of a file at once
LONGEST_LINE = 1 << 26  # bytes of a line in a file that is read in parts
NO_TEXT = "no text file: it has NUL bytes, as binary files have, and UTF-16 without its byte order mark"


def is_binary(data: bytes) -> bool:
    """Whether there is a NUL byte near the start, as git looks for one."""
    return 0 in data[:8000]


class SourceError(Exception):
    """A file that cannot be read as text: names the path, what is wrong and what to do."""

    def __init__(self, path: str, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.path = path
        self.message = message
        self.line = line


class Source:
    """The bytes of one file, or of some lines of it, and their text.

    A byte order mark is kept apart (``bom``): offset 0 is the first character behind it. Newlines stay as
    they are. A line ends with LF or CRLF, as git counts them.

    path   as it is reported
    data   UTF-8, without the byte order mark
    text   ``data`` decoded; its offsets are code points

    Of some lines only:

    first_line   the number of the first of them, from 1
    before       how many code points of the file stand in front of it
    """

    def __init__(self, path: str, raw: bytes, first_line: int = 1, before: int = 0) -> None:
        """Raise SourceError where ``raw`` is not UTF-8."""
        self.path = path
        self.first_line = first_line
        self.before = before
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
        if is_binary(raw):
            return SourceError(self.path, NO_TEXT)
        line = self.data.count(b"\n", 0, at) + self.first_line
        return SourceError(
            self.path,
            f"not UTF-8: byte 0x{self.data[at]:02X} at offset {at + len(self.bom)}: save the file as UTF-8",
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
        """Return line and column of a code point offset: lines of the file and columns in code points, both
        counted from 1."""
        line = bisect_right(self._line_starts, offset)
        return self.first_line + line - 1, offset - self._line_starts[line - 1] + 1

    @property
    def end_line(self) -> int:
        """The number of the line behind its last line break: the first line of the next part."""
        return self.first_line + len(self._line_starts) - 1

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
        """Return the text of a line of the file (from 1) without its newline, "" where it is not in here."""
        at = number - self.first_line
        if not 0 <= at < len(self._line_starts):
            return ""
        start = self._line_starts[at]
        end = self._line_starts[at + 1] if at + 1 < len(self._line_starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")


def sources(path: str, stream: BinaryIO, *, by_lines: bool = False) -> Iterator[Source | SourceError]:
    """Yield a file, or what is wrong with it: as one source or, ``by_lines``, in parts of whole lines.

    In parts a line that is not UTF-8 is an error by itself, and empty in its source. ``path`` says whether
    the file is compressed.
    """
    try:
        if not by_lines:
            source = Source(path, b"".join(_blocks(path, stream)))
            if source.data.count(0) * 4 > len(source.data):  # words in UTF-16 are UTF-8 as well
                raise SourceError(path, NO_TEXT)
            yield source
            return
        line, before = 1, 0
        for lines in _whole_lines(path, stream):
            try:
                source = Source(path, lines, line, before)
            except SourceError as error:
                kept, errors = _decodable(path, lines, line)
                if line == 1 and (is_binary(lines) or not any(kept)):
                    raise error from None  # it says what the file is instead
                yield from errors
                source = Source(path, b"\n".join(kept), line, before)
            yield source
            line, before = source.end_line, before + len(source.text)
    except SourceError as error:
        yield error


def _blocks(path: str, stream: BinaryIO, size: int = -1) -> Iterator[bytes]:
    """Yield what a file holds, in pieces of at most ``size`` bytes (-1: in one, if it is not compressed).

    Raise SourceError where it cannot be decompressed.
    """
    if not path.endswith(COMPRESSED):
        while block := stream.read(size):
            yield block
        return
    import gzip
    import zlib

    done = 0
    try:
        with gzip.open(stream) as plain:
            while block := plain.read1(PART):
                done += len(block)
                yield block
    except EOFError:
        message = f"the gzip file is cut off, behind {done:,} bytes of text: copy or compress it once more"
        raise SourceError(path, message) from None
    except (gzip.BadGzipFile, zlib.error) as error:
        behind = f" behind {done:,} bytes of text" if done else ""
        message = f"no gzip file, or damaged{behind} ({error}): copy or compress it once more"
        raise SourceError(path, message) from None


def _whole_lines(path: str, stream: BinaryIO) -> Iterator[bytes]:
    """Yield the lines that end within PART bytes, or one that is longer, at a time; and the rest at the end.

    Where a part ends does not depend on how the file is read: compressed or not, it has the same parts.
    """
    held = bytearray()
    try:
        for block in _blocks(path, stream, PART):
            searched = max(len(held), PART)
            held += block
            while len(held) >= PART and (
                end := held.rfind(b"\n", 0, PART) + 1 or held.find(b"\n", searched) + 1
            ):
                yield bytes(held[:end])
                del held[:end]
                searched = PART
            if len(held) > LONGEST_LINE:
                message = f"a line of over {LONGEST_LINE >> 20} MiB: each record has to be a line of its own"
                raise SourceError(path, message)
    except SourceError:
        if end := held.rfind(b"\n") + 1:
            yield bytes(held[:end])
        raise
    yield bytes(held)


def _decodable(path: str, lines: bytes, first: int) -> tuple[list[bytes], list[SourceError]]:
    """Return lines with those empty that are not UTF-8, and what is wrong with these."""
    kept, errors = [], []
    for number, line in enumerate(lines.split(b"\n"), first):
        try:
            line.decode()
            kept.append(line)
        except UnicodeDecodeError as error:
            at = error.start
            message = f"not UTF-8: byte 0x{line[at]:02X} at byte {at + 1} of the line: save it as UTF-8"
            errors.append(SourceError(path, message, number))
            kept.append(b"")
    return kept, errors


class Lines:
    """The lines of a file, read once more where a report shows them.

    Of a file in parts two are kept: those who ask go through it from its start to its end, with a look back
    and ahead at each place.
    """

    def __init__(self, read: Callable[[], Iterable[Source | SourceError]]) -> None:
        """``read`` begins to read the file anew."""
        self._read = read
        self._rest: Iterator[Source | SourceError] = iter(())
        self._kept: list[Source] = []

    def __getitem__(self, number: int) -> str:
        """Return the text of a line (from 1) without its newline, "" where there is none.

        Raise OSError where the file cannot be read.
        """
        if not self._kept or 0 < number < self._kept[0].first_line:
            self._kept = []
            self._rest = iter(self._read())
        while not self._kept or number >= self._kept[-1].end_line:
            part = next(self._rest, None)
            if part is None:
                break
            if isinstance(part, Source):
                self._kept = [*self._kept[-1:], part]
        return next((text for part in self._kept if (text := part.line(number))), "")
