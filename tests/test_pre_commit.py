"""The hook, as pre-commit runs it: built from this repository, in an environment of its own."""

import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from stetlint.readers import FORMATS, NAMED

ROOT = Path(__file__).parent.parent
HOOKS = ROOT / ".pre-commit-hooks.yaml"


@pytest.fixture
def try_repo(folder):
    """Return a function that runs the hook over a new repository with the given files."""
    if find_spec("pre_commit") is None:
        pytest.skip("pre-commit is not installed")
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("needs git, and a clone")
    # Neither our import path nor the repository of a commit that runs these tests is to be seen by the hook.
    environment = {
        name: value
        for name, value in os.environ.items()
        if name != "PYTHONPATH" and not name.startswith(("GIT_", "PRE_COMMIT"))
    }

    def run(files, hook="stet"):
        for name, text in files.items():
            (folder / name).write_text(text, encoding="utf-8")
        for command in (["git", "init", "-q"], ["git", "add", "-A"]):
            subprocess.run(command, check=True, env=environment)
        command = [sys.executable, "-m", "pre_commit", "try-repo", str(ROOT), hook, "--all-files"]
        return subprocess.run(command, capture_output=True, text=True, check=False, env=environment)

    return run


@pytest.mark.slow
def test_a_repository_with_a_defect(try_repo):
    done = try_repo({"a.md": "Open the the file.\n", "b.py": "# the the\n"})
    assert done.returncode == 1, done.stdout + done.stderr
    assert "a.md:1:6: doubled-word" in done.stdout
    assert "b.py" not in done.stdout


@pytest.mark.slow
def test_a_repository_without(try_repo):
    done = try_repo(
        {"a.md": "Open the file.\n", "stet.toml": 'exclude = ["old.md"]\n', "old.md": "the the\n"}
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"stet\.+Passed", done.stdout)


@pytest.mark.slow
def test_the_hook_that_fixes(try_repo, folder):
    done = try_repo({"a.md": "She left , alone.\n", "b.md": "Open the the file , too.\n"}, "stet-fix")
    assert done.returncode == 1, done.stdout + done.stderr
    assert (folder / "a.md").read_text() == "She left, alone.\n"
    assert (folder / "b.md").read_text() == "Open the the file, too.\n"
    assert "a.md:1" not in done.stdout
    assert "b.md:1:6: doubled-word" in done.stdout
    assert "Fixed 2 findings in 2 files." in done.stdout


def test_the_hooks_take_the_files_that_folders_are_searched_for():
    pattern = re.search(r"files: &files (.*)", HOOKS.read_text(encoding="utf-8"))[1]
    endings = {ending for name, endings in FORMATS.items() if name not in NAMED for ending in endings}
    assert all(re.search(pattern, f"docs/a{ending}") for ending in endings)
    assert set(re.findall(r"\w+", pattern)) == {ending[1:] for ending in endings}
    assert HOOKS.read_text(encoding="utf-8").count("files: *files") == 1


def test_one_process_sees_all_files_of_a_commit():
    text = HOOKS.read_text(encoding="utf-8")
    assert text.count("- id: ") == text.count("require_serial: true")
