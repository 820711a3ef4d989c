"""Front matter: held against a YAML parser, and mapped back."""

from __future__ import annotations

import pytest
import yaml

from stetlint.readers import front_matter, markdown
from stetlint.source import Source

VALUES = [
    'title: "a b"   # not "title:", but "what follows"',
    "title: 'it''s'  # 'so'",
    "title: plain text",
    "title: plain # comment",
    "title: a plain text\n  that goes on\n  and on",
    'title: "quoted \\"text\\" with \\u00e4 and \\n"',
    "title: 'it''s'",
    'title: "folded\n  over lines"',
    "description: >\n  folded\n  text",
    "description: >-\n    folded\n    text\n\n    more",
    "description: |\n  literal\n  text",
    "seo:\n  title: nested",
    "a: b\ntitle: c\nd: e",
    "titles: not prose",
    "cards:\n  - title: one\n    text: no\n  - title: two",
    "key: 'title: no'\ntitle: yes we can",
    '"title": quoted key',
]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("body", VALUES)
def test_values_are_those_of_yaml(body: str, newline: str) -> None:
    source = Source("x", f"---\n{body}\n---\n\ntext".replace("\n", newline).encode())
    segments = [s for s in markdown.read(source, "en").segments if s.role == "front-matter"]
    expected = list(prose_values(yaml.safe_load(body)))
    assert [s.text.split() for s in segments] == [value.split() for value in expected]
    for segment in segments:
        for start, end, span in segment.prose.verbatim_in(0, len(segment.text)):
            assert source.text[span.start : span.end] == segment.text[start:end]


def prose_values(value: object) -> list[str]:
    if isinstance(value, list):
        return [found for item in value for found in prose_values(item)]
    if not isinstance(value, dict):
        return []
    return [
        found
        for key, item in value.items()
        for found in ([item] if key in front_matter.PROSE_KEYS else prose_values(item))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('+++\ntitle = "A \\"b\\""\n+++\n', ['A "b"']),
        ('+++\ntitle = \'a \\n\'\n[params]\ndescription = """\nb\nc"""\n+++\n', ["a \\n", "b\nc"]),
        ('---\ntitle: "a \\u b \\x"\n---\n', ["a u b x"]),
        ("---\ntitle: a\n...\n# b", ["a", "b"]),
        ("---\ntitle: a\n", ["title: a"]),
        ("\ufeff---\ntitle: a\n---\nb", ["a", "b"]),
    ],
)
def test_kinds(text: str, expected: list[str]) -> None:
    assert [s.text for s in markdown.read(Source("x", text.encode()), "en").segments] == expected


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("---\nlang: de\n---", "de"),
        ('+++\nlocale = "pt_BR"\n+++', "pt-BR"),
        ("---\nlang: xx\n---", None),
        ("a", None),
    ],
)
def test_declared_language(text: str, lang: str | None) -> None:
    assert markdown.declared_language(Source("x", text.encode())) == lang
