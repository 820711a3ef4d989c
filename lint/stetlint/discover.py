"""Which files are checked: those that are named, and those of known formats in the folders that are named."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from stetlint import readers
from stetlint.config import Config, ConfigError, Configs
from stetlint.finding import Problem

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

STDIN = "-"
# Folders that hold other people's text, or none.
SKIPPED = frozenset(
    """
    .bzr .direnv .eggs .git .hg .jj .mypy_cache .nox .pnpm-store .pytest_cache .ruff_cache .svn .tox .venv
    __pycache__ __pypackages__ bower_components node_modules site-packages venv
    """.split()
)


class File(NamedTuple):
    """A file to check.

    path      as it is reported: as it was named, joined with "/"
    absolute  where it stands
    format    a key of readers.FORMATS
    config    what holds for it
    is_stdin  whether its text comes from standard input
    """

    path: str
    absolute: str
    format: str
    config: Config
    is_stdin: bool = False


class Link(NamedTuple):
    """A symbolic link to a file, as it is reported and where it stands."""

    path: str
    absolute: str


def discover(
    paths: Iterable[str], configs: Configs, stdin_filename: str | None = None
) -> Iterator[File | Problem]:
    """Yield the files to check, each once however often it is named, and what cannot be checked.

    A file that is named is yielded whatever its ending and whatever .gitignore says, but not where the
    configuration excludes it: a hook names every file that changed. Links to folders are not followed, and a
    link to a file comes last, so that a file is reported where it stands.
    """
    return _Discovery(configs, stdin_filename).run(paths)


class _Discovery:
    def __init__(self, configs: Configs, stdin_filename: str | None) -> None:
        self.configs = configs
        self.stdin_filename = stdin_filename
        self.seen: set[str] = set()  # real paths
        self.failed: set[ConfigError] = set()
        self.links: list[Link] = []

    def run(self, paths: Iterable[str]) -> Iterator[File | Problem]:
        for path in paths:
            shown = os.path.normpath(path).replace(os.sep, "/")
            absolute = os.path.abspath(path)
            if not path:
                yield Problem("", "a path is empty: name a file or a folder, or . for this one")
            elif path == STDIN:
                name = self.stdin_filename or STDIN
                absolute = os.path.abspath(name)
                shown = os.path.normpath(name).replace(os.sep, "/")
                yield from self._file(shown, absolute, os.path.realpath(name), is_stdin=True)
            elif os.path.isdir(path):
                yield from self._root(shown, absolute)
            elif os.path.exists(path):
                yield from self._file(shown, absolute, os.path.realpath(path))
            else:
                what = "a link to nothing" if os.path.islink(path) else "no such file or folder"
                yield Problem(shown, what)
        for link in self.links:
            real = os.path.realpath(link.absolute)
            if os.path.isfile(real):
                yield from self._file(link.path, link.absolute, real)
            elif not os.path.isdir(real):
                yield Problem(link.path, "a link to nothing")

    def _config(self, absolute: str) -> Iterator[Config | Problem]:
        """Yield the configuration of what stands in a folder; or what is wrong with it, once."""
        try:
            yield self.configs.of(os.path.dirname(absolute))
        except ConfigError as error:
            if error not in self.failed:
                self.failed.add(error)
                yield Problem(error.path, error.message, error.line)

    def _is_searched_for(self, absolute: str) -> bool:
        """Whether a folder is searched for a file: by its name, or because the configuration says so."""
        if readers.format_in_folder(absolute) is not None:
            return True
        try:
            return self.configs.of(os.path.dirname(absolute)).names_format_of(absolute)
        except ConfigError:
            return False

    def _file(self, path: str, absolute: str, real: str, is_stdin: bool = False) -> Iterator[File | Problem]:
        if real in self.seen:
            return
        self.seen.add(real)
        for config in self._config(absolute):
            if isinstance(config, Problem):
                yield config
            elif not config.excludes(absolute):
                yield File(path, absolute, config.format_of(absolute) or "text", config, is_stdin)

    def _root(self, shown: str, absolute: str) -> Iterator[File | Problem]:
        ignores = _ignores_above(absolute)
        if _is_ignored(ignores, absolute, is_folder=True):
            ignores = []  # it is ignored and was named all the same
        prefix = "" if shown == "." else shown.rstrip("/") + "/"
        yield from self._folder(prefix, absolute, os.path.realpath(absolute), ignores)

    def _folder(
        self, prefix: str, absolute: str, real: str, ignores: list[tuple[str, GitIgnoreSpec]]
    ) -> Iterator[File | Problem]:
        try:
            with os.scandir(absolute) as scan:
                entries = sorted(scan, key=lambda entry: entry.name)
        except OSError as error:
            yield Problem(prefix.rstrip("/") or ".", f"cannot be read: {error.strerror}")
            return
        if any(entry.name == ".gitignore" for entry in entries):
            ignores = ignores + _ignores_in(absolute)
        for entry in entries:
            path = prefix + entry.name
            is_folder = entry.is_dir(follow_symlinks=False)
            if is_folder and entry.name in SKIPPED:
                continue
            inside = os.path.join(absolute, entry.name)
            if not is_folder and not self._is_searched_for(inside):
                continue
            if _is_ignored(ignores, inside, is_folder):
                continue
            if entry.is_symlink():
                self.links.append(Link(path, inside))
            elif entry.is_file():  # reading a pipe would wait for ever
                yield from self._file(path, inside, os.path.join(real, entry.name))
            elif is_folder:
                for config in self._config(inside):
                    if isinstance(config, Problem):
                        yield config
                    elif not config.excludes(inside, is_folder=True):
                        inner = os.path.join(real, entry.name)
                        yield from self._folder(path + "/", inside, inner, ignores)


def _ignores_in(folder: str) -> list[tuple[str, GitIgnoreSpec]]:
    """Return the folder (ending with the separator) and the patterns of its .gitignore; none without one."""
    try:
        with open(os.path.join(folder, ".gitignore"), encoding="utf-8", errors="surrogateescape") as file:
            lines = file.read().splitlines()
    except OSError:
        return []
    return [(os.path.join(folder, ""), _spec(lines))]


def _spec(lines: list[str]) -> GitIgnoreSpec:
    """Return the patterns of a .gitignore without those that are none: git passes over them, too."""
    import re

    from pathspec import GitIgnoreSpec

    try:
        return GitIgnoreSpec.from_lines(lines)
    except (ValueError, re.error):
        if len(lines) == 1:
            return GitIgnoreSpec([])
        return GitIgnoreSpec([pattern for line in lines for pattern in _spec([line]).patterns])


def _ignores_above(folder: str) -> list[tuple[str, GitIgnoreSpec]]:
    """Return the .gitignore of the folders above, from the root of the repository down."""
    found: list[tuple[str, GitIgnoreSpec]] = []
    here = folder
    while not os.path.exists(os.path.join(here, ".git")):
        parent = os.path.dirname(here)
        if parent == here:
            return []  # not in a repository
        found = _ignores_in(parent) + found
        here = parent
    return found


def _is_ignored(ignores: list[tuple[str, GitIgnoreSpec]], path: str, is_folder: bool) -> bool:
    """Whether the nearest .gitignore that speaks of a path ignores it."""
    for folder, spec in reversed(ignores):
        relative = path[len(folder) :].replace(os.sep, "/") + "/" * is_folder
        include = spec.check_file(relative).include
        if include is not None:
            return include
    return False
