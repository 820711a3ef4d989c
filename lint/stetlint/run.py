"""One run: every file is read and checked by its configuration, and what is needed to report is kept."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from stetlint.config import Config, Configs
from stetlint.discover import File, discover
from stetlint.engine import FileResult, Linter, Problem
from stetlint.reporters import Outcome
from stetlint.source import Source, SourceError


class Run:
    """A run over files. Sources are not kept: memory grows with what is found, not with what is read."""

    def __init__(self, configs: Configs, stdin_filename: str | None) -> None:
        self._configs = configs
        self._stdin_filename = stdin_filename
        self._stdin: tuple[str, bytes] | None = None
        self._linters: dict[Config, Linter] = {}
        self._results: dict[Linter, list[FileResult]] = {}
        self._where: dict[str, str] = {}  # path as reported -> absolute
        self._shown: Source | None = None

    def outcome(self, paths: Iterable[str], has_colour: bool) -> Outcome:
        """Check the paths."""
        try:
            return self._outcome(paths, has_colour)
        finally:
            for linter in self._linters.values():
                linter.close()

    def _outcome(self, paths: Iterable[str], has_colour: bool) -> Outcome:
        problems: list[Problem] = []
        findings = []
        for found in discover(paths, self._configs, self._stdin_filename):
            if isinstance(found, Problem):
                problems.append(found)
                continue
            try:
                self._check(found)
            except SourceError as error:
                problems.append(Problem(error.path, error.message, error.line))
            except OSError as error:
                problems.append(Problem(found.path, f"cannot be read: {error.strerror}"))
            except Exception as error:  # one file that a reader cannot cope with does not stop the others
                problems.append(Problem(found.path, f"cannot be checked: {type(error).__name__}: {error}"))
        files = sum(map(len, self._results.values()))
        for linter, results in self._results.items():
            report = linter.finish(results)
            findings.extend(report.findings)
            problems.extend(report.problems)
        findings.sort(key=lambda f: (f.place.path, f.place.span, f.rule, f.message))
        # What no file of a configuration could be checked with is said once.
        problems = sorted(set(problems), key=lambda p: (p.path, p.line or 0, p.message))
        rules = {id: type(rule) for linter in self._linters.values() for id, rule in linter.rules.items()}
        return Outcome(findings, problems, files, self._line_of, has_colour, dict(sorted(rules.items())))

    def _check(self, file: File) -> None:
        linter = self._linters.get(file.config)
        if linter is None:
            linter = self._linters[file.config] = Linter(file.config.rules, file.config.known)
            self._results[linter] = []
        source = Source(file.path, self._read(file))
        settings = file.config.for_path(file.absolute)
        self._results[linter].append(linter.check(source, settings, file.format))
        self._where[file.path] = file.absolute

    def _read(self, file: File) -> bytes:
        if file.is_stdin:
            self._stdin = (file.path, sys.stdin.buffer.read())
            return self._stdin[1]
        with open(file.absolute, "rb") as stream:
            return stream.read()

    def _line_of(self, path: str, number: int) -> str:
        """Return a line of a file, which is read once more for it; "" where it is gone."""
        if self._shown is None or self._shown.path != path:
            try:
                if self._stdin is not None and self._stdin[0] == path:
                    raw = self._stdin[1]
                else:
                    with open(self._where[path], "rb") as stream:
                        raw = stream.read()
                self._shown = Source(path, raw)
            except (OSError, SourceError):
                return ""
        try:
            return self._shown.line(number) if number > 0 else ""
        except IndexError:
            return ""
