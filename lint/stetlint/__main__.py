"""The program: python -m stetlint, and the command stet."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from typing import NoReturn


def main() -> NoReturn:
    """Run the command line; start and end as fast as a hook has to, which runs at every commit."""
    # No reference cycle grows with the number of files, so there is nothing to collect.
    gc.disable()
    from stetlint.cli import main as command_line

    code: object = None
    try:
        command_line(prog_name="stet")
    except SystemExit as done:
        code = done.code
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):  # nobody reads it any more
            stream.flush()
    # Taking the interpreter apart takes as long as starting it.
    os._exit(code if isinstance(code, int) else int(code is not None))


if __name__ == "__main__":
    main()
