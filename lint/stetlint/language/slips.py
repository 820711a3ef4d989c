"""Slips in names: letters in the wrong order, one too few or too many.

They need no knowledge of the language or of names, only the text: a long word that it uses often, and one
that differs from it by a single step in its inside and stands there once or twice. One that is made of known
words (DataBridge) need not be used often: once is enough where letters have changed places. Endings are left
alone, because languages bend names there, and so are first letters, where the names of two things differ.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from stetlint.language.known import known
from stetlint.language.patterns import Pattern

PARTS = Pattern(r"[A-Z][a-z]+")
LONGEST_ENDING = 2  # code points that case and number may change
SHORTEST = 7  # code points of a name in which a slip is told from another name
LONGEST = 60
OFTEN = 4  # times that the right spelling stands in the text for each slip
TWICE = 2  # the same where letters have changed places: hardly a name differs so from another
SELDOM = 2  # times that the slip stands there at most
FAMOUS = 4  # the band from which a name is so well known that what comes near it is a slip


def slips(count: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Yield (slip, right spelling) among words with their numbers of occurrences. Linear in the words.

    One step is two neighbours in the wrong order, or one letter missing or added; it is looked for by what
    is left of both words when a letter is taken out.
    """
    fit = range(SHORTEST - 1, LONGEST)
    long = {word: times for word, times in count.items() if len(word) in fit and word.isalpha()}
    usual = [
        word
        for word, times in long.items()
        if len(word) >= SHORTEST and (times >= TWICE or _is_made_of_words(word))
    ]
    if not usual:
        return
    seldom = [word for word, times in long.items() if times <= SELDOM]
    # Only what begins and ends like another word is worth to be looked at.
    outlines = Counter(map(_outline, seldom))
    usual = [word for word in usual if outlines[_outline(word)] > (long[word] <= SELDOM)]
    if not usual:
        return
    among = frozenset(seldom)
    often = {_outline(word) for word in usual if long[word] >= OFTEN}
    longer = [word for word in seldom if len(word) >= SHORTEST and _outline(word) in often]
    shortened = {short: word for word in longer for short in _shortened(word)}
    for right in usual:
        swapped = TWICE if long[right] >= TWICE else 1
        found = dict.fromkeys(_swapped(right, among), swapped)
        if long[right] >= OFTEN:
            found.update((short, OFTEN) for short in _shortened(right) if short in among)
            if right in shortened:
                found[shortened[right]] = OFTEN
        yield from (
            (slip, right) for slip, least in sorted(found.items()) if long[right] >= least * long[slip]
        )


def misspelled(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield (slip, right spelling) of words that nobody knows beside a famous name of the text: one letter of
    the inside is missing, added or another. Linear in the words."""
    long = [word for word in words if SHORTEST <= len(word) <= LONGEST and word.isalpha()]
    famous = {word for word in long if known(word).is_name and known(word).band >= FAMOUS}
    outlines = set(map(_outline, famous))
    shortened = {short: (at, word) for word in famous for at, short in enumerate(_shortened(word))}
    for word in long:
        if _outline(word) not in outlines or known(word).band:
            continue
        found = {shortened[word][1]} if word in shortened else set()
        for at, short in enumerate(_shortened(word)):
            if short in famous:
                found.add(short)
            elif short in shortened and shortened[short][0] == at:
                found.add(shortened[short][1])
        yield from ((word, right) for right in sorted(found))


def _is_made_of_words(name: str) -> bool:
    """Whether capitals part a name into words that are known: then it is the slip that is none."""
    parts = PARTS.findall(name)
    return len(parts) > 1 and "".join(parts) == name and all(known(part).band for part in parts)


def _outline(word: str) -> str:
    """Return what a slip leaves as it is."""
    return word[0] + word[-LONGEST_ENDING:]


def _shortened(word: str) -> Iterator[str]:
    """Yield the word without each of its inner letters."""
    return (word[:at] + word[at + 1 :] for at in range(1, len(word) - LONGEST_ENDING))


def _swapped(word: str, among: Collection[str]) -> Iterator[str]:
    for at in range(1, len(word) - LONGEST_ENDING):
        swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        if swapped != word and swapped in among:
            yield swapped
