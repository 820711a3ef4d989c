"""The configuration: which one holds, what it says of a file, and what is said where it is wrong."""

import os
from dataclasses import dataclass
from typing import Annotated, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pathspec import GitIgnoreSpec

from stetlint import AtLeast, Hit, SegmentRule, Severity
from stetlint.config import Choice, ConfigError, Configs, PathPatterns, ValueProblem, line_of, options_of


@pytest.fixture
def config(folder, write):
    """Return the configuration that a text makes in the working directory."""

    def make(text, choice=Choice(), name="stet.toml"):  # noqa: B008
        write(name, text)
        return Configs(None, choice).of(str(folder))

    return make


@pytest.fixture
def settings(config, folder):
    """Return what a configuration says of a file."""
    return lambda text, path, choice=Choice(): config(text, choice).for_path(str(folder / path))  # noqa: B008


def test_the_defaults(settings):
    found = settings("", "a.md")
    assert (found.lang, found.is_lang_declared, found.severity) == ("en", False, {})
    assert "doubled-word" in found.rules


def test_the_nearest_configuration_holds(folder, write):
    write("stet.toml", 'language = "de"')
    write("a/.stet.toml", 'language = "fr"')
    write("a/b/pyproject.toml", '[tool.stet]\nlanguage = "pl"')
    write("a/b/c/pyproject.toml", '[tool.other]\nname = "stet"')
    write("a/b/c/d/x.md")
    configs = Configs()
    found = {
        name: configs.of(str(folder / name)).for_path(str(folder / name / "x.md")).lang
        for name in (".", "e", "a", "a/b", "a/b/c", "a/b/c/d")
    }
    assert found == {".": "de", "e": "de", "a": "fr", "a/b": "pl", "a/b/c": "pl", "a/b/c/d": "pl"}
    assert configs.of(str(folder / "a/b/c/d")) is configs.of(str(folder / "a/b"))


def test_files_have_the_format_that_is_said(config, folder):
    found = config('[files]\nhtml = ["site/**/*.tmpl", "/a.md"]\ntext = ["NOTES"]\n')
    names = ("site/x/a.tmpl", "a.md", "b/a.md", "b/NOTES", "c.html", "d.py")
    formats = [found.format_of(str(folder / name)) for name in names]
    assert formats == ["html", "html", "markdown", "text", "html", None]
    assert [found.names_format_of(str(folder / name)) for name in names] == [
        True,
        True,
        False,
        True,
        False,
        False,
    ]


def test_a_format_has_to_exist(config):
    with pytest.raises(ConfigError, match='unknown format "htm"') as caught:
        config('language = "en"\n[files]\nhtm = ["a"]\n')
    assert caught.value.line == 3


def test_stet_toml_goes_before_the_others(config, write):
    write("pyproject.toml", '[tool.stet]\nlanguage = "fr"')
    write(".stet.toml", 'language = "pl"')
    assert config('language = "de"').for_path("x").lang == "de"


def test_a_given_file_holds_everywhere(folder, write):
    write("docs/stet.toml", 'language = "de"')
    write("style/mine.toml", 'language = "fr"\n[[overrides]]\npaths = ["a/*.md"]\nlanguage = "pl"\n')
    configs = Configs("style/mine.toml")
    config = configs.of(str(folder / "docs"))
    assert config.for_path(str(folder / "docs/x.md")).lang == "fr"
    assert config.for_path(str(folder / "style/a/x.md")).lang == "pl"  # relative to its own folder
    assert config.for_path(str(folder / "a/x.md")).lang == "fr"


def test_selection(settings):
    def rules(text, choice=Choice(), path="a.md"):  # noqa: B008
        return settings(text, path, choice).rules

    default = rules("")
    assert rules('select = ["doubled-word"]') == {"doubled-word"}
    assert rules('ignore = ["doubled-word"]') == default - {"doubled-word"}
    assert rules('select = ["all"]') >= default
    assert rules("", Choice(("doubled-word",))) == {"doubled-word"}
    assert rules("", Choice(None, ("doubled-word",))) == default - {"doubled-word"}

    override = '[[overrides]]\npaths = ["de/**"]\n'
    assert rules(override + 'ignore = ["doubled-word"]', path="de/a.md") == default - {"doubled-word"}
    assert rules(override + 'ignore = ["doubled-word"]') == default
    assert rules(override + 'select = ["doubled-word"]', path="de/a.md") == {"doubled-word"}
    both = 'ignore = ["doubled-word"]\n' + override + 'select = ["doubled-word"]'
    assert rules(both) == default - {"doubled-word"}
    assert rules(both, path="de/a.md") == {"doubled-word"}
    # The command line replaces what is selected, but what is ignored in a path stays ignored.
    chosen = Choice(("doubled-word",))
    assert rules(override + 'select = ["lost-link"]', chosen, "de/a.md") == {"doubled-word"}
    assert rules(override + 'ignore = ["doubled-word"]', chosen, "de/a.md") == set()


