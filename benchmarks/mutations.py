#!/usr/bin/env python3
"""How much of each kind of damage is found: injected at random places into text that people wrote.

Usage: python benchmarks/mutations.py LANG=FOLDER... [--each N] [--seed N] [--only NAME] [--errors]

Each FOLDER holds clean Markdown or text in the language LANG; of every fourth Markdown file the paragraphs
are taken as plain text. Each defect of defects.py does to one place what an engine does, in up to N (30)
documents of each language, one at a time. Places are chosen over prose only, and where the result cannot be
right. The default rules check the document; what they find without the defect is taken away.

Printed are, for each defect and language, how often it was injected, found by its rule, and found with the
exact span; then the defects below 95 %, and what other rules report at the same place. Names are the matter
of benchmarks/names.py.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from defects import BAD, DEFECTS, Change, Defect, Page
from stetlint import OBJECT, Source, readers
from stetlint.config import FileSettings
from stetlint.engine import Linter
from stetlint.finding import Finding
from stetlint.registry import load
from stetlint.source import SourceError

LONGEST = 12_000  # code points of a document; a longer one is cut at an empty line
MOST = 1200  # documents of a language
GOAL = 0.95


class Result(NamedTuple):
    """How often a defect was injected into texts of a language, found, and found with the exact span."""

    injected: int
    found: int
    exact: int


def cut(text: str) -> str:
    """Return the beginning of a long text, up to an empty line that stands in no code."""
    if len(text) <= LONGEST:
        return text
    at = text.rfind("\n\n", 0, LONGEST)
    while at > 0 and len(re.findall(r"(?m)^[ \t>]*(?:```|~~~)", text[:at])) % 2:
        at = text.rfind("\n\n", 0, at)
    return text[:at] + "\n"


def plain(page: Page) -> Page:
    """Return the paragraphs of a page as plain text."""
    kept = (
        s.text
        for s in page.prose
        if s.role == "paragraph" and OBJECT not in s.text and "\u2028" not in s.text
    )
    return Page(f"{page.path}.txt", "\n\n".join(kept) + "\n", page.lang, "text")


def pages(lang: str, folders: Iterable[Path], dice: random.Random) -> list[Page]:
    """Return the documents of some folders in random order, each in Unix lines."""
    paths = sorted(path for folder in folders for path in folder.rglob("*") if path.is_file())
    dice.shuffle(paths)
    found: list[Page] = []
    for path in paths:
        format = readers.format_of(path.name)
        if format not in ("markdown", "text"):
            continue
        try:
            text = Source(str(path), path.read_bytes()).text.replace("\r\n", "\n")
        except SourceError:
            continue
        page = Page(str(path), cut(text), lang, format)
        page = plain(page) if format == "markdown" and len(found) % 4 == 3 else page
        if len(page.text) > 500 and BAD not in page.text:
            found.append(page)
        if len(found) == MOST:
            break
    return found


class Bench:
    """The default rules, and what they find in the pages as they are."""

    def __init__(self) -> None:
        rules = {id: rule for id, rule in load().items() if rule.is_default}
        self.linter = Linter([rule() for rule in rules.values()])
        self.ids = frozenset(rules)
        self.clean: dict[tuple[str, str], list[Finding]] = {}
        self.besides: Counter[tuple[str, str]] = Counter()

    def check(self, page: Page, text: str) -> list[Finding]:
        settings = FileSettings(page.lang, True, self.ids, {})
        source = Source(page.path, text.encode())
        return self.linter.finish([self.linter.check(source, settings, page.format)]).findings

    def new(self, page: Page, change: Change) -> list[Finding]:
        """Return the findings that a change brings."""
        key = page.path, page.lang
        if key not in self.clean:
            self.clean[key] = self.check(page, page.text)
        shift = len(change.text) - (change.end - change.start)
        known = {
            (f.rule, f.place.span.start + (shift if f.place.span.start >= change.end else 0), f.place.text)
            for f in self.clean[key]
        }
        text = page.text[: change.start] + change.text + page.text[change.end :]
        return [f for f in self.check(page, text) if (f.rule, f.place.span.start, f.place.text) not in known]

    def run(self, defect: Defect, some: list[Page], each: int, dice: random.Random, errors: bool) -> Result:
        injected = found = exact = 0
        for page in some:
            if injected == each:
                break
            changes = list(defect.places(page, dice))
            if not changes:
                continue
            change = dice.choice(changes)
            findings = self.new(page, change)
            mine = [tuple(f.place.span) for f in findings if f.rule == defect.rule]
            is_found = all(any(a < end and b > start for a, b in mine) for start, end in change.damage)
            is_exact = all(span in mine for span in change.damage)
            injected, found, exact = injected + 1, found + is_found, exact + is_exact
            for f in findings:
                a, b = f.place.span
                if f.rule != defect.rule and any(a < end and b > start for start, end in change.damage):
                    self.besides[defect.name, f.rule] += 1
            if errors and not is_exact:
                around = page.text[max(0, change.start - 60) : change.start], page.text[change.end :][:60]
                others = [(f.rule, f.place.text[:80]) for f in findings]
                print(
                    f"  {defect.name} [{page.lang}] {page.path}",
                    repr(f"{around[0]}{change.written}{around[1]}"),
                    others,
                )
        return Result(injected, found, exact)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", nargs="+", metavar="LANG=FOLDER")
    parser.add_argument("--each", type=int, default=30, help="documents for each defect and language")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="defects or rules that have this in their names")
    parser.add_argument("--errors", action="store_true", help="show what is missed or has another span")
    args = parser.parse_args()
    folders: dict[str, list[Path]] = {}
    for corpus in args.corpora:
        lang, _, folder = corpus.partition("=")
        folders.setdefault(lang, []).append(Path(folder))
    texts = {lang: pages(lang, some, random.Random(args.seed)) for lang, some in folders.items()}
    bench = Bench()
    print("injected, found, found with the exact span")
    print(f"{'':58}" + "".join(f"{lang:>11}" for lang in texts) + f"{'all':>14}")
    low = []
    for defect in DEFECTS:
        if args.only not in f"{defect.rule} {defect.name}":
            continue
        cells: list[Result] = []
        for lang, some in texts.items():
            dice = random.Random(f"{args.seed} {defect.name} {lang}")
            here = some if defect.languages(lang) else []
            cells.append(bench.run(defect, here, args.each, dice, args.errors))
        total = Result(*map(sum, zip(*cells, strict=True)))
        row = f"{defect.rule + ': ' + defect.name:58}"
        row += "".join(f"{' '.join(map(str, cell)) if cell.injected else '-':>11}" for cell in cells)
        print(row + f"{' '.join(map(str, total)):>14}", flush=True)
        if total.exact < GOAL * total.injected:
            low.append(f"{defect.name}: {total.exact / total.injected:.2f} ({defect.does})")
    print("\nbelow 95 %:", *(low or ["none"]), sep="\n  ")
    print("\nfindings of other rules at the same place:")
    for (name, rule), number in bench.besides.most_common():
        print(f"  {name}: {rule} {number}")


if __name__ == "__main__":
    main()
