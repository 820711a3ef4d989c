"""What to say of a word that is not known."""

from __future__ import annotations

from collections.abc import Iterable


def quoted(word: str, known: Iterable[str]) -> str:
    """Return a word in quotation marks and, where there is one, the nearest of the known words."""
    import difflib  # only something that is wrong needs it

    near = difflib.get_close_matches(word, list(known), 1)
    return f'"{word}"' + (f' (did you mean "{near[0]}"?)' if near else "")
