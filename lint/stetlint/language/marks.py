"""Double quotation marks and brackets in a text: which side each is of, and which stay without a partner."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from stetlint.document import OBJECT
from stetlint.language.patterns import Pattern
from stetlint.language.quotation import pairs_of

QUOTES = '"“”„‟«»'
ROUND, SQUARE = "(（)）", "[［]］"
BRACKETS = (ROUND, SQUARE, "【】", "「」", "『』", "《》", "〔〕")  # families: what opens, then what closes
QUOTE = Pattern(f"[{QUOTES}]")
BLANK = " \t\n\r\u00a0\u2009\u202f\u2028\u3000"
OPENERS, CLOSERS, DASHES = "([{（［【‘'", ")]}）］】.,;:!?…’'。，、；：！？", "-–—/|"
BEFORE = BLANK + OPENERS + DASHES + QUOTES  # what stands in front of a mark that opens
BEHIND = BLANK + CLOSERS + DASHES + QUOTES  # and behind one that closes
SPACED_BEFORE = BLANK + OPENERS + "’"  # and in front of « and » where these have a blank inside: d’« été »
NO_BLANKS = frozenset(("zh", "ja", "ko", "yue", "th", "lo", "km", "my"))  # where no blanks stand around marks
# A closing bracket that may be none: a list marker's, or the mouth of an emoticon.
MARKER = Pattern(
    r"(?:\A\W*\w{1,3}\.?|(?<![^\s(\[,;:.\"–—：；，。、！？-])(?:\d+(?:\.\d+)*\.?|[a-hA-H]|[ivxIVX]+|[а-еА-Е]|[例예]))[)）]"
    rf"(?=[\s.,;:{OBJECT}\u3000-\u9fff\uac00-\ud7a3]|\Z|(?<=）))"
)
EMOTICON = Pattern(
    r"[:;：；]['’]?[-–^o]?[()（）\[\]]{1,9}|(?<![^\s(])[=8xX]['’]?[-–^o]?[()\[\]]{1,9}"
    r"|(?<![^\s(])[()\[\]]{1,3}['’]?[-–^o]?[:;=8](?!\w)"
    r"|\(\s?[ToO°•ツ^>x.-][._ -]?[^\w\s]?[ToO°•^<x.-]\s?\)"
)
LAUGH = Pattern(r"(?<=[\w.!?…])\){2,9}(?=\s|\Z)")
LIMIT = r"\s*[^\s,;()\[\]]{1,20}\s*"
INTERVAL = Pattern(rf"\[{LIMIT}(?:[,;]|\.\.){LIMIT}[)\[]|[(\]]{LIMIT}(?:[,;]|\.\.){LIMIT}[\]\[]")


class Mark(NamedTuple):
    """A mark in a text.

    at           its offset in code points
    side         1 where it opens, -1 where it closes, 0 where it does whatever fits
    is_doubtful  whether it may be something else
    """

    at: int
    side: int
    is_doubtful: bool


def unpaired(marks: Iterable[Mark]) -> list[Mark]:
    """Return the marks that stay alone, in their order."""
    opened: list[Mark] = []
    alone: list[Mark] = []
    for mark in marks:
        if mark.side > 0 or (mark.side == 0 and not opened):
            opened.append(mark)
        elif opened:
            opened.pop()
        else:
            alone.append(mark)
    return sorted(alone + opened)


def quotes(text: str, lang: str) -> Iterator[Mark]:
    """Yield the double quotation marks; blanks tell their side, and where they do not, the language does."""
    primary = lang.partition("-")[0]
    pairs = pairs_of(lang)
    opening = {pair[0] for pair in pairs}
    closing = {pair[1] for pair in pairs}
    # Without blanks to go by, an even number may be pairs of marks that were typed the wrong way round.
    is_even = primary in NO_BLANKS and len(QUOTE.findall(text)) % 2 == 0
    for match in QUOTE.finditer(text):
        at, char = match.start(), match[0]
        before, behind = text[at - 1] if at else " ", text[at + 1 : at + 2] or " "
        by_language = (char in opening) - (char in closing)
        opens = before in BEFORE and behind not in BLANK + CLOSERS
        closes = behind in BEHIND and before not in BLANK + OPENERS
        if char == '"' and char in (before, behind):
            yield Mark(at, 0, True)  # an empty string
        elif primary in NO_BLANKS:
            yield Mark(at, by_language, is_even or by_language == 0)
        elif primary == "fr" and char in "«»" and before in SPACED_BEFORE and behind in BLANK + CLOSERS:
            yield Mark(at, by_language, text.count(" ") < 5)  # a short one may be an arrow: "Suite »"
        elif opens != closes:
            side = 1 if opens else -1
            is_inch = closes and before.isdigit() and char in '"”'
            is_in_word = closes and behind in ".:" and text[at + 2 : at + 3] not in BLANK + ")]}”’" + QUOTES
            yield Mark(at, 0 if is_in_word else side, is_in_word or is_inch or by_language == -side)
        else:
            yield Mark(at, by_language, True)


def brackets(text: str, family: str) -> list[Mark]:
    """Return the brackets of a family, but for those of intervals: "[0, 1)"."""
    doubtful: set[int] = set()
    intervals: set[int] = set()
    if family is ROUND or family is SQUARE:
        doubtful.update(match.end() - 1 for match in MARKER.finditer(text))
        for match in EMOTICON.finditer(text):
            doubtful.update(range(match.start(), match.end()))
        for match in LAUGH.finditer(text, 0, text.find("(") if "(" in text else len(text)):
            doubtful.update(range(match.start(), match.end()))
        for match in INTERVAL.finditer(text):
            intervals.update((match.start(), match.end() - 1))
    opening = family[: len(family) // 2]
    return [
        Mark(at, 1 if char in opening else -1, at in doubtful or _stands_alone(text, at))
        for at, char in enumerate(text)
        if char in family and at not in intervals
    ]


def _stands_alone(text: str, at: int) -> bool:
    """Whether there are blanks on both sides of a mark: it may be named, not used."""
    return text[at - 1 : at] in BLANK and text[at + 1 : at + 2] in BLANK if at else text[1:2] in BLANK
