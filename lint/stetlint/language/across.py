"""One name in several documents: what a document says of its names, and which spellings are one name.

A mention holds what is needed to compare, so that documents can be read one by one, in any order and at the
same time. Mentions are compared under one key, the skeleton of the name: what it has in common across
romanisations.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from struct import Struct
from typing import NamedTuple
from zlib import crc32

from stetlint.document import Segment
from stetlint.finding import Place, Span
from stetlint.language.kinship import could_be_one, is_ordinary, parts
from stetlint.language.names import Contexts, Names, bones_of, compare, form, occurrences
from stetlint.language.romanise import distance, plain, sound

SKETCH = 24  # names that stand for a document
ALIKE = 0.4  # of the names of two documents in common: they are two versions of one text
SPOT = Struct("<6I")  # of a Place: its span, lines and columns
SIDES = ("before", "behind")  # where a mention has the names beside it
NONE: frozenset[str] = frozenset()
# Two spellings of a name that nobody knows, with nothing around them to go by:
LONG = 6  # letters that they have at least
ROMANISED = 0.4  # how far apart they are at most


class Mention(NamedTuple):
    """A name in one document. There may be millions, so that places are kept as bytes: see ``SPOT``.

    word             as it is spelled
    before, behind   the sounds of capitalised words beside it
    path             of the document
    spots            where it stands
    sketch           what the document is known by: see ``are_versions``
    """

    word: str
    before: frozenset[str]
    behind: frozenset[str]
    path: str
    spots: bytes
    sketch: frozenset[int]

    @property
    def places(self) -> list[Place]:
        return [
            Place(self.path, Span(start, end), line, column, end_line, end_column, self.word)
            for start, end, line, column, end_line, end_column in SPOT.iter_unpack(self.spots)
        ]


def mentions_of(
    segments: Sequence[Segment], place: Callable[[Segment, int, int], Place]
) -> Iterator[Mention]:
    """Yield the names of a document that are names for sure: inside a sentence, and never in small letters.

    ``place`` is ``Document.place``, which makes the place of a name.
    """
    texts = [segment.text for segment in segments]
    names = Names(texts)
    words = {word for word in names.count if form(word) is not None and not is_ordinary(word)}
    contexts = Contexts(texts, words)
    words = {word for word in words if contexts.of[word].inside and word.lower() not in contexts.small}
    spots: dict[str, bytearray] = defaultdict(bytearray)
    path = ""
    for segment in segments:
        for word, start, end in occurrences(segment.text):
            if word in words:
                path, span, *position, text = place(segment, start, end)
                if text == word:  # not what the file spells with entities
                    spots[word] += SPOT.pack(*span, *position)
    sketch = _sketch(names)
    for word, found in spots.items():
        around = contexts.of[word]
        yield Mention(word, _sounds(around.before), _sounds(around.behind), path, bytes(found), sketch)


def _sketch(names: Names) -> frozenset[int]:
    """Return what a document is known by, however it spells its names: the smallest hashes of skeletons."""
    skeletons = {bones_of(word) for word in names.count}
    return frozenset(sorted(crc32(bones.encode()) for bones in skeletons)[:SKETCH])


def are_versions(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether two documents, by their sketches, are two versions of one text: translations or editions."""
    both = sorted(one | other)[:SKETCH]
    return sum(mark in one and mark in other for mark in both) >= ALIKE * len(both)


def _sounds(words: set[str]) -> frozenset[str]:
    """Return the sounds of names that may be of one person or place with the name beside them."""
    if not words:
        return NONE  # an empty set of one's own takes 200 bytes
    return frozenset(sound(plain(word)) for word in words if len(word) > 2 and not is_ordinary(word)) or NONE


def spellings_to_compare(mentions: Mapping[str, Sequence[Mention]]) -> set[tuple[str, str]]:
    """Return the pairs of words that ``are_one`` may say yes to, of words and their mentions under one key:
    those that sound the same or have the same name beside them."""
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for word, found in mentions.items():
        groups["", sound(plain(word))].append(word)
        for side in SIDES:
            for name in frozenset().union(*(getattr(mention, side) for mention in found)):
                groups[side, name].append(word)
    return {pair for words in groups.values() if len(words) > 1 for pair in compare(words)}


def are_one(one: Sequence[Mention], other: Sequence[Mention], lang: str) -> bool:
    """Whether the mentions of two spellings, each of any documents, are of one name.

    Where so many texts are looked at, only what stands around tells one name from two: the same first name or
    surname. Without it the spellings must be the same but for diacritics and hyphens, or two romanisations of
    a name that nobody knows. In other languages than English they must also end the same.
    """
    first, second = one[0].word, other[0].word
    a, b = form(first), form(second)
    assert a is not None
    assert b is not None
    shared = differ = False
    for side in SIDES:
        names, others = (
            frozenset().union(*(getattr(mention, side) for mention in each)) for each in (one, other)
        )
        shared = shared or not names.isdisjoint(others)
        differ = differ or bool(names and others)
    if not shared:
        is_unknown = not (a.known.band or b.known.band) and min(len(a.plain), len(b.plain)) >= LONG
        if differ or not (a.plain == b.plain or (is_unknown and sound(a.plain) == sound(b.plain))):
            return False
    if not could_be_one(first, second, a, b) or (lang != "en" and first[-2:] != second[-2:]):
        return False
    is_hyphen = a.plain == b.plain and len(parts(first)) != len(parts(second))
    # Multi-cluster and Multicluster: a way of writing words, no name
    if is_hyphen and any(is_ordinary(part) for part in parts(first) + parts(second)):
        return False
    return shared or distance(a.plain, b.plain).cost <= ROMANISED


def pairs_across(words: Iterable[str], contexts: Contexts, lang: str) -> Iterator[tuple[str, str]]:
    """Yield the pairs of words that are one name, by what stands around them in any documents."""
    under_key: dict[str, dict[str, list[Mention]]] = defaultdict(dict)
    for word in words:
        around = contexts.of[word]
        mention = Mention(word, _sounds(around.before), _sounds(around.behind), "", b"", frozenset())
        under_key[bones_of(word)][word] = [mention]
    for mentions in under_key.values():
        for one, other in spellings_to_compare(mentions) if len(mentions) > 1 else ():
            if are_one(mentions[one], mentions[other], lang):
                yield one, other
