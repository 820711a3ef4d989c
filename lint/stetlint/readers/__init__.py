"""Readers: one module a format, each with these two functions.

read(source, lang) -> Content                 the segments, links and comments of a source
declared_language(source) -> str | None       the language that the source names for itself
"""

from __future__ import annotations

import importlib
import os
from typing import Protocol, cast

from stetlint.document import Content
from stetlint.source import Source

# Format -> the endings of the file names that hold it. Its reader is the module of the same name.
FORMATS = {
    "markdown": (".md", ".markdown", ".mdown", ".mkd"),
    "mdx": (".mdx",),
    "text": (".txt", ".text"),
}
ENDINGS = {ending: name for name, endings in FORMATS.items() for ending in endings}


class Format(Protocol):
    """What the module of a format offers."""

    def read(self, source: Source, lang: str) -> Content: ...

    def declared_language(self, source: Source) -> str | None: ...


def get(name: str) -> Format:
    """Return the reader of a format."""
    return cast(Format, importlib.import_module(f"{__name__}.{name}"))


def format_of(path: str) -> str | None:
    """Return the format of a file by its ending, None where no reader knows it."""
    return ENDINGS.get(os.path.splitext(path)[1].lower())
