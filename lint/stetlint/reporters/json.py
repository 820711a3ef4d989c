"""One JSON document, for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from stetlint.finding import Edit, Finding, Place
from stetlint.reporters import Outcome


def report(outcome: Outcome) -> Iterator[str]:
    """Yield the document."""
    document = {
        "findings": [_finding(finding) for finding in outcome.findings],
        "files": outcome.files,
        "errors": [
            {"path": problem.path, "line": problem.line, "message": problem.message}
            for problem in outcome.problems
        ],
    }
    yield json.dumps(document, ensure_ascii=False, indent=2)
    yield "\n"


def notes(outcome: Outcome) -> Iterator[str]:
    """Yield nothing: the document holds the errors too."""
    yield from ()


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        **_place(finding.place),
        "message": finding.message,
        "severity": str(finding.severity),
        "suggestions": list(finding.suggestions),
        "fix": None if finding.fix is None else _fix(finding.fix, finding.place),
        "related": [_place(place) for place in finding.related],
    }


def _fix(fix: Edit, place: Place) -> dict[str, Any]:
    # A fix replaces what the finding covers.
    ends = {key: value for key, value in _place(place).items() if key not in ("path", "text")}
    return {**ends, "replacement": fix.replacement, "safe": fix.is_safe}


def _place(place: Place) -> dict[str, Any]:
    return {
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "text": place.text,
    }
