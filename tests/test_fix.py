"""Fixing from the command line: what is written, what is said, how it exits."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter

import pytest

BAD = "She left , and the the file.\n"
SAFE = "She left, and the the file.\n"
FIXED = "She left, and the file.\n"


def test_safe_fixes_are_applied_and_the_rest_is_reported(stet, write):
    path = write("a.md", BAD)
    write("b.md", FIXED)
    result = stet("check", "--fix", "--format", "json")
    assert path.read_text() == SAFE
    assert [f["rule"] for f in json.loads(result.stdout)["findings"]] == ["doubled-word"]
    assert (result.exit_code, result.stderr) == (1, "Fixed 1 finding in 1 file.\n")


def test_unsafe_fixes(stet, write):
    path = write("a.md", BAD)
    result = stet("check", "--fix", "--unsafe-fixes")
    assert path.read_text() == FIXED
    assert (result.exit_code, result.stdout) == (0, "All clear: 1 file checked.\n")
    assert result.stderr == "Fixed 2 findings in 1 file.\n"


def test_unsafe_fixes_alone_say_what_is_missing(stet, write):
    path = write("a.md", BAD)
    result = stet("check", "--unsafe-fixes")
    assert (result.exit_code, path.read_text()) == (2, BAD)
    assert "give --fix or --diff" in result.stderr


def test_the_diff_writes_nothing(stet, write):
    path = write("docs/a.md", BAD)
    result = stet("check", "--diff")
    assert (result.exit_code, path.read_text()) == (1, BAD)
    assert result.stdout == f"--- docs/a.md\n+++ docs/a.md\n@@ -1 +1 @@\n-{BAD}+{SAFE}"
    assert result.stderr == "Would fix 1 finding in 1 file.\n"
    assert f"+{FIXED}" in stet("check", "--diff", "--unsafe-fixes").stdout
    assert f"+{SAFE}" in stet("check", "--diff", "--fix").stdout
    assert path.read_text() == BAD
    path.write_text(SAFE)  # whose finding has no safe fix
    result = stet("check", "--diff")
    assert (result.exit_code, result.stdout) == (0, "")


def test_the_diff_is_all_that_is_shown(stet, write):
    write("a.md", BAD)
    for options in (["--format", "json"], ["--output", "out"], ["--statistics"]):
        result = stet("check", "--diff", *options)
        assert (result.exit_code, result.stdout) == (2, "")
        assert "--diff is all that is shown" in result.stderr


def test_standard_input_is_fixed_to_standard_output(stet):
    result = stet("check", "-", "--fix", input=BAD)
    assert (result.exit_code, result.stdout) == (1, SAFE)
    assert "doubled-word" in result.stderr
    assert result.stderr.endswith("Fixed 1 finding in 1 file.\n")
    assert stet("check", "-", "--fix", input=FIXED).stdout == FIXED
    assert stet("check", "-", "--fix", input="\ufeff" + BAD.replace("\n", "\r\n")).stdout_bytes == (
        ("\ufeff" + SAFE).replace("\n", "\r\n").encode()
    )
    assert stet("check", "-", "--diff", input=BAD).stdout == f"--- -\n+++ -\n@@ -1 +1 @@\n-{BAD}+{SAFE}"


def test_standard_input_that_cannot_be_read_is_handed_through(stet):
    result = stet("check", "-", "--fix", input=b"caf\xe9\n")
    assert (result.exit_code, result.stdout_bytes) == (2, b"caf\xe9\n")


def test_what_a_comment_lets_stand_is_not_fixed(stet, write):
    text = BAD.rstrip() + " <!-- stet: ignore -->\n"
    path = write("a.md", text)
    assert stet("check", "--fix", "--unsafe-fixes").exit_code == 0
    assert path.read_text() == text


def test_a_file_that_cannot_be_written_is_an_error_and_the_others_are_fixed(stet, write, monkeypatch):
    first, second = write("a.md", BAD), write("b.md", BAD)
    replace = os.replace

    def refuse(source, target):
        if target == str(first):
            raise PermissionError(13, "Permission denied")
        replace(source, target)

    monkeypatch.setattr(os, "replace", refuse)
    result = stet("check", "--fix")
    assert result.exit_code == 2
    assert "error: a.md: cannot be written: Permission denied\n" in result.stderr
    assert "a.md:1:9: stray-punctuation" in result.stdout
    assert (first.read_text(), second.read_text()) == (BAD, SAFE)
    assert sorted(os.listdir()) == ["a.md", "b.md"]


def test_each_file_has_its_own_configuration(stet, write):
    write("de/stet.toml", 'ignore = ["stray-punctuation"]\n')
    ours, theirs = write("a.md", BAD), write("de/a.md", BAD)
    stet("check", "--fix")
    assert (ours.read_text(), theirs.read_text()) == (SAFE, BAD)


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="needs signals")
def test_killed_at_any_moment_every_file_is_the_old_or_the_new_one(folder, write, stet):
    """1,000 fixes in 200 files."""
    old = "She left , and he , too , went .\nThen all , left .\n"
    new = stet("check", "-", "--fix", input=old).stdout
    assert new == "She left, and he, too, went.\nThen all, left.\n"
    paths = [write(f"{number}.md", old) for number in range(167)]
    chance = random.Random(6)
    cut = 0
    for _ in range(10):
        for path in paths:
            path.write_text(old)
        before = folder.stat().st_mtime_ns
        process = subprocess.Popen([sys.executable, "-m", "stetlint", "check", "--fix"], stdout=-3, stderr=-3)
        while process.poll() is None and folder.stat().st_mtime_ns == before:
            time.sleep(0.001)  # until the first file is replaced
        time.sleep(chance.uniform(0, 0.08))
        process.send_signal(signal.SIGKILL)
        process.wait()
        states = Counter(path.read_text() for path in paths)
        assert set(states) <= {old, new}
        cut += len(states) == 2
    assert cut > 0
    stet("check", "--fix")
    assert {path.read_text() for path in paths} == {new}
