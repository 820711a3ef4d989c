"""Reviewdog's diagnostic format: comments on a pull request, with suggestions that can be applied there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from stetlint.finding import Finding, Place, Severity
from stetlint.reporters import Outcome, errors

SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}
Json = dict[str, Any]


def report(outcome: Outcome) -> Iterator[str]:
    """Yield the document."""
    document = {
        "source": {"name": "stet"},
        "diagnostics": [_diagnostic(finding, outcome) for finding in outcome.findings],
    }
    yield json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def notes(outcome: Outcome) -> Iterator[str]:
    """Yield the errors, for which the report has no place."""
    yield from errors(outcome.problems)


def _diagnostic(finding: Finding, outcome: Outcome) -> Json:
    range = _range(finding.place, outcome)
    diagnostic: Json = {
        "message": finding.message,
        "location": {"path": finding.place.path, "range": range},
        "severity": SEVERITIES[finding.severity],
        "code": {"value": finding.rule},
    }
    texts = [finding.fix.replacement] if finding.fix is not None else []
    texts += [text for text in finding.suggestions if text not in texts]
    if texts:
        diagnostic["suggestions"] = [{"range": range, "text": text} for text in texts]
    if finding.related:
        diagnostic["relatedLocations"] = [
            {"message": place.text, "location": {"path": place.path, "range": _range(place, outcome)}}
            for place in finding.related
        ]
    return diagnostic


def _range(place: Place, outcome: Outcome) -> Json:
    return {
        "start": _position(place.path, place.line, place.column, outcome),
        "end": _position(place.path, place.end_line, place.end_column, outcome),
    }


def _position(path: str, line: int, column: int, outcome: Outcome) -> Json:
    # The format counts a column in bytes of UTF-8.
    before = outcome.line_of(path, line)[: column - 1]
    missing = column - 1 - len(before)  # the line is gone, or ends in a carriage return
    return {"line": line, "column": len(before.encode()) + missing + 1}
