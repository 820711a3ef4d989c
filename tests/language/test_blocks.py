"""Fences without an end and tables that are none."""

import pytest

from stetlint.language.blocks import Flaw, broken_fences, broken_tables
from stetlint.source import Source


def flaws(text):
    source = Source("a.md", text.encode())
    return [(source.text[start:end], flaw) for start, end, flaw in broken_fences(source)]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("```py\na\n```\n\n~~~\nb\n~~~\n\n## C\n", []),
        ("```py\na\n\n## B\n", [("```py", Flaw.UNCLOSED)]),
        ("```py\na\n", []),  # nothing but code follows
        ("```py\na\n\nThen run it:\n\n```sh\nb\n```\n", [("```py", Flaw.UNCLOSED)]),
        ("```py\na\n```py\n\nB.\n\n```\nc\n```\n", [("```py", Flaw.NESTED)]),
        ("1. ```py\n   a\n   ```\n\n> ```py\n> a\n> ```\n", []),
        ("````md\n```py\na\n```\n````\n\n```md\n```py\na\n```\n", []),
        ("```a```, then\n```b``` too.\n\n## C\n", []),
        ("<!-- ```py\na\n``` -->\n\n```py\nb\n```\n\n## C\n", []),
    ],
)
def test_fences(text, found, newline):
    assert flaws(text.replace("\n", newline)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("| A | B |\n|---|---|---|\n| 1 | 2 |", ["|---|---|---|"]),
        ("A | B\n— | —\n1 | 2", ["— | —"]),
        ("Text:\n| A | B |\n|---|---|\n| 1 | 2 |", []),  # GitHub reads a table here
        ("a | b and --- | ---", []),
        ("---", []),
    ],
)
def test_tables(text, found):
    assert [text[start:end] for start, end in broken_tables(text)] == found
