"""What stands in Markdown but is none: template tags, directives, MDX. It is covered before parsing.

A cover has as many bytes as what it covers, so every offset stays what it is. What shows on the page, but is
no prose, is covered with MASK, of which the reader makes one OBJECT character. A tag that fills its line or
ends it leaves nothing on the page: it is covered with blanks. The title of an admonition becomes a heading,
and what MkDocs indents below it the item of a list, so that the parser does not take it for code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple

from stetlint.language.patterns import Pattern, compiled
from stetlint.readers.front_matter import FrontMatter
from stetlint.readers.prose import GONE, MASK


class Cover(NamedTuple):
    """A stretch to cover (bytes, half open), and with what: a beginning, and a byte to fill the rest."""

    start: int
    end: int
    fill: tuple[bytes, bytes]


OBJECT = (b"", MASK.encode())
NOTHING = (b"", GONE.encode())
BLANK = (b"", b"\t")
HEADING = (b"#", b" ")
ITEM_HEADING = (b"-  #", b" ")

NOTE_KINDS = "smart|warn|offline|online|summary"  # the boxes of javascript.info
# What there may be to cover.
TAGS, DIRECTIVES, ADMONITIONS, BRACKETED, NOTES, MASKS = range(6)
HINTS = (
    r"\{[{%#:/.]|\)\{\w",
    r":::",
    r"!!![ \t]|\?\?\?[ \t+]|===[!+]?[ \t]",
    r"\[![A-Za-z]",
    rf"```(?:{NOTE_KINDS})",
    r"[\x1a\x7f]",
)
# Every alternative begins with a literal: that is what makes the search fast. HINTs are what may be covered,
# and blocks of code.
MARKDOWN_TAG = rb"\{\{\{?[<%]?|\{%|\{\#(?!\#)|\{::?|\{/\*|\{(?=\.[A-Za-z])|\)\{(?=[\w-]+=)"
MARKDOWN_HINT = Pattern(rb"```|~~~|" + MARKDOWN_TAG)
IN_MARKDOWN = Pattern(rb"``*|~~~~*|\\`|" + MARKDOWN_TAG)
MDX_HINT = Pattern(rb"```|~~~|import\b|export\b|\{|<[A-Za-z]")
IN_MDX = Pattern(rb"``*|~~~~*|\\`|\\\{|import\b|export\b|\{|<(?=[A-Za-z])")
LINE_MARKS = Pattern(rb"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*")
CODE_MARKS = Pattern(rb"``*|\n[ \t>]*\r?\n")
CLOSING = {
    b"{{": b"}}",
    b"{{{": b"}}}",
    b"{{<": b">}}",
    b"{{%": b"%}}",
    b"{{{<": b"}}}",
    b"{{{%": b"}}}",
    b"{%": b"%}",
    b"{#": b"}",  # the name of a heading; a comment of Jinja ends with "#}", which this finds too
    b"{/*": b"*/}",
    b"{": b"}",
    b"){": b"}",
    b"{:": b"}",
    b"{::": b"}",
}
MOST_MARKS = 200  # bytes in front of a line's text
NEWLINE, BACKSLASH, TILDE = b"\n\\~"
LONGEST_TAG = 4000  # bytes; a template tag or a phrase of code that is not closed within is none
# Tags that hold code, of Hugo and of Liquid.
PAIRED = Pattern(
    rb"(?:\{\{[<%]|\{%-?)[ \t]*"
    rb"(highlight|code(?:[_-]?(?:blocks?|examples?|group|samples?|snippets?|tabs?|toggle))?"
    rb"|comment|gist|katex|math|mermaid|raw|verbatim|chart)\b"
)
CLOSES_ITSELF = (b"/>}}", b"/%}}")
BLANK_LINE = Pattern(rb"\n[ \t>]*\r?(?=\n)")
CODE_INDENT = 4
FLOW_TAG = Pattern(
    rb"<[A-Za-z][\w.:-]*(?P<attributes>[ \t][^<>\n]*)?>(?P<end>)[ \t]*\r?\n"
    rb"(?P<indent>[ \t]*)(?P<item>(?:[-*+]|\d{1,3}[.)])[ \t])?(?=[^\s<])"
)
BEHIND_TAG = Pattern(rb"[ \t>]*(?:</?[A-Za-z>].*)?>[ \t]*\r?$")
LINE_END = Pattern(rb"[ \t]*(?:\r?\n|\Z)")
HTML_LINE = Pattern(rb"[ \t]*\r?\n[ \t>]*<")  # behind a blank line its indentation would make it code
END_TAG = Pattern(rb"\{\{[<%]-?[ \t]*/|\{%-?[ \t]*end")
TAG_LINE = Pattern(rb"[ \t>]*(?:\{\{[<%].*[>%]\}\}|\{%.*%\}|\{/\*.*\*/\})?[ \t]*\r?$")
IN_EXPRESSION = Pattern(
    rb"[{}]|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|/\*.*?(?:\*/|\Z)", re.DOTALL
)
SIMPLE_EXPRESSION = Pattern(rb"\{[^{}\n]*\}")
MODULE = Pattern(
    rb"import\b[ \t]*(?:[\"'{*]|type\b|[\w$]+[ \t]*(?:,|from\b))"
    rb"|export\b[ \t]*(?:[{*]|(?:default|const|let|var|function|class|async|type|interface)\b)"
)

DIRECTIVE = Pattern(rb":::(?P<more>:*[ \t]*)(?P<word>[\w-]*)(?P<open>\[?)(?P<rest>[^\n]*)")
INLINE_DIRECTIVE = Pattern(rb":::image[ \t][^\n]*?:::")
# Words of Learn (Microsoft) that stand with attributes and have no title.
WITHOUT_TITLE = frozenset(b"code column image moniker no-loc row template video zone".split())
ADMONITION = Pattern(
    rb"(?P<mark>(?:!!!|\?\?\?\+?)[ \t]+[\w-]+(?:[ \t]+[\w-]+)*|===[!+]?(?=[ \t]+\"))"
    rb"(?:(?P<open>[ \t]+\")[^\"\n]*(?P<close>\"))?[ \t]*\r?$",
    re.MULTILINE,
)
# What Learn and Experience League write in brackets: words that shall stay as they are, alerts, inclusions.
BRACKETS = Pattern(
    rb"(?P<mark>\[!(?:UICONTROL|DNL)[ \t]+)[^\[\]\n]{0,300}(?P<close>\])"
    rb"|(?P<alert>\[!(?:ADMIN|ADMINISTRATION|ATTENTION|AVAILABILITY|BEGINSHADEBOX|CAUTION"
    rb"|ENDSHADEBOX|ERROR|IMPORTANT|INFO|MORELIKETHIS|NOTE|PREREQUISITES|SUCCESS|TIP|WARNING"
    rb"|div[ \t][^\]\n]*)\][ \t]*)\r?$"
    rb"|(?P<object>\[!(?:INCLUDE|VIDEO|code)[^\[\]\n]{0,300}"
    rb"(?:\[[^\]\n]{0,300}\]\([^)\n]{0,300}\)[ \t]*)?\](?:\([^)\n]{0,300}\))?)",
    re.IGNORECASE | re.MULTILINE,
)
# The notes of javascript.info and its translations: a fence that encloses prose.
NOTE = Pattern(
    rb"^(?P<open>(?P<fence>````*)(?:%b)\b)"
    rb"(?:(?P<header>[ \t]+header=\")[^\"\n]*(?P<close>\"))?[ \t]*\r?$" % NOTE_KINDS.encode(),
    re.MULTILINE,
)
CONTROLS = Pattern(rb"[\x1a\x7f]+")


def find(data: bytes, body: int, is_mdx: bool) -> list[Cover]:
    """Return the covers of a file whose text begins at byte ``body``, in their order and apart."""
    found: list[Cover] = []
    kinds = _hints().Match(data) or ()
    if is_mdx or TAGS in kinds:
        found.extend(_Tags(data, body, is_mdx).find())
    if DIRECTIVES in kinds:
        found.extend(_directives(data, body))
    if ADMONITIONS in kinds:
        found.extend(_admonitions(data, body))
    if BRACKETED in kinds:
        found.extend(_brackets(data, body))
    if NOTES in kinds:
        found.extend(_notes(data, body))
    if MASKS in kinds:
        found.extend(_over(match, 0, OBJECT) for match in CONTROLS.finditer(data, body))
    found.sort()
    apart: list[Cover] = []
    for cover in found:
        if not apart or cover.start >= apart[-1].end:
            apart.append(cover)
    return apart


@cache
def _hints() -> Any:
    """Return the HINTS, which RE2 looks for in one pass: most files have nothing to cover."""
    import re2

    hints = re2.Set.SearchSet()
    for hint in HINTS:
        hints.Add(hint)
    hints.Compile()
    return hints


def lay(data: bytes, front: FrontMatter | None, covers: list[Cover]) -> bytes:
    """Return the data with the covers laid on and the front matter blank."""
    parts = []
    at = 0
    if front is not None:
        parts.append(b"\n" * front.end)
        at = front.end
    for start, end, (begin, fill) in covers:
        parts.append(data[at:start])
        parts.append(begin + fill * (end - start - len(begin)))
        at = end
    parts.append(data[at:])
    return b"".join(parts)


def _over(match: re.Match[bytes], group: int | str, fill: tuple[bytes, bytes]) -> Cover:
    start, end = match.span(group)
    return Cover(start, end, fill)


class _Tags:
    """Finds template tags and, in MDX, modules and expressions; code is left alone."""

    def __init__(self, data: bytes, body: int, is_mdx: bool) -> None:
        self.data = data
        self.body = body
        self.pattern, self.hint = (IN_MDX, MDX_HINT) if is_mdx else (IN_MARKDOWN, MARKDOWN_HINT)
        self._closing: dict[bytes, int] = {}  # where each closing mark stands next
        self._unpaired: set[bytes] = set()
        self._is_unbalanced = False

    def find(self) -> Iterator[Cover]:
        at = self.body
        while hint := self.hint.search(self.data, at):
            # Code within a line does not reach over a blank one: what stands before that is passed over.
            at = max(at, self.data.rfind(b"\n\n", at, hint.start()))
            while at < hint.end() and (match := self.pattern.search(self.data, at)):
                start, at = match.span()
                mark: bytes = match[0]
                if mark == b"<":
                    if (end := self._end_of_flow_tag(start)) is not None:
                        yield Cover(start, end, BLANK)
                        at = end
                    continue
                if mark[0] in b"`~":
                    at = self._end_of_code(mark, start, at)
                    if len(mark) >= 3 and self._is_behind_tag(start):
                        yield Cover(start, at, OBJECT)
                    continue
                if mark[0] == BACKSLASH:
                    continue
                if mark in (b"import", b"export"):
                    end = self._end_of_module(start)
                elif self.pattern is IN_MDX:
                    end = self._end_of_expression(start)
                else:
                    end = self._end_of_template(mark, start, at)
                if end is not None:
                    start += mark.startswith(b")")
                    yield Cover(start, end, BLANK if self._leaves_nothing(mark, start, end) else OBJECT)
                    at = end

    def _is_behind_tag(self, start: int) -> bool:
        """Whether a line stands right behind a tag: to the parser it is HTML then, to MDX it is Markdown."""
        return (
            self.pattern is IN_MDX
            and _begins_line(self.data, start)
            and BEHIND_TAG.match(self._line_before(start)) is not None
        )

    def _end_of_flow_tag(self, start: int) -> int | None:
        """Return where a tag ends that fills its line, if the next line is Markdown, of MDX but not to the
        parser: it begins a list, or else the tag has no attributes that may be read."""
        match = FLOW_TAG.match(self.data, start)
        if not match or not _begins_line(self.data, start):
            return None
        before = self._line_before(start)
        if before.strip(b" \t\r>") and not BEHIND_TAG.match(before):
            return None
        if match["item"] or (not match["attributes"] and len(match["indent"].expandtabs()) < CODE_INDENT):
            return int(match.start("end"))
        return None

    def _line_before(self, at: int) -> bytes:
        """Return the line above the one that ``at`` is in."""
        end = self.data.rfind(b"\n", 0, at)
        return self.data[self.data.rfind(b"\n", 0, max(end, 0)) + 1 : max(end, 0)]

    def _end_of_code(self, mark: bytes, start: int, at: int) -> int:
        """Return where the code ends that a run of backticks or tildes begins, ``at`` if it begins none."""
        data = self.data
        if len(mark) >= 3 and _begins_line(data, start):
            line_end = data.find(b"\n", at)
            if line_end >= 0 and b"`" not in data[at:line_end]:
                close = _closing_fence(mark).search(data, line_end)
                return close.end() if close else len(data)
        if mark[0] == TILDE:
            return at
        for run in CODE_MARKS.finditer(data, at, at + LONGEST_TAG):
            if run[0] == mark:
                return int(run.end())
            if run[0][0] == NEWLINE:
                break
        return at

    def _end_of_template(self, mark: bytes, start: int, at: int) -> int | None:
        """Return where the tag ends, or the pair of tags with the code between them."""
        closing = CLOSING[mark]
        close = self._next(closing, at)
        if close is None and closing == b"}}}":
            closing = b"}}"
            close = self._next(closing, at)
        if close is None or close > start + LONGEST_TAG or BLANK_LINE.search(self.data, at, close):
            return None
        end = close + len(closing)
        if closing == b"}" and b"\n" in self.data[at:end]:
            return None
        paired = PAIRED.match(self.data, start)
        if paired and paired[1] not in self._unpaired and not self.data.endswith(CLOSES_ITSELF, start, end):
            ending = re.compile(
                rb"\{\{[<%%][ \t]*/[ \t]*%b[ \t]*[>%%]\}\}|\{%%-?[ \t]*end%b[ \t]*-?%%\}"
                % (paired[1], paired[1])
            ).search(self.data, end)
            if ending:
                return int(ending.end())
            self._unpaired.add(paired[1])
        return end

    def _next(self, closing: bytes, at: int) -> int | None:
        """Return where the closing mark stands next; each stretch of the file is searched once for it."""
        found = self._closing.get(closing, 0)
        if 0 <= found < at:
            found = self._closing[closing] = self.data.find(closing, at)
        return None if found < 0 else found

    def _end_of_expression(self, start: int) -> int | None:
        if not self._is_unbalanced:
            depth = 0
            for match in IN_EXPRESSION.finditer(self.data, start):
                if match[0] == b"{":
                    depth += 1
                elif match[0] == b"}":
                    depth -= 1
                    if not depth:
                        return int(match.end())
            self._is_unbalanced = True
        simple = SIMPLE_EXPRESSION.match(self.data, start)
        return int(simple.end()) if simple else None

    def _end_of_module(self, start: int) -> int | None:
        """Return where an import or export ends: at a blank line behind which no brace is open."""
        data = self.data
        if not MODULE.match(data, start) or (start and data[start - 1] != NEWLINE):
            return None
        before = data[data.rfind(b"\n", 0, max(start - 1, 0)) + 1 : start].strip()
        if before and not before.endswith((b";", b"'", b'"', b"}")):
            return None  # a line of a paragraph
        at = start
        first = depth = 0
        for blank in BLANK_LINE.finditer(data, start):
            end: int = blank.start()
            depth += data.count(b"{", at, end) - data.count(b"}", at, end)
            at = end
            first = first or end
            if depth <= 0 or self._is_unbalanced:
                return at
        self._is_unbalanced = True
        return first or len(data)

    def _leaves_nothing(self, mark: bytes, start: int, end: int) -> bool:
        """Whether the tag shows nothing on the page, and its line goes on with nothing."""
        data = self.data
        if not LINE_END.match(data, end):
            return False
        if mark in (b"{#", b"{:", b"{::") or data.startswith((b"{/*", b"import", b"export"), start):
            return True
        if mark == b"{" and self.pattern is IN_MARKDOWN:  # an attribute list
            return True
        if not _begins_line(data, start) or HTML_LINE.match(data, end):
            return False
        if mark == b"{%" or END_TAG.match(data, start):
            return True
        # Of other tags a line of a paragraph may consist, but not where it would be the first one.
        line_start = data.rfind(b"\n", 0, start) + 1
        before = data.rfind(b"\n", 0, max(line_start - 1, 0)) + 1
        return mark in (b"{{<", b"{{%") and TAG_LINE.match(data, before, max(line_start - 1, 0)) is not None


@lru_cache(32)
def _closing_fence(mark: bytes) -> re.Pattern[bytes]:
    return re.compile(rb"\n[ \t>]*%b[`~]*[ \t]*\r?$" % mark, re.MULTILINE)


def _begins_line(data: bytes, at: int) -> bool:
    """Whether nothing but the marks of quotes and lists stands in front, on the same line."""
    begin = max(at - MOST_MARKS, 0)
    line_start = data.rfind(b"\n", begin, at) + 1
    return (line_start > 0 or begin == 0) and LINE_MARKS.fullmatch(data, line_start, at) is not None


def _directives(data: bytes, body: int) -> Iterator[Cover]:
    """Yield the marks of ``:::note Title`` and its kind."""
    for match in DIRECTIVE.finditer(data, body):
        start, end = match.span()
        if not _begins_line(data, start):
            continue
        title = match["rest"].strip(b" \t\r:")  # Learn closes a mark in its line, too: :::row-end:::
        if match["open"]:
            close = data.find(b"]", match.start("rest"), end)
            if close >= 0:
                yield Cover(start, match.end("open"), HEADING)
                yield Cover(close, end, BLANK)
        elif match["word"] in WITHOUT_TITLE or title.startswith(b"{") or not title or b'="' in title:
            yield Cover(start, end, BLANK)
        elif match["word"]:
            yield Cover(start, match.start("rest"), HEADING)
    for match in INLINE_DIRECTIVE.finditer(data, body):
        yield _over(match, 0, OBJECT)


def _admonitions(data: bytes, body: int) -> Iterator[Cover]:
    """Yield the marks of ``!!! note "Title"`` and its kind."""
    for hint in compiled(HINTS[ADMONITIONS]).finditer(data):
        match = ADMONITION.match(data, hint.start())
        if match is None or match.start() < body or not _begins_line(data, match.start()):
            continue
        if match["open"]:
            yield Cover(match.start("mark"), match.end("open"), ITEM_HEADING)
            yield _over(match, "close", BLANK)
        else:
            yield _over(match, "mark", ITEM_HEADING)


def _brackets(data: bytes, body: int) -> Iterator[Cover]:
    """Yield the marks of ``[!NOTE]``, ``[!INCLUDE …]``, ``[!UICONTROL Save]``."""
    for match in BRACKETS.finditer(data, body):
        if match["mark"]:
            yield _over(match, "mark", NOTHING)
            yield _over(match, "close", NOTHING)
        elif match["alert"]:
            if _begins_line(data, match.start()):
                yield _over(match, "alert", BLANK)
        else:
            yield _over(match, "object", OBJECT)


def _notes(data: bytes, body: int) -> Iterator[Cover]:
    """Yield the marks of notes that are written as fences: ````smart header="Title"."""
    ends: dict[bytes, int] = {}  # where the last note with a fence ends; one that nothing closes has no end
    for match in NOTE.finditer(data, body):
        fence = match["fence"]
        if match.start() < ends.get(fence, 0):
            continue
        close = _closing_fence(fence).search(data, match.end() - 1)
        ends[fence] = close.end() if close else len(data)
        if close is None:
            continue
        if match["header"]:
            yield Cover(match.start(), match.end("header"), HEADING)
            yield _over(match, "close", BLANK)
        else:
            yield _over(match, "open", BLANK)
        yield Cover(close.start() + 1, close.end(), BLANK)
