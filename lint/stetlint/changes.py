"""Which lines have changed since a revision: what a pull request has to answer for.

"Since" means since the merge base, so that what others have added to the main branch is not counted. What is
not committed yet counts, and so does a file that git does not know. A renamed file counts where it differs
from what it was.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from stetlint.finding import Finding, Place

# Whatever the user has configured, the diff is to be read by us.
DIFF = (
    "-c core.quotepath=off diff --unified=0 --inter-hunk-context=0 --find-renames --no-color --no-ext-diff "
    "--no-textconv --no-relative --ignore-submodules --src-prefix=a/ --dst-prefix=b/"
).split()
HUNK = re.compile(rb"@@ -\S+ \+(\d+)(?:,(\d+))? @@")
ESCAPE = re.compile(rb'\\([abtnvfr"\\]|[0-7]{3})')
ESCAPED = dict(zip(b'abtnvfr"\\', b'\a\b\t\n\v\f\r"\\', strict=True))


class ChangesError(Exception):
    """Changes that git does not tell: the message says why, and what to do."""


class Hunk(NamedTuple):
    """Lines that were changed or added: the first and the last, from 1. Where lines were deleted and none
    came in their place, the last is the line before them and the first is the line behind."""

    first: int
    last: int

    def touches(self, place: Place) -> bool:
        """Whether a place stands on one of these lines; or on both sides of a deletion."""
        # A place that ends with a newline does not stand on the line behind it.
        end = place.end_line - (place.end_column == 1 and place.end_line > place.line)
        return place.line <= self.last and end >= self.first


WHOLE = (Hunk(1, 1 << 60),)


class Changes:
    """What has changed in a repository.

    root      its folder, with all links resolved
    """

    def __init__(self, root: str, hunks: Mapping[str, Iterable[Hunk]], tracked: frozenset[str]) -> None:
        """``hunks`` by path and the paths that git knows, both relative to the root and joined with "/"."""
        self.root = root
        self._hunks = {path: tuple(each) for path, each in hunks.items()}
        self._tracked = tracked

    def of(self, absolute: str) -> tuple[Hunk, ...]:
        """Return what has changed in a file. Raise ChangesError where it is not in the repository."""
        path = os.path.relpath(os.path.realpath(absolute), self.root).replace(os.sep, "/")
        if path.startswith("../") or os.path.isabs(path):
            raise ChangesError(f"not in the repository {self.root}: git does not tell what has changed")
        if path in self._hunks:
            return self._hunks[path]
        parts = path.split("/")
        # Of a submodule git knows the folder: nothing is said of what is in it.
        is_known = any("/".join(parts[:n]) in self._tracked for n in range(1, len(parts) + 1))
        return () if is_known else WHOLE


def changes_since(revision: str, folder: str) -> Changes:
    """Return what has changed in the repository around a folder since its merge base with a revision.

    Raise ChangesError where git cannot tell.
    """
    root = os.path.realpath(os.fsdecode(_git(folder, "rev-parse", "--show-toplevel").rstrip(b"\r\n")))
    base = _merge_base(revision, root)
    patch = _git(root, *DIFF, base, "--")
    hunks = _hunks(patch)
    if b"\nBinary files " in patch:
        for entry in _git(root, *DIFF, "--numstat", "-z", "--no-renames", base, "--").split(b"\0"):
            if entry.startswith(b"-\t-\t"):
                hunks[os.fsdecode(entry[4:])] = list(WHOLE)
    tracked = _git(root, "ls-files", "-z").split(b"\0")
    return Changes(root, hunks, frozenset(map(os.fsdecode, tracked)))


def _merge_base(revision: str, root: str) -> str:
    is_shallow = _git(root, "rev-parse", "--is-shallow-repository").strip() == b"true"
    deepen = "; this clone is shallow: deepen it with “git fetch --unshallow”" if is_shallow else ""
    name = f"“{revision}”"
    if revision.startswith("-") or not _says(root, "rev-parse", "--verify", "-q", f"{revision}^{{commit}}"):
        if is_shallow:
            deepen += " (on GitHub: “fetch-depth: 0” for actions/checkout) and fetch that revision"
        raise ChangesError(f"git knows no revision {name}{deepen}")
    found = _says(root, "merge-base", "HEAD", revision)
    if not found:
        if is_shallow:
            deepen += " (on GitHub: “fetch-depth: 0” for actions/checkout)"
        raise ChangesError(f"HEAD and {name} have no common ancestor{deepen}")
    return found.decode().split()[0]


def _hunks(patch: bytes) -> dict[str, list[Hunk]]:
    """Return the hunks of a patch without context, by the new paths of their files."""
    found: dict[str, list[Hunk]] = {}
    mine: list[Hunk] = []
    is_head = False
    for line in patch.split(b"\n"):
        if line.startswith(b"diff --git "):  # a line of a file has its sign in front
            is_head = True
        elif is_head and line.startswith(b"+++ "):
            mine = found.setdefault(_path(line[4:]), [])
        elif match := HUNK.match(line):
            is_head = False
            start, count = int(match[1]), int(match[2] or 1)
            mine.append(Hunk(start, start + count - 1) if count else Hunk(start + 1, start))
    return found


def _path(name: bytes) -> str:
    """Return the path that a line "+++ " of a patch names."""
    if name.startswith(b'"'):
        name = ESCAPE.sub(_unescaped, name.strip(b"\t\r")[1:-1])
    else:
        name = name.removesuffix(b"\t")  # which is there where the name holds a blank
    return os.fsdecode(name.removeprefix(b"b/"))


def _unescaped(match: re.Match[bytes]) -> bytes:
    code = match[1]
    return bytes([int(code, 8) if len(code) == 3 else ESCAPED[code[0]]])


def _run(folder: str, arguments: tuple[str, ...]) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            ["git", "--no-optional-locks", "-C", folder, *arguments], capture_output=True, check=False
        )
    except FileNotFoundError:
        raise ChangesError("needs git, and there is none") from None


def _says(folder: str, *arguments: str) -> bytes:
    """Return what git says, nothing where it fails."""
    done = _run(folder, arguments)
    return b"" if done.returncode else done.stdout


def _git(folder: str, *arguments: str) -> bytes:
    """Return what git says. Raise ChangesError, with git's words, where it fails."""
    done = _run(folder, arguments)
    if done.returncode:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise ChangesError(lines[0].removeprefix("fatal: ") if lines else f"git {arguments[0]} failed")
    return done.stdout


