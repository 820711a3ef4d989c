"""Marks of emphasis and code that stand in the prose: Markdown did not read them, so they show on the page.

Positions are code points of the source. A mark is judged by the characters beside it, as CommonMark does.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from enum import StrEnum
from itertools import chain
from typing import NamedTuple

from stetlint.document import Segment
from stetlint.language.patterns import Pattern

REACH = 300  # code points; what is set in bold or italics is not longer
BLANKS = " \t\n\r\u00a0\u2028\u202f\u3000"
SLASHES = ("/", "\\")
OPENING, CLOSING = "([{\"'“‘«„（「『", ")]}\"'”’»“）」』"
RUN = Pattern(r"\*+|`+")
SINGLE_TICK = Pattern(r"(?<!`)`(?!`)")
TICKS = Pattern(r"(?<![\\`])`+")
WORD = Pattern(r"[^\W\d_]{2}")
WORD_END = Pattern(r"[^\W\d_]{3}\Z")
CJK_CLASS = r"[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]"
CJK = Pattern(CJK_CLASS)
POWER = Pattern(r"[A-Za-z0-9)\]_]\*\*(?:[\d(-]|[A-Za-z](?![A-Za-z]))")
TICK_AMONG_WORDS = Pattern(r"[^\W\d_] ` [^\W\d_]")
# In front of a closing mark: an identifier, whose asterisks make it a pointer, or a path.
CODE_WORD = Pattern(
    r"(?:[a-z0-9][A-Z]\w*|\b[A-Z]{2,}[a-z]\w*|\w_\w*|[:/\\.]\w+|>\w*|\b(?:const|char|void|int))\Z"
)
# Italics with a blank within: a word in front tells them from a wildcard or a product.
OPENED_ITALICS = Pattern(
    rf"(?<![*\\)）」』”])(?:(?<!\w)|(?<={CJK_CLASS}))\*(?=[^\W\d_])[^*\n`]{{1,60}}(?<=[^\s*]) \*"
    rf"(?!\*|(?!{CJK_CLASS})\w)"
)
# Behind an asterisk that is a sign of multiplication, in italics: *a * b*.
TIMES = Pattern(r" [^*\n]{0,60}[^\s*]\*(?![\w*])")
# A mark of bold alone between two words of a sentence; not an operator (x ** y).
BETWEEN_WORDS = Pattern(r"(?<=[^\W\d_]{2}[ \u00a0])\*\*[ \u00a0]+[^\W\d_]{2,}[ ,.]")
SPACED_ITALICS = Pattern(r"(?<=[^\W\d_] )\* [^\W\d]\w+(?: [^\W\d]\w*){0,4} \*(?= [\"“„«]?[^\W\d_]|[.,;:])")
# A blank behind the first mark only; a note that an asterisk announces does not end in one.
LATE_ITALICS = Pattern(r"(?<=[^\W\d_]{2} )\* [^\W\d_]{3,}(?: [^\W\d_]{2,}){0,4}\*(?= [^\W\d_]|[.,;:]|\Z)")
ESCAPED_BOLD = Pattern(
    r"(?<![\w*\\/\"'])(?:\\\*\\\*(?=\w)[^*\n]{1,200}?(?<![\s\\])(?:\\\*\\\*|\*\*)"
    r"|\*\*(?=\w)[^*\n]{1,200}?(?<![\s\\])\\\*\\\*(?:\*\*)?)(?![\w*\\/])"
)
ANCHORS = Pattern(r"#[ \t]*(?:<a\s[^<>]*>\s*</a>\s*)+\Z")  # in front of a heading
# What the marks of bold italics become: ***one** _ and _*two**.
SPLIT_MARKS = Pattern(
    r"(?<!\*)\*\*\*[^\s*_][^*\n_]{0,80}\*\* _(?=[\s.,;:)]|\Z)|(?<![^\s(>|])_ \*[^\s*][^*\n_]{0,80}\*\*(?!\*)"
    r"|(?<![^\s(>|])_\*[^\s*][^*\n_]{0,80}\*\*(?![\w*])|\*\*_[^\s_][^*\n_]{0,80}_\* _(?=[\s.,;:)]|\Z)"
)
APOSTROPHE = Pattern(r"(?:s|t|m|d|re|ve|ll)\b")
ARITY = Pattern(r"\d\b(?!\.\d)")  # of a generic type, as .NET writes it: List`1
ESCAPE = Pattern(r"[0a-z](?:\{\w*\})?\)")  # an escape sequence of a shell, in brackets: (`n)


class Fault(StrEnum):
    """What is wrong with a mark."""

    OFF = "off"  # a blank between the marks and the words
    GLUED = "glued"  # a letter touches the marks from outside
    OPEN = "open"  # opened and never closed
    CLOSED = "closed"  # closed and never opened
    UNEQUAL = "unequal"  # two on one side, one on the other
    EMPTIED = "emptied"  # two marks that met, for what stood between them is gone
    ESCAPED = "escaped"  # the marks were escaped, and mean what they say


class Broken(NamedTuple):
    """Text with broken marks, or a mark alone; ``mended`` is how it should be, where that is sure."""

    start: int
    end: int
    fault: Fault
    mended: str | None = None


class Mark(NamedTuple):
    """A run of asterisks or backticks.

    start, end      where it stands in the source, in code points
    before, after   the characters beside it, "" at the edge of its segment
    """

    start: int
    end: int
    before: str
    after: str

    @property
    def is_open(self) -> bool:
        """Whether it stands in front of a word and behind none, as an opening mark does."""
        is_behind = self.before.strip(BLANKS) != ""
        return (
            not is_blank(self.after)
            and not self.before.isalnum()
            and not (is_behind and self.after in ".,;:!?)]}")
        )

    @property
    def is_close(self) -> bool:
        """Whether it stands behind a word and in front of none, as a closing mark does."""
        return not is_blank(self.before) and not self.after.isalnum()

    @property
    def can_open(self) -> bool:
        """Whether CommonMark lets it open emphasis: a left-flanking run."""
        if is_blank(self.after):
            return False
        return not is_punctuation(self.after) or is_blank(self.before) or is_punctuation(self.before)

    @property
    def can_close(self) -> bool:
        """Whether CommonMark lets it close emphasis: a right-flanking run."""
        return Mark(self.start, self.end, self.after, self.before).can_open

    @property
    def is_quoted(self) -> bool:
        """Whether it stands in brackets or quotation marks of its own: the text speaks of the mark."""
        return "" not in (self.before, self.after) and self.before in OPENING and self.after in CLOSING


def is_blank(char: str) -> bool:
    """Whether a character is a blank or the edge of a segment."""
    return not char.strip(BLANKS)


def is_punctuation(char: str) -> bool:
    """Whether CommonMark counts a character as punctuation."""
    return unicodedata.category(char)[0] in "PS"


def extent(segment: Segment) -> tuple[int, int]:
    """Return where a segment stands in the source, in code points."""
    return segment.prose.to_source(0, len(segment.text))


def is_within_html(segment: Segment) -> bool:
    """Whether a segment stands between tags on their lines, where no Markdown is read."""
    source = segment.prose.source.text
    start, end = extent(segment)
    head = source[max(source.rfind("\n", 0, start) + 1, start - REACH) : start].strip("> \t")
    if head.startswith("#") and ANCHORS.search(source, start - len(head), start):
        return False
    return head.endswith(">") or source.startswith("</", end) or (head != "" and source[start - 1] == ">")


def _is_split_by_pipe(segment: Segment, mark: str) -> bool:
    """Whether a cell of a table ends within code or bold, at a pipe that some renderers leave alone."""
    if segment.role != "cell":
        return False
    source = segment.prose.source.text
    start, end = extent(segment)
    first = source.rfind("\n", max(0, start - 10 * REACH), start) + 1
    row, _, _ = source[first : end + 10 * REACH].partition("\n")
    return row.count(mark) % 2 == 0


def marks_in(segment: Segment, char: str) -> Iterator[Mark]:
    """Yield the runs of a character that the prose shows, but for those that were escaped."""
    text = segment.text
    source = segment.prose.source.text
    for first, last, span in segment.prose.verbatim_in(0, len(text)):
        for match in RUN.finditer(text, first, last):
            start, end = match.span()
            before, after = text[start - 1 : start], text[end : end + 1]
            if text[start] != char or before == char or after == char:
                continue  # an escaped one beside it
            shift = span.start - first
            yield Mark(
                start + shift,
                end + shift,
                source[start + shift - 1] if start else "",
                source[end + shift] if end < len(text) else "",
            )


def broken_stars(segment: Segment, has_footnotes: bool) -> Iterator[Broken]:
    """Yield bold and italics of a segment whose marks show.

    ``has_footnotes`` says whether the document has notes that asterisks announce: then a mark alone may be a
    reference to one.
    """
    source = segment.prose.source.text
    start, end = extent(segment)
    while start and source[start - 1] == "*":  # marks that Markdown read at the edge
        start -= 1
    split = (
        [match.span() for match in SPLIT_MARKS.finditer(source, start, end)]
        if source.find("** _", start, end) >= 0 or source.find("_*", start, end) >= 0
        else []
    )
    for first, last in split:
        yield Broken(first, last, Fault.UNEQUAL)
    escaped = (
        [match.span() for match in ESCAPED_BOLD.finditer(source, start, end)]
        if source.find("\\*\\*", start, end) >= 0
        else []
    )
    for first, last in escaped:
        yield Broken(first, last, Fault.ESCAPED, "**" + source[first:last].strip("\\*") + "**")
    lone: Mark | None = None
    singles = 0
    at, bold = start, 0  # how many marks of bold Markdown has read so far
    is_in_bold = False
    for mark in marks_in(segment, "*"):
        size = mark.end - mark.start
        if any(first <= mark.start < last for first, last in chain(escaped, split)):
            continue
        if size == 1:
            singles += 1
            yield from _unequal(source, mark, start, end)
        if size >= 4 and _is_emptied(source, mark, start, end):
            yield Broken(mark.start, mark.end, Fault.EMPTIED)
        if size not in (2, 3) or _is_no_mark(source, mark):
            continue
        bold += source.count("**", at, mark.start)
        at = mark.end
        if lone is not None and mark.start - lone.end <= REACH and size == lone.end - lone.start:
            if is_in_bold and is_blank(lone.after) and is_blank(mark.before):
                yield from _inside_out(source, lone, mark, start, end)
            else:
                yield from _pair(source, lone, mark, has_footnotes)
            lone = None
            continue
        if lone is not None:
            yield from _alone(segment, lone, end, has_footnotes)
        lone = mark
        is_in_bold = bold % 2 == 1
    if lone is not None:
        yield from _alone(segment, lone, end, has_footnotes)
    if singles and segment.role != "alt":
        for pattern in (OPENED_ITALICS, SPACED_ITALICS, LATE_ITALICS)[: 2 if has_footnotes else 3]:
            for match in pattern.finditer(source, start, end):
                at = match.start()
                is_behind = pattern is LATE_ITALICS or source[at - 1 : at].isalnum()
                if is_behind and source.count("*", start, at) % 2:
                    continue  # it closes what stands in front of it
                if TIMES.match(source, match.end(), end + 1) and source.count("*", start, end + 1) % 2:
                    continue
                yield Broken(at, match.end(), Fault.OFF, f"*{match[0].strip('* ')}*")


def lone_tick(segment: Segment) -> Broken | None:
    """Return the backtick of a segment that has no partner: the one that opens twice or closes nothing."""
    if not SINGLE_TICK.search(segment.text):
        return None
    shown = [mark for mark in marks_in(segment, "`") if mark.end - mark.start == 1]
    if len(shown) % 2 == 0:
        return None
    source = segment.prose.source.text
    start, end = extent(segment)
    first = shown[0]
    is_at_word = first.before.isalnum() or first.after.isalnum() or first.is_open != first.is_close
    is_at_word = is_at_word or TICK_AMONG_WORDS.match(source, max(start, first.start - 2), end) is not None
    is_tag = first.before in ("<", ">") or first.after in ("<", ">")  # code within HTML that shows a tag
    is_escape = first.before == "(" and ESCAPE.match(source, first.end)
    is_arity = first.before.isalnum() and ARITY.match(source, first.end)
    if not is_at_word or is_tag or is_escape or is_arity or first.is_quoted:
        return None
    if _is_split_by_pipe(segment, "`"):
        return None
    runs = TICKS.findall(source, start, end)
    if len(runs) % 2 == 0 and len(set(runs)) == 1:  # what hides the partner is a formula or a tag
        return None
    at = _unpartnered(source, start, end)
    at = first.start if at < 0 else at
    if source[at - 1 : at].isalpha() and APOSTROPHE.match(source, at + 1):
        return None
    return Broken(at, at + 1, Fault.CLOSED if not is_blank(source[at - 1 : at]) else Fault.OPEN)


def _unpartnered(source: str, start: int, end: int) -> int:
    """Return the one backtick that opens twice or closes nothing, -1 where there is more than one or none."""
    alone: list[int] = []
    opened = -1
    for match in TICKS.finditer(source, start, end):
        at, until = match.span()
        # A letter of a script without blanks stands beside code as a blank does elsewhere.
        before, after = (
            CJK.sub(" ", char) for char in (source[at - 1 : at] if at else "", source[until : until + 1])
        )
        mark = Mark(at, until, before, after)
        if opened >= 0 and mark.is_open and is_blank(mark.before):
            alone.append(opened)
            opened = at
        elif opened < 0 and mark.is_close and mark.before.isalnum():
            alone.append(at)
        else:
            opened = at if opened < 0 else -1
    if opened >= 0:
        alone.append(opened)
    return alone[0] if len(alone) == 1 else -1


def _is_no_mark(source: str, mark: Mark) -> bool:
    """Whether asterisks are a power (2**3), part of a pattern (src/**/*.md) or quoted ("**")."""
    if _is_by_slash(mark) and (mark.before in SLASHES or source[mark.end + 1 : mark.end + 2] == "*"):
        return True
    is_suffix = mark.after == "." and source[mark.end + 1 : mark.end + 2].isalnum()
    return is_suffix or mark.is_quoted or POWER.match(source, mark.start - 1) is not None


def _is_emptied(source: str, mark: Mark, start: int, end: int) -> bool:
    """Whether four asterisks are two marks of bold that met; not a mask (PIN: ****, f****)."""
    first, last = source.find("**", start, mark.start), source.find("**", mark.end, end + 2)
    head = source[start : mark.start].rstrip(BLANKS)
    if not is_blank(mark.before):
        if is_blank(mark.after):
            return mark.before in ".!?:;)。：）"
        # Between two stretches that were bold each: **one****two**.
        is_mask = mark.before.isalnum() and not CJK.match(mark.before) and not WORD_END.search(head)
        return first >= 0 and last >= 0 and not is_mask
    if not mark.after.isalnum():
        is_behind_sentence = head[-1:] in (".", "!", "?", "。") and mark.end >= end
        return is_behind_sentence or ((first >= 0 or last >= 0) and head[-1:] not in (":", "=", "："))
    return WORD.match(source, mark.end) is not None and source.find("****", mark.end, end + 4) < 0


def _is_by_slash(mark: Mark) -> bool:
    """Whether a slash stands beside it: it may be a pattern (**/x), it may be bold (**/help**)."""
    return mark.before in SLASHES or mark.after in SLASHES


def _pair(source: str, left: Mark, right: Mark, has_footnotes: bool) -> Iterator[Broken]:
    """Yield the run between two marks that should have been bold."""
    content = source[left.end : right.start]
    words = content.strip(BLANKS)
    if _is_by_slash(left) or _is_by_slash(right) or words[:1] in tuple(",.;:!?)"):
        return
    if not (WORD.search(words) or "`" in words) or (left.can_open and right.can_close):
        return
    if has_footnotes and (left.is_close or not left.before) and right.is_close:
        return
    marks = source[left.start : left.end]
    inner = content.find(marks)
    if inner >= 0:  # Markdown paired other marks in between
        if words != content or is_blank(content[inner - 1]):
            fault = Fault.OFF if is_blank(left.after) else Fault.OPEN
            yield Broken(left.start, left.end + inner + len(marks), fault)
        return
    if words != content:
        is_sure = not left.before.isalnum() or not is_blank(left.after)
        tail = " " if is_blank(content[-1]) and right.after.isalnum() else ""
        yield Broken(left.start, right.end, Fault.OFF, f"{marks}{words}{marks}{tail}" if is_sure else None)
    elif not CJK.search(left.before + content[0] + content[-1] + right.after):
        mended = f"{'' if left.can_open else ' '}{marks}{words}{marks}{'' if right.can_close else ' '}"
        yield Broken(left.start, right.end, Fault.GLUED, None if content[-1] in "-–" else mended)


def _inside_out(source: str, left: Mark, right: Mark, start: int, end: int) -> Iterator[Broken]:
    """Yield two runs of bold whose outer marks Markdown paired: **one ** and ** two**."""
    first = source.rfind("**", max(start, left.start - REACH), left.start)
    last = source.find("**", right.end, min(end + 2, right.end + REACH))
    if first >= 0:
        yield Broken(first, left.end, Fault.OFF, f"**{source[first + 2 : left.start].strip(BLANKS)}**")
    if last >= 0:
        yield Broken(right.start, last + 2, Fault.OFF, f"**{source[right.end : last].strip(BLANKS)}**")


def _alone(segment: Segment, mark: Mark, end: int, has_footnotes: bool) -> Iterator[Broken]:
    """Yield a mark of bold without its partner, with the run before the next mark where that opens too."""
    if mark.end - mark.start != 2 or _is_by_slash(mark) or _is_split_by_pipe(segment, "**"):
        return
    source = segment.prose.source.text
    if BETWEEN_WORDS.match(source, mark.start, end):
        yield Broken(mark.start, mark.end, Fault.OPEN)
    elif mark.is_open and (mark.before or not has_footnotes):
        nearby = source.find("**", mark.end, min(end, mark.end + REACH))
        until = nearby + 2 if nearby >= 0 and is_blank(source[nearby - 1]) else mark.end
        yield Broken(mark.start, until, Fault.OPEN)
    elif (
        mark.is_close
        and not has_footnotes
        and segment.role not in ("cell", "alt")
        and (segment.role != "heading" or is_punctuation(mark.before) or CJK.match(mark.before))
        and not CODE_WORD.search(source, max(mark.start - 40, 0), mark.start)
    ):
        yield Broken(mark.start, mark.end, Fault.CLOSED)


def _unequal(source: str, mark: Mark, first: int, last: int) -> Iterator[Broken]:
    """Yield italics with two asterisks on one side, of which one shows."""
    start, end = mark.start, mark.end
    if mark.before == "*" and source[start - 2 : start - 1] != "*" and source[end : end + 1] != "*":
        start = source.rfind("*", max(first - 1, start - REACH, 0), start - 1)
    elif mark.after == "*" and source[end + 1 : end + 2] != "*" and source[start - 1 : start] != "*":
        end = source.find("*", end + 1, min(last + 1, end + REACH)) + 1
    elif source.startswith("**", end) and source[end + 2 : end + 3].isalpha():
        close = source.find("**", end + 2, min(last + 2, end + REACH))
        end = close + 2 if source[close + 2 : close + 3] != "*" else -1
    else:
        return
    if 0 <= start < end:
        # What is left of the mark that was parted: * *x**.
        start -= 2 if source[start - 2 : start] == "* " and source[start - 3 : start - 2] == " " else 0
        yield Broken(start, end, Fault.UNEQUAL)
