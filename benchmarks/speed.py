#!/usr/bin/env python3
"""Time stet against other tools on the same files, in one run.

Usage: python benchmarks/speed.py CORPUS [--runs N]

CORPUS is a folder of Markdown or text. stet is timed without its cache, in as many processes as it takes
("stet") and in one ("stet, 1 job"), and with a cache that knows all files ("stet, warm"). Whatever of typos,
codespell and proselint is found on the PATH is timed in turn with it, run by run, so that a machine that
slows down slows all of them. Printed are medians: of the seconds by the clock and of the processor, of the
MB/s by the clock (of the files that stet reads), of the largest memory of a process; and the ratios to
"stet", by the clock and of the processor. Then comes how long one small file takes beside a bare
interpreter.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

ENDINGS = (".md", ".markdown", ".mdx", ".txt")
HOOK = [sys.executable, "-m", "stetlint", "check"]
STET = [*HOOK, "--format", "concise"]


def files_of(corpus: Path) -> list[Path]:
    return sorted(path for path in corpus.rglob("*") if path.suffix in ENDINGS and path.is_file())


def commands(corpus: Path, cache: str) -> dict[str, list[str]]:
    """Return the commands to time, by name, as far as they are installed."""
    found = {
        "stet": [*STET, "--no-cache", str(corpus)],
        "stet, 1 job": [*STET, "--no-cache", "--jobs", "1", str(corpus)],
        "stet, warm": [*STET, "--cache-dir", cache, str(corpus)],
    }
    others = {
        "typos": ["typos", "--format", "brief", str(corpus)],
        "codespell": ["codespell", str(corpus)],
        "proselint": ["proselint", "check", str(corpus)],
    }
    found.update((name, command) for name, command in others.items() if shutil.which(command[0]))
    return found


class Measured(NamedTuple):
    """What a command took: seconds by the clock, seconds of the processor, and its peak memory in kB.

    The last two are 0 where the system does not say.
    """

    clock: float
    processor: float
    memory: int


def run(command: list[str]) -> Measured:
    """Run a command and the processes that it starts."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if not hasattr(os, "wait4"):
        process.wait()
        return Measured(time.perf_counter() - start, 0, 0)
    _, _, usage = os.wait4(process.pid, 0)
    return Measured(time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss)


def median(runs: Sequence[Measured]) -> Measured:
    return Measured._make(map(statistics.median, zip(*runs, strict=True)))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()

    files = files_of(arguments.corpus)
    size = sum(path.stat().st_size for path in files) / 1e6
    print(f"{len(files)} files, {size:.1f} MB, {os.cpu_count()} processors, median of {arguments.runs}")
    measured: dict[str, list[Measured]] = {}
    with tempfile.TemporaryDirectory() as cache:
        tools = commands(arguments.corpus, cache)
        run(tools["stet, warm"])
        for _ in range(arguments.runs):
            for name, command in tools.items():
                measured.setdefault(name, []).append(run(command))
    ours = median(measured["stet"])
    for name, runs in measured.items():
        clock, processor, memory = median(runs)
        print(
            f"{name:12} {clock:8.2f} s {processor:8.2f} s {size / clock:8.2f} MB/s {memory / 1024:6.0f} MB"
            f" {clock / ours.clock:8.2f} {processor / (ours.processor or 1):8.2f} x stet's time"
        )

    with tempfile.TemporaryDirectory() as folder:
        small = Path(folder, "small.md")
        small.write_text("# A title\n\nA few words, and nothing wrong with them.\n", encoding="utf-8")
        pairs = [
            (
                run([sys.executable, "-c", "pass"]).clock,
                run([sys.executable, "-m", "stetlint", "check", str(small)]).clock,
            )
            for _ in range(4 * arguments.runs)
        ]
    bare, one = (1000 * statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"one small file: {one:.0f} ms, a bare interpreter: {bare:.0f} ms, {one / bare:.1f} times")


if __name__ == "__main__":
    main()
