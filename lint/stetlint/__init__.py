"""stet finds what machine translation leaves in copy. These are the names that rules are written with."""

from stetlint.document import LINE_BREAK, OBJECT, Document, Link, Prose, Segment
from stetlint.finding import Hit, Place, Severity
from stetlint.language.patterns import Pattern
from stetlint.rule import (
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

__version__ = "0.1.0"

__all__ = [
    "LINE_BREAK",
    "OBJECT",
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
