"""An outcome for the reports: findings of every kind, in texts that try to break out."""

import pytest

from stetlint.document import place_of
from stetlint.finding import Edit, Finding, Problem, Severity, Span
from stetlint.registry import load
from stetlint.reporters import Outcome
from stetlint.source import Source

TEXTS = {
    "docs/a b,%:é.md": 'Grüße 😀 the the file.\r\n\r\n> one, two]]> two </script><!-- & "q"\r\n> three\r\n',
    "z.md": "\ufeffA bell\x07 and\u200b \u202eend.\n\nTokaev met Tokajev.\n",
}


@pytest.fixture
def sources():
    return {path: Source(path, text.encode()) for path, text in TEXTS.items()}


@pytest.fixture
def outcome(sources):
    """Three findings: with a safe fix, over two lines with suggestions, and with a related place."""

    def place(path, text):
        start = sources[path].text.index(text)
        return place_of(sources[path], Span(start, start + len(text)))

    def line_of(path, number):
        try:
            return sources[path].line(number) if number > 0 else ""
        except (KeyError, IndexError):
            return ""

    first, second = TEXTS
    doubled = place(first, "the the")
    findings = [
        Finding(
            "doubled-word", Severity.WARNING, doubled, "“the” twice", (), Edit(doubled.span, "the", True)
        ),
        Finding(
            "lost-link",
            Severity.ERROR,
            place(first, 'two </script><!-- & "q"\r\n> three'),
            "100% wrong, </script>: see “a::b”",
            ("two", ""),
        ),
        Finding(
            "name-drift",
            Severity.INFO,
            place(second, "Tokajev"),
            "another spelling\x1b",
            ("Tokaev",),
            related=(place(second, "Tokaev"),),
        ),
    ]
    problems = [Problem("b.md", "not UTF-8", 3), Problem("", "no such thing")]
    rules = {id: rule for id, rule in load().items() if id in ("doubled-word", "lost-link", "name-drift")}
    return Outcome(findings, problems, 5, line_of, True, rules)


@pytest.fixture
def nothing():
    return Outcome([], [], 2, lambda path, line: "", False)
