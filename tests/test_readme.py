"""The README says what is there: its commands, its configuration, its list of rules."""

import re
import tomllib
from pathlib import Path

import click
import pytest

from stetlint.cli import main
from stetlint.config import Values, check_ids, options_of, read_values
from stetlint.manual import table
from stetlint.readers import FORMATS, NAMED, get
from stetlint.registry import load
from stetlint.source import Source

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def block(language, containing):
    """Return the text of the first code block that holds a string."""
    blocks = re.findall(rf"^```{language}\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
    return next(text for text in blocks if containing in text)


def test_the_list_of_rules():
    expected = "".join(table(load()))
    assert block("text", "what it finds") == expected, f"README.md has to list the rules so:\n\n{expected}"


def test_the_command_that_runs_the_tests():
    command = block("sh", "pytest").strip()
    assert command in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()


def test_the_configuration():
    table = tomllib.loads(block("toml", "language"))
    assert set(table) == set(Values._fields)
    values = read_values(table)
    known = load()
    check_ids(values, known)
    for id, options in values.rules.items():
        options_of(known[id], options)


def test_the_endings():
    rows = re.findall(r"^\| `(\w+)` \|(.*)\| ([\w ]+) \|$", README, re.MULTILINE)
    listed = {name: tuple(re.findall(r"`(\.\w+)`", endings)) for name, endings, _ in rows}
    assert listed == FORMATS
    assert {name for name, _, in_folders in rows if in_folders != "yes"} == NAMED


def test_every_option_is_described():
    options = {
        option
        for command in main.commands.values()
        for parameter in command.params
        if isinstance(parameter, click.Option)
        for option in parameter.opts
    }
    assert "--changed-since" in options
    assert {option for option in options if not re.search(rf"{option}\b(?!-)", README)} == set()


COMMENTED = {
    "markdown": "{}\n\nText.\n",
    "mdx": "{}\n\nText.\n",
    "rst": "Text.\n\n{}\n\nText.\n",
    "asciidoc": "Text.\n\n{}\nText.\n",
    "html": "<p>Text.</p>\n{}\n<p>Text.</p>\n",
    "po": '{}\nmsgid "a"\nmsgstr "Text."\n',
    "xliff": '<xliff version="1.2">{}<file target-language="en"/></xliff>\n',
    "tmx": "<tmx><body>{}</body></tmx>\n",
    "android": '<resources>{}<string name="a">Text.</string></resources>\n',
    "yaml": "en:\n  {}\n  a: Text.\n",
    "properties": "{}\na=Text.\n",
    "strings": '{}\n"a" = "Text.";\n',
    "subtitles": "WEBVTT\n\n{}\n\n00:01.000 --> 00:02.000\nText.\n",
}


def test_the_comments_of_formats():
    rows = re.findall(
        r"^\| ((?:`\w+`(?: \(\w+\))? ?)+) \| (none|`[^`]*stet: ignore[^`]*`)", README, re.MULTILINE
    )
    listed = {}
    for formats, comment in rows:
        for format in re.findall(r"`(\w+)`", formats):
            listed.setdefault(format, comment.strip("`"))
    assert set(listed) == set(FORMATS)
    for format, comment in listed.items():
        if comment == "none":
            assert format not in COMMENTED
            continue
        source = Source("a", COMMENTED[format].format(comment).encode())
        assert [each.text for each in get(format).read(source, "en").comments] == ["stet: ignore"], format


@pytest.mark.parametrize("command", ["check examples", "explain split-sentence", "rules"])
def test_commands_that_it_shows(stet, command, monkeypatch):
    assert f"stet {command}" in README
    monkeypatch.chdir(ROOT)
    result = stet(*command.split())
    assert result.exit_code == (1 if command.startswith("check") else 0)
    if command.startswith("check"):
        assert block("text", "doubled-word") in result.stdout


def test_the_texts_of_the_project_are_clean(stet, monkeypatch):
    monkeypatch.chdir(ROOT)
    result = stet("check", "README.md", "CONTRIBUTING.md", "CHANGELOG.md")
    assert (result.exit_code, result.stdout) == (0, "All clear: 3 files checked.\n")
