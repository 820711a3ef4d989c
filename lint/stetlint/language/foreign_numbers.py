"""Numbers, days and times as another language or none writes them, where the words around leave no doubt.

Each function takes a text and finds places in it (code points); ``Slip.right`` is what belongs there.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from stetlint.language.numbers import BLANK, number_style
from stetlint.language.patterns import Pattern

# RE2: what such a day, and such a fraction, is not without.
MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
COUNTED = (
    r"(?:[Mm][ieèl]|[Bb]il|[Tt](?:ri|ho|au|y)|dui|[Pp](?:er|ro|ou|or)|[Kk]il|cent|chil|quil|[Hh]e[ck]t"
    r"|[мтпвкг])"
)

_ALONE = r"(?<![\w.,:/+\-–])"
# A word behind a number that has a fraction and stands in no list: how many, or of what measure.
_COUNTED = (
    rf"{BLANK}(?:[Mm]il(?:[lijy]+[oóa]|h)|[bt]r?illion|bilh|thousand|Tausend|duizend|tys\b|ml[dn]\b|мил+и|млн|млрд"
    rf"|тыс|мільйон|мільярд|тис\b|per{BLANK}?cent|po(?:ur|r){BLANK}cento?\b|[Pp]ro[csz]ent|proc\b|процент|відсот"
    r"|(?:kilo|centi|milli)?m(?:et(?:er|re|r[ioy])|ètre)s?\b|chilometr|quil[oó]met|kilomet|(?:кило|кіло)?метр"
    r"|he[ck]tar|Hektar|гектар)"
)
_FRACTION = {
    ".": Pattern(rf"{_ALONE}\d{{1,3}},\d{{1,2}}(?={_COUNTED})"),
    ",": Pattern(rf"{_ALONE}\d{{1,3}}\.\d{{1,2}}(?={_COUNTED})"),
}
# Words in front of the number of a part of a text, or of a version, which has a point in every language.
_PARTS = frozenset(
    "chapitre section version capitolo sezione versione capítulo seção versão hoofdstuk paragraaf"
    " versie kapitel avsnitt kapittel kapitola oddíl verze rozdział rozdziale wersja wersji глава главе главы"
    " раздел разделе пункт пункте версия версии версию розділ розділі пункті версія версії".split()
)
# Languages whose regions differ in the mark.
_BOTH_MARKS = frozenset({"es"})

_DAYS = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTHS = (
    "(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Aug|Sept"
    "|Oct|Nov|Dec)"
)
_DAY = Pattern(
    rf"(?:\b(?:[Oo]n|until|till|[Ff]rom|to|[Ss]ince|of|by|[Bb]efore|[Aa]fter|[Bb]etween)|(?P<weekday>\b{_DAYS},?))"
    rf"{BLANK}(?:the{BLANK})?(?P<day>(?P<number>[12]?\d|3[01])(?P<ending>st|nd|rd|th)?\.)"
    rf"(?={BLANK}{_MONTHS}\b(?P<year>,?{BLANK}\d{{4}}\b)?)"
)

_PAIR = Pattern(rf"{_ALONE}(\d{{1,2}}):{BLANK}(\d{{1,2}})(?![\w:/\-–]|[.,]\d|{BLANK}?[,:]{BLANK}?\d)")
_CLOCK_BEHIND = Pattern(
    rf"{BLANK}?(?:[ap]\.?{BLANK}?m\b|[AP]\.?M\b|Uhr|h\b|hrs?\b|hours\b|o[’']clock|local{BLANK}time|[A-Z][A-Z]?[SD]?T\b|UTC"
    rf"|\(?(?:GMT|Moscow)|on{BLANK}(?:the|{_DAYS}|{_MONTHS})\b|час|год(?:ин|\.)|uur\b|heures?\b|horas?\b)"
)
_CLOCK_BEFORE = Pattern(
    r"(?:\b(?:at|around|about|from|until|till|by|before|after|between|since|um|gegen|ab|bis|von|seit|à|vers|dès|depuis"
    r"|las|alle|dalle|ore|às|das|kl\.?|klo|klokken|kello|saat|godz\.?|godzin\w+|om|vanaf|tot)"
    rf"|(?<![^\W\d_])(?:в|с|до|около|после|о|об|з|після|близько|о{BLANK}год\.)){BLANK}\Z",
    2,
)
_PAIR_BEFORE = Pattern(
    r"\b(?:scores?|ratio|scale|result|won|lost|Verhältnis|Ergebnis|Maßstab|rapport|échelle|relación|proporción"
    r"|marcador|resultado|сч[её]том|соотношени\w+|масштабе?|рахунком|stosunku|wynikiem|skal[iąę]|rapporto|punteggio"
    rf"|proporção|placar)(?:{BLANK}(?:of|von|de|di|w|на))?{BLANK}\Z",
    2,
)
_LONGEST_BEFORE = 24  # code points


class Slip(NamedTuple):
    """A place where something stands as another language writes it, and what belongs there."""

    start: int
    end: int
    right: str


def fractions(text: str, lang: str) -> Iterator[Slip]:
    """Yield fractions with the decimal mark of another language, before a word that counts or measures."""
    mark = number_style(lang).decimal
    for match in _FRACTION[mark].finditer(text) if lang not in _BOTH_MARKS else ():
        start, end = match.span()
        word = text[max(0, start - _LONGEST_BEFORE) : start].split()[-1:]
        # A comma makes no number of a chapter. A point does, behind a name or at the beginning as well.
        if mark == "." or (word and word[0].islower() and word[0] not in _PARTS):
            yield Slip(start, end, match[0].translate({ord("."): ",", ord(","): "."}))


def days(text: str, lang: str) -> Iterator[Slip]:
    """Yield days of the month with the ordinal point that English has not."""
    if not lang.startswith("en"):
        return
    for match in _DAY.finditer(text):
        # “on the 19th. July was hot” has its stop there.
        if not match["ending"] or match["weekday"] or match["year"]:
            yield Slip(match.start("day"), match.end("day"), match["day"][:-1])


def pairs(text: str) -> Iterator[Slip]:
    """Yield times of the day, scores and ratios that a blank behind the colon takes apart."""
    for match in _PAIR.finditer(text):
        start, end = match.span()
        before = text[max(0, start - _LONGEST_BEFORE) : start]
        first, second = match.groups()
        is_clock = int(first) <= 24 and len(second) == 2 and int(second) < 60
        if (
            (is_clock and _CLOCK_BEHIND.match(text, end))
            or (is_clock and len(first) == 2 and _CLOCK_BEFORE.search(before))
            or _PAIR_BEFORE.search(before)
            or (before.endswith("(") and text.startswith(")", end))
        ):
            yield Slip(start, end, f"{first}:{second}")
