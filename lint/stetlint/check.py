"""The check that a user asks for: a run, its reports, and the code with which the program exits.

It stands apart from the command line, because a hook that only names files does without it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import TextIO

from stetlint import readers, reporters
from stetlint.config import Configs
from stetlint.discover import File
from stetlint.finding import Problem, Severity
from stetlint.output import FAILED, STDOUT, emit, encoded, has_colour, send
from stetlint.run import Request, Run, Watch

NOTHING_FOUND, FOUND = 0, 1
PATIENCE = 1.0  # seconds before somebody at a terminal is shown how much is left
FULL: Mapping[str | None, str] = {None: "full"}


def check(
    paths: Sequence[str],
    configs: Configs,
    request: Request = Request(),  # noqa: B008
    reports: Mapping[str | None, str] = FULL,
    fatal: Collection[Severity] = tuple(Severity),
    make: Callable[[Configs, Request, Watch | None], Run] = Run,
) -> int:
    """Check files and folders (the current one where none is named), report, and return the exit code.

    reports   the format of each file, and of standard output (None)
    fatal     severities of the findings for which the code is FOUND
    make      makes the run
    """
    run = make(configs, request, progress if sys.stderr.isatty() else None)
    outcome = run.outcome(paths or (".",), has_colour())
    fixing = request.fixing
    is_diff = fixing is not None and fixing.is_dry
    if is_diff:
        emit(run.diff, sys.stdout)
        emit(reporters.errors(outcome.problems), sys.stderr)
        is_written = True
    elif fixing is not None and run.stdin is not None:
        send(run.stdin, sys.stdout)
        is_written = write(outcome, reports, sys.stderr)
    else:
        is_written = write(outcome, reports, sys.stdout)
    remarks = [*outcome.remarks]
    if not outcome.files and not outcome.problems:
        remarks.append(f"warning: no file to check: {why_no_file(paths or ('.',))}")
    emit((f"{remark}\n" for remark in remarks), sys.stderr)
    if outcome.problems or not is_written:
        return FAILED
    if is_diff:
        return FOUND if run.diff else NOTHING_FOUND
    return FOUND if any(finding.severity in fatal for finding in outcome.findings) else NOTHING_FOUND


def why_no_file(paths: Sequence[str]) -> str:
    """Return why there was nothing to read in paths that exist."""
    if not any(map(os.path.isdir, paths)):
        return "the configuration excludes what was named"
    endings = (of[0] for format, of in readers.FORMATS.items() if of and format not in readers.NAMED)
    return (
        f"folders are searched for {', '.join(endings)} and the like, but not for what .gitignore or the "
        "configuration excludes; a file that is named itself is read whatever its ending is"
    )


def progress(files: Sequence[File]) -> Iterator[File]:
    """Yield the files, and show how many are left on a terminal once that takes long."""
    import time

    import click

    start = time.monotonic()
    for number, file in enumerate(files):
        if time.monotonic() - start > PATIENCE:
            with click.progressbar(files[number:], label="Checking", file=sys.stderr) as rest:
                yield from rest
            return
        yield file


def write(outcome: reporters.Outcome, reports: Mapping[str | None, str], stdout: TextIO) -> bool:
    """Write what was found to files and to what serves as standard output; errors go to standard error.

    Return whether every report could be written.
    """
    is_written = True
    for output, format in reports.items():
        reporter = reporters.get(format)
        try:
            if output is None:
                emit(reporter.report(outcome), stdout)
            else:
                with open(output, "wb") as file:
                    file.writelines(map(encoded, reporter.report(outcome._replace(has_colour=False))))
        except OSError as error:
            problem = Problem(STDOUT if output is None else output, f"cannot be written: {error.strerror}")
            emit(reporters.errors([problem]), sys.stderr)
            is_written = False
        if output is None:
            emit(reporter.notes(outcome), sys.stderr)
    if None not in reports:
        emit(reporters.errors(outcome.problems), sys.stderr)
        emit([reporters.summary(outcome)], sys.stderr)
    return is_written
