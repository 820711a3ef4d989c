"""The program: python -m stetlint, and the command stet."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from typing import NoReturn

from stetlint.output import failed, interrupted, open_streams

# What the command line would read as more than the name of a file: an option, or a pattern (on Windows).
SPECIAL = frozenset("*?[]~$%")
FIX = "--fix"


def main() -> NoReturn:
    """Run the command line; start and end as fast as a hook has to, which runs at every commit."""
    # No reference cycle grows with the number of files, so there is nothing to collect.
    gc.disable()
    open_streams()
    try:
        code = run()
    except OSError as error:
        code = failed(error)
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):  # nobody reads it any more
            stream.flush()
    # Taking the interpreter apart takes as long as starting it.
    os._exit(code)


def run() -> int:
    """Run the command line and return its exit code."""
    command, *arguments = sys.argv[1:] or [""]
    if command == "check" and all(argument == FIX or is_plain(argument) for argument in arguments):
        # As our hooks call it. That takes no library to read, and ours takes half as long as all the rest.
        from stetlint.check import check
        from stetlint.config import Configs
        from stetlint.run import Fixing, Request

        fixing = Fixing(include_unsafe=False, is_dry=False) if FIX in arguments else None
        paths = [argument for argument in arguments if argument != FIX]
        try:
            return check(paths, Configs(), Request(fixing=fixing))
        except KeyboardInterrupt:
            return interrupted()
    from stetlint.cli import main as command_line

    try:
        command_line(prog_name="stet")
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else int(done.code is not None)
    return 0


def is_plain(argument: str) -> bool:
    """Whether an argument is the name of a file or standard input, and nothing else."""
    return argument == "-" or not (argument.startswith("-") or SPECIAL.intersection(argument))


if __name__ == "__main__":
    main()
