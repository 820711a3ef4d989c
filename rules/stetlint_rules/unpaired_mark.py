"""A quotation mark or bracket without its partner.

What it finds: in a paragraph, a mark that opens and is never closed, or one that closes what was never
opened; a bracket that is closed by one of another width.

Why: engines cut sentences apart, move words across marks and translate a pair of marks as two tokens. One of
the two gets lost, most of all where a quotation begins in one sentence and ends in another.

Not reported: what cannot be told. A pair may span paragraphs, list items and table cells, and a quotation
that goes on opens each of its paragraphs; code, a link or a tag may hold the partner; a mark in the middle of
a word, behind a digit (inches) or between blanks may be none; a quotation in straight marks may be meant to
span sentences; list markers ("a)"), emoticons, intervals ("[0, 1)"), single quotation marks, which are
apostrophes as well, and text that breaks off ("...").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from stetlint import OBJECT, Bad, Document, DocumentRule, Good, Hit, Pattern, Segment
from stetlint.gist import only
from stetlint.language.marks import (
    BLANK,
    BRACKETS,
    CLOSERS,
    DASHES,
    NO_BLANKS,
    OPENERS,
    QUOTES,
    ROUND,
    SQUARE,
    Mark,
    brackets,
    quotes,
    unpaired,
)
from stetlint.language.markup import unescape

REACH = 25  # segments between the two marks of one pair
NEAR = 3  # and between those of a quotation that does not begin a sentence
MOST = 6  # marks of one family that stay alone in a segment; where there are more, it is no prose
TOKEN = 40  # code points around a mark that tell whether it stands in code
BEGINNING = Pattern(rf"(?:\A|[.!?…:{re.escape(DASHES + QUOTES)}\n])[{BLANK}\n]*\Z")
SMILEY = Pattern(r"[:;]['’]?[-–^o]?\Z")  # up to its mouth
SENTENCE_END = Pattern(r"[.!?…][”\")\]]*\s")
WIDE = frozenset(("zh", "ja", "ko", "yue"))  # where writers mix the widths of brackets
CODE = Pattern(r"[{}<>=|\\^_$@&*~#`+]|::|\w\(\)|\w/\w|''|``|\A[\[\]]{2,}\Z")
BREAKS_OFF = ("…", "...")
# Each family of brackets with what opens and what closes.
SIDES = tuple((family, family[: len(family) // 2], family[len(family) // 2 :]) for family in BRACKETS)
MARKS = QUOTES + "".join(BRACKETS)
WIDTHS = frozenset("（）")
# A quotation whose marks stand as they do nearly always: none of the two can be without a partner.
OPENING = '"“„«'  # those that open it
QUOTATION = Pattern(
    rf"(?<![^{re.escape(BLANK + OPENERS)}])[{OPENING}](?![{re.escape(BLANK + CLOSERS + DASHES + QUOTES)}])"
    rf"([^{QUOTES}\x1e]*+)(?<![{re.escape(BLANK + OPENERS + DASHES + QUOTES)}\d])[\"”“»]"
    rf"(?:(?![^{re.escape(BLANK + DASHES)},;!?…)\]}}）］】。，、；！？])|(?=[.:](?:[{BLANK}]|\Z)))"
)


class Lone(NamedTuple):
    """A mark without a partner in its segment: the number of the segment, the mark and its family."""

    number: int
    mark: Mark
    family: str


class UnpairedMark(DocumentRule):
    """A quotation mark or bracket without its partner."""

    id = "unpaired-mark"
    mqm = "linguistic-conventions/punctuation"
    gives_way_to = frozenset(("lost-link", "mojibake"))
    trigger = (
        r"[()\[\]\"“”„‟«»（）［］【】「」『』《》〔〕]|&[#A-Za-z]"  # a mark, or an entity that may be one
    )
    good = (
        "He said “yes” (twice), and she said “no”.",
        "“This is how it began.\n\n“And this is how it ended,” she said.",
        "“We said ‘no’ in the ’90s, and the students’ union didn’t.”",
        'A screen of 24" or 5\'10", a "quoted" word.',
        "First a) the left one, then b) the right one.\n\nOption A) Go on.",
        "All is well :) or not :-( as you like.",
        "The range is [0, 1) or (0, 1].",
        "(This begins in one paragraph.\n\nIt ends in another.)",
        '- He said "this:\n- is a list"',
        "| a | b |\n|---|---|\n| (one | two) |",
        "Call `foo(` and then `bar)`.",
        "Read more of “This headline that breaks off...",
        Good("Er sagte: „Ja.“ Und sie: »Nein.«", lang="de"),
        Good("Il a dit : « Oui. » Puis « non »", lang="fr"),
        Good("Han sa: ”Ja.” Hon sa: ”Nej.”", lang="sv"),
        Good("Powiedział: „Tak”, a ona: »nie«.", lang="pl"),
        Good("Он сказал: «Завод «Заря» закрыт».", lang="ru"),
        Good('ארגון צה"ל והמנכ"ל', lang="he"),
        Good("他说“是”，她说「不」。", lang="zh"),
        Good("问题：1）DNS 2）日志 3） 网络", lang="zh"),
    )
    bad = (
        Bad("1 comment on “The bridge is open again", "“"),
        Bad("He said the bridge” was open.", "”"),
        Bad('He said the "bridge was open.', '"'),
        Bad("The server (a small one was slow.", "("),
        Bad("The server was slow, and so was NTP) at night.", ")"),
        Bad('"The server was slow (and so was NTP," he said.', "("),
        Bad("An Active X control]", "]"),
        Bad("In machines (VM) s) it is used.", ")"),
        Bad("A title (chapter 12）", "("),
        Bad("See the [window topic (ideas and templates)) I wrote.", ")"),
        Bad("Er sagte: „Ja, und ging.", "„", lang="de"),
        Bad("Il a dit : « Oui, et il est parti.", "«", lang="fr"),
        Bad("Il a dit oui », et il est parti.", "»", lang="fr"),
        Bad("彼は「はいと言った。", "「", lang="ja"),
    )

    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        """Yield the marks that neither their paragraph nor those around it pair."""
        if not _may_have_lone(document):
            return
        segments = document.segments
        marks = document.exact.only(MARKS)
        lone = [
            one
            for number, some in enumerate(marks)
            if some and _may_be_lone(some)
            for one in _lone_marks(number, segments[number])
        ]
        for number, mark, family in _without_partner(lone, segments):
            if mark.is_doubtful or (family is QUOTES and mark.side > 0 and _goes_on(segments, number)):
                continue
            if segments[number].has_as_many(family):
                continue
            char = segments[number].text[mark.at]
            says = "opens and is never closed" if mark.side > 0 else "closes what was never opened"
            message = f"{char} {says}: add its partner where that belongs, or delete it"
            yield segments[number], Hit(mark.at, mark.at + 1, message)
        for segment, some in zip(segments, marks, strict=True):
            if not WIDTHS.isdisjoint(some):
                for at in _half_of_other_width(segment):
                    message = f"{segment.text[at]} is paired with a mark of another width: make them equal"
                    yield segment, Hit(at, at + 1, message)


def _may_have_lone(document: Document) -> bool:
    """Whether something is left when the quotations that are certain are taken out."""
    text = document.gist.text
    has_quotations = any(mark in text for mark in OPENING)
    if has_quotations and document.lang.partition("-")[0] not in NO_BLANKS:
        text = QUOTATION.sub(r"\1", text)
    return any(_may_be_lone(some) or not WIDTHS.isdisjoint(some) for some in set(only(MARKS, text)))


def _without_partner(lone: Iterable[Lone], segments: Sequence[Segment]) -> list[Lone]:
    """Return the marks that have no partner in a segment within REACH either, in their order."""
    opened: dict[str, list[Lone]] = defaultdict(list)
    kept: list[Lone] = []
    for one in lone:
        stack = opened[one.family]
        if one.mark.side > 0:
            stack.append(one)
        elif SMILEY.search(segments[one.number].text, max(0, one.mark.at - 3), one.mark.at):
            continue  # it closes nothing
        elif stack and one.number - stack[-1].number <= _reach(stack[-1], segments):
            stack.pop()
        else:
            kept.append(one)
    return sorted(kept + [one for stack in opened.values() for one in stack])


def _reach(one: Lone, segments: Sequence[Segment]) -> int:
    """Return within how many segments a mark that opens may have its partner."""
    if one.family is not QUOTES:
        return REACH
    return (
        REACH if BEGINNING.search(segments[one.number].text, max(0, one.mark.at - 10), one.mark.at) else NEAR
    )


def _goes_on(segments: Sequence[Segment], number: int) -> bool:
    """Whether the next paragraph opens with a quotation mark: the quotation goes on in it."""
    return any(segment.text[0] in QUOTES for segment in segments[number + 1 : number + 3] if segment.text)


@lru_cache(1 << 12)
def _may_be_lone(marks: str) -> bool:
    """Whether there are quotation marks, or not as many brackets of a family that open as that close."""
    return not set(QUOTES).isdisjoint(marks) or any(
        _count(marks, left) != _count(marks, right) for _, left, right in SIDES
    )


def _lone_marks(number: int, segment: Segment) -> list[Lone]:
    text = segment.text
    densest = 10 + len(text) // 4  # marks of one family; a text with more is a drawing or a table of signs
    found: list[Lone] = []
    if 0 < _count(text, QUOTES) <= densest:
        marks = list(quotes(text, segment.lang))
        found.extend(Lone(number, mark, QUOTES) for mark in _lone(marks, segment, QUOTES))
    lone_brackets: list[Lone] = []
    for family, left, right in SIDES:
        opening, closing = _count(text, left), _count(text, right)
        if opening != closing and opening + closing <= densest:
            marks = brackets(text, family)
            lone_brackets.extend(Lone(number, mark, family) for mark in _lone(marks, segment, family))
    return found + _without_misfits(sorted(lone_brackets)) if lone_brackets else found


def _count(text: str, marks: str) -> int:
    return sum(map(text.count, marks))


def _lone(marks: Sequence[Mark], segment: Segment, family: str) -> list[Mark]:
    """Return the marks that stay alone. Doubtful are also those that would not if the doubtful were none."""
    alone = unpaired(marks)
    if not 0 < len(alone) <= MOST:
        return []
    text = segment.text
    certain = set(unpaired([mark for mark in marks if not mark.is_doubtful]))
    hides_marks = _hides_marks(segment, family)
    breaks_off = text.rstrip(BLANK + '”"»)]').endswith(BREAKS_OFF)
    return [
        mark._replace(
            is_doubtful=mark not in certain
            or hides_marks
            or (breaks_off and mark.side > 0)
            or _is_code(text, mark.at)
            or _is_link(text, mark.at)
            or (text[mark.at] == '"' and _may_span_sentences(text, mark))
        )
        for mark in alone
    ]


def _may_span_sentences(text: str, mark: Mark) -> bool:
    """Whether a quotation may go over sentences: those who type straight marks often leave one end out."""
    if mark.side > 0:
        return text[: mark.at].rstrip(BLANK).endswith((".", "!", "?", "…"))
    since = text.rfind('"', 0, mark.at) + 1
    return text[mark.at - 1] in ".,!?…" and SENTENCE_END.search(text, since, mark.at) is not None


def _without_misfits(lone: list[Lone]) -> list[Lone]:
    """Of a square bracket that a round one closes, or the reverse, keep the closing mark only."""
    kept: list[Lone] = []
    for one in lone:
        last = kept[-1] if kept else None
        if last and {last.family, one.family} == {ROUND, SQUARE} and last.mark.side > 0 > one.mark.side:
            kept.pop()
        kept.append(one)
    return kept


def _half_of_other_width(segment: Segment) -> Iterator[int]:
    """Yield the half-width brackets whose partners are full-width, where a language has no such brackets."""
    text = segment.text
    if segment.lang.partition("-")[0] in WIDE:
        return
    opened: list[int] = []
    for mark in brackets(text, ROUND):
        if mark.side > 0:
            opened.append(mark.at)
        elif opened:
            pair = opened.pop(), mark.at
            half = [at for at in pair if text[at] in "()"]
            if len(half) == 1:
                yield half[0]


def _hides_marks(segment: Segment, family: str) -> bool:
    """Whether code, tags or targets of links in the segment hold marks that have no partner there."""
    text, prose = segment.text, segment.prose
    start, end = prose.to_bytes(0, len(text))
    source = unescape(prose.source.data[start:end].decode())
    if family is QUOTES:
        return (sum(map(source.count, QUOTES)) - sum(map(text.count, QUOTES))) % 2 != 0
    half = len(family) // 2
    left, right = (
        sum(map(source.count, side)) - sum(map(text.count, side)) for side in (family[:half], family[half:])
    )
    return left != right


def _is_code(text: str, at: int) -> bool:
    """Whether the word around a mark looks like code."""
    before = text[max(0, at - TOKEN) : at].rpartition(" ")[2]
    return CODE.search(before + text[at : at + TOKEN].partition(" ")[0]) is not None


def _is_link(text: str, at: int) -> bool:
    """Whether a bracket belongs to a link that came apart: that is another rule's."""
    char, behind = text[at], text[at + 1 : at + 300]
    return (
        (char == "[" and (not behind.strip() or f"({OBJECT}" in behind))
        or (char == ")" and behind.lstrip(BLANK).startswith(f"({OBJECT}"))
        or (char == "(" and at > 0 and text[at - 1] in "])")
    )
