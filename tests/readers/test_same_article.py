"""One article in every format: the same findings, each at its place."""

from __future__ import annotations

import json
from collections.abc import Callable
from html import escape

import pytest

from stetlint.config import FileSettings
from stetlint.engine import Linter
from stetlint.readers import FORMATS
from stetlint.registry import load
from stetlint.source import Source

ARTICLE = (
    "The harbour opens at six, and the the boats leave before the fog comes in.",
    "She counted the crates — there were “nineteen” of them — and went home , tired.",
    "The keeper said (he was 85 then that nobody had asked him about the lamp.",
)
FOUND = [("doubled-word", "the the"), ("stray-punctuation", " ,"), ("unpaired-mark", "(")]


def po(texts: tuple[str, ...]) -> str:
    return "\n".join(
        f'msgid "a {i}"\nmsgstr ""\n"{text[:9]}"\n"{text[9:]}"\n' for i, text in enumerate(texts)
    )


def lines(template: str, start: str = "", end: str = "") -> Callable[[tuple[str, ...]], str]:
    return lambda texts: start + "".join(template.replace("{}", text) for text in texts) + end


def catalogue(texts: tuple[str, ...]) -> str:
    units = {
        f"a {i}": {"localizations": {"en": {"stringUnit": {"state": "translated", "value": text}}}}
        for i, text in enumerate(texts)
    }
    return json.dumps({"sourceLanguage": "en", "strings": units}, ensure_ascii=False, indent=2)


def subtitles(texts: tuple[str, ...]) -> str:
    cues = [part for text in texts for part in (text[:27].strip(), text[27:].strip())]
    return "".join(f"{i}\n00:00:{i:02},000 --> 00:00:{i:02},900\n{cue}\n\n" for i, cue in enumerate(cues, 10))


def as_json(texts: tuple[str, ...]) -> str:
    return json.dumps({"a": dict(enumerate(texts))}, indent=1)


WRITERS: dict[str, Callable[[tuple[str, ...]], str]] = {
    "android": lines("<string name='a'>{}</string>\n", "<resources>", "</resources>"),
    "arb": as_json,
    "asciidoc": lambda texts: "= x\n\n|===\n" + "".join(f"| {text}\n\n" for text in texts) + "|===\n",
    "html": lambda texts: "<title>x</title>" + "".join(f"<p>{escape(text)}\n" for text in texts),
    "json": as_json,
    "jsonl": lambda texts: "".join(json.dumps({"src": "x", "mt": text}) + "\n" for text in texts),
    "markdown": lines("{}\n\n"),
    "mdx": lines("{}\n\n", "import A from 'a'\n\n<A>\n\n", "</A>\n"),
    "po": po,
    "properties": lines("a = {}\n"),
    "rst": lambda texts: "".join(f".. note::\n\n   {text[:40]}\n   {text[41:]}\n\n" for text in texts),
    "strings": lines('"a" = "{}";\n'),
    "subtitles": subtitles,
    "text": lines("{}\n\n"),
    "tmx": lines("<tu><tuv xml:lang='de'><seg>x</seg></tuv><tuv xml:lang='en'><seg>{}</seg></tuv></tu>\n",
                 "<tmx><header srclang='de'/><body>", "</body></tmx>"),
    "xcstrings": catalogue,
    "xliff": lines("<trans-unit><source>x</source><target>{}</target></trans-unit>\n", "<xliff>", "</xliff>"),
    "yaml": lambda texts: "en:\n" + "".join(f"  a{i}: >\n    {text}\n" for i, text in enumerate(texts)),
}  # fmt: skip


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("format", FORMATS)
def test_the_same_findings(format: str, newline: str) -> None:
    text = WRITERS[format](ARTICLE).replace("\n", newline)
    rules = {id: rule for id, rule in load().items() if rule.is_default}
    linter = Linter([rule() for rule in rules.values()])
    settings = FileSettings("en", True, frozenset(rules), {})
    source = Source(f"x{(FORMATS[format] or ('',))[0]}", text.encode())
    report = linter.finish([linter.check(source, settings, format)])
    assert not report.problems
    assert [(f.rule, f.place.text) for f in report.findings] == FOUND
    for finding in report.findings:
        place = finding.place
        line = text.split("\n")[place.line - 1]
        assert line[place.column - 1 :].startswith(place.text)
