"""The resource files of programs: JSON, ARB, .properties, .strings, .xcstrings, and where they stand."""

from __future__ import annotations

import json

import pytest
import yaml

from reading import read, texts
from stetlint.document import OBJECT
from stetlint.readers import format_in_folder, format_of, get
from stetlint.source import Source


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"a": "b", "c": {"d": ["e", {"f": "g"}, "h"], "i": 1}, "j": "k"}', list("beghk")),
        ('{"a": {}, "b": [], "c": [[]], "d": "e"}', ["e"]),
        ('{"a": "ä \\u00e4 \\ud83d\\ude00 \\ud83d \\"x\\" \\n\\ty\\/z 😀"}', ['ä ä 😀 \ufffd "x" |\ty/z 😀']),
        ('{"a": "{{b}} %s <b>c</b> {n, plural, one {d} other {f}} $t(e)"}', ["_ _ _c_ f _", "d"]),
        ('{"@@locale": "de", "a": "b", "@a": {"description": "c"}, "$schema": "d"}', ["b"]),
        ('{"a": {"message": "b", "description": "c"}, "d": {"description": "e"}}', ["b", "e"]),
        ('// "a"\n{"b": "c", /* "d": "e" */ "f": "g",}', ["c", "g"]),
        ('"a"', []),
        ('{"a": "b', []),
        ('}]{"a": "b"}, "c": "d"', ["b"]),
    ],
)
def test_json(text: str, expected: list[str]) -> None:
    assert texts("json", text) == expected


@pytest.mark.parametrize(
    ("text", "line"),
    [('{"a": "b", // ä\n}', None), ('{"a": "ä", /* ö\n */}', None), ('{\n// ü\n"a" "b"}', 3)],
)
def test_comments_in_json_are_no_complaint(text: str, line: int | None) -> None:
    content = get("json").read(Source("x", text.encode()), "en")
    assert [at for at, _ in content.complaints] == ([line] if line else [])


def test_messages_of_an_extension() -> None:
    text = (
        '{"a": {"description": "b", "message": "c", "placeholders": {"d": {"content": "e", "message": "f"}}}}'
    )
    assert texts("json", text, "_locales/de/messages.json") == ["c"]


@pytest.mark.parametrize(
    "value",
    [{"a": ["b", {"c": "d"}], "e": {"f": {"g": 'h "i" \\ j'}}}, {"a": [["b"], "c", []], "d": "\u2028e 😀 ä"}],
)
def test_the_texts_are_those_of_a_parser(value: object) -> None:
    def leaves(value: object) -> list[str]:
        if isinstance(value, str):
            return [value]
        items = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        return [leaf for item in items for leaf in leaves(item)]

    for ascii in (True, False):
        found = [s.text for s in read("json", json.dumps(value, ensure_ascii=ascii)).segments]
        assert [text.strip() for text in found] == [leaf.strip("\u2028") for leaf in leaves(value)]


