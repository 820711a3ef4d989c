"""Messages: the strings of programs and the units of translation tools, which hold placeholders and markup.

What a placeholder or a tag stands for is not known here: each is one OBJECT. Readers give the text as their
format spells it, with escapes already read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from html import unescape

from stetlint.document import LINE_BREAK, OBJECT, SHORT, VERBATIM, Prose, Segment
from stetlint.language.patterns import Pattern
from stetlint.readers.prose import BLANKS, ProseBuilder

HINT = Pattern(r"[<%${&`@|\\]|\]_")
FIRST = Pattern(r"[<%$#{@:`|\[\\&_]")  # of what PLACEHOLDER matches: the search for one of these is fast
_PLACEHOLDER = r"""
    (?P<tag> <!--(?:[^-<]|-(?!->)|<(?!!--))*+-->
        | <(?P<element>code|kbd|pre|samp)>[^<]{0,300}+</(?P=element)> | </?[A-Za-z0-9][^<>]*> )
    | (?P<percent> %% )
    | (?P<printf> %(?:
        \([\w.\- ]{1,60}\)[-+0\#]{0,4}\d{0,4}(?:\.\d{1,4})?[diouxXeEfFgGcrsa]
        | \{[^{}\s]{1,60}\}
        | (?<!\d%)(?:[A-Za-z_][\w.-]{1,40}%
            | (?:\d{1,2}\$)?[-+0\#']{0,4}(?:\d{1,4}|\*)?(?:\.(?:\d{1,4}|\*))?(?:hh?|ll?|[Lqjzt])?
              (?:[sd@] | [iouxXeEfFgGcCSpn](?![^\W\d_]))
            | (?P<qt> L?\d{1,2}(?!\d) ))
        ) )
    | (?P<brace> [$\#%]?\{ )
    | (?P<call> \$t\([^()]*\) | @:(?:\{'[^'{}]*'\}|[\w.-]+) )
    | (?P<role> :[A-Za-z][\w.+:-]{0,40}:`[^`]*` )
    | (?P<code> (?<!`)(?P<fence>`{3,8}+)(?:[^`]|(?!(?P=fence))`)++(?P=fence)
        | ``(?:[^`]|`(?!`))+`` | `[^`<>\n]+`(?!_) )
    | (?P<link> `(?P<words>[^`<>]*)(?:<[^<>`]*>)?`__? )
    | (?P<object> \|[\w.-]+\|(?!\w) | \[[\#*\w-]*\]_(?!\w) )
    | (?P<nothing> (?<=[`*|_])\\[ ] | \\[ ](?=[`*|:]) )
    | (?P<entity> &(?:\#\d{1,7}|\#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31}); )
    | (?P<accelerator> &(?=[^\W_]) | _(?=[^\W_]) )
    """
PLACEHOLDER = Pattern(_PLACEHOLDER, re.VERBOSE)
PLURAL_PLACEHOLDER = Pattern(_PLACEHOLDER + r"| (?P<number> \# )", re.VERBOSE)
IN_BRACES = Pattern(r"[{}]")
# What braces hold where it is no text that somebody set in braces: a name, an expression, a plural.
ARGUMENT = Pattern(
    r"(?P<head>\s*+[\w$.@-]++\s*+,\s*+(?P<forms>plural|selectordinal|select)\s*+,\s*+(?:offset\s*:\s*\d+)?).*"
    r"|\s*[\w$.@\[\]!:/#?-]*\s*(?:[,|:=(].*)?|[{%#].*[}%#]",
    re.DOTALL,
)
SELECTOR = Pattern(r"\s*+(=\d++|[\w-]++)\s*+(?=\{)")
DEEPEST = 4  # plurals and selections in each other
LONGEST_ARGUMENT = 10_000  # code points
SENTENCE_END = Pattern(r"[.!?…。！？।؟:;](?:[\"'”’»)\]]|\s)*$")
NO_WORDS = BLANKS + OBJECT
LEAST_WORDS = 6  # of a sentence without a mark at its end


def segments(
    builder: ProseBuilder,
    lang: str,
    originals: Sequence[Prose] = (),
    original_lang: str | None = None,
    *,
    accelerator: str = "",
    is_qt: bool = False,
) -> Iterator[Segment]:
    """Yield the segments of a message: itself and, where it has several forms (ICU), the other forms.

    originals     what ``proses_of`` returned for the message that it translates
    """
    texts = proses_of(builder, accelerator=accelerator, is_qt=is_qt)
    for i, prose in enumerate(texts):
        if prose.text.strip(NO_WORDS):
            original = None
            if originals:
                original = originals[i if len(originals) == len(texts) else 0]
            yield Segment(prose, role_of((original or prose).text), lang, original, original_lang)


def proses_of(builder: ProseBuilder, *, accelerator: str = "", is_qt: bool = False) -> list[Prose]:
    """Return what a builder holds, with placeholders and tags as OBJECT characters.

    A plural or a selection stands in it with its last form ("other"); the other forms follow, each by itself.

    accelerator   the mark in front of the letter that is a short cut: "&", "_"
    is_qt         whether %1 is a placeholder
    """
    text = "".join(builder.parts)
    if not text or (HINT.search(text) is None and not accelerator):
        return [builder.build()]
    shown = ProseBuilder(builder.source)
    message = _Message(Prose(text, builder.pieces, builder.source), accelerator, is_qt)
    message.add(shown, 0, len(text))
    return [shown.build(), *(form.build() for form in message.forms)]


class _Message:
    """A message with placeholders. ``forms`` are those of plurals and selections, but the last of each."""

    def __init__(self, prose: Prose, accelerator: str, is_qt: bool) -> None:
        self.prose = prose
        self.accelerator = accelerator
        self.is_qt = is_qt
        self.forms: list[ProseBuilder] = []
        # Most messages are one short piece as it stands in the file: where it begins, in bytes.
        piece = prose.pieces[0]
        is_plain = len(prose.pieces) == 1 and piece[3] is VERBATIM and len(prose.text) < SHORT
        self._start = piece[1] if is_plain else -1

    def _part(self, shown: ProseBuilder, start: int, end: int) -> None:
        """Add the range [start, end) as it is."""
        if self._start < 0:
            shown.part_of(self.prose, start, end)
        elif start < end:
            shown.verbatim(*self._bytes(start, end), self.prose.text[start:end])

    def _bytes(self, start: int, end: int) -> tuple[int, int]:
        """Return where the non-empty range [start, end) stands in the source, in bytes."""
        if self._start < 0:
            return self.prose.to_bytes(start, end)
        text = self.prose.text
        first = self._start + len(text[:start].encode())
        return first, first + len(text[start:end].encode())

    @cached_property
    def _closing(self) -> dict[int, int]:
        return _closing_braces(self.prose.text)

    def add(
        self, shown: ProseBuilder, start: int, end: int, depth: int = 0, *, is_plural: bool = False
    ) -> None:
        """Add the range [start, end) of the message: within a form, ``depth`` tells in how many of them."""
        prose = self.prose
        text = prose.text
        placeholder = PLURAL_PLACEHOLDER if is_plural else PLACEHOLDER
        at = scanned = start
        while first := FIRST.search(text, scanned, end):
            match = placeholder.match(text, first.start(), end)
            if match is None:
                scanned = first.end()
                continue
            start, stop = match.span()
            scanned = stop
            kind = match.lastgroup
            shown_part: tuple[int, int] | None = None
            is_object = True
            decoded = ""
            if kind == "brace":
                close = self._closing.get(stop - 1, len(text) + 1)
                argument = None
                if close <= min(end, stop + LONGEST_ARGUMENT):
                    argument = ARGUMENT.fullmatch(text, stop, close - 1)
                if argument is None:
                    continue
                if argument["forms"] and depth < DEEPEST and (forms := self._forms(argument, close)):
                    self._part(shown, at, start)
                    self._add_forms(
                        shown, start, close, forms, depth, is_plural=argument["forms"] != "select"
                    )
                    at = scanned = close
                    continue
                stop = scanned = close
            elif (
                (match["qt"] and not self.is_qt)
                or (kind == "accelerator" and match[0] != self.accelerator)
                or (kind == "entity" and unescape(match[0]) == match[0])
            ):
                continue
            elif kind == "percent":
                decoded = "%"
            elif kind == "entity":
                decoded = unescape(match[0])
            elif kind == "link":
                first = match.start("words")
                shown_part = first, first + len(match["words"].rstrip())
            elif kind in ("nothing", "accelerator"):
                is_object = False
            self._part(shown, at, start)
            if shown_part is not None:
                self._part(shown, *shown_part)
            elif decoded:
                shown.decoded(*self._bytes(start, stop), decoded)
            elif is_object:
                shown.opaque(*self._bytes(start, stop))
            at = stop
        self._part(shown, at, end)

    def _forms(self, argument: re.Match[str], close: int) -> list[tuple[int, int]]:
        """Return where the forms of a plural or a selection stand; none where it is not well-formed."""
        forms: list[tuple[int, int]] = []
        last: list[tuple[int, int]] = []
        at = argument.end("head")
        while match := SELECTOR.match(self.prose.text, at, close):
            at = self._closing[match.end()]
            (last if match[1] == "other" else forms).append((match.end() + 1, at - 1))
        return forms + last if not self.prose.text[at : close - 1].strip() else []

    def _add_forms(
        self,
        shown: ProseBuilder,
        start: int,
        end: int,
        forms: Sequence[tuple[int, int]],
        depth: int,
        *,
        is_plural: bool,
    ) -> None:
        """Add what stands at [start, end): the last form in its place, the others for themselves."""
        text = self.prose.text
        *others, (first, last) = forms
        # Blanks within the braces are seldom meant where there are blanks around them.
        if start == 0 or text[start - 1].isspace():
            first = last - len(text[first:last].lstrip())
        if end == len(text) or text[end].isspace():
            last = first + len(text[first:last].rstrip())
        if first < last:
            self.add(shown, first, last, depth + 1, is_plural=is_plural)
        else:
            shown.opaque(*self._bytes(start, end))
        for first, last in others:
            form = ProseBuilder(self.prose.source)
            self.forms.append(form)
            self.add(form, first, last, depth + 1, is_plural=is_plural)


def _closing_braces(text: str) -> dict[int, int]:
    """Return where what a brace opens ends, by the place of the brace."""
    closing: dict[int, int] = {}
    opened: list[int] = []
    for match in IN_BRACES.finditer(text):
        if match[0] == "{":
            opened.append(match.start())
        elif opened:
            closing[opened.pop()] = match.end()
    return closing


def newline(following: str) -> str:
    """Return what a line feed in front of a text is in prose: a wrap, or a line break that is seen."""
    return "\n" if following[:1].islower() else LINE_BREAK


def role_of(text: str) -> str:
    """Return the role of a message: a label of a program is no sentence."""
    if SENTENCE_END.search(text) is not None or text.count(" ") >= LEAST_WORDS - 1:
        return "paragraph"
    return "cell"
