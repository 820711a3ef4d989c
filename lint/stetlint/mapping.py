"""Map files: here, or in workers where there is much to do. Each goes through a ``Mapper``."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator, Iterable, Iterator
from contextlib import suppress
from io import BytesIO
from itertools import chain
from typing import BinaryIO, NamedTuple

from stetlint.config import Config, Configs
from stetlint.discover import File
from stetlint.engine import BATCH, FileResult, Linter
from stetlint.finding import Problem
from stetlint.source import SourceError

# How workers are started: macOS cannot fork safely, Windows not at all.
METHOD = "fork" if sys.platform == "linux" else "spawn"
LITTLE = {"fork": 1_000_000, "spawn": 4_000_000}  # bytes that are mapped by the time workers have started


Held = bytes | BinaryIO | None


class Task(NamedTuple):
    """A file to map. It can be sent to a worker, unless its content is a stream.

    path, absolute, format   as those of ``File``
    size                     bytes
    content                  its bytes, or a stream of them; None where it is to be read when it is mapped
    """

    path: str
    absolute: str
    format: str
    size: int
    content: Held


Mapped = tuple[Task, FileResult | Problem]


class Mapper:
    """Maps files, each by its own configuration."""

    def __init__(self, configs: Configs) -> None:
        self.linters: dict[Config, Linter] = {}
        self._configs = configs

    def __reduce__(self) -> tuple[type[Mapper], tuple[Configs]]:
        return Mapper, (self._configs,)  # another process makes its own linters

    def linter_of(self, config: Config) -> Linter:
        linter = self.linters.get(config)
        if linter is None:
            linter = self.linters[config] = Linter(config.rules, config.known)
        return linter

    def map(self, tasks: Iterable[Task]) -> list[FileResult | Problem]:
        """Return the result of each file, or why there is none."""
        results = list(map(self._taken, tasks))
        for linter in self.linters.values():
            linter.check_waiting()
        return results

    def _taken(self, task: Task) -> FileResult | Problem:
        """Read a file to be checked. Its result is not complete yet."""
        path, absolute, format, _, content = task
        try:
            config = self._configs.of(os.path.dirname(absolute))
            held = BytesIO(content) if isinstance(content, bytes) else content
            with held or open(absolute, "rb") as stream:
                settings = config.for_path(absolute)
                return self.linter_of(config).take(path, stream, settings, format)
        except SourceError as error:
            return Problem(error.path, error.message, error.line)
        except OSError as error:
            return Problem(path, f"cannot be read: {error.strerror}")
        except Exception as error:  # one file that a reader cannot cope with does not stop the others
            return Problem(path, f"cannot be checked: {type(error).__name__}: {error}")

    def result_of(self, file: File, stream: BinaryIO) -> FileResult:
        """Return the result of a file. Raise SourceError where nothing of it can be read."""
        settings = file.config.for_path(file.absolute)
        return self.linter_of(file.config).check_file(file.path, stream, settings, file.format)

    def close(self) -> None:
        """Let the rules give back what they hold."""
        for linter in self.linters.values():
            linter.close()


def mapped(tasks: Iterable[Task], mapper: Mapper, jobs: int | None = None) -> Generator[Mapped, None, None]:
    """Yield each task with what became of it, in no order. Tasks are asked for as they are needed.

    jobs   how many processes map; None for one a core, and for this one alone where there is little to do
    """
    most, little = (cores(), LITTLE[METHOD]) if jobs is None else (jobs, 0)
    held: list[Task] = []
    if most > 1:
        tasks = iter(tasks)
        for task in tasks:
            held.append(task)
            little -= task.size
            if little < 0:
                from stetlint.workers import Crew

                with Crew(mapper, most, METHOD) as crew:
                    yield from crew.map(chain(held, tasks))
                return
    for batch in batches(chain(held, tasks)):
        yield from zip(batch, mapper.map(batch), strict=True)


def batches(tasks: Iterable[Task]) -> Iterator[list[Task]]:
    """Yield tasks as many as are worth the while at once."""
    batch: list[Task] = []
    size = 0
    for task in tasks:
        batch.append(task)
        size += task.size
        if size >= BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def cores() -> int:
    """Return how many cores this process may use."""
    number = os.cpu_count() or 1
    if hasattr(os, "sched_getaffinity"):
        number = len(os.sched_getaffinity(0))
    with suppress(OSError, ValueError), open("/sys/fs/cgroup/cpu.max", encoding="ascii") as file:
        quota, period = map(int, file.read().split())  # of a container; where it is "max", it is no number
        number = min(number, -(-quota // period))
    return number
