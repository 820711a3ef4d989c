"""The name of a known organisation, treaty or office, put together anew from its parts.

What it finds: a name of three words or more that says the same as a known one in other words (Global Trade
Organization, World Health Association), or in an order that the body does not use (Trade World Organization).
The known name is the suggestion. The list has some 180 names of international bodies, courts, treaties,
states and offices; the option ``names`` adds to it.

Why: an engine that does not know a name translates it word by word, out of a language that calls a treaty an
agreement or puts its adjectives behind.

Not reported: names that the list has, British beside American spelling, plurals, owners behind "of" (the
Security Council of the UN), names inside longer ones, and names of two words, which too often are of somebody
else. Misspelled states and capitals are not looked for: among the names of a text, every second one that
comes near is right (Angara, Asthana).

Languages: English.

Options:

    names   further names that are right, of three words or more
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from stetlint import Bad, Document, DocumentRule, Good, Hit, Pattern, Segment
from stetlint.language.bodies import known_bodies, stems, words_of

WORD = r"[A-Z][^\W_]*(?:[-'’‑][^\W_]+)*"
SMALL = r"(?:and|by|de|for|from|in|of|on|the|through|to|without)"
# Capitalised words, with small ones and commas between.
RUN = Pattern(rf"(?<![\w@#$\\.-]){WORD}(?:,?(?:[ \n]{SMALL}){{0,3}}[ \n]{WORD})+")


# Each name of the list has one of these, or one of the words for the same concept.
HEADS = (
    r"Academy|Accord|Administration|Affair|Agency|Agreement|Area|Assembly|Association|Authority|Bank|Bureau|Center"
    r"|Chamber|Championship|Chief|Collaboration|Commerce|Commission|Committee|Common|Community|Conference|Convention"
    r"|Co-?operation|Corp|Council|Countr|Court|Declaration|Emirate|Dut(?:y|ies)|Federation|Force|Forum"
    r"|Foundation|Fund|Global|Guinea|Human|Intelligence|International|Mechanism|Nation|Organi[sz]ation|Pact|Panel|Party"
    r"|Program|Refugee|Republic|Safety|Secretary|Security|Space|State|System|Tariff|Trade|Treaty|Union|World"
)


class Options(NamedTuple):
    """Options of near-miss-name."""

    names: tuple[str, ...] = ()


class NearMissName(DocumentRule):
    """A known name, put together anew from its parts."""

    id = "near-miss-name"
    mqm = "accuracy/mistranslation"
    languages = frozenset(("en",))
    trigger: str | None = HEADS
    Options = Options
    good = (
        "The World Health Organization, the World Health Organisation, the International Labor Organization.",
        "The Security Council of the United Nations, the UN Security Council.",
        "The National Bank of Zubrovka, the Trade Union of Zubrovka.",
        "The World Trade and Health Association of Lutz.",
        Good(
            "The Joint Zubrovkan Bank.", options={"names": ["Joint Zubrovkan Bank", "United Zubrovkan Bank"]}
        ),
    )
    bad = (
        Bad("The World Health Association said so.", "World Health Association"),
        Bad("He works for the *Global Trade Organization* in Geneva.", "Global Trade Organization"),
        Bad(
            "The Organization of Shanghai Collaboration met on Monday.",
            "Organization of Shanghai Collaboration",
        ),
        Bad("The Trade World Organization is in Geneva.", "Trade World Organization"),
        Bad("The International Olympics Commission, Rio.", "International Olympics Commission"),
        Bad(
            "The Joint Zubrovkan Bank.", "Joint Zubrovkan Bank", options={"names": ["United Zubrovkan Bank"]}
        ),
    )

    def __init__(self, options: Any = None) -> None:
        super().__init__(options)
        if self.options.names:  # which may have none of the HEADS
            self.trigger = None

    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        heads = r"\p{Lu}" if self.options.names else HEADS
        for segment in document.segments_with(heads, lambda text, _: any(True for _ in self._hits(text))):
            if self.knows(segment.lang):
                for hit in self._hits(segment.text):
                    yield segment, hit

    def _hits(self, text: str) -> Iterator[Hit]:
        bodies = known_bodies(self.options.names)
        for run in RUN.finditer(text):
            words = words_of(run.group())
            taken = [False] * len(words)
            found = []
            # Longer names first; a name that is known takes its words away from shorter ones.
            for length in bodies.lengths:
                for i in range(len(words) - length + 1):
                    if any(taken[i : i + length]):
                        continue
                    is_known, name = bodies.alike(stems(words[i : i + length]))
                    if is_known or name:
                        taken[i : i + length] = [True] * length
                    if name:
                        found.append(
                            (run.start() + words[i].start, run.start() + words[i + length - 1].end, name)
                        )
            for start, end, name in sorted(found):
                if self._stands_alone(text, start, end):
                    here = text[start:end].replace("\n", " ")
                    message = f"“{here}” looks like the “{name}” translated word by word: use the name it has"
                    yield Hit(start, end, message, (name,))

    @staticmethod
    def _stands_alone(text: str, start: int, end: int) -> bool:
        """Whether no other capitalised word makes it a part of a longer name."""
        return not (WORD_BEFORE.search(text, max(0, start - 40), start) or WORD_BEHIND.match(text, end))


WORD_BEFORE = Pattern(r"(?<![.!?:] )\b(?!The|A|An|In|At|By|For|But|And)[A-Z][\w-]*[ \n]$")
WORD_BEHIND = Pattern(r"[ \n](?:of[ \n](?:the[ \n])?)?[A-Z]")
