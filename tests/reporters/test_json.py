"""The JSON report: every key, in the shape that programs rely on."""

import json

from stetlint.finding import Edit, Finding, Place, Problem, Severity, Span
from stetlint.reporters import Outcome
from stetlint.reporters.json import notes, report

PLACE = Place("a.md", Span(5, 12), 1, 6, 1, 13, "the\nthe “é”")
OTHER = Place("b.md", Span(0, 3), 2, 1, 2, 4, "the")


def document(findings=(), problems=(), files=1):
    outcome = Outcome(findings, problems, files, lambda path, line: "", False)
    assert list(notes(outcome)) == []
    return json.loads("".join(report(outcome)))


def test_a_finding():
    fix = Edit(PLACE.span, "the", True)
    finding = Finding("doubled-word", Severity.WARNING, PLACE, "twice", ("the",), fix, (OTHER,))
    assert document([finding])["findings"] == [
        {
            "rule": "doubled-word",
            "path": "a.md",
            "line": 1,
            "column": 6,
            "end_line": 1,
            "end_column": 13,
            "text": "the\nthe “é”",
            "message": "twice",
            "severity": "warning",
            "suggestions": ["the"],
            "fix": {
                "line": 1,
                "column": 6,
                "end_line": 1,
                "end_column": 13,
                "replacement": "the",
                "safe": True,
            },
            "related": [
                {"path": "b.md", "line": 2, "column": 1, "end_line": 2, "end_column": 4, "text": "the"}
            ],
        }
    ]


def test_a_finding_without_a_fix():
    finding = document([Finding("x", Severity.ERROR, PLACE, "y")])["findings"][0]
    assert (finding["fix"], finding["suggestions"], finding["related"]) == (None, [], [])


def test_errors_and_files():
    problems = [Problem("a.md", "broken", 3), Problem("b.md", "gone")]
    assert document((), problems, 7) == {
        "findings": [],
        "files": 7,
        "errors": [
            {"path": "a.md", "line": 3, "message": "broken"},
            {"path": "b.md", "line": None, "message": "gone"},
        ],
    }
