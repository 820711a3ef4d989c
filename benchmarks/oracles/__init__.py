"""What maintained parsers read, for the readers to be held against.

A parser is a function ``of_FORMAT`` that takes the text of a file and yields the texts that people read, each
with what it was translated from; MODULES says where it stands. What is no prose is OBJECT.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from importlib import import_module

from stetlint.document import OBJECT
from stetlint.readers.flow import NO_WORDS
from stetlint.readers.prose import ProseBuilder
from stetlint.source import Source

Text = tuple[str, str | None]  # and what it was translated from, None where the format does not say
MODULES = {"asciidoc": "asciidoc", "rst": "rst"}
MODULES |= dict.fromkeys(("arb", "json", "jsonl", "po", "strings", "tmx", "xcstrings"), "fields")


def parser(format: str) -> Callable[[str], Iterable[Text]]:
    """Return the parser of a format."""
    found: Callable[[str], Iterable[Text]] = getattr(
        import_module(f"oracles.{MODULES[format]}"), f"of_{format}"
    )
    return found


def normal(text: str) -> str:
    """Return a text as it is compared: blanks are one, so are objects; "" where it has no words."""
    source = Source("x", text.replace("\0", "").encode())
    builder = ProseBuilder(source)
    if source.text:
        builder.verbatim(0, len(source.data), source.text)
    text = " ".join(builder.build().text.replace("\u200b", "").split())
    text = re.sub(rf"{OBJECT}+", OBJECT, text)
    return text if text.strip(NO_WORDS) else ""
