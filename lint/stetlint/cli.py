"""The command line: check files, list the rules, explain one."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from stetlint import __version__, reporters
from stetlint.finding import Problem, Severity
from stetlint.output import FAILED, emit, interrupted

if TYPE_CHECKING:
    from stetlint.rule import Rule


class Commands(click.Group):
    """The commands. Who leaves out the one that checks files is told of it."""

    def parse_args(self, context: click.Context, args: list[str]) -> list[str]:
        given = list(args)
        try:
            return super().parse_args(context, args)
        except click.NoSuchOption as error:
            if any(error.option_name in parameter.opts for parameter in check.params):
                what = f"{error.option_name} is an option of check"
                raise did_you_mean_check(what, given, context) from None
            raise

    def resolve_command(
        self, context: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(context, args)
        except click.UsageError:
            if args[0] == "-" or os.path.exists(args[0]) or os.path.splitext(args[0])[1]:
                raise did_you_mean_check(f"{args[0]} is no command", args, context) from None
            raise

    def invoke(self, context: click.Context) -> Any:
        try:
            return super().invoke(context)
        except KeyboardInterrupt:
            sys.exit(interrupted())


def did_you_mean_check(what: str, args: Sequence[str], context: click.Context) -> click.UsageError:
    """Return the error of a command line that lacks its command."""
    from shlex import join

    return click.UsageError(f"{what}: did you mean “stet check {join(args)}”?", context)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
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


def not_empty(value: str) -> str:
    """Return a value that may not be empty, as a variable in a script may be."""
    if not value:
        raise click.BadParameter("it is empty.")
    return value


def complete_rule(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    """Return the rules that a shell offers for the beginning of a word, which may be the last of a list."""
    from stetlint.config import ConfigError, Configs

    before, comma, start = incomplete.rpartition(",")
    try:
        known = Configs(context.params.get("config")).of(os.getcwd()).known
    except ConfigError:
        return []
    return [before + comma + id for id in known if id.startswith(start)]


@main.command(cls=InOrder, short_help="Check files and folders.")
@click.argument("paths", metavar="[PATH…|-]", nargs=-1, type=click.Path())
@click.option(
    "--format",
    "formats",
    type=click.Choice(reporters.FORMATS),
    metavar="FORMAT",
    multiple=True,
    help=f"How to report: {', '.join(reporters.FORMATS)}.",
)
@click.option(
    "--output",
    "outputs",
    type=not_empty,
    metavar="FILE",
    multiple=True,
    help="Write the format beside it, else full, to FILE.",
)
@click.option(
    "--select",
    metavar="RULES",
    multiple=True,
    shell_complete=complete_rule,
    help="Rules to run: ids, default or all.",
)
@click.option(
    "--ignore", metavar="RULES", multiple=True, shell_complete=complete_rule, help="Rules not to run."
)
@click.option(
    "--config", type=not_empty, metavar="FILE", help="Configuration of all files, not the nearest of each."
)
@click.option("--stdin-filename", type=not_empty, metavar="PATH", help="What standard input (-) is called.")
@click.option("--fix", is_flag=True, help="Apply fixes that cannot change the meaning.")
@click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: apply the others too.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and write nothing.")
@click.option(
    "--changed-since", type=not_empty, metavar="REF", help="Only lines changed since the merge base with REF."
)
@click.option("--baseline", type=not_empty, metavar="FILE", help="Only findings that are not in FILE.")
@click.option("--statistics", is_flag=True, help="Count by rule, instead of listing.")
@click.option(
    "--fail-on",
    type=click.Choice((*map(str, Severity), "never")),
    default="info",
    metavar="SEVERITY",
    help="Exit with 1 from error, warning or info on, or never.",
)
@click.option("--exit-zero", is_flag=True, help="The same as --fail-on never.")
@click.option(
    "--jobs", type=click.IntRange(1), metavar="N", help="How many processes; as many as are of use."
)
@click.option("--cache-dir", metavar="FOLDER", help="Where results are kept.")
@click.option("--no-cache", is_flag=True, help="Neither read nor keep results.")
@click.option("--timing", is_flag=True, help="Show what each stage and rule takes.")
def check(
    paths: tuple[str, ...],
    formats: tuple[str, ...],
    outputs: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    config: str | None,
    stdin_filename: str | None,
    fix: bool,
    unsafe_fixes: bool,
    diff: bool,
    changed_since: str | None,
    baseline: str | None,
    statistics: bool,
    fail_on: str,
    exit_zero: bool,
    jobs: int | None,
    cache_dir: str | None,
    no_cache: bool,
    timing: bool,
    order: list[str],
) -> None:
    """Check files and folders (the current one where none is named), or standard input (-).

    Exit with 0 where nothing is found, 1 where something is, 2 where something could not be done.
    """
    from stetlint.check import check as run_check
    from stetlint.config import Choice, Configs
    from stetlint.discover import STDIN
    from stetlint.run import Fixing, Request

    if unsafe_fixes and not (fix or diff):
        raise click.UsageError("--unsafe-fixes says which fixes: give --fix or --diff too.")
    if select and not words(select):  # an empty variable in a script would switch the check off
        raise click.UsageError("--select names no rule: name some, default or all.")
    if stdin_filename is not None and STDIN not in paths:
        raise click.UsageError("--stdin-filename is the name of standard input: give - as the path.")
    if changed_since is not None and STDIN in paths:
        raise click.UsageError("--changed-since knows files, and nothing of standard input.")
    reports = pair(order, formats, outputs)
    for output in reports:
        if output is not None and any(os.path.realpath(output) == os.path.realpath(path) for path in paths):
            raise click.UsageError(f"--output {output}: the report would replace the file that is checked.")
    if diff and (statistics or {"formats", "outputs"}.intersection(order)):
        raise click.UsageError("--diff is all that is shown: leave --format, --output and --statistics out.")
    if statistics:
        if "formats" in order and None in reports:
            raise click.UsageError("--statistics goes where the report would: give the --format an --output.")
        reports[None] = "statistics"
    fixing = Fixing(unsafe_fixes, is_dry=diff) if fix or diff else None
    cache = None if no_cache else cache_dir or ""
    request = Request(stdin_filename, changed_since, baseline, fixing=fixing, jobs=jobs, cache=cache)
    choice = Choice(words(select) if select else None, words(ignore))
    levels = list(Severity)
    fatal = levels[: levels.index(Severity(fail_on)) + 1] if fail_on != "never" and not exit_zero else ()
    configs = Configs(config, choice)
    if not timing:
        sys.exit(run_check(paths, configs, request, reports, fatal))
    from functools import partial

    from stetlint.timing import Clock, TimedRun

    clock = Clock()
    code = run_check(paths, configs, request, reports, fatal, partial(TimedRun, clock))
    emit(clock.report(), sys.stderr)
    sys.exit(code)


@main.command(short_help="Write down today's findings: only new ones are reported then.")
@click.argument("paths", metavar="[PATH…]", nargs=-1, type=click.Path())
@click.option(
    "--baseline",
    "file",
    type=not_empty,
    metavar="FILE",
    help="The file, rather than that of the configuration.",
)
@click.option("--prune", is_flag=True, help="Only take out what is gone; add nothing.")
@click.option(
    "--config", type=not_empty, metavar="FILE", help="Configuration of all files, not the nearest of each."
)
def baseline(paths: tuple[str, ...], file: str | None, prune: bool, config: str | None) -> None:
    """Write today's findings to a file, so that "check" reports only new ones.

    The file is stet-baseline.tsv where neither the option nor the configuration names another. What it has of
    other files than the given ones stays.
    """
    from collections import Counter

    from stetlint import baseline as known
    from stetlint.check import progress
    from stetlint.config import ConfigError, Configs, shown_path
    from stetlint.run import Request, Run

    configs = Configs(config)
    run = Run(configs, Request(has_baseline=False), progress if sys.stderr.isatty() else None)
    outcome = run.outcome(paths or (".",))
    problems = list(outcome.problems)
    said: list[str] = []
    try:
        named = configs.of(os.getcwd()).baseline
        path = os.path.abspath(file or named or known.FILE_NAME)
        before = known.read(path) if prune or os.path.exists(path) else Counter()
        found = run.compare(before, os.path.dirname(path), outcome.findings)
        after = (found.kept if prune else found.found) + found.rest
        known.write(path, after)
        removed = f"; {found.gone.total()} gone" if found.gone else ""
        said.append(f"{shown_path(path)}: {reporters.count(after.total(), 'finding')}{removed}.\n")
        if named != path and not prune:
            said.append(f'Check with --baseline, or configure baseline = "{shown_path(path)}".\n')
    except known.BaselineError as error:
        problems.append(Problem(shown_path(path), error.message, error.line))
    except OSError as error:
        problems.append(Problem(shown_path(path), f"cannot be written: {error.strerror}"))
    except ConfigError as error:
        problems.append(Problem(error.path, error.message, error.line))
    emit(reporters.errors(dict.fromkeys(problems)), sys.stderr)
    emit(said, sys.stdout)
    if problems:
        sys.exit(FAILED)


def words(lists: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of lists with commas between, in one."""
    return tuple(word.strip() for each in lists for word in each.split(",") if word.strip())


