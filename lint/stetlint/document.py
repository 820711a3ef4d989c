"""What a reader makes of a source: prose in segments, each character with its way back to the file.

The map back is built while parsing and never searched for. What is not prose (inline code, an image, a
template tag) stands in the prose as one OBJECT character, so that its neighbours never touch.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import IntEnum
from functools import cached_property
from typing import NamedTuple

from stetlint.finding import Place, Span
from stetlint.gist import LINE_BREAK as LINE_BREAK
from stetlint.gist import OBJECT as OBJECT
from stetlint.gist import Gist
from stetlint.language.patterns import compiled
from stetlint.source import Source

# For bytes.translate: all but the breaks of lines becomes blank, each character one.
GONE = b"\xff"  # is in no UTF-8
BLANKED = bytearray(b" " * 0x80 + GONE * 0x40 + b" " * 0x40)
for _kept in b"\r\n":
    BLANKED[_kept] = _kept
# What parts two stretches of copy where triggers are looked for: by the breaks of lines between them.
GAPS = (b" ", b" \n ", b" \n\n ")
SHORT = 1000  # bytes; to count in a piece that is shorter is faster than to ask the source


class Kind(IntEnum):
    """How a piece of prose relates to its source."""

    VERBATIM = 0  # the same characters
    DECODED = 1  # other characters: an entity, an escape, a line break with its indentation
    OPAQUE = 2  # no prose: one OBJECT character


VERBATIM, DECODED, OPAQUE = Kind.VERBATIM, Kind.DECODED, Kind.OPAQUE


class Piece(NamedTuple):
    """A stretch of prose that comes from one stretch of the source.

    at           where it begins in the prose, in code points
    start, end   where it stands in the source, in bytes, half open
    kind         VERBATIM, DECODED or OPAQUE
    """

    at: int
    start: int
    end: int
    kind: Kind


class Prose:
    """Text as a rule sees it, and the way back to the source. Offsets are code points of ``text``."""

    __slots__ = ("pieces", "source", "text")

    def __init__(self, text: str, pieces: Sequence[tuple[int, int, int, Kind]], source: Source) -> None:
        self.text = text
        self.pieces = pieces
        self.source = source

    def _piece(self, offset: int) -> tuple[int, int, int, Kind]:
        # Behind every piece that begins at or before the offset: (offset + 1,) sorts behind (offset, ...).
        return self.pieces[bisect_right(self.pieces, (offset + 1,)) - 1]

    def to_source(self, start: int, end: int) -> Span:
        """Return the source span, in code points, of the non-empty range [start, end) of the prose."""
        first = self._piece(start)
        last = first if end == start + 1 else self._piece(end - 1)
        offset = self.source.offset
        at, begin, _, kind = first
        source_start = offset(begin) + (start - at if kind is VERBATIM else 0)
        at, begin, until, kind = last
        if kind is not VERBATIM:
            return Span(source_start, offset(until))
        return Span(source_start, source_start + end - start if last is first else offset(begin) + end - at)

    def to_bytes(self, start: int, end: int) -> tuple[int, int]:
        """Return where the non-empty range [start, end) stands in the source, in bytes."""
        first, last = Piece._make(self._piece(start)), Piece._make(self._piece(end - 1))
        return (
            self.byte(first, start) if first.kind is VERBATIM else first.start,
            self.byte(last, end) if last.kind is VERBATIM else last.end,
        )

    def byte(self, piece: Piece, offset: int) -> int:
        """Return the byte of an offset that stands in a verbatim piece, or at its end."""
        if piece.end - piece.start < SHORT:
            return piece.start + len(self.text[piece.at : offset].encode())
        source = self.source
        return source.byte(source.offset(piece.start) + offset - piece.at)

    def is_editable(self, start: int, end: int) -> bool:
        """Whether the range [start, end) is one contiguous verbatim stretch of the source."""
        first = self._piece(start)
        return first[3] is VERBATIM and (end == start + 1 or first == self._piece(end - 1))

    def verbatim_in(self, start: int, end: int) -> Iterator[tuple[int, int, Span]]:
        """Yield (start, end, source span in code points) of each verbatim share of the range."""
        for a, b, piece in self.pieces_in(start, end):
            if piece.kind is VERBATIM:
                begin = self.source.offset(piece.start) + a - piece.at
                yield a, b, Span(begin, begin + b - a)

    def pieces_in(self, start: int, end: int) -> Iterator[tuple[int, int, Piece]]:
        """Yield (start, end, piece) of each share that a piece has of the range [start, end)."""
        pieces = self.pieces
        for i in range(max(bisect_right(pieces, (start + 1,)) - 1, 0), len(pieces)):
            piece = Piece._make(pieces[i])
            if piece.at >= end:
                return
            until = pieces[i + 1][0] if i + 1 < len(pieces) else len(self.text)
            if max(piece.at, start) < min(until, end):
                yield max(piece.at, start), min(until, end), piece


class Segment:
    """A unit of prose that a reader of the page sees as one: a paragraph, a heading, a table cell.

    role            "paragraph", "heading", "list-item", "cell" (also a label of a program), "alt",
                    "attribute", "front-matter", "term", "footnote", "source" (a whole file as it is)
    lang            BCP 47 tag of its language
    original        the text it was translated from, in formats that carry it
    original_lang   the language of that, where the format names it
    """

    __slots__ = ("lang", "original", "original_lang", "prose", "role", "text")

    def __init__(
        self,
        prose: Prose,
        role: str,
        lang: str,
        original: Prose | None = None,
        original_lang: str | None = None,
    ) -> None:
        self.prose = prose
        self.text = prose.text
        self.role = role
        self.lang = lang
        self.original = original
        self.original_lang = original_lang

    def __repr__(self) -> str:
        return f"Segment({self.role}, {self.text!r})"

    def has_as_many(self, marks: str) -> bool:
        """Whether its original is known and has each of some marks as often: "(in " has no partner either."""
        original = self.original
        return original is not None and all(original.text.count(m) == self.text.count(m) for m in marks)

    def is_behind(self, marks: str) -> bool:
        """Whether one of some characters stands right in front of it in the source."""
        start = self.prose.to_source(0, 1).start
        return start > 0 and self.prose.source.text[start - 1] in marks


def by_language(segments: Iterable[Segment]) -> dict[str, list[Segment]]:
    """Return the segments of each language, a BCP 47 tag, in the order in which they come."""
    found: dict[str, list[Segment]] = defaultdict(list)
    for segment in segments:
        found[segment.lang].append(segment)
    return found


class Link(NamedTuple):
    """A link or an image of the document.

    start, end   the whole construct in the source, in bytes, half open
    text         the words of the link as prose shows them, OBJECT characters for what is not prose
    target       the address, decoded
    kind         as the format names it: "Inline", "Reference", "Autolink", ...
    is_image     whether it is an image
    """

    start: int
    end: int
    text: str
    target: str
    kind: str
    is_image: bool


class Comment(NamedTuple):
    """A comment that readers of the page do not see: where it stands (bytes, half open) and its words."""

    start: int
    end: int
    text: str


class Content(NamedTuple):
    """What a reader returns, in the order of the source.

    complaints   what is wrong with the format of a container, which was read all the same: lines of the file,
                 from 1, and messages
    stretches    where the pieces of all segments stand in the source, if the reader tells: start, end (in
                 bytes) and kind of the first, then of the next ...
    """

    segments: list[Segment]
    links: list[Link]
    comments: list[Comment]
    complaints: Sequence[tuple[int, str]] = ()
    stretches: Sequence[int] = ()


Reader = Callable[[Source, str], Content]


class Document:
    """A source with its language and, once somebody asks, its segments: parsing is put off until then."""

    def __init__(
        self,
        source: Source,
        lang: str,
        reader: Reader,
        gist: Callable[[Source, str], str] | None = None,
        *,
        is_container: bool = False,
    ) -> None:
        """
        gist           the short cut of the format to the text of a Gist
        is_container   whether the copy stands in fields, and the rest of the source is no text of anybody
        """
        self.source = source
        self.lang = lang
        self.is_container = is_container
        self._reader = reader
        self._gist = gist

    @cached_property
    def content(self) -> Content:
        return self._reader(self.source, self.lang)

    @property
    def segments(self) -> list[Segment]:
        return self.content.segments

    @cached_property
    def languages(self) -> frozenset[str]:
        """The languages of the segments, as BCP 47 tags."""
        return frozenset(segment.lang for segment in self.segments)

    def segments_at(self, pattern: str) -> Iterator[Segment]:
        """Yield the segments whose source touches a match of an RE2 pattern, as a rule's trigger is one.

        For rules that look long at a segment and whose trigger holds for each segment by itself.
        """
        if self.is_container:
            yield from self.segments_with(pattern)
            return
        starts, ends = [], []
        for match in compiled(pattern).finditer(self.source.data):
            starts.append(match.start())
            ends.append(match.end())
        if starts:
            for segment, (first, last) in zip(self.segments, self._spans, strict=True):
                at = bisect_left(ends, first)
                if at < len(starts) and starts[at] <= last:
                    yield segment

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        """Where the segments stand in the source, in bytes."""
        pieces = [segment.prose.pieces for segment in self.segments]
        return [(some[0][1], some[-1][2]) for some in pieces]

    @cached_property
    def scanned(self) -> Source:
        """Where triggers are looked for: the source or, of a container, the copy as the source spells it, and
        the prose that it makes."""
        if not self.is_container:
            return self.source
        data = self.source.data
        parts: list[bytes] = []
        behind = 0
        for start, end, _ in self.stretches:
            if start > behind:
                parts.append(GAPS[min(data.count(b"\n", behind, start), len(GAPS) - 1)])
            parts.append(data[start:end])
            behind = end
        prose = "\n\n".join([segment.text for segment in self.segments])
        return Source(self.source.path, b"".join((*parts, b" \n\n", prose.encode())))

    @property
    def stretches(self) -> list[tuple[int, int, int]]:
        """Where the pieces of all segments stand in the source, in its order: start, end (in bytes), kind."""
        told = iter(self.content.stretches)
        found: list[tuple[int, int, int]] = list(zip(told, told, told, strict=True))
        return sorted(found or (piece[1:] for one in self.segments for piece in one.prose.pieces))

    @cached_property
    def may_have_languages(self) -> bool:
        """Whether a segment may be in another language than the document. A yes may be wrong."""
        if self.is_container:
            return not self.languages <= {self.lang}
        return b"lang=" in self.source.data

    @property
    def may_be_spared(self) -> bool:
        """Whether a look at the gist, in the document's language, can spare a look at each segment."""
        return (self._gist is not None or self.is_container) and not self.may_have_languages

    @cached_property
    def gist(self) -> Gist:
        """What the document says; where the format knows a short cut, without parsing it."""
        return self.exact if self._gist is None else Gist(self._gist(self.source, self.lang))

    @cached_property
    def draft(self) -> list[Segment]:
        """The blocks of the gist as paragraphs without places: for rules that look at texts."""
        return [Segment(Prose(text, (), self.source), "paragraph", self.lang) for text in self.gist.blocks]

    @cached_property
    def exact(self) -> Gist:
        """The gist of the segments: nothing but what they say, a block each."""
        return Gist.of(segment.text for segment in self.segments)

    def segments_with(
        self, pattern: str, may: Callable[[str, str], object] = lambda text, lang: True
    ) -> Iterator[Segment]:
        """Yield the segments in whose text an RE2 pattern matches and of which ``may`` is true, which is
        given a text and its language.

        The gist is looked at first, in one scan; where there is nothing in it, the document is not parsed.
        """
        if self._gist is not None:
            gist = self.gist
            if not self.may_be_spared:
                if not gist.has(pattern):
                    return
            elif not any(may(gist.blocks[number], self.lang) for number in gist.blocks_with(pattern)):
                return
        segments = (self.segments[number] for number in self.exact.blocks_with(pattern))
        yield from (segment for segment in segments if may(segment.text, segment.lang))

    def segments_where(self, find: Callable[[Gist], Iterable[int]]) -> Iterator[Segment]:
        """Yield the segments whose numbers ``find`` returns, which looks at the blocks of a gist.

        Of a format with a short cut it is asked for the gist of the document, and once more for that of its
        segments if it finds any.
        """
        if self._gist is None or any(True for _ in find(self.gist)):
            yield from (self.segments[number] for number in find(self.exact))

    @property
    def links(self) -> list[Link]:
        return self.content.links

    @cached_property
    def raw(self) -> Segment:
        """The whole source as one segment: for rules that look at markup, not at prose. It is verbatim, but
        in a container all that is no copy is blank."""
        source = self.source
        if self.is_container:
            return Segment(_Copy(source, self.stretches), "source", self.lang)
        return Segment(Prose(source.text, [(0, 0, len(source.data), VERBATIM)], source), "source", self.lang)

    def range_in_raw(self, construct: Link | Comment) -> tuple[int, int]:
        """Return where a link or comment stands in ``raw``, in code points."""
        return self.source.offset(construct.start), self.source.offset(construct.end)

    def place(self, segment: Segment, start: int, end: int) -> Place:
        """Return the place of the non-empty range [start, end) of a segment, in code points of its text."""
        return place_of(self.source, segment.prose.to_source(start, end))


