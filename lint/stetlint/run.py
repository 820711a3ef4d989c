"""One run: every file is read and checked by its configuration, and what is needed to report is kept."""

from __future__ import annotations

import os
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from stetlint import readers
from stetlint.catalogue import Catalogue
from stetlint.config import Config, Configs, shown_path
from stetlint.discover import File, discover
from stetlint.engine import FileResult, Linter
from stetlint.finding import Finding, Problem, Span
from stetlint.reporters import Outcome, count
from stetlint.source import COMPRESSED, Lines, Source, SourceError, sources

if TYPE_CHECKING:
    from stetlint.baseline import Comparison, Known
    from stetlint.changes import Changes

Watch = Callable[[Sequence[File]], Iterable[File]]


class Fixing(NamedTuple):
    """That findings are fixed: whether those with unsafe fixes too, and whether files are written."""

    include_unsafe: bool
    is_dry: bool


class Request(NamedTuple):
    """What is asked of a run.

    stdin_filename  what standard input is called
    since           the revision since which lines must have changed to be reported
    baseline        the file of known findings, rather than that of the configuration
    has_baseline    whether known findings are left out at all
    fixing          None where nothing is fixed
    """

    stdin_filename: str | None = None
    since: str | None = None
    baseline: str | None = None
    has_baseline: bool = True
    fixing: Fixing | None = None


class Unanswerable(Exception):
    """A request that cannot be met at all: the message says why."""


