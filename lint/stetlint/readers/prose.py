"""How readers build prose: piece by piece, with its way back to the source."""

from __future__ import annotations

from stetlint.document import DECODED, LINE_BREAK, OBJECT, OPAQUE, VERBATIM, Kind, Prose
from stetlint.language.patterns import Pattern
from stetlint.source import Source

BLANKS = " \t\r\n" + LINE_BREAK
MASK = (
    "\x1a"  # stands for one byte of what is no prose; where a text has this control itself, it is none either
)
CLOSING_MARKS = ".,;:!?'\"*_~)]}’”"
HIDDEN = Pattern(
    rf"{MASK}+"
    # Addresses as people write them into text.
    r"|(?:(?:https?|ftps?|file|wss?|git|ssh)://|www\.|mailto:(?=\S+@))[^\s<>\"“”«»`\ufffc\u3000-\u9fff\uff00-\uffef]+"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
)


class ProseBuilder:
    """Collects prose piece by piece; readers use it. Source positions are bytes."""

    __slots__ = ("_kind", "end", "length", "parts", "pieces", "source")

    def __init__(self, source: Source) -> None:
        self.source = source
        self.parts: list[str] = []
        self.pieces: list[tuple[int, int, int, Kind]] = []
        self.length = 0
        self.end = -1
        self._kind = OPAQUE

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
        """Add text that the source spells in another way."""
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

    def part_of(self, prose: Prose, start: int, end: int) -> None:
        """Add the range [start, end) of another prose of the same source, with its map."""
        for i, (at, first, last, kind) in enumerate(prose.pieces):
            until = prose.pieces[i + 1][0] if i + 1 < len(prose.pieces) else len(prose.text)
            a, b = max(at, start), min(until, end)
            if a >= b:
                continue
            text = prose.text[a:b]
            if kind is VERBATIM:
                begin = first + len(prose.text[at:a].encode())
                size = len(text.encode())
                self.verbatim(begin, begin + size, text)
            elif kind is DECODED:
                self.decoded(first, last, text)
            else:
                self.opaque(first, last)

    def mark(self) -> tuple[int, int, int]:
        """Return where the builder stands now, for ``text_since`` and ``cut``."""
        return len(self.parts), len(self.pieces), self.length

    def text_since(self, mark: tuple[int, int, int]) -> str:
        """Return the prose that was added since a mark."""
        return "".join(self.parts[mark[0] :])

    def cut(self, mark: tuple[int, int, int]) -> None:
        """Take back what was added since a mark at which a piece had ended."""
        parts, pieces, self.length = mark
        del self.parts[parts:]
        del self.pieces[pieces:]
        self._kind = OPAQUE
        self.end = -1

    def build(self) -> Prose:
        """Return the prose without blanks and line breaks around it, with what is no prose in it opaque."""
        prose = Prose("".join(self.parts), self.pieces, self.source)
        text = prose.text
        body = text.strip(BLANKS)
        if len(body) != len(text):
            lead = len(text) - len(text.lstrip(BLANKS))
            trimmed = ProseBuilder(self.source)
            trimmed.part_of(prose, lead, lead + len(body))
            prose = Prose(body, trimmed.pieces, self.source)
        if MASK in body or "://" in body or "@" in body or "www." in body:
            prose = _hide(prose)
        return prose


def _hide(prose: Prose) -> Prose:
    """Return the prose with masked stretches and addresses as OBJECT characters."""
    builder = ProseBuilder(prose.source)
    at = 0
    for match in HIDDEN.finditer(prose.text):
        start, end = match.span()
        if match[0][0] != MASK:
            end = start + len(_without_closing(match[0]))
        if end > start:
            builder.part_of(prose, at, start)
            builder.opaque(*prose.to_bytes(start, end))
            at = end
    builder.part_of(prose, at, len(prose.text))
    return Prose("".join(builder.parts), builder.pieces, prose.source)


def _without_closing(address: str) -> str:
    """Take closing marks off an address, but for a bracket that it opens itself (as GFM does)."""
    while address and address[-1] in CLOSING_MARKS:
        if address[-1] == ")" and address.count("(") >= address.count(")"):
            break
        address = address[:-1]
    return "" if address.endswith("/") and address[-3:] == "://" else address
