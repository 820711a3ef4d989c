"""Rules of others: of rule files that a configuration names, and of packages that declare an entry point."""

import json
import os
import subprocess
import sys

import pytest

from stetlint.registry import RuleLoadError, load

RULE = '''"""A word that the house does not use.

What it finds: "utilise".
"""

from collections.abc import Iterator

from stetlint import Bad, Hit, Pattern, Segment, SegmentRule

WORD = Pattern("utilise")


class PlainWord(SegmentRule):
    """A word for which there is a plainer one."""

    id = "plain-word"
    mqm = "style/language-register"
    trigger = "utilise"
    good = ("Use it.",)
    bad = (Bad("We utilise it.", "utilise", fixed="We use it."),)

    def check(self, segment: Segment) -> Iterator[Hit]:
        """Yield each such word."""
        for match in WORD.finditer(segment.text):
            yield Hit(*match.span(), "“utilise”: write “use”", ("use",), "use", True)
'''


def test_a_rule_file(stet, write):
    write("style/stet.toml", 'plugins = ["plain_word.py"]\n')
    write("style/plain_word.py", RULE)
    write("style/a.md", "We utilise it.\n")
    write("b.md", "We utilise it.\n")
    result = stet("check", ".", "--format", "json")
    assert [(f["path"], f["rule"], f["text"]) for f in json.loads(result.stdout)["findings"]] == [
        ("style/a.md", "plain-word", "utilise")
    ]


def test_a_rule_file_is_listed_and_explained(stet, write):
    write("stet.toml", 'plugins = ["plain_word.py"]\n')
    write("plain_word.py", RULE)
    assert "plain-word" in stet("rules").stdout
    assert 'What it finds: "utilise".' in stet("explain", "plain-word").stdout


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "broken.py: no such file"),
        ("x = 1\n", "defines no rule"),
        ("\nimport nonsense_that_is_not_there\n", "broken.py:2: ModuleNotFoundError"),
        ("def f(:\n", "SyntaxError"),
        (RULE.replace("plain-word", "doubled-word"), "the rule id 'doubled-word' is taken"),
    ],
)
def test_a_rule_file_that_cannot_be_loaded(stet, write, content, message):
    write("stet.toml", '\nplugins = ["broken.py"]\n')
    write("a.md", "Fine.\n")
    if content is not None:
        write("broken.py", content)
    result = stet("check", "a.md")
    assert result.exit_code == 2
    assert result.stderr.startswith("error: stet.toml:2: ")
    assert "broken.py" in result.stderr
    assert message in result.stderr


def install(folder, module, content, target):
    """Lay a package out as an installer does."""
    (folder / module).mkdir(parents=True)
    (folder / module / "__init__.py").write_text('"""Rules."""\n')
    (folder / module / "plain_word.py").write_text(content)
    info = folder / f"{module}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {module}\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[stetlint.rules]\nhouse = {target}\n")


def program(folder, *arguments):
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join((str(folder), os.environ.get("PYTHONPATH", ""))),
    }
    command = [sys.executable, "-m", "stetlint", *arguments]
    return subprocess.run(command, capture_output=True, check=False, env=environment, text=True)


def test_a_package(folder, write):
    install(folder / "site", "house_style", RULE, "house_style")
    write("a.md", "We utilise the the word.\n")
    done = program(folder / "site", "check", "a.md", "--format", "concise")
    assert done.returncode == 1
    assert [line.split()[1] for line in done.stdout.splitlines()] == ["plain-word", "doubled-word"]
    assert "plain-word" in program(folder / "site", "rules").stdout


def test_one_module_of_a_package(folder, write):
    install(folder / "site", "house_style", RULE, "house_style.plain_word")
    write("a.md", "We utilise it.\n")
    assert "plain-word" in program(folder / "site", "check", "a.md", "--format", "concise").stdout


def test_a_package_that_cannot_be_loaded(folder, write):
    install(folder / "site", "house_style", "1 / 0\n", "house_style")
    write("a.md", "Fine.\n")
    done = program(folder / "site", "check", "a.md")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "error: house_style: ZeroDivisionError: division by zero\n"


def test_built_in_rules_need_no_entry_point_of_their_own():
    assert "doubled-word" in load()
    with pytest.raises(RuleLoadError):
        load(("no-such-file.py",))