class _Copy(Prose):
    """A source in which all that is no copy is blank: what is found there ends where the copy does."""

    __slots__ = ("_stretches",)

    def __init__(self, source: Source, stretches: Sequence[tuple[int, int, int]]) -> None:
        """``stretches`` are those of a document."""
        data = source.data
        copy = bytearray(data.translate(BLANKED))
        for start, end, _ in stretches:
            copy[start:end] = data[start:end]
        self.text = copy.translate(None, GONE).decode()
        self.source = source
        self._stretches = stretches

    def __getattr__(self, name: str) -> object:
        # Asked only for what is not there: few texts have a hit.
        if name == "pieces":
            self.pieces = list(self._pieces())
        return object.__getattribute__(self, name)

    def _pieces(self) -> Iterator[tuple[int, int, int, Kind]]:
        size = len(self.source.data)
        at = 0
        for first, end, _ in (*self._stretches, (size, size, DECODED)):
            start = max(first, at)
            for begin, until, kind in ((at, start, DECODED), (start, end, VERBATIM)):
                if begin < until:
                    yield self.source.offset(begin), begin, until, kind
                    at = until

    def to_source(self, start: int, end: int) -> Span:
        found = self.text[start:end]
        if found.strip():
            start, end = start + len(found) - len(found.lstrip()), end - len(found) + len(found.rstrip())
        return super().to_source(start, end)


def place_of(source: Source, span: Span) -> Place:
    """Return a span of the source as a place of its file, with its lines, columns and text."""
    return Place(
        source.path,
        Span(source.before + span.start, source.before + span.end),
        *source.position(span.start),
        *source.position(span.end),
        source.text[span.start : span.end],
    )
