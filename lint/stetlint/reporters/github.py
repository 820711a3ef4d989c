"""Workflow commands of GitHub Actions: each finding becomes an annotation at its line."""

from __future__ import annotations

from collections.abc import Iterator

from stetlint.finding import Severity
from stetlint.reporters import Outcome, remedy, visible

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
PROPERTY = DATA | str.maketrans({":": "%3A", ",": "%2C"})


def report(outcome: Outcome) -> Iterator[str]:
    """Yield a command for each finding, then for each error."""
    for finding in outcome.findings:
        place = finding.place
        properties: dict[str, object] = {"file": place.path, "line": place.line, "endLine": place.end_line}
        if place.line == place.end_line:  # columns are refused where an annotation covers several lines
            properties |= {"col": place.column, "endColumn": place.end_column}
        properties["title"] = f"stet: {finding.rule}"
        message = finding.message
        if what_to_do := remedy(finding):
            message += f" ({what_to_do})"
        yield _command(COMMANDS[finding.severity], properties, message)
    for problem in outcome.problems:
        properties = {"file": problem.path} if problem.path else {}
        if problem.line is not None:
            properties["line"] = problem.line
        yield _command("error", properties | {"title": "stet"}, problem.message)


def notes(outcome: Outcome) -> Iterator[str]:
    """Yield nothing: errors are annotations too."""
    yield from ()


def _command(name: str, properties: dict[str, object], message: str) -> str:
    pairs = ",".join(f"{key}={str(value).translate(PROPERTY)}" for key, value in properties.items())
    return f"::{name} {pairs}::{visible(message).translate(DATA)}\n"
