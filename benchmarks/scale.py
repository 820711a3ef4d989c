#!/usr/bin/env python3
"""Time stet on more and more text: what a MB costs, and the memory, from a MB to as much as is asked for.

Usage: python benchmarks/scale.py CORPUS [--sizes MB,MB,...] [--of KB] [--jobs N]

CORPUS is a folder of Markdown or text. Its files are put together to files of about KB (100 unless told), in
the order of a hash of their paths, until a size is reached. Where the corpus is used up, it begins again with
other names: in each word that stands only with a capital, the vowels and the consonants are exchanged for the
next ones. So no file is like another, and the number of names grows with the text.

Printed are, for each size (1, 3, 10, 30 and 100 MB unless told), processor seconds, MB/s by them, what a MB
costs beside the smallest size, and the largest memory of a process. Nothing is read from a cache.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections.abc import Iterator
from hashlib import blake2b
from itertools import count
from pathlib import Path

from speed import STET, files_of, run

NAME = re.compile(r"\b[A-Z][a-z]{2,}\b")
LETTERS = ("aeiou", "bcdfghjklmnpqrstvwxyz", "AEIOU", "BCDFGHJKLMNPQRSTVWXYZ")


def renamed(text: str, step: int) -> str:
    """Return a text in which each name has become another, the same one all over."""
    if not step:
        return text
    table = str.maketrans({c: row[(i + step) % len(row)] for row in LETTERS for i, c in enumerate(row)})
    small = set(re.findall(r"\b[a-z]+\b", text))
    return NAME.sub(lambda match: match[0] if match[0].lower() in small else match[0].translate(table), text)


def texts(corpus: Path) -> Iterator[str]:
    """Yield texts without end."""
    files = sorted(
        files_of(corpus), key=lambda path: blake2b(str(path.relative_to(corpus)).encode()).digest()
    )
    for step in count():
        for path in files:
            yield renamed(path.read_text(encoding="utf-8", errors="replace"), step)


def build(folder: Path, corpus: Path, size: int, of: int) -> int:
    """Write files of about ``of`` bytes, ``size`` bytes together. Return how many bytes there are."""
    held: list[str] = []
    written = waiting = 0
    for number, text in enumerate(texts(corpus)):
        held.append(text)
        waiting += len(text.encode())
        if waiting >= min(of, size - written):
            path = folder / f"{number // 1000}" / f"{number}.md"
            path.parent.mkdir(exist_ok=True)
            written += path.write_bytes("\n\n".join(held).encode())
            held, waiting = [], 0
            if written >= size:
                break
    return written


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--sizes", default="1,3,10,30,100")
    parser.add_argument("--of", type=int, default=100)
    parser.add_argument("--jobs", type=int, default=1)
    arguments = parser.parse_args()

    options = ["--no-cache", "--jobs", str(arguments.jobs), "--exit-zero"]
    first = 0.0
    print("    size  processor       MB/s  a MB beside the first   memory")
    for megabytes in map(float, arguments.sizes.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            size = build(Path(folder), arguments.corpus, int(megabytes * 1e6), arguments.of * 1000) / 1e6
            measured = run([*STET, *options, folder])
        first = first or measured.processor / size
        print(
            f"{size:5.1f} MB {measured.processor:8.2f} s {size / measured.processor:10.2f}"
            f" {measured.processor / size / first:22.2f} {measured.memory / 1024:5.0f} MB"
        )
        sys.stdout.flush()


if __name__ == "__main__":
    main()