YAML = """
# stet: ignore
de:
  a: Plain text
  b: "double \\"b\\" \\u00e4"
  'c d': 'it''s'
  e:
    - one
    - f: two
      g: |
        Literal
        goes on
        Here
    -
  h: >
    folded
    text

    more
  i: [no, prose]
  j: &anchor no
  k: ! 'tagged'
  l:
    text below
    its key
  "m:n": x # comment
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_yaml(newline: str) -> None:
    text = YAML.replace("\n", newline)
    assert texts("yaml", text) == [
        "Plain text", 'double "b" ä', "it's", "one", "two", "Literal\ngoes on|Here", "folded\ntext|more",
        "tagged", "text below\nits key", "x",
    ]  # fmt: skip
    assert get("yaml").declared_language(Source("x.yml", text.encode())) == "de"
    assert [c.text for c in read("yaml", text).comments] == ["stet: ignore"]


def test_a_comment_of_yaml_below_a_key() -> None:
    content = read("yaml", "de:\n  # stet: ignore\n  a: one\n")
    assert [c.text for c in content.comments] == ["stet: ignore"]
    assert [s.text for s in content.segments] == ["one"]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_the_scalars_are_those_of_a_parser(newline: str) -> None:
    def leaves(node: yaml.Node) -> list[str]:
        if isinstance(node, yaml.ScalarNode):
            return [node.value]
        if node.flow_style:
            return []
        items = [value for _, value in node.value] if isinstance(node, yaml.MappingNode) else node.value
        return [leaf for item in items for leaf in leaves(item)]

    text = YAML.replace("&anchor no", "[no]").replace("\n", newline)
    expected = [leaf.split() for leaf in leaves(yaml.compose(text)) if leaf]
    assert [s.text.split() for s in read("yaml", text).segments] == expected


def test_properties() -> None:
    text = (
        "# stet: ignore\n! b\na = B c\\\n   d\nb: \\u00e4 \\\\ x\\ty\nc d e\n\n  f=It''s {0}\ng=It''s\n"
        "h\\ i = k\nl=\nm\n"
    )
    for newline in ("\n", "\r\n"):
        found = read("properties", text.replace("\n", newline))
        shown = [segment.text.replace(OBJECT, "_") for segment in found.segments]
        assert shown == ["B cd", "ä \\ x\ty", "d e", "It's _", "It''s", "k"]
        assert [c.text for c in found.comments] == ["stet: ignore", "b"]


def test_strings() -> None:
    text = '/* stet: ignore */\n"Save %@" = "Sichern \\"%@\\"\\n";\nkey = "Text \\U00e4"; // b\n"a" = "c"'
    content = read("strings", text)
    assert [(s.text.replace(OBJECT, "_"), s.original and s.original.text) for s in content.segments] == [
        ('Sichern "_"', f"Save {OBJECT}"),
        ("Text ä", None),
    ]
    assert [c.text for c in content.comments] == ["stet: ignore", "b"]


def test_xcstrings() -> None:
    def unit(value: str, state: str = "translated") -> object:
        return {"stringUnit": {"state": state, "value": value}}

    plural = {"variations": {"plural": {"one": unit("%d Datei"), "other": unit("%d Dateien")}}}
    catalogue = {
        "sourceLanguage": "en",
        "strings": {
            "Save": {"comment": "no", "localizations": {"de": unit("Sichern"), "fr": unit("x", "new")}},
            "files": {"localizations": {"de": plural, "en": unit("%d files")}},
        },
        "version": "1.0",
    }
    content = read("xcstrings", json.dumps(catalogue))
    found = [
        (
            s.text.replace(OBJECT, "_"),
            s.lang,
            s.original and s.original.text.replace(OBJECT, "_"),
            s.original_lang,
        )
        for s in content.segments
    ]
    assert found == [
        ("Sichern", "de", "Save", "en"),
        ("_ Datei", "de", "_ files", "en"),
        ("_ Dateien", "de", "_ files", "en"),
        ("_ files", "en", None, None),
    ]


@pytest.mark.parametrize(
    ("path", "format", "in_folder", "lang"),
    [
        ("src/locales/de/menu.json", "json", "json", "de"),
        ("i18n/pt_BR.json", "json", "json", "pt-BR"),
        ("_locales/zh_CN/messages.json", "json", "json", "zh-CN"),
        ("translations/menu.de.json", "json", "json", "de"),
        ("i18n/package.json", "json", None, None),
        ("i18n/qqq.json", "json", None, None),
        ("i18n/site/src/data/deep/de.json", "json", None, "de"),
        ("de.json", "json", None, "de"),
        ("app/src/main/res/values-b+sr+Latn/strings.xml", "android", "android", "sr-Latn"),
        ("app/src/main/res/values-in/strings.xml", "android", "android", "id"),
        ("app/src/main/res/values/strings.xml", "android", "android", None),
        ("app/src/main/res/values/colors.xml", None, None, None),
        ("config/locales/de.yml", "yaml", "yaml", "de"),
        ("config/deploy.yml", "yaml", None, None),
        ("text/messages_pt_BR.properties", "properties", "properties", "pt-BR"),
        ("text/messages.properties", "properties", None, None),
        ("gradle.properties", "properties", None, None),
        ("de.lproj/Localizable.strings", "strings", "strings", "de"),
        ("lib/l10n/app_de.arb", "arb", "arb", "de"),
        ("po/de.po.gz", "po", "po", "de"),
        ("src/locales/de/menu.json.gz", "json", "json", "de"),
    ],
)
def test_where_resources_stand(
    path: str, format: str | None, in_folder: str | None, lang: str | None
) -> None:
    assert (format_of(path), format_in_folder(path)) == (format, in_folder)
    if format is not None:
        assert get(format).declared_language(Source(path, b"")) == lang
