"""What the tests of readers share: what is read of a text, in short, and what is found in it."""

from __future__ import annotations

from stetlint.config import FileSettings
from stetlint.document import LINE_BREAK, OBJECT, Content
from stetlint.engine import Linter
from stetlint.readers import Fields, get
from stetlint.registry import load
from stetlint.source import Source


def read(
    format: str,
    text: str,
    lang: str = "en",
    fields: Fields = Fields(),  # noqa: B008
    path: str = "x",
) -> Content:
    """Read a text; what is verbatim in its segments has to stand in it where they say."""
    source = Source(path, text.encode())
    content = get(format, fields).read(source, lang)
    for segment in content.segments:
        for prose in (segment.prose, segment.original):
            if prose is not None:
                for start, end, span in prose.verbatim_in(0, len(prose.text)):
                    assert source.text[span.start : span.end] == prose.text[start:end]
    return content


def shown(text: str) -> str:
    """Return a text with ``_`` for OBJECT and ``|`` for LINE_BREAK."""
    return text.replace(OBJECT, "_").replace(LINE_BREAK, "|")


def texts(format: str, text: str, path: str = "x") -> list[str]:
    """Return the texts of the segments as they are ``shown``."""
    return [shown(segment.text) for segment in read(format, text, path=path).segments]


def alarms(format: str, text: str) -> list[tuple[str, int]]:
    """Return what the default rules find: the rule, and the line."""
    rules = {id: rule for id, rule in load().items() if rule.is_default}
    linter = Linter([rule() for rule in rules.values()])
    settings = FileSettings("en", True, frozenset(rules), {})
    report = linter.finish([linter.check(Source("x", text.encode()), settings, format)])
    return [(finding.rule, finding.place.line) for finding in report.findings]
