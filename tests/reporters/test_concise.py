"""The concise report: one line a finding, which a program can take apart."""

import re

from stetlint.finding import Finding, Place, Severity, Span
from stetlint.reporters import Outcome
from stetlint.reporters.concise import notes, report


def test_one_line_a_finding():
    place = Place("docs/a.md", Span(5, 12), 3, 6, 4, 2, "the\nthe")
    finding = Finding("doubled-word", Severity.WARNING, place, "“the” stands\x1b twice")
    outcome = Outcome([finding], [], 1, lambda path, line: "", True)
    text = "".join(report(outcome))
    assert text == "docs/a.md:3:6: doubled-word “the” stands␛ twice\n"
    assert re.fullmatch(r"(.+?):(\d+):(\d+): (\S+) (.+)\n", text)
    assert list(notes(outcome)) == []


def test_nothing_found_is_said_apart():
    outcome = Outcome([], [], 2, lambda path, line: "", False)
    assert list(report(outcome)) == []
    assert list(notes(outcome)) == ["All clear: 2 files checked.\n"]
