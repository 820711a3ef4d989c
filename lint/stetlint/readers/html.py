"""HTML: elements and entities, with the text between them as prose.

In Markdown it comes as blocks, which are scanned here, and as single tags within a paragraph, which the
parser has found. An element may reach over many blocks of Markdown: ``Elements`` knows which are open.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from html import unescape
from itertools import pairwise
from typing import NamedTuple

from stetlint.document import LINE_BREAK
from stetlint.language.codes import is_language
from stetlint.language.patterns import Pattern
from stetlint.readers.flow import Flow, OpenLink

# Elements that only dress their text: the words inside and outside of them make one sentence.
TRANSPARENT = frozenset(
    """
    a abbr acronym b bdi bdo big cite data del dfn em font i ins label mark nobr q s small span
    strike strong sub sup time u wbr
    """.split()
)
# Elements whose content is no prose, and those of them that stand within a phrase.
HIDDEN_PHRASES = frozenset("code kbd math samp tt var".split())
HIDDEN = HIDDEN_PHRASES | frozenset(
    """
    applet audio canvas iframe noscript object pre script style svg template textarea video xmp
    """.split()
)
# Elements whose content is no markup either.
RAW = frozenset(("script", "style", "textarea", "xmp", "iframe"))
BREAKS = frozenset(("br", "hr"))
# Elements that stand in a text like a word, wherever they stand.
EMBEDDED = frozenset("button embed input select source".split())
# Elements that end a segment even within a paragraph of Markdown, and the role of the text in them.
BLOCKS = dict.fromkeys(
    """
    address article aside blockquote body center col colgroup dd details dialog dir div dl dt fieldset
    figcaption figure footer form head header html legend link main menu nav ol optgroup option p section
    table tbody tfoot thead tr ul
    """.split(),
    "paragraph",
)
BLOCKS |= dict.fromkeys("h1 h2 h3 h4 h5 h6 title summary caption".split(), "heading")
BLOCKS |= {"td": "cell", "th": "cell", "li": "list-item"}

TOKEN = Pattern(
    rb"<!--(?P<comment>.*?)(?:-->|\Z)"
    rb"|</?(?P<tag>[A-Za-z][\w:.-]*)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>"
    rb"|(?P<declaration><[!?][^>]*(?:>|\Z))"
    rb"|(?P<entity>&(?:\#\d{1,7}|\#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    rb"|(?P<wrap>(?<![ \t])[ \t]*\r?\n[ \t\r\n]*)",
    re.DOTALL,
)
ENTITY = Pattern(rb"&(?:\#\d{1,7}|\#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
LINE_END = Pattern(rb"[ \t]*(?:\r?\n|\Z)")
TAG_NAME = Pattern(rb"</?([A-Za-z][\w:.-]*)")
ATTRIBUTE = Pattern(rb"[\s\"']([\w:.-]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")

HIDES, SPEAKS, ASIDE = range(3)


class Element(NamedTuple):
    """An open element that matters for the text in it.

    name        in small letters
    start, end  its start tag, in bytes, half open
    effect      HIDES its content, SPEAKS another language in blocks, or is an ASIDE in another language
    lang        the language around it
    is_phrase   whether it ends, at the latest, where its block does
    """

    name: str
    start: int
    end: int
    effect: int
    lang: str
    is_phrase: bool


class Tag(NamedTuple):
    """A start or end tag: its bytes, and where it stands in the source (bytes, half open)."""

    data: bytes
    name: str
    start: int
    end: int

    @property
    def is_end(self) -> bool:
        return self.data.startswith(b"</")

    @property
    def is_closed(self) -> bool:
        """Whether it is an element without content, as XML writes it."""
        return self.data.endswith(b"/>")

    def attributes(self) -> dict[str, tuple[int, bytes]]:
        """Return where the value of each attribute begins in ``data``, and the value, by name."""
        found: dict[str, tuple[int, bytes]] = {}
        for match in ATTRIBUTE.finditer(self.data, 1 + len(self.name)):
            group = match.lastindex
            value = (match.start(group), match[group]) if group > 1 else (match.end(), b"")
            found.setdefault(match[1].decode().lower(), value)
        return found


class Elements:
    """Takes the HTML of a document into a flow, and remembers the elements that are open.

    data   the bytes that are parsed: the source, with what is no markup covered
    open   the elements that are open and matter, the innermost last
    """

    def __init__(self, flow: Flow, data: bytes) -> None:
        self.flow = flow
        self.data = data
        self.open: list[Element] = []
        self._depth: list[int] = []  # how many elements of its name are open within each of them
        self._anchor: OpenLink | None = None
        self._last_end_tags: dict[str, int] = {}

    def block(self, lines: list[tuple[int, int]]) -> None:
        """Take a block of HTML, given by its lines: in bytes, half open, without the marks of quotes."""
        _Block(self, lines).scan()

    def comment(self, comment: bytes, start: int, end: int) -> None:
        """Take a comment, given without its marks, that stands at [start, end)."""
        if self.flow.prose.parts and not LINE_END.match(self.data, end):
            self.flow.prose.opaque(start, end)
        self.flow.comment(start, end, comment.decode())

    def inline(self, markup: bytes, start: int, end: int) -> None:
        """Take a tag, a comment or a declaration that stands in a paragraph of Markdown."""
        match = TAG_NAME.match(markup)
        if match is not None:
            self.tag(Tag(markup, match[1].decode(errors="replace").lower(), start, end), is_inline=True)
        elif markup.startswith(b"<!--"):
            self.comment(markup[4:].removesuffix(b"-->"), start, end)
        else:
            self.flow.prose.opaque(start, end)

    def tag(self, tag: Tag, *, is_inline: bool) -> None:
        """Take a tag, in a paragraph of Markdown or in a block of HTML."""
        name, flow = tag.name, self.flow
        is_block = name in BLOCKS
        if is_block:
            self.end_phrases()
        is_within = bool(self.open) and self.open[-1].name == name
        if is_within and tag.is_end:
            self._depth[-1] -= 1
            if not self._depth[-1]:
                self._close(tag.end)
                return
        if not tag.is_end and not tag.is_closed:
            if not flow.is_hidden and self._opens(tag, is_block, is_inline):
                return
            if is_within:
                self._depth[-1] += 1
        if flow.is_hidden:
            return
        if name in BREAKS:
            flow.prose.decoded(tag.start, tag.end, LINE_BREAK)
        elif name == "img":
            self._image(tag)
        elif name == "a":
            self._take_anchor(tag)
        elif name in TRANSPARENT:
            pass
        elif is_block or not (is_inline or tag.is_closed or name in EMBEDDED):
            flow.end_segment()
            flow.role = "paragraph" if tag.is_end else BLOCKS.get(name, "paragraph")
        else:
            flow.prose.opaque(tag.start, tag.end)

    def end_phrases(self) -> None:
        """End the elements that cannot reach over the end of a block, which is here."""
        while self.open and self.open[-1].is_phrase:
            if self.open[-1].effect == HIDES:
                self.open.pop()
                self._depth.pop()
                self.flow.give_up_hiding()
            else:
                self._close(max(self.open[-1].end, self.flow.prose.end))

    def _opens(self, tag: Tag, is_block: bool, is_inline: bool) -> bool:
        """Take a start tag if what is in its element is no prose, or in another language."""
        name, flow = tag.name, self.flow
        is_phrase = name in HIDDEN_PHRASES or name in TRANSPARENT or (is_inline and not is_block)
        hides = name in HIDDEN
        lang = ""
        if not hides and (b"lang" in tag.data or b"translate" in tag.data):
            attributes = tag.attributes()
            hides = attributes.get("translate", (0, b""))[1].lower() == b"no" or (
                b"notranslate" in attributes.get("class", (0, b""))[1].split()
            )
            lang = (attributes.get("lang") or attributes.get("xml:lang") or (0, b""))[1].decode()
        speaks = not hides and lang.lower() != flow.lang.lower() and is_language(lang)
        if not hides and not speaks:
            return False
        if not self._ends_behind(tag) and name not in RAW and name != "html":
            return False
        if hides:
            if is_block:
                flow.end_segment()
            flow.hide(tag.start, tag.end)
            effect = HIDES
        elif not is_phrase:
            flow.end_segment()
            flow.role = BLOCKS.get(name, "paragraph")
            effect = SPEAKS
        elif flow.is_in_link or name == "a":
            return False
        else:
            flow.begin_aside()
            effect = ASIDE
        self.open.append(Element(name, tag.start, tag.end, effect, flow.lang, is_phrase))
        self._depth.append(1)
        if speaks:
            flow.lang = lang
        return True

    def _close(self, end: int) -> None:
        """Close the element that was opened last; its end tag ends at byte ``end``."""
        element = self.open.pop()
        self._depth.pop()
        if element.effect == HIDES:
            self.flow.reveal(end)
        elif element.effect == ASIDE:
            self.flow.end_aside(element.start, end, self.flow.role)
        if element.name in BLOCKS or element.effect == SPEAKS:
            self.flow.end_segment()
        self.flow.lang = element.lang

    def _ends_behind(self, tag: Tag) -> bool:
        """Whether an end tag of that name stands anywhere behind the tag."""
        if tag.name not in self._last_end_tags:
            self._last_end_tags[tag.name] = self.data.lower().rfind(b"</" + tag.name.encode())
        return self._last_end_tags[tag.name] >= tag.end

    def _take_anchor(self, tag: Tag) -> None:
        # A new anchor ends one that is open, as browsers have it: that one is none then.
        flow, anchor = self.flow, self._anchor
        self._anchor = None
        if tag.is_end:
            if anchor is not None:
                flow.end_link(anchor, tag.end)
            return
        if anchor is not None:
            flow.drop_link(anchor)
        href = tag.attributes().get("href")
        if href is not None:
            self._anchor = flow.begin_link(tag.start, unescape(href[1].decode()), "Html")
            if tag.is_closed:
                flow.end_link(self._anchor, tag.end)
                self._anchor = None

    def _image(self, tag: Tag) -> None:
        attributes = tag.attributes()
        at, alt = attributes.get("alt", (0, b""))
        self.flow.begin_aside()
        if len(tag.data) == tag.end - tag.start:
            self._add_value(tag.start + at, alt)
        elif alt:  # it stands in several lines of a quote
            self.flow.prose.decoded(tag.start, tag.end, unescape(alt.decode()))
        self.flow.end_image(tag.start, tag.end, unescape(attributes.get("src", (0, b""))[1].decode()), "Html")

    def _add_value(self, start: int, value: bytes) -> None:
        """Add the value of an attribute that stands at byte ``start``."""
        at = 0
        for match in ENTITY.finditer(value):
            self.text(value[at : match.start()], start + at)
            self.entity(match[0], start + match.start())
            at = match.end()
        self.text(value[at:], start + at)

    def text(self, text: bytes, start: int) -> None:
        """Add text that stands at byte ``start``."""
        if text:
            self.flow.prose.covered(start, text.decode())

    def entity(self, entity: bytes, start: int) -> None:
        """Add what an entity stands for; one that has no meaning stands for itself."""
        decoded = unescape(entity.decode())
        if decoded == entity.decode():
            self.text(entity, start)
        else:
            self.flow.prose.decoded(start, start + len(entity), decoded)


class _Block:
    """A block of HTML: the lines of the source that it consists of, as one text."""

    def __init__(self, elements: Elements, lines: list[tuple[int, int]]) -> None:
        self.elements = elements
        data = elements.data
        if all(before[1] == after[0] for before, after in pairwise(lines)):
            lines = [(lines[0][0], lines[-1][1])]
        self.text = b"".join([data[start:end] for start, end in lines])
        self.starts = [start for start, _ in lines]
        self.offsets = [0]  # where each line begins in the text
        for start, end in lines[:-1]:
            self.offsets.append(self.offsets[-1] + end - start)

    def position(self, at: int) -> int:
        """Return where the byte ``at`` of the text stands in the source."""
        line = bisect_right(self.offsets, at) - 1
        return self.starts[line] + at - self.offsets[line]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where the non-empty range [start, end) of the text stands in the source."""
        return self.position(start), self.position(end - 1) + 1

    def scan(self) -> None:
        elements, flow, text = self.elements, self.elements.flow, self.text
        at = 0
        while match := TOKEN.search(text, at):
            start, end = match.span()
            if start > at:
                elements.text(text[at:start], self.position(at))
            at = end
            where = self.span(start, end)
            if match["tag"]:
                tag = Tag(match[0], match["tag"].decode(errors="replace").lower(), *where)
                elements.tag(tag, is_inline=False)
                if tag.name in RAW and flow.is_hidden and not tag.is_end:
                    at = self.end_of_raw(tag.name, end)
            elif match["wrap"]:
                if flow.prose.parts:
                    flow.break_line(*where, "\n")
            elif match["entity"]:
                elements.entity(match[0], where[0])
            elif match["comment"] is not None:
                elements.comment(match["comment"], *where)
            else:
                flow.prose.opaque(*where)
        if at < len(text):
            elements.text(text[at:], self.position(at))
        elements.end_phrases()
        flow.end_segment()

    def end_of_raw(self, name: str, at: int) -> int:
        """Return where the end tag begins of an element whose content is no markup."""
        match = re.compile(rb"</%b\b" % name.encode(), re.IGNORECASE).search(self.text, at)
        return match.start() if match else len(self.text)
