"""Workflow commands: read back as the runner of GitHub Actions reads them."""

import re

from stetlint.reporters.github import notes, report

ESCAPES = {"%25": "%", "%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ","}


def unescape(text):
    return re.sub("|".join(ESCAPES), lambda match: ESCAPES[match[0]], text)


def commands(outcome):
    for line in "".join(report(outcome)).splitlines():
        name, pairs, message = re.fullmatch(r"::(\w+) ([^:]*)::(.*)", line).groups()
        yield (
            name,
            {k: unescape(v) for k, v in (p.split("=", 1) for p in pairs.split(","))},
            unescape(message),
        )


def test_findings_and_errors_are_annotations(outcome):
    first, second, third, failed, unplaced = commands(outcome)
    assert first == (
        "warning",
        {
            "file": "docs/a b,%:é.md",
            "line": "1",
            "endLine": "1",
            "col": "9",
            "endColumn": "16",
            "title": "stet: doubled-word",
        },
        "“the” twice (fix: “the”)",
    )
    assert second[0] == "error"
    assert second[1].keys() == {"file", "line", "endLine", "title"}  # over two lines: no columns
    assert (second[1]["line"], second[1]["endLine"]) == ("3", "4")
    assert second[2] == "100% wrong, </script>: see “a::b” (perhaps: “two”, delete it)"
    assert third[0] == "notice"
    assert third[2] == "another spelling␛ (perhaps: “Tokaev”)"
    assert failed == ("error", {"file": "b.md", "line": "3", "title": "stet"}, "not UTF-8")
    assert unplaced == ("error", {"title": "stet"}, "no such thing")
    assert list(notes(outcome)) == []


def test_a_message_cannot_begin_a_command(outcome):
    finding = outcome.findings[0]._replace(message="a\r\n::error::b")
    (line,) = "".join(report(outcome._replace(findings=[finding], problems=[]))).splitlines()
    assert line.startswith("::warning ")


def test_nothing(nothing):
    assert list(report(nothing)) == []