def test_only_selected_rules_are_made(config):
    text = 'select = ["doubled-word"]\n[[overrides]]\npaths = ["x"]\nselect = ["lost-link"]\n'
    assert [rule.id for rule in config(text).rules] == ["doubled-word", "lost-link"]
    assert [rule.id for rule in config(text, Choice(("lost-link",))).rules] == ["lost-link"]


def test_later_overrides_win(settings):
    text = (
        'language = "fr"\n[severity]\nlost-link = "error"\n'
        '[[overrides]]\npaths = ["docs/**"]\nlanguage = "de"\nseverity = { lost-link = "info" }\n'
        '[[overrides]]\npaths = ["docs/pl/*.md"]\nlanguage = "pl"\n'
    )
    found = {path: settings(text, path) for path in ("a.md", "docs/a.md", "docs/pl/a.md")}
    assert [(s.lang, s.is_lang_declared) for s in found.values()] == [
        ("fr", False),
        ("de", True),
        ("pl", True),
    ]
    assert [s.severity["lost-link"] for s in found.values()] == [Severity.ERROR, Severity.INFO, Severity.INFO]


@pytest.mark.parametrize(
    ("pattern", "matching", "other"),
    [
        ("docs/**", ["docs/a.md", "docs/b/a.md"], ["a.md", "x/docs/a.md"]),
        ("docs/*.md", ["docs/a.md"], ["docs/b/a.md"]),
        ("*.de.md", ["a.de.md", "docs/a.de.md"], ["de.md"]),
        ("README.md", ["README.md", "docs/README.md"], ["READMES.md"]),
        ("/README.md", ["README.md"], ["docs/README.md"]),
        ("**/old/**", ["old/a.md", "x/y/old/a.md"], ["older/a.md"]),
        ("docs/de", ["docs/de/a.md"], ["docs/de.md"]),
    ],
)
def test_path_patterns_are_those_of_gitignore(config, folder, pattern, matching, other):
    made = config(f'exclude = ["{pattern}"]')
    for path in matching:
        assert made.excludes(str(folder / path)), path
    for path in other:
        assert not made.excludes(str(folder / path)), path


@given(
    st.lists(st.text("ab.*/", min_size=1, max_size=6), max_size=3),
    st.lists(st.text("ab.", min_size=1, max_size=3), min_size=1, max_size=3).map("/".join),
)
def test_path_patterns_are_those_of_the_library(patterns, path):
    assert PathPatterns(patterns, ()).match(path) == GitIgnoreSpec.from_lines(patterns).match_file(path)


def test_long_lists_of_paths(config, folder):
    paths = [f"folder{i}/sub/file{i}.md" for i in range(370)]
    made = config(f'[[overrides]]\npaths = {paths}\nlanguage = "de"\n')
    found = [made.for_path(str(folder / f"folder{i}/sub/file{i}.md")) for i in range(1_000)]
    assert [s.lang for s in found[:371]] == ["de"] * 370 + ["en"]
    assert len({id(s) for s in found}) == 2


