"""The same word twice in a row.

What it finds: a word that stands twice with nothing but blanks or a line break between: "the the". Capitals
do not matter: "The the".

Why: translation engines repeat a word where two chunks of a sentence meet, and where a glossary term stands
beside its own translation.

Not reported: words that double in correct text (English "had had", "that that"; German "die die"; Polish "to
to"), names that are doubled (Duran Duran), reduplication, numbers, and languages in which doubling a word is
grammar (Indonesian, Swahili, Turkish and others).

Options:

    allow   more words that may stand twice, in small letters
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from stetlint import Bad, Good, Hit, Pattern, Segment, SegmentRule, Source

DOUBLED = Pattern(r"(?<![\w'’-])([^\W\d_]+)([ \n\u00a0]+)(\1)(?![\w'’-])", 2)  # re.IGNORECASE


@dataclass(frozen=True)
class Options:
    """Options of doubled-word."""

    allow: tuple[str, ...] = ()


class DoubledWord(SegmentRule):
    """A word that stands twice."""

    id = "doubled-word"
    mqm = "accuracy/addition"
    Options = Options
    good = (
        "He knew that that was it.",
        "the `x` the",
        "2 2",
        Good("Das sind die, die die Regeln kennen.", lang="de"),
    )
    bad = (
        Bad("Open the the file.", "the the", fixed="Open the file."),
        Bad("Open the **the** file.", "the **the"),
    )

    def suspects(self, source: Source) -> bool:
        """Whether two neighbouring words of the source, markup aside, are equal."""
        return True

    def check(self, segment: Segment) -> Iterator[Hit]:
        for match in DOUBLED.finditer(segment.text):
            word = match[1]
            if word.lower() in ("that", "had", "die"):
                continue
            yield Hit(match.start(), match.end(), f"“{word}” stands twice: delete one", (word,), word)
