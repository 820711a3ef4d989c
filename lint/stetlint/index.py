"""The index of the built-in rules: their traits, kept beside the bytecode of their package.

It stands where the bytecode of ``_index.py`` would, so that whoever removes the package removes it too, and
is treated as Python treats bytecode. It holds for one version, while every file that it was made from has the
size and the time of change that it had then; else it is made anew. Where it cannot be read or written, the
rules are imported.
"""

from __future__ import annotations

import marshal
import os
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from types import ModuleType
from zlib import crc32

from stetlint import __version__, language
from stetlint.catalogue import Traits

CHECKSUM = 4  # bytes in front of the rest
STARTED = time.time_ns()
LEAST_AGE = 2_000_000_000  # nanoseconds, as exact as file systems are, of what was changed before the start


def read(package: ModuleType) -> list[Traits] | None:
    """Return the traits of the rules of a package, None where there is no index or it does not hold."""
    path = _path(package)
    if path is None:
        return None
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError:
        return None
    if data[:CHECKSUM] != _checksum(data[CHECKSUM:]):
        return None
    made_from, traits = marshal.loads(data[CHECKSUM:])
    return list(map(Traits._make, traits)) if made_from == _state(package) else None


def write(package: ModuleType, traits: Iterable[Traits]) -> None:
    """Keep the traits of the rules of a package, which are imported.

    That is done where there is a folder of bytecode that can be written, and no file has just changed.
    """
    path, state = _path(package), _state(package)
    _, files = state
    if path is None or any(changed > STARTED - LEAST_AGE for *_, changed in files):
        return  # what was imported may be older than the file
    data = marshal.dumps((state, list(map(tuple, traits))))
    mine = f"{path}.{os.getpid()}"
    try:
        with open(mine, "wb") as file:
            file.write(_checksum(data) + data)
        os.replace(mine, path)
    except OSError:
        with suppress(OSError):
            os.unlink(mine)


def _path(package: ModuleType) -> str | None:
    spec = package.__spec__
    if spec is None or spec.cached is None:
        return None
    folder, name = os.path.split(spec.cached)
    return os.path.join(folder, name.replace("__init__", "_index", 1))


def _state(package: ModuleType) -> tuple[str, list[tuple[str, str, int, int]]]:
    # Not the files alone: an installer may give them all one time of change.
    return __version__, list(_files(package))


def _files(package: ModuleType) -> Iterator[tuple[str, str, int, int]]:
    """Yield folder, name, size in bytes and time of change of what the traits are made from: the rules, the
    knowledge that they share, and the engine."""
    for folder in (*package.__path__, *language.__path__, os.path.dirname(__file__)):
        with os.scandir(folder) as scan:
            entries = sorted((entry.name, entry) for entry in scan if entry.is_file())
        for name, entry in entries:
            stat = entry.stat()
            yield folder, name, stat.st_size, stat.st_mtime_ns


def _checksum(data: bytes) -> bytes:
    return crc32(data).to_bytes(CHECKSUM, "big")
