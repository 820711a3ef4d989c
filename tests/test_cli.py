"""The command line: what goes in, what comes out, and how it exits."""

import gzip
import json
import os
import subprocess
import sys
import tempfile

import pytest

from stetlint import __main__, __version__, check
from stetlint.registry import load

BAD = "Open the the file.\n"
GOOD = "Open the file.\n"


def found(result):
    return [(f["path"], f["line"], f["column"], f["text"]) for f in json.loads(result.stdout)["findings"]]


def test_nothing_found(stet, write):
    write("a.md", GOOD)
    write("b.md", GOOD)
    result = stet("check", "a.md", "b.md")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "All clear: 2 files checked.\n", "")


def test_concise_keeps_standard_output_for_findings(stet, write):
    write("a.md", GOOD)
    result = stet("check", "a.md", "--format", "concise")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "All clear: 1 file checked.\n"


def test_found(stet, write):
    write("a.md", BAD)
    result = stet("check", "a.md", "--format", "concise")
    assert result.exit_code == 1
    assert result.stdout.startswith("a.md:1:6: doubled-word ")
    assert len(result.stdout.splitlines()) == 1
    assert result.stderr == ""


def test_exit_zero(stet, write):
    write("a.md", BAD)
    assert stet("check", "a.md", "--exit-zero").exit_code == 0
    assert stet("check", "a.md", "missing.md", "--exit-zero").exit_code == 2


@pytest.mark.parametrize("severity", ["error", "warning", "info"])
def test_fail_on(stet, write, severity):
    write("a.md", BAD)
    write("stet.toml", f'[severity]\ndoubled-word = "{severity}"\n')
    levels = ["error", "warning", "info", "never"]
    codes = [stet("check", "--fail-on", level).exit_code for level in levels]
    assert codes == [
        int(level != "never" and levels.index(severity) <= levels.index(level)) for level in levels
    ]
    assert stet("check", "missing.md", "--fail-on", "never").exit_code == 2
    assert stet("check", "--fail-on", "fatal").exit_code == 2


def test_statistics(stet, write, folder):
    write("a.md", BAD + "\nShe said said it.\n\nA lost \N{REPLACEMENT CHARACTER} character.\n")
    result = stet("check", "--statistics")
    assert result.exit_code == 1
    assert result.stdout == (
        "2  doubled-word           2 can be fixed\n"
        "1  replacement-character\n"
        "\n"
        "3 findings (1 error, 2 warnings) in 1 of 1 file; 2 can be fixed with --unsafe-fixes.\n"
    )
    assert stet("check", "--statistics", "--format", "json").exit_code == 2
    result = stet("check", "--statistics", "--format", "json", "--output", "out.json")
    assert result.stdout.startswith("2  doubled-word")
    assert len(json.loads((folder / "out.json").read_text("utf-8"))["findings"]) == 3
    write("a.md", GOOD)
    assert stet("check", "--statistics").stdout == "All clear: 1 file checked.\n"


def complete(*words):
    environment = {
        **os.environ,
        "_STET_COMPLETE": "bash_complete",
        "COMP_WORDS": " ".join(["stet", *words]),
        "COMP_CWORD": str(len(words)),
    }
    return program(env=environment).stdout.decode().splitlines()


def test_shell_completion(folder):
    assert complete("expl") == ["plain,explain"]
    assert "plain,--changed-since" in complete("check", "--ch")
    assert complete("explain", "doubled") == ["plain,doubled-word"]
    assert complete("check", "--select", "lost-link,doubled") == ["plain,lost-link,doubled-word"]
    assert complete("check", "docs/") == ["file,docs/"]
    done = program(env={**os.environ, "_STET_COMPLETE": "zsh_source"})
    assert b"#compdef stet" in done.stdout


def test_progress_waits_and_leaves_no_file_out(monkeypatch, capsys):
    files = list(range(10))
    assert list(check.progress(files)) == files
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(check, "PATIENCE", -1)
    assert list(check.progress(files)) == files
    assert list(check.progress([])) == []


