#!/usr/bin/env python3
"""Time stet against other tools on the same files, in one run.

Usage: python benchmarks/speed.py CORPUS [--runs N]

CORPUS is a folder of Markdown or text. Whatever of typos, codespell and proselint is found on the PATH is
timed in turn with stet, run by run, so that a machine that slows down slows all of them. Printed are medians:
seconds, MB/s of the files that stet reads, and how many times longer each takes than stet; then how long one
small file takes beside a bare interpreter, and the memory that stet needed at most.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ENDINGS = (".md", ".markdown", ".mdx", ".txt")
STET = [sys.executable, "-m", "stetlint", "check", "--format", "concise"]


def files_of(corpus: Path) -> list[Path]:
    return sorted(path for path in corpus.rglob("*") if path.suffix in ENDINGS and path.is_file())


def commands(corpus: Path) -> dict[str, list[str]]:
    """Return the commands to time, by name, as far as they are installed."""
    found = {"stet": [*STET, str(corpus)]}
    others = {
        "typos": ["typos", "--format", "brief", str(corpus)],
        "codespell": ["codespell", str(corpus)],
        "proselint": ["proselint", "check", str(corpus)],
    }
    found.update((name, command) for name, command in others.items() if shutil.which(command[0]))
    return found


def seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()

    files = files_of(arguments.corpus)
    size = sum(path.stat().st_size for path in files) / 1e6
    print(f"{len(files)} files, {size:.1f} MB, {os.cpu_count()} processors, median of {arguments.runs}")
    times: dict[str, list[float]] = {name: [] for name in commands(arguments.corpus)}
    for _ in range(arguments.runs):
        for name, command in commands(arguments.corpus).items():
            times[name].append(seconds(command))
    ours = statistics.median(times["stet"])
    for name, measured in times.items():
        median = statistics.median(measured)
        print(f"{name:10} {median:8.2f} s {size / median:8.2f} MB/s   {median / ours:7.2f} x stet")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / (
        1024 if sys.platform != "darwin" else 1 << 20
    )
    print(f"largest process of all: {peak:.0f} MB")

    with tempfile.TemporaryDirectory() as folder:
        small = Path(folder, "small.md")
        small.write_text(
            "# A title\n\nA paragraph of a few words, and nothing wrong with it.\n", encoding="utf-8"
        )
        pairs = [
            (seconds([sys.executable, "-c", "pass"]), seconds([*STET, str(small)]))
            for _ in range(4 * arguments.runs)
        ]
    bare, one = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(
        f"one small file: {1000 * one:.0f} ms, a bare interpreter: {1000 * bare:.0f} ms, {one / bare:.1f} times"
    )


if __name__ == "__main__":
    main()
