"""Messages: the strings of programs and the units of translation tools, which hold placeholders and markup.

What a placeholder or a tag stands for is not known here: each is one OBJECT. Readers give the text as their
format spells it, with escapes already read.
"""

from __future__ import annotations

import re
from html import unescape

from stetlint.document import LINE_BREAK, OBJECT, Prose
from stetlint.language.patterns import Pattern
from stetlint.readers.prose import BLANKS, ProseBuilder

HINT = Pattern(r"[<%${&`@|\\]|\]_")
# Every alternative begins with its first characters: that is what makes the search fast.
PLACEHOLDER = Pattern(
    r"""
    (?P<tag> <!--(?:[^-<]|-(?!->)|<(?!!--))*+--> | </?[A-Za-z0-9][^<>]*> )
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
    | (?P<code> ``(?:[^`]|`(?!`))+`` | `[^`<>\n]+`(?!_) )
    | (?P<link> `(?P<words>[^`<>]*)(?:<[^<>`]*>)?`__? )
    | (?P<object> \|[\w.-]+\|(?!\w) | \[[\#*\w-]*\]_(?!\w) )
    | (?P<nothing> (?<=[`*|_])\\[ ] | \\[ ](?=[`*|:]) )
    | (?P<entity> &(?:\#\d{1,7}|\#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31}); )
    | (?P<accelerator> &(?=[^\W_]) | _(?=[^\W_]) )
    """,
    re.VERBOSE,
)
IN_BRACES = Pattern(r"[{}]")
# What braces hold where it is no text that somebody set in braces: a name, an expression, a plural.
ARGUMENT = Pattern(r"\s*[\w$.@\[\]!:/#?-]*\s*(?:[,|:=(].*)?|[{%#].*[}%#]", re.DOTALL)
LONGEST_ARGUMENT = 10_000  # code points
SENTENCE_END = Pattern(r"[.!?…。！？।؟:;](?:[\"'”’»)\]]|\s)*$")
NO_WORDS = BLANKS + OBJECT
LEAST_WORDS = 6  # of a sentence without a mark at its end


def prose_of(builder: ProseBuilder, *, accelerator: str = "", is_qt: bool = False) -> Prose:
    """Return what a builder holds, with placeholders and tags as OBJECT characters.

    accelerator   the mark in front of the letter that is a short cut: "&", "_"
    is_qt         whether %1 is a placeholder
    """
    text = "".join(builder.parts)
    if HINT.search(text) is None and not accelerator:
        return builder.build()
    prose = Prose(text, builder.pieces, builder.source)
    shown = ProseBuilder(builder.source)
    at = 0
    search = PLACEHOLDER.search
    closing: dict[int, int] | None = None
    while match := search(text, at):
        start, end = match.span()
        kind = match.lastgroup
        shown_part: tuple[int, int] | None = None
        is_object = True
        decoded = ""
        if kind == "brace":
            if closing is None:
                closing = _closing_braces(text)
            close = closing.get(end - 1)
            if (
                close is None
                or close - end > LONGEST_ARGUMENT
                or ARGUMENT.fullmatch(text, end, close - 1) is None
            ):
                shown.part_of(prose, at, end)
                at = end
                continue
            end = close
        elif (
            (match["qt"] and not is_qt)
            or (kind == "accelerator" and match[0] != accelerator)
            or (kind == "entity" and unescape(match[0]) == match[0])
        ):
            shown.part_of(prose, at, end)
            at = end
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
        shown.part_of(prose, at, start)
        if shown_part is not None:
            shown.part_of(prose, *shown_part)
        elif decoded:
            shown.decoded(*prose.to_bytes(start, end), decoded)
        elif is_object:
            shown.opaque(*prose.to_bytes(start, end))
        at = end
    shown.part_of(prose, at, len(text))
    return shown.build()


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
