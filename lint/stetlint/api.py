"""The names that rules are written with. Rules import them from ``stetlint``."""

from stetlint.document import LINE_BREAK, OBJECT, Document, Link, Prose, Segment
from stetlint.finding import Hit, Place, Severity
from stetlint.language.patterns import Pattern
from stetlint.rule import (
    AtLeast,
    Bad,
    CorpusRule,
    DocumentRule,
    Found,
    Good,
    Located,
    Rule,
    SegmentRule,
    Unavailable,
)
from stetlint.source import Source

__all__ = [
    "LINE_BREAK",
    "OBJECT",
    "AtLeast",
    "Bad",
    "CorpusRule",
    "Document",
    "DocumentRule",
    "Found",
    "Good",
    "Hit",
    "Link",
    "Located",
    "Pattern",
    "Place",
    "Prose",
    "Rule",
    "Segment",
    "SegmentRule",
    "Severity",
    "Source",
    "Unavailable",
]