def test_plugins_are_relative_to_the_configuration(folder, write):
    write("style/stet.toml", 'plugins = ["rules/mine.py"]\n')
    write(
        "style/rules/mine.py",
        '"""Mine."""\nfrom stetlint import SegmentRule\n'
        'class Mine(SegmentRule):\n    id = "mine"\n    mqm = "style"\n',
    )
    assert "mine" in Configs().of(str(folder / "style")).known
    assert "mine" not in Configs().of(str(folder)).known


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ('language = "de"\n\ningore = []\n', 3, 'unknown key "ingore" (did you mean "ignore"?)'),
        ("# ingore\nxyz = 1", 2, 'unknown key "xyz"'),
        ("language = 3", 1, "language: must be a string, not 3"),
        ('language = "nonsense"', 1, 'language: "nonsense" is no language tag such as "en" or "pt-BR"'),
        ('select = "default"', 1, 'select: must be a list, not "default"'),
        ("select = [1]", 1, "select: must be a string, not 1"),
        (
            'select = [\n  "lost-link",\n  "doubled-wrod",\n]',
            3,
            'unknown rule "doubled-wrod" (did you mean "doubled-word"?)',
        ),
        ('ignore = ["default"]', 1, 'unknown rule "default"'),
        ('\nexclude = ["!"]', 2, "exclude: not a path pattern: Invalid git pattern: '!'"),
        ('exclude = ["[z-a]"]', 1, None),
        (
            "\n[tool.stet]\nselect = []",
            2,
            "[tool.stet] is for pyproject.toml: here its keys stand without it",
        ),
        ('ignore = [\n  # not "xyz"\n  "xyz"]', 3, 'unknown rule "xyz"'),
        ('exclude = [\n  "a",\n  ""]', 3, "exclude: must be a list without an empty string"),
        (
            '[[overrides]]\npaths = [""]',
            2,
            "overrides.paths: must be a list without an empty string",
        ),
        ("[rules.dash-style]\n\nratio = -3", 3, "rules.dash-style.ratio: must be at least 1, not -3"),
        ('ignore = [\n"x", # the "y"\n\'y\']', 2, 'unknown rule "x"'),
        ("[rules]\nlost-link = 1", 2, "rules.lost-link: must be a table, not 1"),
        (
            "\n[rules.doubled-wrod]\nallow = []",
            2,
            'unknown rule "doubled-wrod" (did you mean "doubled-word"?)',
        ),
        (
            '[rules.doubled-word]\nalow = ["x"]',
            2,
            'unknown option "alow" (did you mean "allow"?)',
        ),
        (
            '[rules.doubled-word]\n\nallow = "x"',
            3,
            'rules.doubled-word.allow: must be a list, not "x"',
        ),
        ('rules.doubled-word.allow = "x"', 1, 'rules.doubled-word.allow: must be a list, not "x"'),
        ('[rules.lost-link]\nx = "x"', 2, None),
        (
            '[severity]\ndoubled-wrod = "info"',
            2,
            'unknown rule "doubled-wrod" (did you mean "doubled-word"?)',
        ),
        (
            '[severity]\ndoubled-word = "fatal"',
            2,
            'severity.doubled-word: must be "error" or "warning" or "info", not "fatal"',
        ),
        ('[[overrides]]\nlanguage = "de"', 1, 'overrides: an override has to have "paths"'),
        (
            '[[overrides]]\npaths = ["a"]\n\n[[overrides]]\npaths = ["b"]\npath = ["c"]',
            6,
            'unknown key "path" (did you mean "paths"?)',
        ),
        (
            '[[overrides]]\npaths = ["a"]\nseverity = { doubled-wrod = "info" }',
            3,
            'unknown rule "doubled-wrod" (did you mean "doubled-word"?)',
        ),
        ('[[overrides]]\npaths = "a"', 2, 'overrides.paths: must be a list, not "a"'),
        (
            '\n[overrides]\npaths = ["a"]',
            2,
            "overrides: there may be several: write [[overrides]], with two brackets",
        ),
        ('overrides = "a"', 1, 'overrides: must be a list, not "a"'),
        ('plugins = ["no.py"]', 1, None),
        ("select = [", 1, None),
        ("a = 1\na = 2", 2, None),
    ],
)
def test_what_is_wrong_is_named_with_its_line(config, text, line, message):
    with pytest.raises(ConfigError) as caught:
        config(text)
    assert (caught.value.path, caught.value.line) == ("stet.toml", line)
    if message is not None:
        assert caught.value.message == message


def test_where_several_configurations_hold_the_wrong_one_is_named(folder, write):
    write("stet.toml", 'select = ["default"]')
    write("docs/stet.toml", '\nignore = ["lost-lnik"]')
    configs = Configs()
    assert configs.of(str(folder)).rules
    with pytest.raises(ConfigError) as caught:
        configs.of(str(folder / "docs"))
    assert (caught.value.path, caught.value.line) == ("docs/stet.toml", 2)
    assert caught.value.message == 'unknown rule "lost-lnik" (did you mean "lost-link"?)'


