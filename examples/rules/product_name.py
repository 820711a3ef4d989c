"""The name of a product, written otherwise than its makers write it.

What it finds: the words of a name run together, hyphenated, or with other capitals: "lanterndesk",
"Lantern-Desk".

Why: an engine treats a product's name as words, and writes them as it would write any others.

Not reported: the name as it is listed, also in capitals throughout, as in a headline.

Options:

    names   the names, as they are to be written
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from stetlint import Bad, Good, Hit, Segment, SegmentRule, Source


class Options(NamedTuple):
    """Options of product-name."""

    names: tuple[str, ...] = ()


class ProductName(SegmentRule):
    """A product's name that is not written as it should be."""

    id = "product-name"
    mqm = "terminology/wrong-term"
    is_default = False
    Options = Options
    good = (
        Good("Open Lantern Desk. LANTERN DESK 2 IS HERE.", options={"names": ["Lantern Desk"]}),
        "Open lanterndesk.",
    )
    bad = (
        Bad(
            "Open lanterndesk or Lantern-desk.",
            "lanterndesk",
            "Lantern-desk",
            fixed="Open Lantern Desk or Lantern Desk.",
            options={"names": ["Lantern Desk"]},
        ),
    )

    def __init__(self, options: Options | None = None) -> None:
        super().__init__(options)
        self.patterns = {
            name: re.compile(r"(?<!\w)" + r"[ -]?".join(map(re.escape, name.split())) + r"(?!\w)", re.I)
            for name in self.options.names
        }

    def suspects(self, source: Source) -> bool:
        """Whether a name has to be looked for at all."""
        return bool(self.patterns)

    def check(self, segment: Segment) -> Iterator[Hit]:
        """Yield each name that is written in another way."""
        for name, pattern in self.patterns.items():
            for match in pattern.finditer(segment.text):
                if match[0] not in (name, name.upper()):
                    message = f"the name is written “{name}”, not “{match[0]}”"
                    yield Hit(match.start(), match.end(), message, (name,), name)
