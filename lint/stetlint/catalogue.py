"""The rules that exist, and what is known of each before its module is imported.

A hook checks a few lines at every commit, and most rules have nothing to do there: to import all of them
would take longer than the check. What decides whether a rule is called stands in an index, which is made from
the rules themselves: see ``stetlint.index``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from typing import Any, NamedTuple, cast

from stetlint.house import HouseNames
from stetlint.rule import Rule, knows


class Traits(NamedTuple):
    """What decides whether a rule is selected and called, as in ``Rule``; and where its class is defined."""

    id: str
    trigger: str | None
    languages: frozenset[str] | None
    is_default: bool
    is_external: bool
    module: str
    name: str

    @classmethod
    def of(cls, rule: type[Rule]) -> Traits:
        """Return the traits of a rule that is imported."""
        return cls(
            rule.id,
            rule.trigger,
            rule.languages,
            rule.is_default,
            rule.is_external,
            rule.__module__,
            rule.__name__,
        )

    def imported(self) -> type[Rule]:
        """Import the rule."""
        return cast(type[Rule], getattr(import_module(self.module), self.name))


class Deferred:
    """A rule without options that is made when it is called, by ``ready``; its traits say when that is."""

    def __init__(self, traits: Traits, house: HouseNames) -> None:
        self.id = traits.id
        self.trigger = traits.trigger
        self.is_external = traits.is_external
        self._traits = traits
        self._house = house
        self._rule: Rule | None = None

    def knows(self, lang: str) -> bool:
        """Whether the rule holds for a language, given as a BCP 47 tag."""
        return knows(self._traits.languages, lang)

    def ready(self) -> Rule:
        """Return the rule itself."""
        if self._rule is None:
            self._rule = self._traits.imported()()
            self._rule.house = self._house
        return self._rule

    def close(self) -> None:
        """Let the rule give back what it holds, if there is one."""
        if self._rule is not None:
            self._rule.close()


AnyRule = Rule | Deferred


class Catalogue(Mapping[str, type[Rule]]):
    """Rules by their ids, sorted. A rule is imported when it is asked for.

    traits   of each rule, by id
    """

    def __init__(self, traits: Iterable[Traits], imported: Iterable[type[Rule]] = ()) -> None:
        """``imported`` are rules that stand beside those of the traits."""
        self._imported = {rule.id: rule for rule in imported}
        every = {each.id: each for each in (*traits, *map(Traits.of, self._imported.values()))}
        self.traits: Mapping[str, Traits] = dict(sorted(every.items()))

    def __getitem__(self, id: str) -> type[Rule]:
        if id not in self._imported:
            self._imported[id] = self.traits[id].imported()
        return self._imported[id]

    def __iter__(self) -> Iterator[str]:
        return iter(self.traits)

    def __len__(self) -> int:
        return len(self.traits)

    def __contains__(self, id: object) -> bool:
        return id in self.traits

    def make(self, id: str, options: Any, house: HouseNames) -> AnyRule:
        """Return a rule, ready or deferred, with its options (None: the defaults) and the house's names."""
        if id not in self._imported and options is None:
            return Deferred(self.traits[id], house)
        rule = self[id](options)
        rule.house = house
        return rule