def test_a_rule_that_only_another_configuration_knows(folder, write):
    write("stet.toml", 'select = ["default"]')
    write("docs/stet.toml", 'plugins = ["mine.py"]')
    write(
        "docs/mine.py",
        '"""Mine."""\nfrom stetlint import SegmentRule\n'
        'class Mine(SegmentRule):\n    id = "mine"\n    mqm = "style"\n',
    )
    configs = Configs(choice=Choice(("mine",)))
    assert [rule.id for rule in configs.of(str(folder / "docs")).rules] == ["mine"]
    with pytest.raises(ConfigError) as caught:
        configs.of(str(folder))
    assert caught.value.message == '--select: unknown rule "mine" where stet.toml holds'


def test_the_lines_of_pyproject(config):
    text = '[project]\nname = "x"\n\n[tool.stet]\nselect = ["all"]\n\n[tool.stet.severty]\n'
    with pytest.raises(ConfigError) as caught:
        config(text, name="pyproject.toml")
    assert (caught.value.path, caught.value.line) == ("pyproject.toml", 7)
    assert caught.value.message == 'unknown key "severty" (did you mean "severity"?)'


def test_a_given_file_that_is_not_there(folder):
    with pytest.raises(ConfigError, match="No such file"):
        Configs("no.toml").of(str(folder))


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a file that may not be read")
@pytest.mark.parametrize("name", ["stet.toml", "pyproject.toml"])
def test_a_configuration_that_cannot_be_read(write, folder, name):
    write(name, "[tool.stet]\n").chmod(0)
    with pytest.raises(ConfigError, match="Permission denied") as caught:
        Configs().of(str(folder))
    assert caught.value.path == name


def test_a_configuration_that_is_not_utf8(config, write, folder):
    write("stet.toml", b"# caf\xe9")
    with pytest.raises(ConfigError, match="not UTF-8: byte 0xE9"):
        Configs().of(str(folder))


def test_lines_of_keys():
    text = 'a = 1\n"b c" = 2\n[t]\nx.y = 1\n[[l]]\nk = 1\n[[l]]\nk = 2\n[l.m]\nz = 3\n'
    assert line_of(text, ("b c",)) == 2
    assert line_of(text, ("t", "x", "y")) == 4
    assert line_of(text, ("l", 1, "k")) == 8
    assert line_of(text, ("l", 0)) == 5
    assert line_of(text, ("nowhere",)) is None


@dataclass(frozen=True)
class Options:
    """One option of each type."""

    word: str = "x"
    count: int = 1
    share: float = 0.5
    loud: bool = False
    words: tuple[str, ...] = ()
    scope: Literal["file", "folder"] = "file"
    least: Annotated[int, AtLeast(1)] = 3


class Example(SegmentRule):
    """A rule with options."""

    id = "example"
    mqm = "other"
    Options = Options

    def check(self, segment):
        yield Hit(0, 1, "x")


class Plain(SegmentRule):
    """A rule without options."""

    id = "plain"
    mqm = "other"


def test_options():
    assert options_of(Example, {}) == Options()
    given = {"word": "y", "count": 2, "share": 1, "loud": True, "words": ["a", "b"], "scope": "folder"}
    assert options_of(Example, {**given, "least": 1}) == Options("y", 2, 1.0, True, ("a", "b"), "folder", 1)


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("word", 1, "must be a string, not 1"),
        ("count", 1.5, "must be a whole number, not 1.5"),
        ("count", True, "must be a whole number, not true"),
        ("share", "1", 'must be a number, not "1"'),
        ("loud", 1, "must be true or false, not 1"),
        ("words", "a", 'must be a list, not "a"'),
        ("words", ["a", 1], "must be a string, not 1"),
        ("words", {"a": 1}, "must be a list, not a table"),
        ("scope", "files", 'must be "file" or "folder", not "files"'),
        ("words", ["a", ""], "must be a list without an empty string"),
        ("least", 0, "must be at least 1, not 0"),
        ("least", -1, "must be at least 1, not -1"),
        ("least", 1.5, "must be a whole number, not 1.5"),
        ("wrod", "x", 'unknown option "wrod" (did you mean "word"?)'),
    ],
)
def test_options_that_are_wrong(key, value, message):
    with pytest.raises(ValueProblem) as caught:
        options_of(Example, {key: value})
    assert (caught.value.keys, caught.value.message) == ((key,), message)


def test_a_rule_without_options():
    assert isinstance(options_of(Plain, {}), Plain.Options)
    with pytest.raises(ValueProblem, match="plain has no options"):
        options_of(Plain, {"x": 1})
