"""Where the time of a check goes: by stage, and by rule.

Only a check that is to be timed comes here. It runs in one process and without the cache; its clock runs for
one stage at a time, the innermost. What rules share, such as the words of a document, counts for the first of
them that asks.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, BinaryIO

from stetlint.catalogue import AnyRule
from stetlint.config import Config, Configs, FileSettings
from stetlint.discover import File
from stetlint.document import Document
from stetlint.engine import FileResult, Linter, Part, Report
from stetlint.mapping import Held, Mapper
from stetlint.reporters import Outcome
from stetlint.run import Request, Run, Watch
from stetlint.source import Source

# The stages beside the rules: what they are called, and what happens in them.
STAGES = {
    "start": "imports, configuration, the rules made ready",
    "find": "folders searched",
    "read": "bytes read and decoded",
    "parse": "text made of markup",
    "triggers": "which rules may fire",
    "findings": "places, comments that let something stand",
    "reduce": "files compared, findings sorted",
    "report": "the report written, lines read for it",
    "rest": "all around these",
}


class Clock:
    """Processor seconds by stage.

    size   bytes that were read
    """

    def __init__(self) -> None:
        self.size = 0
        self._seconds: dict[str, float] = defaultdict(float)
        self._stages = ["start"]  # the innermost is the last; the first is never over
        self._since = 0.0  # when the process started

    def _turn(self) -> None:
        """Count the time since the last turn for the stage that ends or is interrupted now."""
        now = time.process_time()
        self._seconds[self._stages[-1]] += now - self._since
        self._since = now

    def begin(self, name: str) -> None:
        """Count all time for a stage that is within no other."""
        self._turn()
        self._stages[0] = name

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count the time within for a stage, not for the one around it."""
        self._turn()
        self._stages.append(name)
        try:
            yield
        finally:
            self._turn()
            self._stages.pop()

    def timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return a function whose time counts for a stage, as does that of the iterator that it returns."""

        def call(*arguments: Any) -> Any:
            with self.stage(stage):
                result = function(*arguments)
            return self.iterated(stage, result) if isinstance(result, Iterator) else result

        return call

    def iterated(self, stage: str, iterator: Iterator[Any]) -> Iterator[Any]:
        """Yield what an iterator does; the time that it takes counts for a stage."""
        end = object()
        while True:
            with self.stage(stage):
                item = next(iterator, end)
            if item is end:
                return
            yield item

    def report(self) -> Iterator[str]:
        """Yield a table of what each stage took, the longest first."""
        self._turn()
        megabytes = self.size / 1e6
        total = sum(self._seconds.values())
        rows = [*sorted(self._seconds.items(), key=lambda row: -row[1]), ("all", total)]
        width = max(len(name) for name, _ in rows)
        yield "Processor time of one process, without the cache:\n"
        yield f"{'':{width}}        ms     ms/MB\n"
        for name, seconds in rows:
            each = f" {1000 * seconds / megabytes:9.2f}" if megabytes else " " * 10
            what = f"  {STAGES[name]}" if name in STAGES else ""
            yield f"{name:{width}}{1000 * seconds:10.1f}{each}{what}\n"
        yield f"{megabytes:.1f} MB read, {megabytes / total:.1f} MB/s.\n"


class TimedRun(Run):
    """A run on a clock."""

    def __init__(self, clock: Clock, configs: Configs, request: Request, watch: Watch | None = None) -> None:
        super().__init__(configs, request._replace(jobs=1, cache=None), watch)
        self._mapper = _Mapper(clock, configs)
        self._clock = clock

    def outcome(self, paths: Sequence[str], has_colour: bool = False) -> Outcome:
        with self._clock.stage("rest"):
            outcome = super().outcome(paths, has_colour)
        self._clock.begin("report")
        return outcome

    def _found(self, paths: Iterable[str]) -> Iterator[File]:
        return self._clock.iterated("find", super()._found(paths))

    def _content(self, file: File) -> tuple[int, Held]:
        with self._clock.stage("read"):
            size, content = super()._content(file)
        self._clock.size += size
        return size, content


class _Mapper(Mapper):
    def __init__(self, clock: Clock, configs: Configs) -> None:
        super().__init__(configs)
        self._clock = clock

    def linter_of(self, config: Config) -> Linter:
        if config not in self.linters:
            with self._clock.stage("start"):
                self.linters[config] = _Linter(self._clock, config.rules, config.known)
        return self.linters[config]


class _Linter(Linter):
    def __init__(self, clock: Clock, rules: Sequence[AnyRule], known: Collection[str]) -> None:
        for rule in rules:
            made = rule.ready()
            compared = f"{rule.id}, files compared"
            for name in ("suspects", "check", "collect", "compare"):
                if (method := getattr(made, name, None)) is not None:
                    setattr(made, name, clock.timed(compared if name == "compare" else rule.id, method))
        super().__init__(rules, known)
        setattr(self._triggers, "matching", clock.timed("triggers", self._triggers.matching))  # noqa: B010
        self._clock = clock

    def take(self, path: str, stream: BinaryIO, settings: FileSettings, format: str) -> FileResult:
        with self._clock.stage("read"):
            return super().take(path, stream, settings, format)

    def document_of(self, source: Source, settings: FileSettings, format: str) -> Document:
        with self._clock.stage("parse"):
            document = super().document_of(source, settings, format)
        document._reader = self._clock.timed("parse", document._reader)
        if document._gist is not None:
            document._gist = self._clock.timed("parse", document._gist)
        return document

    def _check(self, parts: Sequence[Part]) -> None:
        with self._clock.stage("findings"):
            super()._check(parts)

    def finish(self, results: Iterable[FileResult]) -> Report:
        with self._clock.stage("reduce"):
            return super().finish(results)
