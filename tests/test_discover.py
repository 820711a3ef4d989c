"""Which files are checked."""

import os
import sys

import pytest

from stetlint.config import Configs
from stetlint.discover import discover
from stetlint.finding import Problem

needs_links = pytest.mark.skipif(os.name == "nt", reason="needs the right to make links")


@pytest.fixture
def paths(folder):
    """Return what is found, as it is reported; problems with their message behind a colon."""

    def find(*named, config=None):
        return [
            f"{each.path}: {each.message}" if isinstance(each, Problem) else each.path
            for each in discover(named, Configs(config))
        ]

    return find


def test_known_formats_in_folders(paths, write):
    for name in ("a.md", "b.txt", "c.mdx", "d.py", "e", "docs/f.MD", "docs/.g.md", ".github/h.md"):
        write(name)
    assert paths(".") == [".github/h.md", "a.md", "b.txt", "c.mdx", "docs/.g.md", "docs/f.MD"]


def test_a_named_file_is_read_whatever_its_ending(folder, write):
    write("notes.log")
    write("a.md")
    found = list(discover(["notes.log", "a.md"], Configs()))
    assert [(f.path, f.format) for f in found] == [("notes.log", "text"), ("a.md", "markdown")]


def test_pages_are_read_where_they_are_named(folder, paths, write):
    for name in ("a.md", "b.html", "site/c.html", "site/d.tmpl"):
        write(name)
    assert paths(".") == ["a.md"]
    assert paths("b.html", "site") == ["b.html"]
    config = write("stet.toml", '[files]\nhtml = ["site/*.html", "*.tmpl"]\n')
    assert paths(".") == ["a.md", "site/c.html", "site/d.tmpl"]
    found = list(discover(["site/d.tmpl", "b.html"], Configs(str(config) if config else None)))
    assert [f.format for f in found] == ["html", "html"]


def test_folders_of_other_people_are_skipped(paths, write):
    for name in (".git", ".venv", "venv", "node_modules", "__pycache__", ".tox"):
        write(f"{name}/a.md")
        write(f"docs/{name}/a.md")
    write("b.md")
    assert paths(".") == ["b.md"]
    assert paths("node_modules") == ["node_modules/a.md"]  # unless they are named


def test_gitignore(paths, write):
    write(".gitignore", "build/\n*.tmp.md\n!keep.tmp.md\n/top.md\n")
    write("docs/.gitignore", "drafts\n!x.tmp.md\n")
    for name in (
        "top.md",
        "docs/top.md",
        "build/a.md",
        "docs/build/a.md",
        "a.tmp.md",
        "keep.tmp.md",
        "docs/a.tmp.md",
        "docs/x.tmp.md",
        "docs/drafts/a.md",
        "drafts/a.md",
    ):
        write(name)
    assert paths(".") == ["docs/top.md", "docs/x.tmp.md", "drafts/a.md", "keep.tmp.md"]
    # Named files are read all the same, and so is a folder that is ignored and named.
    assert paths("a.tmp.md") == ["a.tmp.md"]
    assert paths("build") == ["build/a.md"]


def test_gitignore_above_the_folder_up_to_the_repository(paths, write):
    write(".gitignore", "*.md\n")
    write("repository/.git/HEAD")
    write("repository/.gitignore", "drafts/\n")
    write("repository/docs/drafts/a.md")
    write("repository/docs/b.md")
    assert paths("repository/docs") == ["repository/docs/b.md"]


def test_exclude_holds_for_folders_and_for_named_files(paths, write):
    write("stet.toml", 'exclude = ["vendor", "docs/*.gen.md"]\n')
    for name in ("vendor/a.md", "sub/vendor/a.md", "docs/a.gen.md", "docs/a.md"):
        write(name)
    assert paths(".") == ["docs/a.md"]
    assert paths("vendor/a.md", "docs/a.gen.md", "docs/a.md") == ["docs/a.md"]


def test_an_inner_configuration_excludes_for_its_folder(paths, write):
    write("stet.toml", 'exclude = ["a.md"]\n')
    write("docs/stet.toml", 'exclude = ["b.md"]\n')
    for name in ("a.md", "b.md", "docs/a.md", "docs/b.md"):
        write(name)
    assert paths(".") == ["b.md", "docs/a.md"]


def test_a_configuration_that_cannot_be_used_is_reported_once(paths, write):
    write("docs/stet.toml", "x = 1\n")
    for name in ("a.md", "docs/a.md", "docs/sub/b.md"):
        write(name)
    assert paths(".") == ["a.md", 'docs/stet.toml: unknown key "x"']


def test_no_such_path(paths):
    assert paths("a.md", "docs/") == ["a.md: no such file or folder", "docs: no such file or folder"]


@needs_links
def test_links(paths, write, folder):
    write("z.md")
    write("docs/b.md")
    write("elsewhere/c.txt")
    (folder / "a.md").symlink_to("z.md")  # checked where it stands
    (folder / "docs" / "c.md").symlink_to("../elsewhere/c.txt")
    (folder / "docs" / "loop").symlink_to("..")
    (folder / "docs" / "self.md").symlink_to("self.md")
    (folder / "docs" / "gone.md").symlink_to("nowhere.md")
    assert paths(".") == [
        "docs/b.md",
        "elsewhere/c.txt",
        "z.md",
        "docs/gone.md: a link to nothing",
        "docs/self.md: a link to nothing",
    ]
    assert paths("docs/loop")[0] == "docs/loop/docs/b.md"  # a named link is followed
    assert "docs/c.md" in paths("docs")
    assert paths("docs/gone.md") == ["docs/gone.md: a link to nothing"]
    assert paths("docs/self.md") == ["docs/self.md: a link to nothing"]


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="whoever may read everything cannot try this"
)
def test_what_may_not_be_read(paths, write, folder):
    write("a.md")
    write("docs/b.md")
    (folder / "docs").chmod(0)
    try:
        assert paths(".") == ["a.md", "docs: cannot be read: Permission denied"]
    finally:
        (folder / "docs").chmod(0o700)


def test_a_folder_that_cannot_be_listed(paths, write, monkeypatch):
    write("a.md")
    write("docs/b.md")
    scandir = os.scandir

    def refuse(path):
        if str(path).endswith("docs"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert paths(".") == ["a.md", "docs: cannot be read: Permission denied"]


def test_an_empty_path_is_not_the_folder(paths, write):
    write("a.md")
    assert paths("", "a.md") == [": a path is empty: name a file or a folder, or . for this one", "a.md"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes with a name")
def test_pipes_in_folders_are_not_read(paths, write, folder):
    write("a.md")
    os.mkfifo(folder / "b.md")
    assert paths(".") == ["a.md"]


@pytest.mark.parametrize("line", ["!", "a\\", "[z-a]"])
def test_what_is_no_pattern_is_passed_over(paths, write, line):
    write(".gitignore", f"b.md\n{line}\n!d.md\n*.txt\n")
    for name in ("a.md", "b.md", "c.txt", "d.md"):
        write(name)
    assert paths(".") == ["a.md", "d.md"]
    write(".gitignore", f"{line}\n")
    assert paths(".") == ["a.md", "b.md", "c.txt", "d.md"]
