"""Dashes of several kinds in one text.

What it finds: in a document that clearly has one way to set a dash in a sentence (word—word, word — word,
word – word, word -- word), the dashes that are set in another, a spaced hyphen among them (word - word). The
finding covers the dash with its blanks.

Why: engines copy the dash of the original, write the one of the language they translate into, or a hyphen,
sentence by sentence.

Not reported: ranges (1–5) and compounds, dashes at the ends of a paragraph, behind a term that a list item
explains, in titles and table cells, beside code and digits; documents in which no way is usual,
or the spaced hyphen is.

Off by default: people mix dashes more often than engines do (0.01 findings per 1,000 words of documentation
written by people), and most editors let it stand.

Options: ``ratio``: how many times as many dashes of the usual kind a document needs, at least three (3).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Annotated, NamedTuple

from stetlint import AtLeast, Bad, Document, DocumentRule, Hit, Pattern, Segment

BLANK = "[ \u00a0\u202f\u2009]"
DASH = Pattern(
    rf"(?<=[^\W\d_])(?:[\"”»’)]|[.!?,])?(?P<dash>{BLANK}(?:--?|–|—){BLANK}|—|(?<!-)--(?!-))(?=[\"“«‘(„]?[^\W\d_])"
)
NAMES = {" - ": "a spaced hyphen", " -- ": "spaced double hyphens", "--": "double hyphens"}
NAMES |= {" – ": "a spaced en dash", " — ": "a spaced em dash", "—": "an em dash without blanks"}
LEAST = 3  # dashes of one kind that make it usual
TERM = 4  # words in front of a dash that may be a term, which the words behind explain


class Options(NamedTuple):
    """``ratio``: how many times as many dashes of the usual kind there are as of the one reported."""

    ratio: Annotated[int, AtLeast(1)] = 3


class DashStyle(DocumentRule):
    """Dashes of several kinds in one text."""

    id = "dash-style"
    mqm = "linguistic-conventions/punctuation"
    is_default = False
    Options = Options
    trigger = r"[–—]|--|&[mn]dash;|&#"
    good = (
        "He came—late, as ever—and left. The years 1914–1918. A well-known man.",
        "She saw – at last – the sea – and he – did not.\n\nPages 1–5 and 6 - 7.",
        "He came — so late. She went – so early. They stay - as ever.",
        "- One - it comes first.\n- Two – then a dash – and a dash – and a dash.",
    )
    bad = (
        Bad(
            "He came—late, as ever—and left—again. She was here - at last.",
            " - ",
            fixed="He came—late, as ever—and left—again. She was here—at last.",
        ),
        Bad(
            "Er kam – spät – und ging – bald. Sie aber war—endlich da.",
            "—",
            fixed="Er kam – spät – und ging – bald. Sie aber war – endlich da.",
            lang="de",
        ),
    )

    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        """Yield the dashes that are not of the usual kind."""
        found = [dash for segment in document.segments for dash in _dashes(segment)]
        count = Counter(kind for _, _, _, kind in found)
        if len(count) < 2:
            return
        usual, number = count.most_common(1)[0]
        if usual == " - ":
            return  # no dash at all is usual
        for segment, start, end, kind in found:
            if kind != usual and number >= max(LEAST, self.options.ratio * count[kind]):
                message = f"{NAMES[kind]} in a text that usually has {NAMES[usual]}: set all dashes alike"
                yield segment, Hit(start, end, message, (usual,), usual, True)


def _dashes(segment: Segment) -> Iterator[tuple[Segment, int, int, str]]:
    """Yield the place of each dash of a sentence with its kind, a key of NAMES."""
    if segment.role in ("heading", "cell", "alt", "term", "front-matter"):
        return
    text = segment.text
    for match in DASH.finditer(text):
        start, end = match.span("dash")
        if segment.role == "list-item" and len(text[:start].split(maxsplit=TERM)) < TERM:
            continue
        dash = match["dash"]
        yield segment, start, end, f" {dash.strip()} " if len(dash.strip()) < len(dash) else dash
