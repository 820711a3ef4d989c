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

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from stetlint.document import Document, place_of
from stetlint.finding import Finding, Place, Span, Spans
from stetlint.language.patterns import Pattern
from stetlint.nearest import quoted
from stetlint.rule import Bad, Rule
from stetlint.source import Source

if TYPE_CHECKING:
    from stetlint.config import FileSettings

PREFIX = "stet:"
ANY = ""  # in the place of an id: every rule
MEANT = Pattern(r"(?i)stet\s*:?\s*ignore\b")  # what somebody meant who wrote it in another way
WORDS = Pattern(r"[\w-]+")
REASON = Pattern(r"\s--\s|[:(]")
MARKS = Pattern(r"[ \t\r>]*+")  # of quotes; what stands between them is a blank line
NEXT_BLOCK = Pattern(r"(?:\n[ \t\r>]*(?=\n))*(?:\n[ \t>]*[^\s>][^\n]*)+")


class UnusedSuppression(Rule):
    """A suppression that suppresses nothing. It has no check: what is unused is known once all others ran."""

    id = "unused-suppression"
    mqm = "other"
    trigger = "stet|Stet|STET"
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
    found: list[Suppression] = []
    open_regions: list[Suppression] = []
    source = document.source
    reach = _Reach(source)
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
            found.append(Suppression(rules, *reach.of(span), place))
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


class _Reach:
    """What comments cover. However many stand in a line or a block, it is looked at once."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._lines: dict[int, tuple[int, int, int]] = {}
        self._block = (0, 0)  # where the last block was looked for, and where it ends

    def of(self, span: Span) -> tuple[int, int]:
        """Return what an ``ignore`` covers: its line or, standing alone, the lines up to a blank one."""
        text = self._source.text
        start, first, _ = self._line(span.start)
        _, _, end = self._line(span.end)
        if first < span.start or MARKS.match(text, span.end).end() < end:
            return start, end
        if not self._block[0] <= end < self._block[1]:
            block = NEXT_BLOCK.match(text, end)
            self._block = (end, block.end() if block else end)
        return (end, self._block[1]) if self._block[1] > end else (span.end, span.end)

    def _line(self, offset: int) -> tuple[int, int, int]:
        """Return where the line around an offset starts, where it has its first word, and where it ends."""
        number, column = self._source.position(offset)
        if number not in self._lines:
            text, start = self._source.text, offset - column + 1
            end = text.find("\n", offset)
            self._lines[number] = start, MARKS.match(text, start).end(), len(text) if end < 0 else end
        return self._lines[number]


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
    findings = list(findings)
    covered = _by_rule((rule, Span(s.start, s.end)) for s in suppressions for rule in s.rules or (ANY,))
    found = _by_rule((rule, f.place.span) for f in findings for rule in (f.rule, ANY))
    kept = [f for f in findings if not _touch(covered, (f.rule, ANY), f.place.span)]
    if UnusedSuppression.id not in settings.rules:
        return kept
    severity = settings.severity.get(UnusedSuppression.id, UnusedSuppression.severity)
    for suppression in suppressions:
        complaint = suppression.complaint
        for name in suppression.rules:
            if name not in known:
                complaint = f"unknown rule {quoted(name, known)}"
        if not complaint and settings.rules.issuperset(suppression.rules):
            span = Span(suppression.start, suppression.end)
            if not _touch(found, suppression.rules or (ANY,), span):
                complaint = "nothing is found here any more: remove the comment"
        if complaint:
            message = f"This suppression is void: {complaint}"
            kept.append(Finding(UnusedSuppression.id, severity, suppression.place, message))
    return kept


def _by_rule(spans: Iterable[tuple[str, Span]]) -> dict[str, Spans]:
    by_rule: dict[str, list[Span]] = defaultdict(list)
    for rule, span in spans:
        by_rule[rule].append(span)
    return {rule: Spans(mine) for rule, mine in by_rule.items()}


def _touch(by_rule: Mapping[str, Spans], rules: Iterable[str], span: Span) -> bool:
    return any(rule in by_rule and by_rule[rule].touch(span) for rule in rules)
