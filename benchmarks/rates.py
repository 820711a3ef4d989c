#!/usr/bin/env python3
"""Findings per 1,000 words, rule by rule: machine text beside human text.

Usage: python benchmarks/rates.py MACHINE_DIR HUMAN_DIR [--select RULES] [--show RULE]

Each folder is checked with its own configuration (or the defaults). A rule earns its place among the defaults
where the machine rate is many times the human one; with --show the human findings of one rule are printed, to
be read: each is a slip of a writer or a false alarm.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

ENDINGS = (".md", ".markdown", ".mdx", ".txt")


def words_in(folder: Path) -> int:
    paths = (path for path in folder.rglob("*") if path.suffix in ENDINGS and path.is_file())
    return sum(len(path.read_text(encoding="utf-8", errors="replace").split()) for path in paths)


def findings_in(folder: Path, select: str | None) -> list[dict[str, object]]:
    command = [sys.executable, "-m", "stetlint", "check", "--format", "json", "--exit-zero", str(folder)]
    if select:
        command += ["--select", select]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=False)
    findings: list[dict[str, object]] = json.loads(done.stdout)["findings"]
    return findings


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("machine", type=Path)
    parser.add_argument("human", type=Path)
    parser.add_argument("--select", help="rules, as stet check takes them")
    parser.add_argument("--show", metavar="RULE", help="print what this rule finds in the human text")
    arguments = parser.parse_args()

    machine_words, human_words = words_in(arguments.machine), words_in(arguments.human)
    machine = findings_in(arguments.machine, arguments.select)
    human = findings_in(arguments.human, arguments.select)
    print(f"words: machine {machine_words}, human {human_words}")
    print(f"{'rule':24} {'machine':>8} {'/1,000':>8} {'human':>8} {'/1,000':>8} {'ratio':>7}")
    by_rule = Counter(str(finding["rule"]) for finding in machine), Counter(str(f["rule"]) for f in human)
    for rule in [*sorted(by_rule[0] | by_rule[1]), "all rules"]:
        counts = [counter.total() if rule == "all rules" else counter[rule] for counter in by_rule]
        rates = 1000 * counts[0] / max(1, machine_words), 1000 * counts[1] / max(1, human_words)
        ratio = f"{rates[0] / rates[1]:.1f}" if rates[1] else "-"
        print(f"{rule:24} {counts[0]:8} {rates[0]:8.3f} {counts[1]:8} {rates[1]:8.3f} {ratio:>7}")
    for finding in human:
        if finding["rule"] == arguments.show:
            print("{path}:{line}:{column}: {text!r} {message}".format(**finding))


if __name__ == "__main__":
    main()
