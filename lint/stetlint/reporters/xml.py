"""What the formats in XML share. XML 1.0 has no place for most control characters: they become pictures."""

from __future__ import annotations

from stetlint.reporters import visible

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
MARKUP = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\ufffe": "\ufffd", "\uffff": "\ufffd"}
)
BLANKS = str.maketrans({"\t": "&#9;", "\n": "&#10;", "\r": "&#13;"})


def escape(text: str) -> str:
    """Return text as character data."""
    return "\n".join(visible(line) for line in text.split("\n")).translate(MARKUP)


def attributes(**values: object) -> str:
    """Return attributes in the order given: ``name="value"``, with line breaks kept."""
    return " ".join(f'{name}="{escape(str(value)).translate(BLANKS)}"' for name, value in values.items())
