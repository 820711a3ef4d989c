"""JUnit's XML: each finding is a test that failed, for services that show nothing but tests."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from stetlint.reporters import Outcome, count, remedy
from stetlint.reporters.xml import DECLARATION, attributes, escape


def report(outcome: Outcome) -> Iterator[str]:
    """Yield the document: a suite for each file with findings; one that passed where there is nothing."""
    failures, problems = len(outcome.findings), len(outcome.problems)
    tests = failures + problems or 1
    yield DECLARATION
    yield f"<testsuites {attributes(name='stet', tests=tests, failures=failures, errors=problems)}>\n"
    for path, group in groupby(outcome.findings, key=lambda finding: finding.place.path):
        findings = list(group)
        yield from _suite(path, len(findings), len(findings), 0)
        for finding in findings:
            place = finding.place
            position = f"{place.line}:{place.column}"
            yield f"    <testcase {attributes(name=f'{finding.rule} ({position})', classname=path)}>\n"
            yield f"      <failure {attributes(message=finding.message, type=finding.severity)}>"
            yield escape(f"{path}:{position}: {place.text}")
            if what_to_do := remedy(finding):
                yield escape(f"\n{what_to_do}")
            yield "</failure>\n    </testcase>\n"
        yield "  </testsuite>\n"
    if outcome.problems:
        yield from _suite("errors", problems, 0, problems)
        for problem in outcome.problems:
            place_of_error = problem.path if problem.line is None else f"{problem.path}:{problem.line}"
            yield f"    <testcase {attributes(name=place_of_error, classname='stet')}>\n"
            yield f"      <error {attributes(message=problem.message, type='error')}/>\n    </testcase>\n"
        yield "  </testsuite>\n"
    if not outcome.findings and not outcome.problems:
        yield from _suite("stet", 1, 0, 0)
        name = f"{count(outcome.files, 'file')} checked"
        yield f"    <testcase {attributes(name=name, classname='stet')}/>\n  </testsuite>\n"
    yield "</testsuites>\n"


def notes(outcome: Outcome) -> Iterator[str]:
    """Yield nothing: the document holds the errors too."""
    yield from ()


def _suite(name: str, tests: int, failures: int, errors: int) -> Iterator[str]:
    yield f"  <testsuite {attributes(name=name, tests=tests, failures=failures, errors=errors, skipped=0)}>\n"
