"""U+FFFD, the sign of a character that was lost.

What it finds: the replacement character in prose, alone or several in a row.

Why: somewhere between two programs, bytes were read in an encoding that they were not written in, or an
emoji of several code units was cut in the middle of it: a translation tool that splits a text into chunks by
bytes leaves half a character at each seam. What stood there is gone; only the original has it.

Not reported: code, where the output of programs is shown; the character in quotation marks or brackets of
its own; and lines that name it (U+FFFD, replacement character, UTF-8).
"""

from __future__ import annotations

from collections.abc import Iterator

from stetlint import Bad, Hit, Pattern, Segment, SegmentRule, Severity

LOST = Pattern("\ufffd+")
SUBJECT = Pattern(
    r"U\+FFFD|\bFFFD\b|replacement char|unicode|UTF-?\d|encod|codec|kodier|codage|codific|kodowan|кодиров", 2
)


class ReplacementCharacter(SegmentRule):
    """A character that was lost."""

    id = "replacement-character"
    mqm = "linguistic-conventions/character-encoding"
    severity = Severity.ERROR
    trigger = "\ufffd"
    good = (
        "The decoder writes U+FFFD (\ufffd) for it.",
        "Invalid UTF-8 is shown as \ufffd by the browser.",
        "It prints `Caf\ufffd`.",
        "The symbol “\ufffd” appears.",
    )
    bad = (
        Bad("### \ufffd First request", "\ufffd"),
        Bad("A caf\ufffd\ufffd in Paris", "\ufffd\ufffd"),
    )

    def check(self, segment: Segment) -> Iterator[Hit]:
        text = segment.text
        if SUBJECT.search(text):
            return
        for match in LOST.finditer(text):
            start, end = match.span()
            before, after = text[start - 1 : start], text[end : end + 1]
            if before and after and before in "\"'“‘«„([" and after in "\"'”’»“)]":
                continue
            yield Hit(start, end, "a character was lost here (U+FFFD): take it from the original")
