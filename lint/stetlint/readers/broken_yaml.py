"""What is certain to be no YAML, where translations break it: at quotation marks, colons and the like.

A parser in Python takes many times as long for a file as its reader, so a file is not held against one. Flow
collections that go over lines, and what stands behind them, are not judged.
"""

from __future__ import annotations

import re

from stetlint.language.patterns import Pattern
from stetlint.readers import broken
from stetlint.source import Source

QUOTED = Pattern(rb"\"(?:[^\"\\]|\\.)*+\"|'(?:[^']|'')*+'", re.DOTALL)
WORDS = Pattern(rb"[ \t]*+[^\s#][^\n]*")
COLON = Pattern(rb":(?=[ \t\r\n]|$)")
REMARK = Pattern(rb"[ \t]#[^\n]*")
LIST = Pattern(rb"\[[^\[\]{}\"'\n]*+\]|\{(?![{%])[^\[\]{}\"'\n]*+\}|\*[^\s{}\[\],]++(?=[ \t])")
TEMPLATE = Pattern(rb"<%|\{[{%]")
# At the start of a line: what a merge leaves, and words where only a key can stand.
NO_KEY = Pattern(rb"(?:<<<<<<<|>>>>>>>) |={7}\r?$|[^\W\d_][^:#\"'{}\[\]<>\n]*+$", re.MULTILINE)

UNCLOSED = "no YAML: this text has no quotation mark at its end"
BEHIND = "no YAML: words behind the quotation mark that ends the text; double such marks within it"
UNQUOTED = "no YAML: this text needs quotation marks around it"
KEYLESS = "no YAML: this line has no key"


class Check:
    """The judgement of a file whose lines and values are shown to it one after the other."""

    def __init__(self, source: Source) -> None:
        self.complaints: broken.Complaints = []
        self._source = source
        self._has_keys = False
        self._is_over = False  # no more is looked for

    def line(self, at: int, end: int) -> None:
        """Look at a line [at, end), in bytes, in which no value begins."""
        if not self._is_over and self._has_keys and NO_KEY.match(self._source.data, at, end):
            self._complain(at, KEYLESS)

    def value(self, start: int, line_end: int, *, is_of_key: bool) -> None:
        """Look at the value that begins at a byte of a line that ends at ``line_end``."""
        if self._is_over:
            return
        self._has_keys = True
        data = self._source.data
        first = data[start : start + 1]
        if first in b"\"'":
            quoted = QUOTED.match(data, start)
            if quoted is None:
                self._complain(start, UNCLOSED)
            elif (words := WORDS.match(data, quoted.end())) and (is_of_key or words[0].strip()[:1] != b":"):
                self._complain(quoted.end(), BEHIND)
        elif first in b"[{*":
            value = LIST.match(data, start, line_end)
            if value is None:
                self._is_over = first != b"*"
            elif (words := WORDS.match(data, value.end(), line_end)) and words[0].strip()[:1] not in b",:":
                self._complain(start, UNQUOTED)
        elif first in b"%@`":
            self._complain(start, UNQUOTED)
        elif is_of_key and first not in b"|>&!#":
            text = REMARK.sub(b"", data[start:line_end])
            if COLON.search(text) and not TEMPLATE.search(text):
                self._complain(start, UNQUOTED)

    def _complain(self, at: int, what: str) -> None:
        self.complaints = broken.at_byte(self._source, at, what)
        self._is_over = True
