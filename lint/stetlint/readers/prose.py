"""How readers build prose: piece by piece, with its way back to the source."""

from __future__ import annotations

import re

from stetlint.document import DECODED, LINE_BREAK, OBJECT, OPAQUE, VERBATIM, Kind, Prose
from stetlint.language.patterns import Pattern
from stetlint.source import Source

# Two controls, each of which stands for one byte of something that was covered before parsing (covers.py):
# MASK for what is no prose, GONE for what leaves no trace on the page. A text that has these controls itself
# has nothing that could be read in their place.
MASK = "\x7f"
GONE = "\x1a"
BLANKS = " \t\r\n" + LINE_BREAK
# Addresses as people write them into text.
ADDRESS = Pattern(
    r"(?:(?:https?|ftps?|file|wss?|git|ssh)://|www\.|mailto:(?=[\w.+-]{1,64}@))"
    r"[^\s<>\"“”«»`\u3000-\u9fff\uff00-\uffef]+"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+"
)
SIGNS_OF_ADDRESSES = ("://", "@", "www.")
COVERS = Pattern(rf"{MASK}+|{GONE}+")
CLOSING_MARKS = ".,;:!?'\"*_~)]}’”"

Mark = tuple[int, int, int]


class ProseBuilder:
    """Collects prose piece by piece. Source positions are bytes."""

    __slots__ = ("_kind", "end", "length", "parts", "pieces", "source")

    def __init__(self, source: Source) -> None:
        self.source = source
        self.parts: list[str] = []
        self.pieces: list[tuple[int, int, int, Kind]] = []
        self.length = 0
        self.end = -1  # where the last piece ends in the source
        self._kind = OPAQUE  # of the last piece

    def verbatim(self, start: int, end: int, text: str) -> None:
        """Add text that stands in the source as it is."""
        if start == self.end and self._kind is VERBATIM:
            at, first, _, _ = self.pieces[-1]
            self.pieces[-1] = (at, first, end, VERBATIM)
        else:
            self.pieces.append((self.length, start, end, VERBATIM))
            self._kind = VERBATIM
        self.end = end
        self.parts.append(text)
        self.length += len(text)

    def decoded(self, start: int, end: int, text: str) -> None:
        """Add text that the source spells in another way; it may be none, as an escaped line break is."""
        if text:
            self._other(start, end, text, DECODED)

    def opaque(self, start: int, end: int) -> None:
        """Add one OBJECT character for a stretch that is not prose; stretches that touch are one."""
        if self._kind is OPAQUE and start == self.end:
            at, first, _, _ = self.pieces[-1]
            self.pieces[-1] = (at, first, end, OPAQUE)
            self.end = end
        else:
            self._other(start, end, OBJECT, OPAQUE)

    def _other(self, start: int, end: int, text: str, kind: Kind) -> None:
        self.pieces.append((self.length, start, end, kind))
        self._kind = kind
        self.end = end
        self.parts.append(text)
        self.length += len(text)

    def covered(self, start: int, text: str) -> None:
        """Add text that begins at byte ``start`` and that covers may stand in."""
        if MASK not in text and GONE not in text:
            if text:
                self.verbatim(start, start + len(text.encode()), text)
            return
        at = 0
        for match in COVERS.finditer(text):
            plain = text[at : match.start()]
            if plain:
                self.verbatim(start, start + len(plain.encode()), plain)
                start += len(plain.encode())
            end = start + match.end() - match.start()
            if match[0][0] == MASK:
                self.opaque(start, end)
            start = end
            at = match.end()
        if at < len(text):
            self.verbatim(start, start + len(text[at:].encode()), text[at:])

    def part_of(self, prose: Prose, start: int, end: int) -> None:
        """Add the range [start, end) of another prose of the same source, with its map."""
        for begin, until, piece in prose.pieces_in(start, end):
            text = prose.text[begin:until]
            if piece.kind is VERBATIM:
                self.verbatim(prose.byte(piece, begin), prose.byte(piece, until), text)
            elif piece.kind is DECODED:
                self.decoded(piece.start, piece.end, text)
            else:
                self.opaque(piece.start, piece.end)

    def mark(self) -> Mark:
        """End the piece and return where the builder stands now, for ``text_since`` and ``cut``."""
        self.end = -1
        return len(self.parts), len(self.pieces), self.length

    def text_since(self, mark: Mark) -> str:
        """Return the prose that was added since a mark."""
        return "".join(self.parts[mark[0] :])

    def cut(self, mark: Mark) -> None:
        """Take back what was added since a mark, at which markup stands in the source."""
        parts, pieces, self.length = mark
        del self.parts[parts:]
        del self.pieces[pieces:]
        self._kind = OPAQUE
        self.end = -1

    def build(self) -> Prose:
        """Return the prose without blanks and line breaks around it, with the addresses in it opaque."""
        text = "".join(self.parts)
        prose = Prose(text, self.pieces, self.source)
        body = text.strip(BLANKS)
        if len(body) != len(text):
            prose = _trimmed(prose, body)
        if _may_have_addresses(body):
            prose = _without_addresses(prose)
        return prose


def _trimmed(prose: Prose, body: str) -> Prose:
    start = len(prose.text) - len(prose.text.lstrip(BLANKS)) if body else 0
    builder = ProseBuilder(prose.source)
    builder.part_of(prose, start, start + len(body))
    return Prose("".join(builder.parts), builder.pieces, prose.source)


def _without_addresses(prose: Prose) -> Prose:
    """Return the prose with addresses as OBJECT characters."""
    builder = ProseBuilder(prose.source)
    at = 0
    for match in ADDRESS.finditer(prose.text):
        start = match.start()
        end = start + _address_length(match[0])
        if end > start:
            builder.part_of(prose, at, start)
            builder.opaque(*prose.to_bytes(start, end))
            at = end
    builder.part_of(prose, at, len(prose.text))
    return Prose("".join(builder.parts), builder.pieces, prose.source)


def without_addresses(text: str) -> str:
    """Return a text with addresses as OBJECT characters."""

    def shown(match: re.Match[str]) -> str:
        length = _address_length(match[0])
        return OBJECT + match[0][length:] if length else match[0]

    return ADDRESS.sub(shown, text) if _may_have_addresses(text) else text


def _may_have_addresses(text: str) -> bool:
    one, two, three = SIGNS_OF_ADDRESSES  # a loop would take longer than to look
    return one in text or two in text or three in text


def _address_length(address: str) -> int:
    """Return the length of an address without closing marks; a bracket that it opens itself is its own."""
    end = len(address)
    surplus = address.count(")") - address.count("(")
    while end and address[end - 1] in CLOSING_MARKS:
        if address[end - 1] == ")":
            if surplus <= 0:
                break
            surplus -= 1
        end -= 1
    return 0 if address[:end].endswith("//") or address[:end] in ("www", "mailto") else end


def without_covers(text: str) -> str:
    """Return a text that was parsed with covers on it, with OBJECT characters in the place of masks."""
    if MASK not in text and GONE not in text:
        return text
    shown: str = COVERS.sub(lambda match: OBJECT if match[0][0] == MASK else "", text)
    return shown
