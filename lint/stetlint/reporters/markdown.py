"""A table in Markdown: for the summary of a job, or a comment."""

from __future__ import annotations

import string
from collections.abc import Iterator

from stetlint.reporters import Outcome, remedy, summary, visible

ROWS = 1000  # a summary of GitHub holds 1 MB, and nobody reads more
SHOWN = 120  # code points of what was found
# What a file holds is no Markdown and no HTML of ours.
ENTITIES = {ord(mark): f"&#{ord(mark)};" for mark in string.punctuation if mark not in ".,;?-'%/"}


def report(outcome: Outcome) -> Iterator[str]:
    """Yield how much was found, then a row for each finding, then the errors."""
    if outcome.findings or not outcome.problems:
        yield f"**{summary(outcome).strip()}**\n"
    if outcome.findings:
        yield "\n| where | what | found | why |\n| --- | --- | --- | --- |\n"
    for finding in outcome.findings[:ROWS]:
        place = finding.place
        found = " ".join(place.text.split())
        found = f"{found[:SHOWN]}…" if len(found) > SHOWN else found
        message = finding.message + (f" ({remedy(finding)})" if remedy(finding) else "")
        where, rule = _plain(f"{place.path}:{place.line}:{place.column}"), finding.rule
        yield f"| {where} | {finding.severity}: {rule} | <code>{_plain(found)}</code> | {_plain(message)} |\n"
    if (more := len(outcome.findings) - ROWS) > 0:
        yield f"\n… and {more} more.\n"
    for problem in outcome.problems:
        line = "" if problem.line is None else f":{problem.line}"
        yield f"\n**error:** {_plain(f'{problem.path}{line}')} {_plain(problem.message)}\n"


def notes(outcome: Outcome) -> Iterator[str]:
    """Yield nothing: the table holds the errors too."""
    yield from ()


def _plain(text: str) -> str:
    """Return text that shows as it is, on one line."""
    return visible(" ".join(text.split())).translate(ENTITIES)