def pair(order: Iterable[str], formats: Sequence[str], outputs: Sequence[str]) -> dict[str | None, str]:
    """Return the format of each file, and of standard output (None, or "-" on the command line).

    A file takes the format before it; one file and one format belong together in any order.

    order   "formats" and "outputs", as they stood on the command line, among others
    """
    if len(formats) == len(outputs) == 1:
        order = ("formats", "outputs")
    reports: dict[str | None, str] = {}
    waiting: str | None = None
    values = {"formats": iter(formats), "outputs": iter(outputs)}

    def add(output: str | None, format: str) -> None:
        output = None if output == "-" else output
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


@main.command(short_help="List the names in files, and which may be one.")
@click.argument("paths", metavar="[PATH…]", nargs=-1)
@click.option(
    "--format", type=click.Choice(("table", "list", "json")), default="table", help="How to show them."
)
@click.option(
    "--config", type=not_empty, metavar="FILE", help="Configuration of all files, not the nearest of each."
)
def names(paths: tuple[str, ...], format: str, config: str | None) -> None:
    """List the names of files and folders, and which spellings may be one name.

    The format "list" drafts the file that the table [names] of the configuration can name.
    """
    from stetlint import census
    from stetlint.config import Configs

    found = census.Census()
    problems = found.add_paths(paths or (".",), Configs(config))
    emit(census.report(found.names(), format), sys.stdout)
    emit(reporters.errors(problems), sys.stderr)
    if problems:
        sys.exit(FAILED)


