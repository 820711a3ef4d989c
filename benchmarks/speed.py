#!/usr/bin/env python3
"""Time stet against other tools on the same files, in one run.

Usage: python benchmarks/speed.py CORPUS [--runs N]

CORPUS is a folder of Markdown or text. Whatever of typos, codespell and proselint is found on the PATH is
timed in turn with stet, run by run, so that a machine that slows down slows all of them. Printed are medians
of the seconds and of the MB/s (of the files that stet reads), the largest memory of the process itself, and
the ratio to stet's time; then how long one small file takes beside a bare interpreter.
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


def run(command: list[str]) -> tuple[float, int]:
    """Run a command; return its seconds and its peak memory in kB (0 where the system does not say)."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if not hasattr(os, "wait4"):
        process.wait()
        return time.perf_counter() - start, 0
    _, _, usage = os.wait4(process.pid, 0)
    return time.perf_counter() - start, usage.ru_maxrss


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()

    files = files_of(arguments.corpus)
    size = sum(path.stat().st_size for path in files) / 1e6
    print(f"{len(files)} files, {size:.1f} MB, {os.cpu_count()} processors, median of {arguments.runs}")
    tools = commands(arguments.corpus)
    times: dict[str, list[float]] = {name: [] for name in tools}
    memory = dict.fromkeys(tools, 0)
    for _ in range(arguments.runs):
        for name, command in tools.items():
            seconds, peak = run(command)
            times[name].append(seconds)
            memory[name] = max(memory[name], peak)
    ours = statistics.median(times["stet"])
    for name, measured in times.items():
        median = statistics.median(measured)
        print(
            f"{name:10} {median:8.2f} s {size / median:8.2f} MB/s {memory[name] / 1024:6.0f} MB of memory"
            f" {median / ours:7.2f} x stet's time"
        )

    with tempfile.TemporaryDirectory() as folder:
        small = Path(folder, "small.md")
        small.write_text("# A title\n\nA few words, and nothing wrong with them.\n", encoding="utf-8")
        pairs = [
            (run([sys.executable, "-c", "pass"])[0], run([*STET, str(small)])[0])
            for _ in range(4 * arguments.runs)
        ]
    bare, one = (1000 * statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"one small file: {one:.0f} ms, a bare interpreter: {bare:.0f} ms, {one / bare:.1f} times")


if __name__ == "__main__":
    main()
