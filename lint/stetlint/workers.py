"""Map files in several processes.

A worker is started for each batch of files that comes in while the others are busy, up to as many as are
allowed. Each has one batch at a time, so memory does not grow with the number of files.
"""

from __future__ import annotations

import gc
import multiprocessing
import signal
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.reduction import ForkingPickler
from typing import Any

from stetlint.engine import FileResult
from stetlint.finding import Problem
from stetlint.mapping import Mapped, Mapper, Task, batches

Result = FileResult | Problem | None  # None where it cannot be sent


class Crew:
    """Workers that map files. It is a context manager: none of them outlives it."""

    def __init__(self, mapper: Mapper, most: int, method: str) -> None:
        """``most`` workers are started by ``method``, as ``multiprocessing`` calls it."""
        self._mapper = mapper
        self._most = most
        self._context: Any = multiprocessing.get_context(method)
        self._idle: list[_Worker] = []
        self._busy: dict[Any, _Worker] = {}  # by their connections

    def __enter__(self) -> Crew:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        for worker in self._busy.values():
            worker.kill()
        for worker in self._idle:
            worker.dismiss()

    def map(self, tasks: Iterable[Task]) -> Iterator[Mapped]:
        """Yield each task with what became of it, in no order."""
        for batch in batches(tasks):
            while not self._hand_out(batch):
                if not self._busy:  # no process can be started
                    yield from zip(batch, self._mapper.map(batch), strict=True)
                    break
                yield from self._finished()
        while self._busy:
            yield from self._finished()

    def _hand_out(self, batch: Sequence[Task]) -> bool:
        """Give a batch to a worker that has none; return whether there is one."""
        while self._idle:
            worker = self._idle.pop()
            if worker.begin(batch):
                self._busy[worker.connection] = worker
                return True
            worker.kill()  # it died when it had nothing to do
        if len(self._busy) < self._most:
            try:
                worker = _Worker(self._context, self._mapper)
            except OSError:
                self._most = len(self._busy)
                return False
            worker.begin(batch)  # if it is dead already, that is seen when its results are asked for
            self._busy[worker.connection] = worker
            return True
        return False

    def _finished(self) -> Iterator[Mapped]:
        """Wait until a worker has finished its batch, and yield the results."""
        for connection in wait(list(self._busy)):
            worker = self._busy.pop(connection)
            results = worker.results()
            if results is None:
                lost = worker.obituary()
                yield from ((task, lost) for task in worker.batch)
                continue
            self._idle.append(worker)
            for task, result in zip(worker.batch, results, strict=True):
                yield task, self._mapper.map([task])[0] if result is None else result


class _Worker:
    """A worker as the process that started it sees it.

    batch   what it was given last
    """

    def __init__(self, context: Any, mapper: Mapper) -> None:
        """Start it. Raise OSError where that cannot be done."""
        self.batch: Sequence[Task] = ()
        self.connection, theirs = context.Pipe()
        try:
            self._process = context.Process(target=_work, args=(theirs, self.connection, mapper), daemon=True)
            with _no_interrupts():
                self._process.start()
        except OSError:
            self.connection.close()
            raise
        finally:
            theirs.close()  # so that reading fails when the worker is dead

    def begin(self, batch: Sequence[Task]) -> bool:
        """Give it a batch; return whether it was alive to take it."""
        self.batch = batch
        try:
            self.connection.send(batch)
        except OSError:
            return False
        return True

    def results(self) -> Sequence[Result] | None:
        """Return the results of the batch; None where it died."""
        try:
            results: Sequence[Result] = self.connection.recv()
        except (EOFError, OSError):
            return None
        return results

    def obituary(self) -> Problem:
        """Return what it died of."""
        self.connection.close()
        self._process.join()
        code = self._process.exitcode
        how = f"was killed ({signal.Signals(-code).name})" if code < 0 else f"ended with code {code}"
        first, *others = self.batch
        files = f"{first.path} and {len(others)} more" if others else first.path
        advice = "; if memory is short, --jobs 1 takes the least" if code < 0 else ""
        return Problem("", f"{files} not checked: the worker {how}{advice}")

    def dismiss(self) -> None:
        """Let it end by itself."""
        with suppress(OSError):
            self.connection.send(())
        self._process.join()
        self.connection.close()

    def kill(self) -> None:
        """End it at once."""
        self._process.kill()
        self._process.join()
        self.connection.close()


@contextmanager
def _no_interrupts() -> Iterator[None]:
    """Let processes that are started meanwhile not see the user's Ctrl-C: it is ours to end them."""
    try:
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    except ValueError:  # not in the main thread, which alone can see to that
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _work(ours: Connection, theirs: Connection, mapper: Mapper) -> None:
    """Map batches until one is empty, or the other side is dead."""
    theirs.close()  # a copy, with which the other side would never seem to be dead
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()  # as in the main process
    with suppress(EOFError, OSError):
        while batch := ours.recv():
            ours.send_bytes(_sendable(mapper.map(batch)))
    mapper.close()


def _sendable(results: Sequence[Result]) -> Any:
    try:
        return ForkingPickler.dumps(results)
    except Exception:  # a fact of a rule that is not as it should be
        return ForkingPickler.dumps([None if _is_stuck(result) else result for result in results])


def _is_stuck(result: Result) -> bool:
    try:
        ForkingPickler.dumps(result)
    except Exception:
        return True
    return False
