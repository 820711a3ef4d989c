"""An article before a place that never takes one: in the Russia.

What it finds: "the" before a state or a city that has no article in English, where the name stands for
itself: at the end of a clause, or before a verb, a preposition or another small word. The fix takes the
article away.

Why: languages such as French, Arabic or Greek put an article before such names, others have none at all; an
engine that translates by frequency supplies it either way.

Not reported: a name that describes the noun behind it (the Almaty region, the Moscow metro, the Russia and
China teams), a place of some time or kind (the Paris of the 1920s, the Cuba that he left, the real Berlin),
names with an article of their own or with another meaning (the Netherlands, the Congo, the Jordan).

Languages: English.
"""

from __future__ import annotations

from collections.abc import Iterator

from stetlint import Bad, Hit, Pattern, Segment, SegmentRule
from stetlint.language.places import WITHOUT_ARTICLE

PLACES = "|".join(sorted(WITHOUT_ARTICLE))
# Behind the name the noun phrase has ended: a small word, or a mark that ends a clause. No relative clause,
# no "of", and no "and" or comma before another capital, which may share a noun: the Moscow and Riga offices.
END = r"""
    (?=
        [ \n](?:in|on|at|to|from|with|by|for|as|but|after|before|during|since|until|under|against|into|over
            |through|about|is|was|has|had|will|would|can|could|may|might|must|should|because|while|if|so|than
            |yesterday|today|tomorrow)\b(?!-)
        |[ \n]and[ \n][a-z]
        |[.!?;:)](?:[\s”’"')]|\Z)
        |,[ \n][a-z]
        |\s*\Z
    )
"""
PLACE = Pattern(rf"(?x)(?<![\w’'.-])(?P<article>[Tt]he[ \n])(?P<place>{PLACES}){END}")


class ArticleBeforePlace(SegmentRule):
    """An article before a place that never takes one."""

    id = "article-before-place"
    mqm = "linguistic-conventions/grammar"
    languages = frozenset(("en",))
    trigger = rf"[Tt]he[\s>*_\[]{{1,20}}(?:{PLACES})"
    good = (
        "The Almaty region, the Moscow metro, the Warsaw and Prague offices. The Riga-based firm.",
        "The Paris of old; the Cuba that he left; the Vienna where he grew up.",
        "In the Netherlands and the Congo; beyond the Jordan.",
        "the Norway spruce, and the Iceland, Norway and Finland teams",
    )
    bad = (
        Bad("They live in the Norway, and the Oslo is large.", "the Norway", "the Oslo",
            fixed="They live in Norway, and Oslo is large."),
        Bad("The Almaty was attacked.", "The Almaty", fixed="Almaty was attacked."),
        Bad("He flew to the Kazakhstan in May.", "the Kazakhstan", fixed="He flew to Kazakhstan in May."),
    )  # fmt: skip

    def check(self, segment: Segment) -> Iterator[Hit]:
        for match in PLACE.finditer(segment.text):
            place = match["place"]
            message = f"“{place}” takes no article in English: delete “{match['article'].strip()}”"
            yield Hit(match.start(), match.end(), message, (place,), place)
