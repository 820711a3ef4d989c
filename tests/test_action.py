"""The action: its commands, as GitHub runs them on a pull request; what the README has for other services."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

yaml = pytest.importorskip("yaml")

ROOT = Path(__file__).parent.parent
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
BAD = "Open the the file.\n"

needs_shell = pytest.mark.skipif(
    os.name == "nt" or shutil.which("git") is None or shutil.which("bash") is None,
    reason="needs git and bash",
)


def step(name):
    return next(step for step in ACTION["runs"]["steps"] if step.get("id") == name)


def test_it_is_an_action():
    assert ACTION["runs"]["using"] == "composite"
    for each in ACTION["runs"]["steps"]:
        assert ("uses" in each) != ("run" in each)
        assert ("shell" in each) == ("run" in each)
        # An input that stands in a script would be run by the shell.
        assert "${{" not in each.get("run", "")
    inputs = set(re.findall(r"inputs\.([\w-]+)", str(ACTION["runs"])))
    assert inputs == set(ACTION["inputs"])


@pytest.fixture
def pull_request(folder, monkeypatch):
    """Run the check as in a pull request: in a shallow clone of its merge with the base."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    (folder / "temp").mkdir()
    origin = folder / "origin"
    origin.mkdir()

    def git(*arguments, cwd=origin):
        identity = ("-c", "user.name=A. Writer", "-c", "user.email=writer@example.org")
        done = subprocess.run(
            ["git", *identity, *arguments], cwd=cwd, check=True, capture_output=True, text=True
        )
        return done.stdout.strip()

    git("init", "-q", "-b", "main")
    (origin / "old.md").write_text(BAD)
    (origin / "both.md").write_text(BAD)
    git("add", "-A")
    git("commit", "-q", "-m", "Start")
    git("switch", "-q", "-c", "topic")
    (origin / "both.md").write_text(BAD + "\nShe said said it.\n")
    (origin / "new name.md").write_text("It was in in June.\n")
    git("add", "-A")
    git("commit", "-q", "-m", "Topic")
    git("switch", "-q", "main")
    (origin / "theirs.md").write_text(BAD)
    git("add", "-A")
    git("commit", "-q", "-m", "Main")
    git("switch", "-q", "--detach")
    git("merge", "-q", "--no-ff", "--no-edit", "topic")
    sha = git("rev-parse", "HEAD")
    git("update-ref", "refs/pull/1/merge", sha)
    git("config", "uploadpack.allowAnySHA1InWant", "true")
    clone = folder / "clone"
    clone.mkdir()
    git("init", "-q", cwd=clone)
    git("remote", "add", "origin", origin.as_uri(), cwd=clone)
    git("fetch", "-q", "--depth=1", "origin", "refs/pull/1/merge", cwd=clone)
    git("checkout", "-q", "--detach", "FETCH_HEAD", cwd=clone)

    def run(**inputs):
        defaults = {name: each["default"] for name, each in ACTION["inputs"].items()}
        given = {**defaults, **{name.replace("_", "-"): value for name, value in inputs.items()}}
        environment = {
            **os.environ,
            "GITHUB_SHA": sha,
            "GITHUB_BASE_REF": "main",
            "GITHUB_STEP_SUMMARY": str(folder / "summary.md"),
            "RUNNER_TEMP": str(folder / "temp"),
        }
        for name, value in step("check")["env"].items():
            match = re.fullmatch(r"\$\{\{ (inputs\.([\w-]+)|steps\.python\.outputs\.python-path) \}\}", value)
            environment[name] = given[match[2]] if match[2] else sys.executable
        script = folder / "temp" / "script.sh"
        script.write_text(step("check")["run"])
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)]
        return subprocess.run(
            command, cwd=clone, env=environment, capture_output=True, text=True, check=False
        )

    return run


@needs_shell
def test_a_pull_request(pull_request, folder):
    done = pull_request(sarif="stet.sarif")
    assert done.returncode == 1, done.stderr
    annotations = re.findall(r"^::warning file=(.*?),line=(\d+)", done.stdout, re.MULTILINE)
    assert annotations == [("both.md", "3"), ("new name.md", "1")]
    assert len(done.stdout.splitlines()) == 2
    summary = (folder / "summary.md").read_text(encoding="utf-8")
    assert summary.startswith("**2 findings (2 warnings) in 2 of 4 files")
    assert summary.count("\n| ") == 4
    sarif = json.loads((folder / "clone" / "stet.sarif").read_text(encoding="utf-8"))
    assert len(sarif["runs"][0]["results"]) == 2


@needs_shell
def test_everything_and_options(pull_request):
    assert pull_request(changed_since="").stdout.count("::warning") == 5
    assert pull_request(changed_since="", paths="old.md\n\nnew name.md\n").stdout.count("::warning") == 2
    assert pull_request(args="--fail-on error").returncode == 0
    assert pull_request(args="--ignore doubled-word").returncode == 0
    done = pull_request(changed_since="no-such-branch")
    assert done.returncode == 2
    assert "::error title=stet::--changed-since no-such-branch: git knows no revision" in done.stdout
    assert "fetch-depth: 0" in done.stdout


README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_what_the_readme_shows_is_yaml():
    blocks = re.findall(r"^```yaml\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
    assert len(blocks) == 3
    for block in blocks:
        assert yaml.safe_load(block)


@needs_shell
def test_the_commands_that_the_readme_has_for_services(stet, write, folder):
    """Each says in its format what is wrong."""
    write("docs/a.md", BAD)
    for command in ("git init -q", "git add -A", "git -c user.name=A -c user.email=a@b.c commit -q -m Start"):
        subprocess.run(command.split(), check=True)
    commands = re.findall(r"stet check .*--format (?:gitlab|rdjson|github).*", README)
    formats = set()
    for command in commands:
        command = command.partition("|")[0].partition("#")[0].rstrip(" \\")
        for name in ("$CI_MERGE_REQUEST_DIFF_BASE_SHA", "origin/main"):
            command = command.replace(f'"{name}"', "HEAD").replace(name, "HEAD")
        result = stet(*command.split()[1:])
        assert result.exit_code in (0, 1), result.stderr
        formats |= {*re.findall("gitlab|rdjson|github", command)}
    assert formats == {"gitlab", "rdjson", "github"}
