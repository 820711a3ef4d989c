#!/usr/bin/env python3
"""Time stet on files of each format, beside pofilter on PO; and on one large file at three sizes.

Usage: python benchmarks/formats.py FOLDER [--runs N]
       python benchmarks/formats.py --large {po,html,jsonl} [--size N]

With a FOLDER the files below it are checked format by format, without cache and in one process. Printed are
processor seconds and MB/s, of the whole check and of the reader alone. Where pofilter (translate-toolkit) is
beside this Python or on the PATH, it checks the PO files in turn with stet, and the ratio is printed.

With --large a file is generated of entries that look like real ones, at a quarter, a half and all of its
size: a million entries of PO, 50 MB of HTML, 300 MB of JSON Lines unless --size says how many. Printed are
processor seconds and the peak of memory: both double from size to size where they are linear, and the memory
for JSON Lines stays what it is.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count, islice
from pathlib import Path

from stetlint import readers
from stetlint.source import Source, sources

STET = [sys.executable, "-m", "stetlint", "check", "--no-cache", "--jobs", "1", "--exit-zero"]
NOUNS = "file folder page account message picture password network window printer calendar contact".split()
VERBS = "open close save delete rename print share import export move copy restore".split()
ENDS = (
    "before you go on.",
    "or choose another one from the list on the left.",
    "because the server did not answer within %d seconds.",
    "and send a report to the people who look after <b>%s</b>.",
    "unless you have been told otherwise.",
)


def spent(command: list[str]) -> tuple[float, float]:
    """Run a command; return its processor seconds and its peak memory in MB."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


# A folder.


def time_folder(folder: Path, runs: int) -> None:
    files: dict[str, list[Path]] = defaultdict(list)
    for path in sorted(folder.rglob("*")):
        format = readers.format_of(str(path)) if path.is_file() else None
        if format is not None:
            files[format].append(path)
    base = statistics.median(spent([*STET, os.devnull])[0] for _ in range(runs))
    print(f"of each format the median of {runs}, without {1000 * base:.0f} ms for the start")
    for format, paths in sorted(files.items()):
        size = sum(path.stat().st_size for path in paths) / 1e6
        with tempfile.TemporaryDirectory() as copies:
            other = pofilter(paths, Path(copies)) if format == "po" else None
            ours, theirs = [], []
            for _ in range(runs):
                ours.append(spent([*STET, *map(str, paths)])[0])
                if other is not None:
                    theirs.append(spent(other)[0])
        seconds = max(statistics.median(ours) - base, 0.001)
        alone = reading(format, paths)
        print(
            f"{format:10} {len(paths):5} files {size:8.2f} MB {seconds:8.2f} s {size / seconds:8.2f} MB/s, "
            f"the reader alone {size / alone:8.2f} MB/s"
        )
        if theirs:
            ratio = statistics.median(b / a for a, b in zip(ours, theirs, strict=True))
            median = statistics.median(theirs)
            print(f"{'pofilter':10} {median:36.2f} s, {ratio:.1f} times that of stet, start and all")


def pofilter(paths: Sequence[Path], folder: Path) -> list[str] | None:
    """Return the command that checks copies of PO files in a folder, None where there is no pofilter."""
    beside = Path(sys.executable).with_name("pofilter")
    command = str(beside) if beside.exists() else shutil.which("pofilter")
    if command is None:
        return None
    inside = folder / "in"
    inside.mkdir()
    for number, path in enumerate(paths):
        shutil.copyfile(path, inside / f"{number}.po")
    return [command, "--progress=none", str(inside), str(folder / "out")]


def reading(format: str, paths: Iterable[Path]) -> float:
    """Return the processor seconds that the reader takes for some files."""
    reader = readers.get(format)
    seconds = 0.001
    for path in paths:
        with path.open("rb") as stream:
            for source in sources(str(path), stream, by_lines=format in readers.BY_LINES):
                if isinstance(source, Source):
                    start = time.process_time()
                    reader.read(source, "en")
                    seconds += time.process_time() - start
    return seconds


# A large file.


def sentences() -> Iterator[str]:
    dice = random.Random(1)
    for number in count(1):
        verb, noun = dice.choice(VERBS), dice.choice(NOUNS)
        yield f"{verb.capitalize()} the {noun} no. {number} {dice.choice(ENDS)}"


def po(entries: int) -> Iterator[str]:
    yield 'msgid ""\nmsgstr ""\n"Language: en_GB\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    for number, text in enumerate(islice(sentences(), entries)):
        first, blank, rest = text.partition(" or ")
        lines = f'"{text}"' if not blank else f'""\n"{first}{blank}"\n"{rest}"'
        yield f"#: src/{number % 97}.c:{number}\n#, c-format\nmsgid {lines}\nmsgstr {lines}\n\n"


def html(megabytes: int) -> Iterator[str]:
    yield "<!DOCTYPE html>\n<html lang=en><head><title>All of it</title></head>\n<body>\n"
    left = megabytes * 1_000_000
    texts = sentences()
    while left > 0:
        one, two, three = islice(texts, 3)
        part = (
            f'<div class="part"><h2>{one.partition(" no.")[0]}</h2>\n<p>{one} {two}\n'
            f'See <a href="/x">the list</a> &amp; the rest.</p>\n'
            f"<ul><li>{three}</li><li><code>x = 1</code></li></ul></div>\n"
        )
        left -= len(part)
        yield part
    yield "</body></html>\n"


def jsonl(megabytes: int) -> Iterator[str]:
    left = megabytes * 1_000_000
    for number, text in enumerate(sentences()):
        line = json.dumps({"id": number, "src": text, "mt": f"Ä {text}", "lp": "de-en"}, ensure_ascii=False)
        left -= len(line) + 1
        yield line + "\n"
        if left < 0:
            return


LARGE: dict[str, tuple[Callable[[int], Iterator[str]], int]] = {
    "po": (po, 1_000_000),
    "html": (html, 50),
    "jsonl": (jsonl, 300),
}


def time_large(format: str, size: int | None) -> None:
    write, full = LARGE[format]
    full = size or full
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"large.{format}")
        for amount in (full // 4, full // 2, full):
            with path.open("w", encoding="utf-8") as file:
                file.writelines(write(amount))
            seconds, memory = spent([*STET, str(path)])
            megabytes = path.stat().st_size / 1e6
            print(
                f"{format} {amount:8}: {megabytes:7.1f} MB {seconds:7.1f} s {megabytes / seconds:6.2f} MB/s "
                f"{memory:6.0f} MB of memory",
                flush=True,
            )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--large", choices=LARGE)
    parser.add_argument("--size", type=int, help="entries of PO, MB of the others")
    arguments = parser.parse_args()
    if arguments.large:
        time_large(arguments.large, arguments.size)
    elif arguments.folder:
        time_folder(arguments.folder, arguments.runs)
    else:
        parser.error("name a folder, or --large")


if __name__ == "__main__":
    main()
