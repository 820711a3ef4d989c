"""A number that a blank takes apart, or a version that became a fraction.

What it finds: a blank behind the mark between thousands (`20, 000`), where three noughts, an amount of money
or words such as "more than" and "has" show that it is one number; a blank before or around a decimal mark (`3
.5`, `10 . 5 %`), within an English ordinal (`12 th`), or behind the colon of a time, a score or a ratio (`at
14: 00`); the number of a version with the decimal comma of the language (Version 5,1; App-V 5,0 SP3); the
decimal mark of another language in front of a word that counts or measures (`8,3 billion` in English, `8.3
Milliarden` in German), or throughout a number (1.234,56) in a document that has its own (1,234.56); the
ordinal point of another language in an English date (`on 22. July`). The finding covers the number.

Why: engines read a number as several tokens and join them by the rules of prose, copy it as the original has
it, or translate the decimal mark of what is no fraction.

Not reported: lists of values (80, 443; 0, 000, 001), intervals, dates and scores with a number behind them
(July 26, 106 people), digits in code, 1,5 GB and other quantities behind a name, documents that speak of
number formats.

Measured: nothing in 17 million words of documentation in 15 languages written by people.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from re import Match

from stetlint import Bad, Document, DocumentRule, Good, Hit, Pattern, Segment
from stetlint.language import raw
from stetlint.language.foreign_numbers import COUNTED, MONTH, days, fractions, pairs
from stetlint.language.numbers import (
    AMOUNT_BEFORE,
    BLANK,
    COUNT_BEFORE,
    MONEY_BEFORE,
    MONEY_BEHIND,
    QUANTITY,
    VERSION_WORD,
    number_style,
)

GROUPED = Pattern(
    rf"(?<![\w.,:;/+\-–])[1-9]\d{{0,2}}(?P<mark>[.,])(?:\d{{3}}(?P=mark))*{BLANK}(?P<rest>\d{{3}})"
    rf"(?:(?P=mark){BLANK}?\d{{3}})*(?![\w/:\-–])(?![.,]\d)"
)
APART = Pattern(
    rf"(?<![\w.,:;/+\-–#])(?P<whole>\d{{1,4}})(?:{BLANK}(?P<mark>[.,])(?P<part>\d{{1,4}}(?P<more>(?:\.\d{{1,4}})+)?)"
    rf"|{BLANK}\.{BLANK}(?P<spaced>\d{{1,4}}))(?=%|[)”»\"]?[.,;:!?]?(?:\s|$))(?!{BLANK}?[.,]?{BLANK}?\d)"
)
# What these are not without, as patterns that begin with a set of characters: these are searched fast.
MAY_BE_GROUPED = Pattern(rf"[.,]{BLANK}\d{{3}}")
MAY_BE_APART = Pattern(rf"{BLANK}[.,]{BLANK}?\d")
# RE2: what no number is broken without.
_BLANK = r"[ \x{a0}\x{202f}]"
MAY_BE_BROKEN = rf"[.,:]{_BLANK}?\pN|\pN{_BLANK}(?:st|nd|rd|th)|\pN(?:st|nd|rd|th)?\.{_BLANK}[JFMASOND]"
# What shows that the digits in front and behind are values of a list.
LIST_BEFORE = Pattern(rf"[\d)\]][,;.]?{BLANK}\Z|[{{|=]{BLANK}?\Z")
BRACKET_BEFORE = Pattern(rf"[\[(]{BLANK}?\Z")
LIST_BEHIND = Pattern(
    rf"{BLANK}?(?:[,;/&|\])]|and\b|or\b|to\b|und\b|oder\b|et\b|ou\b|y\b|e\b|o\b|и\b|i\b|или\b){BLANK}?\d"
)
MARKED_LIST_BEHIND = Pattern(rf"{BLANK}?[,;/&|\])]{BLANK}?\d")
CLOSED = Pattern(rf"{BLANK}?[\])}}]")
FRACTION_OF = Pattern(rf"{BLANK}?%|{BLANK}[^\W\d_]")
NOUN = Pattern(rf"{BLANK}[^\W\d_]{{3}}")
CALIBRE = Pattern(rf"{BLANK}(?:cal|rifle|pistol|revolver|magnum|handgun|gun|round|bullet)", 2)

ORDINAL = Pattern(
    rf"(?<![\w.,:/+\-–])(?P<number>\d{{1,3}}){BLANK}"
    r"(?P<ending>(?<!1\d.)(?:(?<=1.)st|(?<=2.)nd|(?<=3.)rd)|(?:(?<=[04-9].)|(?<=1\d.))th)(?![\w/\-])(?!\.\w)"
)
FRACTION = Pattern(rf"(?<=\w){BLANK}(?P<number>\d{{1,2}},\d{{1,2}})(?![\d%‰°])(?![.,:/]\d)(?!{BLANK}[%‰°€$])")
DOTTED = Pattern(rf"(?<=\w){BLANK}(?P<number>\d{{1,2}}\.\d{{1,2}})(?!\d)")
LONGEST_NAME = 40  # code points
NAME = Pattern(r"[^\s(\[\"“„«]+\Z")
SERVICE_PACK = Pattern(rf"{BLANK}(?:SP\d|R\d|beta|RC\d)\b")
COMPOUND = Pattern(r"-(?P<word>[^\W\d_]{4,})")
FOREIGN = {
    ".": Pattern(r"(?<![\w.,])\d{1,3}(?:\.\d{3})+,\d{1,2}(?![\w]|[.,]\d)"),
    ",": Pattern(r"(?<![\w.,])\d{1,3}(?:,\d{3})+\.\d{1,2}(?![\w]|[.,]\d)"),
}
ABOUT_FORMATS = Pattern(r"locale|decimal|separator|culture|Intl|dezimal|décima|форматир|разделител", 2)

_GAP = rf"{raw.MARKUP}*{raw.BLANK}{raw.MARKUP}*"


class BrokenNumber(DocumentRule):
    """A number that is taken apart or localised where it must not be."""

    id = "broken-number"
    mqm = "linguistic-conventions/number-format"
    trigger = (
        rf"[1-9]\d{{0,2}}[.,]{_GAP}\d{{3}}(?:\D|$)|\d{_GAP}[.,](?:{raw.BLANK}|{raw.MARKUP})*\d"
        rf"|\d{_GAP}(?:st|nd|rd|th)\b|[{raw.LETTERS}\d]{_GAP}\d{{1,2}},\d{{1,2}}(?:[^\d%]|$)|\d\.\d{{3}},\d|\d,\d{{3}}\.\d"
        rf"|\d(?:st|nd|rd|th)?\.{_GAP}{MONTH}|\d:{_GAP}\d|\d[.,]\d{{1,2}}{_GAP}{COUNTED}"
    )
    good = (
        "Open the ports 80, 443 and 8080, or sizes of 1, 200, 3.",
        "In 1999, 2000 people came. On July 26, 106 people came.",
        "The range [1, 500] or (1, 100), the strings 000, 001 and 010.",
        "Open 24/7, 365 days a year; he threw 15/30, 145 yards.",
        "See chapter 2. 500 people came.",
        "He lives at 5 th-3, 12 St. Mary Street, and 11 st is no number.",
        "A path of `0 .8 .4` or 0 0 1 .8 and 1 .5 .25 here.",
        "Use 10 .22 rifles.",
        "20,000 and 3.5 and 1,234.56 are numbers.",
        "The locale writes 1.234,56 and not 1,234.56.",
        "At a ratio of 1:20, in step 4: 20 of them, at 3: 5 minutes; Address 1: 10.0.0.1.",
        "He was number 22. July was hot. It ended on the 19th. July was hot, and 3,5 are odd.",
        Good("Siehe Kapitel 3.2 Prozentrechnung. Der Umsatz von 8,3 Milliarden.", lang="de"),
        Good("Son 3.5 millones.", lang="es"),
        Good("Windows 2,5 GB und PostgreSQL ist 1,8-mal schneller.", lang="de"),
        Good("Am 15. 500 Menschen kamen; 20.000 blieben.", lang="de"),
        Good("Es kostet 1.234,56 Euro. Der BMW 3,0-Liter-Motor.", lang="de"),
    )
    bad = (
        Bad("It has 20, 000 people.", "20, 000", fixed="It has 20,000 people."),
        Bad("It costs $1, 500 now.", "1, 500", fixed="It costs $1,500 now."),
        Bad("It costs 2, 180 yen.", "2, 180", fixed="It costs 2,180 yen."),
        Bad("More than 12, 450 came.", "12, 450", fixed="More than 12,450 came."),
        Bad("It grew by 3 .5 percent.", "3 .5", fixed="It grew by 3.5 percent."),
        Bad("It grew by 10 . 5% then.", "10 . 5", fixed="It grew by 10.5% then."),
        Bad("Use release 1 .5.", "1 .5", fixed="Use release 1.5."),
        Bad("Use release 1 .2.3 here.", "1 .2.3", fixed="Use release 1.2.3 here."),
        Bad("On the 12 th of May.", "12 th", fixed="On the 12th of May."),
        Bad("Es kostet 20. 000 Euro.", "20. 000", fixed="Es kostet 20.000 Euro.", lang="de"),
        Bad("Это 20, 000 человек.", "20, 000", lang="ru"),
        Bad(
            "Der AB-X 5,1-Client und AB-X 5,1.",
            "5,1",
            "5,1",
            fixed="Der AB-X 5.1-Client und AB-X 5.1.",
            lang="de",
        ),
        Bad("Installez AB-X 4,6 SP1.", "4,6", fixed="Installez AB-X 4.6 SP1.", lang="fr"),
        Bad(
            "Ab Version 2,0 gilt das. Foo 3.1 ist neu, Foo 3,1 auch.",
            "2,0",
            "3,1",
            fixed="Ab Version 2.0 gilt das. Foo 3.1 ist neu, Foo 3.1 auch.",
            lang="de",
        ),
        Bad(
            "At 14: 00 it began, just before 9: 30 a.m.",
            "14: 00",
            "9: 30",
            fixed="At 14:00 it began, just before 9:30 a.m.",
        ),
        Bad(
            "Ab 18: 30 Uhr, Ergebnis 2: 1 (1: 0).",
            "18: 30",
            "2: 1",
            "1: 0",
            fixed="Ab 18:30 Uhr, Ergebnis 2:1 (1:0).",
            lang="de",
        ),
        Bad(
            "Матч начался в 19: 00 со счетом 0: 0.",
            "19: 00",
            "0: 0",
            fixed="Матч начался в 19:00 со счетом 0:0.",
            lang="ru",
        ),
        Bad(
            "She threw 73,84 metres and earned $12,6 billion.",
            "73,84",
            "12,6",
            fixed="She threw 73.84 metres and earned $12.6 billion.",
        ),
        Bad("Er kostete rund 8.3 Milliarden.", "8.3", fixed="Er kostete rund 8,3 Milliarden.", lang="de"),
        Bad(
            "On Wednesday, 22. July, and on 8. August.",
            "22.",
            "8.",
            fixed="On Wednesday, 22 July, and on 8 August.",
        ),
        Bad("It is 1,234.56 here and 1.234,56 there.", "1.234,56"),
    )

    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        """Yield the numbers that are broken."""
        segments = list(document.segments_with(MAY_BE_BROKEN))
        for segment in segments:
            for hit in (*_grouped(segment), *_apart(segment), *_ordinals(segment), *_slips(segment)):
                yield segment, hit
        yield from _versions(segments)
        yield from _foreign(segments)


def _grouped(segment: Segment) -> Iterator[Hit]:
    text = segment.text
    style = number_style(segment.lang)
    for match in GROUPED.finditer(text) if MAY_BE_GROUPED.search(text) else ():
        start, end = match.span()
        before = text[max(0, start - LONGEST_NAME) : start]
        is_enclosed = BRACKET_BEFORE.search(before) and CLOSED.match(text, end)
        if LIST_BEFORE.search(before) or LIST_BEHIND.match(text, end) or is_enclosed:
            continue
        is_thousands = match["rest"] == "000"
        is_money = MONEY_BEFORE.search(before) or (
            MONEY_BEHIND.match(text, end) and match["mark"] == style.group and not _follows_name(before)
        )
        counts = (
            COUNT_BEFORE.search(before)
            and NOUN.match(text, end)
            and int(match[0].split(match["mark"])[0]) > 0
        )
        if not (is_thousands or is_money or AMOUNT_BEFORE.search(before) or counts):
            continue
        joined = "".join(match[0].split())
        is_own = match["mark"] == style.group
        message = f"“{match[0]}”: a blank takes the number apart: write {joined}"
        yield Hit(start, end, message, (joined,), joined if is_own else None, is_thousands and is_own)


def _follows_name(before: str) -> bool:
    """Whether the word in front of a number begins with a capital: it may be a month."""
    words = before.split()
    return bool(words) and words[-1][0].isupper()


def _apart(segment: Segment) -> Iterator[Hit]:
    text = segment.text
    style = number_style(segment.lang)
    for match in APART.finditer(text) if MAY_BE_APART.search(text) else ():
        start, end = match.span()
        before = text[max(0, start - LONGEST_NAME) : start]
        behind = MARKED_LIST_BEHIND if match["mark"] != "," else LIST_BEHIND
        if LIST_BEFORE.search(before) or behind.match(text, end) or CALIBRE.match(text, end):
            continue
        is_group = match["mark"] == style.group and len(match["part"]) == 3
        is_fraction = match["mark"] == style.decimal and FRACTION_OF.match(text, end)
        if match["mark"] == "," and not is_group and not is_fraction:
            continue  # a list whose blank stands on the wrong side
        if match["more"] and match["mark"] != ".":
            continue
        joined = "".join(match[0].split())
        message = f"“{match[0]}”: a blank takes the number apart: write {joined}"
        yield Hit(start, end, message, (joined,), joined, False)


def _ordinals(segment: Segment) -> Iterator[Hit]:
    if segment.lang.startswith("en"):
        for match in ORDINAL.finditer(segment.text):
            joined = match["number"] + match["ending"]
            message = f"“{match[0]}”: a blank takes the number apart: write {joined}"
            yield Hit(match.start(), match.end(), message, (joined,), joined, True)


def _slips(segment: Segment) -> Iterator[Hit]:
    text = segment.text
    for start, end, right in pairs(text):
        message = f"“{text[start:end]}”: a blank takes the time or the pair apart: write {right}"
        yield Hit(start, end, message, (right,), right, True)
    for start, end, right in (*fractions(text, segment.lang), *days(text, segment.lang)):
        message = f"“{text[start:end]}” has the point or comma of another language: write {right}"
        yield Hit(start, end, message, (right,), right)


def _versions(segments: list[Segment]) -> Iterator[tuple[Segment, Hit]]:
    """Yield fractions that are versions; what is certain at one place is so in the whole document."""
    found: list[tuple[Segment, Match[str], str]] = []
    certain: set[str] = set()
    for segment in segments:
        if number_style(segment.lang).decimal != ",":
            continue
        text = segment.text
        for match in FRACTION.finditer(text):
            name = NAME.search(text, max(0, match.start() - LONGEST_NAME), match.start())
            if name is None or QUANTITY.match(text, match.end()):
                continue
            key = f"{name[0]} {match['number']}"
            found.append((segment, match, key))
            if VERSION_WORD.match(name[0]) or (
                sum(map(str.isupper, name[0])) > 1
                and (SERVICE_PACK.match(text, match.end()) or COMPOUND.match(text, match.end()))
            ):
                certain.add(key)
    if not found:
        return
    numbers = {match["number"].replace(",", ".") for _, match, key in found if key not in certain}
    dotted = set(_dotted(found[0][0].prose.source.text, numbers)) if numbers else set()
    for segment, match, key in found:
        if key in certain or (key[0].isupper() and key.replace(",", ".") in dotted):
            number = match["number"].replace(",", ".")
            message = f"“{match['number']}” is the number of a version, not a fraction: write {number}"
            yield segment, Hit(*match.span("number"), message, (number,), number)


def _dotted(text: str, numbers: Iterable[str]) -> Iterator[str]:
    """Yield some numbers where they are those of versions, each with the name in front."""
    for number in numbers:
        at = text.find(number)
        while at >= 0:
            match = DOTTED.match(text, max(at - 1, 0))
            if match and match["number"] == number:
                name = NAME.search(text, max(0, at - 1 - LONGEST_NAME), at - 1)
                if name is not None:
                    yield f"{name[0]} {number}"
            at = text.find(number, at + 1)


def _foreign(segments: list[Segment]) -> Iterator[tuple[Segment, Hit]]:
    """Yield numbers in the style of another language, in a document that has numbers in its own."""
    found: list[tuple[Segment, Match[str]]] = []
    for segment in segments:
        found.extend(
            (segment, match) for match in FOREIGN[number_style(segment.lang).decimal].finditer(segment.text)
        )
    found = [(segment, match) for segment, match in found if not ABOUT_FORMATS.search(segment.text)]
    if found and any(_own(segment).search(segment.text) for segment in segments):
        for segment, match in found:
            message = f"“{match[0]}” is written as in another language: exchange its marks"
            exchanged = match[0].translate({ord("."): ",", ord(","): "."})
            yield segment, Hit(match.start(), match.end(), message, (exchanged,))


def _own(segment: Segment) -> Pattern:
    """Return what finds numbers in the style of a segment's language: they are foreign to the other one."""
    return FOREIGN["," if number_style(segment.lang).decimal == "." else "."]
