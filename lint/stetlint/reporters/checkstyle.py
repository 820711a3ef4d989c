"""Checkstyle's XML, which most services that show lint read."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from stetlint.reporters import Outcome, remedy
from stetlint.reporters.xml import DECLARATION, attributes


def report(outcome: Outcome) -> Iterator[str]:
    """Yield the document: the findings of each file, then what could not be done."""
    yield DECLARATION
    yield '<checkstyle version="4.3">\n'
    for path, findings in groupby(outcome.findings, key=lambda finding: finding.place.path):
        yield f"  <file {attributes(name=path)}>\n"
        for finding in findings:
            what_to_do = remedy(finding)
            message = finding.message + (f" ({what_to_do})" if what_to_do else "")
            where = attributes(line=finding.place.line, column=finding.place.column)
            what = attributes(severity=finding.severity, message=message, source=f"stet.{finding.rule}")
            yield f"    <error {where} {what}/>\n"
        yield "  </file>\n"
    for path, problems in groupby(outcome.problems, key=lambda problem: problem.path):
        yield f"  <file {attributes(name=path)}>\n"
        for problem in problems:
            what = attributes(
                line=problem.line or 1, severity="error", message=problem.message, source="stet"
            )
            yield f"    <error {what}/>\n"
        yield "  </file>\n"
    yield "</checkstyle>\n"


def notes(outcome: Outcome) -> Iterator[str]:
    """Yield nothing: the document holds the errors too."""
    yield from ()
