"""Files that break their format: what is told, and at which line; they are read as far as it goes."""

from __future__ import annotations

import json

import pytest

from stetlint import readers
from stetlint.source import Source

BROKEN = [
    ("json", '{\n "a": "b"\n "c": "d"\n}', 3, "not JSON"),
    ("arb", '{"a": "b"', 1, "not JSON"),
    ("xcstrings", '{"strings": {}}\n}', 2, "not JSON"),
    ("yaml", "a: 'b\nc: d\n", 1, "no quotation mark at its end"),
    ("yaml", 'a: b\nc: "d" e\n', 2, "words behind the quotation mark"),
    ("yaml", "a: b: c\n", 1, "needs quotation marks"),
    ("yaml", "a: %b\n", 1, "needs quotation marks"),
    ("yaml", "a: b\nwords of nobody\n", 2, "no key"),
    ("yaml", "a: b\n<<<<<<< HEAD\n", 2, "no key"),
    ("xliff", "<xliff>\n<file>\n</xliff>", 3, "mismatched tag"),
    ("tmx", "<tmx>\n<body>", 2, "not XML"),
    ("android", "<resources>\n<string name='a'>b & c</string></resources>", 2, "not XML"),
    ("po", 'msgid "a"\nmsgstr "b\n', 2, "no line of a catalogue"),
    ("po", 'msgid "a"\nmsgstr "b "c" d"\n', 2, "no line of a catalogue"),
    ("po", 'msgid "a"\nmsgstr „b“\n', 2, "no line of a catalogue"),
    ("strings", '"a" = "b";\n"c" = "d "e" f";\n', 2, "no entry"),
    ("strings", '"a" = "b"\n"c" = "d";\n', 1, "no entry"),
    ("subtitles", "1\n00:00:01,000 → 00:00:02,000\nHe said.\n", 1, "no subtitles"),
]
WHOLE = [
    ("json", ""),
    ("json", '// words\n{"a": "b", /* more */}'),
    ("json", '{"a": 1' + "0" * 5000 + "}"),
    ("json", '{"a": "// no comment"}'),
    ("arb", '{"@@locale": "de", "a": "b"}'),
    ("yaml", "---\na: b\n...\n---\nc: {d: e}\n"),
    ("yaml", "a: |\n  b: c: d\n  words\ne: 'it''s'\n"),
    ("yaml", "# words: of nobody\na: &x b\nc: *x\nd: !tag e\n"),
    ("yaml", "a: http://b.c:80/d\nb: 10:20\n"),
    ("yaml", "a: words\n  that go on\n"),
    ("yaml", "{{- if .a }}\nb: c\n{{- end }}\n"),
    ("yaml", "a: {{ b }}\n"),
    ("yaml", "a:\n  b#c: words\n  d: words # of nobody: e\n"),
    ("yaml", "- a\n- 'b': c\n-\n  d: e\n"),
    ("xliff", ""),
    ("tmx", "<?xml version='1.0' encoding='UTF-16'?><tmx><body/></tmx>"),
    ("android", "<resources xmlns:x='y'><string name='a' z:b='c'>d</string></resources>"),
    (
        "po",
        '# words "\n#~ msgid "a\nmsgctxt "b"\nmsgid "c"\nmsgid_plural "d"\nmsgstr[0] "e \\"f\\""\n"g"\n\n',
    ),
    ("po", 'domain "a"\nmsgid "a"\r\nmsgstr "b"\r\n'),
    ("strings", '/* a "b */\n// c\n"d" = "e \\"f\\"";\ng = "h";\n"i" = j;\n'),
    ("strings", "{\n a = b;\n}\n"),
    ("subtitles", ""),
    ("subtitles", "WEBVTT\n\nNOTE words\n"),
]


def complaints(format: str, text: str) -> list[tuple[int, str]]:
    return list(readers.get(format).read(Source("x", text.encode()), "en").complaints)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(("format", "text", "line", "what"), BROKEN)
def test_broken(format: str, text: str, line: int, what: str, newline: str) -> None:
    ((found, message),) = complaints(format, text.replace("\n", newline))
    assert found == line
    assert what in message
    assert message.endswith(": mend it here, for what follows may not be checked")


@pytest.mark.parametrize(("format", "text"), WHOLE)
def test_whole(format: str, text: str) -> None:
    assert complaints(format, text) == []


def test_what_stands_before_the_fault_is_checked(stet, write):
    write("locales/en.json", '{"a": "Open the the file.",\n "b": nothing}')
    result = stet("check", "--format", "json", "locales")
    assert result.exit_code == 2
    report = json.loads(result.stdout)
    assert [finding["text"] for finding in report["findings"]] == ["the the"]
    (error,) = report["errors"]
    assert (error["path"], error["line"]) == ("locales/en.json", 2)
    assert "locales/en.json:2: not JSON (Expecting value; column 7)" in stet("check", "locales").stderr
