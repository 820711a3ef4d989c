"""How many findings there are of each rule, the most frequent first, for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from stetlint.reporters import Outcome, errors, summary


def report(outcome: Outcome) -> Iterator[str]:
    """Yield a line for each rule with findings, and how many there are in all."""
    counts = Counter(finding.rule for finding in outcome.findings)
    fixes = Counter(finding.rule for finding in outcome.findings if finding.fix is not None)
    number = len(str(max(counts.values(), default=0)))
    width = max(map(len, counts), default=0)
    for rule, times in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        can_be_fixed = f"  {fixes[rule]} can be fixed" if fixes[rule] else ""
        yield f"{times:{number}}  {rule:{width if can_be_fixed else 0}}{can_be_fixed}\n"
    if outcome.findings:
        yield "\n"
    if outcome.findings or not outcome.problems:
        yield summary(outcome)


def notes(outcome: Outcome) -> Iterator[str]:
    """Yield the errors."""
    yield from errors(outcome.problems)