@pytest.mark.skipif(os.name == "nt", reason="needs a terminal")
def test_progress_is_shown_on_a_terminal_alone(folder, write):
    import pty

    for number in range(3):
        write(f"{number}.md", GOOD)
    script = "from stetlint import check, cli; check.PATIENCE = -1; cli.main(['check'])"
    for is_terminal in (True, False):
        terminal, stderr = pty.openpty() if is_terminal else os.pipe()
        done = subprocess.run(
            [sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=stderr, check=True
        )
        os.close(stderr)
        try:
            shown = os.read(terminal, 4096)
        except OSError:  # the other end is closed
            shown = b""
        os.close(terminal)
        assert done.stdout == b"All clear: 3 files checked.\n"
        assert (b"Checking" in shown) is is_terminal


def test_without_a_path_the_working_directory_is_checked(stet, write):
    write("docs/a.md", BAD)
    assert found(stet("check", "--format", "json")) == [("docs/a.md", 1, 6, "the the")]


def test_what_cannot_be_read_does_not_stop_the_rest(stet, write):
    write("a.md", BAD)
    write("latin.md", "one\ncaf\xe9\n".encode("latin-1"))
    write("wide.md", "text".encode("utf-16"))
    result = stet("check", "missing.md", "latin.md", "wide.md", "a.md")
    assert result.exit_code == 2
    assert "a.md:1:6" in result.stdout
    lines = result.stderr.splitlines()
    assert lines[0].startswith("error: latin.md:2: not UTF-8: byte 0xE9 at offset 7")
    assert lines[1] == "error: missing.md: no such file or folder"
    assert lines[2].startswith("error: wide.md: this is UTF-16")
    assert len(lines) == 3


def test_json_holds_the_errors(stet, write):
    write("a.md", BAD)
    write("latin.md", b"\xe9")
    result = stet("check", "latin.md", "a.md", "missing.md", "--format", "json")
    assert result.exit_code == 2
    assert result.stderr == ""
    report = json.loads(result.stdout)
    assert report["files"] == 1
    assert [(e["path"], e["line"]) for e in report["errors"]] == [("latin.md", 1), ("missing.md", None)]
    assert len(report["findings"]) == 1


def test_json_of_a_configuration_that_cannot_be_used(stet, write):
    write("stet.toml", 'ingore = ["doubled-word"]\n')
    write("a.md", BAD)
    result = stet("check", "--format", "json")
    assert result.exit_code == 2
    report = json.loads(result.stdout)
    assert report["findings"] == []
    assert report["errors"] == [
        {"path": "stet.toml", "line": 1, "message": 'unknown key "ingore" (did you mean "ignore"?)'}
    ]


def test_a_rule_that_fails_does_not_stop_the_others(stet, write):
    write("stet.toml", 'plugins = ["broken.py"]\n')
    write(
        "broken.py",
        '"""Breaks."""\n'
        "from stetlint import SegmentRule\n"
        "class Broken(SegmentRule):\n"
        '    id = "broken"\n'
        '    mqm = "other"\n'
        "    def check(self, segment):\n"
        "        raise KeyError(segment.text)\n"
        "        yield\n",
    )
    write("a.md", BAD)
    result = stet("check", "a.md", "--format", "concise")
    assert result.exit_code == 2
    assert "doubled-word" in result.stdout
    assert result.stderr.startswith("error: a.md: rule broken failed: KeyError")


def test_a_file_is_checked_once(stet, write, folder):
    write("docs/a.md", BAD)
    result = stet("check", "docs", "docs/a.md", "./docs/a.md", folder / "docs", "--format", "json")
    assert json.loads(result.stdout)["files"] == 1
    assert found(result) == [("docs/a.md", 1, 6, "the the")]


def test_paths_are_reported_as_they_were_named(stet, write, folder):
    write("docs/a.md", BAD)
    named = {"docs": "docs/a.md", "docs/": "docs/a.md", ".": "docs/a.md", "./docs/a.md": "docs/a.md"}
    named[str(folder / "docs")] = str(folder / "docs" / "a.md").replace(os.sep, "/")
    for given, reported in named.items():
        assert [path for path, *_ in found(stet("check", given, "--format", "json"))] == [reported]


def test_the_order_of_arguments_does_not_matter(stet, write):
    for name in ("b.md", "a.md", "c/d.txt", "a/z.md"):
        write(name, BAD)
    paths = ["b.md", "c", "a", "a.md"]
    once = stet("check", *paths, "--format", "json").stdout
    assert stet("check", *reversed(paths), "--format", "json").stdout == once


def test_standard_input(stet):
    result = stet("check", "-", "--format", "json", input=BAD)
    assert result.exit_code == 1
    assert found(result) == [("-", 1, 6, "the the")]


def test_standard_input_has_the_format_of_its_name(stet):
    text = "<!-- the the -->\n"
    assert stet("check", "-", "--stdin-filename", "docs/a.md", input=text).exit_code == 0
    result = stet("check", "-", "--stdin-filename", "docs/a.txt", "--format", "json", input=text)
    assert found(result) == [("docs/a.txt", 1, 6, "the the")]


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.md"])
def test_large_standard_input_is_not_held_in_memory_where_it_is_read_in_parts(stet, write, monkeypatch, name):
    write("other.md", BAD)
    text = '{"target": "Open the door."}\n' * 50 + '{"target": "Open the the file."}\n'
    data = gzip.compress(text.encode(), 0) if name.endswith(".gz") else text.encode()
    arguments = ("check", "-", "other.md", "--stdin-filename", name)
    fixing = (*arguments, "--unsafe-fixes", "--diff")
    whole, fixed = stet(*arguments, input=data).stdout, stet(*fixing, input=data).stdout
    assert '51 | {"target": "Open the the file."}' in whole
    for limit, value in (("LARGE", 1000), ("FEW", 0), ("SMALL", 0)):  # the last two: that there is a cache
        monkeypatch.setattr(f"stetlint.run.{limit}", value)
    on_disk = []
    make = tempfile.TemporaryFile
    monkeypatch.setattr(tempfile, "TemporaryFile", lambda: on_disk.append(make()) or on_disk[-1])
    assert stet(*arguments, input=data).stdout == whole
    assert len(on_disk) == (name != "a.md")
    assert stet(*fixing, input=data).stdout == fixed


def test_standard_input_has_the_configuration_of_its_name(stet, write):
    write("docs/stet.toml", 'ignore = ["doubled-word"]\n')
    assert stet("check", "-", input=BAD).exit_code == 1
    assert stet("check", "-", "--stdin-filename", "docs/a.md", input=BAD).exit_code == 0


def test_full_shows_the_line_of_standard_input(stet):
    assert "1 | Open the the file.\n  |      ^^^^^^^\n" in stet("check", "-", input=BAD).stdout


def test_select_and_ignore(stet, write):
    write("a.md", BAD + "\nA lost \N{REPLACEMENT CHARACTER} character.\n")

    def rules(*arguments):
        result = stet("check", "a.md", "--format", "json", *arguments)
        return [f["rule"] for f in json.loads(result.stdout)["findings"]]

    assert rules() == ["doubled-word", "replacement-character"]
    assert rules("--select", "doubled-word") == ["doubled-word"]
    assert rules("--select", "doubled-word, replacement-character") == [
        "doubled-word",
        "replacement-character",
    ]
    assert rules("--select", "doubled-word", "--select", "replacement-character") == rules()
    assert rules("--ignore", "doubled-word") == ["replacement-character"]
    assert rules("--ignore", "doubled-word,replacement-character") == []
    assert rules("--select", "all", "--ignore", "doubled-word") == ["replacement-character"]
    write("stet.toml", 'select = ["doubled-word"]\nignore = ["doubled-word"]\n')
    assert rules() == []
    assert rules("--select", "doubled-word") == ["doubled-word"]  # the command line has the last word
    write("stet.toml", 'ignore = ["doubled-word"]\n')
    assert rules("--ignore", "replacement-character") == []  # and adds to what is ignored


def test_an_unknown_rule_on_the_command_line(stet, write):
    write("a.md", GOOD)
    for option in ("--select", "--ignore"):
        result = stet("check", "a.md", option, "doubled-wrod")
        assert result.exit_code == 2
        expected = f'error: {option}: unknown rule "doubled-wrod" (did you mean "doubled-word"?)\n'
        assert result.stderr == expected
    assert stet("check", "a.md", "--ignore", "all").stderr == 'error: --ignore: unknown rule "all"\n'


def test_suppression(stet, write):
    write("a.md", "Open the the file. <!-- stet: ignore doubled-word -->\n")
    assert stet("check", "a.md").exit_code == 0
    write("a.md", "Open the file. <!-- stet: ignore doubled-word -->\n")
    assert "unused-suppression" in stet("check", "a.md").stdout
    assert stet("check", "a.md", "--ignore", "unused-suppression").exit_code == 0
    # A rule that exists and does not run is not unknown, and its suppression not unused.
    assert stet("check", "a.md", "--select", "unused-suppression,replacement-character").exit_code == 0


def test_rules(stet):
    result = stet("rules")
    assert result.exit_code == 0
    head, *lines = result.stdout.splitlines()
    assert head.split() == ["rule", "default", "fix", "severity", "what", "it", "finds"]
    known = load()
    assert [line.split()[0] for line in lines] == list(known)
    line = next(line for line in lines if line.startswith("doubled-word "))
    assert line.split(maxsplit=4) == ["doubled-word", "on", "yes", "warning", known["doubled-word"].summary()]


def test_explain(stet):
    for id, rule in load().items():
        result = stet("explain", id)
        assert result.exit_code == 0
        assert rule.manual() in result.stdout
        assert rule.mqm in result.stdout
    page = stet("explain", "doubled-word").stdout
    assert "\n[rules.doubled-word]\nallow = []\n" in page
    assert "    Open the the file.\n        found: “the the”\n        fixed: “Open the file.”\n" in page
    assert "Not found:" in page


def test_rules_of_a_configuration_that_is_named(stet, write):
    write(
        "style/rules.py",
        '"""Mine."""\nfrom stetlint import SegmentRule\n\n\n'
        'class Mine(SegmentRule):\n    id = "my-rule"\n    mqm = "other"\n',
    )
    write("style/stet.toml", 'plugins = ["rules.py"]\n')
    for command in (["rules"], ["explain", "my-rule"]):
        assert "my-rule" not in stet(*command).stdout
        assert "my-rule" in stet(*command, "--config", "style/stet.toml").stdout
        assert stet(*command, "--config", "no.toml").stderr == "error: no.toml: No such file or directory\n"
    offered = complete("check", "--config", "style/stet.toml", "--select", "my")
    assert offered == ["plain,my-rule"]


def test_explain_unknown(stet):
    result = stet("explain", "doubled-wrod")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == 'error: unknown rule "doubled-wrod" (did you mean "doubled-word"?)\n'


def test_rules_of_a_configuration_that_cannot_be_used(stet, write):
    write("stet.toml", "language = 3\n")
    for command in (["rules"], ["explain", "doubled-word"]):
        result = stet(*command)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr == "error: stet.toml:1: language: must be a string, not 3\n"


def test_version(stet):
    assert stet("--version").stdout == f"stet {__version__}\n"


def test_help_says_what_each_command_does(stet):
    shown = stet("--help").stdout
    assert "..." not in shown.partition("Commands:")[2]
    assert "  check     Check files and folders.\n" in shown


def test_help_fits_a_screen(stet):
    lines = stet("check", "--help").stdout.splitlines()
    assert len(lines) <= 30
    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize(
    ("variables", "is_coloured"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": ""}, True),
    ],
)
def test_colour(stet, write, monkeypatch, variables, is_coloured):
    write("a.md", BAD)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in stet("check", "a.md").stdout) is is_coloured
    assert "\x1b[" not in stet("check", "a.md", "--format", "concise").stdout


