"""The names of the house: how it spells them, which are alike and both right, which are right as they are.

They stand in the table ``[names]`` of the configuration and in a plain file that the table names. A line of
that file is one of

    Tokayev: Tokaev, Tokajev    a preferred spelling, and the variants that are wrong
    Yamada = Oyamada            names that are alike and both right
    Riso                        a name that is right as it is

and what stands behind "#" is a comment.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from types import MappingProxyType
from typing import Generic, Literal, NamedTuple, TypeVar

W = TypeVar("W")


class HouseNames(NamedTuple):
    """The names of the house.

    preferred   wrong variant -> the spelling that is preferred
    alike       pairs of names that are both right
    known       names that are right as they are, those that are preferred among them
    """

    preferred: Mapping[str, str] = MappingProxyType({})
    alike: frozenset[frozenset[str]] = frozenset()
    known: frozenset[str] = frozenset()

    def are_right(self, one: str, other: str) -> bool:
        """Whether the house says that two names are two."""
        return (one in self.known and other in self.known) or frozenset((one, other)) in self.alike


NO_NAMES = HouseNames()


class Entry(NamedTuple, Generic[W]):
    """What is said of one name, or of several: of "preferred" the first is the right one.

    where   what the reader of the entry needs to say where it stands
    """

    kind: Literal["preferred", "alike", "known"]
    names: tuple[str, ...]
    where: W


class NamesProblem(Exception, Generic[W]):
    """Entries that make no sense: where, of which name, and why."""

    def __init__(self, where: W, name: str, message: str) -> None:
        super().__init__(message)
        self.where = where
        self.name = name
        self.message = message


def house_names(entries: Iterable[Entry[W]]) -> HouseNames:
    """Return what entries say together. Raise NamesProblem where one contradicts another."""
    preferred: dict[str, str] = {}
    alike: set[frozenset[str]] = set()
    known: set[str] = set()
    right: set[str] = set()
    wrong: list[tuple[str, W]] = []
    for kind, names, where in entries:
        for name in names:
            if not name.strip():
                raise NamesProblem(where, name, "a name is empty")
        if kind == "preferred":
            spelling, *variants = names
            known.add(spelling)
            for variant in variants:
                other = preferred.setdefault(variant, spelling)
                if other != spelling:
                    raise NamesProblem(
                        where, variant, f'"{variant}" is a variant of "{other}" and of "{spelling}"'
                    )
                wrong.append((variant, where))
        elif kind == "alike":
            alike.update(map(frozenset, combinations(names, 2)))
            right.update(names)
        else:
            known.update(names)
    for variant, where in wrong:
        if variant in known or variant in right:
            raise NamesProblem(
                where,
                variant,
                f'"{variant}" is a variant of "{preferred[variant]}", and elsewhere a name that is right',
            )
    return HouseNames(MappingProxyType(preferred), frozenset(alike), frozenset(known))


def read_file(text: str) -> Iterator[Entry[int]]:
    """Yield the entries of a plain file, each with its line (from 1). Raise NamesProblem at what is none."""
    for number, line in enumerate(text.splitlines(), 1):
        line = line.partition("#")[0].strip()
        if not line:
            continue
        spelling, colon, variants = line.partition(":")
        names = tuple(map(str.strip, [spelling, *variants.split(",")] if colon else line.split("=")))
        if "" in names:
            raise NamesProblem(number, "", 'a name is empty: write "right: wrong, wrong" or "one = other"')
        yield Entry("preferred" if colon else "alike" if len(names) > 1 else "known", names, number)
