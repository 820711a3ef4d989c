"""Run the examples of rules: for our tests and for those of anybody who writes a rule.

from stetlint.testing import failures

def test_my_rule():
    assert not failures(MyRule)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from stetlint.config import FileSettings, names_of, options_of
from stetlint.engine import Linter
from stetlint.finding import Finding
from stetlint.rule import Bad, Good, Rule
from stetlint.source import Source


def failures(rule: type[Rule], options: Mapping[str, Any] | None = None) -> list[str]:
    """Return what is wrong with a rule's examples, one line each; none where all is well.

    ``options`` hold in all examples that do not say otherwise.
    """
    found = list(_failures(rule, options or {}))
    if not rule.manual():
        found.append(f"{rule.id}: the module has no docstring, which is the manual page")
    if not rule.good or not rule.bad:
        found.append(f"{rule.id}: a rule has good and bad examples")
    return found


def lint(rule: type[Rule], example: Bad, options: Mapping[str, Any] | None = None) -> list[Finding]:
    """Return what a rule finds in an example, where ``options`` hold if it does not say otherwise."""
    source = Source("example", example.text.encode())
    made = rule(options_of(rule, {**(options or {}), **example.options}))
    made.house = names_of(example.names)
    linter = Linter([made])
    settings = FileSettings(example.lang, True, frozenset((rule.id,)), {})
    report = linter.finish([linter.check(source, settings, example.format)])
    if report.problems:
        raise AssertionError("; ".join(problem.message for problem in report.problems))
    return report.findings


def fix(text: str, findings: list[Finding]) -> str:
    """Return a text with every fix of its findings applied, from the end to the start."""
    for finding in sorted(findings, key=lambda finding: finding.place.span, reverse=True):
        if finding.fix is not None:
            start, end = finding.fix.span
            text = text[:start] + finding.fix.replacement + text[end:]
    return text


def _failures(rule: type[Rule], options: Mapping[str, Any]) -> Iterator[str]:
    for good in rule.good:
        example: Bad = Good(good) if isinstance(good, str) else good
        found = [finding.place.text for finding in lint(rule, example, options)]
        if found:
            yield f"{rule.id}: finds {found} in the good example {example.text!r}"
    for example in rule.bad:
        findings = lint(rule, example, options)
        found = [finding.place.text for finding in findings]
        if not example.found:
            yield f"{rule.id}: the bad example {example.text!r} does not say what is found"
        elif found != list(example.found):
            yield f"{rule.id}: finds {found}, not {list(example.found)}, in {example.text!r}"
        fixed = fix(example.text, findings)
        if fixed != (example.text if example.fixed is None else example.fixed):
            yield f"{rule.id}: fixes {example.text!r} as {fixed!r}"
