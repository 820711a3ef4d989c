"""Where the parts of a document come together: readers report what they meet, in the order of the source.

Text gathers in ``prose`` until ``end_segment`` makes a segment of it. Links stay open across segments; an
aside (an alternative text, a phrase in another language) is a segment within another.
"""

from __future__ import annotations

from stetlint.document import OBJECT, Comment, Content, Link, Segment
from stetlint.readers.prose import BLANKS, Mark, ProseBuilder, without_covers
from stetlint.source import Source

START: Mark = (0, 0, 0)
NO_WORDS = BLANKS + OBJECT


class OpenLink:
    """A link whose end has not come: ``text`` is what earlier segments hold, ``mark`` where it goes on."""

    __slots__ = ("depth", "kind", "mark", "start", "target", "text")

    def __init__(self, start: int, target: str, kind: str, mark: Mark, depth: int) -> None:
        self.start = start
        self.target = target
        self.kind = kind
        self.mark = mark
        self.depth = depth  # how many asides are around it
        self.text = ""


class Flow:
    """The content of one document as it grows. Positions are bytes.

    prose   the builder that text is added to
    role    of the segments to come
    lang    of the segments to come, as a BCP 47 tag
    """

    def __init__(self, source: Source, lang: str) -> None:
        self.source = source
        self.lang = lang
        self.role = "paragraph"
        self.prose = ProseBuilder(source)
        self.content = Content([], [], [])
        self._links: list[OpenLink] = []
        self._around: list[ProseBuilder] = []  # the builders around the open asides
        self._hidden: tuple[Mark, int, int] | None = None  # where hidden content begins, and its markup

    def break_line(self, start: int, end: int, char: str) -> None:
        """Add a wrap ("\\n") or a line break that is seen (LINE_BREAK)."""
        if char == "\n" and self.source.data[start:end] == b"\n":
            self.prose.verbatim(start, end, char)
        else:
            self.prose.decoded(start, end, char)

    def comment(self, start: int, end: int, words: str) -> None:
        """Add a comment."""
        self.content.comments.append(Comment(start, end, words.strip()))

    def end_segment(self) -> None:
        """Make a segment of the prose that has gathered, unless there is no word in it."""
        builder = self.prose
        if not builder.parts:
            return
        if self._hidden is not None:
            mark, start, end = self._hidden
            builder.cut(mark)
            builder.opaque(start, end)
            self._hidden = (START, start, end)
        for link in self._links:
            link.text += builder.text_since(link.mark)
            link.mark = START
        self._add_segment(builder, self.role)
        self.prose = ProseBuilder(self.source)

    def _add_segment(self, builder: ProseBuilder, role: str) -> str:
        prose = builder.build()
        if prose.text.strip(NO_WORDS):
            self.content.segments.append(Segment(prose, role, self.lang))
        return prose.text

    # What is no prose.

    @property
    def is_hidden(self) -> bool:
        """Whether what comes now is hidden."""
        return self._hidden is not None

    def hide(self, start: int, end: int) -> None:
        """Let everything up to ``reveal`` be one OBJECT; [start, end) is the markup that says so."""
        self._hidden = (self.prose.mark(), start, end)
        self.prose.opaque(start, end)

    def reveal(self, end: int) -> None:
        """End what ``hide`` began."""
        assert self._hidden is not None
        mark, start, _ = self._hidden
        self._hidden = None
        self.prose.cut(mark)
        self.prose.opaque(start, end)
        for link in self._links:  # one that was opened in the hidden stretch, and is not closed there
            if link.depth == len(self._around):
                link.mark = min(link.mark, mark)

    def give_up_hiding(self) -> None:
        """Hide nothing but the markup that ``hide`` was called for: its end is missing."""
        self._hidden = None

    # Links.

    @property
    def is_in_link(self) -> bool:
        """Whether a link is open."""
        return bool(self._links)

    def begin_link(self, start: int, target: str, kind: str) -> OpenLink:
        """Open a link: its text follows."""
        link = OpenLink(start, target, kind, self.prose.mark(), len(self._around))
        self._links.append(link)
        return link

    def end_link(self, link: OpenLink, end: int) -> None:
        """Close a link. One that shows no text is an OBJECT."""
        self._links.remove(link)
        if link.depth != len(self._around):  # it overlaps an aside
            text = link.text or OBJECT
        elif link.kind in ("Autolink", "Email"):
            self.prose.cut(link.mark)
            self.prose.opaque(link.start, end)
            text = ""
        else:
            text = link.text + self.prose.text_since(link.mark)
            if link.kind == "Html":
                text = text.strip("\n")
            if not text:
                self.prose.cut(link.mark)
                self.prose.opaque(link.start, end)
        self._add_link(link.start, end, text, link.target, link.kind, False)

    def drop_link(self, link: OpenLink) -> None:
        """Forget a link: it has no end."""
        self._links.remove(link)

    def _add_link(self, start: int, end: int, text: str, target: str, kind: str, is_image: bool) -> None:
        self.content.links.append(
            Link(start, end, without_covers(text), without_covers(target), kind, is_image)
        )

    # Asides.

    def begin_aside(self) -> None:
        """Begin a segment within the segment."""
        self._around.append(self.prose)
        self.prose = ProseBuilder(self.source)

    def end_aside(self, start: int, end: int, role: str) -> str:
        """End the aside: a segment of its own, and an OBJECT in the segment around it. Return its text."""
        text = self.prose.build().text if self.is_hidden else self._add_segment(self.prose, role)
        self.prose = self._around.pop()
        self.prose.opaque(start, end)
        return text

    def end_image(self, start: int, end: int, target: str, kind: str) -> None:
        """End the aside that is the alternative text of an image."""
        self._add_link(start, end, self.end_aside(start, end, "alt"), target, kind, True)

    def in_order(self) -> Content:
        """Return the content in the order of the source; a segment stands before those within it."""
        self.content.segments.sort(key=lambda segment: segment.prose.pieces[0][1])
        self.content.links.sort()
        self.content.comments.sort()
        return self.content