def program(*arguments, **options):
    command = [sys.executable, "-m", "stetlint", *arguments]
    return subprocess.run(command, capture_output=True, check=False, **options)


def test_the_program(folder, write):
    write("a.md", "Pokaż pokaż — the the\n")
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C", "NO_COLOR": "1"}
    done = program("check", "a.md", env=environment)
    assert done.returncode == 1
    assert "1 | Pokaż pokaż — the the" in done.stdout.decode("utf-8")
    assert done.stderr == b""
    assert program("check", "missing.md").returncode == 2
    assert program("check", "-", input=b"Fine.\n").returncode == 0
    assert b"'check'" in program("chekc").stderr


@pytest.mark.parametrize(
    "arguments", [("a.md", "b.md"), ("missing.md", "a.md"), ("docs",), ("-",), ("-", "a.md"), (), ("[x].md",)]
)
def test_names_of_files_alone_are_the_same_without_the_library(stet, write, arguments):
    write("a.md", BAD)
    write("b.md", GOOD)
    write("[x].md", BAD)
    write("docs/a.md", BAD)
    ours, theirs = program("check", *arguments, input=BAD.encode()), stet("check", *arguments, input=BAD)
    assert (ours.returncode, ours.stdout.decode(), ours.stderr.decode()) == (
        theirs.exit_code,
        theirs.stdout,
        theirs.stderr,
    )


