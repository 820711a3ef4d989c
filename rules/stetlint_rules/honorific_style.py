"""Two styles of titles or of address in one document: Mr and Mr., du and Sie.

What it finds: a title in front of a name that stands with a stop here and without one there ("Mr Brown",
"Mr. Brown"); Mr, Mrs, Ms and Dr are taken together. And a reader who is addressed in two ways: German du
and Sie, Dutch je and u, Spanish tú and usted. The rarer form is reported; where both are as frequent, the one
that comes in later.

Why: a translation engine decides sentence by sentence, and nothing tells it what it wrote in the one before.

Not reported: titles of works and makes (*Mr. Robot*, Dr Pepper), and what is said in quotation marks, where
people address each other (a story full of it is left alone); German Sie at the start of a sentence, which may
be "they".
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from stetlint import Bad, Document, DocumentRule, Good, Hit, Pattern, Segment, Source
from stetlint.language.honorifics import ADDRESS, FIXED_NAMES, OPENING, TITLES
from stetlint.language.patterns import compiled

STORY = 5  # every fifth paragraph begins with speech: it is a story
MANY = 20  # uses of the rarer form: the whole text is mixed, which is one finding
LEAST = 3  # times a form of address must stand before the other one is called a slip
ALL_TITLES = sorted({title for groups in TITLES.values() for group in groups for title in group.split()})
ROLES = frozenset(("paragraph", "heading", "list-item"))
SPEECH = Pattern(r"[\"“„«»][^\"“”«»]*[\"”“»«]?")
DIALOGUE = Pattern(r"\s*[\"“„«»—–‒―-]")
WORK_END = Pattern(r"[^\"”“»’'*_\n]{1,30}[\"”“»’'*_]")
# Patterns of RE2, which is several times as fast in whole files.
TITLE = rf"(?:{'|'.join(ALL_TITLES)})[. \n\x{{a0}}]"
STOPPED = rf"\b(?:{'|'.join(ALL_TITLES)})\."
BARE = rf"\b(?:{'|'.join(ALL_TITLES)})(?:[ \n\r>\x{{a0}}]|&nbsp;)"
POLITE = r"(?:^|[^\w\x{c0}-\x{1fff}])(?:Sie|Ihnen|Ihre|u|uw|[Uu]sted)(?:[^\w\x{c0}-\x{1fff}]|$)"


class Use(NamedTuple):
    """One use of one of two forms: its segment, where it stands in it, and whether it is the second form."""

    segment: Segment
    start: int
    end: int
    is_second: bool


class HonorificStyle(DocumentRule):
    """Two styles of titles or of address in one document."""

    id = "honorific-style"
    mqm = "style/inconsistent-style"
    gives_way_to = frozenset(("machine-chatter", "page-boilerplate"))
    languages = frozenset(TITLES)
    # A title, or a familiar form of address in a language that has a polite one.
    trigger = (
        rf"\b(?:{'|'.join(ALL_TITLES)})\b|\b(?:du|Du|dich|dir|je|Je|jouw?|tus?|Tus?|tú|Tú|ti)\b"
        r"|\b[dD]ein"
    )
    good = (
        "Mr Brown met Mrs Green and Dr White.",
        "Mr. Brown met Mrs. Green and Dr. White.",
        "Mr Brown watched *Mr. Robot*, “Mr. Bean” and Mr. Spock with a glass of Dr Pepper.",
        Good("Du kannst das tun, und du siehst es. „Haben Sie dich gefragt?“, rief er. Dein Tag!", lang="de"),
        Good("Wenn du Funktionen schreibst, hilft dir das. Sie können dein Programm kürzen.", lang="de"),
        Good("Sagen Sie, was Sie brauchen. Wir helfen Ihnen mit Du-Gruppen.", lang="de"),
    )
    bad = (
        Bad("Mr Brown and Mr Green saw Mr. White.", "Mr.", fixed="Mr Brown and Mr Green saw Mr White."),
        Bad(
            "Mrs. Brown and Mr. Green saw\nMr White.", "Mr", fixed="Mrs. Brown and Mr. Green saw\nMr. White."
        ),
        Bad("He saw Mr Brown. Later Mr. Brown went.", "Mr.", fixed="He saw Mr Brown. Later Mr Brown went."),
        Bad(
            "La Sra. Gil y el Sr. Gil ven al Sr Mora.",
            "Sr",
            fixed="La Sra. Gil y el Sr. Gil ven al Sr. Mora.",
            lang="es",
        ),
        Bad(
            "Du kannst es tun, wenn du magst. Dann musst Du dein Gerät holen. Klicken Sie hier.",
            "Sie",
            lang="de",
        ),
        Bad("Als je klikt, zie je jouw lijst. Daarna kiest u een regel.", "u", lang="nl"),
    )

    def suspects(self, source: Source) -> bool:
        """Whether a title stands both with and without a stop, or a polite form of address is there."""
        data = source.data
        return bool(
            (compiled(STOPPED).search(data) and compiled(BARE).search(data)) or compiled(POLITE).search(data)
        )

    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        yield from _titles(document)
        yield from _address(document)


def _titles(document: Document) -> Iterator[tuple[Segment, Hit]]:
    uses: dict[int, list[Use]] = defaultdict(list)
    for segment in document.segments_with(TITLE):
        titles = _titles_of(segment.lang.partition("-")[0].lower())
        if titles is None:
            continue
        pattern, group_of = titles
        for match in pattern.finditer(segment.text):
            title, stop, name = match.groups()
            if (
                name[0].isupper()
                and name not in FIXED_NAMES
                and not _is_work(segment, match.start(), match.end())
            ):
                uses[group_of[title]].append(Use(segment, match.start(1), match.end(2), bool(stop)))
    for group in uses.values():
        for use in _rarer(group):
            title = use.segment.text[use.start : use.end]
            other = title.removesuffix(".") if use.is_second else title + "."
            style = "without" if use.is_second else "with"
            message = f"“{title}”, but titles stand mostly {style} a stop in this text: write “{other}”"
            yield use.segment, Hit(use.start, use.end, message, (other,), other, is_safe=True)


@cache
def _titles_of(lang: str) -> tuple[Pattern, dict[str, int]] | None:
    """Return a pattern of title, stop and name, and which titles share one style."""
    group_of = {title: i for i, group in enumerate(TITLES.get(lang, ())) for title in group.split()}
    titles = "|".join(group_of)
    return (
        (Pattern(rf"(?<![\w.-])({titles})(\.?)[ \n\u00a0]([^\W\d_][\w'’-]*)"), group_of) if group_of else None
    )


def _is_work(segment: Segment, start: int, end: int) -> bool:
    """Whether a short stretch from here on is quoted or emphasised, as titles of works are."""
    source, at = segment.prose.source.text, segment.prose.to_source(start, end).start
    return source[at - 1 : at] in tuple("\"“„«‘'*_") and WORK_END.match(source, at) is not None


def _address(document: Document) -> Iterator[tuple[Segment, Hit]]:
    lang = document.lang.partition("-")[0].lower()
    if lang not in ADDRESS or not all(pattern.search(document.exact.text) for pattern in ADDRESS[lang]):
        return
    if STORY * sum(DIALOGUE.match(segment.text) is not None for segment in document.segments) > len(
        document.segments
    ):
        return
    uses: list[Use] = []
    opening: list[Use] = []
    for segment in document.segments:
        if segment.lang != document.lang or segment.role not in ROLES:
            continue
        # Speech is blanked out: what people say to each other is not said to the reader.
        text = SPEECH.sub(lambda match: "\ufffc" * len(match[0]), segment.text)
        for is_polite, pattern in enumerate(ADDRESS[lang]):
            uses.extend(
                Use(segment, match.start(1), match.end(1), bool(is_polite))
                for match in pattern.finditer(text)
            )
        start = OPENING[lang].match(text) if lang in OPENING and segment.role == "paragraph" else None
        if start:
            opening.append(Use(segment, start.start(1), start.end(1), True))
    polite = sum(use.is_second for use in uses)
    familiar = len(uses) - polite
    if not polite or not familiar or max(polite, familiar) < LEAST:
        return
    rarer = list(_rarer(uses + opening))
    for use in rarer if len(rarer) <= MANY else rarer[:1]:
        word = use.segment.text[use.start : use.end]
        kind, other = ("politely", "familiar") if use.is_second else ("familiarly", "polite")
        message = (
            f"“{word}” addresses the reader {kind}, but most of this text has the {other} form: choose one"
        )
        yield use.segment, Hit(use.start, use.end, message)


def _rarer(uses: list[Use]) -> Iterator[Use]:
    """Yield the uses of the rarer form; of two that are as frequent, of the one that comes in later."""
    counts = Counter(use.is_second for use in uses)
    if len(counts) == 2:
        first = uses[0].is_second
        rarer = not first if counts[first] >= counts[not first] else first
        yield from (use for use in uses if use.is_second == rarer)
