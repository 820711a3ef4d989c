#!/usr/bin/env python3
"""Time how long stet takes to start, beside a bare interpreter.

Usage: python benchmarks/startup.py [--runs N] [--file FILE]

What a hook does is timed, the check of one small file: as our hooks call it, the file as it was or changed
each time, and with another option; then --version and --help; and beside them the import of click, which is
not ours. The commands take turns, run by run, so that a machine that slows down slows all of them. Printed
are the medians of the milliseconds, of the ratio to the bare interpreter of the same round, and of the same
ratio in processor time, which other work on the machine disturbs less.

Run it with the Python of a virtual environment that has stet from a wheel, as users have it:

    python -m venv /tmp/venv && /tmp/venv/bin/pip install .
    /tmp/venv/bin/python benchmarks/startup.py
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SMALL = """\
# Notes of the meeting

The committee met on Tuesday. It agreed to publish the report, which lists three open questions.

- Who pays for the second year?
- Who reads the [drafts](https://example.org/drafts)?

The talks go on until the end of the month.
"""


def seconds(command: list[str]) -> tuple[float, float]:
    """Run a command; return its seconds, and those of the processor (0 where the system does not say)."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if not hasattr(os, "wait4"):
        process.wait()
        return time.perf_counter() - start, 0.0
    _, status, usage = os.wait4(process.pid, 0)
    elapsed = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    return elapsed, usage.ru_utime + usage.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--runs", type=int, default=31)
    parser.add_argument("--file", type=Path, help="the file to check, rather than a few lines of Markdown")
    arguments = parser.parse_args()

    stet = os.path.join(os.path.dirname(sys.executable), "stet")
    with tempfile.TemporaryDirectory() as folder:
        file = arguments.file or Path(folder, "notes.md")
        if arguments.file is None:
            file.write_text(SMALL, encoding="utf-8")
        changed = Path(folder, f"changed{file.suffix}")
        os.environ["STET_CACHE_DIR"] = folder  # nothing is known from before
        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "import click": [sys.executable, "-c", "import click"],
            "stet check FILE": [stet, "check", str(file)],
            "stet check CHANGED": [stet, "check", str(changed)],
            "stet check --exit-zero": [stet, "check", "--exit-zero", str(file)],
            "stet --version": [stet, "--version"],
            "stet --help": [stet, "--help"],
        }
        measured: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
        text = file.read_text(encoding="utf-8")
        for number in range(-1, arguments.runs):
            changed.write_text(f"{text}\nThis is round {number}.\n", encoding="utf-8")
            for name, command in commands.items():
                took = seconds(command)
                if number >= 0:  # in the first one bytecode is written, and files are read into memory
                    measured[name].append(took)
    bare = measured["python -c pass"]
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} processors, medians of {arguments.runs}")
    for name, times in measured.items():
        elapsed = statistics.median(1000 * each for each, _ in times)
        ratio = statistics.median(each / other for (each, _), (other, _) in zip(times, bare, strict=True))
        line = f"{name:22} {elapsed:7.1f} ms {ratio:6.2f} times"
        if all(processor for _, processor in bare):
            busy = statistics.median(each / other for (_, each), (_, other) in zip(times, bare, strict=True))
            line += f" {busy:6.2f} times the processor time"
        print(line)


if __name__ == "__main__":
    main()