def test_fix_is_the_same_without_the_library(stet, write):
    results = []
    for run in (lambda *a: program(*a).returncode, lambda *a: stet(*a).exit_code):
        file = write("a.md", "He said this , twice.\n\nOpen the the file.\n")
        results.append((run("check", "--fix", "a.md"), file.read_bytes()))
    assert results[0] == results[1]
    assert results[0][1] != b"He said this , twice.\n\nOpen the the file.\n"


@pytest.mark.skipif(os.name == "nt", reason="needs a shell")
def test_a_broken_pipe_is_quiet(folder, write):
    write("a.md", "Open the the file.\n\n" * 20000)
    script = f'"{sys.executable}" -m stetlint check a.md --format concise | head -n 1'
    done = subprocess.run(["sh", "-c", script], capture_output=True, check=True)
    assert done.stdout.startswith(b"a.md:1:6: ")
    assert done.stderr == b""


FULL = "/dev/full"  # a device on which there is no room


@pytest.mark.skipif(not os.path.exists(FULL), reason="needs a full device")
@pytest.mark.parametrize(
    "arguments",
    [
        "check a.md",
        "check a.md --statistics",
        "check --diff --unsafe-fixes",
        "baseline",
        "names",
        "rules",
        "check --help",
    ],
)
def test_standard_output_that_cannot_be_written(folder, write, arguments):
    write("a.md", BAD * 999)
    with open(FULL, "wb") as full:
        command = [sys.executable, "-m", "stetlint", *arguments.split()]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert done.stderr == b"error: standard output: cannot be written: No space left on device\n"