class Touched:
    """Which findings touch changed lines: that of one place does where it stands on such a line; that of
    several places, such as a name in two spellings, also where such a line holds the other spelling."""

    def __init__(
        self, changes: Changes, where: Mapping[str, str], line_of: Callable[[str, int], str]
    ) -> None:
        """``where`` are the absolute paths of files by those that are reported."""
        self._changes = changes
        self._where = where
        self._line_of = line_of
        self._hunks: dict[str, tuple[Hunk, ...]] = {}
        self._texts: dict[str, str] = {}

    def __call__(self, finding: Finding) -> bool:
        """Raise ChangesError where a file is not in the repository."""
        return self._is_changed(finding.place) or any(
            self._is_changed(place) or self._holds(place.path, place.text) for place in finding.related
        )

    def _is_changed(self, place: Place) -> bool:
        return any(hunk.touches(place) for hunk in self._hunks_of(place.path))

    def _hunks_of(self, path: str) -> tuple[Hunk, ...]:
        if path not in self._hunks:
            self._hunks[path] = self._changes.of(self._where[path])
        return self._hunks[path]

    def _holds(self, path: str, words: str) -> bool:
        """Whether a changed line of a file holds these words."""
        if path not in self._texts:
            self._texts[path] = "\n".join(self._changed_lines(path))
        text = self._texts[path]
        return words in text and re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None

    def _changed_lines(self, path: str) -> Iterable[str]:
        for first, last in self._hunks_of(path):
            if last == WHOLE[0].last:
                return  # every place of the file is on a changed line
            for number in range(first, last + 1):
                yield self._line_of(path, number)
