"""--format and --output: several reports of one run, each where it belongs."""

import json
import os
from xml.etree import ElementTree

import pytest

from stetlint.reporters import FORMATS

BAD = "Open the the file.\n"


def test_a_report_in_a_file(stet, write, folder):
    write("a.md", BAD)
    result = stet("check", "a.md", "--format", "json", "--output", "out.json")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "1 finding (1 warning) in 1 of 1 file; 1 can be fixed with --unsafe-fixes.\n"
    assert json.loads((folder / "out.json").read_text("utf-8"))["files"] == 1


def test_several_formats_in_one_run(stet, write, folder):
    write("a.md", BAD)
    result = stet(
        *("check", "a.md", "--format", "html", "--output", "out.html", "--format", "github"),
        *("--format", "junit", "--output", "out.xml"),
    )
    assert result.exit_code == 1
    assert result.stdout.startswith("::warning file=a.md,")
    assert result.stderr == ""
    assert (folder / "out.html").read_text("utf-8").startswith("<!DOCTYPE html>")
    assert ElementTree.parse(folder / "out.xml").getroot().tag == "testsuites"


def test_an_output_takes_the_format_before_it(stet, write, folder):
    write("a.md", BAD)
    stet("check", "--output", "full.out", "a.md", "--format=concise", "--output=concise.out")
    assert "^^^^^^^" in (folder / "full.out").read_text("utf-8")
    assert (folder / "concise.out").read_text("utf-8").startswith("a.md:1:6: doubled-word ")


def test_colours_are_for_the_terminal(stet, write, folder, monkeypatch):
    write("a.md", BAD)
    monkeypatch.setenv("FORCE_COLOR", "1")
    result = stet("check", "a.md", "--format", "full", "--output", "full.out", "--format", "full")
    assert "\x1b[" in result.stdout
    assert "\x1b[" not in (folder / "full.out").read_text("utf-8")


@pytest.mark.parametrize("options", ["--output out --format json", "--format json --output out"])
def test_one_format_and_one_output_belong_together(stet, write, folder, options):
    write("a.md", BAD)
    assert stet("check", *options.split()).stdout == ""
    assert json.loads((folder / "out").read_text("utf-8"))["files"] == 1


def test_an_output_without_a_format_is_full(stet, write, folder):
    write("a.md", BAD)
    report = stet("check").stdout
    result = stet("check", "--output", "out.txt")
    assert result.stdout == ""
    assert (folder / "out.txt").read_text("utf-8") == report
    assert stet("check", "a.md", "--output", "-").stdout == report


@pytest.mark.parametrize("output", ["a.md", "./a.md", "docs/../a.md"])
def test_a_report_does_not_replace_what_is_checked(stet, write, output):
    article = write("a.md", BAD)
    write("docs/b.md", BAD)
    result = stet("check", "docs", "a.md", "--output", output)
    assert result.exit_code == 2
    assert f"--output {output}: the report would replace the file" in result.stderr
    assert article.read_text("utf-8") == BAD


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (["--format", "json", "--format", "github"], "Two reports for standard output"),
        (
            ["--format", "json", "--output", "a", "--output", "b"],
            "--output b: there is no --format before it",
        ),
        (["--format", "json", "--output", "a", "--format", "html", "--output", "a"], "Two reports for a"),
        (["--format", "jason"], "'jason' is not one of"),
    ],
)
def test_reports_that_do_not_fit(stet, write, folder, options, complaint):
    write("a.md", BAD)
    result = stet("check", "a.md", *options)
    assert result.exit_code == 2
    assert complaint in result.stderr
    assert [path.name for path in folder.iterdir()] == ["a.md"]


def test_an_output_that_cannot_be_written(stet, write, folder):
    write("a.md", BAD)
    result = stet("check", "a.md", "--format", "json", "--output", "no/such/out.json", "--format", "concise")
    assert result.exit_code == 2
    assert result.stdout.startswith("a.md:1:6: ")
    assert result.stderr == "error: no/such/out.json: cannot be written: No such file or directory\n"


def test_errors_are_said_once(stet, write, folder):
    write("a.md", BAD)
    options = [word for name in ("gitlab", "sarif", "html") for word in ("--format", name, "--output", name)]
    result = stet("check", "a.md", "missing.md", *options)
    assert result.exit_code == 2
    assert result.stderr.splitlines() == [
        "error: missing.md: no such file or folder",
        "1 finding (1 warning) in 1 of 1 file; 1 can be fixed with --unsafe-fixes.",
    ]


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_reports_standard_input(stet, format):
    result = stet("check", "-", "--stdin-filename", "docs/a.md", "--format", format, input=BAD)
    assert result.exit_code == 1
    assert "docs/a.md" in result.stdout
    assert "doubled-word" in result.stdout


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_says_the_same_twice(stet, write, format):
    write("b.md", BAD + "\n" + BAD)
    write("a.md", BAD)
    once = stet("check", "a.md", "b.md", "--format", format).stdout
    assert stet("check", "b.md", "a.md", "--format", format).stdout == once


@pytest.mark.parametrize("format", FORMATS)
def test_names_that_are_not_unicode(stet, folder, format):
    try:
        with open(os.path.join(os.fsencode(folder), b"caf\xe9.md"), "wb") as file:
            file.write(BAD.encode())
    except OSError:
        pytest.skip("this file system has no such names")
    result = stet("check", "--format", format, "--output", "out")
    assert (result.exit_code, result.stderr) == (
        1,
        "1 finding (1 warning) in 1 of 1 file; 1 can be fixed with --unsafe-fixes.\n",
    )
    assert "doubled-word" in (folder / "out").read_text("utf-8")