class Run:
    """A run over files. Sources are not kept: memory grows with what is found, not with what is read."""

    def __init__(self, configs: Configs, request: Request = Request(), watch: Watch | None = None) -> None:  # noqa: B008
        """``watch`` is given the files and hands them out again, one after another."""
        self._configs = configs
        self._request = request
        self._watch = watch
        self._paths: Sequence[str] = ()
        self._linters: dict[Config, Linter] = {}
        self._results: dict[Linter, dict[str, FileResult]] = {}
        self._files: dict[str, File] = {}  # by path as reported
        self._problems: list[Problem] = []
        self._shown: tuple[str, Lines] | None = None  # the file of which lines were asked for last
        self.diff: list[str] = []  # lines of what fixes would change
        self.stdin: bytes | None = None  # what was read from standard input, with the fixes applied

    def outcome(self, paths: Sequence[str], has_colour: bool = False) -> Outcome:
        """Check the paths, and fix what is found where that is asked for."""
        try:
            return self._outcome(paths, has_colour)
        finally:
            for linter in self._linters.values():
                linter.close()

    def _outcome(self, paths: Sequence[str], has_colour: bool) -> Outcome:
        self._paths = paths
        try:
            changes = self._changes()
        except Unanswerable as error:
            return Outcome([], [Problem("", str(error))], 0, self._line_of, has_colour)
        self._check(self._found(paths))
        remarks: list[str] = []
        findings, problems = self._reported(changes, remarks)
        fixing = self._request.fixing
        if fixing is not None:
            fixed = self._fix(findings, fixing)
            if not fixing.is_dry:
                remarks.clear()
                findings, problems = self._reported(self._changes(), remarks)
            remarks.insert(0, fixed)
        ran = (config.known.traits[id] for config, linter in self._linters.items() for id in linter.rules)
        return Outcome(
            findings,
            # What no file of a configuration could be checked with is said once.
            sorted({*self._problems, *problems}, key=lambda p: (p.path, p.line or 0, p.message)),
            sum(map(len, self._results.values())),
            self._line_of,
            has_colour,
            Catalogue(ran),
            remarks,
        )

    def _found(self, paths: Iterable[str]) -> Iterator[File]:
        for found in discover(paths, self._configs, self._request.stdin_filename):
            if isinstance(found, Problem):
                self._problems.append(found)
            else:
                yield found

    def _check(self, files: Iterable[File]) -> None:
        """Map: check each file by itself."""
        for file in files if self._watch is None else self._watch(list(files)):
            try:
                linter = self._linter_of(file)
                with self._open(file) as stream:
                    self._results[linter][file.path] = self._result_of(file, stream)
                self._files[file.path] = file
            except SourceError as error:
                self._problems.append(Problem(error.path, error.message, error.line))
            except OSError as error:
                self._problems.append(Problem(file.path, f"cannot be read: {error.strerror}"))
            except Exception as error:  # one file that a reader cannot cope with does not stop the others
                message = f"cannot be checked: {type(error).__name__}: {error}"
                self._problems.append(Problem(file.path, message))

    def _linter_of(self, file: File) -> Linter:
        linter = self._linters.get(file.config)
        if linter is None:
            linter = self._linters[file.config] = Linter(file.config.rules, file.config.known)
            self._results[linter] = {}
        return linter

    def _result_of(self, file: File, stream: BinaryIO) -> FileResult:
        settings = file.config.for_path(file.absolute)
        return self._linter_of(file).check_file(file.path, stream, settings, file.format)

    def _reported(self, changes: Changes | None, remarks: list[str]) -> tuple[list[Finding], list[Problem]]:
        """Reduce: compare the files, and leave out what is known and what no change has touched."""
        findings: list[Finding] = []
        problems: list[Problem] = []
        for linter, results in self._results.items():
            report = linter.finish(results.values())
            findings.extend(report.findings)
            problems.extend(report.problems)
        findings.sort(key=lambda f: (f.place.path, f.place.span, f.rule, f.message))
        if self._request.has_baseline:
            findings = self._new(findings, problems, remarks)
        if changes is not None:
            findings = self._touched(changes, findings, problems)
        return findings, problems

    def _new(self, findings: list[Finding], problems: list[Problem], remarks: list[str]) -> list[Finding]:
        """Return the findings that no baseline knows."""
        given = self._request.baseline
        shared: dict[str, list[File]] = defaultdict(list)
        for file in self._files.values():
            baseline = os.path.abspath(given) if given is not None else file.config.baseline
            if baseline is not None:
                shared[baseline].append(file)
        if not shared:
            return findings
        from stetlint.baseline import BaselineError, read

        known: set[int] = set()
        for baseline, files in shared.items():
            try:
                comparison = self.compare(read(baseline), os.path.dirname(baseline), findings, files)
            except BaselineError as error:
                problems.append(Problem(shown_path(baseline), error.message, error.line))
                continue
            known.update(map(id, comparison.known))
            remarks.extend(comparison.remarks(shown_path(baseline)))
        return [finding for finding in findings if id(finding) not in known]

    def compare(
        self,
        known: Counter[Known],
        folder: str,
        findings: Iterable[Finding],
        files: Iterable[File] | None = None,
    ) -> Comparison:
        """Compare findings with what a baseline has that stands in a folder, given as an absolute path.

        files   those that it speaks for among the checked ones; None for all
        """
        from stetlint.baseline import compare

        where = {file.path: file.absolute for file in (self._files.values() if files is None else files)}
        mine = [finding for finding in findings if finding.place.path in where]
        rules = {id for linter in self._linters.values() for id in linter.rules}
        return compare(known, folder, mine, where, self._paths, rules, self._line_of)

    def _touched(self, changes: Changes, findings: list[Finding], problems: list[Problem]) -> list[Finding]:
        """Return the findings that touch changed lines."""
        from stetlint.changes import ChangesError, Touched

        is_touched = Touched(changes, {f.path: f.absolute for f in self._files.values()}, self._line_of)
        kept = []
        for finding in findings:
            try:
                if is_touched(finding):
                    kept.append(finding)
            except ChangesError as error:
                problems.append(Problem(finding.place.path, str(error)))
        return kept

    def _changes(self) -> Changes | None:
        """Return what has changed in the repository around the first path, None where nobody asks.

        Raise Unanswerable where git cannot tell.
        """
        since = self._request.since
        if since is None:
            return None
        from stetlint.changes import ChangesError, changes_since

        folder = path = os.path.abspath(self._paths[0])
        if "GIT_DIR" in os.environ:  # then git takes the working directory for that of the repository
            folder = os.curdir
        elif not os.path.isdir(path):
            folder = os.path.dirname(path)
        try:
            return changes_since(since, folder)
        except ChangesError as error:
            raise Unanswerable(f"--changed-since {since}: {error}") from None

    def _fix(self, findings: Iterable[Finding], fixing: Fixing) -> str:
        """Fix findings, and return a remark that says how many."""
        from stetlint import fixer

        spans: dict[str, list[Span]] = defaultdict(list)
        for finding in findings:
            if fixer.can_fix(finding, fixing.include_unsafe):
                spans[finding.place.path].append(finding.place.span)
        fixed = files = 0
        for path, within in spans.items():
            try:
                applied = self._fix_file(self._files[path], within, fixing)
            except OSError as error:
                self._problems.append(Problem(path, f"cannot be written: {error.strerror}"))
            else:
                fixed += applied
                files += applied > 0
        self._shown = None
        verb = "Would fix" if fixing.is_dry else "Fixed"
        return f"{verb} {count(fixed, 'finding')} in {count(files, 'file')}."

    def _fix_file(self, file: File, within: Sequence[Span], fixing: Fixing) -> int:
        """Fix what touches spans of a file, and check it anew. Return how many findings were fixed."""
        from stetlint import fixer

        if file.path.endswith(COMPRESSED):
            raise OSError(None, "it is compressed: decompress it before you fix it")
        linter = self._linter_of(file)

        def result_of(source: Source) -> FileResult:
            return self._result_of(file, BytesIO(source.bom + source.data))

        def check(source: Source) -> Sequence[Finding]:
            return linter.finish([result_of(source)]).findings

        with self._open(file) as stream:
            old = Source(file.path, stream.read())
        new, applied = fixer.fix(old, check, fixing.include_unsafe, within)
        if not applied:
            return 0
        if fixing.is_dry:
            self.diff.extend(fixer.diff(old, new))
            return applied
        if file.is_stdin:
            self.stdin = new.bom + new.data
        else:
            fixer.write(file.absolute, old, new)
        self._results[linter][file.path] = result_of(new)
        return applied

    def _open(self, file: File) -> BinaryIO:
        if not file.is_stdin:
            return open(file.absolute, "rb")
        if self.stdin is None:
            self.stdin = sys.stdin.buffer.read()
        return BytesIO(self.stdin)

    def _line_of(self, path: str, number: int) -> str:
        """Return a line of a file, which is read once more for it; "" where it is gone."""
        if self._shown is None or self._shown[0] != path:
            self._shown = path, Lines(lambda: self._read(self._files[path]))
        try:
            return self._shown[1][number]
        except OSError:
            return ""

    def _read(self, file: File) -> Iterator[Source | SourceError]:
        with self._open(file) as stream:
            yield from sources(file.path, stream, by_lines=file.format in readers.BY_LINES)
