"""Markdown: CommonMark with GFM tables, footnotes, definition lists, math, front matter and template tags."""

from __future__ import annotations

from typing import Any

from pyromark import Markdown, Options

from stetlint.document import LINE_BREAK, Comment, Content, Link, Segment
from stetlint.readers import front_matter, html, masks
from stetlint.readers.prose import ProseBuilder
from stetlint.source import Source

PARSER = Markdown(
    options=Options.ENABLE_TABLES
    | Options.ENABLE_FOOTNOTES
    | Options.ENABLE_STRIKETHROUGH
    | Options.ENABLE_TASKLISTS
    | Options.ENABLE_HEADING_ATTRIBUTES
    | Options.ENABLE_MATH
    | Options.ENABLE_GFM
    | Options.ENABLE_DEFINITION_LIST
)
INLINE = frozenset(("Emphasis", "Strong", "Strikethrough", "Superscript", "Subscript"))
ROLES = {
    "Heading": "heading",
    "Item": "list-item",
    "TableCell": "cell",
    "DefinitionListTitle": "term",
    "FootnoteDefinition": "footnote",
}


def declared_language(source: Source) -> str | None:
    """Return the language that the front matter names."""
    return front_matter.declared_language(source.data)


def read(source: Source, lang: str) -> Content:
    """Read a Markdown source."""
    return read_masked(source, lang, masks.find(source.data, is_mdx=False))


def read_masked(source: Source, lang: str, masked: list[tuple[int, int]]) -> Content:
    """Read a Markdown source in which the given byte ranges are no Markdown."""
    return _Reading(source, lang).content(masked)


class _Reading:
    """One pass over the parser's events. Positions are bytes; masked bytes stand for what is no Markdown."""

    def __init__(self, source: Source, lang: str) -> None:
        self.source = source
        self.lang = lang
        self.segments: list[Segment] = []
        self.links: list[Link] = []
        self.comments: list[Comment] = []
        self.builder = ProseBuilder(source)
        self.outer: list[ProseBuilder] = []  # around an image: its alternative text is a segment of its own
        self.open_links: list[tuple[dict[str, Any], tuple[int, int, int]]] = []
        self.roles = ["paragraph"]
        self.hidden: str | None = None  # the inline HTML element whose content is no prose
        self.hidden_start = self.hidden_end = 0
        self.html_block: ProseBuilder | None = None

    def content(self, masked: list[tuple[int, int]]) -> Content:
        data = self.source.data
        front = front_matter.find(data)
        if front is not None:
            self.segments.extend(front_matter.segments(self.source, front, self.lang))
        is_plain = front is None and not masked
        self._walk(self.source.text if is_plain else masks.cover(data, front, masked).decode())
        return Content(self.segments, self.links, self.comments)

    def _walk(self, text: str) -> None:
        data = self.source.data
        in_code = False
        events: Any = PARSER.events_with_range(text)
        for event, at in events:
            start: int = at["start"]
            end: int = at["end"]
            if isinstance(event, str):
                if event == "SoftBreak":
                    self._break(start, end, "\n")
                elif event == "HardBreak":
                    self._break(start, end, LINE_BREAK)
                continue
            ((name, value),) = event.items()
            if name == "Text":
                if in_code:
                    continue
                if self.hidden:
                    self.hidden_end = end
                    continue
                size = len(value) if value.isascii() else len(value.encode())
                if size != end - start:
                    self.builder.decoded(start, end, value)
                    continue
                builder = self.builder
                if data[start - 1] == 92 and start and builder.end < start:  # an escaped character
                    builder.decoded(start - 1, start + 1, value[0])
                    value = value[1:]
                    start += 1
                    if not value:
                        continue
                builder.verbatim(start, end, value)
            elif name == "Start":
                tag = value if isinstance(value, str) else next(iter(value))
                if tag in INLINE:
                    continue
                if tag == "Link":
                    self.open_links.append((value["Link"], self.builder.mark()))
                elif tag == "Image":
                    self.open_links.append((value["Image"], self.builder.mark()))
                    self.outer.append(self.builder)
                    self.builder = ProseBuilder(self.source)
                else:
                    self._flush()
                    if tag == "CodeBlock":
                        in_code = True
                    elif tag == "HtmlBlock":
                        self.html_block = ProseBuilder(self.source)
                    elif tag in ROLES:
                        self.roles.append(ROLES[tag])
            elif name == "End":
                tag = value if isinstance(value, str) else next(iter(value))
                if tag in INLINE:
                    continue
                if tag == "Link":
                    self._end_link(start, end)
                elif tag == "Image":
                    self._end_image(start, end)
                else:
                    self._flush()
                    if tag == "CodeBlock":
                        in_code = False
                    elif tag == "HtmlBlock":
                        self._end_html_block()
                    elif tag in ROLES:
                        self.roles.pop()
            elif name == "Html":
                assert self.html_block is not None
                text_of_line = data[start:end].decode()
                self.html_block.verbatim(start, end, text_of_line)
            elif name == "InlineHtml":
                self._inline_html(start, end)
            elif name != "TaskListMarker" and not self.hidden:  # code, math, a reference to a footnote
                self.builder.opaque(start, end)
        self._flush()

    def _break(self, start: int, end: int, char: str) -> None:
        if self.hidden:
            return
        if char == "\n" and self.source.data[start:end] == b"\n":
            self.builder.verbatim(start, end, char)
        else:
            self.builder.decoded(start, end, char)

    def _flush(self) -> None:
        builder = self.builder
        if self.hidden:
            builder.opaque(self.hidden_start, self.hidden_end)
            self.hidden = None
        if builder.parts:
            prose = builder.build()
            if prose.text:
                self.segments.append(Segment(prose, self.roles[-1], self.lang))
            self.builder = ProseBuilder(self.source)

    def _end_link(self, start: int, end: int) -> None:
        link, mark = self.open_links.pop()
        builder = self.builder
        kind = link["link_type"]
        text = builder.text_since(mark)
        if kind in ("Autolink", "Email"):
            builder.cut(mark)
            text = ""
        if not text:
            builder.opaque(start, end)
        self.links.append(Link(start, end, text, link["dest_url"], kind, False))

    def _end_image(self, start: int, end: int) -> None:
        image, _ = self.open_links.pop()
        prose = self.builder.build()
        self.builder = self.outer.pop()
        if prose.text:
            self.segments.append(Segment(prose, "alt", self.lang))
        if not self.hidden:
            self.builder.opaque(start, end)
        self.links.append(Link(start, end, prose.text, image["dest_url"], image["link_type"], True))

    def _inline_html(self, start: int, end: int) -> None:
        tag = self.source.data[start:end].decode()
        if tag.startswith("<!--"):
            self.comments.append(Comment(start, end, tag[4:-3].strip()))
        name = html.tag_name(tag)
        if self.hidden:
            if name == "/" + self.hidden:
                self.builder.opaque(self.hidden_start, end)
                self.hidden = None
        elif html.hides_content(tag, name):
            self.hidden = name
            self.hidden_start, self.hidden_end = start, end
        elif name.lstrip("/") in html.BREAKS:
            self.builder.decoded(start, end, LINE_BREAK)
        elif name.lstrip("/") not in html.TRANSPARENT:
            self.builder.opaque(start, end)

    def _end_html_block(self) -> None:
        assert self.html_block is not None
        content = html.scan(self.html_block.build(), self.lang)
        self.segments.extend(content.segments)
        self.links.extend(content.links)
        self.comments.extend(content.comments)
        self.html_block = None
