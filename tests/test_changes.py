"""--changed-since: a repository with a history, and exactly the findings of the lines that changed."""

import json
import os
import random
import shutil
import subprocess

import pytest

from stetlint.changes import ChangesError, changes_since

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")

BAD = "Open the the file.\n"
GOOD = "Open the file.\n"


@pytest.fixture
def git(folder, monkeypatch):
    """Run git in a new repository, whatever the user's own configuration says."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "A. Writer")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "writer@example.org")

    def run(*arguments, cwd=folder):
        done = subprocess.run(["git", *arguments], cwd=cwd, check=True, capture_output=True, text=True)
        return done.stdout

    run("init", "-q", "-b", "main")
    return run


@pytest.fixture
def commit(git):
    def everything(message="Change"):
        git("add", "-A")
        git("commit", "-q", "-m", message)

    return everything


@pytest.fixture
def found(stet):
    """Return what is found: path, line and text."""

    def run(*arguments, since="main"):
        result = stet("check", "--changed-since", since, "--format", "json", *arguments)
        report = json.loads(result.stdout)
        assert report["errors"] == []
        assert result.exit_code == bool(report["findings"])
        return [(f["path"], f["line"], f["text"]) for f in report["findings"]]

    return run


def article(*lines):
    return "\n\n".join(lines) + "\n"


def test_a_pull_request(git, commit, found, write, folder):
    """A branch with a rename, an edit, a new and a deleted file, and a merge of what main has become."""
    plain = [f"Paragraph {number} of this article is fine." for number in range(12)]
    write("edited.md", article("An old old defect.", *plain, "Another old old one."))
    write("renamed.md", article("It has has been here.", *plain))
    write("deleted.md", article("It is is gone soon."))
    write("untouched.md", article("Nobody looks at the the text."))
    commit()

    git("switch", "-q", "-c", "topic")
    write(
        "edited.md",
        article("An old old defect.", plain[0], "A new new defect.", *plain[1:], "Another old old one."),
    )
    (folder / "docs").mkdir()
    git("mv", "renamed.md", "docs/other name.md")
    (folder / "deleted.md").unlink()
    write("new.md", article("It is fresh fresh text."))
    commit()

    git("switch", "-q", "main")
    write(
        "edited.md",
        article("An old old defect.", *plain, "Another old old one.", "What the main main branch adds."),
    )
    write("of main.md", article("It is of of theirs."))
    commit()
    git("switch", "-q", "topic")
    git("merge", "-q", "--no-edit", "main")

    write(
        "docs/other name.md",
        article("It has has been here.", *plain[:6], "It was in in June.", *plain[6:]),
    )
    write("staged.md", article("It was staged staged."))
    git("add", "staged.md")
    write("not added.md", article("Nobody knows me me."))

    assert found() == [
        ("docs/other name.md", 15, "in in"),
        ("edited.md", 5, "new new"),
        ("new.md", 1, "fresh fresh"),
        ("not added.md", 1, "me me"),
        ("staged.md", 1, "staged staged"),
    ]
    commit()
    assert len(found()) == 5
    assert len(found(since="HEAD")) == 0
    assert found("docs") == [("docs/other name.md", 15, "in in")]
    # The same for the merge commit that a service makes of the branch.
    git("switch", "-q", "--detach", "main")
    git("merge", "-q", "--no-ff", "--no-edit", "topic")
    assert len(found()) == 5


def test_from_another_folder(git, commit, found, write, folder, monkeypatch):
    write("docs/a.md", GOOD)
    commit()
    write("docs/a.md", GOOD + BAD)
    monkeypatch.chdir(folder / "docs")
    assert found() == [("a.md", 2, "the the")]
    monkeypatch.chdir("/")
    assert [line for _, line, _ in found(folder)] == [2]


@pytest.mark.parametrize(
    "name", ["a b.md", 'quote".md', "naïve café.md", "tab\t.md", "back\\slash.md", "-n.md", "日本.md"]
)
def test_names(git, commit, found, write, name):
    if os.name == "nt":
        pytest.skip("there are no such names")
    write(name, GOOD)
    commit()
    write(name, GOOD + BAD)
    assert [line for _, line, _ in found()] == [2]


def test_what_the_user_has_configured_does_not_matter(git, commit, found, write):
    write("a.md", "one\n\n" + BAD + "\nthree\n\nfour\n")
    write("b.md", BAD)
    write(".gitattributes", "a.md -diff\n")
    commit()
    for key, value in {
        "diff.noprefix": "true",
        "diff.mnemonicPrefix": "true",
        "diff.context": "9",
        "diff.interHunkContext": "9",
        "diff.external": "false",
        "color.ui": "always",
        "core.quotepath": "true",
        "diff.renames": "false",
        "diff.relative": "true",
    }.items():
        git("config", key, value)
    git("mv", "b.md", "ç.md")
    assert found() == []
    write("ç.md", BAD + "more\n\nmore of it\n\n" + BAD)
    assert [path for path, *_ in found()] in (["ç.md"], ["ç.md", "ç.md"])
    write("a.md", "one\n\n" + BAD + "\nchanged\n\nfour\n")
    # Git shows no lines of it, so all of them count.
    assert ("a.md", 3, "the the") in found()


def test_crlf(git, commit, found, write):
    write("a.md", (GOOD + "\n" + BAD).replace("\n", "\r\n"))
    commit()
    write("a.md", (BAD + "\n" + BAD).replace("\n", "\r\n"))
    assert found() == [("a.md", 1, "the the")]


def test_a_deletion_is_a_change_to_what_stands_on_both_sides(git, commit, found, write):
    write("a.md", "Open the\nold\nthe file, and that\nthat one.\n")
    commit()
    write("a.md", "Open the\nthe file, and that\nthat one.\n")
    assert found() == [("a.md", 1, "the\nthe")]


def test_random_edits(git, commit, write, folder):
    """Lines that are each unlike all others: those that the old file does not have have changed."""
    chance = random.Random(3)
    for round in range(15):
        old = [f"{round}: {number}" for number in range(chance.randrange(30))]
        write("a.md", "\n".join(old) + "\n" * chance.randrange(2))
        commit(f"Round {round}")
        new = [line for line in old if chance.random() > 0.2]
        for number in range(chance.randrange(6)):
            new.insert(chance.randint(0, len(new)), f"new {number}")
        write("a.md", "\n".join([*new, "the end"]) + "\n")
        hunks = changes_since("HEAD", str(folder)).of(str(folder / "a.md"))
        changed = {number for first, last in hunks for number in range(first, last + 1)}
        expected = {number for number, line in enumerate([*new, "the end"], 1) if line not in old}
        # A last line without a newline has got one.
        last = {new.index(line) + 1 for line in old[-1:] if line in new}
        assert expected <= changed <= expected | last


def test_a_file_that_git_ignores_is_new(git, commit, found, write):
    write(".gitignore", "draft.md\n")
    commit()
    write("draft.md", BAD)
    assert found() == []
    assert found("draft.md") == [("draft.md", 1, "the the")]


NAMES = ["President Tokaev spoke.", "Later Tokaev left.", "Tokaev came back.", "Nothing else.", "It rained."]


@pytest.mark.parametrize(
    ("change", "lines"),
    [
        ({4: "It rained, and Tokajev left."}, [9]),  # the other spelling is new
        ({4: "It rained, and it rained."}, []),
    ],
)
def test_a_new_spelling_of_a_name(git, commit, found, write, change, lines):
    write("a.md", article(*NAMES))
    commit()
    write("a.md", article(*[change.get(number, line) for number, line in enumerate(NAMES)]))
    assert [line for _, line, _ in found("--select", "name-drift")] == lines


def test_a_name_drift_is_reported_where_the_changed_line_holds_either_spelling(git, commit, found, write):
    lines = [*NAMES, "Tokajev smiled."]
    write("a.md", article(*lines))
    commit()
    assert found("--select", "name-drift") == []
    # Behind the places that a finding is related to
    write("a.md", article(*lines, "In the end Tokaev smiled."))
    assert found("--select", "name-drift") == [("a.md", 11, "Tokajev")]
    write("a.md", article(*lines, "In the end nobody smiled."))
    assert found("--select", "name-drift") == []


def test_corpus_rules_see_all_files(git, commit, found, write):
    write("stet.toml", 'plugins = ["once.py"]\nselect = ["once"]\n')
    write(
        "once.py",
        '"""A line that two files have."""\n'
        "from stetlint import CorpusRule, Found\n"
        "class Once(CorpusRule):\n"
        '    id = "once"\n'
        '    mqm = "other"\n'
        "    def collect(self, document):\n"
        "        for segment in document.segments:\n"
        "            yield segment.text, document.place(segment, 0, len(segment.text))\n"
        "    def compare(self, key, facts):\n"
        "        first, *others = facts\n"
        "        for other in others:\n"
        '            yield Found(other.fact, "it stands elsewhere too", (), (first.fact,))\n',
    )
    write("a.md", article("Alpha.", "Beta."))
    write("b.md", article("Gamma.", "Delta."))
    commit()
    write("b.md", article("Gamma.", "Alpha."))
    assert found() == [("b.md", 3, "Alpha.")]
    commit()
    git("branch", "-f", "base")
    write("a.md", article("Gamma.", "Alpha."))  # the place of the finding is in the other file
    assert found(since="base") == [("b.md", 1, "Gamma."), ("b.md", 3, "Alpha.")]


def test_only_what_is_reported_is_fixed(git, commit, stet, write):
    write("a.md", "She left , alone.\n\nIt rained.\n")
    commit()
    path = write("a.md", "She left , alone.\n\nThey left , too.\n")
    result = stet("check", "--changed-since", "main", "--fix")
    assert path.read_text() == "She left , alone.\n\nThey left, too.\n"
    assert (result.exit_code, result.stderr) == (0, "Fixed 1 finding in 1 file.\n")


# What git cannot tell.


def error(stet, *arguments):
    result = stet("check", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    return result.stderr


def test_outside_of_a_repository(stet, write):
    write("a.md", BAD)
    message = error(stet, "--changed-since", "main")
    assert message.startswith("error: --changed-since main: not a git repository")


def test_an_unknown_revision(git, commit, stet, write):
    write("a.md", BAD)
    assert "git knows no revision “main”" in error(stet, "--changed-since", "main")  # nothing is committed
    commit()
    assert (
        error(stet, "--changed-since", "mian")
        == "error: --changed-since mian: git knows no revision “mian”\n"
    )
    assert "git knows no revision" in error(stet, "--changed-since=--all")


def test_no_common_ancestor(git, commit, stet, write):
    write("a.md", BAD)
    commit()
    git("switch", "-q", "--orphan", "other")
    write("b.md", BAD)
    commit()
    assert "HEAD and “main” have no common ancestor\n" in error(stet, "--changed-since", "main")


def test_a_shallow_clone_says_how_to_deepen(git, commit, stet, write, folder, monkeypatch):
    write("a.md", BAD)
    commit()
    git("switch", "-q", "-c", "topic")
    write("b.md", BAD)
    commit()
    git("switch", "-q", "main")
    write("c.md", BAD)
    commit()
    git("clone", "-q", "--depth=1", "--no-single-branch", folder.as_uri(), "clone")
    monkeypatch.chdir(folder / "clone")
    git("switch", "-q", "topic", cwd=folder / "clone")
    message = error(stet, "--changed-since", "origin/main")
    assert "no common ancestor; this clone is shallow: deepen it with “git fetch --unshallow”" in message
    assert "fetch-depth: 0" in message
    git("fetch", "-q", "--unshallow", cwd=folder / "clone")
    assert "b.md:1:6" in stet("check", "--changed-since", "origin/main").stdout
    git("clone", "-q", "--depth=1", folder.as_uri(), "narrow", cwd=folder / "clone")
    monkeypatch.chdir(folder / "clone" / "narrow")
    assert "no revision “origin/topic”; this clone is shallow: deepen it" in error(
        stet, "--changed-since", "origin/topic"
    )


def test_files_of_another_repository(git, commit, stet, write, folder, tmp_path_factory):
    write("a.md", BAD)
    commit()
    other = tmp_path_factory.mktemp("other") / "b.md"
    other.write_text(BAD)
    result = stet("check", "a.md", other, "--changed-since", "main")
    assert result.exit_code == 2
    assert "not in the repository" in result.stderr


def test_standard_input_has_no_history(git, commit, stet, write):
    write("a.md", BAD)
    commit()
    assert "nothing of standard input" in error(stet, "-", "--changed-since", "main")


def test_a_submodule_is_another_repository(git, commit, found, write, folder):
    write("sub/a.md", BAD)
    git("init", "-q", "-b", "main", cwd="sub")
    git("add", "-A", cwd="sub")
    git("commit", "-q", "-m", "Inside", cwd="sub")
    git("add", "sub")
    git("commit", "-q", "-m", "Outside")
    assert found() == []


def test_without_git(git, commit, write, folder, monkeypatch):
    monkeypatch.setenv("PATH", str(folder))
    with pytest.raises(ChangesError, match="needs git"):
        changes_since("main", str(folder))