@main.command(short_help="Write a configuration with comments.")
def init() -> None:
    """Write a configuration with comments, stet.toml, into this folder."""
    from shutil import copyfile

    from stetlint.config import FILE_NAMES, config_in, shown_path

    path = FILE_NAMES[0]
    there = config_in(os.getcwd())
    try:
        if there is not None or os.path.lexists(path):
            raise FileExistsError(None, "there is a configuration already; it stays as it is")
        copyfile(os.path.join(os.path.dirname(__file__), "starter.toml"), path)
    except OSError as error:
        emit(reporters.errors([Problem(shown_path(there or path), str(error.strerror))]), sys.stderr)
        sys.exit(FAILED)
    emit([f"Wrote {path}: see what it says, then try “stet check”.\n"], sys.stdout)


@main.command()
@click.option("--config", type=not_empty, metavar="FILE", help="Configuration whose rules are listed too.")
def rules(config: str | None) -> None:
    """List the rules, also those that a configuration here adds."""
    from stetlint import manual

    emit(manual.table(known_rules(config)), sys.stdout)


@main.command()
@click.argument("rule", shell_complete=complete_rule)
@click.option("--config", type=not_empty, metavar="FILE", help="Configuration whose rules are known too.")
def explain(rule: str, config: str | None) -> None:
    """Print the manual page of a rule."""
    from stetlint import manual
    from stetlint.nearest import quoted

    known = known_rules(config)
    if rule not in known:
        emit([f"error: unknown rule {quoted(rule, known)}\n"], sys.stderr)
        sys.exit(FAILED)
    emit(manual.page(known[rule]), sys.stdout)


def known_rules(config: str | None) -> Mapping[str, type[Rule]]:
    """Return the rules that a configuration knows, or else that of the working directory, by id."""
    from stetlint.config import ConfigError, Configs

    try:
        return Configs(config).of(os.getcwd()).known
    except ConfigError as error:
        emit(reporters.errors([Problem(error.path, error.message, error.line)]), sys.stderr)
        sys.exit(FAILED)
