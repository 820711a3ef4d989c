"""Reporters: one module a format, each with these two names.

report(outcome) -> Iterator[str]  what goes to standard output, in pieces to be written one after another
notes(outcome) -> Iterator[str]   what goes to standard error
"""

from __future__ import annotations

import importlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from stetlint.finding import Finding, Problem, Severity

if TYPE_CHECKING:
    from stetlint.rule import Rule

FORMATS = (
    "full",
    "concise",
    "json",
    "html",
    "markdown",
    "github",
    "gitlab",
    "sarif",
    "rdjson",
    "junit",
    "checkstyle",
)

NOUNS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


class Outcome(NamedTuple):
    """What a run came to.

    findings, problems  sorted
    files               how many were checked
    line_of             path and line (from 1) -> the text of that line, without its newline
    has_colour          whether the report goes to a terminal that shows colours
    rules               the rules that ran, by id, sorted
    remarks             what else there is to say, a line each: what was fixed, what is known
    """

    findings: Sequence[Finding]
    problems: Sequence[Problem]
    files: int
    line_of: Callable[[str, int], str]
    has_colour: bool
    rules: Mapping[str, type[Rule]] = MappingProxyType({})
    remarks: Sequence[str] = ()


class Reporter(Protocol):
    """What the module of a format offers."""

    def report(self, outcome: Outcome) -> Iterator[str]: ...

    def notes(self, outcome: Outcome) -> Iterator[str]: ...


def get(format: str) -> Reporter:
    """Return the reporter of a format."""
    return cast(Reporter, importlib.import_module(f"{__name__}.{format}"))


def count(number: int, noun: str) -> str:
    """Return a number with its noun: "1 file", "2 files"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def errors(problems: Iterable[Problem]) -> Iterator[str]:
    """Yield what could not be done, one line each."""
    for problem in problems:
        line = "" if problem.line is None else f":{problem.line}"
        place = f"{problem.path}{line}: " if problem.path else ""
        yield visible(f"error: {place}{problem.message}") + "\n"


def summary(outcome: Outcome) -> str:
    """Return how much was found, where, and what can be done about it."""
    if not outcome.findings and not outcome.problems:
        return all_clear(outcome)
    severities = Counter(finding.severity for finding in outcome.findings)
    by_severity = ", ".join(count(severities[each], NOUNS[each]) for each in Severity if severities[each])
    paths = {finding.place.path for finding in outcome.findings}
    found = count(len(outcome.findings), "finding") + (f" ({by_severity})" if by_severity else "")
    return f"{found} in {len(paths)} of {count(outcome.files, 'file')}{_fixes(outcome.findings)}.\n"


def _fixes(findings: Iterable[Finding]) -> str:
    """Return how many findings can be fixed, and by which option."""
    fixes = Counter(finding.fix.is_safe for finding in findings if finding.fix is not None)
    ways = [f"{fixes[True]} can be fixed with --fix"] * bool(fixes[True])
    if fixes[False]:
        ways.append(f"{fixes[False]} {'more' if ways else 'can be fixed'} with --unsafe-fixes")
    return "; " + ", ".join(ways) if ways else ""


def all_clear(outcome: Outcome) -> str:
    """Return what is said where nothing was found."""
    if not outcome.files:
        return "Nothing was checked.\n"
    return f"All clear: {count(outcome.files, 'file')} checked.\n"


def remedy(finding: Finding) -> str:
    """Return what could be done about a finding, in a line; "" where the message has to do."""
    if finding.fix is not None:
        replacement = finding.fix.replacement
        return f"fix: {quoted(replacement)}" if replacement else "fix: delete it"
    if finding.suggestions:
        return "perhaps: " + ", ".join(quoted(text) if text else "delete it" for text in finding.suggestions)
    return ""


def quoted(text: str) -> str:
    """Return text in quotation marks, on one line."""
    return f"“{visible(' '.join(text.split(chr(10))))}”"


def visible(text: str) -> str:
    """Return text with its control characters as pictures: a terminal would obey them."""
    return text if text.isprintable() else text.translate(_PICTURES)


_PICTURES = {
    **{code: 0x2400 + code for code in range(0x20) if code != 0x09},
    0x7F: 0x2421,
    **dict.fromkeys((*range(0x80, 0xA0), *range(0x2028, 0x202F), *range(0x2066, 0x206A)), 0xFFFD),
}
