"""Inline markup of reStructuredText: which parts of a paragraph are prose, and which are links or code."""

from __future__ import annotations

import unicodedata
from functools import cached_property

from stetlint.language.patterns import Pattern
from stetlint.readers.flow import Flow
from stetlint.readers.lines import Line, Text

# Roles whose text is shown as it is written. With a title in front of the target, `Title <target>`, the text
# of a role is prose unless the role is one of names in code.
PROSE_ROLES = frozenset(
    """
    abbr abbreviation ac acronym del dfn em emphasis guilabel ins q s small smallcaps strike strong sub
    subscript sup superscript t term title title-reference u underline
    """.split()
)
CODE_ROLES = frozenset(
    """
    attr bash c class code command cpp css const data enum enumerator envvar exc expr file func function go
    html interface java javascript js json kbd macro makevar math member meth method mimetype mod namespace
    newsgroup obj option paramref php program property python raw regexp rst rust samp setting shell sql
    struct token trait tsconfig type typescript typoscript union var xml yaml
    """.split()
)
# Roles of Sphinx that need no blank in front of the target.
TITLED_ROLES = frozenset("any doc download eq keyword numref pep ref rfc term".split())
NAME = r"[^\W_]+(?:[-._+:][^\W_]+)*"
ROLE = r":[^\W_]{1,40}(?:[-._+:][^\W_]{1,40}){0,6}:"
# A backslash that escapes is NUL in what these patterns read; its offsets are those of the text.
ESCAPE = Pattern(r"\\([\s\S]|\Z)")
ESCAPED = Pattern(r"\0(?:[\s\S]|\Z)")
HINT = Pattern(r"[*`|\\$]|_(?!\w)")
START = Pattern(
    rf"\0(?:[\s\S]|\Z)|(?P<role>{ROLE})?`(?!`)(?=\S)|_`(?=\S)|\*\*(?=\S)|\*(?=[^\s*])|``(?=\S)|\|(?=[^\s|])|\$\$?"
    rf"|\[(?:\d+|\#(?:{NAME})?|\*|{NAME})\]_(?!_)|(?<=[^\W_])__?(?!\w)"
)
ENDS = {
    "*": Pattern(r"(?<![\s\0])\*"),
    "**": Pattern(r"(?<![\s\0])\*\*"),
    "``": Pattern(r"(?<!\s)``"),
    "_`": Pattern(r"(?<![\s\0])`"),
    "|": Pattern(r"(?<![\s\0])\|_{0,2}"),
    "`": Pattern(rf"(?<!(?<!\0)[\s\0])`(?:(?P<role>{ROLE})|__?)?"),
}
BEFORE = " \t\n'\"([{<-/:"
BEHIND = "\0'\")]}>-/:.,;!?\\"
NAME_BEFORE = Pattern(rf"{NAME}\Z")
LONGEST_NAME = 100
TARGET = Pattern(r"(?:(?<=[ \n])|\A)<(?!\s)((?:[^<>\0]|\0[\s\S])+)(?<!\s)>\Z")
TEX = Pattern(r"[\\^_{}]")  # what no prose between two prices has
PAIRS = frozenset("''|\"\"|()|[]|{}|<>|“”|‘’|„“|‚‘|«»|»«|‹›|›‹|「」|『』|（）|【】|《》".split("|"))
OPENERS = frozenset(("Ps", "Pi", "Pf", "Pd", "Po"))
CLOSERS = frozenset(("Pe", "Pi", "Pf", "Pd", "Po"))
DEFINED = Pattern(r"^[ \t]*\.\.[ \t]+_(`?)([^`\n:_][^`\n:]*)\1:[ \t]+(\S+)[ \t]*\r?$")


