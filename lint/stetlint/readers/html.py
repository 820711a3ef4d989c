"""HTML: elements and entities, with the text between them as prose; and what people read in attributes.

A page is one block. In Markdown HTML comes as blocks, which are scanned here, and as single tags within a
paragraph, which the parser has found. An element may reach over many blocks: ``Elements`` knows those that
are open.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise
from typing import NamedTuple

from stetlint.document import LINE_BREAK, Content, Segment
from stetlint.language.codes import is_language
from stetlint.language.markup import unescape
from stetlint.language.patterns import Pattern
from stetlint.readers.flow import NO_WORDS, Flow, OpenLink
from stetlint.readers.prose import GONE, MASK, ProseBuilder
from stetlint.source import Source

# Elements that only dress their text: the words inside and outside of them make one sentence.
TRANSPARENT = frozenset(
    """
    a abbr acronym b bdi bdo big blink cite data del dfn em font i ins label mark nobr output picture q rb
    ruby s slot small span strike strong sub sup time u wbr
    """.split()
)
# Elements whose content is no prose, and those of them that stand within a phrase.
HIDDEN_PHRASES = frozenset("code kbd math rp rt samp tt var".split())
HIDDEN = HIDDEN_PHRASES | frozenset(
    """
    applet audio canvas iframe noscript object pre script style svg template textarea video xmp
    """.split()
)
# Elements whose content is no markup either.
RAW = frozenset(("script", "style", "textarea", "xmp", "iframe"))
# Elements that stand in a text like a word, wherever they stand.
EMBEDDED = frozenset("area button embed input meter progress select source track".split())
# Elements that end a segment even within a paragraph of Markdown, and the role of the text in them.
BLOCKS = dict.fromkeys(
    """
    address article aside blockquote body center col colgroup dd details dialog dir div dl dt fieldset
    figcaption figure footer form head header hgroup hr html legend link main menu meta nav ol optgroup
    option p search section table tbody tfoot thead tr ul
    """.split(),
    "paragraph",
)
BLOCKS |= dict.fromkeys("h1 h2 h3 h4 h5 h6 title summary caption".split(), "heading")
BLOCKS |= {"td": "cell", "th": "cell", "li": "list-item"}

# Attributes that people read: of any element, and of some.
SPOKEN = frozenset(
    """
    aria-description aria-label aria-placeholder aria-roledescription aria-valuetext placeholder title
    """.split()
)
SPOKEN_OF = {
    "area": ("alt",),
    "input": ("alt",),
    "optgroup": ("label",),
    "option": ("label",),
    "table": ("summary",),
    "track": ("label",),
}
EVER_SPOKEN = SPOKEN.union(("alt", "content", "value"), *SPOKEN_OF.values())  # of one element or other
BUTTONS = frozenset((b"button", b"reset", b"submit"))
# What a page says of itself for search engines and previews.
SPOKEN_META = frozenset(
    b"""
    application-name apple-mobile-web-app-title dc.description dc.title dcterms.description dcterms.title
    description headline name og:description og:image:alt og:site_name og:title twitter:description
    twitter:image:alt twitter:title
    """.split()
)

_TOKEN = (
    rb"(?P<text>[^<&\n]++)|(?P<wrap>\n[ \t\r\n]*+)"
    rb"|<!--(?P<comment>.*?)(?:-->|\Z)"
    rb"|</?(?P<tag>[A-Za-z][\w:.-]*+)(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+>"
    rb"|(?P<declaration><[!?][^>]*(?:>|\Z))"
    rb"|(?P<entity>%b)|[<&]"
)
_ENTITY = rb"&(?:\#\d{1,7}|\#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31})"
ENTITY = Pattern(_ENTITY + b";")
TOKEN = Pattern(_TOKEN % (_ENTITY + b";"), re.DOTALL)
PAGE_TOKEN = Pattern(_TOKEN % (_ENTITY + b";?"), re.DOTALL)
# Tags of template languages in a page. What parts blocks or says nothing is gone where it fills its line.
TEMPLATE_HINT = Pattern(rb"\{[{%#]|<[%?]|[\x1a\x7f]", engine="re2")
TEMPLATE = Pattern(
    rb"(?P<shown>\{\{(?:[^{}]|\{(?!\{)|\}(?!\}))*+\}\}\}?|<[%?]=(?:[^%?<]|[%?](?!>)|<(?![%?]))*+[%?]>)"
    rb"|(?P<silent>\{%(?:[^%{]|%(?!\})|\{(?!%))*+%\}|\{\#(?:[^\#{]|\#(?!\})|\{(?!\#))*+\#\}"
    rb"|<[%?](?:[^%?<]|[%?](?!>)|<(?![%?]))*+[%?]>)"
    rb"|[\x1a\x7f]+"
)
LONGEST_TEMPLATE_TAG = 4000  # bytes
PAGE_LANGUAGE = Pattern(
    rb"<html\b[^<>]*?[\s\"'](?:xml:)?lang\s*=\s*[\"']?([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*)[\"'\s>]",
    re.IGNORECASE,
)
_IN_VALUE = _ENTITY + rb";|(?<![ \t])[ \t]*\r?\n[ \t\r\n%b]*"
IN_VALUE = Pattern(_IN_VALUE % b"")
IN_QUOTED_VALUE = Pattern(_IN_VALUE % b">")  # in Markdown, whose quotes have marks in front of their lines
AMPERSAND, NEWLINE = b"&\n"
LINE_END = Pattern(rb"[ \t]*(?:\r?\n|\Z)")
END_TAG = Pattern(rb"</([A-Za-z][\w:.-]*)")
TAG_NAME = Pattern(rb"</?([A-Za-z][\w:.-]*)")
ATTRIBUTE = Pattern(rb"[\s\"']([\w:.-]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")

HIDES, SPEAKS, ASIDE = range(3)


def declared_language(source: Source) -> str | None:
    """Return the language that the root element names."""
    match = PAGE_LANGUAGE.search(source.data)
    if match is None:
        return None
    tag: str = match[1].decode().replace("_", "-")
    return tag if is_language(tag) else None


def read(source: Source, lang: str) -> Content:
    """Read a page or a fragment of one."""
    data = source.data
    if TEMPLATE_HINT.search(data) is not None:
        data = _without_templates(data)
    flow = Flow(source, lang)
    Elements(flow, data, is_page=True).block([(0, len(data))])
    return flow.in_order()


def _without_templates(data: bytes) -> bytes:
    """Return a page with covers on the tags of template languages."""

    def cover(match: re.Match[bytes]) -> bytes:
        start, end = match.span()
        if end - start > LONGEST_TEMPLATE_TAG:
            return match[0]
        is_gone = match["silent"] is not None and (
            LINE_END.match(data, end) is not None or not start or data[start - 1] == NEWLINE
        )
        return (GONE if is_gone else MASK).encode() * (end - start)

    covered: bytes = TEMPLATE.sub(cover, data)
    return covered


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
    """A start or end tag: its bytes as they stand in the source, at [start, end)."""

    data: bytes
    name: str
    start: int
    end: int
    is_end: bool

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

    data      the bytes that are parsed: the source, with what is no markup covered
    is_page   whether they are a page, not a part of Markdown
    open      the elements that are open and matter, the innermost last
    """

    def __init__(self, flow: Flow, data: bytes, *, is_page: bool = False) -> None:
        self.flow = flow
        self.data = data
        self.is_page = is_page
        self.open: list[Element] = []
        self._depth: list[int] = []  # how many elements of its name are open within each of them
        self._anchor: OpenLink | None = None
        self._last_end_tags: dict[bytes, int] | None = None

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
            name = match[1].decode(errors="replace").lower()
            self.tag(Tag(markup, name, start, end, markup.startswith(b"</")), is_inline=True)
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
        if is_within and name == "p" and not tag.is_end:  # a paragraph ends where the next one begins
            self._close(tag.start)
            is_within = False
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
            if name not in TRANSPARENT:  # in case that what hides it is never closed
                flow.prose.opaque(tag.start, tag.end)
            return
        if name == "br":
            flow.prose.decoded(tag.start, tag.end, LINE_BREAK)
        elif name == "img":
            self._image(tag)
        elif name == "a":
            self._take_anchor(tag)
        elif name in TRANSPARENT:
            pass
        elif is_block or not (is_inline or self.is_page or tag.is_closed or name in EMBEDDED):
            flow.end_segment()
            flow.role = "paragraph" if tag.is_end else BLOCKS.get(name, "paragraph")
        else:
            flow.prose.opaque(tag.start, tag.end)
        if not tag.is_end and b"=" in tag.data:
            self._attributes(tag)

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
        if not hides and b"lang" not in tag.data and b"translate" not in tag.data:
            return False
        lang = ""
        # What the root element says is known before: it may be wrong, and the configuration beats it.
        if not hides and name != "html":
            attributes = tag.attributes()
            hides = attributes.get("translate", (0, b""))[1].lower() == b"no" or (
                b"notranslate" in attributes.get("class", (0, b""))[1].split()
            )
            lang = (attributes.get("lang") or attributes.get("xml:lang") or (0, b""))[1].decode()
        speaks = bool(lang) and not hides and lang.lower() != flow.lang.lower() and is_language(lang)
        if not hides and not speaks:
            return False
        if name not in RAW and not self._ends_behind(tag):
            return False
        if speaks and b"=" in tag.data:
            around, flow.lang = flow.lang, lang
            self._attributes(tag)
            flow.lang = around
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
        if self._last_end_tags is None:
            self._last_end_tags = {match[1].lower(): match.start() for match in END_TAG.finditer(self.data)}
        return self._last_end_tags.get(tag.name.encode(), -1) >= tag.end

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
        self._add_value(self.flow.prose, tag.start + at, alt)
        self.flow.end_image(tag.start, tag.end, unescape(attributes.get("src", (0, b""))[1].decode()), "Html")

    def _attributes(self, tag: Tag) -> None:
        """Make segments of the attributes that people read."""
        attributes = tag.attributes()
        spoken = [name for name in attributes if name in SPOKEN]
        spoken += SPOKEN_OF.get(tag.name, ())
        if tag.name == "input" and attributes.get("type", (0, b""))[1].lower() in BUTTONS:
            spoken.append("value")
        elif tag.name == "meta":
            named = [attributes.get(key, (0, b""))[1].lower() for key in ("name", "property", "itemprop")]
            spoken += ["content"] if SPOKEN_META.intersection(named) else []
        for name in spoken:
            at, value = attributes.get(name, (0, b""))
            builder = ProseBuilder(self.flow.source)
            self._add_value(builder, tag.start + at, value)
            prose = builder.build()
            if prose.text.strip(NO_WORDS):
                self.flow.content.segments.append(Segment(prose, "attribute", self.flow.lang))

    def _add_value(self, prose: ProseBuilder, start: int, value: bytes) -> None:
        """Add the value of an attribute that stands at byte ``start``."""
        at = 0
        special = IN_VALUE if self.is_page else IN_QUOTED_VALUE
        for match in special.finditer(value):
            self._add(prose, value[at : match.start()], start + at)
            if match[0][0] == AMPERSAND:
                self._add_entity(prose, match[0], start + match.start())
            else:
                prose.decoded(start + match.start(), start + match.end(), "\n")
            at = match.end()
        self._add(prose, value[at:], start + at)

    def text(self, text: bytes, start: int) -> None:
        """Add text that stands at byte ``start``."""
        self._add(self.flow.prose, text, start)

    def entity(self, entity: bytes, start: int) -> None:
        """Add what an entity stands for; one that has no meaning stands for itself."""
        self._add_entity(self.flow.prose, entity, start)

    def _add(self, prose: ProseBuilder, text: bytes, start: int) -> None:
        if text:
            prose.covered(start, text.decode())

    def _add_entity(self, prose: ProseBuilder, entity: bytes, start: int) -> None:
        name = entity.decode()
        end = len(name)
        if self.is_page and name[1] != "#":
            from html.entities import html5

            # Some names of old need no semicolon: the longest that the text begins with.
            while end > 1 and name[1:end] not in html5:
                end -= 1
        decoded = unescape(name[:end]) if end > 1 else name
        if end <= 1 or decoded == name:
            self._add(prose, entity, start)
            return
        if decoded:
            prose.decoded(start, start + end, decoded)
        self._add(prose, entity[end:], start + end)


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
        if len(self.starts) == 1:
            return self.starts[0] + at
        line = bisect_right(self.offsets, at) - 1
        return self.starts[line] + at - self.offsets[line]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where the non-empty range [start, end) of the text stands in the source."""
        return self.position(start), self.position(end - 1) + 1

    def scan(self) -> None:
        elements, flow, text = self.elements, self.elements.flow, self.text
        tokens = PAGE_TOKEN if elements.is_page else TOKEN
        at = 0
        wrap = -1  # where the blanks in front of a wrap begin, which are part of it
        while match := tokens.match(text, at):
            start, at = match.span()
            kind = match.lastgroup
            if kind is None or kind == "text":
                words = match[0]
                if text[at : at + 1] == b"\n":
                    words = words.rstrip(b" \t\r")
                    wrap = start + len(words)
                elements.text(words, self.position(start))
                continue
            if kind == "wrap":
                if flow.prose.parts:
                    flow.break_line(*self.span(wrap if wrap >= 0 else start, at), "\n")
                wrap = -1
                continue
            where = self.span(start, at)
            if kind == "tag":
                name = match["tag"].decode(errors="replace").lower()
                # Not the match: marks of a quote may stand between its lines.
                data = elements.data[where[0] : where[1]]
                tag = Tag(data, name, *where, data.startswith(b"</"))
                elements.tag(tag, is_inline=False)
                if tag.name in RAW and flow.is_hidden and not tag.is_end:
                    at = self.end_of_raw(tag.name, at)
            elif kind == "entity":
                elements.entity(match[0], where[0])
            elif kind == "comment":
                elements.comment(match["comment"], *where)
            else:
                flow.prose.opaque(*where)
        elements.end_phrases()
        flow.end_segment()

    def end_of_raw(self, name: str, at: int) -> int:
        """Return where the end tag begins of an element whose content is no markup."""
        match = re.compile(rb"</%b\b" % name.encode(), re.IGNORECASE).search(self.text, at)
        return match.start() if match else len(self.text)
