"""One line a finding, as compilers print them: path:line:column: rule message."""

from __future__ import annotations

from collections.abc import Iterator

from stetlint.reporters import Outcome, all_clear, errors, visible


def report(outcome: Outcome) -> Iterator[str]:
    """Yield the findings."""
    for finding in outcome.findings:
        place = finding.place
        yield f"{place.path}:{place.line}:{place.column}: {finding.rule} {visible(finding.message)}\n"


def notes(outcome: Outcome) -> Iterator[str]:
    """Yield the errors, or that there is nothing: apart from the findings, which a program may read."""
    yield from errors(outcome.problems)
    if not outcome.findings and not outcome.problems:
        yield all_clear(outcome)