class Inlines:
    """Takes the paragraphs of a document into its flow."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow

    @cached_property
    def _targets(self) -> dict[str, str]:
        """The addresses that the document defines, by name."""
        found: dict[str, str] = {}
        for line in self.flow.source.text.split("\n"):
            if "_" in line and (match := DEFINED.match(line)):
                found.setdefault(_normal(match[2]), match[3])
        return found

    def add(self, lines: list[Line]) -> None:
        """Add the text of lines to the segment."""
        text = Text(self.flow, lines)
        if HINT.search(text.text) is None:
            text.add_all()
        else:
            _Reading(self, text).read()

    def target_of(self, name: str) -> str:
        return self._targets.get(_normal(name), "")


def _normal(name: str) -> str:
    return " ".join(name.lower().split())


class _Reading:
    """One pass over a paragraph. Offsets are code points of its text."""

    def __init__(self, inlines: Inlines, text: Text) -> None:
        self.inlines = inlines
        self.flow = inlines.flow
        self.text = text
        self.shadow: str = ESCAPE.sub("\0\\1", text.text) if "\\" in text.text else text.text
        self.done = 0  # up to where the text was added
        self.behind = 0  # the end of the markup before: what touches it may be markup too
        self.unclosed: set[str] = set()  # marks that nothing closes from here on

    def read(self) -> None:
        shadow = self.shadow
        at = 0
        while match := START.search(shadow, at):
            start, at = match.span()
            mark: str = match[0]
            if mark[0] == "\0":
                self._escape(start, at)
                continue
            if mark[0] == "$":
                at = self._formula(start, at, mark)
                continue
            if mark[0] == "_" and mark != "_`":
                self._reference(start, at)
                continue
            if start != self.behind and not _may_open(shadow[start - 1]):
                at = start + 1
                continue
            if mark[0] == "[":
                if _may_close(shadow, at):
                    self._opaque(start, at)
                    self.behind = at
                else:
                    at = start + 1
                continue
            at = self._span(start, at, mark, match["role"])
        self._plain(self.done, len(shadow))

    def _span(self, start: int, at: int, mark: str, role: str | None) -> int:
        """Take what a mark opens; return where to go on."""
        shadow = self.shadow
        kind = "`" if role else mark
        if not role and start and shadow[start - 1] + shadow[at] in PAIRS:
            return at
        end = self._end(kind, at)
        if end is None:
            return at
        close, after, role_behind = end
        if kind in ("*", "**") or kind == "_`":
            self._skip(start, at)
            self._plain(at, close)
            self._skip(close, after)
        elif kind in ("``", "|"):
            self._opaque(start, after)
        elif shadow[after - 1] == "_" and not role:
            self._phrase(start, at, close, after)
        else:
            self._role(start, at, close, after, (role or role_behind or "")[1:-1])
        self.behind = after
        return after

    def _end(self, kind: str, at: int) -> tuple[int, int, str | None] | None:
        """Return where what ``kind`` opens is closed: its closing mark, the end of that, a role behind it."""
        if kind in self.unclosed:
            return None
        search = at + 1
        while match := ENDS[kind].search(self.shadow, search):
            if _may_close(self.shadow, match.end()):
                return match.start(), match.end(), match["role"] if kind == "`" else None
            search = match.start() + 1
        self.unclosed.add(kind)
        return None

    def _formula(self, start: int, at: int, mark: str) -> int:
        """Take a formula between dollars, which extensions of Sphinx read; return where to go on."""
        if mark in self.unclosed:
            return at
        text = self.text.text
        close = text.find(mark, at)
        if close < 0:
            self.unclosed.add(mark)
            return at
        end = close + len(mark)
        is_spaced = mark == "$" and (text[at].isspace() or text[close - 1].isspace())
        if is_spaced or text[end : end + 1].isdigit() or not TEX.search(text, at, close):
            return at
        self._opaque(start, end)
        return end

    def _escape(self, start: int, end: int) -> None:
        """Add a character that is escaped; a blank that is escaped is not shown."""
        self._verbatim(start)
        shown = self.shadow[start + 1 : end]
        if shown and not shown.isspace():
            first = self.text.byte(start)
            self.flow.prose.decoded(first, self.text.byte(end), shown)
        self._skip(start, end)

    def _reference(self, start: int, end: int) -> None:
        """Take ``name_`` as a link: [start, end) are the marks behind the name."""
        name = NAME_BEFORE.search(self.shadow, max(self.done, start - LONGEST_NAME), start)
        if (
            name is None
            or not _may_close(self.shadow, end)
            or not (name.start() == self.behind or _may_open(self.shadow[name.start() - 1]))
        ):
            return
        self._verbatim(name.start())
        target = self.inlines.target_of(name[0])
        link = self.flow.begin_link(self.text.byte(name.start()), target, "Reference")
        self._verbatim(start)
        self._skip(start, end)
        self.flow.end_link(link, self.text.byte(end))

    def _phrase(self, start: int, at: int, close: int, end: int) -> None:
        """Take a link in backticks: only its text is prose, not its target."""
        target = TARGET.search(self.shadow[at:close])
        if target is None:
            shown = close
            address = self.inlines.target_of(self.text.text[at:close])
        else:
            shown = at + len(self.shadow[at : at + target.start()].rstrip())
            address = "".join(target[1].replace("\0", "").split())
        self._verbatim(start)
        kind = "Reference" if target is None else "Inline"
        link = self.flow.begin_link(self.text.byte(start), address, kind)
        self.done = at
        self._plain(at, shown)
        self._skip(shown, end)
        self.flow.end_link(link, self.text.byte(end))

    def _role(self, start: int, at: int, close: int, end: int, role: str) -> None:
        """Take interpreted text. Without a role it is most often meant as code."""
        domain, _, name = role.rpartition(":")
        titled = self._titled(at, close)
        if name == "abbr" or (role in PROSE_ROLES and titled is None):
            self._skip(start, at)
            self._plain(at, close)
            self._skip(close, end)
        elif (
            role
            and titled
            and domain in ("", "std")
            and name not in CODE_ROLES
            and (titled[0] < titled[1] or name in TITLED_ROLES)
        ):
            self._verbatim(start)
            target = self.shadow[titled[1] + 1 : close - 1]
            link = self.flow.begin_link(self.text.byte(start), target, "Reference")
            self.done = at
            self._plain(at, titled[0])
            self._skip(self.done, end)
            self.flow.end_link(link, self.text.byte(end))
        else:
            self._opaque(start, end)

    def _titled(self, at: int, close: int) -> tuple[int, int] | None:
        """Return where the title ends and where the target begins in ``title <target>``."""
        shadow = self.shadow
        opening = shadow.rfind("<", at, close)
        if opening <= at or not shadow.startswith(">", close - 1) or shadow[opening - 1] == "\0":
            return None
        title = shadow[at:opening].rstrip()
        return (at + len(title), opening) if title and close - opening > 2 else None

    # What is added, from left to right.

    def _verbatim(self, end: int) -> None:
        self.text.add(self.done, end)
        self.done = max(self.done, end)

    def _skip(self, start: int, end: int) -> None:
        """Add what comes before [start, end), which is not shown."""
        self._verbatim(start)
        self.done = end

    def _opaque(self, start: int, end: int) -> None:
        self._verbatim(start)
        first = self.text.byte(start)
        self.flow.prose.opaque(first, self.text.byte(end))
        self.done = end

    def _plain(self, start: int, end: int) -> None:
        """Add [start, end), in which nothing but escapes is markup."""
        for match in ESCAPED.finditer(self.shadow, start, end):
            self._escape(*match.span())
        self._verbatim(end)


def _may_open(before: str) -> bool:
    """Whether markup may begin behind a character."""
    return before in BEFORE or before.isspace() or _is_of(before, OPENERS)


def _may_close(text: str, end: int) -> bool:
    """Whether markup may end in front of what stands at an offset."""
    behind = text[end : end + 1]
    return behind in BEHIND or behind.isspace() or _is_of(behind, CLOSERS)


def _is_of(char: str, categories: frozenset[str]) -> bool:
    return not char.isascii() and unicodedata.category(char) in categories