@pytest.mark.skipif(not os.path.exists(FULL), reason="needs a full device")
def test_what_goes_elsewhere_is_written_all_the_same(folder, write):
    write("a.md", BAD)
    with open(FULL, "wb") as full:
        arguments = ["a.md", "--format", "concise", "--format", "json", "--output", "out.json"]
        command = [sys.executable, "-m", "stetlint", "check", *arguments]
        assert subprocess.run(command, stdout=full, stderr=full, check=False).returncode == 2
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert done.stderr == b"error: standard output: cannot be written: No space left on device\n"
    assert len(json.loads((folder / "out.json").read_text("utf-8"))["findings"]) == 1


@pytest.mark.skipif(os.name == "nt", reason="needs a shell")
@pytest.mark.parametrize("streams", [">&-", "2>&-", "<&- >&- 2>&-"])
def test_streams_that_are_closed(folder, write, streams):
    write("a.md", BAD)
    for arguments in ("a.md", "a.md --fail-on info", "a.md -"):
        script = f'"{sys.executable}" -m stetlint check {arguments} {streams}'
        done = subprocess.run(["sh", "-c", script], input=b"", capture_output=True, check=False)
        assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.skipif(os.name == "nt", reason="needs a folder that can be deleted while it is used")
def test_a_working_directory_that_is_gone(folder, write):
    write("a.md", BAD)
    for arguments in ("check", "rules"):
        script = f'mkdir gone && cd gone && rmdir ../gone && "{sys.executable}" -m stetlint {arguments}'
        done = subprocess.run(["sh", "-c", script], capture_output=True, check=False)
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr == b"error: the current folder does not exist any more\n"


@pytest.mark.parametrize("option", ["config", "output", "stdin-filename", "changed-since", "baseline"])
def test_names_that_are_empty(stet, option):
    result = stet("check", "-", f"--{option}", "", input=BAD)
    assert result.exit_code == 2
    assert f"Invalid value for '--{option}': it is empty." in result.stderr


