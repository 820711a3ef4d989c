"""The command line: check files, list the rules, explain one."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, TextIO

import click

from stetlint import __version__, reporters
from stetlint.config import Choice, ConfigError, Configs
from stetlint.engine import Problem
from stetlint.nearest import quoted
from stetlint.run import Run

if TYPE_CHECKING:
    from stetlint.rule import Rule

NOTHING_FOUND, FOUND, FAILED = 0, 1, 2


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="stet", message="%(prog)s %(version)s")
def main() -> None:
    """Find what machine translation leaves in copy."""


class InOrder(click.Command):
    """A command whose function is told in which order its options stood: ``order``, their names."""

    def parse_args(self, context: click.Context, args: list[str]) -> list[str]:
        _, _, order = self.make_parser(context).parse_args(list(args))
        rest = super().parse_args(context, args)
        context.params["order"] = [parameter.name for parameter in order]
        return rest


@main.command(cls=InOrder)
@click.argument("paths", metavar="[PATH…|-]", nargs=-1)
@click.option(
    "--format",
    "formats",
    type=click.Choice(reporters.FORMATS),
    metavar="FORMAT",
    multiple=True,
    help=f"How to report: {', '.join(reporters.FORMATS)}.",
)
@click.option("--output", "outputs", metavar="FILE", multiple=True, help="Where the format before goes.")
@click.option("--select", metavar="RULES", multiple=True, help="Rules to run: ids, default or all.")
@click.option("--ignore", metavar="RULES", multiple=True, help="Rules not to run.")
@click.option("--config", metavar="FILE", help="Configuration of all files, not the nearest of each.")
@click.option("--stdin-filename", metavar="PATH", help="What standard input (-) is called.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 where something is found.")
def check(
    paths: tuple[str, ...],
    formats: tuple[str, ...],
    outputs: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    config: str | None,
    stdin_filename: str | None,
    exit_zero: bool,
    order: list[str],
) -> None:
    """Check files and folders (the current one where none is named), or standard input (-).

    Exit with 0 where nothing is found, 1 where something is, 2 where something could not be done.
    """
    reports = pair(order, formats, outputs)
    choice = Choice(words(select) if select else None, words(ignore))
    run = Run(Configs(config, choice), stdin_filename)
    outcome = run.outcome(paths or (".",), has_colour())
    is_written = write(outcome, reports)
    if outcome.problems or not is_written:
        sys.exit(FAILED)
    sys.exit(FOUND if outcome.findings and not exit_zero else NOTHING_FOUND)


def words(lists: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of lists with commas between, in one."""
    return tuple(word.strip() for each in lists for word in each.split(",") if word.strip())


def has_colour() -> bool:
    """Whether standard output shows colours: a terminal does, unless the user does not want them."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def pair(order: Iterable[str], formats: Iterable[str], outputs: Iterable[str]) -> dict[str | None, str]:
    """Return the format of each file, and of standard output (None): a file takes the format before it.

    order   "formats" and "outputs", as they stood on the command line, among others
    """
    reports: dict[str | None, str] = {}
    waiting: str | None = None
    values = {"formats": iter(formats), "outputs": iter(outputs)}

    def add(output: str | None, format: str) -> None:
        if output in reports:
            where = "standard output" if output is None else output
            raise click.UsageError(f"Two reports for {where}: give each format an --output FILE behind it.")
        reports[output] = format

    for name in order:
        if name not in values:
            continue
        value = next(values[name])
        if name == "outputs":
            if waiting is None and reports:
                raise click.UsageError(f"--output {value}: there is no --format before it.")
            add(value, waiting or "full")
            waiting = None
        else:
            if waiting is not None:
                add(None, waiting)
            waiting = value
    if waiting is not None or not reports:
        add(None, waiting or "full")
    return reports


def write(outcome: reporters.Outcome, reports: Mapping[str | None, str]) -> bool:
    """Write what was found to files and to standard output, and what else is to be said to standard error.

    Return whether every file could be written.
    """
    is_written = True
    for output, format in reports.items():
        reporter = reporters.get(format)
        if output is None:
            emit(reporter.report(outcome), sys.stdout)
            emit(reporter.notes(outcome), sys.stderr)
            continue
        try:
            with open(output, "wb") as file:
                file.writelines(map(encoded, reporter.report(outcome._replace(has_colour=False))))
        except OSError as error:
            emit(reporters.errors([Problem(output, f"cannot be written: {error.strerror}")]), sys.stderr)
            is_written = False
    if None not in reports:
        emit(reporters.errors(outcome.problems), sys.stderr)
        emit([reporters.summary(outcome)], sys.stderr)
    return is_written


def emit(pieces: Iterable[str], stream: TextIO) -> None:
    """Write text as UTF-8; in silence where nobody reads it any more."""
    data = encoded("".join(pieces))
    try:
        stream.buffer.write(data)
        stream.buffer.flush()
    except BrokenPipeError:
        # Python would complain again when it flushes at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def encoded(text: str) -> bytes:
    """Return text as UTF-8; what a name of a file has that is no text is shown by its number."""
    return text.encode("utf-8", "backslashreplace")


@main.command()
@click.argument("paths", metavar="[PATH…]", nargs=-1)
@click.option(
    "--format", type=click.Choice(("table", "list", "json")), default="table", help="How to show them."
)
@click.option("--config", metavar="FILE", help="Configuration of all files, not the nearest of each.")
def names(paths: tuple[str, ...], format: str, config: str | None) -> None:
    """List the names of files and folders, and which spellings may be one name.

    The format "list" drafts the file that the table [names] of the configuration can name.
    """
    from stetlint import census

    found = census.Census()
    problems = found.add_paths(paths or (".",), Configs(config))
    emit(census.report(found.names(), format), sys.stdout)
    emit(reporters.errors(problems), sys.stderr)
    if problems:
        sys.exit(FAILED)


@main.command()
def rules() -> None:
    """List the rules, also those that a configuration here adds."""
    from stetlint import manual

    emit(manual.table(known_rules()), sys.stdout)


@main.command()
@click.argument("rule")
def explain(rule: str) -> None:
    """Print the manual page of a rule."""
    known = known_rules()
    if rule not in known:
        emit([f"error: unknown rule {quoted(rule, known)}\n"], sys.stderr)
        sys.exit(FAILED)
    from stetlint import manual

    emit(manual.page(known[rule]), sys.stdout)


def known_rules() -> Mapping[str, type[Rule]]:
    """Return the rules that the configuration of the working directory knows, by id."""
    try:
        return Configs().of(os.getcwd()).known
    except ConfigError as error:
        emit(reporters.errors([Problem(error.path, error.message, error.line)]), sys.stderr)
        sys.exit(FAILED)
