"""A comment that lets something stand although nothing is wrong there.

Suppression in place is a comment that tells stet to let something stand:

    <!-- stet: ignore split-sentence -->          beside text: findings that touch its line
    <!-- stet: ignore -->                         alone: every rule, in what follows up to a blank line
    <!-- stet: ignore-start a, b -->              until ignore-end
    <!-- stet: ignore-end -->
    <!-- stet: ignore a -- for this reason -->    what follows two dashes, a colon or a bracket is for people

What it finds: such a comment where it suppresses nothing, names no rule that exists, is not understood, or
opens a region that is never closed (it holds up to the end of the file).

Why: a comment that outlives its finding hides the next one.

Not reported: a comment that names a rule which does not run on the file.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, NamedTuple

from stetlint.document import Document, place_of
from stetlint.finding import Finding, Place, Span
from stetlint.language.patterns import Pattern
from stetlint.nearest import quoted
from stetlint.rule import Bad, Rule

if TYPE_CHECKING:
    from stetlint.config import FileSettings

PREFIX = "stet:"
HINTS = (b"stet", b"Stet", b"STET")
MEANT = Pattern(r"(?i)stet\s*:?\s*ignore\b")  # what somebody meant who wrote it in another way
WORDS = Pattern(r"[\w-]+")
REASON = Pattern(r"\s--\s|[:(]")
MARKS = " \t\r>"  # of quotes; what stands between them is a blank line
NEXT_BLOCK = Pattern(r"(?:\n[ \t\r>]*(?=\n))*(?:\n[ \t>]*[^\s>][^\n]*)+")


class UnusedSuppression(Rule):
    """A suppression that suppresses nothing. It has no check: what is unused is known once all others ran."""

    id = "unused-suppression"
    mqm = "other"
    good = ("Nothing is wrong here.", "<!-- a comment -->\n\nNothing is wrong here.")
    bad = (
        Bad("Fine. <!-- stet: ignore -->", "<!-- stet: ignore -->"),
        Bad("<!-- stet: ignore no-such-rule -->\n\nFine.", "<!-- stet: ignore no-such-rule -->"),
        Bad("Fine. <!-- stet: ignroe -->", "<!-- stet: ignroe -->"),
    )


class Suppression(NamedTuple):
    """One comment and what it covers.

    rules          the ids that it names; none means every rule
    start, end     code points of the source, half open: findings that touch this range are let stand
    place          where the comment stands
    complaint      what is wrong with the comment itself, "" where nothing is
    """

    rules: tuple[str, ...]
    start: int
    end: int
    place: Place
    complaint: str = ""


def read_suppressions(document: Document) -> list[Suppression]:
    """Return the suppressions of a document, in the order of their places."""
    if not any(hint in document.source.data for hint in HINTS):
        return []
    found: list[Suppression] = []
    open_regions: list[Suppression] = []
    source = document.source
    for comment in document.content.comments:
        if not comment.text.startswith(PREFIX) and not MEANT.match(comment.text):
            continue
        span = Span(*document.range_in_raw(comment))
        place = place_of(source, span)
        if not comment.text.startswith(PREFIX):
            found.append(Suppression((), 0, 0, place, "write it as “stet: ignore”"))
            continue
        verb, *names = WORDS.findall(REASON.split(comment.text[len(PREFIX) :], 1)[0]) or [""]
        rules = tuple(names)
        if verb == "ignore":
            found.append(Suppression(rules, *_reach(document, span), place))
        elif verb == "ignore-start":
            complaint = "it is never closed: add ignore-end"
            open_regions.append(Suppression(rules, span.end, len(source.text), place, complaint))
        elif verb == "ignore-end":
            if open_regions:
                found.append(open_regions.pop()._replace(end=span.start, complaint=""))
            else:
                found.append(Suppression(rules, 0, 0, place, "there is no ignore-start before it"))
        else:
            known = ("ignore", "ignore-start", "ignore-end")
            found.append(Suppression(rules, 0, 0, place, f"unknown word {quoted(verb, known)}"))
    return sorted(found + open_regions, key=lambda s: s.place.span)


def _reach(document: Document, span: Span) -> tuple[int, int]:
    """Return what an ``ignore`` covers: its line or, where it stands alone, the lines up to a blank one."""
    text = document.source.text
    line_start = text.rfind("\n", 0, span.start) + 1
    line_end = text.find("\n", span.end)
    line_end = len(text) if line_end < 0 else line_end
    if (text[line_start : span.start] + text[span.end : line_end]).strip(MARKS):
        return line_start, line_end
    block = NEXT_BLOCK.match(text, line_end)
    return (line_end, block.end()) if block else (span.end, span.end)


def apply_suppressions(
    findings: Iterable[Finding],
    suppressions: Collection[Suppression],
    settings: FileSettings,
    known: Collection[str],
) -> list[Finding]:
    """Return what is left of the findings of one file, and what is wrong with its suppressions.

    A suppression of a rule that did not run on the file is not called unused. ``known`` are the ids that
    exist.
    """
    if not suppressions:
        return list(findings)
    used: set[Suppression] = set()
    kept = []
    for finding in findings:
        span = finding.place.span
        by = [
            s
            for s in suppressions
            if span.start < s.end and span.end > s.start and (not s.rules or finding.rule in s.rules)
        ]
        used.update(by)
        if not by:
            kept.append(finding)
    if UnusedSuppression.id not in settings.rules:
        return kept
    severity = settings.severity.get(UnusedSuppression.id, UnusedSuppression.severity)
    for suppression in suppressions:
        complaint = suppression.complaint
        for name in suppression.rules:
            if name not in known:
                complaint = f"unknown rule {quoted(name, known)}"
        if not complaint and suppression not in used and settings.rules.issuperset(suppression.rules):
            complaint = "nothing is found here any more: remove the comment"
        if complaint:
            message = f"This suppression is void: {complaint}"
            kept.append(Finding(UnusedSuppression.id, severity, suppression.place, message))
    return kept
