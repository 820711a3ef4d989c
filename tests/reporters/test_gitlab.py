"""GitLab's code quality: the properties that its documentation asks for, and fingerprints that are unique."""

import json

from jsonschema import validate

from stetlint.reporters.gitlab import notes, report

SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "additionalProperties": False,
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./)."},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


def test_issues(outcome):
    issues = json.loads("".join(report(outcome)))
    validate(issues, SCHEMA)
    assert [issue["severity"] for issue in issues] == ["minor", "major", "info"]
    assert issues[1]["location"] == {"path": "docs/a b,%:é.md", "lines": {"begin": 3, "end": 4}}
    assert issues[0]["description"] == "“the” twice (fix: “the”)"
    assert list(notes(outcome)) == ["error: b.md:3: not UTF-8\n", "error: no such thing\n"]


def test_fingerprints_are_unique(outcome):
    finding = outcome.findings[0]
    elsewhere = finding._replace(place=finding.place._replace(path="other.md"))
    issues = json.loads("".join(report(outcome._replace(findings=[finding, finding, elsewhere]))))
    assert len({issue["fingerprint"] for issue in issues}) == 3


def test_nothing(nothing):
    assert json.loads("".join(report(nothing))) == []
