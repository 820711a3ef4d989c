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

    def run(files):
        for name, text in files.items():
            (folder / name).write_text(text, encoding="utf-8")
        for command in (["git", "init", "-q"], ["git", "add", "-A"]):
            subprocess.run(command, check=True, env=environment)
        command = [sys.executable, "-m", "pre_commit", "try-repo", str(ROOT), "stet", "--all-files"]
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


def test_the_hook_takes_the_files_that_folders_are_searched_for():
    pattern = re.search(r"files: (.*)", HOOKS.read_text(encoding="utf-8"))[1]
    endings = {ending for name, endings in FORMATS.items() if name not in NAMED for ending in endings}
    assert all(re.search(pattern, f"docs/a{ending}") for ending in endings)
    assert set(re.findall(r"\w+", pattern)) == {ending[1:] for ending in endings}
