"""Run the examples of rules: for our tests and for those of anybody who writes a rule.

from stetlint.testing import failures

def test_my_rule():
    assert not failures(MyRule)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from stetlint.config import FileSettings, names_of, options_of
from stetlint.document import Document
from stetlint.engine import Linter, document_of
from stetlint.finding import Finding
from stetlint.language.patterns import compiled
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
    made, document, settings = _ready(rule, example, options or {})
    linter = Linter([made])
    report = linter.finish([linter.check_document(document, settings)])
    if report.problems:
        raise AssertionError("; ".join(problem.message for problem in report.problems))
    return report.findings


def _ready(rule: type[Rule], example: Bad, options: Mapping[str, Any]) -> tuple[Rule, Document, FileSettings]:
    """Return the rule, the document and the settings of an example."""
    made = rule(options_of(rule, {**options, **example.options}))
    made.house = names_of(example.names)
    settings = FileSettings(example.lang, True, frozenset((rule.id,)), {})
    return made, document_of(Source("example", example.text.encode()), settings, example.format), settings


def fix(text: str, findings: list[Finding]) -> str:
    """Return a text with every fix of its findings applied, from the end to the start."""
    for finding in sorted(findings, key=lambda finding: finding.place.span, reverse=True):
        if finding.fix is not None:
            start, end = finding.fix.span
            text = text[:start] + finding.fix.replacement + text[end:]
    return text


def _why_not_called(rule: type[Rule], example: Bad, options: Mapping[str, Any]) -> str:
    """Return why the rule is not called for an example, "" where it is."""
    made, document, _ = _ready(rule, example, options)
    trigger = made.trigger
    if trigger is not None and not compiled(trigger).search(document.scanned.data):
        return f"the trigger {trigger!r} does not match"
    if not made.suspects(document.scanned):
        return "suspects() says no to"
    if not any(map(made.knows, (document.lang, *document.languages))):
        return f"the rule does not know the language {example.lang!r} of"
    return ""


def _failures(rule: type[Rule], options: Mapping[str, Any]) -> Iterator[str]:
    for good in rule.good:
        example: Bad = Good(good) if isinstance(good, str) else good
        found = [finding.place.text for finding in lint(rule, example, options)]
        if found:
            yield f"{rule.id}: finds {found} in the good example {example.text!r}"
    for example in rule.bad:
        findings = lint(rule, example, options)
        found = [finding.place.text for finding in findings]
        if why := _why_not_called(rule, example, options):
            yield f"{rule.id}: {why} this example: {example.text!r}"
            continue
        if not example.found:
            yield f"{rule.id}: the bad example {example.text!r} does not say what is found"
        elif found != list(example.found):
            yield f"{rule.id}: finds {found}, not {list(example.found)}, in {example.text!r}"
        fixed = fix(example.text, findings)
        if fixed != (example.text if example.fixed is None else example.fixed):
            yield f"{rule.id}: fixes {example.text!r} as {fixed!r}"
