"""AsciiDoc: blocks as Asciidoctor parses them, tables, lists, macros.

No parser of AsciiDoc tells where its text stands; what is read here was held against Asciidoctor.
"""

from __future__ import annotations

from typing import Any

from stetlint.document import LINE_BREAK, Content
from stetlint.language.codes import is_language
from stetlint.language.patterns import Pattern
from stetlint.readers import asciidoc_inline, asciidoc_tables, front_matter
from stetlint.readers.flow import Flow
from stetlint.readers.lines import Cutter, Line, lines_of
from stetlint.source import Source

SIGNATURE = b"-----BEGIN PGP"  # of files that end with .asc as well
DEEPEST = 50  # blocks within blocks that are read
LANGUAGE = Pattern(rb"(?m)^:lang:[ \t]+([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*)[ \t]*\r?$")
HEADER = Pattern(rb"(?:[^\n]*\n){0,60}")
# Lines of the preprocessor: they show nothing and part no paragraph.
PREPROCESSOR = Pattern(r"\\?(?:ifdef|ifndef|ifeval|endif|include)::[^\s\[]*\[.*\]$")
COMMENT = Pattern(r"//(?!/)")
DELIMITER = Pattern(r"(?:--|-{4,}|\.{4,}|={4,}|\*{4,}|_{4,}|\+{4,}|/{4,}|`{3}[^`\s]*)$")
TABLE = Pattern(r"[|,:!]={3,}$")
TITLE = Pattern(r"(={1,6}|#{1,6})[ \t]+(?P<title>\S.*?)(?:(?<![ \t])[ \t]+\1)?$")
UNDERLINE = Pattern(r"(?:=+|-+|~+|\^+|\++)$")
ENTRY = Pattern(r":(?P<name>!?\w[^:\n]*):(?:[ \t]+(?P<value>.*))?$")
ATTRIBUTES = Pattern(r"\[(?:|[\w.#%{,\"'].*|\[(?:|[A-Za-z_:][\w\-:.]*(?:,.+)?)\])\]$")
BLOCK_TITLE = Pattern(r"\.(?=\.?[^ \t.])(?!.*::$)")
MACRO = Pattern(
    r"(?!(?:xref|link|mailto|https?)::)(?P<name>[a-z_][\w-]*)::(?P<target>[^\[]*)\[(?P<values>.*)\]$"
)
# What stands below the title of a document: who wrote it, and which revision it is.
AUTHOR = Pattern(r"(?:[\w.'-]+(?:[ ][\w.'-]+){0,3}(?:[ ]<[^<>]+>)?(?:;[ ]*|$))+$")
REVISION = Pattern(r"v?\d[\w.-]*(?:,.*)?$|v[\w.-]+,.*$|\{[\w-]+\}(?:,.*)?$")
BREAK = Pattern(r"(?:'{3,}|<{3,}|([-*_])[ ]?\1[ ]?\1)$")
ITEM = Pattern(
    r"(?:-|\*+|•|\.+|[0-9]{1,9}\.|[A-Za-z]\.|[ivx]{1,8}\)|[IVX]{1,8}\))[ \t]+(?=\S)(?:\[[ xX*]\][ \t]+)?"
)
CALLOUT = Pattern(r"<(?:\d+|\.)>[ \t]+")
TERM = Pattern(r"(?!//[^/])(?P<term>\S.*?)(?P<mark>:::?:?|;;)(?:$|[ \t]+)")
ADMONITION = Pattern(r"(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):[ \t]+")
QUOTED = Pattern(r">(?:[ \t]|$)")
STYLE = Pattern(r"\[[\"']?(?P<style>[\w-]*)")
CODE_STYLES = frozenset(
    """
    a2s asciimath barcode blockdiag bpmn bytefield comment d2 dbml ditaa dot erd excalidraw graphviz latexmath
    listing literal mermaid msc nomnoml pass pikchr plantuml salt seqdiag shaape smcat source stem structurizr
    svgbob syntrax umlet vega vegalite wavedrom
    """.split()
)
SPOKEN_ENTRIES = frozenset("description doctitle subtitle title".split())
SPOKEN_ENDINGS = ("-caption", "-title", "-label", "-signifier")


def declared_language(source: Source) -> str | None:
    """Return the language that the attribute ``lang`` in the first lines names."""
    match = LANGUAGE.search(source.data, 0, HEADER.match(source.data).end())
    if match is None:
        return front_matter.declared_language(source.data)
    tag = match[1].decode().replace("_", "-")
    return tag if is_language(tag) else None


