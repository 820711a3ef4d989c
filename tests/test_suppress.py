"""Suppression in place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stetlint.config import FileSettings
from stetlint.document import Document, place_of
from stetlint.finding import Finding, Severity, Span
from stetlint.readers import get
from stetlint.source import Source
from stetlint.suppress import Suppression, UnusedSuppression, apply_suppressions, read_suppressions

KNOWN = ("doubled-word", "split-sentence", "unused-suppression")
SETTINGS = FileSettings("en", True, frozenset(KNOWN), {})


def left(text: str, format: str = "markdown") -> list[str]:
    """Return what is reported in a text in which doubled-word finds every X."""
    document = Document(Source("x", text.encode()), "en", get(format).read)
    findings = [
        Finding("doubled-word", Severity.WARNING, place_of(document.source, Span(at, at + 1)), "X")
        for at, char in enumerate(document.source.text)
        if char == "X"
    ]
    kept = apply_suppressions(findings, read_suppressions(document), SETTINGS, KNOWN)
    return [
        str(f.place.line) if f.rule != UnusedSuppression.id else f.message.partition(": ")[2] for f in kept
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("X", ["1"]),
        ("X <!-- stet: ignore doubled-word -->\nX", ["2"]),
        ("X <!-- stet: ignore -->", []),
        ("<!-- stet: ignore -->\n\nX\nX\n\nX", ["6"]),
        ("<!-- stet: ignore -->\nX\n\nX", ["4"]),
        ("<!-- stet: ignore -->\n\n| X |\n|---|\n| X |\n\nX", ["7"]),
        ("- a\n\n  <!-- stet: ignore -->\n  X\n\n- X", ["6"]),
        ("> <!-- stet: ignore -->\n> X\n>\n> X", ["4"]),
        ("X\n\n<!-- stet: ignore-start doubled-word -->\n\nX\n\n<!-- stet: ignore-end -->\n\nX", ["1", "9"]),
        ("X\n\n<!-- stet: ignore-start -->\n\nX\n\nX", ["1", "it is never closed: add ignore-end"]),
        ("X <!-- stet: ignore doubled-word -- as she said it (twice) -->\n\nX", ["3"]),
        ("X <!-- stet: ignore doubled-word: her words -->\n\nX", ["3"]),
        ("<!-- stet: ignore -->\n<!-- stet: ignore -->\nX\n\n<!-- stet: ignore -->\nX\n\nX", ["8"]),
        ("<!-- stet: ignore --> X <!-- stet: ignore -->\nX", ["2"]),
        ("<!-- stet: ignore -->\n\n", ["nothing is found here any more: remove the comment"]),
        ("X <!-- Stet ignore doubled-word -->", ["1", "write it as “stet: ignore”"]),
    ],
)
def test_reach(text: str, expected: list[str]) -> None:
    assert left(text) == expected
    assert left(text.replace("\n", "\r\n")) == expected


def test_mdx_comments() -> None:
    assert left("X {/* stet: ignore doubled-word */}\n\n{/* stet: ignore */}\nX\n\nX", "mdx") == ["6"]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("a <!-- stet: ignore doubled-word -->", "nothing is found here any more: remove the comment"),
        ("X <!-- stet: ignore dobled-word -->", 'unknown rule "dobled-word" (did you mean "doubled-word"?)'),
        ("a <!-- stet: ingore -->", 'unknown word "ingore" (did you mean "ignore"?)'),
        ("a <!-- stet: ignore-end -->", "there is no ignore-start before it"),
        ("<!-- stet: ignore -->", "nothing is found here any more: remove the comment"),
    ],
)
def test_complaints(text: str, complaint: str) -> None:
    assert complaint in left(text)


RULES = st.lists(st.sampled_from(["doubled-word", "split-sentence"]), max_size=2, unique=True).map(tuple)
RANGES = st.tuples(st.integers(0, 20), st.integers(0, 5)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(
    st.lists(st.tuples(st.sampled_from(["doubled-word", "split-sentence"]), RANGES), max_size=6),
    st.lists(st.tuples(RULES, RANGES), max_size=6),
)
def test_each_finding_is_compared_with_each_suppression(
    found: list[tuple[str, tuple[int, int]]], covers: list[tuple[tuple[str, ...], tuple[int, int]]]
) -> None:
    text = Source("x", b"x" * 30)
    findings = [
        Finding(rule, Severity.WARNING, place_of(text, Span(start, end + 1)), "m")
        for rule, (start, end) in found
    ]
    suppressions = [
        Suppression(rules, start, end, place_of(text, Span(number, number + 1)))
        for number, (rules, (start, end)) in enumerate(covers)
    ]
    pairs = [
        (finding, suppression)
        for finding in findings
        for suppression in suppressions
        if finding.place.span.start < suppression.end
        and finding.place.span.end > suppression.start
        and (not suppression.rules or finding.rule in suppression.rules)
    ]
    suppressed, used = {pair[0] for pair in pairs}, {pair[1] for pair in pairs}
    kept = apply_suppressions(findings, suppressions, SETTINGS, KNOWN)
    expected = [finding for finding in findings if finding not in suppressed]
    assert kept[: len(expected)] == expected
    assert [f.place for f in kept[len(expected) :]] == [s.place for s in suppressions if s not in used]


def test_many_comments_and_findings() -> None:
    count = 10_000  # for a comparison of each with each that would take minutes
    assert left("X <!-- stet: ignore doubled-word --> " * count) == []
    assert left("<!-- stet: ignore -->\n" * count + "X") == []
