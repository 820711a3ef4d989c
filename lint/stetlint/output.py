"""What goes to standard output and standard error: UTF-8, and no complaint where nobody reads it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import TextIO


def has_colour() -> bool:
    """Whether standard output shows colours: a terminal does, unless the user does not want them."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def emit(pieces: Iterable[str], stream: TextIO) -> None:
    """Write text as UTF-8; in silence where nobody reads it any more."""
    send(encoded("".join(pieces)), stream)


def send(data: bytes, stream: TextIO) -> None:
    """Write bytes; in silence where nobody reads them any more."""
    try:
        stream.buffer.write(data)
        stream.buffer.flush()
    except BrokenPipeError:
        # Python would complain again when it flushes at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def encoded(text: str) -> bytes:
    """Return text as UTF-8; what a name of a file has that is no text is shown by its number."""
    return text.encode("utf-8", "backslashreplace")
