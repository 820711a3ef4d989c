"""SARIF 2.1.0, which code scanning services and editors read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from stetlint import __version__, manual
from stetlint.context import fingerprints
from stetlint.finding import Finding, Place, Problem, Severity
from stetlint.reporters import Outcome
from stetlint.rule import Rule

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
FINGERPRINT = "stetContext/v1"  # a new number when fingerprints are made in another way
Json = dict[str, Any]


def report(outcome: Outcome) -> Iterator[str]:
    """Yield the document."""
    index = {id: number for number, id in enumerate(outcome.rules)}
    marks = fingerprints(outcome.findings, outcome.line_of)
    run: Json = {
        "tool": {
            "driver": {
                "name": "stet",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": [_rule(rule) for rule in outcome.rules.values()],
            }
        },
        "invocations": [
            {
                "executionSuccessful": not outcome.problems,
                "toolExecutionNotifications": [_notification(problem) for problem in outcome.problems],
            }
        ],
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(finding, mark, index) for finding, mark in zip(outcome.findings, marks, strict=True)
        ],
    }
    document = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    yield json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def notes(outcome: Outcome) -> Iterator[str]:
    """Yield nothing: the document holds the errors too."""
    yield from ()


def _rule(rule: type[Rule]) -> Json:
    page = "".join(manual.page(rule))
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.summary()},
        "fullDescription": {"text": rule.manual()},
        # The page is plain text, and laid out.
        "help": {"text": page, "markdown": "\n".join(f"    {line}".rstrip() for line in page.splitlines())},
        "defaultConfiguration": {"enabled": rule.is_default, "level": LEVELS[rule.severity]},
        "properties": {"tags": ["translation"], "mqm": rule.mqm},
    }


def _notification(problem: Problem) -> Json:
    notification: Json = {"level": "error", "message": {"text": problem.message}}
    if problem.path:
        physical: Json = {"artifactLocation": _artifact(problem.path)}
        if problem.line is not None:
            physical["region"] = {"startLine": problem.line}
        notification["locations"] = [{"physicalLocation": physical}]
    return notification


def _result(finding: Finding, mark: str, index: dict[str, int]) -> Json:
    place = finding.place
    result: Json = {
        "ruleId": finding.rule,
        "level": LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": _physical(place)}],
        "partialFingerprints": {FINGERPRINT: mark},
    }
    if finding.rule in index:
        result["ruleIndex"] = index[finding.rule]
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, "physicalLocation": _physical(other), "message": {"text": other.text}}
            for number, other in enumerate(finding.related)
        ]
    if finding.fix is not None:
        result["fixes"] = [
            {
                "description": {"text": "Delete it." if not finding.fix.replacement else "Replace it."},
                "artifactChanges": [
                    {
                        "artifactLocation": _artifact(place.path),
                        "replacements": [
                            {
                                "deletedRegion": _region(place),
                                "insertedContent": {"text": finding.fix.replacement},
                            }
                        ],
                    }
                ],
                "properties": {"safe": finding.fix.is_safe},
            }
        ]
    if finding.suggestions:
        result["properties"] = {"suggestions": list(finding.suggestions)}
    return result


def _physical(place: Place) -> Json:
    region = _region(place)
    region["snippet"] = {"text": place.text}
    return {"artifactLocation": _artifact(place.path), "region": region}


def _region(place: Place) -> Json:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _artifact(path: str) -> Json:
    uri = quote(path.encode("utf-8", "surrogateescape"), safe="/")
    if path.startswith("/"):
        return {"uri": f"file://{uri}"}
    if path[1:2] == ":":  # a drive of Windows
        return {"uri": f"file:///{path[0]}:{uri[4:]}"}
    return {"uri": uri, "uriBaseId": "%SRCROOT%"}
