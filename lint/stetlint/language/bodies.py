"""Names of organisations, treaties and offices, and what a name translated word by word has in common with
them: the same concepts, in other words or in another order.

The names are in ``known_names.txt`` beside this module, which says where they are from.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from stetlint.language.patterns import Pattern
from stetlint.language.places import STATES

SMALL = frozenset("a an and by de for from in of on or the through to with without".split())
_WORD = Pattern(r"[^\W_]+(?:[-'’‑][^\W_]+)*")
_CLITIC = Pattern(r"['’]s?$")
# British spelling becomes American, so that the two are one.
_SPELLING = (("isation", "ization"), ("defence", "defense"), ("labour", "labor"), ("programme", "program"),
             ("centre", "center"), ("-", ""), ("‑", ""), ("’", "'"))  # fmt: skip
# What one word of another language may become in English, one concept a line.
_CONCEPTS = """
    treaty agreement pact accord
    organization association
    committee commission
    fund foundation
    trade commerce
    cooperation collaboration
    agency bureau
    world global worldwide
    state country nation
    security safety
    nuclear atomic
    prohibition ban banning interdiction
    reconstruction rebuilding
    tariff duty
    united joint unified
    independent sovereign
    criminal penal
    maritime marine
    meteorological weather
    environment environmental
    labor work
    expert specialist
    convention conference
    food nutrition alimentary
    election electoral elections
    railway railroad
    olympic olympics
    economic economical economy
    educational education
    cultural culture
    scientific science
    human humans
"""
CONCEPT_OF = {
    **{word: line.split()[0] for line in _CONCEPTS.strip().splitlines() for word in line.split()},
    **{adjective.lower(): state.lower() for state, adjective in STATES.items()},
}


class Word(NamedTuple):
    """A word of a name that is no small word: where it stands, and as it is compared."""

    start: int
    end: int
    stem: str


def words_of(text: str) -> list[Word]:
    """Return the words of a name but for the small ones."""
    found = []
    for match in _WORD.finditer(text):
        word = _CLITIC.sub("", match.group())
        small = word.lower()
        if small in SMALL:
            continue
        for one, other in _SPELLING:
            small = small.replace(one, other)
        if len(small) > 4 and small.endswith("s") and not small.endswith("ss"):
            small = small[:-3] + "y" if small.endswith("ies") else small[:-1]
        found.append(Word(match.start(), match.start() + len(word), small))
    return found


def stems(words: Iterable[Word]) -> tuple[str, ...]:
    """Return the words as they are compared."""
    return tuple(word.stem for word in words)


def concepts(stems: Iterable[str]) -> tuple[str, ...]:
    """Return what the words of a name stand for, in alphabetical order."""
    return tuple(sorted(CONCEPT_OF.get(stem, stem) for stem in stems))


class Bodies:
    """Known names, found by their concepts.

    lengths   numbers of words that they have
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._by_concepts: dict[tuple[str, ...], list[tuple[tuple[str, ...], str]]] = {}
        for name in names:
            spelled = stems(words_of(name))
            self._by_concepts.setdefault(concepts(spelled), []).append((spelled, name))
        self.lengths = sorted({len(key) for key in self._by_concepts if len(key) > 2}, reverse=True)

    def alike(self, spelled: tuple[str, ...]) -> tuple[bool, str]:
        """Return whether a name is known, and the name that it may stand for ("" where there is none).

        Other words for the same concepts make another name of it. The same words in another order do where
        nobody turns them round: the Security Council of the UN is one.
        """
        near = ""
        for other, name in self._by_concepts.get(concepts(spelled), ()):
            if other == spelled:
                return True, ""
            if sorted(other) != sorted(spelled) or not _may_turn(other):
                near = near or name
        return False, near


_OWNERS = frozenset(("un", "united", "eu", *(form.lower() for names in STATES.items() for form in names)))


def _may_turn(spelled: tuple[str, ...]) -> bool:
    """Whether a name may be turned round: "of" and the owner behind it, or the other way."""
    return spelled[0] in _OWNERS or spelled[-1] in _OWNERS


def read_names() -> Iterator[str]:
    """Yield the names of the list."""
    with open(os.path.join(os.path.dirname(__file__), "known_names.txt"), encoding="utf-8") as file:
        for line in file:
            name = line.partition("#")[0].strip()
            if name:
                yield name


@cache
def known_bodies(more: tuple[str, ...] = ()) -> Bodies:
    """Return the names of the list and more of them."""
    return Bodies([*read_names(), *more])
