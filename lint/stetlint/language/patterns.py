"""Patterns that are compiled when they are first used: a hook starts on every commit."""

from __future__ import annotations

import importlib
from functools import cache
from typing import Any


@cache
def compiled(pattern: str) -> Any:
    """Return an RE2 pattern, compiled: it is matched against bytes, in linear time."""
    import re2

    return re2.compile(pattern)


class Pattern:
    """A regular expression as a module constant, compiled at its first use.

    It has the methods of a compiled pattern (``search``, ``finditer``, ``sub``, ...). ``engine`` names the
    module that compiles it: "re", or "regex" for what re does not know (scripts, properties).
    """

    def __init__(self, pattern: str | bytes, flags: int = 0, engine: str = "re") -> None:
        self._pattern = pattern
        self._flags = flags
        self._engine = engine

    def __getattr__(self, name: str) -> Any:
        # Asked only while the attribute is not there: the first use of a method puts it into place.
        if name.startswith("__"):
            raise AttributeError(name)
        if "_compiled" not in self.__dict__:
            self._compiled = importlib.import_module(self._engine).compile(self._pattern, self._flags)
        value = getattr(self._compiled, name)
        setattr(self, name, value)
        return value
