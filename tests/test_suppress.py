"""Suppression in place."""

from __future__ import annotations

import pytest

from stetlint.config import FileSettings
from stetlint.document import Document, place_of
from stetlint.finding import Finding, Severity, Span
from stetlint.readers import get
from stetlint.source import Source
from stetlint.suppress import UnusedSuppression, apply_suppressions, read_suppressions

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
