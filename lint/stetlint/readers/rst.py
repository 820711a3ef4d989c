"""reStructuredText: blocks by indentation, directives as docutils and Sphinx have them, tables.

Docutils tells the line of a block at best, and takes several times as long as all of stet; tests hold what is
read here against it. What a directive holds is known by its name (rst_directives.py).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from string import punctuation

from stetlint.document import LINE_BREAK, Content
from stetlint.language.patterns import Pattern
from stetlint.readers import rst_tables
from stetlint.readers.flow import Flow
from stetlint.readers.lines import Cutter, Line, Text, columns_of, comma_cells, lines_of
from stetlint.readers.rst_directives import Argument, Body, shape_of
from stetlint.readers.rst_inline import Inlines
from stetlint.source import Source

DEEPEST = 50  # blocks within blocks that are read
MARKED = frozenset(punctuation + "•‣⁃")  # what a line begins with that is more than text
BULLET = Pattern(r"[-+*•‣⁃](?:[ \t]+|$)")
ENUMERATOR = Pattern(
    r"(?P<open>\(?)(?P<number>[0-9]{1,9}|[A-Za-z]|[ivx]{2,8}|[IVX]{2,8}|\#)(?P<close>[.)])(?:[ \t]+|$)"
)
FIELD = Pattern(r":(?![: ])(?P<name>(?:[^:\\]|\\.|:(?!(?:[ `]|$)))*)(?<! ):(?:[ \t]+|$)")
_ARGUMENT = r"(?:[a-zA-Z][a-zA-Z0-9_-]*|<[^<>]+>)"
_OPTION = rf"(?:[-+][a-zA-Z0-9](?:[ ]?{_ARGUMENT})?|(?:--|/)[a-zA-Z0-9][a-zA-Z0-9_-]*(?:[ =]{_ARGUMENT})?)"
OPTION = Pattern(rf"{_OPTION}(?:, {_OPTION})*(?:[ ][ ]+|[ ]?$)")
DOCTEST = Pattern(r">>>(?:[ \t]|$)")
LINE_OF_BLOCK = Pattern(r"\|(?:[ \t]+|$)")
ADORNMENT = Pattern(r"([!-/:-@\[-`{-~])\1*$")
GRID = Pattern(r"\+-[-+]+-\+$")
SIMPLE = Pattern(r"=+(?:[ ]+=+)+$")
EXPLICIT = Pattern(r"\.\.(?:[ \t]+|$)")
ANONYMOUS = Pattern(r"__(?:[ \t]|$)")
DIRECTIVE = Pattern(r"(?P<name>[^\W_]+(?:[-._+:][^\W_]+)*)[ ]?::(?:[ \t]+|$)")
FOOTNOTE = Pattern(r"\[(?:\d+|\#[\w.:+-]*|\*|[^\W_]+(?:[-._+:][^\W_]+)*)\](?:[ \t]+|$)")
TARGET = Pattern(r"_(?![ ])")
SUBSTITUTION = Pattern(r"\|(?![ ])[^|]+\|[ \t]+(?=[^\W_])")
ATTRIBUTION = Pattern(r"(?:---?(?!-)|—)[ ]*(?=\S)")
LITERAL_NEXT = Pattern(r"(?<!\\)(?:\\\\)*::\Z")
CLASSIFIER = Pattern(r"(?<! )[ ]+:[ ]+|`")
TITLED_ENTRY = Pattern(r"(?P<title>.*\S)[ \t]*<[^<>]*>$")
VERSION = Pattern(r"\S+[ \t]*")
SPOKEN_META = frozenset("description og:description og:title".split())
SPOKEN_TITLES = frozenset(("caption", "subtitle", "title"))  # among the options of a directive
FIELDS_OF_CODE = frozenset("type rtype vartype kwtype orphan tocdepth nosearch".split())
ROMAN = (("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1))
SHORTEST_ADORNMENT = 4


def declared_language(source: Source) -> str | None:
    """reStructuredText declares none."""
    return None


def read(source: Source, lang: str) -> Content:
    """Read a source."""
    flow = Flow(source, lang)
    lines = lines_of(source)
    _Blocks(flow, Inlines(flow), lines, 0).read(0, len(lines), 0, "paragraph")
    return flow.in_order()


class _Blocks:
    """Reads lines. Each method that takes a block returns the number of the line behind it."""

    def __init__(self, flow: Flow, inlines: Inlines, lines: list[Line], depth: int) -> None:
        self.flow = flow
        self.inlines = inlines
        self.lines = lines
        self.depth = depth

    def read(self, at: int, end: int, indent: int, role: str) -> None:
        """Read the lines [at, end), which belong to a block that is indented by ``indent`` columns."""
        if self.depth > DEEPEST:
            return
        self.depth += 1
        lines = self.lines
        while at < end:
            line = lines[at]
            if not line.text:
                at += 1
            elif line.indent > indent:
                at = self.quote(at, end, indent, role)
            else:
                block = self.marked(line) if line.text[0] in MARKED or _may_count(line.text) else None
                behind = block(at, end, indent, role) if block is not None else None
                at = self.text(at, end, indent, role) if behind is None else behind
        self.depth -= 1

    def marked(self, line: Line) -> Callable[[int, int, int, str], int | None] | None:
        """Return what takes a line by its mark, None where it is text."""
        text = line.text
        char = text[0]
        if char in "-+*•‣⁃" and BULLET.match(text):
            return self.item
        if char == ":":
            if FIELD.match(text):
                return self.field
        elif char == ".":
            if EXPLICIT.match(text):
                return self.explicit
        elif char in "-+/" and OPTION.match(text):
            return self.option
        elif char == "|":
            if LINE_OF_BLOCK.match(text):
                return self.line_block
        elif char == ">":
            if DOCTEST.match(text):
                return self.doctest
        elif char == "_" and ANONYMOUS.match(text):
            return self.hidden
        if char == "+" and GRID.match(text):
            return self.grid
        if char == "=" and SIMPLE.match(text):
            return self.simple_table
        if ADORNMENT.match(text):
            return self.adornment
        if (char == "(" or char == "#" or char.isalnum()) and ENUMERATOR.match(text):
            return self.enumerated
        return None

    # Where blocks end.

    def indented(self, at: int, end: int, indent: int) -> int:
        """Return where the lines end that are blank or indented deeper, without blank ones at the end."""
        behind = at
        for number in range(at, end):
            line = self.lines[number]
            if line.text:
                if line.indent <= indent:
                    break
                behind = number + 1
        return behind

    def least_indent(self, at: int, end: int) -> int:
        return min((line.indent for line in self.lines[at:end] if line.text), default=0)

    def is_blank(self, at: int, end: int) -> bool:
        return at >= end or not self.lines[at].text

    # Text.

    def segment(self, lines: list[Line], role: str) -> None:
        """Make a segment of lines."""
        if lines:
            self.flow.role = role
            self.inlines.add(lines)
            self.flow.end_segment()

    def text(self, at: int, end: int, indent: int, role: str) -> int:
        """Take a title, the term of a definition, or a paragraph."""
        lines = self.lines
        line = lines[at]
        after = at + 1
        if not self.is_blank(after, end):
            follows = lines[after]
            if follows.indent > indent:
                self.term(line)
                behind = self.indented(after, end, indent)
                self.read(after, behind, self.least_indent(after, behind), "paragraph")
                return behind
            if (
                ADORNMENT.match(follows.text)
                and follows.text != "::"
                and (len(follows.text) >= SHORTEST_ADORNMENT or columns_of(line.text) <= len(follows.text))
            ):
                self.segment([line], "heading")
                return after + 1
        while after < end and lines[after].text and lines[after].indent <= indent:
            after += 1
        return self.paragraph(at, after, end, indent, role)

    def paragraph(self, at: int, after: int, end: int, indent: int, role: str) -> int:
        """Take the lines [at, after) as a paragraph; it may say that literal text follows."""
        lines = self.lines[at:after]
        last = lines[-1]
        if last.text.endswith("::") and LITERAL_NEXT.search(last.text):
            text = last.text[:-2]
            if not text or text[-1] == " ":
                text = text.rstrip()
            else:
                text += ":"
            lines[-1] = Line(last.indent, text, last.start)
            self.segment(lines if text else lines[:-1], role)
            return self.literal(after, end, indent)
        self.segment(lines, role)
        return after

    def literal(self, at: int, end: int, indent: int) -> int:
        """Pass over literal text: what is indented, or lines that are quoted by one mark."""
        while at < end and not self.lines[at].text:
            at += 1
        if at == end or self.lines[at].indent > indent:
            return self.indented(at, end, indent)
        mark = self.lines[at].text[0]
        if mark.isalnum() or not mark.isascii():
            return at
        while at < end and self.lines[at].text.startswith(mark) and self.lines[at].indent == indent:
            at += 1
        return at

    def term(self, line: Line) -> None:
        """Take a term of a definition; its classifiers are segments of their own."""
        cutter = Cutter(line)
        start = 0
        is_quoted = False  # by backticks
        for match in CLASSIFIER.finditer(line.text):
            if match[0] == "`":
                is_quoted = not is_quoted
            elif not is_quoted:
                self.segment([cutter.part(start, match.start())], "term")
                start = match.end()
        self.segment([cutter.part(start, len(line.text))], "term")

    def adornment(self, at: int, end: int, indent: int, role: str) -> int | None:
        """Take a line of marks: a transition, or the line above a title."""
        mark = self.lines[at].text
        if mark == "::":
            return None
        is_long = len(mark) >= SHORTEST_ADORNMENT
        if not self.is_blank(at + 1, end) and at + 2 < end and self.lines[at + 2].text == mark:
            title = self.lines[at + 1]
            if is_long or columns_of(title.text) <= len(mark):
                self.segment([title], "heading")
                return at + 3
        return at + 1 if is_long else None

    def quote(self, at: int, end: int, indent: int, role: str) -> int:
        """Take a block that is indented."""
        behind = self.indented(at, end, indent)
        self.quoted(at, behind, role)
        return behind

    def quoted(self, at: int, behind: int, role: str) -> None:
        """Read lines that are a quotation: its last block may name who said it."""
        indent = self.least_indent(at, behind)
        last = behind - 1
        while last > at and self.lines[last - 1].text:
            last -= 1
        line = self.lines[last]
        if last > at and line.indent == indent and (match := ATTRIBUTION.match(line.text)):
            self.lines[last] = line.without(match.end())
            self.lines[last].indent = indent
        self.read(at, behind, indent, role)

    # Lists.

    def item(self, at: int, end: int, indent: int, role: str) -> int:
        """Take an item that a bullet marks."""
        return self.item_behind(at, end, indent, BULLET.match(self.lines[at].text).end(), role)

    def item_behind(self, at: int, end: int, indent: int, size: int, role: str) -> int:
        """Take an item whose marker has ``size`` characters."""
        rest = self.lines[at].without(size)
        if not rest.text:
            return self.hanging(at, end, indent, rest, _in_item(role))
        behind = self.indented(at + 1, end, rest.indent - 1)
        self.lines[at] = rest
        self.read(at, behind, rest.indent, _in_item(role))
        return behind

    def hanging(self, at: int, end: int, indent: int, rest: Line, role: str) -> int:
        """Take a block whose first line, of which ``rest`` is left, says nothing about its indentation."""
        behind = self.indented(at + 1, end, indent)
        rest.indent = self.least_indent(at + 1, behind) or rest.indent
        self.lines[at] = rest
        self.read(at, behind, rest.indent, role)
        return behind

    def enumerated(self, at: int, end: int, indent: int, role: str) -> int | None:
        """Take an item that is numbered, if the next line does not say that it is text."""
        match = ENUMERATOR.match(self.lines[at].text)
        if match["open"] and match["close"] != ")":
            return None
        if not self.is_blank(at + 1, end) and self.lines[at + 1].indent <= indent:
            follows = self.lines[at + 1].text
            marks = [f"{match['open']}{number}{match['close']} " for number in _next(match["number"])]
            if not (follows + " ").startswith(tuple(marks)):
                return None
        elif len(match["number"]) > 1 and match["number"].isalpha() and not _is_roman(match["number"]):
            return None
        return self.item_behind(at, end, indent, match.end(), role)

    def field(self, at: int, end: int, indent: int, role: str) -> int:
        """Take a field: its name is a key."""
        match = FIELD.match(self.lines[at].text)
        rest = self.lines[at].without(match.end())
        if match["name"].partition(" ")[0] in FIELDS_OF_CODE:
            return self.indented(at + 1, end, indent) if not self.is_blank(at + 1, end) else at + 1
        return self.hanging(at, end, indent, rest, role)

    def option(self, at: int, end: int, indent: int, role: str) -> int | None:
        """Take an option of a command: its description is prose."""
        rest = self.lines[at].without(OPTION.match(self.lines[at].text).end())
        if not rest.text and self.indented(at + 1, end, indent) == at + 1:
            return None
        return self.hanging(at, end, indent, rest, role)

    def line_block(self, at: int, end: int, indent: int, role: str) -> int:
        """Take lines whose breaks are seen; an empty one parts them."""
        flow = self.flow
        before = -1  # where the line before ends, in bytes
        flow.role = role
        while at < end and (match := LINE_OF_BLOCK.match(self.lines[at].text)):
            behind = at + 1
            while behind < end and self.lines[behind].text and self.lines[behind].indent > indent:
                behind += 1
            lines = [self.lines[at].without(match.end()), *self.lines[at + 1 : behind]]
            lines = [line for line in lines if line.text]
            at = behind
            if not lines:
                flow.end_segment()
                before = -1
                continue
            if before >= 0:
                flow.break_line(before, lines[0].start, LINE_BREAK)
            self.inlines.add(lines)
            before = lines[-1].start + len(lines[-1].text.encode())
        flow.end_segment()
        return at

    def doctest(self, at: int, end: int, indent: int, role: str) -> int:
        """Pass over a session of the interpreter."""
        while at < end and self.lines[at].text:
            at += 1
        return at

    def hidden(self, at: int, end: int, indent: int, role: str) -> int:
        """Pass over what shows nothing."""
        return self.indented(at + 1, end, indent)

    # Explicit markup.

    def explicit(self, at: int, end: int, indent: int, role: str) -> int:
        """Take what two dots mark."""
        line = self.lines[at]
        rest = line.without(EXPLICIT.match(line.text).end())
        behind = self.indented(at + 1, end, indent)
        if match := DIRECTIVE.match(rest.text):
            self.directive(match["name"].lower(), at, behind, rest.without(match.end()), role)
        elif match := FOOTNOTE.match(rest.text):
            self.hanging(at, end, indent, rest.without(match.end()), "footnote")
        elif match := SUBSTITUTION.match(rest.text):
            rest = rest.without(match.end())
            if match := DIRECTIVE.match(rest.text):
                self.directive(match["name"].lower(), at, behind, rest.without(match.end()), role)
        elif rest.text or not self.is_blank(at + 1, end):
            if not TARGET.match(rest.text):
                self.comment(line, rest, at, behind)
        else:
            return at + 1  # an empty comment ends what is before it and takes nothing that follows
        return behind

    def comment(self, line: Line, rest: Line, at: int, behind: int) -> None:
        words = [rest.text, *(following.text for following in self.lines[at + 1 : behind])]
        last = self.lines[behind - 1]
        end = last.start + len(last.text.encode())
        self.flow.comment(line.start, end, "\n".join(words))

    def directive(self, name: str, at: int, end: int, rest: Line, role: str) -> None:
        """Take a directive, of whose first line ``rest`` is left."""
        lines = self.lines
        lines[at] = rest
        indent = rest.indent = self.least_indent(at + 1, end)
        argument, body = shape_of(name)
        if not rest.text and not self.is_blank(at + 1, end):
            at += 1
        blank = next((number for number in range(at, end) if not lines[number].text), end)
        options = next((number for number in range(at, blank) if FIELD.match(lines[number].text)), blank)
        if body is Body.META or (argument is Argument.NONE and options == blank):
            options = blank = at
        elif argument is Argument.NONE:
            self.body(body, at, options, indent, role)
        elif argument is Argument.PROSE:
            self.segment(lines[at:options], "heading")
        elif argument is Argument.VERSION and at < options:
            words = lines[at].without(VERSION.match(lines[at].text).end())
            self.segment([line for line in (words, *lines[at + 1 : options]) if line.text], role)
        self.options(options, blank)
        self.body(body, blank, end, indent, role)

    def fields(self, at: int, end: int) -> Iterator[tuple[str, list[Line]]]:
        """Yield the name of each field, and the lines of its value."""
        while at < end:
            behind = at + 1
            while behind < end and not FIELD.match(self.lines[behind].text):
                behind += 1
            if match := FIELD.match(self.lines[at].text):
                value = [self.lines[at].without(match.end()), *self.lines[at + 1 : behind]]
                yield match["name"], [line for line in value if line.text]
            at = behind

    def options(self, at: int, end: int) -> None:
        """Take those options of a directive that people read."""
        for name, value in self.fields(at, end):
            if name == "alt":
                self.plain(value, "alt")
            elif name == "header":
                self.cells(value)
            elif name in SPOKEN_TITLES:
                self.segment(value, "heading")

    def plain(self, lines: list[Line], role: str) -> None:
        """Make a segment of lines in which nothing is markup."""
        if lines:
            self.flow.role = role
            Text(self.flow, lines).add_all()
            self.flow.end_segment()

    def body(self, body: Body, at: int, end: int, indent: int, role: str) -> None:
        """Take the content of a directive."""
        while at < end and not self.lines[at].text:
            at += 1
        if at == end:
            return
        if body is Body.BLOCKS:
            self.read(at, end, indent, role)
        elif body is Body.QUOTE:
            self.quoted(at, end, role)
        elif body is Body.CELLS:
            self.read(at, end, indent, "cell")
        elif body is Body.COMMAS:
            self.cells(self.lines[at:end])
        elif body is Body.GLOSSARY:
            self.glossary(at, end, indent)
        elif body is Body.ENTRIES:
            self.entries(self.lines[at:end])
        elif body is Body.META:
            self.meta(at, end)
        elif self.lines[at].text.startswith(".. ") and DIRECTIVE.match(self.lines[at].text, 3):
            # Nothing but reStructuredText begins like that: it parts what it holds, whatever its name is.
            self.read(at, end, indent, role)

    def glossary(self, at: int, end: int, indent: int) -> None:
        """Take terms, which may share a definition, and definitions."""
        while at < end:
            line = self.lines[at]
            if not line.text:
                at += 1
            elif line.indent > indent:
                at = self.quote(at, end, indent, "paragraph")
            elif EXPLICIT.match(line.text):
                at = self.explicit(at, end, indent, "paragraph")
            else:
                key = line.text.find(" : ")  # by which the term is sorted
                self.segment([_start(line, key if key >= 0 else len(line.text))], "term")
                at += 1

    def entries(self, lines: list[Line]) -> None:
        """Take the titles in a table of contents: "Title <target>"."""
        for line in lines:
            if match := TITLED_ENTRY.match(line.text):
                self.plain([_start(line, match.end("title"))], "list-item")

    def meta(self, at: int, end: int) -> None:
        """Take what search engines and previews show of the page."""
        for name, value in self.fields(at, end):
            if name.partition(" ")[0] in SPOKEN_META:
                self.plain(value, "front-matter")

    # Tables.

    def cells(self, lines: list[Line]) -> None:
        """Take the cells of a table whose values are parted by commas."""
        for cell in comma_cells(lines):
            self.cell(cell)

    def cell(self, lines: list[Line]) -> None:
        """Read the lines of a cell as a document."""
        if any(line.text for line in lines):
            blocks = _Blocks(self.flow, self.inlines, lines, self.depth)
            blocks.read(0, len(lines), blocks.least_indent(0, len(lines)), "cell")

    def table(self, at: int, end: int, cells: Iterator[list[Line]]) -> int:
        for cell in cells:
            self.cell(cell)
        return end

    def grid(self, at: int, end: int, indent: int, role: str) -> int:
        """Take a table that is drawn with lines."""
        behind = at + 1
        while behind < end and self.lines[behind].text[:1] in ("+", "|"):
            behind += 1
        return self.table(at, behind, rst_tables.grid_cells(self.lines[at:behind]))

    def simple_table(self, at: int, end: int, indent: int, role: str) -> int | None:
        """Take a table that has lines above, below and under its head."""
        behind = rst_tables.end_of_simple(self.lines, at, end)
        if behind is None:
            return None
        return self.table(at, behind, rst_tables.simple_cells(self.lines[at:behind]))


def _in_item(role: str) -> str:
    return "list-item" if role == "paragraph" else role


def _start(line: Line, size: int) -> Line:
    """Return the first ``size`` characters of a line."""
    return Line(line.indent, line.text[:size], line.start)


def _may_count(text: str) -> bool:
    """Whether a line may begin with a number of a list: a cheap test."""
    return text[1:2] in (".", ")") or text[0] in "0123456789ivxIVX"


def _next(number: str) -> list[str]:
    """Return how the next item may be numbered."""
    found = ["#"]
    if number.isdigit():
        found.append(str(int(number) + 1))
    elif number != "#":
        if len(number) == 1:
            found.append(chr(ord(number) + 1))
        if (value := _roman(number.lower())) is not None:
            following = _as_roman(value + 1)
            found.append(following.upper() if number.isupper() else following)
    return found


def _as_roman(value: int) -> str:
    parts = []
    for letters, worth in ROMAN:
        parts.append(letters * (value // worth))
        value %= worth
    return "".join(parts)


def _roman(number: str) -> int | None:
    """Return the value of a Roman number below 90 in small letters, None where it is none."""
    value, at = 0, 0
    for letters, worth in ROMAN:
        while number.startswith(letters, at):
            value += worth
            at += len(letters)
    return value if number and _as_roman(value) == number else None


def _is_roman(number: str) -> bool:
    return _roman(number.lower()) is not None
