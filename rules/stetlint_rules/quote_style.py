"""Quotation marks of two styles in one text.

What it finds: a quotation that opens in one style and closes in another (“yes"); in one paragraph, quotations
in straight and in typographic marks: those in the style that is rarer in the document; the only quotation in
straight or in typographic marks among ten and more of the other kind; in a document that quotes as its
language does, marks that the language does not have (“…” among „…“ in German); typographic marks in code
(key=“value”). The finding covers the quotation; where “ closes one that has no clear beginning, in a language
that only opens with it, the mark.

Why: engines translate each quotation mark by itself, by what stands around it; a sentence that was
translated by hand or by a second engine comes with marks of its own.

Not reported: quotations within quotations, quotations in another script (which keep their own marks), two
styles that the language has both, « » and „ “ in English (see foreign-punctuation), inches, single
marks, code in straight marks, Chinese and Japanese; styles that differ from one paragraph to the next, as
many people type them (option ``scope``).

Options: ``scope``: "paragraph", or "document" to report every quotation that is not in the document's
usual style.

Measured: 0.01 findings per 1,000 words of documentation written by people, nearly all of them real.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from re import Match
from typing import Literal, NamedTuple

from stetlint import OBJECT, Bad, Document, DocumentRule, Good, Hit, Pattern, Segment
from stetlint.language.marks import NO_BLANKS, QUOTE, QUOTES, quotes
from stetlint.language.quotation import STYLES, pairs_of

STRAIGHT = '""'
IN_CODE = Pattern(
    r"(?:(?<=[\w\]])=|[!=]=[ \u00a0]?)(?P<pair>(?P<open>[“”„«])[^“”„«»\"\n]{0,60}(?P<close>[“”»]))"
)
LONGEST = 200  # code points of a quotation whose ends are compared: farther apart, they may not be a pair
MOST = 400  # quotation marks in a segment; one with more is no prose
ARABIC = Pattern("[\u0620-\u06ff]")  # letters of languages that open with ”
USUAL = 3  # quotations in one style, and times as many as in others, that show how a document quotes
CLEARLY_USUAL = 10  # quotations in one style beside which a single one in another is a slip
CODE = Pattern(rf"[{OBJECT}\\=<>{{}}_$]|(?<! )/|/(?! )")
LATIN = Pattern(r"[A-Za-z]")
OTHER_LETTER = Pattern(r"[^\W\d_A-Za-z\u00c0-\u024f]")
ALL_PAIRS = frozenset(
    pair
    for styles in STYLES.values()
    for style in styles
    for pair in (style.opening + style.closing, style.inner_opening + style.inner_closing)
)
LOW_OR_ANGLED = frozenset("„‟«»")


class Options(NamedTuple):
    """``scope``: what is compared, a "paragraph" or the whole "document"."""

    scope: Literal["paragraph", "document"] = "paragraph"


class Quotation(NamedTuple):
    """A quotation that stands in no other: its segment, its place with the marks, and the two marks."""

    segment: Segment
    start: int
    end: int
    marks: str

    @property
    def words(self) -> str:
        return self.segment.text[self.start + 1 : self.end - 1]


class QuoteStyle(DocumentRule):
    """Quotation marks of two styles in one text."""

    id = "quote-style"
    mqm = "linguistic-conventions/punctuation"
    Options = Options
    trigger = r"[“”„‟«»]|&(?:[lrb]dquo|[lr]aquo|#)"
    good = (
        'He said "yes".\n\nShe said “no”.',
        'He said “yes”. “And ‘no’?” she asked. “Read "this" now.”',
        'A 24" screen and a “quotation”.',
        'He said «Ja» or "no".',
        Good('Die „Lampe" hier, der „Regler" da.\n\nDie „Uhr" dort. Das „Tor“.', lang="de"),
        Good("”سیٹنگز“ میں ”بیک اپ“ دبائیں۔", lang="ur"),
        Good("Er sagte „ja“, sie »nein« und ‚so‘.", lang="de"),
        Good("Il a dit « oui », puis “non”.", lang="fr"),
        Good('Это «нисходящий» ("top-down") поток. Это «да».', lang="ru"),
        Good("Han sa ”ja” och hon »nej».", lang="sv"),
        Good('他说“是”，又说"不"。', lang="zh"),
    )
    bad = (
        Bad('The bold “previous" is new.', '“previous"', fixed="The bold “previous” is new."),
        Bad(
            'He said “yes” and “no”, she said "maybe".',
            '"maybe"',
            fixed="He said “yes” and “no”, she said “maybe”.",
        ),
        Bad(
            'It was late.“ She said "no.“ Then "yes“.',
            "“",
            "“",
            "“",
            fixed='It was late.” She said "no." Then "yes".',
        ),
        Bad("Use key=“value” here.", "“value”", fixed='Use key="value" here.'),
        Bad(
            'Ein „Test“ und ein "Versuch". Ein „Fall“.',
            '"Versuch"',
            fixed="Ein „Test“ und ein „Versuch“. Ein „Fall“.",
            lang="de",
        ),
        Bad(
            "Ein „Test“.\n\nEin „Fall“.\n\nEin „Wort“ hier.\n\nEin “Satz” hier.",
            "“Satz”",
            fixed="Ein „Test“.\n\nEin „Fall“.\n\nEin „Wort“ hier.\n\nEin „Satz“ hier.",
            lang="de",
        ),
        Bad(
            'Un type "simple". Un type « double ».\n\nUn « mot ».',
            '"simple"',
            fixed="Un type «\u00a0simple\u00a0». Un type « double ».\n\nUn « mot ».",
            lang="fr",
        ),
        Bad(
            'Die „Lampe" hier, der „Regler" da.\n\nDie „Lampe" dort.\n\nDie „Uhr“, „Tür“, „Tor“.',
            '„Lampe"',
            '„Regler"',
            '„Lampe"',
            fixed="Die „Lampe“ hier, der „Regler“ da.\n\nDie „Lampe“ dort.\n\nDie „Uhr“, „Tür“, „Tor“.",
            lang="de",
        ),
        Bad(
            'He said "yes".\n\nShe said “no”. He said “no”.',
            '"yes"',
            fixed="He said “yes”.\n\nShe said “no”. He said “no”.",
            options={"scope": "document"},
        ),
    )

    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        """Yield the quotations whose marks differ from those around them."""
        if document.may_be_spared and not _may_mix(document.gist.text, document.lang):
            return
        segments = list(document.segments_with(f"[{QUOTES}]"))
        paragraphs = [found for segment in segments if (found := _quotations(segment))]
        count = Counter(quotation.marks for found in paragraphs for quotation in found)
        usual = max(count, key=lambda marks: count[marks], default="")
        for segment in segments:
            for match in _in_code(segment.text):
                start, end = match.span("pair")
                yield segment, _hit(start, end, segment, STRAIGHT, "typographic marks in code")
        closed: set[tuple[Segment, int]] = set()  # where the quotations end that are reported
        for found in paragraphs:
            scope = count if self.options.scope == "document" else Counter(q.marks for q in found)
            for quotation in found:
                hit = _of(quotation, count, scope, usual)
                if hit is not None and not (_is_pair(quotation.marks) and _is_of_another_script(quotation)):
                    closed.add((quotation.segment, quotation.end))
                    yield quotation.segment, hit
        for segment in segments:
            for hit in _turned(segment):
                if (segment, hit.end) not in closed:
                    yield segment, hit


def _turned(segment: Segment) -> Iterator[Hit]:
    """Yield “ at the end of quotations, where the language only opens them with it."""
    text, pairs = segment.text, pairs_of(segment.lang)
    if "“" not in text or "“”" not in pairs or any(pair[1] == "“" for pair in pairs) or ARABIC.search(text):
        return
    before = "“"
    for mark in quotes(text, segment.lang):
        at = mark.at
        if text[at] == "“" and mark.side < 0 and before != "„":
            right = '"' if before == '"' else "”"
            message = f"“ opens a quotation and does not close one: write {right}"
            yield Hit(at, at + 1, message, (right,), right)
        before = "“" if mark.side < 0 else text[at]


def _may_mix(text: str, lang: str) -> bool:
    """Whether there is more in a text than quotations in one style of its language."""
    pairs = pairs_of(lang)
    if '"' in text or not pairs or any(True for _ in _in_code(text)):
        return True
    used = [pair for pair in pairs if pair[0] in text]
    if len(used) != 1:
        return True
    quotation = f"{used[0][0]}[^{QUOTES}\x1e]*{used[0][1]}"
    return QUOTE.search(re.sub(quotation, "", text)) is not None


def _of(quotation: Quotation, count: Counter[str], scope: Counter[str], usual: str) -> Hit | None:
    """Return what is wrong with a quotation, beside those in its scope and in the whole document."""
    segment, start, end, marks = quotation
    own = pairs_of(segment.lang)
    if not _is_pair(marks):
        # Who closes often enough as the language does knows how: the others are no habit.
        is_habit = count[marks] >= USUAL and not any(count[pair] >= USUAL for pair in own)
        if is_habit or end - start > LONGEST:
            return None
        wanted = next((pair for pair in (usual, *sorted(own)) if pair in own and pair[0] == marks[0]), None)
        wanted = wanted or (usual if usual in own or usual == STRAIGHT else None)
        return _hit(start, end, segment, wanted, "the quotation opens in one style and closes in another")
    if marks not in own and marks != STRAIGHT and usual in own and count[usual] >= USUAL * count[marks]:
        return _hit(start, end, segment, usual, "marks that this language and text do not quote with")
    if marks == STRAIGHT and CODE.search(quotation.words):
        return None
    other = _other_style(marks, scope, count)
    if other is not None and (count[marks], marks in own) < (count[other], other in own):
        where = "text" if scope is count else "paragraph"
        return _hit(start, end, segment, other, f"the {where} quotes in two styles")
    other = _other_style(marks, count, count)
    if other is not None and count[marks] == 1 and count[other] >= CLEARLY_USUAL:
        return _hit(start, end, segment, other, "no other quotation of the text is in this style")
    return None


def _other_style(marks: str, scope: Counter[str], count: Counter[str]) -> str | None:
    """Return the most frequent style of a scope among those that are straight if these marks are not."""
    others = [pair for pair in scope if (pair == STRAIGHT) != (marks == STRAIGHT) and _is_pair(pair)]
    return max(others, key=lambda pair: count[pair], default=None)


def _in_code(text: str) -> Iterable[Match[str]]:
    return IN_CODE.finditer(text) if "=" in text and not text.isascii() else ()


def _is_pair(marks: str) -> bool:
    return marks == STRAIGHT or marks in ALL_PAIRS


def _hit(start: int, end: int, segment: Segment, wanted: str | None, what: str) -> Hit:
    text = segment.text
    if wanted is None:
        return Hit(start, end, f"{what}: write the same marks throughout")
    words = text[start + 1 : end - 1].strip(" \u00a0\u202f")
    is_spaced = wanted == "«»" and segment.lang.partition("-")[0] == "fr"
    blank = ("\u00a0" if text[start + 1] != " " else " ") if is_spaced else ""
    written = wanted[0] + blank + words + blank + wanted[1]
    return Hit(start, end, f"{what}: write {wanted[0]}…{wanted[1]}", (written,), written)


def _quotations(segment: Segment) -> list[Quotation]:
    """Return the quotations that stand in no other; none where not every mark has its partner."""
    text, lang = segment.text, segment.lang.partition("-")[0].lower()
    if lang in NO_BLANKS:
        return []
    in_code = {match.start("pair") for match in _in_code(text)}
    opened: list[int] = []
    found: list[Quotation] = []
    for number, mark in enumerate(quotes(text, segment.lang)):
        if (mark.side == 0 and text[mark.at] == '"') or number > MOST:
            return []
        if mark.side > 0:
            opened.append(mark.at)
        elif not opened:
            return []
        else:
            start = opened.pop()
            marks = text[start] + text[mark.at]
            is_left_to_others = lang == "en" and not LOW_OR_ANGLED.isdisjoint(marks)
            if not opened and not is_left_to_others and start not in in_code:
                found.append(Quotation(segment, start, mark.at + 1, marks))
    return [] if opened else found


def _is_of_another_script(quotation: Quotation) -> bool:
    """Whether Latin words are quoted among letters of another script."""
    words, text = quotation.words, quotation.segment.text
    return (
        LATIN.search(words) is not None
        and OTHER_LETTER.search(words) is None
        and len(OTHER_LETTER.findall(text)) * 2 > len(LATIN.findall(text))
    )