def read(source: Source, lang: str) -> Content:
    """Read a source."""
    flow = Flow(source, lang)
    if source.data.startswith(SIGNATURE):
        return flow.content
    front = front_matter.find(source.data) if source.data.startswith(b"---") else None
    lines = lines_of(source)
    if front is not None:
        flow.content.segments.extend(front_matter.segments(source, front, lang))
        lines = [line for line in lines if line.start >= front.end]
    lines = [line for line in lines if "::" not in line.text or not PREPROCESSOR.match(line.text)]
    blocks = Blocks(flow, lines, 0)
    blocks.read(blocks.header(), len(lines), "paragraph")
    return flow.in_order()


class Blocks:
    """Reads lines. Each method that takes a block returns the number of the line behind it."""

    def __init__(self, flow: Flow, lines: list[Line], depth: int) -> None:
        self.flow = flow
        self.lines = lines
        self.depth = depth
        self.style = ""  # of the block to come
        self.attributes: list[str] = []  # the lines that say it

    def header(self) -> int:
        """Take the title of a document, and pass over who wrote it."""
        at = self.entries(0, is_header=False)
        lines = self.lines
        match = TITLE.match(lines[at].text) if at < len(lines) else None
        is_underlined = match is None and self.is_underlined(at, len(lines)) and lines[at + 1].text[0] == "="
        if is_underlined or (match is not None and len(match[1]) == 1):
            if match is not None:
                at = self.title(at, match)
            else:
                self.segment([lines[at]], "heading")
                at += 2
            for pattern in (AUTHOR, REVISION):
                is_entry_next = at + 1 < len(lines) and ENTRY.match(lines[at + 1].text)
                if at < len(lines) and lines[at].text and (pattern.match(lines[at].text) or is_entry_next):
                    at += not ENTRY.match(lines[at].text)
            at = self.entries(at, is_header=True)
        return at

    def entries(self, at: int, *, is_header: bool) -> int:
        """Take what may stand around the title of a document; return the number of the line behind."""
        while at < len(self.lines):
            line = self.lines[at]
            text = line.text
            if ENTRY.match(text):
                at = self.entry(at, len(self.lines))
                continue
            if COMMENT.match(text):
                self.comment(line)
            elif not is_header and text and ATTRIBUTES.match(text):
                self.attribute_line(text)
            elif text or is_header:
                break
            at += 1
        return at

    def read(self, at: int, end: int, role: str) -> None:
        """Read the lines [at, end)."""
        if self.depth > DEEPEST:
            return
        self.depth += 1
        lines = self.lines
        in_list = False  # so that an item ends a paragraph
        while at < end:
            line = lines[at]
            text = line.text
            if not text:
                at += 1
                in_list = False
                continue
            if text == "+" and not line.indent:
                at += 1
                in_list = True
                continue
            behind = self.marked(at, end, role)
            if behind is None:
                behind = self.paragraph(at, end, role, in_list=in_list)
                in_list = False
            at = behind
        self.depth -= 1

    def marked(self, at: int, end: int, role: str) -> int | None:
        """Take a line that begins with a mark, and what belongs to it; None where it is a paragraph."""
        line = self.lines[at]
        text = line.text
        char = text[0]
        if line.indent == 0:
            if char in "-.=*_+/`" and DELIMITER.match(text):
                return self.delimited(at, end, role)
            if char in "|,:!" and TABLE.match(text):
                return self.table(at, end)
            if char == "/" and COMMENT.match(text):
                self.comment(line)
                return at + 1
            if char == "[" and ATTRIBUTES.match(text):
                self.attribute_line(text)
                return at + 1
            if char == ":" and ENTRY.match(text):
                return self.entry(at, end)
            if char == "." and BLOCK_TITLE.match(text):
                self.segment([line.without(1)], "heading")
                return at + 1
            if char in "=#" and (match := TITLE.match(text)):
                return self.title(at, match)
            if char in "'<-*_" and BREAK.match(text):
                return at + 1
            if "::" in text and (match := MACRO.match(text)):
                self.macro(line, match)
                return at + 1
            if self.is_underlined(at, end):
                self.segment([line], "heading")
                return at + 2
        if self.style in CODE_STYLES:
            return None
        if match := ITEM.match(text):
            return self.item(at, end, line.without(match.end()), role)
        if char == "<" and (match := CALLOUT.match(text)):
            return self.item(at, end, line.without(match.end()), role)
        if (":" in text or ";;" in text) and (match := TERM.match(text)):
            return self.term(at, end, match.end("term"), match.end())
        return None

    def is_underlined(self, at: int, end: int) -> bool:
        """Whether a line is a title by the line below it."""
        if at + 1 >= end or self.lines[at].indent:
            return False
        text, below = self.lines[at].text, self.lines[at + 1].text
        return (
            bool(below)
            and below[0] in "=-~^+"
            and abs(len(text) - len(below)) < 2
            and UNDERLINE.match(below) is not None
            and any(char.isalnum() for char in text)
            and not text.startswith(".")
        )

    # What gathers for the block to come.

    def attribute_line(self, text: str) -> None:
        self.attributes.append(text)
        style = STYLE.match(text)["style"]
        if style:
            self.style = style

    def taken(self) -> tuple[str, str]:
        """Return the style and the attributes of the block that begins, which are used up by that."""
        style, attributes = self.style, " ".join(self.attributes)
        self.style = ""
        self.attributes = []
        return style, attributes

    # Segments.

    def segment(self, lines: list[Line], role: str) -> None:
        """Make a segment of lines."""
        self.flow.role = role
        asciidoc_inline.add(self.flow, lines)
        self.flow.end_segment()

    def plain(self, line: Line, start: int, end: int, role: str) -> None:
        """Make a segment of a part of a line."""
        self.segment([Cutter(line).part(start, end)], role)

    def comment(self, line: Line) -> None:
        self.flow.comment(line.start, line.start + len(line.text.encode()), line.text[2:])

    def title(self, at: int, match: Any) -> int:
        """Take the title of a section."""
        self.taken()
        self.plain(self.lines[at], match.start("title"), match.end("title"), "heading")
        return at + 1

    def entry(self, at: int, end: int) -> int:
        """Take an attribute of the document; some are shown."""
        match = ENTRY.match(self.lines[at].text)
        name = match["name"]
        behind = at + 1
        while behind < end and self.lines[behind - 1].text.endswith("\\"):
            behind += 1
        if match["value"] and (name in SPOKEN_ENTRIES or name.endswith(SPOKEN_ENDINGS)):
            lines = [self.lines[at].without(match.start("value")), *self.lines[at + 1 : behind]]
            for number, line in enumerate(lines):
                if line.text.endswith("\\"):
                    lines[number] = Line(line.indent, line.text.rstrip("\\").rstrip(), line.start)
            lines = [line for line in lines if line.text]
            if lines:
                self.segment(lines, "front-matter")
        return behind

    def macro(self, line: Line, match: Any) -> None:
        """Take a macro that is a block: people read what is said of an image."""
        self.taken()
        if match["name"] == "image":
            asciidoc_inline.add_image(self.flow, line, match)
            self.flow.end_segment()

    # Paragraphs and lists.

    def ends_paragraph(self, line: Line) -> bool:
        """Whether a line ends the paragraph before it."""
        text = line.text
        if not text or line.indent:
            return not text
        if text == "+":
            return True
        char = text[0]
        return (char in "-.=*_+/`" and DELIMITER.match(text) is not None) or (
            (char in "|,:!" and TABLE.match(text) is not None)
            or (char == "[" and ATTRIBUTES.match(text) is not None)
        )

    def begins_item(self, line: Line) -> bool:
        """Whether a line begins an item of a list."""
        text = line.text
        return (
            ITEM.match(text) is not None
            or CALLOUT.match(text) is not None
            or ((":" in text or ";;" in text) and TERM.match(text) is not None)
        )

    def gathered(self, at: int, end: int, lines: list[Line], *, in_list: bool) -> int:
        """Add to ``lines`` those that belong to the paragraph; return the number of the line behind it."""
        while at < end:
            line = self.lines[at]
            if self.ends_paragraph(line) or (in_list and self.begins_item(line)):
                break
            if not line.indent and COMMENT.match(line.text):
                self.comment(line)
            else:
                lines.append(line)
            at += 1
        return at

    def paragraph(self, at: int, end: int, role: str, *, in_list: bool) -> int:
        """Take a paragraph, which its style or its indentation may make code."""
        style, _ = self.taken()
        first = self.lines[at]
        lines = [first]
        if style in CODE_STYLES or (first.indent and style != "normal"):
            behind = at + 1
            while behind < end and not self.ends_paragraph(self.lines[behind]):
                behind += 1
            return behind
        if match := ADMONITION.match(first.text):
            lines = [first.without(match.end())]
        elif QUOTED.match(first.text):
            return self.quoted(at, end, role)
        behind = self.gathered(at + 1, end, lines, in_list=in_list)
        if style == "verse":
            self.verse(lines, role)
        else:
            self.segment(lines, role)
        return behind

    def verse(self, lines: list[Line], role: str) -> None:
        """Take lines whose breaks are seen; a blank one parts them."""
        self.flow.role = role
        before: Line | None = None
        for line in lines:
            if not line.text:
                self.flow.end_segment()
                before = None
                continue
            if before is not None:
                end = before.start + len(before.text.encode())
                self.flow.break_line(end, line.start, LINE_BREAK)
            asciidoc_inline.add(self.flow, [line])
            before = line
        self.flow.end_segment()

    def quoted(self, at: int, end: int, role: str) -> int:
        """Take a quotation that is marked as in Markdown."""
        behind = at
        while behind < end and self.lines[behind].text:
            line = self.lines[behind]
            if match := QUOTED.match(line.text):
                self.lines[behind] = line.without(match.end())
                self.lines[behind].indent = 0
            behind += 1
        self.read(at, behind, role)
        return behind

    def item(self, at: int, end: int, rest: Line, role: str) -> int:
        """Take the text of an item, of whose first line ``rest`` is left."""
        self.taken()
        lines = [rest]
        behind = self.gathered(at + 1, end, lines, in_list=True)
        self.segment(lines, "list-item" if role == "paragraph" else role)
        return behind

    def term(self, at: int, end: int, size: int, start: int) -> int:
        """Take a term and what is said of it, which may stand on the next lines."""
        self.taken()
        line = self.lines[at]
        self.plain(line, 0, size, "term")
        rest = line.without(start)
        lines = [rest] if rest.text else []
        behind = at + 1
        if not lines:
            while behind < end and not self.lines[behind].text:
                behind += 1
            if behind == end or self.begins_item(self.lines[behind]):
                return behind
        behind = self.gathered(behind, end, lines, in_list=True)
        if lines:
            self.segment(lines, "paragraph")
        return behind

    # Blocks with delimiters.

    def closing(self, at: int, end: int) -> int:
        """Return the number of the line that closes what a line opens, or where everything ends."""
        mark = self.lines[at].text
        mark = "```" if mark.startswith("```") else mark
        for number in range(at + 1, end):
            if self.lines[number].text == mark and not self.lines[number].indent:
                return number
        return end

    def delimited(self, at: int, end: int, role: str) -> int:
        """Take a block between two lines of marks."""
        style, _ = self.taken()
        mark = self.lines[at].text
        close = self.closing(at, end)
        if mark[0] == "/":
            words = "\n".join(line.text for line in self.lines[at + 1 : close])
            last = self.lines[min(close, end - 1)]
            self.flow.comment(self.lines[at].start, last.start + len(last.text.encode()), words)
        elif mark[0] in "=*_" or mark == "--":
            if style == "verse" and mark[0] == "_":
                self.verse(self.lines[at + 1 : close], role)
            elif style not in CODE_STYLES or mark[0] in "=*_":
                self.read(at + 1, close, role)
                self.taken()
        return min(close + 1, end)

    def table(self, at: int, end: int) -> int:
        """Take a table."""
        _, attributes = self.taken()
        close = self.closing(at, end)
        lines = [line for line in self.lines[at + 1 : close] if line.indent or not COMMENT.match(line.text)]
        for cell, is_document in asciidoc_tables.cells(lines, self.lines[at].text[0], attributes):
            self.cell(cell, is_document)
        return min(close + 1, end)

    def cell(self, lines: list[Line], is_document: bool) -> None:
        """Take a cell of a table: a document, or paragraphs."""
        if is_document:
            Blocks(self.flow, lines, self.depth).read(0, len(lines), "cell")
            return
        gathered: list[Line] = []
        for line in (*lines, Line(0, "", 0)):
            if line.text:
                gathered.append(line)
            elif gathered:
                self.segment(gathered, "cell")
                gathered = []
