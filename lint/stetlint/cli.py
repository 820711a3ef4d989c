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


@main.command()
@click.argument("paths", metavar="[PATH…|-]", nargs=-1)
@click.option("--format", type=click.Choice(reporters.FORMATS), default="full", help="How to report.")
@click.option("--select", metavar="RULES", multiple=True, help="Rules to run: ids, default or all.")
@click.option("--ignore", metavar="RULES", multiple=True, help="Rules not to run.")
@click.option("--config", metavar="FILE", help="Configuration of all files, not the nearest of each.")
@click.option("--stdin-filename", metavar="PATH", help="What standard input (-) is called.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 where something is found.")
def check(
    paths: tuple[str, ...],
    format: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    config: str | None,
    stdin_filename: str | None,
    exit_zero: bool,
) -> None:
    """Check files and folders (the current one where none is named), or standard input (-).

    Exit with 0 where nothing is found, 1 where something is, 2 where something could not be done.
    """
    choice = Choice(words(select) if select else None, words(ignore))
    run = Run(Configs(config, choice), stdin_filename)
    outcome = run.outcome(paths or (".",), has_colour())
    write(outcome, format)
    if outcome.problems:
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


def write(outcome: reporters.Outcome, format: str) -> None:
    """Write what was found to standard output, and what else is to be said to standard error."""
    reporter = reporters.get(format)
    emit(reporter.report(outcome), sys.stdout)
    emit(reporter.notes(outcome), sys.stderr)


def emit(pieces: Iterable[str], stream: TextIO) -> None:
    """Write text as UTF-8; in silence where nobody reads it any more."""
    data = "".join(pieces).encode("utf-8", "backslashreplace")
    try:
        stream.buffer.write(data)
        stream.buffer.flush()
    except BrokenPipeError:
        # Python would complain again when it flushes at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


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
