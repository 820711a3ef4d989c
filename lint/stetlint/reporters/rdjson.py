"""Reviewdog's diagnostic format: comments on a pull request, with suggestions that can be applied there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from stetlint.context import LineOf
from stetlint.finding import Finding, Place, Severity
from stetlint.reporters import Outcome, errors

SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}
Json = dict[str, Any]


def report(outcome: Outcome) -> Iterator[str]:
    """Yield the document."""
    writer = _Writer(outcome.line_of)
    document = {
        "source": {"name": "stet"},
        "diagnostics": [writer.diagnostic(finding) for finding in outcome.findings],
    }
    yield json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def notes(outcome: Outcome) -> Iterator[str]:
    """Yield the errors, for which the report has no place."""
    yield from errors(outcome.problems)


class _Writer:
    """Writes diagnostics. The format counts a column in bytes of UTF-8."""

    def __init__(self, line_of: LineOf) -> None:
        self._line_of = line_of
        self._counted = ("", 0, 1, 1)  # path, line, column in code points, the same in bytes

    def diagnostic(self, finding: Finding) -> Json:
        range = self._range(finding.place)
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
                {"message": place.text, "location": {"path": place.path, "range": self._range(place)}}
                for place in finding.related
            ]
        return diagnostic

    def _range(self, place: Place) -> Json:
        return {
            "start": self._position(place.path, place.line, place.column),
            "end": self._position(place.path, place.end_line, place.end_column),
        }

    def _position(self, path: str, line: int, column: int) -> Json:
        at, bytes = 1, 1
        if self._counted[:2] == (path, line) and self._counted[2] <= column:
            _, _, at, bytes = self._counted  # a line may be long: what is counted is not counted again
        between = self._line_of(path, line)[at - 1 : column - 1]
        # Where the line is gone or ends in a carriage return, a character that is missing counts as one byte.
        bytes += len(between.encode()) + column - at - len(between)
        self._counted = (path, line, column, bytes)
        return {"line": line, "column": bytes}
