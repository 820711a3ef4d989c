"""Markdown: CommonMark with GFM tables, footnotes, definition lists, math, front matter and template tags."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

from pyromark import Markdown, Options

from stetlint.document import LINE_BREAK, OBJECT, Content
from stetlint.gist import Gist
from stetlint.language.patterns import Pattern
from stetlint.readers import covers, front_matter, rendered
from stetlint.readers.covers import Cover
from stetlint.readers.flow import Flow, OpenLink
from stetlint.readers.front_matter import FrontMatter
from stetlint.readers.html import Elements
from stetlint.readers.prose import GONE, MASK
from stetlint.source import Source

OPTIONS = (
    Options.ENABLE_TABLES
    | Options.ENABLE_FOOTNOTES
    | Options.ENABLE_STRIKETHROUGH
    | Options.ENABLE_TASKLISTS
    | Options.ENABLE_HEADING_ATTRIBUTES
    | Options.ENABLE_GFM
)
# To the parser ":a" at the beginning of a line is a definition as well, and "$5**, not **$4" is math.
DEFINITION = Pattern(r"\n[ \t>]*:[ \t]")
MATH = Pattern(r"\$(?:[^\d\s]|\d[^$\n]{0,80}(?:[\\^_=+/]|(?<!\*)\*(?!\*))[^$\n]{0,80}(?<!\s)\$(?!\d))")
INLINE = frozenset(("Emphasis", "Strong", "Strikethrough"))
ROLES = {
    "Heading": "heading",
    "Item": "list-item",
    "TableCell": "cell",
    "DefinitionListTitle": "term",
    "FootnoteDefinition": "footnote",
}
MASKS = Pattern(f"{MASK}{MASK}*")  # of which re looks for the first letter
BACKSLASH, AMPERSAND = b"\\&"


def declared_language(source: Source) -> str | None:
    """Return the language that the front matter names."""
    return front_matter.declared_language(source.data)


def read(source: Source, lang: str, *, is_mdx: bool = False) -> Content:
    """Read a Markdown source."""
    front, covered, data = _covered(source, is_mdx)
    reading = _Reading(Flow(source, lang), data, bool(covered))
    if front is not None:
        reading.flow.content.segments.extend(front_matter.segments(source, front, lang))
    for start, end, _ in covered:
        if source.data.startswith(b"{/*", start):
            reading.flow.comment(start, end, source.data[start + 3 : end - 3].decode())
    reading.walk(source.text if data is source.data else data.decode())
    return reading.flow.in_order()


def gist(source: Source, lang: str, *, is_mdx: bool = False) -> str:
    """Return the text of the source for its Gist."""
    front, covered, data = _covered(source, is_mdx)
    text = source.text if data is source.data else data.decode()
    html = _parser(text).html(text)
    found = rendered.text_of(MASKS.sub(OBJECT, html).replace(GONE, "") if covered else html)
    if front is not None:
        found += Gist.of(segment.text for segment in front_matter.segments(source, front, lang)).text
    return found


def _parser(text: str) -> Markdown:
    return _parser_with(DEFINITION.search(text) is not None, "$" in text and MATH.search(text) is not None)


@cache
def _parser_with(definitions: bool, math: bool) -> Markdown:
    options = OPTIONS
    if definitions:
        options |= Options.ENABLE_DEFINITION_LIST
    if math:
        options |= Options.ENABLE_MATH
    return Markdown(options=options)


@lru_cache(maxsize=1)  # a source of which somebody wants the gist is often read next
def _covered(source: Source, is_mdx: bool) -> tuple[FrontMatter | None, list[Cover], bytes]:
    """Return the front matter, the covers and the source with both of them covered."""
    front = front_matter.find(source.data)
    covered = covers.find(source.data, front.end if front else 0, is_mdx)
    return front, covered, covers.lay(source.data, front, covered) if front or covered else source.data


class _Reading:
    """One pass over the events of the parser, which reads ``data``: the covered source. Positions: bytes."""

    def __init__(self, flow: Flow, data: bytes, has_covers: bool) -> None:
        self.flow = flow
        self.data = data
        self.has_covers = has_covers
        self.elements = Elements(flow, data)
        self.roles = ["paragraph"]
        self.links: list[OpenLink] = []
        self.images: list[dict[str, Any]] = []
        self.html_lines: list[tuple[int, int]] = []

    def walk(self, text: str) -> None:
        """Take the events of a text.

        A third of them are texts that stand in the source as they are, often one right behind the other: such
        a run is added as a whole.
        """
        flow = self.flow
        data = self.data
        has_covers = self.has_covers
        elements = self.elements
        is_code = False
        run = run_end = -1  # where the run stands that is not added yet
        events: Any = _parser(text).events_with_range(text)
        for event, place in events:
            start: int = place["start"]
            end: int = place["end"]
            if event.__class__ is str:
                if event == "SoftBreak" and start == run_end and data[start:end] == b"\n":
                    run_end = end
                    continue
            elif "Text" in event:
                if is_code:
                    continue
                value = event["Text"]
                size = len(value) if value.isascii() else len(value.encode())
                if (
                    size == end - start
                    and data[start] != AMPERSAND
                    and data[start - 1] != BACKSLASH
                    and not (has_covers and (MASK in value or GONE in value))
                ):
                    if start != run_end:
                        if run >= 0:
                            flow.prose.verbatim(run, run_end, data[run:run_end].decode())
                        run = start
                    run_end = end
                    continue
            if run >= 0:
                flow.prose.verbatim(run, run_end, data[run:run_end].decode())
                run = run_end = -1
            if event.__class__ is str:
                if event == "SoftBreak":
                    flow.break_line(start, end, "\n")
                elif event == "HardBreak":
                    self._hard_break(start, end)
                continue
            ((name, value),) = event.items()
            if name == "Start":
                tag = value if value.__class__ is str else next(iter(value))
                if tag in INLINE:
                    continue
                if tag == "Link":
                    self.links.append(flow.begin_link(start, value[tag]["dest_url"], value[tag]["link_type"]))
                elif tag == "Image":
                    self.images.append(value[tag])
                    flow.begin_aside()
                else:
                    if flow.prose.parts or elements.open:
                        self._end_block()
                    if tag in ROLES:
                        flow.role = ROLES[tag]
                        self.roles.append(flow.role)
                    elif tag == "CodeBlock":
                        is_code = True
            elif name == "End":
                tag = value if value.__class__ is str else next(iter(value))
                if tag in INLINE:
                    continue
                if tag == "Link":
                    flow.end_link(self.links.pop(), end)
                elif tag == "Image":
                    image = self.images.pop()
                    flow.end_image(start, end, image["dest_url"], image["link_type"])
                else:
                    if tag == "HtmlBlock":
                        elements.block(self.html_lines)
                        self.html_lines = []
                    if flow.prose.parts or elements.open:
                        self._end_block()
                    if tag in ROLES:
                        self.roles.pop()
                    elif tag == "CodeBlock":
                        is_code = False
                    flow.role = self.roles[-1]
            elif name == "Text":
                self._other_text(start, end, value)
            elif name == "Html":
                self.html_lines.append((start, end))
            elif name == "InlineHtml":
                if not self.images:  # an alternative text shows no markup
                    elements.inline(data[start:end], start, end)
            elif name == "InlineMath" and data[end : end + 1].isdigit():  # prices: $5-$10
                flow.prose.covered(start, data[start:end].decode())
            elif name != "TaskListMarker":  # code, math, a reference to a footnote
                flow.prose.opaque(start, end)
        self._end_block()

    def _other_text(self, start: int, end: int, value: str) -> None:
        """Add a text that the source may spell in another way: an entity, an escaped character in front."""
        prose = self.flow.prose
        data = self.data
        source = data[start:end].decode()
        if source != value:
            prose.decoded(start, end, value)
            return
        if start and data[start - 1] == BACKSLASH and prose.end < start:
            # In a cell of a table the first character may be escaped twice: \\\\|
            escape = start - 2 if data[max(start - 2, prose.end, 0) : start] == b"\\\\" else start - 1
            prose.decoded(escape, start + 1, value[0])
            start += 1
            value = value[1:]
        if value:
            prose.covered(start, value)

    def _hard_break(self, start: int, end: int) -> None:
        # To the parser any two blanks at the end of a line are one; they may be a cover, or tabs.
        markup = self.flow.source.data[start:end].rstrip(b"\r\n")
        is_hard = markup.endswith((b"  ", b"\\"))
        self.flow.break_line(start, end, LINE_BREAK if is_hard else "\n")

    def _end_block(self) -> None:
        flow = self.flow
        if self.elements.open:
            self.elements.end_phrases()
        if flow.prose.parts:
            flow.end_segment()
        flow.role = self.roles[-1]
