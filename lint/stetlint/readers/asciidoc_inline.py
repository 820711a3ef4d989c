"""Inline markup of AsciiDoc: which parts of a paragraph are prose, and which are links, macros or code.

Asciidoctor replaces one kind of markup after the other in the whole paragraph. Here it is read from left to
right: what opens looks for its end, and the end is remembered until the reading comes there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import unescape
from typing import Any

from stetlint.document import LINE_BREAK
from stetlint.language.patterns import Pattern
from stetlint.readers.flow import Flow
from stetlint.readers.lines import Line, Text

HINT = Pattern(r"[*_#`+^~{&\\(\[<]|\$\$")
_ENTITY = r"&(?:[a-zA-Z]{2,31}\d{0,2}|\#\d{2,6}|\#x[\da-fA-F]{2,5});"
ENTITY = Pattern(_ENTITY)
START = Pattern(
    r"(?P<escape>\\)"
    r"|(?P<break>(?:[ \t]|(?<=\n))\+(?=\n|\Z))"
    r"|(?P<apostrophe>`')"
    r"|(?P<code>\+\+?\+?|``?|\$\$)"
    r"|(?P<attribute>\{(?:\w[\w-]*|(?:set|counter2?):[^{}\n]*)\})"
    rf"|(?P<entity>{_ENTITY})"
    r"|(?P<reference><<(?=[\w#/.:,;\"{]))"
    r"|(?P<index>\(\(\(?)"
    r"|(?P<anchor>\[\[[A-Za-z_:][\w\-:.]*(?:,[^\]\n]*)?\]\])"
    r"|(?P<role>\[[^\[\]\n]{1,200}\](?=[*_#`^~+]|[\"']`))"
    r"|(?P<mark>[\"']`|\*\*\*(?!\*)|___(?!_)|\#\#\#(?!\#)|\*\*?|__?|\#\#?|\^|~)"
    r"|(?P<macro>(?:(?<!\w)[A-Za-z][\w-]{1,30}|footnote):(?=\S)(?!(?:footnote|image|link|mailto|xref):))"
)
# Marks that part no word, and what does not stand before them but letters: "<" is an entity to Asciidoctor.
CONSTRAINED = frozenset(("*", "_", "#", "***", "___", "###", "`", "`+", "+", '"`', "'`"))
NOT_BEFORE = dict.fromkeys(CONSTRAINED, "_;:}<>&")
NOT_BEFORE |= {"`": "_;:}<>&\"'`", "`+": "_;:}<>&\"'`", "'`": "_;:}<>&`"}
WITHOUT_BLANKS = frozenset("^~")
BLANK = Pattern(r"\s")
# How a mark is closed.
ENDS = {
    **{mark: Pattern(rf"(?<=\S)\{mark}(?!\w)") for mark in "*_#"},
    **{mark * 3: Pattern(rf"(?<=\S)\{mark}{{3}}(?!\w)") for mark in "*_#"},
    "`": Pattern(r"(?<=\S)`(?![\w\"'`])"),
    '"`': Pattern(r"(?<=\S)`\"(?!\w)"),
    "'`": Pattern(r"(?<=\S)`'(?!\w)"),
    "+": Pattern(r"(?<=\S)\+(?!\w)"),
    **{mark: Pattern(rf"\{mark[0]}\{mark[1]}") for mark in ("**", "__", "##", "``", "++", "$$")},
    "+++": Pattern(r"\+\+\+"),
    "`+": Pattern(r"(?<=\S)\+`(?![\w\"'`])"),
    **{mark: Pattern(rf"\{mark}") for mark in "^~"},
}
CODE = Pattern(r"\\?(?P<mark>[\"']`|`\+(?!`)|\+\+?\+?|``?|\$\$)")
QUOTES = {'"`': "“”", "'`": "‘’"}
TARGET = Pattern(r"[^\s\[\]]*")
SPACED_TARGET = Pattern(r"[^\n\[\]]{0,300}(?=\[)")  # of the macros xref and menu
SCHEMES = frozenset("http https ftp irc file mailto".split())
LINKS = frozenset(("link", "mailto", "xref"))
FOOTNOTE = "footnote"
GONE = frozenset(("anchor", "indexterm"))
# Brackets; the attributes of a mark and of an image within the text of a link are none of it.
BRACKETS = Pattern(
    r"\\.|\[\.[^\[\]\n]{1,200}\](?=[`*_#^~+])|image:[^\s\[\]]{1,300}\[[^\[\]\n]{0,300}\]|[\[\]]"
)
NOWHERE = 1 << 62  # behind every text
VALUE = Pattern(r"\s*(?:(?P<name>[\w-]+)=)?(?:\"(?P<quoted>(?:[^\"\\]|\\.)*)\"|(?P<plain>[^,]*))\s*(?:,|\Z)")
# What the attributes that every document has stand for.
CHARACTERS = {
    "amp": "&", "apos": "'", "asterisk": "*", "backslash": "\\", "backtick": "`", "blank": "", "brvbar": "¦",
    "caret": "^", "cpp": "C++", "deg": "°", "empty": "", "endsb": "]", "gt": ">", "ldquo": "“", "lsquo": "‘",
    "lt": "<", "nbsp": "\xa0", "plus": "+", "pp": "++", "quot": '"', "rdquo": "”", "rsquo": "’", "sp": " ",
    "startsb": "[", "tilde": "~", "two-colons": "::", "two-semicolons": ";;", "vbar": "|", "wj": "\u2060",
    "zwsp": "\u200b",
}  # fmt: skip


def add(flow: Flow, lines: list[Line]) -> None:
    """Add the text of lines to the segment."""
    text = Text(flow, lines)
    if HINT.search(text.text) is None:
        text.add_all()
    else:
        _Reading(flow, text).read()


def add_image(flow: Flow, line: Line, match: Any) -> None:
    """Add an image that is a line by itself; ``match`` names the places of its target and of its values."""
    reading = _Reading(flow, Text(flow, [line]))
    reading.image(match.start("name"), match["target"], *match.span("values"))


def values(text: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """Return the name (of those by position: "") and place of each value of a list of attributes."""
    found = []
    while start < end:
        match = VALUE.match(text, start, end)
        if match is None:
            break
        kind = "plain" if match["quoted"] is None else "quoted"
        first, last = match.span(kind)
        last = first + len(text[first:last].rstrip())
        found.append((match["name"] or "", first, last))
        start = max(match.end(), start + 1)
    return found


class _Reading:
    """One pass over a paragraph. Offsets are code points of its text."""

    def __init__(self, flow: Flow, text: Text) -> None:
        self.flow = flow
        self.text = text
        self.words = text.text
        self.done = 0  # up to where the text was added
        self.unclosed: set[str] = set()  # marks that nothing closes from here on
        # What is open: where its end begins, where that is over, and what is done there.
        self.open: dict[str, tuple[int, int, Callable[[int, int], None]]] = {}
        self.bracket = (0, -1)  # from where on, and where the next closing bracket stands
        self.no_macro = 0  # up to where no name of a macro has brackets behind it
        self.masked = self.words  # with NUL in the place of what stands in code
        self.codes = dict(self._codes())  # where code begins, and where it ends
        if self.codes:
            parts, at = [], 0
            for start, end in self.codes.items():
                parts.append(self.words[at:start])
                parts.append("\0" * (end - start))
                at = end
            self.masked = "".join((*parts, self.words[at:]))
            self.unclosed.clear()

    def _codes(self) -> Iterator[tuple[int, int]]:
        """Yield where code, or what is passed on as it is, begins and ends."""
        at = 0
        quotes: set[int] = set()  # backticks that close a quotation
        while match := CODE.search(self.words, at):
            start, at = match.span("mark")
            mark: str | None = match["mark"]
            if match.start() < start or start in quotes:  # it is escaped
                at = start + 1
                continue
            while mark:
                close = self._end_of_mark(mark, start, start + len(mark), start)
                if close is not None and mark in QUOTES:
                    quotes.add(close[0])
                elif close is not None:
                    yield start, close[1]
                    at = close[1]
                    break
                mark = mark[:-1] if mark not in ("$$", *QUOTES) else None

    def read(self) -> None:
        at = 0
        while match := START.search(self.words, at):
            start, at = match.span()
            self._close(start)
            if self.done > start:  # it is part of what was closed
                at = self.done
            else:
                at = max(getattr(self, f"_{match.lastgroup}")(start, at), start + 1)
        self._close(len(self.words))
        self._verbatim(len(self.words))

    def _close(self, at: int) -> None:
        """Close what ends at or before an offset; of what ends at one place the innermost comes first."""
        while self.open:
            kind = min(reversed(self.open), key=lambda kind: self.open[kind][0])
            first, end, action = self.open[kind]
            if first > at:
                break
            del self.open[kind]
            self._verbatim(first)
            first, end = max(first, self.done), max(end, self.done)
            action(first, end)
            self.done = end

    @property
    def _limit(self) -> int:
        """Where the next end is of what is open."""
        return min((first for first, _, _ in self.open.values()), default=len(self.words))

    # What begins at ``start``, where a match ended at ``end``. Each returns where to go on.

    def _escape(self, start: int, end: int) -> int:
        """A backslash is shown, unless it keeps markup from being markup."""
        # In a cell of a table, in the text of a link: elsewhere these are no markup.
        if self.words.startswith("|", end) or (self.open and self.words.startswith("]", end)):
            self._skip(start, end)
            return end
        follows = START.match(self.words, end)
        if follows is None or follows.lastgroup in ("escape", "break"):
            return end
        if follows.lastgroup == "mark" and self._end_of_mark(follows[0], end, follows.end(), end) is None:
            return end
        if follows.lastgroup == "code" and end in self.codes:
            return end
        if (
            follows.lastgroup == "macro"
            and follows[0][:-1] not in SCHEMES
            and not self._has_brackets(follows.end())
        ):
            return end
        self._skip(start, end)
        return end + 1 if follows.lastgroup == "role" else int(follows.end())

    def _break(self, start: int, end: int) -> int:
        self._verbatim(start)
        first = self.text.byte(start)
        if end < len(self.words):
            end += 1
            self.flow.break_line(first, self.text.byte(end), LINE_BREAK)
        self.done = end
        return end

    def _apostrophe(self, start: int, end: int) -> int:
        if start in self.codes:
            return self._code(start, end)
        self._decoded(start, end, "’")
        return end

    def _code(self, start: int, end: int) -> int:
        close = self.codes.get(start)
        if close is None or self._limit < close:
            return start + 1
        self._opaque(start, close)
        return close

    def _attribute(self, start: int, end: int) -> int:
        shown = CHARACTERS.get(self.words[start + 1 : end - 1].lower())
        if shown is None and self._has_brackets(end):  # it holds an address
            return self._take_link(start, start, TARGET.match(self.words, end).end())
        if shown is None:
            self._opaque(start, end)
        elif shown:
            self._decoded(start, end, shown)
        else:
            self._skip(start, end)
        return end

    def _entity(self, start: int, end: int) -> int:
        shown = unescape(self.words[start:end])
        if shown != self.words[start:end]:
            self._decoded(start, end, shown)
        return end

    def _reference(self, start: int, end: int) -> int:
        """Take ``<<target,text>>``."""
        if "<<" in self.unclosed:
            return end
        close = self.words.find(">>", end)
        if close < 0:
            self.unclosed.add("<<")
            return end
        comma = self.words.find(",", end, close)
        if comma < 0 or not self.words[comma + 1 : close].strip() or "link" in self.open:
            self._opaque(start, close + 2)
            return close + 2
        first = close - len(self.words[comma + 1 : close].lstrip())
        return self._link(start, self.words[end:comma], first, close, close + 2)

    def _index(self, start: int, end: int) -> int:
        """Take a term of the index: in two brackets it is shown, in three it is not."""
        mark = self.words[start:end].replace("(", ")")
        if mark in self.unclosed or mark in self.open:
            return end
        close = self.words.find(mark, end)
        if close < 0:
            self.unclosed.add(mark)
            return end
        while self.words.startswith(")", close + len(mark)):  # one that the term ends with
            close += 1
        if len(mark) == 3:
            self._skip(start, close + 3)
            return close + 3
        self._skip(start, end)
        self.open[mark] = (close, close + 2, _nothing)
        return end

    def _anchor(self, start: int, end: int) -> int:
        self._skip(start, end)
        return end

    def _role(self, start: int, end: int) -> int:
        """Take the attributes of a mark that follows."""
        follows = START.match(self.words, end)
        if follows is not None and follows.lastgroup == "code" and end in self.codes:
            self._skip(start, end)
            return end
        if follows is None or follows.lastgroup != "mark":
            return start + 1
        mark = follows[0]
        if self._end_of_mark(mark, end, follows.end(), start) is None:
            return start + 1
        self._skip(start, end)
        return self._take_mark(mark, end, follows.end(), start)

    def _mark(self, start: int, end: int) -> int:
        return self._take_mark(self.words[start:end], start, end, start)

    def _take_mark(self, mark: str, start: int, end: int, before: int) -> int:
        close = self._end_of_mark(mark, start, end, before)
        if close is None:
            if mark in QUOTES or len(mark) == 1:
                return start + 1
            return self._take_mark(mark[:-1], start, end - 1, before)
        first, behind = close
        if mark in QUOTES:
            closing = QUOTES[mark][1]
            self._decoded(start, end, QUOTES[mark][0])
            self.open[mark] = (first, behind, lambda first, end: self._closing_quote(first, end, closing))
        else:
            self._skip(start, end)
            self.open[mark] = (first, behind, _nothing)
        return end

    def _closing_quote(self, start: int, end: int, quote: str) -> None:
        if start < end:  # otherwise it is part of what was added before
            self._decoded(start, end, quote)

    def _end_of_mark(self, mark: str, start: int, end: int, before: int) -> tuple[int, int] | None:
        """Return where what a mark opens is closed: its closing mark and the end of that. ``before`` is
        where the mark with its attributes begins."""
        words = self.words
        if mark in self.unclosed or mark in self.open or end >= len(words):
            return None
        if mark in CONSTRAINED:
            char = words[before - 1] if before else " "
            if words[end].isspace() or char.isalnum() or char in NOT_BEFORE[mark]:
                return None
        close = ENDS[mark].search(self.masked, end + 1)
        if close is None:
            self.unclosed.add(mark)
            return None
        if mark in WITHOUT_BLANKS and BLANK.search(words, end, close.start()):
            return None
        return int(close.start()), int(close.end())

    # Macros.

    def _has_brackets(self, at: int) -> bool:
        """Whether behind the name of a macro there is its target, and brackets."""
        if at < self.no_macro:
            return False
        end = TARGET.match(self.words, at).end()
        if self.words[end : end + 1] == "[":
            return True
        self.no_macro = end
        return False

    def _macro(self, start: int, end: int) -> int:
        words = self.words
        name = words[start : end - 1]
        if name.endswith(FOOTNOTE):  # it may stand right behind a word
            name, start = FOOTNOTE, end - len(FOOTNOTE) - 1
        target_end = TARGET.match(words, end).end() if end >= self.no_macro else end
        has_brackets = self._has_brackets(end)
        if not has_brackets and name in ("xref", "menu") and (spaced := SPACED_TARGET.match(words, end)):
            target_end, has_brackets = spaced.end(), True
        is_url = name in SCHEMES and words.startswith("//", end)
        if is_url and start > self.done and words[start - 1] == "<":
            behind = words.find(">", end, target_end) + 1
            if behind:
                self._opaque(start - 1, behind)
                return behind
        if not has_brackets:
            # Nothing in an address is markup.
            return max(min(target_end, self._limit), end) if is_url else end
        if is_url or name in LINKS:
            return self._take_link(start, start if is_url else end, target_end)
        if name in self.open:
            return end
        first = target_end + 1
        close = self._closing_bracket(first)
        if close is None:
            return end
        if "link" in self.open:  # what is known is where the brackets around it close
            close = words.find("]", first)
        if name == FOOTNOTE:
            close = self._closing_bracket_of_pair(first) or close
            self._verbatim(start)
            begin = self.text.byte(start)
            self.flow.begin_aside()
            self.done = first
            self.open[name] = (close, close + 1, lambda _, end: self._end_footnote(begin, end))
            return first
        if name == "image":
            self.image(start, words[end:target_end], first, close)
        elif name == "indexterm2":
            self._skip(start, first)
            self._skip(close, close + 1)
        elif name in GONE:
            self._skip(start, close + 1)
        else:
            self._opaque(start, close + 1)
        return close + 1

    def _take_link(self, start: int, target: int, target_end: int) -> int:
        """Take a link whose target is [target, target_end), and whose text stands in brackets behind it."""
        close = self._closing_bracket(target_end + 1)
        if close is None:
            return target_end
        shown = None if "link" in self.open else self._shown(target_end + 1, close)
        if shown is None:
            self._opaque(start, close + 1)
            return close + 1
        return self._link(start, self.words[target:target_end], *shown, close + 1)

    def _end_footnote(self, begin: int, end: int) -> None:
        self.flow.end_aside(begin, self.text.byte(end), "footnote")

    def _closing_bracket(self, at: int) -> int | None:
        """Return where the next closing bracket stands that is not escaped."""
        known_from, known = self.bracket
        if not known_from <= at <= known:
            known = next((m.start() for m in BRACKETS.finditer(self.words, at) if m[0] == "]"), NOWHERE)
            self.bracket = (at, known)
        return known if known < NOWHERE else None

    def _closing_bracket_of_pair(self, at: int) -> int | None:
        """Return where the bracket closes that opens in front of an offset."""
        depth = 1
        for match in BRACKETS.finditer(self.words, at):
            depth += {"[": 1, "]": -1}.get(match[0], 0)
            if not depth:
                return int(match.start())
        return None

    def _shown(self, first: int, close: int) -> tuple[int, int] | None:
        """Return where the text of a link stands in its brackets, None where it has none."""
        text = self.words[first:close]
        if "=" in text:
            named = values(self.words, first, close)
            if not named or named[0][0]:
                return None
            if any(name for name, _, _ in named):
                first, close = named[0][1:]
        if self.words[first:close].endswith("^"):
            close -= 1
        return (first, close) if self.words[first:close].strip() else None

    def _link(self, start: int, target: str, first: int, close: int, end: int) -> int:
        """Take a link whose text is [first, close)."""
        self._verbatim(start)
        link = self.flow.begin_link(self.text.byte(start), target, "Inline")
        self.done = first
        self.open["link"] = (close, end, lambda _, end: self.flow.end_link(link, self.text.byte(end)))
        return first

    def image(self, start: int, target: str, first: int, close: int) -> None:
        self._verbatim(start)
        begin = self.text.byte(start)
        self.flow.begin_aside()
        named = values(self.words, first, close)
        alts = [(at, until) for name, at, until in named if name == "alt"]
        if not alts and named and not named[0][0]:
            alts = [named[0][1:]]
        for at, until in alts[:1]:
            self.done = at
            for entity in ENTITY.finditer(self.words, at, until):
                self._entity(*entity.span())
            self._verbatim(until)
        self.done = close + 1
        self.flow.end_image(begin, self.text.byte(close + 1), target, "Inline")

    # What is added, from left to right.

    def _verbatim(self, end: int) -> None:
        self.text.add(self.done, end)
        self.done = max(self.done, end)

    def _skip(self, start: int, end: int) -> None:
        """Add what comes before [start, end), which is not shown."""
        self._verbatim(start)
        self.done = max(self.done, end)

    def _opaque(self, start: int, end: int) -> None:
        self._verbatim(start)
        first = self.text.byte(start)
        self.flow.prose.opaque(first, self.text.byte(end))
        self.done = end

    def _decoded(self, start: int, end: int, shown: str) -> None:
        self._verbatim(start)
        first = self.text.byte(start)
        self.flow.prose.decoded(first, self.text.byte(end), shown)
        self.done = end


def _nothing(first: int, end: int) -> None:
    """What is done at a closing mark, which is not shown."""
