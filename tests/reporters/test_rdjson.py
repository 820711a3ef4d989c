"""Reviewdog's format: its messages as the protocol declares them; read by reviewdog where it is installed."""

import json
import re
import shutil
import subprocess

import pytest
from jsonschema import validate

from stetlint.document import place_of
from stetlint.finding import Finding, Severity, Span
from stetlint.reporters.rdjson import notes, report
from stetlint.source import Source

# Written after the protocol's messages: Position, Range, Suggestion, Location, Diagnostic.
POSITION = {
    "type": "object",
    "required": ["line", "column"],
    "additionalProperties": False,
    "properties": {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}},
}
RANGE = {
    "type": "object",
    "required": ["start", "end"],
    "additionalProperties": False,
    "properties": {"start": POSITION, "end": POSITION},
}
LOCATION = {
    "type": "object",
    "required": ["path", "range"],
    "additionalProperties": False,
    "properties": {"path": {"type": "string"}, "range": RANGE},
}
SCHEMA = {
    "type": "object",
    "required": ["source", "diagnostics"],
    "additionalProperties": False,
    "properties": {
        "source": {"type": "object", "required": ["name"]},
        "diagnostics": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["message", "location", "severity", "code"],
                "additionalProperties": False,
                "properties": {
                    "message": {"type": "string"},
                    "location": LOCATION,
                    "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
                    "code": {"type": "object", "required": ["value"]},
                    "suggestions": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["range", "text"],
                            "additionalProperties": False,
                            "properties": {"range": RANGE, "text": {"type": "string"}},
                        },
                    },
                    "relatedLocations": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "additionalProperties": False,
                            "properties": {"message": {"type": "string"}, "location": LOCATION},
                        },
                    },
                },
            },
        },
    },
}


def document(outcome):
    return json.loads("".join(report(outcome)))


def cut(range, data):
    """Return what a range covers in the bytes of a file: columns count bytes."""
    starts = [0, *(at + 1 for at, byte in enumerate(data) if byte == ord("\n"))]
    start, end = (starts[p["line"] - 1] + p["column"] - 1 for p in (range["start"], range["end"]))
    return data[start:end]


def test_diagnostics(outcome, sources):
    shown = document(outcome)
    validate(shown, SCHEMA)
    for diagnostic, finding in zip(shown["diagnostics"], outcome.findings, strict=True):
        data = sources[diagnostic["location"]["path"]].data
        assert cut(diagnostic["location"]["range"], data).decode() == finding.place.text
    first, second, third = shown["diagnostics"]
    assert [s["text"] for s in first["suggestions"]] == ["the"]
    assert first["suggestions"][0]["range"] == first["location"]["range"]
    assert [s["text"] for s in second["suggestions"]] == ["two", ""]
    assert third["relatedLocations"][0]["message"] == "Tokaev"
    assert list(notes(outcome)) == ["error: b.md:3: not UTF-8\n", "error: no such thing\n"]


def test_columns_of_one_line(outcome):
    text = "ü the the 😀 the the é the the"
    source = Source("a.md", text.encode())
    findings = [
        Finding("doubled-word", Severity.INFO, place_of(source, Span(*match.span())), "twice")
        for match in re.finditer("the the|the é", text)
    ]
    findings.insert(0, findings[-1])  # also backwards
    found = document(outcome._replace(findings=findings, line_of=lambda path, line: text))["diagnostics"]
    assert [cut(d["location"]["range"], source.data).decode() for d in found] == [
        f.place.text for f in findings
    ]


def test_nothing(nothing):
    assert document(nothing) == {"source": {"name": "stet"}, "diagnostics": []}


@pytest.mark.skipif(shutil.which("reviewdog") is None, reason="reviewdog is not installed")
def test_reviewdog_reads_it(outcome, sources, tmp_path):
    for path, source in sources.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(source.data)
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    done = subprocess.run(
        ["reviewdog", "-f=rdjson", "-reporter=local", "-filter-mode=nofilter", "-diff=true"],
        input="".join(report(outcome)),
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert all(finding.rule in done.stdout for finding in outcome.findings)
