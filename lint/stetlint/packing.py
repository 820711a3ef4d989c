"""Results as plain data, as the cache keeps them, and back.

Plain data are numbers, strings, bytes, None, frozensets of these, and tuples; a NamedTuple or a member of an
Enum is a tuple that begins with the name of its class. ``marshal`` writes them, which calls nothing when it
reads them again, as pickle would.
"""

from __future__ import annotations

import marshal
import sys
from collections.abc import Iterable
from enum import Enum
from functools import cache
from importlib import import_module
from typing import Any

from stetlint.config import FileSettings
from stetlint.engine import FileResult

ATOMS = frozenset((str, bytes, int, float, bool, type(None)))
NOTHING = b""  # the result of a file in which nothing was found


class Unplain(Exception):
    """What cannot be kept as plain data."""


def pack(result: FileResult) -> bytes:
    """Return a result without its path and settings. Raise Unplain where a fact is no plain data."""
    parts = (result.findings, result.facts, result.suppressions)
    return marshal.dumps(tuple(map(_plain_all, parts))) if any(parts) else NOTHING


def unpack(data: bytes, path: str, settings: FileSettings) -> FileResult:
    """Return a result. Raise Unplain where the data is none, or of a class that is not there any more."""
    result = FileResult(path, [], [], [], [], settings)
    if data != NOTHING:
        try:
            findings, facts, suppressions = marshal.loads(data)
            result.findings.extend(map(_restored, findings))
            result.facts.extend(map(_restored, facts))
            result.suppressions.extend(map(_restored, suppressions))
        except (ValueError, TypeError, EOFError, AttributeError) as error:
            raise Unplain(str(error)) from None
    return result


def _plain_all(values: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(map(_plain, values))


def _plain(value: Any) -> Any:
    kind = type(value)
    if kind in ATOMS or (kind is frozenset and ATOMS.issuperset(map(type, value))):
        return value
    if kind is tuple:
        return None, *map(_plain, value)
    name = _name_of(value.__class__)
    return (name, value.value) if isinstance(value, Enum) else (name, *map(_plain, value))


def _restored(value: Any) -> Any:
    if type(value) is not tuple:
        return value
    name, *rest = value
    if name is None:
        return tuple(map(_restored, rest))
    kind = _class_of(name)
    return kind(*rest) if issubclass(kind, Enum) else kind._make(map(_restored, rest))


def _is_plain(kind: Any) -> bool:
    return isinstance(kind, type) and (issubclass(kind, Enum) or hasattr(kind, "_make"))


@cache
def _name_of(kind: Any) -> str:
    name = f"{kind.__module__}:{kind.__qualname__}"
    if not _is_plain(kind) or _class_of(name) is not kind:
        raise Unplain(f"{name} is no NamedTuple of a module")
    return name


def _class_of(name: str) -> Any:
    module, _, name_there = name.partition(":")
    if module.startswith(("stetlint.", "stetlint_rules.")):  # which are imported when they are needed
        import_module(module)
    kind = getattr(sys.modules.get(module), name_there, None)
    if not _is_plain(kind):
        raise Unplain(f"{name} is not there")
    return kind
