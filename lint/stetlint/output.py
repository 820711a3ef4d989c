"""What goes to standard output and standard error: UTF-8, and no complaint where nobody reads it."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from typing import TextIO

FAILED, INTERRUPTED = 2, 130  # exit codes: something could not be done; the user has stopped the program
NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
STDOUT = "standard output"


def has_colour() -> bool:
    """Whether standard output shows colours: a terminal does, unless the user does not want them."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def open_streams() -> None:
    """Give the program the streams that it was started without: nothing is in them, and nobody reads them."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115


def failed(error: OSError) -> int:
    """Say what is wrong where an error names no file, and return the exit code. Raise any other again."""
    if error.filename is None and error.errno == errno.ENOENT:
        _complain("error: the current folder does not exist any more")
    elif error.filename is None and error.errno in NO_ROOM:
        _complain(f"error: {STDOUT}: cannot be written: {error.strerror}")
    else:
        raise error
    return FAILED


def interrupted() -> int:
    """Say that the user has stopped the program; return the exit code, which is that of shells."""
    _complain("\nAborted!")
    return INTERRUPTED


def _complain(what: str) -> None:
    with suppress(OSError):  # nobody reads it
        print(what, file=sys.stderr, flush=True)


def emit(pieces: Iterable[str], stream: TextIO) -> None:
    """Write text as UTF-8; in silence where nobody reads it any more. Raise OSError where it has no room."""
    send(encoded("".join(pieces)), stream)


def send(data: bytes, stream: TextIO) -> None:
    """Write bytes; in silence where nobody reads them any more. Raise OSError where they have no room."""
    try:
        stream.buffer.write(data)
        stream.buffer.flush()
    except BrokenPipeError:
        # Python would complain again when it flushes at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def encoded(text: str) -> bytes:
    """Return text as UTF-8; what a name of a file has that is no text is shown by its number."""
    return text.encode("utf-8", "backslashreplace")
