"""Whether two alike words of a text are one name: gates, then a sum of weights.

The weights are a logistic regression over what is seen in the two words and around them.
``benchmarks/fit_names.py`` fits them to labelled pairs and prints the table below.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log
from typing import NamedTuple

from stetlint.language.kinship import (
    PLACES,
    are_one_place,
    could_be_one,
    differing_parts,
    is_ordinary,
    is_varied,
    parts,
    same_start,
)
from stetlint.language.known import known
from stetlint.language.names import COMMON, Contexts, Form, Names, form, is_identifier
from stetlint.language.patterns import Pattern
from stetlint.language.readings import are_readings, is_japanese
from stetlint.language.romanise import FAR_SHARE, distance, plain, sound

CERTAIN = 99.0
# A pair is reported where its score is above.
THRESHOLDS = {"default": 0.0, "review": -1.5}
MANY = 32  # names: where a text has more, two of them have to be nearer to each other
FAMOUS = 5  # the band of names that everybody knows
SHORTEST_NAME = 4  # code points of a name that others are made of
ONE_STEP = 0.5  # more than that is no step between two romanisations
TWO_STEPS = 2.0
SMALL_WORDS = frozenset("a an the of in on at to for by de la le el".split())

WEIGHTS: dict[str, float] = {
    "bias": 1.81,
    "distance by length": -0.46,
    "distance is small": 0.4,
    "one large step": 0.38,
    "same last letter": -0.14,
    "one letter behind": 0.35,
    "three letters behind": 1.13,
    "a vowel behind": 0.59,
    "letters in front": 0.75,
    "endings differ": 0.42,
    "last vowels differ": 0.37,
    "one is an adjective": -2.83,
    "both have hyphens": 1.06,
    "band of the better known": -0.02,
    "the rarer is unknown": 0.21,
    "large steps of Japanese": -0.43,
    "two large steps of Japanese": -0.92,
    "Japanese, known": 0.37,
    "readings of one character": 0.35,
    "same name before": 0.49,
    "same name behind": 0.44,
    "other names before": -1.34,
    "same word before": 0.44,
    "same word behind": 0.62,
    "only one has a name before": -0.06,
    "only one has a name behind": -0.03,
    "same sentence": -0.5,
    "joined": -2.36,
    "only one has a determiner": -0.19,
    "names to mix up": -1.5,
}


_ADJECTIVE = Pattern(r"(?:sk[iy]?[iyj]?|ska?ya|sko[ye]|skogo|skom|ck[iy]y?)$")
_VOWELS = frozenset("aeiouy")


class Pair(NamedTuple):
    """Two words that may be one name. ``score`` is above 0 where they more likely are."""

    one: str
    other: str
    score: float
    place: str = ""  # the English word for the suffix of a Japanese place: "Town" of Takahama-cho


def pairs_of(names: Names, *, sounding_alike: bool = False) -> list[tuple[str, str]]:
    """Return the pairs of words that could be one name by the words alone, in alphabetical order.

    ``sounding_alike``: only those that sound the same, as ``is_certain`` asks of them.
    """
    found = []
    alike = names.sounding_alike() if sounding_alike else names.alike()
    bound = {} if sounding_alike else names.bound
    share = FAR_SHARE / (1 + max(0.0, log(max(names.rare, 1) / MANY)) / 4)
    for one, other in alike | bound.keys():
        a, b = names.forms[one], names.forms[other]
        place = _place_of(one, other)
        if (
            place
            or could_be_one(one, other, a, b, share, is_bound=(one, other) in bound)
            or (bound.get((one, other)) and is_varied(a, b))
        ):
            found.append((one, other))
    return sorted(found)


def spaced_pairs_of(names: Names) -> list[tuple[str, str]]:
    """Return pairs like ("Al Jazeera", "Al-Jazeera"), but none of ordinary words (Set Up, Setup)."""
    found = []
    for words, word in names.spaced():
        first, second = words.split()
        is_code = first.isupper() or second.isupper() or any(map(is_identifier, (first, second, word)))
        # Look Up and Lookup; Japanese Style and Japanese-style: words, no name
        is_word = is_ordinary(word) or (
            any(map(is_ordinary, (first, second))) if "-" in word else all(map(is_ordinary, (first, second)))
        )
        if not (is_code or is_word or {first.lower(), second.lower()} & SMALL_WORDS):
            found.append((words, word))
    return sorted(found)


def is_certain(one: str, other: str, contexts: Contexts) -> bool:
    """Whether two words are one name in a language of which nothing else is known.

    They sound the same, end the same, and stand inside sentences, where only names have capitals.
    """
    a, b = plain(one), plain(other)
    return (
        min(len(a), len(b)) > 4
        and one[-2:] == other[-2:]
        and (a == b or (a[-3:] == b[-3:] and sound(a) == sound(b) and distance(a, b).cost <= 0.4))
        and all(contexts.of[word].inside and word.lower() not in contexts.small for word in (one, other))
    )


def judge(pairs: Sequence[tuple[str, str]], names: Names, contexts: Contexts) -> list[Pair]:
    """Return a verdict for each pair that its contexts do not rule out."""
    found = []
    for one, other in pairs:
        a, b = form(one), form(other)
        assert a is not None
        assert b is not None
        place = _place_of(one, other)
        if place and (word := _stands_as_place(place, contexts)):
            found.append(Pair(one, other, CERTAIN, word))
        elif place and not could_be_one(one, other, a, b):
            continue  # they were compared as a place and its suffix
        elif a.plain == b.plain:
            if not _are_different_people(one, other, contexts):
                found.append(Pair(one, other, CERTAIN))
        elif are_one_place(a, b) or (names.bound.get((one, other)) and is_varied(a, b)):
            both = frozenset((one, other))
            if not (both in contexts.touching or both in contexts.joined):
                found.append(Pair(one, other, CERTAIN))
        elif not (
            _is_ruled_out(one, other, a, b, contexts)
            or _are_two_people(one, other, a, b, contexts)
            or _are_of_one_family(one, other, a, b, names)
        ):
            found.append(Pair(one, other, score(features(one, other, names, contexts))))
    return found


def score(seen: Mapping[str, float]) -> float:
    """Return the sum of the weights of what is seen."""
    # A feature without a weight is one that is about to be fitted.
    return WEIGHTS["bias"] + sum(WEIGHTS.get(name, 0.0) * value for name, value in seen.items() if value)


def _place_of(one: str, other: str) -> tuple[str, tuple[str, ...]] | None:
    """Return the shorter word and the English words for what the other has behind: Minato, (Ward,)."""
    if one[:2].lower() != other[:2].lower() or len(one) == len(other):
        return None
    x, y = sorted((parts(one), parts(other)), key=len)
    if len(x) == 1 and len(y) == 2 and x[0].lower() == y[0].lower() and y[1].lower() in PLACES:
        return x[0], PLACES[y[1].lower()]
    if len(x) == len(y) == 1:
        short, long = sorted((x[0], y[0]), key=len)
        suffix = long[len(short) :]
        # Oyamamachi, Oyama Town
        if suffix in PLACES and long.startswith(short):
            return short, PLACES[suffix]
    return None


def _stands_as_place(place: tuple[str, tuple[str, ...]], contexts: Contexts) -> str:
    name, words = place
    around = contexts.of[name]
    for word in words:
        if word in around.behind or word in around.follow or word in around.heads:
            return word
    return ""


def _are_different_people(one: str, other: str, contexts: Contexts) -> bool:
    """Whether one given name stands with two surnames: José Barroso, Jose Mourinho."""
    p, q = contexts.of[one], contexts.of[other]
    return known(one).band >= COMMON and (_differ(p.behind, q.behind) or _differ(p.before, q.before))


def _are_two_people(one: str, other: str, a: Form, b: Form, contexts: Contexts) -> bool:
    """Whether the names beside them make them two: Jan Kuhn, Ian Wells; Ivan Tham, Tom Wells.

    Two well known names stand beside other names, none in common; one that everybody knows has another name
    behind it; or one is a surname and the other a first name.
    """
    p, q = contexts.of[one], contexts.of[other]
    if p.before & q.before or p.behind & q.behind:
        return False
    cost = distance(a.plain, b.plain).cost
    if cost > ONE_STEP and not are_readings(a.plain, b.plain):
        of_one, of_other = (bool(p.before), bool(p.behind)), (bool(q.before), bool(q.behind))
        if {of_one, of_other} == {(True, False), (False, True)}:
            return True
    if _differ(p.behind, q.behind):
        best = max((form.known.band for form in (a, b) if form.known.is_name), default=0)
        return best >= FAMOUS or min(a.known.band, b.known.band) >= COMMON
    return min(a.known.band, b.known.band) >= COMMON and _differ(p.before, q.before)


def _are_of_one_family(one: str, other: str, a: Form, b: Form, names: Names) -> bool:
    """Whether they are made of a third name of the text: Rustdoc and Rustfmt, of Rust."""
    shared = same_start(one, other)
    return (
        shared < min(len(one), len(other))
        and any(one[:end] in names.count for end in range(SHORTEST_NAME, shared + 1))
        and distance(a.plain, b.plain).cost >= TWO_STEPS
    )


def _differ(some: set[str], others: set[str]) -> bool:
    """Whether there are names on both sides and none in common."""
    return bool(some and others) and {sound(plain(w)) for w in some}.isdisjoint(
        sound(plain(w)) for w in others
    )


def _is_ruled_out(one: str, other: str, a: Form, b: Form, contexts: Contexts) -> bool:
    if frozenset((one, other)) in contexts.touching:
        return True
    for word, found in ((one, a), (other, b)):
        if word.lower() in contexts.small or not (found.known.is_name or contexts.of[word].inside):
            return True  # an ordinary word
    short, long = (a, b) if len(a.plain) <= len(b.plain) else (b, a)
    p, q = contexts.of[one], contexts.of[other]
    begins = not (p.inside and q.inside)  # a capital that begins a sentence makes no name
    if long.plain in (short.plain + "s", short.plain + "es") and not long.plain.endswith("ss"):
        return begins or bool(p.determined or q.determined)
    is_alone = not (p.before or p.behind or q.before or q.behind)
    return begins and is_alone and distance(a.plain, b.plain).cost >= TWO_STEPS


def features(one: str, other: str, names: Names, contexts: Contexts) -> dict[str, float]:
    """Return what is seen in two words and around them, by the names of WEIGHTS."""
    x, y = differing_parts(one, other)
    a, b = plain(x), plain(y)
    way = distance(a, b)
    short, long = sorted((a, b), key=len)
    least, most = len(short), len(long)
    known_x, known_y = known(x), known(y)
    low, high = sorted((known_x.band, known_y.band))
    steps = sum(step.cost >= 0.3 for step in way.steps)
    head = 0
    while head < least and a[head] == b[head]:
        head += 1
    rest = long[least:] if head == least else ""
    are_japanese = is_japanese(a) and is_japanese(b)
    cost = min(way.cost, FAR_SHARE * least)
    is_reading = are_readings(a, b)
    p, q = contexts.of[one], contexts.of[other]
    times_p, times_q = names.count[one], names.count[other]
    same_before, same_behind = bool(p.before & q.before), bool(p.behind & q.behind)
    is_bound = same_before or same_behind or bool(p.lead & q.lead or p.follow & q.follow)
    is_unknown = {one: known_x.band == 0, other: known_y.band == 0}
    return {
        # coincidences grow with the names there are
        "names to mix up": max(0.0, log(names.rare / 16)) if names.rare else 0.0,
        # the way from one to the other
        "distance by length": cost / least * 5,
        "distance is small": way.cost <= 0.5,
        "one large step": steps == 1,
        # where they differ
        "same last letter": a[-1] == b[-1],
        "one letter behind": len(rest) == 1,
        "three letters behind": len(rest) > 2,
        "a vowel behind": rest in ("a", "u", "i", "e", "y"),
        "letters in front": long.endswith(short) and long != short,
        "endings differ": not rest and a != b and head >= least - 2 and head >= 3 and head >= most - 3,
        "last vowels differ": least == most and head == least - 1 and a[-1] in _VOWELS and b[-1] in _VOWELS,
        "one is an adjective": bool(_ADJECTIVE.search(a)) != bool(_ADJECTIVE.search(b)),
        "both have hyphens": "-" in one and "-" in other,
        # how known they are
        "band of the better known": high,
        "the rarer is unknown": times_p != times_q and is_unknown[one if times_p < times_q else other],
        # Japanese syllables: names that differ in one are many
        "large steps of Japanese": min(steps, 2) if are_japanese and not is_reading and not is_bound else 0,
        "two large steps of Japanese": are_japanese and not is_reading and not is_bound and steps > 1,
        "Japanese, known": are_japanese and low > 0,
        "readings of one character": is_reading,
        # what stands around
        "same name before": same_before,
        "same name behind": same_behind,
        "other names before": bool(p.before and q.before and not same_before),
        "same word before": bool(p.lead & q.lead),
        "same word behind": bool(p.follow & q.follow),
        "only one has a name before": bool(p.before) != bool(q.before),
        "only one has a name behind": bool(p.behind) != bool(q.behind),
        "same sentence": bool(p.sentences & q.sentences),
        "joined": frozenset((one, other)) in contexts.joined,
        "only one has a determiner": bool(p.determined) != bool(q.determined),
    }
