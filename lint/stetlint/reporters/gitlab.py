"""GitLab's Code Quality report: one JSON array, shown beside the lines of a merge request."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256

from stetlint.context import fingerprints
from stetlint.finding import Severity
from stetlint.reporters import Outcome, errors, remedy

SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def report(outcome: Outcome) -> Iterator[str]:
    """Yield the array."""
    issues = []
    for finding, mark in zip(outcome.findings, fingerprints(outcome.findings, outcome.line_of), strict=True):
        place = finding.place
        what_to_do = remedy(finding)
        issues.append(
            {
                "description": finding.message + (f" ({what_to_do})" if what_to_do else ""),
                "check_name": finding.rule,
                # GitLab keeps one issue of each fingerprint, whatever its path.
                "fingerprint": sha256(f"{place.path}\0{mark}".encode("utf-8", "surrogateescape")).hexdigest(),
                "severity": SEVERITIES[finding.severity],
                "location": {
                    "path": place.path.removeprefix("./"),
                    "lines": {"begin": place.line, "end": place.end_line},
                },
            }
        )
    yield json.dumps(issues, ensure_ascii=False, indent=2) + "\n"


def notes(outcome: Outcome) -> Iterator[str]:
    """Yield the errors, for which the report has no place."""
    yield from errors(outcome.problems)
