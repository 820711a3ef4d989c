"""Which rules may fire in a file, found out before it is parsed: their triggers, scanned by RE2."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import re2

from stetlint.catalogue import AnyRule
from stetlint.language.patterns import Pattern, compiled
from stetlint.source import Source

# A repeat without bound; classes and escaped characters are looked past.
LOOP = Pattern(r"\\.|\[(?:\\.|[^\]\\])+\]|([*+]|\{\d+,\})")
# Bytes of the automaton, at most. Text in many languages takes 11 MB; of RE2's own 8 it makes no good use.
MEMORY = 64 << 20


class Triggers:
    """The triggers of some rules.

    Patterns without a loop are scanned together, in one pass for all. One with a loop is scanned by itself:
    in a common automaton the states of several loops multiply, and it is built anew all the time. A rule
    without a trigger may always fire.
    """

    def __init__(self, rules: Iterable[AnyRule]) -> None:
        self._always: list[AnyRule] = []
        self._alone: list[tuple[Any, AnyRule]] = []
        self._together: list[AnyRule] = []
        options = re2.Options()
        options.max_mem = MEMORY
        self._set: Any = re2.Set.SearchSet(options)
        for rule in rules:
            if rule.trigger is None:
                self._always.append(rule)
            elif any(match[1] for match in LOOP.finditer(rule.trigger)):
                self._alone.append((_pattern_of(rule), rule))
            else:
                self._add(rule)
        self._set.Compile()

    def _add(self, rule: AnyRule) -> None:
        try:
            self._set.Add(rule.trigger)
        except re2.error:
            _pattern_of(rule)
            raise
        self._together.append(rule)

    def matching(self, source: Source) -> list[AnyRule]:
        """Return the rules whose trigger is in the source, and those that have none."""
        data = source.data
        found = [*self._always, *(rule for pattern, rule in self._alone if pattern.search(data))]
        if self._together:
            found.extend(self._together[i] for i in self._set.Match(data) or ())
        return found


def _pattern_of(rule: AnyRule) -> Any:
    try:
        return compiled(rule.trigger)
    except re2.error as error:
        message = error.args[0].decode() if isinstance(error.args[0], bytes) else error
        raise ValueError(f"the trigger of {rule.id} is no RE2 pattern: {message}: {rule.trigger}") from None