def test_who_stops_it_is_not_told_of_findings(stet, write, monkeypatch, capsys):
    def stop(*_):
        raise KeyboardInterrupt

    write("a.md", BAD)
    monkeypatch.setattr("stetlint.run.Run.outcome", stop)
    result = stet("check", "a.md", "--exit-zero")
    assert (result.exit_code, result.stderr) == (130, "\nAborted!\n")
    monkeypatch.setattr(sys, "argv", ["stet", "check", "a.md"])
    assert __main__.run() == 130
    assert capsys.readouterr().err == "\nAborted!\n"


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [
        (["a.md"], "stet check a.md"),
        (["missing.md", "--fix"], "stet check missing.md --fix"),
        (["two words.md"], "stet check 'two words.md'"),
        (["docs"], "stet check docs"),
        (["-"], "stet check -"),
        (["--select", "doubled-word", "docs"], "stet check --select doubled-word docs"),
    ],
)
def test_without_a_command(stet, write, arguments, meant):
    write("a.md", BAD)
    write("docs/a.md", BAD)
    result = stet(*arguments)
    assert result.exit_code == 2
    assert f"did you mean “{meant}”?" in result.stderr


@pytest.mark.parametrize("word", ["chekc", "nothing", "--jsno"])
def test_what_is_no_command(stet, word):
    result = stet(word)
    assert result.exit_code == 2
    assert "did you mean “" not in result.stderr


def test_a_folder_without_files(stet, write):
    write("data/a.csv", BAD)
    result = stet("check", "data")
    assert (result.exit_code, result.stdout) == (0, "Nothing was checked.\n")
    assert result.stderr.startswith("warning: no file to check: folders are searched for .md, .mdx, .txt, ")
    assert "html" not in result.stderr  # folders are not searched for it
    assert json.loads(stet("check", "data", "--format", "json").stdout)["files"] == 0
    assert stet("check", "data/a.csv").exit_code == 1
    assert stet("check", "missing").stderr == "error: missing: no such file or folder\n"


def test_files_that_the_configuration_excludes(stet, write):
    write("stet.toml", 'exclude = ["a.md"]\n')
    write("a.md", BAD)
    result = stet("check", "a.md")
    assert (result.exit_code, result.stdout) == (0, "Nothing was checked.\n")
    assert result.stderr == "warning: no file to check: the configuration excludes what was named\n"
    write("b.md", GOOD)
    assert stet("check", "a.md", "b.md").stderr == ""


def test_names_that_are_not_unicode(stet, folder):
    try:
        with open(os.path.join(os.fsencode(folder), b"caf\xe9.md"), "wb") as file:
            file.write(BAD.encode())
    except OSError:
        pytest.skip("this file system has no such names")
    for format in ("full", "concise"):
        assert stet("check", "--format", format).exit_code == 1
    assert len(found(stet("check", "--format", "json"))) == 1


def test_only_what_is_needed_is_imported(folder, write):
    write("a.md", GOOD)
    lazy = (
        "pathspec",
        "wcwidth",
        "tomllib",
        "importlib.metadata",
        "difflib",
        "json",
        "asyncio",
        "subprocess",
        "stetlint.fixer",
        "stetlint.changes",
        "stetlint.baseline",
        "click",
        "inspect",
        "stetlint_rules.stray_punctuation",
        "stetlint_rules.dash_style",
    )
    script = (
        "import sys\n"
        "from stetlint.__main__ import run\n"
        "sys.argv = ['stet', 'check', 'a.md']\n"
        "assert run() == 0\n"
        f"print(sorted(set({lazy!r}) & set(sys.modules)), file=sys.stderr)\n"
    )
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder / "bytecode")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    for _ in range(2):  # the first run writes the index of the rules
        command = [sys.executable, "-c", script]
        done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    assert done.stderr == "[]\n"


@pytest.mark.parametrize(
    ("arguments", "remedy"),
    [
        (("--select", ""), "--select names no rule"),
        (("--select", " , "), "--select names no rule"),
        (("--stdin-filename", "a.md"), "give - as the path"),
    ],
)
def test_what_would_check_nothing_is_an_error(stet, write, arguments, remedy):
    write("a.md", BAD)
    result = stet("check", *arguments)
    assert result.exit_code == 2
    assert remedy in result.stderr


def test_a_limit_of_an_option_is_shown(stet):
    assert "\nratio = 3  # at least 1\n" in stet("explain", "dash-style").stdout
