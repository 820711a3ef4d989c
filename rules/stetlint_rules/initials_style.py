"""Initials of people in two styles: J. K. and J.K. in one document.

What it finds: two or more initials before a surname, with stops, that stand close together in one place and
apart in another (J.R.R. Tolkien, J. K. Rowling); and the initials of one surname without stops beside some
with (J K Rowling, J. K. Rowling). Each place of the rarer style is a finding; where both are as frequent, of
the one that comes in later. The fix sets the initials in the other style.

Why: an engine takes the initials over from each sentence as it stands there, or as it learned them.

Not reported: one initial, abbreviations (U.S. Steel, Ph.D. Smith), capitals without stops and blanks (JK).

Languages: those with the Latin script that set a stop behind an initial.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from stetlint import Bad, Document, DocumentRule, Hit, Pattern, Segment
from stetlint.language.raw import CAPITALS

SURNAME = r"(?:(?:de|da|di|du|la|le|van|von|der|den|ten)[ \n])*[^\W\d_a-z][^\W\d_]+(?!\w)"
INITIALS = Pattern(
    rf"(?<![\w.’'&-])(?<![A-Z]\.[ \n])"
    rf"(?P<initials>[^\W\d_a-z](?P<stop>\.?)(?:(?P<blank>[ \n\u00a0]?)[^\W\d_a-z](?P=stop)){{1,3}})"
    rf"[ \n\u00a0](?P<surname>{SURNAME})"
)
# Where two of them may stand (RE2).
TWO_INITIALS = rf"(?:^|[^A-Za-z\d_])[{CAPITALS}](?:\.[\s\x{{a0}}]?|[\s\x{{a0}}])[{CAPITALS}][.\s\x{{a0}}]"
# Abbreviations of places and degrees, which are no initials.
NO_INITIALS = frozenset("US UK UN EU USA UAE USSR DC LA NY BC AD AM PM MA BA PS QC UNO SA NSW PRC".split())
RELATED = 3  # places of the other style that a finding shows


class Use(NamedTuple):
    """Initials as they stand in a text."""

    segment: Segment
    start: int
    end: int
    letters: str
    style: str


class InitialsStyle(DocumentRule):
    """Initials of people in two styles."""

    id = "initials-style"
    mqm = "style/inconsistent-style"
    trigger = rf"[{CAPITALS}](?:\.|\.?[\s\x{{a0}}]\s?)[{CAPITALS}]"
    good = (
        "J. K. Rowling and J. R. R. Tolkien",
        "J.K. Rowling met J.R.R. Tolkien.",
        "U.S. Steel, and A. B. Smith; the U.K. Parliament.",
        "Vitamin A B Smith; A. Smith and B.C. Jones",
    )
    bad = (
        Bad("J. R. R. Tolkien, C. S. Lewis and T.S. Eliot", "T.S.",
            fixed="J. R. R. Tolkien, C. S. Lewis and T. S. Eliot"),
        Bad("Read T.S. Eliot, E.E. Cummings, and W. H. Auden.", "W. H.",
            fixed="Read T.S. Eliot, E.E. Cummings, and W.H. Auden."),
        Bad("W. H. Auden wrote it. W H Auden, that is.", "W H",
            fixed="W. H. Auden wrote it. W. H. Auden, that is."),
    )  # fmt: skip

    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        uses: dict[str, list[Use]] = defaultdict(list)
        surnames: dict[str, set[str]] = defaultdict(set)
        for segment in document.segments_with(TWO_INITIALS):
            for match in INITIALS.finditer(segment.text):
                letters = "".join(filter(str.isalpha, match["initials"]))
                if letters in NO_INITIALS or not (match["stop"] or match["blank"]):
                    continue
                style = match["stop"] + (" " if match["blank"] else "")
                surnames[letters + match["surname"]].add(style)
                if match["stop"] or len(surnames[letters + match["surname"]]) > 1:
                    start, end = match.span("initials")
                    uses[style].append(Use(segment, start, end, letters, style))
        if len(uses) > 1:
            standard = max(uses, key=lambda style: (len(uses[style]), style == ". "))
            places = [document.place(use.segment, use.start, use.end) for use in uses[standard][:RELATED]]
            for style, rarer in uses.items():
                if style != standard:
                    for use in rarer:
                        written = use.segment.text[use.start : use.end].replace("\n", " ")
                        right = "".join(letter + standard for letter in use.letters).rstrip()
                        message = (
                            f"“{written}”, but most initials of this text are set like “{places[0].text}”: "
                            f"write “{right}”"
                        )
                        yield (
                            use.segment,
                            Hit(use.start, use.end, message, (right,), right, related=tuple(places)),
                        )
