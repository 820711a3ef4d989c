"""One run: every file is read and checked by its configuration, and what is needed to report is kept."""

from __future__ import annotations

import os
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from io import BytesIO
from itertools import islice
from typing import IO, TYPE_CHECKING, BinaryIO, NamedTuple

from stetlint import readers
from stetlint.catalogue import Catalogue
from stetlint.config import Config, Configs, shown_path
from stetlint.discover import File, discover
from stetlint.engine import FileResult, document_of
from stetlint.finding import Finding, Problem, Span
from stetlint.mapping import Held, Mapper, Task, mapped
from stetlint.reporters import Outcome, count
from stetlint.source import COMPRESSED, Lines, Source, SourceError, sources
from stetlint.undeclared import remarks

if TYPE_CHECKING:
    from stetlint.baseline import Comparison, Known
    from stetlint.cache import Cache
    from stetlint.changes import Changes

Watch = Callable[[Sequence[File]], Iterable[File]]

# Files that are checked sooner than a large cache is read: so many at most, of so many bytes together.
FEW, SMALL = 8, 200_000
LOOKED_INTO = 50  # files with findings that are looked into for their language
LARGE = 8_000_000  # bytes from which on a file is not held in memory as a whole


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
    jobs            how many processes check files; None for as many as are of use
    cache           the folder of the cache, "" for the usual one; None where nothing is kept
    """

    stdin_filename: str | None = None
    since: str | None = None
    baseline: str | None = None
    has_baseline: bool = True
    fixing: Fixing | None = None
    jobs: int | None = None
    cache: str | None = ""


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
        self._mapper = Mapper(configs)
        self._files: dict[str, File] = {}  # those that could be checked, by path as reported
        self._results: dict[Config, dict[str, FileResult]] = defaultdict(dict)  # where there is any, by path
        self._problems: list[Problem] = []
        self._shown: tuple[str, Lines] | None = None  # the file of which lines were asked for last
        self.diff: list[str] = []  # lines of what fixes would change
        self.stdin: bytes | None = None  # what was read from standard input, with the fixes applied
        self._spool: IO[bytes] | None = None  # the same on the disk, if it is too much to be held

    def outcome(self, paths: Sequence[str], has_colour: bool = False) -> Outcome:
        """Check the paths, and fix what is found where that is asked for."""
        try:
            return self._outcome(paths, has_colour)
        finally:
            self._mapper.close()

    def _outcome(self, paths: Sequence[str], has_colour: bool) -> Outcome:
        self._paths = paths
        try:
            changes = self._changes()
        except Unanswerable as error:
            return Outcome([], [Problem("", str(error))], 0, self._line_of, has_colour)
        self._check(list(self._found(paths)))
        remarks: list[str] = []
        findings, problems = self._reported(changes, remarks)
        fixing = self._request.fixing
        if fixing is not None:
            fixed = self._fix(findings, fixing)
            if not fixing.is_dry:
                remarks.clear()
                findings, problems = self._reported(self._changes(), remarks)
            remarks.insert(0, fixed)
        remarks.extend(self._undeclared(findings))
        ran = (config.known.traits[rule.id] for config in self._configs_in_use() for rule in config.rules)
        return Outcome(
            findings,
            # What no file of a configuration could be checked with is said once.
            sorted({*self._problems, *problems}, key=lambda p: (p.path, p.line or 0, p.message)),
            len(self._files),
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

    def _check(self, files: Sequence[File]) -> None:
        """Map: check each file by itself, unless the cache knows what comes of it."""
        cache = self._cache(files)
        keys: dict[str, bytes] = {}  # of the files that are being checked, by path
        tasks = self._unknown(files if self._watch is None else self._watch(files), cache, keys)
        with closing(mapped(tasks, self._mapper, self._request.jobs)) as results:  # so that no worker is left
            for task, result in results:
                self._take(task, result, cache, keys)
        if cache is not None:
            cache.save()

    def _cache(self, files: Sequence[File]) -> Cache | None:
        """Return the cache, None where there is none."""
        folder = self._request.cache
        if folder is None:
            return None
        are_few = len(files) <= FEW and sum(map(_size_of, files)) <= SMALL
        from stetlint import cache

        try:
            folder = cache.folder(folder)
            largest = cache.LARGEST_OF_FEW if are_few else cache.LARGEST
            return None if folder is None else cache.Cache(folder, largest)
        except OSError:  # the code of stet, on which results depend, is in no files
            return None

    def _unknown(self, files: Iterable[File], cache: Cache | None, keys: dict[str, bytes]) -> Iterator[Task]:
        """Yield the files to check, and put down their keys; take what the cache knows of the others."""
        for file in files:
            self._files[file.path] = file
            try:
                size, content = self._content(file)
                settings = file.config.for_path(file.absolute)
                held = content if isinstance(content, bytes) else None
                is_stream = content is not held
                key = None if cache is None or is_stream else cache.key(file, settings, held)
            except OSError as error:
                self._add(file, Problem(file.path, f"cannot be read: {error.strerror}"))
                continue
            if cache is not None and key is not None:
                known = cache.get(key, file, settings)
                if known is not None:
                    self._add(file, known)
                    continue
                keys[file.path] = key
            task = Task(file.path, file.absolute, file.format, size, content)
            # What another program does is not done faster by several of us.
            if is_stream or any(rule.is_external and rule.id in settings.rules for rule in file.config.rules):
                self._take(task, self._mapper.map([task])[0], cache, keys)
            else:
                yield task

    def _content(self, file: File) -> tuple[int, Held]:
        """Return the size of a file and its bytes; of a large one None, and a stream if it was spooled."""
        if file.is_stdin:
            if self.stdin is None and self._spool is None:
                self._read_stdin(file.format)
            if self._spool is not None:
                return self._spool.seek(0, os.SEEK_END), self._open(file)
            return len(self.stdin or b""), self.stdin
        with open(file.absolute, "rb", buffering=0) as stream:
            size = os.fstat(stream.fileno()).st_size
            return size, stream.readall() if size <= LARGE else None

    def _read_stdin(self, format: str) -> None:
        """Read standard input, once and for all: into memory, or to the disk if parts of it are enough."""
        stream = sys.stdin.buffer
        self.stdin = stream.read(LARGE + 1)
        if len(self.stdin) <= LARGE or format not in readers.BY_LINES or self._request.fixing is not None:
            self.stdin += stream.read()
            return
        import shutil
        import tempfile

        self._spool = tempfile.TemporaryFile()  # noqa: SIM115  # a report reads lines of it
        self._spool.write(self.stdin)
        self.stdin = None
        shutil.copyfileobj(stream, self._spool)

    def _take(
        self, task: Task, result: FileResult | Problem, cache: Cache | None, keys: dict[str, bytes]
    ) -> None:
        """Take what became of a task, and let the cache keep it."""
        file = self._files[task.path]
        self._add(file, result)
        key = keys.pop(task.path, None)
        if cache is not None and key is not None and isinstance(result, FileResult):
            if task.content is None and not self._is_still(file, key, cache):
                return
            cache.put(key, result)

    def _is_still(self, file: File, key: bytes, cache: Cache) -> bool:
        """Whether a file that was read twice was the same both times, going by the key that it had before."""
        try:
            return cache.key(file, file.config.for_path(file.absolute)) == key
        except OSError:
            return False

    def _add(self, file: File, result: FileResult | Problem) -> None:
        if isinstance(result, Problem):
            self._problems.append(result)
            del self._files[file.path]
        elif any(result[1:-1]):
            self._results[file.config][file.path] = result

    def _configs_in_use(self) -> Iterable[Config]:
        return dict.fromkeys(file.config for file in self._files.values())

    def _reported(self, changes: Changes | None, remarks: list[str]) -> tuple[list[Finding], list[Problem]]:
        """Reduce: compare the files, and leave out what is known and what no change has touched."""
        findings: list[Finding] = []
        problems: list[Problem] = []
        for config, results in self._results.items():
            report = self._mapper.linter_of(config).finish(results.values())
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
        rules = {rule.id for config in self._configs_in_use() for rule in config.rules}
        return compare(known, folder, mine, where, self._paths, rules, self._line_of)

    def _undeclared(self, findings: Iterable[Finding]) -> Iterator[str]:
        """Yield a warning where findings may come of texts whose language nobody has named."""
        paths = islice(dict.fromkeys(finding.place.path for finding in findings), LOOKED_INTO)
        files = [file for path in paths if (file := self._files[path]).format not in readers.CONTAINERS]
        yield from remarks(self._texts(files))

    def _texts(self, files: Iterable[File]) -> Iterator[tuple[str, str, str]]:
        """Yield path, language and text of each file of which the configuration alone says the language."""
        for file in files:
            settings = file.config.for_path(file.absolute)
            if settings.is_lang_declared or not settings.is_lang_named:
                continue
            try:
                source = next(self._read(file), None)
            except OSError:
                continue  # it is gone
            if isinstance(source, Source):
                lang = document_of(source, settings, file.format).lang
                if lang == settings.lang:
                    yield file.path, lang, source.text

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
        linter = self._mapper.linter_of(file.config)

        def result_of(source: Source) -> FileResult:
            return self._mapper.result_of(file, BytesIO(source.bom + source.data))

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
        self._results[file.config][file.path] = result_of(new)
        return applied

    def _open(self, file: File) -> BinaryIO:
        if not file.is_stdin:
            return open(file.absolute, "rb")
        if self._spool is None:
            return BytesIO(self.stdin or b"")
        self._spool.seek(0)
        return open(self._spool.fileno(), "rb", closefd=False)

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


def _size_of(file: File) -> int:
    try:
        return 0 if file.is_stdin else os.path.getsize(file.absolute)
    except OSError:
        return 0  # what is wrong is said when it is read
