"""One page that an editor opens: every finding marked in its text, the remedy beside it.

The page is ``report.html`` with ``report.css`` and ``report.js`` in it. What was found goes with it as JSON,
from which the script draws what is looked at. Nothing is loaded from elsewhere.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterator, Sequence
from hashlib import sha256
from importlib.resources import files
from typing import Any

from stetlint import __version__, manual
from stetlint.context import REACH, Excerpt, excerpt
from stetlint.finding import Finding, Place, Severity
from stetlint.reporters import Outcome, errors

SEVERITIES = list(Severity)
LONGEST = 2000  # code points between the first and the last finding of a block
# Inside of a script element only these can end it, or hide its end.
SAFE = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)


def report(outcome: Outcome) -> Iterator[str]:
    """Yield the page."""
    page, style, script = (
        files("stetlint.reporters").joinpath(f"report.{ending}").read_text("utf-8")
        for ending in ("html", "css", "js")
    )
    contents = {
        # The browser itself sees to it that nothing else runs and nothing is loaded.
        "policy": f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "img-src data:; base-uri 'none'; form-action 'none'",
        "style": style,
        "data": json.dumps(_data(outcome), ensure_ascii=False, separators=(",", ":")).translate(SAFE),
        "script": script,
    }
    for position, piece in enumerate(page.split("@@")):
        yield contents[piece] if position % 2 else piece


def notes(outcome: Outcome) -> Iterator[str]:
    """Yield the errors, which the page shows too: who runs the command may not be who opens the page."""
    yield from errors(outcome.problems)


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _data(outcome: Outcome) -> dict[str, Any]:
    """Return what the page shows: rows without names, because there may be ten thousand of them."""
    paths: dict[str, int] = {}
    rules: dict[str, int] = {}
    blocks: list[tuple[int, int, str, bool, bool]] = []
    rows = []
    for group in _groups(outcome):
        first = group[0].place
        around = excerpt(_whole(group, outcome), outcome.line_of)
        text = around.text
        path = paths.setdefault(first.path, len(paths))
        blocks.append((path, around.line, text, *around.is_cut))
        for finding in group:
            place = finding.place
            rows.append(
                (
                    len(blocks) - 1,
                    rules.setdefault(finding.rule, len(rules)),
                    SEVERITIES.index(finding.severity),
                    *_range(place, around, text),
                    place.line,
                    place.column,
                    finding.message,
                    None if finding.fix is None else finding.fix.replacement,
                    finding.suggestions,
                    [(f"{other.path}:{other.line}:{other.column}", other.text) for other in finding.related],
                )
            )
    return {
        "version": __version__,
        "files": outcome.files,
        "errors": [line.removeprefix("error: ").rstrip("\n") for line in errors(outcome.problems)],
        "severities": SEVERITIES,
        "paths": list(paths),
        "rules": [_rule(id, outcome) for id in rules],
        "blocks": blocks,
        "findings": rows,
    }


def _rule(id: str, outcome: Outcome) -> tuple[str, str]:
    rule = outcome.rules.get(id)
    return id, "" if rule is None else "".join(manual.page(rule))


def _groups(outcome: Outcome) -> Iterator[list[Finding]]:
    """Yield the findings that are shown in one piece of text: those of a paragraph, where it is not long."""
    group: list[Finding] = []
    room = 0
    for finding in outcome.findings:
        room -= (gap := _gap(_end(group), finding.place, outcome)) if group else 0
        if group and (gap > REACH or room < 0):
            yield group
            group = []
        if not group:
            room = LONGEST
        room -= len(finding.place.text)
        group.append(finding)
    if group:
        yield group


def _end(group: Sequence[Finding]) -> Place:
    """Return the place that ends last."""
    return max((finding.place for finding in group), key=lambda place: place.span.end)


def _gap(place: Place, following: Place, outcome: Outcome) -> int:
    """Return how many code points stand between two places of a paragraph; more than REACH where a blank line
    is between them, or they belong to two files."""
    far = REACH + 1
    lines = range(place.end_line, following.line)
    if place.path != following.path or len(lines) > REACH:
        return far
    between = [outcome.line_of(place.path, number) for number in lines]
    if not all(line.strip() for line in between):
        return far
    return max(0, sum(map(len, between)) + len(between) + following.column - place.end_column)


def _whole(group: Sequence[Finding], outcome: Outcome) -> Place:
    """Return the place from the first to the last finding of a group."""
    first, last = group[0].place, _end(group)
    if last == first:
        return first
    lines = [outcome.line_of(first.path, number) for number in range(first.line, last.end_line + 1)]
    lines[-1] = lines[-1][: last.end_column - 1]
    lines[0] = lines[0][first.column - 1 :]
    return Place(
        first.path,
        first.span._replace(end=last.span.end),
        *first[2:4],
        *last[4:6],
        "\n".join(lines),
    )


def _range(place: Place, around: Excerpt, text: str) -> tuple[int, int]:
    """Return where a place stands in the text of its block, counted as a browser does, in UTF-16 units."""
    start = around.offset(place.line, place.column)
    end = start + len(place.text.replace("\r\n", "\n"))
    if text.isascii():
        return start, end
    before = len(text[:start].encode("utf-16-le", "surrogatepass")) // 2
    return before, before + len(text[start:end].encode("utf-16-le", "surrogatepass")) // 2
