"""HTML inside of Markdown: elements and entities, with the text between them as prose."""

from __future__ import annotations

from html import unescape

from stetlint.document import LINE_BREAK, Comment, Content, Link, Prose, Segment
from stetlint.language.patterns import Pattern
from stetlint.readers.prose import ProseBuilder

# Elements that only dress their text: the words inside and outside of them make one sentence.
TRANSPARENT = frozenset(
    """
    a abbr acronym b bdi bdo big cite data del dfn em font i ins label mark nobr q s small span
    strike strong sub sup time u wbr
    """.split()
)
# Elements whose content is no prose.
HIDDEN = frozenset(
    """
    applet canvas code iframe kbd math noscript object pre samp script style svg template textarea
    tt var video audio xmp
    """.split()
)
BREAKS = frozenset(("br", "hr"))
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "title", "summary"))
CELLS = frozenset(("td", "th"))
EMBEDDED = frozenset(("img", "input", "button", "select", "embed", "source"))

TOKEN = Pattern(
    r"<!--(?P<comment>.*?)(?:-->|\Z)"
    r"|<(?P<tag>/?[A-Za-z][\w:.-]*)(?P<attributes>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>"
    r"|<[!?][^>]*>"
    r"|(?P<entity>&(?:\#\d{1,7}|\#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)",
    16,  # re.DOTALL, which need not be imported for its number
)
TAG_NAME = Pattern(r"<(/?[A-Za-z][\w:.-]*)")
NO_TRANSLATION = Pattern(r"\btranslate\s*=\s*[\"']?no\b|\bclass\s*=\s*(?:[\"'][^\"']*)?\bnotranslate\b")
ATTRIBUTE = Pattern(r"([\w:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")


def tag_name(tag: str) -> str:
    """Return the name of a tag in small letters, behind a slash for an end tag; "" for what is no tag."""
    match = TAG_NAME.match(tag)
    return match[1].lower() if match else ""


def hides_content(tag: str, name: str) -> bool:
    """Whether what follows a start tag, up to its end tag, is no prose."""
    if name.startswith("/") or tag.endswith("/>"):
        return False
    return name in HIDDEN or NO_TRANSLATION.search(tag) is not None


def scan(block: Prose, lang: str) -> Content:
    """Read a fragment of HTML that stands in ``block``, a prose that shows its markup."""
    return _Scan(block, lang).run()


class _Scan:
    def __init__(self, block: Prose, lang: str) -> None:
        self.block = block
        self.lang = lang
        self.content = Content([], [], [])
        self.builder = ProseBuilder(block.source)
        self.role = "paragraph"
        self.link: tuple[int, tuple[int, int, int], str] | None = None  # start in the block, mark, target

    def run(self) -> Content:
        text = self.block.text
        at = 0
        hidden = ""
        hidden_start = 0
        for match in TOKEN.finditer(text):
            start, end = match.span()
            tag = match["tag"]
            if hidden:
                if tag and tag.lower() == "/" + hidden:
                    self.builder.opaque(*self._bytes(hidden_start, end))
                    hidden = ""
                    at = end
                continue
            self.builder.part_of(self.block, at, start)
            at = end
            if match["entity"]:
                self._entity(match["entity"], start, end)
            elif tag:
                name = tag.lower()
                if hides_content(match[0], name):
                    hidden, hidden_start = name, start
                else:
                    self._tag(name, match["attributes"], start, end)
            else:
                if match["comment"] is not None:
                    self.content.comments.append(Comment(*self._bytes(start, end), match["comment"].strip()))
                self.builder.opaque(*self._bytes(start, end))
        if hidden:
            self.builder.opaque(*self._bytes(hidden_start, len(text)))
        else:
            self.builder.part_of(self.block, at, len(text))
        self._flush()
        return self.content

    def _bytes(self, start: int, end: int) -> tuple[int, int]:
        return self.block.to_bytes(start, end)

    def _entity(self, entity: str, start: int, end: int) -> None:
        decoded = unescape(entity)
        if decoded == entity:
            self.builder.part_of(self.block, start, end)
        else:
            self.builder.decoded(*self._bytes(start, end), decoded)

    def _tag(self, name: str, attributes: str, start: int, end: int) -> None:
        bare = name.lstrip("/")
        if bare in BREAKS:
            self.builder.decoded(*self._bytes(start, end), LINE_BREAK)
        elif bare in EMBEDDED:
            self.builder.opaque(*self._bytes(start, end))
        elif bare in TRANSPARENT:
            if name == "a":
                target = next(
                    (
                        m[2] or m[3] or m[4] or ""
                        for m in ATTRIBUTE.finditer(attributes)
                        if m[1].lower() == "href"
                    ),
                    "",
                )
                self.link = (start, self.builder.mark(), target)
            elif name == "/a" and self.link is not None:
                link_start, mark, target = self.link
                self.content.links.append(
                    Link(
                        *self._bytes(link_start, end),
                        self.builder.text_since(mark),
                        unescape(target),
                        "Html",
                        False,
                    )
                )
                self.link = None
        else:
            self._flush()
            self.role = (
                "paragraph"
                if name.startswith("/")
                else "heading"
                if bare in HEADINGS
                else "cell"
                if bare in CELLS
                else "list-item"
                if bare == "li"
                else "paragraph"
            )

    def _flush(self) -> None:
        if self.builder.parts:
            prose = self.builder.build()
            if prose.text.strip("\ufffc \n"):
                self.content.segments.append(Segment(prose, self.role, self.lang))
            self.builder = ProseBuilder(self.block.source)
            self.link = None
